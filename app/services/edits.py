"""An edit that can be taken back: by a counter-change of what it changed, and of nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeVar

from db.store.operations import Event
from db.store.tables import defaults

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


def before(row: type, history: Sequence[Event], txn: str) -> Mapping[str, Any]:
    """The values the fields of a row had before a transaction changed them, by its history."""
    changed = [place for place, event in enumerate(history) if event.operation.txn == txn]
    columns = {field.name for field in fields(row)}
    names = {name for place in changed for name in history[place].operation.fields} & columns
    usual = defaults(row)
    found = {name: usual.get(name) for name in names}
    for event in reversed(history[changed[-1] + 1 :]):
        found |= {
            name: value for name, (value, _seen) in event.operation.fields.items() if name in names
        }
    return found
