"""What a new version asks of a second person, and the word he gave, as the package keeps it.

A draft begun on an earlier version cannot go on by itself where a question is renamed, gone, of
another type, or moved into a repeat or out of it. Every name that is gone has a row in the sheet
``renamed``: its new name, or that it is meant to be gone.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from forms.compare_words import Difference

PART = "approval.json"
_ALSO = frozenset({"renamed"})
_UNMAPPED = frozenset({"removed", "repeat-removed"})


@dataclass(frozen=True, slots=True)
class Approval:
    """Who published over breaking changes, who confirmed it, when (ISO, with zone), and why.

    ``previous`` is the hash of the version it was compared with, ``changes`` what differed, one
    sentence a line.
    """

    previous: str
    publisher_id: str
    publisher: str
    confirmed_id: str
    confirmed: str
    certificate: str
    at: str
    reason: str
    changes: tuple[str, ...]


def grave(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences that need a second person."""
    return tuple(one for one in found if one.level == "breaking" or one.code in _ALSO)


def unmapped(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Those of names that are gone without a row in the sheet ``renamed``."""
    return tuple(one for one in found if one.code in _UNMAPPED)


def written(approval: Approval) -> bytes:
    """It as the part of a package."""
    return json.dumps(asdict(approval), ensure_ascii=False, indent=1, sort_keys=True).encode()


def read(data: bytes) -> Approval:
    """It from the part of a package.

    Raises:
        ValueError, TypeError, KeyError: it is none.
    """
    told: Mapping[str, object] = json.loads(data)
    changes = told["changes"]
    if not isinstance(changes, list):
        raise TypeError("changes")
    text = {name: str(told[name]) for name in Approval.__slots__}
    return Approval(
        text["previous"],
        text["publisher_id"],
        text["publisher"],
        text["confirmed_id"],
        text["confirmed"],
        text["certificate"],
        text["at"],
        text["reason"],
        tuple(map(str, changes)),
    )
