"""Dates as people here write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    import datetime as dt


def shown_day(day: dt.date | None) -> str:
    """A date in full, 2026-09-30; empty for none."""
    return day.isoformat() if day else ""


def shown_month(day: dt.date | None) -> str:
    """A month, 2026-09; empty for none."""
    return f"{day.year:04}-{day.month:02}" if day else ""


def short_day(day: dt.date) -> str:
    """A day of this year: 9月30日, 30 Sep."""
    pattern = QCoreApplication.translate("dates", "d MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def long_day(day: dt.date) -> str:
    """A day with its weekday: 9月30日 星期三, Wednesday 30 September."""
    pattern = QCoreApplication.translate("dates", "dddd d MMMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
