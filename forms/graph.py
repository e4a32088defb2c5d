"""Which value waits for which: every expression of a form compiled, ordered and linked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from forms.controls import absolute
from forms.expressions import Context, Expression, ExpressionError, Shape, compile  # noqa: A004 - its name in this module
from forms.expressions.references import stands_anywhere
from forms.model import POSITION, Action, Form, Item, Output, Question, Repeat
from forms.ordering import in_order
from forms.parts import outputs, pieces, texts
from forms.unswept import unswept

#: The parts of a node that others wait for. A repeat's count may depend on its own rows ("add
#: another?"), so nothing waits for it: rows that come or go wake their readers instead.
FEEDING = ("relevant", "calculate")


@dataclass(frozen=True, slots=True)
class FormProblem:
    """A mistake in a form: the node, which of its texts is wrong, and the error in that text.

    ``attribute`` is ``relevant required readonly constraint calculate repeat_count choice_filter
    label hint constraint_message required_message default trigger``; ``text`` is the expression.
    """

    path: str
    attribute: str
    text: str
    error: ExpressionError


class FormError(ValueError):
    """A form that cannot run; ``problems`` say where and why."""

    def __init__(self, problems: tuple[FormProblem, ...]) -> None:
        super().__init__("; ".join(f"{p.path} {p.attribute}: {p.error}" for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """One computed part of a node; ``rank`` says when it may be computed.

    ``endless`` marks a count that depends on its own rows.
    """

    path: str
    part: str
    expressions: tuple[Expression, ...]
    depth: int
    rank: int = 0
    endless: bool = False

    @property
    def expression(self) -> Expression:
        """The expression that is computed; a ``label`` has several, ``choices`` read by the others."""
        return self.expressions[0]


@dataclass(frozen=True, slots=True)
class Dependent:
    """A target that waits for a path; ``within`` bounds which rows of it are concerned."""

    target: Target
    within: str
    depth: int


@dataclass(frozen=True, slots=True, eq=False)
class CompiledAction:
    """An action with its value compiled (None: a fixed text), and so its place (None: a path).

    ``row`` is the path of the innermost repeat the action stands in, "" for none.
    """

    action: Action
    value: Expression | None
    place: Expression | None = None
    row: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Everything about a form that does not depend on answers; shared by all its sessions.

    ``outputs`` are the computed pieces of words by the path they are said at, ``in_lists`` those
    of the choice lists' words by the list's id.
    """

    form: Form
    shape: Shape
    items: Mapping[str, Item]
    order: Mapping[str, int]
    targets: tuple[Target, ...]
    of_path: Mapping[str, Mapping[str, Target]]
    dependents: Mapping[str, tuple[Dependent, ...]]
    actions: tuple[CompiledAction, ...]
    outputs: Mapping[str, Expression]
    below: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_lists: Mapping[str, tuple[Output, ...]] = field(default_factory=dict)


#: A mistake in words leaves a gap in a sentence; publishing refuses it, running goes on.
_WORDS = frozenset({"label", "hint", "constraint_message", "required_message"})
_PLANS: WeakKeyDictionary[Form, Plan] = WeakKeyDictionary()


def plan(form: Form) -> Plan:
    """The plan of a form, made once.

    Raises:
        FormError: an expression does not compile, or values wait for each other in a circle.
    """
    made = _PLANS.get(form)
    if made is None:
        with unswept():
            made, problems = _Planner(form, strict=False).plan()
        if grave := tuple(one for one in problems if one.attribute not in _WORDS):
            raise FormError(grave)
        _PLANS[form] = made
    return made


def check(form: Form) -> tuple[FormProblem, ...]:
    """Every mistake in a form's expressions, in screen order; names are checked strictly."""
    return _Planner(form, strict=True).plan()[1]


def context_of(form: Form, path: str, *, strict: bool = False) -> Context:
    """The context for compiling an expression that stands at a node of a form."""
    return Context(
        _shape(form),
        path,
        strict=strict,
        lists=_list_names(form) if strict else None,
        namespaces=form.namespaces,
    )


def _list_names(form: Form) -> frozenset[str]:
    return frozenset(form.documents) | frozenset(form.external)


def _shape(form: Form) -> Shape:
    items = (form.body, *form.items())
    return Shape.of(
        (item.path for item in items),
        (item.path for item in items if isinstance(item, Repeat)),
    )


class _Planner:
    """Compiles a form's expressions and collects what is wrong with them."""

    def __init__(self, form: Form, *, strict: bool) -> None:
        self._form = form
        self._shape = _shape(form)
        self._strict = strict
        self._lists = _list_names(form)
        self._problems: list[FormProblem] = []
        self._items: dict[str, Item] = {item.path: item for item in (form.body, *form.items())}
        self._everywhere: dict[str, Expression] = {}
        self._outputs: dict[str, Expression] = {}
        self._in_lists = {
            name: tuple(piece for choice in choices for piece in pieces(choice.label))
            for name, choices in form.lists.items()
        }

    def plan(self) -> tuple[Plan, tuple[FormProblem, ...]]:
        targets = [target for item in self._items.values() for target in self._targets(item)]
        ranked = self._ranked(targets)
        actions = tuple(self._actions())
        of_path: dict[str, dict[str, Target]] = {}
        for target in ranked:
            of_path.setdefault(target.path, {})[target.part] = target
        made = Plan(
            self._form,
            self._shape,
            self._items,
            {path: place for place, path in enumerate(self._items)},
            ranked,
            of_path,
            _dependents(ranked),
            actions,
            self._outputs,
            {path: tuple(self._shape.below(path)) for path in self._items},
            self._in_lists,
        )
        places = made.order
        problems = sorted(self._problems, key=lambda problem: places.get(problem.path, 0))
        return made, tuple(problems)

    def _compile(
        self, path: str, attribute: str, text: str, *, at: str | None = None
    ) -> Expression | None:
        place = path if at is None else at
        try:
            expression = self._compiled(text, place)
            self._check_names(expression, place)
        except ExpressionError as error:
            self._problems.append(FormProblem(path, attribute, text, error))
            return None
        return expression

    def _compiled(self, text: str, at: str) -> Expression:
        """The expression; one that means the same everywhere outside of rows is compiled once."""
        known = self._everywhere.get(text)
        if known is not None and not self._row_of(at):
            return known
        context = Context(
            self._shape,
            at,
            strict=self._strict,
            lists=self._lists if self._strict else None,
            namespaces=self._form.namespaces,
        )
        expression = compile(text, context)
        if not self._row_of(at) and stands_anywhere(expression.tree):
            self._everywhere[text] = expression
        return expression

    def _check_names(self, expression: Expression, at: str) -> None:
        """Refuse the name of a choice of a question that has no choices."""
        for path in expression.reading.chosen:
            asked = self._items.get(absolute(path, at))
            if isinstance(asked, Question) and asked.itemset is None and not asked.choices:
                raise ExpressionError("bad-argument", 0, name="jr:choice-name", reason=path.strip())

    def _targets(self, item: Item) -> Iterator[Target]:
        for part, attribute, text in texts(item):
            expression = self._compile(item.path, attribute, text)
            if expression is not None:
                also = self._cells_of(item) if part == "choices" else ()
                said = self._said(item.path, expression)
                yield Target(item.path, part, (expression, *also, *said), _depth(item.path))
        yield from self._label_target(item)

    def _cells_of(self, item: Item) -> tuple[Expression, ...]:
        """What is read of each row where the rows of a repeat are the choices, or of its words."""
        itemset = item.itemset if isinstance(item, Question) else None
        if itemset is None:
            return ()
        if itemset.list_id:
            words = self._in_lists.get(itemset.list_id, ())
            return tuple(found for piece in words for found in self._piece(item, "label", piece))
        texts = (f"{itemset.nodeset}/{cell}" for cell in (itemset.value, itemset.label) if cell)
        found = (self._compile(item.path, "choice_filter", text) for text in texts)
        return tuple(expression for expression in found if expression is not None)

    def _piece(self, item: Item, attribute: str, piece: Output) -> tuple[Expression, ...]:
        """A computed piece of words said at an item, with what it says itself."""
        expression = self._compile(item.path, attribute, piece.expression)
        if expression is None:
            return ()
        self._outputs[f"{item.path}\n{piece.expression}"] = expression
        return (expression, *self._said(item.path, expression))

    def _label_target(self, item: Item) -> Iterator[Target]:
        found: list[Expression] = []
        for attribute, output in outputs(item):
            found += self._piece(item, attribute, output)
        if found:
            yield Target(item.path, "label", tuple(found), _depth(item.path))

    def _said(self, path: str, expression: Expression) -> tuple[Expression, ...]:
        """The computed pieces of the texts an expression may say by ``jr:itext``.

        Which text it will be may be known only later: then it waits for the pieces of all.
        """
        if "jr:itext" not in expression.reading.calls:
            return ()
        found: list[Expression] = []
        for label in self._form.words.values():
            for piece in pieces(label):
                try:
                    said = compile(piece.expression, context_of(self._form, path))
                except ExpressionError:
                    continue  # a piece of another question's words, which is told there
                self._outputs[f"{path}\n{piece.expression}"] = said
                found.append(said)
        return tuple(found)

    def _actions(self) -> Iterator[CompiledAction]:
        for action in self._form.actions:
            if action.kind not in {"setvalue", POSITION}:
                continue
            attribute = "trigger" if action.source else "default"
            value = None
            if action.value:
                value = self._compile(action.target, attribute, action.value)
                if value is None:
                    continue
            place = None
            if action.place:
                at = action.source or self._form.body.path
                place = self._compile(action.target, attribute, action.place, at=at)
            yield CompiledAction(action, value, place, self._row_of(action.source))

    def _row_of(self, path: str) -> str:
        while path and path not in self._shape.repeats:
            path = path.rpartition("/")[0]
        return path

    def _ranked(self, targets: list[Target]) -> tuple[Target, ...]:
        """The targets in an order in which each comes after all it waits for."""
        writers = _writers(targets, self._shape)
        waits = {
            target: {
                writer
                for expression in target.expressions
                for read in expression.reading.nodes
                for writer in writers.get(read.path, ())
            }
            for target in targets
        }
        order, circle = in_order(targets, lambda target: waits[target])
        if circle:
            names = tuple(target.path for target in circle)
            first = min(circle, key=lambda target: list(self._items).index(target.path))
            self._problems.append(
                FormProblem(
                    first.path,
                    _ATTRIBUTES.get(first.part, first.part),
                    first.expression.text,
                    ExpressionError("cycle", 0, path=" → ".join(dict.fromkeys(names))),
                )
            )
        return tuple(
            replace(target, rank=rank, endless=self._is_endless(target, waits))
            for rank, target in enumerate(order)
        )

    def _is_endless(self, count: Target, waits: Mapping[Target, set[Target]]) -> bool:
        """Whether a count reads, by way of other values, into its own repeat."""
        if count.part != "count":
            return False
        seen: set[Target] = set()
        waiting = [count]
        while waiting:
            target = waiting.pop()
            for expression in target.expressions:
                if any(
                    (read.path + "/").startswith(count.path + "/")
                    for read in expression.reading.nodes
                ):
                    return True
            following = waits[target] - seen
            seen |= following
            waiting.extend(following)
        return False


_ATTRIBUTES = {"count": "repeat_count", "choices": "choice_filter"}


def _depth(path: str) -> int:
    return path.count("/")


def _writers(targets: Iterable[Target], shape: Shape) -> Mapping[str, list[Target]]:
    """For each path, the targets that may change what is read there."""
    writers: dict[str, list[Target]] = {}
    for target in targets:
        if target.part not in FEEDING:
            continue
        writers.setdefault(target.path, []).append(target)
        if target.part != "calculate":
            for path in shape.below(target.path):
                writers.setdefault(path, []).append(target)
    return writers


def _dependents(targets: Iterable[Target]) -> Mapping[str, tuple[Dependent, ...]]:
    found: dict[str, list[Dependent]] = {}
    for target in targets:
        reads = {read for expression in target.expressions for read in expression.reading.nodes}
        for read in sorted(reads):
            dependent = Dependent(target, read.within, _depth(read.within))
            found.setdefault(read.path, []).append(dependent)
    return {path: tuple(dependents) for path, dependents in found.items()}
