"""Moving answers to another version of their form: what comes along, what cannot, what is new.

Names are identity: a question keeps its answer wherever its groups went, as long as the repeats
around it are the same and the answer fits. Nothing here writes; the store keeps what is dropped.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from forms.columns import Spot, is_told, spots
from forms.fitting import fitted
from forms.instance import split_ref, template_path
from forms.model import Form, Group, Item, Question, Repeat
from forms.session import Session
from forms.state import Problem

NONE_RENAMED: Mapping[str, str] = MappingProxyType({})
GONE = "gone"
"""Why an answer is dropped, besides the reasons of ``forms.fitting``: nobody asks for it now."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that does not come along, wholly or in part; ``ref`` is its old place.

    ``why`` is ``gone``, ``type``, ``choice`` or ``computed``.
    """

    ref: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Carried:
    """Answers in their new places, which place became which, and what is dropped."""

    answers: Mapping[str, str]
    refs: Mapping[str, str]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a preview: where, the question's words, the answer as it is shown.

    ``why`` says why an answer is dropped, or what is wrong (a problem's code); it is ``required``
    for a new question that must be answered.
    """

    ref: str
    label: str
    shown: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What moving would do, for people; ``answers`` are those the moved paper would have."""

    carried: tuple[Line, ...]
    dropped: tuple[Line, ...]
    asked: tuple[Line, ...]
    wrong: tuple[Line, ...]
    answers: Mapping[str, str]
    refs: Mapping[str, str]
    came: Carried


def carry(
    old: Form, new: Form, answers: Mapping[str, str], renamed: Mapping[str, str] = NONE_RENAMED
) -> Carried:
    """Put the answers of one version in their places in another.

    ``renamed`` maps old names of questions and repeats to new ones. Refs that are not of the old
    form are left out.

    Raises:
        ValueError: two names are renamed to one.
    """
    if len(set(renamed.values())) < len(renamed):
        raise ValueError("two names are renamed to one")
    before, items = _items(old), _items(new)
    places = spots(old)
    targets = _targets(places, spots(new), renamed)
    kept: dict[str, str] = {}
    refs: dict[str, str] = {}
    dropped: list[Dropped] = []
    for ref, value in answers.items():
        template = template_path(ref)
        item = before.get(template)
        path = targets.get(template)
        if item is None:
            continue
        if path is None:
            if isinstance(item, Question):
                dropped.append(Dropped(ref, value, GONE))
            continue
        place, there = placed(path, ref, items), items[path]
        if isinstance(item, Question) and isinstance(there, Question):
            fit, why = fitted(item, there, value, new)
            if why:
                dropped.append(Dropped(ref, value, why))
            if not fit:
                continue
            value = fit  # noqa: PLW2901 - what of the answer comes along
        kept[place] = value
        refs[ref] = place
    return Carried(kept, refs, tuple(dropped))


def _items(form: Form) -> dict[str, Item]:
    return {item.path: item for item in form.items()}


def _targets(
    old: Mapping[str, Spot], new: Mapping[str, Spot], renamed: Mapping[str, str]
) -> dict[str, str]:
    """Old path to new path; a name that was renamed goes before one that was there already."""
    paths = {spot: path for path, spot in new.items()}
    moved = {path: _renamed(spot, renamed) for path, spot in old.items()}
    owners: dict[Spot, str] = {}
    for path in sorted(moved, key=lambda path: moved[path] != old[path]):
        owners[moved[path]] = path
    return {path: paths[spot] for spot, path in owners.items() if spot in paths}


def _renamed(spot: Spot, renamed: Mapping[str, str]) -> Spot:
    above, stroke, name = spot.name.rpartition("/")
    return Spot(
        tuple(renamed.get(one, one) for one in spot.repeats),
        above + stroke + renamed.get(name, name),
    )


def placed(path: str, ref: str, items: Mapping[str, Item]) -> str:
    """A path of the new form with the row keys an old ref has."""
    keys = iter([key for _name, key in split_ref(ref) if key])
    made, template = "", ""
    for name in path.split("/")[1:]:
        template += f"/{name}"
        made += f"/{name}"
        if isinstance(items.get(template), Repeat):
            made += f"{{{next(keys, '')}}}"
    return made


def preview(
    before: Session,
    answers: Mapping[str, str],
    begin: Callable[[Mapping[str, str]], Session],
    renamed: Mapping[str, str] = NONE_RENAMED,
) -> Preview:
    """What moving would do.

    ``before`` is the paper as it is and ``answers`` its answers as kept; ``begin`` makes a session
    of the other version with some answers, or a fresh one without any.

    Raises:
        ValueError: two names are renamed to one.
    """
    fresh = begin({})
    old, new = before.form, fresh.form
    came = carry(old, new, answers, renamed)
    after = begin({**_given(old, fresh, came, renamed), **came.answers})
    back = {there: ref for ref, there in came.refs.items()}
    known = counterparts(old, new, renamed)
    asked = tuple(_asked(before, after, known))
    return Preview(
        tuple(_carried(after, back)),
        tuple(_dropped(before, came)),
        asked,
        tuple(_wrong(before, after, known, {line.ref for line in asked})),
        after.answers(),
        came.refs,
        came,
    )


def counterparts(old: Form, new: Form, renamed: Mapping[str, str]) -> dict[str, str]:
    """New path to the old path it stands for."""
    targets = _targets(spots(old), spots(new), renamed)
    return {there: here for here, there in targets.items()}


def _given(old: Form, fresh: Session, came: Carried, renamed: Mapping[str, str]) -> dict[str, str]:
    """What a fresh paper says of questions the old version did not have."""
    known = counterparts(old, fresh.form, renamed)
    items = _items(fresh.form)
    repeats = [path for path, item in items.items() if isinstance(item, Repeat) and path in known]
    given = {
        ref: value
        for ref, value in fresh.answers().items()
        if (path := template_path(ref)) not in known
        and not any(path.startswith(f"{repeat}/") for repeat in repeats)
    }
    for row in came.answers:
        item = items[template_path(row)]
        if isinstance(item, Repeat):
            for question in _inside(item):
                if question.default and question.path not in known:
                    given[row + question.path.removeprefix(item.path)] = question.default
    return given


def _inside(around: Group | Repeat) -> Iterator[Question]:
    """The questions of a row or group; those of repeats inside are not its own."""
    for item in around.children:
        if isinstance(item, Question):
            yield item
        elif isinstance(item, Group):
            yield from _inside(item)


def _people(item: Item, form: Form) -> bool:
    """Whether it is a question somebody answers."""
    return isinstance(item, Question) and item.has_control and is_told(item, form)


def _carried(after: Session, back: Mapping[str, str]) -> Iterator[Line]:
    for ref in after.answers():
        if ref in back and not ref.endswith("}"):
            state = after.node(ref)
            if _people(state.question, after.form):
                yield Line(ref, state.label, state.shown)


def _dropped(before: Session, came: Carried) -> Iterator[Line]:
    for one in came.dropped:
        try:
            state = before.node(one.ref)
        except KeyError:  # a row beyond its repeat's count is kept but has no state
            yield Line(one.ref, "", one.value, one.why)
            continue
        if _people(state.question, before.form):
            yield Line(one.ref, state.label, state.shown or one.value, one.why)


def _asked(before: Session, after: Session, known: Mapping[str, str]) -> Iterator[Line]:
    items = _items(before.form)
    for ref in _refs(after):
        state = after.node(ref)
        if not state.relevant or not _people(state.question, after.form):
            continue
        if not _applied(before, ref, known, items):
            why = "required" if state.required else ""
            yield Line(ref, state.label, state.shown, why)


def _applied(
    before: Session, ref: str, known: Mapping[str, str], items: Mapping[str, Item]
) -> bool:
    """Whether the old paper asked this already."""
    path = known.get(template_path(ref))
    if path is None:
        return False
    try:
        return before.answer(placed(path, ref, items)).relevant
    except KeyError:
        return False


def _wrong(
    before: Session, after: Session, known: Mapping[str, str], asked: set[str]
) -> Iterator[Line]:
    standing = {(problem.ref, problem.code) for problem in before.problems()}
    items = _items(before.form)
    for problem in after.problems():
        if problem.code == "required" and problem.ref in asked:
            continue
        path = known.get(template_path(problem.ref))
        if path is None or (placed(path, problem.ref, items), problem.code) not in standing:
            yield _line(after, problem)


def _line(after: Session, problem: Problem) -> Line:
    shown = problem.message or after.node(problem.ref).shown
    return Line(problem.ref, problem.label, shown, problem.code)


def _refs(session: Session) -> Iterator[str]:
    """Every question that is there, in screen order."""
    waiting = [session.form.body.path]
    while waiting:
        ref = waiting.pop()
        below = session.children(ref)
        if not below and isinstance(session.answer(ref).question, Question):
            yield ref
        waiting.extend(reversed(below))
