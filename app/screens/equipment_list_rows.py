"""How a previewed list of special equipment reads: wrong, doubtful, changed and new rows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.equipment_words import kind_words, status_words
from app.screens.layout import dotted
from app.screens.sentences_equipment import (
    choice_words,
    doubt_sentence,
    place_words,
    wrong_sentence,
)
from app.services.equipment import named
from app.widgets.chips import Chip
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.equipment_doubts import Doubt
    from app.services.equipment_preview import Difference, Entry, Preview

MOST: Final = 200
"""Rows shown of each group; the head of the group says how many there are."""
CONTEXT: Final = "EquipmentList"


def rows_of(found: Preview, chosen: Mapping[str, str]) -> list[Group | Work]:
    """Groups that have any rows, what needs a person first."""
    columns = found.headings
    groups: tuple[tuple[str, str, list[Work], int], ...] = (
        (
            "doubts",
            QCoreApplication.translate(CONTEXT, "To be resolved"),
            [_doubt(one, chosen) for one in found.doubts[:MOST]],
            len(found.doubts),
        ),
        (
            "wrong",
            QCoreApplication.translate(CONTEXT, "Wrong, left out"),
            [
                Work(
                    f"wrong:{at}",
                    wrong_sentence(one),
                    place_words(one.place, columns.get(one.column, "")),
                    "triangle",
                    "warning",
                )
                for at, one in enumerate(found.wrong[:MOST])
            ],
            len(found.wrong),
        ),
        _entries(found, "changed", QCoreApplication.translate(CONTEXT, "Changed")),
        _entries(found, "new", QCoreApplication.translate(CONTEXT, "New")),
    )
    rows: list[Group | Work] = []
    for key, title, works, count in groups:
        if works:
            rows += [Group(key, title, str(count)), *works]
    return rows


def _entries(found: Preview, state: str, title: str) -> tuple[str, str, list[Work], int]:
    entries = found.of(state)
    return state, title, [_entry(one) for one in entries[:MOST]], len(entries)


def _doubt(doubt: Doubt, chosen: Mapping[str, str]) -> Work:
    chip = Chip(QCoreApplication.translate(CONTEXT, "Left out for now"), "warning", "clock")
    key = chosen.get(doubt.key, "")
    choice = next((one for one in doubt.choices if one.key == key), None)
    if choice is not None:
        chip = Chip(QCoreApplication.translate(CONTEXT, "Resolved"), "ok", "tick")
    rows = "、".join(place_words(place) for place in doubt.places[:3])
    more = "…" if len(doubt.places) > len(doubt.places[:3]) else ""
    second = dotted(rows + more, choice_words(choice) if choice is not None else "")
    return Work(doubt.key, doubt_sentence(doubt), second, "info", "accent", chip, chevron=True)


def _entry(entry: Entry) -> Work:
    row = entry.after
    title = dotted(row.name, row.registration_no or row.code)
    second = dotted(place_words(entry.said.place), entry.said.unit, row.place)
    if entry.before is not None:
        second = "；".join(_difference(one) for one in entry.differences)
    key = f"{entry.said.place.sheet}!{entry.said.place.row}"
    return Work(key, title, second, "box", "mute")


def _difference(one: Difference) -> str:
    names = {
        "code": QCoreApplication.translate(CONTEXT, "Equipment code"),
        "registration_no": QCoreApplication.translate(CONTEXT, "Registration number"),
        "kind_code": QCoreApplication.translate(CONTEXT, "Kind"),
        "name": QCoreApplication.translate(CONTEXT, "Name"),
        "place": QCoreApplication.translate(CONTEXT, "Place"),
        "maker": QCoreApplication.translate(CONTEXT, "Maker"),
        "maintenance_unit": QCoreApplication.translate(CONTEXT, "Maintenance unit"),
        "next_test": QCoreApplication.translate(CONTEXT, "Next test"),
        "status": QCoreApplication.translate(CONTEXT, "Status"),
    }
    if one.field == "enterprise_id":
        return QCoreApplication.translate(CONTEXT, "Another unit uses it")
    return f"{names[one.field]} {_value(one.field, one.before)} → {_value(one.field, one.after)}"


def _value(field: str, value: object) -> str:
    if field == "status":
        return status_words(str(value))
    if field == "kind_code":
        return kind_words(named(str(value)))
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if value else "—"
