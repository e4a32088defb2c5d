"""How a previewed list reads: wrong, doubtful, changed and new rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from app.screens.layout import dotted
from app.screens.sentences_lists import (
    choice_words,
    doubt_sentence,
    place_words,
    places_words,
    wrong_sentence,
)
from app.widgets.chips import Chip
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.services.list_preview import Doubt, Entry, Preview, Wrong

MOST: Final = 200
"""Rows shown of each group at first, and each time more are asked for."""
MORE: Final = "more:"
"""How the key of the row begins that asks for more of a group."""
CONTEXT: Final = "EquipmentList"


def rows_of(
    found: Preview[Any, Any],
    words: Callable[[Entry[Any, Any]], tuple[str, str, str]],
    chosen: Mapping[str, str],
    shown: Mapping[str, int],
) -> list[Group | Work]:
    """Groups that have any rows, what needs a person first; ``shown`` rows of each.

    ``words`` gives the title, the second line and the icon of a row that is new or changed.
    """
    entry = partial(_entry, words=words)
    columns = found.headings
    wrong = tuple(enumerate(found.wrong))
    groups: tuple[tuple[str, str, Sequence[Any], Callable[[Any], Work]], ...] = (
        (
            "doubts",
            QCoreApplication.translate(CONTEXT, "To be resolved"),
            found.doubts,
            partial(_doubt, chosen=chosen),
        ),
        (
            "wrong",
            QCoreApplication.translate(CONTEXT, "Wrong, left out"),
            wrong,
            partial(_wrong, columns=columns),
        ),
        (
            "changed",
            QCoreApplication.translate(CONTEXT, "Changed"),
            found.of("changed"),
            entry,
        ),
        ("new", QCoreApplication.translate(CONTEXT, "New"), found.of("new"), entry),
    )
    rows: list[Group | Work] = []
    for key, title, every, make in groups:
        if every:
            some = every[: shown.get(key, MOST)]
            rows += [Group(key, title, str(len(every))), *(make(one) for one in some)]
            if len(some) < len(every):
                rows.append(_more(key, len(every) - len(some)))
    return rows


def _more(key: str, left: int) -> Work:
    title = QCoreApplication.translate(CONTEXT, "Show more")
    words = QCoreApplication.translate(CONTEXT, "%n more row(s) of this kind", None, left)
    return Work(f"{MORE}{key}", title, words, "more", "accent", chevron=True)


def _wrong(one: tuple[int, Wrong], columns: Mapping[str, str]) -> Work:
    at, wrong = one
    where = place_words(wrong.place, columns.get(wrong.column, ""))
    return Work(f"wrong:{at}", wrong_sentence(wrong), where, "triangle", "warning")


def _doubt(doubt: Doubt, chosen: Mapping[str, str]) -> Work:
    chip = Chip(QCoreApplication.translate(CONTEXT, "Left out for now"), "warning", "clock")
    key = chosen.get(doubt.key, "")
    choice = next((one for one in doubt.choices if one.key == key), None)
    if choice is not None:
        chip = Chip(QCoreApplication.translate(CONTEXT, "Resolved"), "ok", "tick")
    rows = places_words(doubt.places[:3])
    more = "…" if len(doubt.places) > len(doubt.places[:3]) else ""
    second = dotted(rows + more, choice_words(choice) if choice is not None else "")
    return Work(doubt.key, doubt_sentence(doubt), second, "info", "accent", chip, chevron=True)


def _entry(
    entry: Entry[Any, Any], words: Callable[[Entry[Any, Any]], tuple[str, str, str]]
) -> Work:
    title, second, icon = words(entry)
    place = entry.said.place
    return Work(f"{place.sheet}!{place.row}", title, second, icon, "mute")
