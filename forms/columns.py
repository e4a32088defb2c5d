"""The answers of a form as flat tables: one for the paper, one for each repeat, by names.

Names are identity across the versions of a form: a question that moved to another group stays in
its column, one that moved into a repeat or out of it gets a column in the other table.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from forms.model import NO_LABEL, Form, Group, Label, Question, Repeat
from forms.speech import CHOOSING, spoken

Key = TypeVar("Key")

NUMBERS = frozenset({"integer", "decimal"})
RECORDS = "records"
TABLES_TAKEN = ("columns", "about")
"""Table names an export needs for itself."""

MOST_TITLE = 120
"""Characters of a title; a longer label is cut, its name stays whole."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a question stands whatever its groups are: the repeats around it, and its name.

    A repeat is its own last step with an empty name. Names that a form uses twice are told apart
    by the groups before them.
    """

    repeats: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """One question over all versions.

    ``datatype`` is ``integer``, ``decimal`` or ``text`` (also where versions disagree); ``words``
    is the name of the column beside it that holds the words of a choice, "" without choices.
    """

    spot: Spot
    name: str
    title: str
    datatype: str
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """The paper itself (``repeats`` empty) or one repeat; ``parent`` is the table around it."""

    repeats: tuple[str, ...]
    name: str
    title: str
    parent: str
    columns: tuple[Column, ...]


def spots(form: Form) -> dict[str, Spot]:
    """Every question and repeat of a form: its path and where it stands."""
    items = tuple(form.items())
    repeats = Counter(item.name for item in items if isinstance(item, Repeat))
    twice = frozenset(name for name, times in repeats.items() if times > 1)
    found = list(_walk(form.body, (), form.body.path + "/", twice))
    shared = Counter(spot for _path, spot in found)
    return {
        path: spot
        if shared[spot] == 1
        else Spot(spot.repeats, path.removeprefix(form.body.path + "/"))
        for path, spot in found
    }


def _walk(
    around: Group | Repeat, repeats: tuple[str, ...], root: str, twice: frozenset[str]
) -> Iterator[tuple[str, Spot]]:
    for item in around.children:
        if isinstance(item, Question):
            yield item.path, Spot(repeats, item.name)
        elif isinstance(item, Repeat):
            name = item.path.removeprefix(root) if item.name in twice else item.name
            inner = (*repeats, name)
            yield item.path, Spot(inner, "")
            yield from _walk(item, inner, root, twice)
        else:
            yield from _walk(item, repeats, root, twice)


@dataclass(slots=True)
class _Gathered:
    """What is known of one table while the versions are read."""

    title: str
    questions: dict[Spot, list[Question]] = field(default_factory=dict)


def tables(
    forms: Sequence[Form], language: str = "zh", *, taken: Iterable[str] = ()
) -> tuple[Table, ...]:
    """The tables of all versions of a form, the newest first in ``forms`` and in the columns.

    What only older versions ask stands behind; the paper itself is the first table. ``taken`` are
    column names that others use.
    """
    gathered: dict[tuple[str, ...], _Gathered] = {}
    for form in forms:
        own = spoken(form, language)
        gathered.setdefault((), _Gathered(form.title))
        places = spots(form)
        for item in form.items():
            if isinstance(item, Repeat):
                spot = places[item.path]
                gathered.setdefault(spot.repeats, _Gathered(_words(item.label, own, item.name)))
            elif isinstance(item, Question) and is_told(item, form):
                spot = places[item.path]
                gathered[spot.repeats].questions.setdefault(spot, []).append(item)
    wanted = {repeats: repeats[-1] if repeats else RECORDS for repeats in gathered}
    names = _distinct(wanted, TABLES_TAKEN)
    return tuple(
        Table(
            repeats,
            names[repeats],
            found.title or names[repeats],
            names[repeats[:-1]] if repeats else "",
            _columns(found.questions, language, forms, taken),
        )
        for repeats, found in gathered.items()
    )


def is_told(question: Question, form: Form) -> bool:
    """Whether a question holds an answer people or the form gave, rather than bookkeeping."""
    if question.kind == "note" or question.is_head or question.name.startswith("@"):
        return False
    return not question.path.startswith(f"{form.body.path}/meta/")


def _columns(
    questions: Mapping[Spot, Sequence[Question]],
    language: str,
    forms: Sequence[Form],
    taken: Iterable[str],
) -> tuple[Column, ...]:
    chosen = {spot for spot, found in questions.items() if any(q.kind in CHOOSING for q in found)}
    wanted: dict[tuple[Spot, bool], str] = {}
    for spot in questions:
        wanted[spot, False] = spot.name
    for spot in questions:
        if spot in chosen:
            wanted[spot, True] = f"{spot.name}_label"
    names = _distinct(wanted, taken)
    own = spoken(forms[0], language) if forms else language
    return tuple(
        Column(
            spot,
            names[spot, False],
            _words(versions[0].label, own, names[spot, False]),
            _datatype(versions),
            names[spot, True] if spot in chosen else "",
        )
        for spot, versions in questions.items()
    )


def _datatype(versions: Sequence[Question]) -> str:
    types = {"text" if one.kind in CHOOSING else one.datatype for one in versions}
    if not types <= NUMBERS:
        return "text"
    return "decimal" if "decimal" in types else "integer"


def _words(label: Label, language: str, name: str) -> str:
    text = " ".join(label.get(language).split()) if label is not NO_LABEL else ""
    return text[:MOST_TITLE] or name


def _distinct(wanted: Mapping[Key, str], taken: Iterable[str]) -> dict[Key, str]:
    """Names that differ even where letter case is not looked at, as in SQLite and Excel."""
    used = {name.casefold() for name in taken}
    found: dict[Key, str] = {}
    for key, long in wanted.items():
        name = long.replace("/", "_")
        free, number = name, 2
        while free.casefold() in used:
            free, number = f"{name}_{number}", number + 1
        used.add(free.casefold())
        found[key] = free
    return found
