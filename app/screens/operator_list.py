"""How a list of operators is imported: its title, its rows, what each would change."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.layout import dotted
from app.screens.list_dialog import ListKind
from app.screens.sentences_lists import place_words
from app.services.operator_import import apply, preview

if TYPE_CHECKING:
    from app.services.list_preview import Difference, Entry
    from app.services.operator_rows import Certified, Given

CONTEXT: Final = "OperatorList"


def operator_list() -> ListKind:
    """Operators, in the language shown now."""
    return ListKind(
        QCoreApplication.translate(CONTEXT, "Import operators: {file}"),
        QCoreApplication.translate(
            CONTEXT,
            "Rows left out because the operator was changed meanwhile: {count}. Import the list "
            "again to see them.",
        ),
        preview,
        apply,
        entry_words,
    )


def entry_words(entry: Entry[Given, Certified]) -> tuple[str, str, str]:
    """Name and certificate; unit, work and expiry, or what would change."""
    row, said = entry.after, entry.said
    title = dotted(row.name, row.certificate)
    if entry.before is not None:
        told = (_difference(one) for one in entry.differences)
        return title, "；".join(filter(None, told)), "user"
    until = QCoreApplication.translate(CONTEXT, "Valid until {day}").format(day=_value(row.expires))
    device = said.code or said.number
    return title, dotted(place_words(said.place), said.unit, device, row.project, until), "user"


def _difference(one: Difference) -> str:
    """One difference in words; that the post has an id of its own is nobody's concern."""
    names = {
        "name": QCoreApplication.translate(CONTEXT, "Name"),
        "certificate": QCoreApplication.translate(CONTEXT, "Certificate"),
        "expires": QCoreApplication.translate(CONTEXT, "Valid until"),
        "project": QCoreApplication.translate(CONTEXT, "Allowed work"),
        "phone": QCoreApplication.translate(CONTEXT, "Telephone"),
    }
    if one.field == "enterprise_id":
        return QCoreApplication.translate(CONTEXT, "Now of another unit")
    if one.field == "operator_id":
        return QCoreApplication.translate(CONTEXT, "One more post")
    if one.field not in names:
        return ""
    return f"{names[one.field]} {_value(one.before)} → {_value(one.after)}"


def _value(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if value else "—"
