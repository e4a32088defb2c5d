"""How a list of special equipment is imported: its title, its rows, what each would change."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.equipment_words import device_icon, kind_words, status_words
from app.screens.layout import dotted
from app.screens.list_dialog import ListKind
from app.screens.sentences_lists import place_words
from app.services.equipment import named
from app.services.equipment_import import apply, preview

if TYPE_CHECKING:
    from app.services.equipment_rows import Given
    from app.services.list_preview import Difference, Entry
    from db.rows import Equipment

CONTEXT: Final = "EquipmentList"


def equipment_list() -> ListKind:
    """Special equipment, in the language shown now."""
    return ListKind(
        QCoreApplication.translate(CONTEXT, "Import special equipment: {file}"),
        QCoreApplication.translate(
            CONTEXT,
            "Rows left out because the equipment was changed meanwhile: {count}. Import the list "
            "again to see them.",
        ),
        preview,
        apply,
        entry_words,
    )


def entry_words(entry: Entry[Given, Equipment]) -> tuple[str, str, str]:
    """A device and its number; where it stands, or what would change."""
    row = entry.after
    title, icon = dotted(row.name, row.registration_no or row.code), device_icon(row.kind_code)
    if entry.before is not None:
        return title, "；".join(_difference(one) for one in entry.differences), icon
    beside = "；".join(_difference(one) for one in entry.beside)
    return title, dotted(place_words(entry.said.place), entry.said.unit, row.place, beside), icon


def _difference(one: Difference) -> str:
    names = {
        "code": QCoreApplication.translate(CONTEXT, "Equipment code"),
        "registration_no": QCoreApplication.translate(CONTEXT, "Registration number"),
        "kind_code": QCoreApplication.translate(CONTEXT, "Kind"),
        "name": QCoreApplication.translate(CONTEXT, "Name"),
        "place": QCoreApplication.translate(CONTEXT, "Place"),
        "maker": QCoreApplication.translate(CONTEXT, "Maker"),
        "maintenance_unit": QCoreApplication.translate(CONTEXT, "Maintenance unit"),
        "model": QCoreApplication.translate(CONTEXT, "Model"),
        "registered": QCoreApplication.translate(CONTEXT, "Registered"),
        "last_test": QCoreApplication.translate(CONTEXT, "Last test"),
        "next_test": QCoreApplication.translate(CONTEXT, "Next test"),
        "status": QCoreApplication.translate(CONTEXT, "Status"),
        "key_unit": QCoreApplication.translate(CONTEXT, "Key unit"),
    }
    if one.field == "enterprise_id":
        return QCoreApplication.translate(CONTEXT, "Another unit uses it")
    return f"{names[one.field]} {_value(one.field, one.before)} → {_value(one.field, one.after)}"


def _value(field: str, value: object) -> str:
    if field == "status":
        return status_words(str(value))
    if field == "key_unit" and value:
        yes, no = (
            QCoreApplication.translate(CONTEXT, "Yes"),
            QCoreApplication.translate(CONTEXT, "No"),
        )
        return yes if value == "yes" else no
    if field == "kind_code":
        return kind_words(named(str(value)))
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if value else "—"
