"""How the tasks of 今日 read as rows: what, of whom, by when, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.dates import short_day
from app.screens.due_chip import doubted, due_chip, hours_chip
from app.screens.finding_words import title_of
from app.screens.follow_up_words import follow_up_words
from app.screens.layout import dotted
from app.services.context import CHINA
from app.widgets.chips import clock_chip
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.tasks import Task
    from app.widgets.chips import Chip

ICONS = {
    "finding": "rectify",
    "document": "document",
    "sample": "flask",
    "equipment": "lift",
    "certificate": "user",
    "follow_up": "clock",
}
translate = QCoreApplication.translate


def key_of(task: Task) -> str:
    """The key of a task's row."""
    return f"{task.kind}:{task.id}"


def task_row(desk: Desk, task: Task) -> Work:
    """A task with its unit, its number, its day and state, and the act it asks for."""
    chip = _chip(desk, task)
    title = title_of(task.title, task.seen) if task.kind == "finding" else task.title
    when = _apply_words(task) or _date_words(task)
    return Work(
        key_of(task),
        dotted(task.enterprise, title),
        dotted(task.number_text, when, _state_words(task)),
        ICONS.get(task.kind, "document"),
        chip.tone,
        chip,
        _verb(task.action),
    )


def _chip(desk: Desk, task: Task) -> Chip:
    doubt = desk.duty.clock_doubt
    if task.due_at is not None:
        return hours_chip(task.due_at, desk.duty.now(), doubt=doubt)
    if task.kind in {"finding", "document", "follow_up"}:
        return due_chip(task.due, task.days, task.working_days, doubt=doubt)
    chip = clock_chip(task.days, working=False, tip=task.due.isoformat())
    return doubted(chip, doubt=doubt)


def _date_words(task: Task) -> str:
    day = short_day(task.due)
    words = {
        "finding": translate("TodayScreen", "to be rectified by {day}"),
        "sample": translate("TodayScreen", "result expected by {day}"),
        "equipment": translate("TodayScreen", "next test by {day}"),
        "follow_up": translate("TodayScreen", "to be done by {day}"),
        "certificate": translate("TodayScreen", "operator's certificate valid until {day}"),
    }
    told = words.get(task.kind, "{day}").format(day=day)
    if task.kind != "follow_up" or not task.article:
        return told
    words_by = translate("TodayScreen", "{told} ({article})")
    return words_by.format(told=told, article=task.article)


def _apply_words(task: Task) -> str:
    """Until when the test of a device is applied for, by which article; the chip has its own day."""
    if task.apply_by is None:
        return ""
    words = translate("TodayScreen", "apply by {day} ({article})")
    return words.format(day=short_day(task.apply_by), article=task.article)


def _state_words(task: Task) -> str:
    lacks = {
        "approval": translate("TodayScreen", "not approved yet"),
        "notice": translate("TodayScreen", "not announced yet"),
    }
    if task.lacking in lacks:
        return dotted(follow_up_words(task.state), lacks[task.lacking])
    if task.handed_in is not None:
        day = short_day(task.handed_in.astimezone(CHINA).date())
        words = translate("TodayScreen", "report handed in by the enterprise on {day}: re-check it")
        return words.format(day=day)
    return {
        "open": translate("TodayScreen", "found, not ordered yet"),
        "ordered": translate("TodayScreen", "no report received"),
        "reported": translate("TodayScreen", "report received"),
        "rechecked": translate("TodayScreen", "re-checked, not closed"),
        "drawn": translate("TodayScreen", "not sent yet"),
        "sent": translate("TodayScreen", "with the laboratory"),
        "received": translate("TodayScreen", "with the laboratory"),
        "opened": translate("TodayScreen", "with the laboratory"),
    }.get(task.state, "") or follow_up_words(task.state)


def _verb(action: str) -> str:
    return {
        "recheck": translate("TodayScreen", "Re-check"),
        "order": translate("TodayScreen", "Order"),
        "settle": translate("TodayScreen", "Settle"),
        "chase": translate("TodayScreen", "Chase"),
        "send": translate("TodayScreen", "Send off"),
    }.get(action, translate("TodayScreen", "Look"))
