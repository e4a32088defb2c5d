"""The lines of a report as a grid: what is typed, what was rounded, and the judgement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.result_words import item_words, method_words, why_words
from app.services.judging import requirement_of
from app.widgets.chips import Chip
from app.widgets.grid import Cells, Column
from forms.rules.judgement import FAIL, METHODS, PASS, problem

if TYPE_CHECKING:
    from app.services.judging import Judged
    from db.duty_rows import TestItem

translate = QCoreApplication.translate
TYPED = ("name", "standard", "required", "lower", "upper", "unit", "measured", "method")


def columns() -> tuple[Column, ...]:
    """The columns in the order in which a laboratory's report has them."""
    methods = tuple((one, method_words(one)) for one in METHODS)
    return (
        Column("name", translate("results", "Item"), 92),
        Column("standard", translate("results", "Clause"), 72),
        Column("lower", translate("results", "Lower limit"), 52),
        Column("upper", translate("results", "Upper limit"), 52),
        Column("required", translate("results", "In words"), 72),
        Column("unit", translate("results", "Unit"), 54),
        Column("measured", translate("results", "Measured"), 74),
        Column("method", translate("results", "Method"), 78, choices=methods),
        Column("rounded", translate("results", "Rounded"), 70, editable=False),
        Column("verdict", translate("results", "Judgement"), 104, editable=False),
    )


def cells(line: Judged) -> Cells:
    """One line as its cells."""
    item = line.item
    texts = {name: str(getattr(item, name)) for name in TYPED}
    texts["rounded"] = line.computed.rounded
    wrong = problem(requirement_of(item))
    tones = {side: "danger" for side in ("lower", "upper") if wrong in {side, "order"}}
    if line.verdict == FAIL:
        tones["measured"] = "danger"
    return Cells(item.id, texts, {"verdict": _chip(line)}, tones)


def edited(item: TestItem, column: str, text: str) -> TestItem:
    """The line with one cell written anew; a judgement of one's own goes, for its ground did."""
    changed: dict[str, str] = {column: text}
    if column not in {"name", "standard"}:
        changed |= {"verdict": "", "note": ""}
    return replace(item, **changed)  # type: ignore[arg-type]  # text columns only


def _chip(line: Judged) -> Chip:
    icon, tone = {PASS: ("tick", "ok"), FAIL: ("cross", "danger")}.get(
        line.verdict, ("dash", "mute")
    )
    words = item_words(line.verdict)
    if not line.overridden:
        return Chip(words, tone, icon, tip=why_words(line.computed.why))
    figures = item_words(line.computed.verdict)
    tip = translate("results", "Judged by hand: {reason}. By the figures: {figures}.")
    return Chip(
        translate("results", "{verdict}, by hand").format(verdict=words),
        "warning",
        "pen",
        tip=tip.format(reason=line.item.note, figures=figures),
    )
