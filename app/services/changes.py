"""What a write changed, so that every screen knows whether it must look again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.journal.operation import Operation

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds of record touched (``enterprise``, ``record``, ``finding`` …) and their ids."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        """Both together."""
        return Changes(self.kinds | other.kinds, self.ids | other.ids)

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.kinds)


@dataclass(frozen=True, slots=True)
class Result(Generic[T_co]):
    """What a write gives back: its value and what it changed."""

    value: T_co
    changes: Changes


def touched(kind: str, *ids: str) -> Changes:
    """Changes to records of one kind."""
    return Changes(frozenset({kind}), frozenset(ids))


def arrived(fresh: Iterable[Operation]) -> Changes:
    """Changes by operations of others that were taken in."""
    named = [(one.rec_type, one.rec_id) for one in fresh]
    return Changes(frozenset(kind for kind, _id in named), frozenset(key for _kind, key in named))
