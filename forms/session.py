"""One form being filled in: answers in, states and exact changes out."""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from forms.empty_rows import EmptyRows
from forms.expressions import FAILURES, Scope, World, compile  # noqa: A004 - its name in this module
from forms.graph import context_of, plan
from forms.instance import Cell, Instance, inside, locked, restore, said, stored, template_path
from forms.judge import Judge
from forms.lists import Lists
from forms.missing_rows import MissingRows
from forms.model import Form, Question, Repeat, has_control
from forms.offers import Offers, documents
from forms.preload import preload
from forms.rules.signs import blank
from forms.settle import FIRST_LOAD, Settler, new_key
from forms.speech import CHOOSING, Speech, spoken
from forms.state import NO_MEDIA, Answer, Changed, FindingSeed, Option, Problem, State
from forms.typed import as_stored
from forms.unswept import unswept

if TYPE_CHECKING:
    from forms.rules.calendar import WorkCalendar

__all__ = ["Answer", "Changed", "FindingSeed", "Option", "Problem", "Session", "State"]

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Session:
    """A form with answers.

    A ref is a storage path; a row of a repeat carries its key of eight hex digits
    (``/data/rows{0f3a9c21}/qty``). Values are XForm text: ``2026-09-30``, ``12.5``, ``a b``.
    ``answers`` are those of an earlier session of the same form (``answers()``): what is not among
    them is empty. Without any the form starts fresh: defaults, first-load actions, first rows.
    ``meta`` serves preloads (``deviceid username email phonenumber``) and ``property()``;
    ``calendar`` knows the working days, where a bureau has put in later years than we bring.
    Nothing here reads a clock but ``now``.

    Raises:
        forms.graph.FormError: the form's expressions do not compile or wait in a circle.
    """

    def __init__(  # noqa: PLR0913 - one door with named, optional circumstances
        self,
        form: Form,
        lists: Lists,
        *,
        answers: Mapping[str, str] = _NO_ANSWERS,
        language: str = "zh",
        now: Callable[[], dt.datetime] = _utc_now,
        meta: Mapping[str, str] = _NO_ANSWERS,
        calendar: "WorkCalendar | None" = None,
    ) -> None:
        self._form = form
        self._problems: dict[str, Problem] = {}
        with unswept():
            self._plan = plan(form)
            self._instance = Instance(form)
            self._empty = EmptyRows(self._instance)
            self._world = World(
                root=self._instance.document,
                secondary=documents(form),
                lists=lists,
                namespaces=form.namespaces,
                now=now,
                meta={"version": form.version, **meta},
                calendar=calendar,
            )
            name = spoken(form, language)
            self._offers = Offers(self._plan, self._world, name)
            self._speech = Speech(self._plan, self._world, self._offers, name)
            self._judge = Judge(self._plan, self._world, self._offers, self._speech)
            self._lacks = MissingRows(self._plan, self._instance, self._world, self._speech)
            self._settler = Settler(self._plan, self._instance, self._world, self._offers)
            self._begin(answers)

    def _begin(self, answers: Mapping[str, str]) -> None:
        fresh = not answers
        self._instance.fill(fresh=fresh)
        if fresh:
            preload(self._instance, self._world)
        else:
            restore(self._instance, answers)
        self._settler.compute_all()
        self._rest()
        for event in (FIRST_LOAD, "xforms-ready") if fresh else ():
            self._settler.happen(event)
        self._settler.happen("odk-instance-load")
        self._rest()

    @property
    def form(self) -> Form:
        """The form being filled in."""
        return self._form

    @property
    def language(self) -> str:
        """The language of labels and messages, as the form names it."""
        return self._speech.language

    def speak(self, language: str) -> Changed:
        """Change the language; every label and message may differ."""
        self._speech.speak(spoken(self._form, language))
        self._settler.compute_all()
        changed = self._rest()
        every = frozenset(self._instance.cells)
        return changed | Changed(errors=frozenset(self._problems), choices=every)

    def refresh(self) -> Changed:
        """Compute everything again: the day has changed, or the registers have."""
        self._offers.forget_all()
        self._world.indexes.clear()
        self._settler.compute_all()
        return self._rest()

    def set(self, ref: str, value: str | None) -> Changed:
        """Answer a question; None or "" empties it.

        A value of the wrong type is kept and reported as a problem, never refused.

        Raises:
            KeyError: no such ref, or it is not a question.
        """
        cell = self._cell(ref)
        if not isinstance(cell.item, Question):
            raise KeyError(ref)
        self._settler.set(cell, as_stored(value or "", cell.item.datatype))
        return self._rest()

    def add_repeat(self, ref: str) -> tuple[str, Changed]:
        """Add a row at the end of a repeat (``/data/rows``); gives the new row's ref.

        Raises:
            KeyError: no repeat has that ref.
        """
        parent, repeat = self._repeat(ref)
        key = new_key(row.key for row in self._instance.rows(parent, repeat.name))
        row = self._instance.add_row(parent, repeat, key)
        self._settler.row_came(row)
        return row.ref, self._rest()

    def remove_repeat(self, ref: str) -> Changed:
        """Remove a row (``/data/rows{0f3a9c21}``) with everything in it.

        Raises:
            KeyError: no row has that ref.
        """
        row = self._cell(ref)
        parent = row.above()
        if parent is None or not row.key:
            raise KeyError(ref)
        gone = frozenset(cell.ref for cell in inside(row))
        self._instance.drop(row)
        self._settler.row_went(row, parent)
        return Changed(values=gone, errors=self._forget(gone)) | self._rest()

    def _forget(self, refs: frozenset[str]) -> frozenset[str]:
        wrong = refs & self._problems.keys()
        for ref in wrong:
            del self._problems[ref]
        return frozenset(wrong)

    def node(self, ref: str) -> State:
        """The state of a question, group, row, or of a repeat as a whole.

        Raises:
            KeyError: no such ref.
        """
        cell = self._instance.cells.get(ref)
        if cell is None:
            return self._repeat_state(ref)
        item = cell.item
        asked = isinstance(item, Question)
        return State(
            ref,
            item,
            cell.value if asked else "",
            self._speech.shown(cell),
            cell.relevant,
            cell.required,
            locked(cell),
            self._problems.get(ref),
            self._speech.words(item.label, cell),
            self._speech.words(item.hint, cell) if isinstance(item, Question) else "",
            self._offers.of(cell) if isinstance(item, Question) and item.kind in CHOOSING else (),
            self._speech.chosen(cell),
            item.label.shown_media(self.language) if item.label.media else NO_MEDIA,
            self._speech.words(item.guidance, cell) if isinstance(item, Question) else "",
        )

    def answer(self, ref: str) -> Answer:
        """What is answered at a ref: as ``node``, but no word and no choice is computed.

        Raises:
            KeyError: no such ref.
        """
        cell = self._instance.cells.get(ref)
        if cell is None:
            state = self._repeat_state(ref)
            return Answer(state.question, "", state.relevant, state.error)
        value = cell.value if isinstance(cell.item, Question) else ""
        return Answer(cell.item, value, cell.relevant, self._problems.get(ref))

    def _repeat_state(self, ref: str) -> State:
        parent, repeat = self._repeat(ref)
        rows = self._instance.rows(parent, repeat.name)
        relevant = parent.relevant and (not rows or any(row.relevant for row in rows))
        label = self._speech.words(repeat.label, rows[0] if rows else parent)
        readonly = locked(parent) or any(row.readonly for row in rows)
        error = self._lacks.standing.get(ref)
        return State(ref, repeat, "", str(len(rows)), relevant, False, readonly, error, label, "")

    def children(self, ref: str) -> tuple[str, ...]:
        """Refs below a group or row in screen order; below a repeat, its rows.

        Raises:
            KeyError: no such ref.
        """
        cell = self._instance.cells.get(ref)
        if cell is None:
            return tuple(row.ref for row in self._rows(ref))
        if isinstance(cell.item, Question):
            return ()
        return tuple(f"{cell.ref}/{item.name}" for item in cell.item.children)

    def sections(self) -> tuple[str, ...]:
        """The top-level groups and repeats with something to show.

        The root stands first when questions stand outside of groups.
        """
        top = self._instance.top
        shown = [item for item in self._form.body.children if has_control(item)]
        groups = tuple(f"{top.ref}/{item.name}" for item in shown if not isinstance(item, Question))
        loose = any(isinstance(item, Question) for item in shown)
        return (top.ref, *groups) if loose else groups

    def search(self, ref: str, text: str, limit: int = 50) -> tuple[Option, ...]:
        """Choices of a question whose words contain the text; registers are asked by index."""
        return self._offers.search(self._cell(ref), text, limit)

    def take_positions(self) -> tuple[str, ...]:
        """The refs that want to know where the device is, since this was last asked.

        Answer them with ``set`` where a position is known; the others stay as they are.
        """
        return self._settler.take_positions()

    def positions_at_start(self) -> tuple[str, ...]:
        """The refs that want the position at which the form was begun and have none yet."""
        return self._settler.positions_at_start()

    def answers(self) -> dict[str, str]:
        """Everything to store: refs and values, those not relevant now included.

        A row is also stored by its own ref with its number as text, so that
        ``Session(form, lists, answers=session.answers())`` is the same session.
        """
        return stored(self._instance.top)

    def final(self) -> dict[str, str]:
        """The relevant, non-empty answers only: what a finished paper consists of.

        Rows nobody wrote in are no part of it, and nothing in it counts them.
        """
        if (swept := self.swept()) is not self:
            return swept.final()
        return said(self._instance.top)

    def swept(self) -> "Session":
        """The paper without the rows nobody wrote anything in; itself where there are none."""
        gone = self._empty.standing()
        if not gone:
            return self
        left = {ref: text for ref, text in self.answers().items() if not ref.startswith(gone)}
        if not left:
            return self
        return Session(
            self._form,
            self._world.lists,
            answers=left,
            language=self.language,
            now=self._world.now,
            meta=self._world.meta,
            calendar=self._world.calendar,
        )

    def problems(self) -> tuple[Problem, ...]:
        """Everything that forbids finishing, in screen order."""
        return tuple(
            problem
            for cell in inside(self._instance.top)
            for problem in (self._problems.get(cell.ref), *self._lacks.below(cell))
            if problem is not None
        )

    def progress(self, section: str) -> tuple[int, int, int]:
        """How many relevant questions of a section are answered, asked, and adverse.

        A row nobody wrote in is not asked for.
        """
        answered = asked = adverse = 0
        for cell in self._section_cells(section):
            item = cell.item
            if isinstance(item, Question) and item.is_asked and self._empty.lets_ask(cell):
                asked += 1
                answered += not blank(cell.value)
                adverse += self._is_adverse(cell)
        return answered, asked, adverse

    def _section_cells(self, section: str) -> list[Cell]:
        top = self._instance.top
        if section == top.ref:
            return [cell for cell in top.children if isinstance(cell, Cell)]
        cell = self._instance.cells.get(section)
        roots = [cell] if cell is not None else self._rows(section)
        return [below for root in roots for below in inside(root)]

    def findings(self) -> tuple[FindingSeed, ...]:
        """The questions whose chosen answer is marked ``finding`` in the choices sheet."""
        return tuple(
            self._seed(cell)
            for cell in inside(self._instance.top)
            if cell.relevant and self._is_adverse(cell)
        )

    def evaluate(self, expression: str, ref: str = "") -> str:
        """The text value of any expression at a node (the root by default).

        ``${name}`` stands for a question by its name. "" when it cannot be computed.

        Raises:
            forms.expressions.ExpressionError: it does not compile.
            KeyError: no such ref.
        """
        cell = self._cell(ref) if ref else self._instance.top
        compiled = compile(expression, context_of(self._form, cell.item.path))
        try:
            return compiled.as_text(Scope(self._world, cell))
        except FAILURES:
            return ""

    # --- inside ---

    def _cell(self, ref: str) -> Cell:
        return self._instance.cells[ref]

    def _rows(self, ref: str) -> list[Cell]:
        parent, repeat = self._repeat(ref)
        return self._instance.rows(parent, repeat.name)

    def _repeat(self, ref: str) -> tuple[Cell, Repeat]:
        above, _, name = ref.rpartition("/")
        parent = self._instance.cells.get(above)
        item = self._plan.items.get(template_path(ref)) if "{" not in name else None
        if parent is None or not isinstance(item, Repeat):
            raise KeyError(ref)
        return parent, item

    def _rest(self) -> Changed:
        """Settle, and find out whose problems came, went or changed."""
        changed, touched = self._settler.settle()
        self._empty.look(touched)
        wrong: set[str] = set()
        for ref, cell in touched.items():
            asked = self._instance.cells.get(ref) is cell and self._empty.lets_ask(cell)
            problem = self._judge.problem(cell) if asked else None
            if problem == self._problems.get(ref):
                continue
            wrong.add(ref)
            self._problems.pop(ref, None)
            if problem is not None:
                self._problems[ref] = problem
        return changed | Changed(errors=frozenset(wrong | self._lacks.look()))

    def _is_adverse(self, cell: Cell) -> bool:
        item = cell.item
        if not isinstance(item, Question) or item.kind not in CHOOSING or not cell.value:
            return False
        chosen = cell.value.split()
        return any(
            choice.value in chosen and choice.extra.get("finding", "").strip().lower() == "yes"
            for choice in self._offers.choices(item)
        )

    def _seed(self, cell: Cell) -> FindingSeed:
        said = cell.item.attributes
        return FindingSeed(
            cell.ref,
            self._speech.words(cell.item.label, cell),
            *(said.get(f"xj:{name}", "") for name in ("law", "severity", "measure", "clock")),
        )
