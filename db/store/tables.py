"""What every noun's table looks like, read off its row: columns, their kinds, how values travel."""

import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, TypeVar

from db import duty_rows, rows
from db.journal.clock import from_text, to_text
from db.journal.record import PARTY_REPORT

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that travels; ``value`` is JSON text."""

    key: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The table of one noun.

    ``kept`` columns are written by the projection itself and never travel as fields;
    ``local`` columns belong to this machine and are no part of what a rebuild must equal.
    """

    rec_type: str
    name: str
    row: type
    kept: frozenset[str] = frozenset()
    local: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of the row's fields; the first is the key."""
        return _names(self.row)

    @property
    def key(self) -> str:
        """The key column."""
        return self.columns[0]


@cache
def _names(row: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(row))


_ALL = (
    Table("enterprise", "enterprise", rows.Enterprise, kept=frozenset({"updated"})),
    Table("equipment", "equipment", rows.Equipment),
    Table("product", "product", rows.Product),
    Table("person", "person", rows.Person),
    Table("law", "law_article", rows.LawArticle),
    Table("case", "case_file", rows.CaseFile),
    Table(
        "record",
        "record",
        rows.Record,
        kept=frozenset({"updated", "answered", "asked"}),
        local=frozenset({"answered", "asked"}),
    ),
    Table("finding", "finding", rows.Finding),
    Table("signature", "signature", rows.Signature),
    Table("sample", "sample", rows.Sample),
    Table("document", "document", rows.Document),
    Table("attachment", "attachment", rows.Attachment),
    Table("number_block", "number_block", rows.NumberBlock, kept=frozenset({"next"})),
    Table("form_package", "form_package", rows.FormPackage),
    Table("setting", "setting", Setting),
    Table("follow_up", "follow_up", duty_rows.FollowUp),
    Table("term_change", "term_change", duty_rows.TermChange),
    Table("operator", "operator", duty_rows.Operator),
    Table("visit", "visit", duty_rows.Visit),
    Table("custody", "custody", duty_rows.Custody),
    Table("test_report", "test_report", duty_rows.TestReport),
    Table("test_item", "test_item", duty_rows.TestItem),
    Table("objection", "objection", duty_rows.Objection),
    Table("batch", "batch", duty_rows.Batch),
    Table("batch_move", "batch_move", duty_rows.BatchMove),
    Table("appointment", "appointment", duty_rows.Appointment),
    Table("former_name", "former_name", duty_rows.FormerName),
    Table("settlement", "settlement", duty_rows.Settlement),
    Table("handover", "handover", duty_rows.Handover),
    Table(PARTY_REPORT, "party_report", duty_rows.PartyReport),
)
TABLES: Mapping[str, Table] = types.MappingProxyType({table.rec_type: table for table in _ALL})
_BY_ROW = {table.row: table for table in _ALL}


def table_of(row: type) -> Table:
    """Return the table of a row class."""
    return _BY_ROW[row]


def _same(value: Any) -> Any:
    return value


_TO_SQL: dict[object, Callable[[Any], Any]] = {
    dt.datetime: to_text,
    dt.date: dt.date.isoformat,
    bool: int,
    tuple: lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
}
_TO_ROW: dict[object, Callable[[Any], Any]] = {
    dt.datetime: from_text,
    dt.date: dt.date.fromisoformat,
    bool: bool,
    tuple: lambda value: tuple(json.loads(value)),
}


def _kinds_of(row: type) -> Mapping[str, object]:
    found: dict[str, object] = {}
    for name, hint in typing.get_type_hints(row).items():
        args = [one for one in typing.get_args(hint) if one is not types.NoneType]
        plain = args[0] if isinstance(hint, types.UnionType) else hint
        found[name] = typing.get_origin(plain) or plain
    return found


_KINDS = {table.row: _kinds_of(table.row) for table in _ALL}
_READERS = {
    row: tuple(_TO_ROW.get(kind, _same) for kind in kinds.values()) for row, kinds in _KINDS.items()
}


def to_row(row: type[Row], found: Sequence[Any]) -> Row:
    """Return the dataclass of a result whose columns are in the order of its fields."""
    readers = _READERS[row]
    return row(
        *(
            None if value is None else read(value)
            for read, value in zip(readers, found, strict=True)
        )
    )


def to_sql(row: type, name: str, value: Any) -> Any:
    """Return a field's value as the store and the journal keep it: text, whole number, bytes."""
    return None if value is None else _TO_SQL.get(_KINDS[row][name], _same)(value)


def travelling(row: Any) -> dict[str, Any]:
    """Return the fields of a row that travel in its operation, in their kept form."""
    table = table_of(type(row))
    return {
        name: to_sql(type(row), name, getattr(row, name))
        for name in table.columns[1:]
        if name not in table.kept
    }


def defaults(row: type) -> Mapping[str, Any]:
    """Return the kept form of the fields that need not travel when a row is made."""
    return _DEFAULTS[row]


def select(row: type) -> str:
    """Return ``SELECT … FROM …`` of a row class, to be followed by its WHERE."""
    return _SELECTS[row]


_SELECTS = {table.row: f"SELECT {', '.join(table.columns)} FROM {table.name}" for table in _ALL}
_DEFAULTS = {
    table.row: {
        field.name: to_sql(table.row, field.name, field.default)
        for field in fields(table.row)
        if field.default is not MISSING
    }
    for table in _ALL
}
