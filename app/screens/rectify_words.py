"""The words of rectification: groups, states, measures, verdicts, and a life told line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.dates import short_day
from app.screens.issue_service import method_words
from app.screens.layout import dotted
from app.services.context import CHINA
from app.services.handed_in import ORIGIN
from app.widgets.segmented import Part
from app.widgets.timeline import Happened

if TYPE_CHECKING:
    from app.services.finding_life import Moment

translate = QCoreApplication.translate


def group_words(group: str) -> tuple[str, str]:
    """The heading of a group and the note beside it."""
    return {
        "overdue": (
            translate("Rectify", "Overdue"),
            translate("Rectify", "may be extended, or taken on"),
        ),
        "today": (translate("Rectify", "Due today"), ""),
        "found": (
            translate("Rectify", "Found, not ordered yet"),
            translate("Rectify", "an order is owed"),
        ),
        "recheck": (
            translate("Rectify", "To be re-checked"),
            translate("Rectify", "within the period from the report"),
        ),
        "reported": (
            translate("Rectify", "Report came in today"),
            translate("Rectify", "to be looked at"),
        ),
        "waiting": (translate("Rectify", "Running"), ""),
        "paused": (
            translate("Rectify", "Suspended"),
            translate("Rectify", "the period stands still"),
        ),
    }.get(group, (translate("Rectify", "Closed"), translate("Rectify", "in the last 30 days")))


def measure_words(measure: str) -> str:
    """What was ordered, in words."""
    return {
        "correct-now": translate("Rectify", "Correct at once"),
        "correct-by": translate("Rectify", "Correct by a date"),
        "stop-use": translate("Rectify", "Out of use at once"),
        "file-case": translate("Rectify", "Hand over to open a case"),
    }.get(measure, measure)


def state_words(state: str) -> str:
    """How far a finding is, in words."""
    return {
        "open": translate("Rectify", "Found; no order has been issued yet"),
        "ordered": translate("Rectify", "Ordered; no report received yet"),
        "reported": translate("Rectify", "Report received; to be re-checked"),
        "rechecked": translate("Rectify", "Put right at the re-check; not closed yet"),
        "closed": translate("Rectify", "Closed"),
        "escalated": translate("Rectify", "Taken on"),
        "moved": translate("Rectify", "Handed over"),
    }.get(state, "")


def verdicts() -> tuple[Part, ...]:
    """The three results of a re-check."""
    return (
        Part("fixed", translate("Rectify", "Put right"), "tick", "ok"),
        Part("not", translate("Rectify", "Not put right"), "cross", "danger"),
        Part("partly", translate("Rectify", "Partly"), "dash", "warning"),
    )


def ways() -> tuple[Part, ...]:
    """The two ways to re-check."""
    return (
        Part("site", translate("Rectify", "On the spot"), "place"),
        Part("papers", translate("Rectify", "By the papers"), "document"),
    )


def escalations() -> tuple[tuple[str, str, str, str], ...]:
    """Where a finding may be taken: the way, its icon, its name, and what it begins."""
    return (
        (
            "case",
            "case",
            translate("Rectify", "Lead for a case"),
            translate("Rectify", "15 working days to decide whether a case is filed"),
        ),
        (
            "interview",
            "speech",
            translate("Rectify", "Interview"),
            translate("Rectify", "a notice of an interview is begun with this reason"),
        ),
        (
            "citation",
            "yen",
            translate("Rectify", "On-the-spot penalty"),
            translate("Rectify", "a decision is begun; the ceilings of the law hold"),
        ),
    )


def step_words(step: str) -> str:
    """A step that may be taken back, named."""
    return {
        "report": translate("Rectify", "the report"),
        "recheck": translate("Rectify", "the re-check"),
        "close": translate("Rectify", "the closing"),
        "reopen": translate("Rectify", "the opening again"),
        "extend": translate("Rectify", "the extension"),
        "suspend": translate("Rectify", "the suspension"),
        "resume": translate("Rectify", "the end of the suspension"),
        "escalate": translate("Rectify", "the taking on"),
    }.get(step, step)


_ICONS = {
    "found": "search",
    "ordered": "document",
    "served": "send",
    "report": "mail",
    "handed-in": "mail",
    "recheck": "rectify",
    "close": "tick-ring",
    "reopen": "redo",
    "extend": "calendar",
    "suspend": "pause",
    "resume": "play",
    "escalate": "case",
    "undone": "undo",
}


def happened(moment: Moment) -> Happened:
    """One moment of a finding's life as a line."""
    at = moment.at.astimezone(CHINA)
    second = dotted(_shown_who(moment), moment.note)
    kind, target = moment.target
    return Happened(
        _ICONS.get(moment.what, "info"),
        _said(moment),
        second,
        short_day(at.date()),
        "danger" if moment.detail == "not" else "muted",
        f"{kind}:{target}" if target else "",
    )


def _shown_who(moment: Moment) -> str:
    if moment.what == "served" or not moment.who:
        return ""
    return f"{moment.who} {moment.at.astimezone(CHINA):%H:%M}"


def _said(moment: Moment) -> str:
    what = moment.what
    if what == "recheck":
        seen = {part.value: part.words for part in verdicts()}.get(moment.detail, "")
        return translate("Rectify", "Re-checked: {verdict}").format(verdict=seen)
    if what == "escalate":
        name = next((row[2] for row in escalations() if row[0] == moment.detail), "")
        return translate("Rectify", "Taken on: {way}").format(way=name)
    if what == "undone":
        return translate("Rectify", "Taken back: {step}").format(step=step_words(moment.detail))
    if what == "ordered" or (what == "extend" and moment.detail):
        return _by_paper(moment)
    if what == "served":
        words = translate("Rectify", "Served: {method}").format(method=method_words(moment.detail))
        return dotted(words, moment.who)
    if what == "report" and moment.detail == ORIGIN:
        what = "handed-in-noted"
    words = {
        "handed-in-noted": translate("Rectify", "Report handed in by the enterprise"),
        "found": translate("Rectify", "Found"),
        "handed-in": translate("Rectify", "The enterprise handed in another report"),
        "report": translate("Rectify", "Report received"),
        "close": translate("Rectify", "Closed"),
        "reopen": translate("Rectify", "Opened again"),
        "extend": translate("Rectify", "Extended"),
        "suspend": translate("Rectify", "Suspended"),
        "resume": translate("Rectify", "Goes on"),
    }.get(what, what)
    return dotted(words, days_words(moment))


def _by_paper(moment: Moment) -> str:
    """What a paper did, by its number."""
    if moment.what == "ordered":
        return translate("Rectify", "Ordered by {number}").format(number=moment.detail)
    words = translate("Rectify", "Extended by {number}").format(number=moment.detail)
    return dotted(words, days_words(moment))


def days_words(moment: Moment) -> str:
    """Both deadlines a change stands between."""
    if moment.due_before is None and moment.due_after is None:
        return ""
    still = translate("Rectify", "stands still")
    return translate("Rectify", "{before} → {after}").format(
        before=short_day(moment.due_before) if moment.due_before else still,
        after=short_day(moment.due_after) if moment.due_after else still,
    )
