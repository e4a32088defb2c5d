"""An edit that can be taken back: by a counter-change of what it changed, and of nothing else."""

from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Edited(Generic[Row]):
    """A row before and after an edit."""

    before: Row
    after: Row


def taken_back(now: Any, edited: Edited[Row]) -> Row:
    """The row as it is now with what the edit changed as it was; what came since stays."""
    before = {
        field.name: getattr(edited.before, field.name)
        for field in fields(now)
        if getattr(edited.before, field.name) != getattr(edited.after, field.name)
    }
    row: Row = replace(now, **before)
    return row
