"""What a bureau's list would change in a register, before anything is changed.

A register gives its own reading of a row (``Said``), its own row type and its own way to compare
one with the other; what is the same for every list stands here.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, Protocol, TypeVar

from app.services.list_cells import uncounted
from app.services.list_reading import Listing, Note, Place, Read

Row = TypeVar("Row")


class Said(Protocol):
    """What one row of a list says."""

    @property
    def place(self) -> Place:
        """Where it stands."""

    @property
    def unit(self) -> str:
        """The unit's name, empty where the row has none."""

    @property
    def uscc(self) -> str:
        """The unit's 统一社会信用代码, empty where the row has none."""

    @property
    def claims(self) -> Mapping[str, object]:
        """What the row says of each number in it; two rows that say otherwise are doubtful."""

    @property
    def title(self) -> str:
        """How the row is named where one of several is chosen."""

    def says(self) -> object:
        """Everything it says, its place left out: what two equal rows have in common."""


S = TypeVar("S", bound=Said)


@dataclass(frozen=True, slots=True)
class Wrong:
    """One cell that cannot be taken over: the column of the register, and what is wrong.

    ``problem`` is that of ``forms.rules.identifiers`` where it is an identifier.
    """

    place: Place
    column: str
    code: str
    value: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way out of a doubt; ``text`` names what is meant: the unit, the person, the row."""

    key: str
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What only a person can tell, for all rows it stands in at once.

    ``text`` is what the list says, ``known`` what the register says.
    """

    key: str
    reason: str
    places: tuple[Place, ...]
    choices: tuple[Choice, ...]
    text: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a row before and after."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Entry(Generic[S, Row]):
    """One row that can be taken over: what the register has and would have.

    ``unit`` is the unit it means, where that is plain; ``doubts`` are keys of the doubts that must
    be resolved first; ``beside`` changes in another row than this one.
    """

    said: S
    before: Row | None
    after: Row
    unit: str = ""
    doubts: tuple[str, ...] = ()
    beside: tuple[Difference, ...] = ()

    @property
    def state(self) -> str:
        """One of new, changed, same, doubtful."""
        if self.doubts:
            return "doubtful"
        if self.before is None:
            return "new"
        return "same" if self.before == self.after and not self.beside else "changed"

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What would change, field by field; nothing for a new row."""
        if self.before is None:
            return ()
        after: Any = self.after
        pairs = (
            Difference(one.name, getattr(self.before, one.name), getattr(after, one.name))
            for one in fields(after)
        )
        return (*(pair for pair in pairs if pair.before != pair.after), *self.beside)


@dataclass(frozen=True, slots=True)
class Preview(Generic[S, Row]):
    """Every row of the file in one of five states; ``headings`` as the file calls the columns.

    ``repeats`` are rows that say the very same as one above, ``ignored`` headings nobody knows.
    """

    file: str
    entries: tuple[Entry[S, Row], ...]
    doubts: tuple[Doubt, ...]
    wrong: tuple[Wrong, ...]
    repeats: tuple[Place, ...]
    headings: Mapping[str, str]
    ignored: tuple[str, ...]
    notes: tuple[Note, ...] = ()

    @property
    def wrong_rows(self) -> int:
        """The rows that stay out because something in them is wrong."""
        return len({one.place for one in self.wrong})

    def of(self, state: str) -> tuple[Entry[S, Row], ...]:
        """The entries in one state: new, changed, same, doubtful."""
        return tuple(one for one in self.entries if one.state == state)


class Comparing(Protocol[S, Row]):
    """How one register compares rows with what it has."""

    def prepare(self, rows: Sequence[S]) -> None:
        """Look at all rows at once: what the register has of them, what they say of each other."""

    def entry(self, said: S) -> Entry[S, Row] | Wrong:
        """One row beside the register."""

    def all(self) -> tuple[Doubt, ...]:
        """The doubts found so far."""


def compared(
    listing: Listing,
    given: Callable[[Read], tuple[S, tuple[Wrong, ...]]],
    comparing: Comparing[S, Row],
) -> Preview[S, Row]:
    """Every row of a list read and compared; of a row with anything wrong nothing is taken."""
    rows: list[S] = []
    wrong: list[Wrong] = []
    for one in listing.rows:
        said, found = _without_results(one, *given(one))
        wrong += found
        if not found:
            rows.append(said)
    single, repeats = _without_repeats(rows)
    comparing.prepare(single)
    entries = []
    for said in single:
        entry = comparing.entry(said)
        if isinstance(entry, Wrong):
            wrong.append(entry)
        else:
            entries.append(entry)
    used = {key for entry in entries for key in entry.doubts}
    return Preview(
        listing.file,
        tuple(entries),
        tuple(one for one in comparing.all() if one.key in used),
        tuple(wrong),
        repeats,
        listing.headings,
        listing.ignored,
        listing.notes,
    )


def _without_results(read: Read, said: S, found: tuple[Wrong, ...]) -> tuple[S, tuple[Wrong, ...]]:
    """What is wrong in a row; of a formula without a result only that, whatever column it is."""
    failed = {column: text for column, text in read.cells.items() if uncounted(text)}
    if not failed:
        return said, found
    told = tuple(
        Wrong(read.place, column, uncounted(text), text) for column, text in failed.items()
    )
    return said, (*told, *(one for one in found if one.column not in failed))


def _without_repeats(rows: Sequence[S]) -> tuple[list[S], tuple[Place, ...]]:
    """The rows, those left out that say the very same as one before."""
    single: list[S] = []
    repeats: list[Place] = []
    seen: dict[frozenset[str], list[object]] = defaultdict(list)
    for said in rows:
        before = seen[frozenset(said.claims)]
        if said.says() in before:
            repeats.append(said.place)
        else:
            before.append(said.says())
            single.append(said)
    return single, tuple(repeats)
