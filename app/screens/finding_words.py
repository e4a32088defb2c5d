"""A finding in words: severity, measures, the article quoted, how its days were counted."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.services import clocks, laws
from app.services.errors import Refused
from app.widgets.fields import Item
from app.widgets.law import Quotation
from app.widgets.segmented import Part
from forms.rules.calendar import working_days_between
from forms.rules.clocks import Hours, Term

if TYPE_CHECKING:
    from db.connection import Reader
    from db.rows import LawArticle
    from forms.rules.calendar import Deadline
    from forms.session import Session
NO_MEASURE: Final = "none"  # the choice of a paper that says nothing was found
ONE_DAY: Final = dt.timedelta(days=1)
MOST_DAYS: Final = 2  # days named one by one in an explanation
TELLING: Final = range(6, 31)  # so long is a first sentence that says by itself what is wrong

translate = QCoreApplication.translate


def title_of(item: str, seen: str) -> str:
    """A finding as it is listed: the first sentence of what was seen, if that says it alone.

    Its item says what would be right (灭火器在有效期内), so it never stands alone.
    """
    first = re.split("[。；;!?！？\n]", seen.strip(), maxsplit=1)[0].strip()
    return first if len(first) in TELLING else failed(item)


def failed(item: str) -> str:
    """An item of a check that was not passed, so that nobody takes it for one that was."""
    return translate("finding", "Failed: {item}").format(item=item)


def severities() -> tuple[Part, ...]:
    """The three degrees, the gravest in the tone of danger."""
    return (
        Part("general", translate("finding", "General")),
        Part("serious", translate("finding", "Serious"), tone="warning"),
        Part("major", translate("finding", "Major"), tone="danger"),
    )


def measures(session: Session) -> tuple[Item, ...]:
    """The measures the paper knows, as its choices name them; the usual ones when it has none."""
    known = session.form.lists.get("measure", ())
    if known:
        return tuple(
            Item(one.value, one.label.get(session.language), icon="document")
            for one in known
            if one.value != NO_MEASURE
        )
    return (
        Item("correct-now", translate("finding", "Correct at once"), icon="document"),
        Item("correct-by", translate("finding", "Correct by a date"), icon="document"),
        Item("file-case", translate("finding", "Hand over to open a case"), icon="document"),
    )


def quotation(
    article: LawArticle | None, penalty: LawArticle | None, on: dt.date
) -> Quotation | None:
    """An article as the finding quotes it, with what makes it doubtful."""
    if article is None:
        return None
    words = ""
    if penalty is not None and penalty.key != article.key:
        words = translate("finding", "Penalty: {article}").format(article=penalty.article)
    return Quotation(
        article.key,
        laws.cite(article),
        article.summary,
        words,
        article.text or article.summary,
        doubt(article, on),
    )


def doubt(article: LawArticle, on: dt.date) -> str:
    """Why an article should not be printed as it is, "" when it may."""
    if laws.is_empty(article):
        return translate("finding", "This article has no text in the library.")
    if not article.citable:
        return translate("finding", "Its number is not confirmed: it may not be printed yet.")
    if not laws.in_force(article, on):
        return translate("finding", "Not in force on this day.")
    return ""


def explained(
    reader: Reader, clock_id: str, start: dt.date, due: dt.date | None, *, doubt: bool = False
) -> str:
    """How a deadline was counted and by which article, or how far off one set by hand lies.

    ``doubt`` adds that the day it starts from is doubtful with this computer's clock.
    """
    parts: list[str] = []
    reckoned = _reckoned(reader, clock_id, start, doubt=doubt)
    counted = _deadline(reckoned)
    if reckoned is not None and counted is not None and due in {None, counted.due}:
        article = translate("finding", "by {article}").format(article=reckoned.article)
        parts = [counted_words(counted), article]
    elif due is not None:
        parts = [_by_hand(reader, start, due)]
    if parts and doubt:
        parts.append(translate("finding", "clock in doubt: check the day it is counted from"))
    return translate("finding", "; ").join(parts)


def _reckoned(
    reader: Reader, clock_id: str, start: dt.date, *, doubt: bool
) -> clocks.Reckoning | None:
    try:
        return clocks.reckon(reader, clock_id, start, doubt=doubt) if clock_id else None
    except Refused:
        return None


def _deadline(reckoned: clocks.Reckoning | None) -> Deadline | None:
    """The deadline of a clock in days; None for one of hours."""
    if reckoned is None or isinstance(reckoned.counted, Hours):
        return None
    return reckoned.counted.ends if isinstance(reckoned.counted, Term) else reckoned.counted


def counted_words(counted: Deadline) -> str:
    """How many days of which kind, from when, and what was left out or moved."""
    parts = [_length(counted)]
    parts.append(
        translate("finding", "counted from {day}").format(day=day_words(counted.start + ONE_DAY))
    )
    parts += [
        translate("finding", "{day} is a make-up working day and counts").format(day=day_words(day))
        for day in counted.counted_workdays[:MOST_DAYS]
    ]
    holidays = sorted({off.festival for off in counted.skipped if off.festival})
    if holidays and counted.unit == "working_day":
        names = translate("finding", ", ").join(holidays)
        parts.append(translate("finding", "{names} left out").format(names=names))
    if counted.due != counted.nominal:
        parts.append(
            translate("finding", "{day} is a day off, so it ends on the next working day").format(
                day=day_words(counted.nominal)
            )
        )
    if counted.provisional:
        parts.append(
            translate("finding", "provisional: the calendar of that year is not published yet")
        )
    return translate("finding", "; ").join(parts)


def _length(counted: Deadline) -> str:
    if counted.unit == "working_day":
        return translate("finding", "%n working day(s)", None, counted.amount)
    if counted.unit == "month":
        return translate("finding", "%n month(s)", None, counted.amount)
    return translate("finding", "%n calendar day(s)", None, counted.amount)


def _by_hand(reader: Reader, start: dt.date, due: dt.date) -> str:
    days = (due - start).days
    working = working_days_between(clocks.calendar(reader), start, due)
    words = translate("finding", "Set by hand: %n calendar day(s)", None, days)
    work = translate("finding", "%n working day(s)", None, working)
    from_day = translate("finding", "counted from {day}").format(day=day_words(start + ONE_DAY))
    return translate("finding", "; ").join((words, work, from_day))


def day_words(day: dt.date) -> str:
    """A day without its year, as people say it."""
    pattern = translate("finding", "d MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
