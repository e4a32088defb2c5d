"""What a running form shows and reports: states, problems, changes, findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from forms.model import Item

NOTHING: frozenset[str] = frozenset()
NO_MEDIA: Mapping[str, str] = MappingProxyType({})


def _no_media() -> Mapping[str, str]:
    return NO_MEDIA


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that cannot stand.

    ``code`` is ``required``, ``constraint``, ``type``, ``choice``, or ``rows`` for a repeat that
    must hold a row and holds none. ``message`` is the form's own
    sentence in the session's language, empty when the workbook gives none: the screen then words
    the code itself. ``label`` is the question's label, ``section`` the ref of its section.
    """

    ref: str
    code: str
    message: str
    label: str
    section: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The exact set of refs an action touched, by what changed about them.

    ``values`` includes answers and computed values; ``visible`` relevance; ``errors`` a problem
    that came, went or changed its words; ``choices`` the offered choices, labels with computed
    pieces, required marks and read-only states; ``structure`` the refs of repeats (without a key)
    whose rows came or went.
    """

    values: frozenset[str] = NOTHING
    visible: frozenset[str] = NOTHING
    errors: frozenset[str] = NOTHING
    choices: frozenset[str] = NOTHING
    structure: frozenset[str] = NOTHING

    def __bool__(self) -> bool:
        return bool(self.values or self.visible or self.errors or self.choices or self.structure)

    def __or__(self, other: "Changed") -> "Changed":
        return Changed(
            self.values | other.values,
            self.visible | other.visible,
            self.errors | other.errors,
            self.choices | other.choices,
            self.structure | other.structure,
        )


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as offered now: the stored value, its words in the session's language, its row.

    ``media`` are the names of the files shown with it, by ``image big-image audio video``.
    """

    value: str
    label: str
    extra: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=_no_media)


@dataclass(frozen=True, slots=True)
class State:
    """One node as it is now.

    ``question`` is the node's definition (a group or a repeat as well). ``value`` is the stored
    text, kept even when not relevant; ``shown`` the text as it is printed (choices by label).
    ``relevant`` and ``readonly`` include what the surrounding groups say. ``choices`` holds at
    most 500; ask ``Session.search`` for longer lists. ``chosen`` are the values of a choice of
    several with their words, in the order stored, whether they are offered now or not. ``media``
    is as that of an option. ``guidance`` says more than the hint to who asks for it.
    """

    ref: str
    question: Item
    value: str
    shown: str
    relevant: bool
    required: bool
    readonly: bool
    error: Problem | None
    label: str
    hint: str
    choices: tuple[Option, ...] = ()
    chosen: tuple[Option, ...] = ()
    media: Mapping[str, str] = field(default_factory=_no_media)
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered at one node, without its words and its choices; fields as in ``State``."""

    question: Item
    value: str
    relevant: bool
    error: Problem | None


@dataclass(frozen=True, slots=True)
class FindingSeed:
    """A question whose chosen answer is adverse, with what the form says about it."""

    ref: str
    item: str
    law: str
    severity: str
    measure: str
    clock: str
