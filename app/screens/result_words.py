"""Laboratory results in words: verdicts, kinds of report, why nothing was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services.judging import ACCEPT, DECLARED, FIXED
from app.widgets.chips import Chip, state_chip

if TYPE_CHECKING:
    from app.services.judging import Sheet
    from db.duty_rows import TestReport

translate = QCoreApplication.translate


def report_words(kind: str) -> str:
    """What a report is."""
    return {
        "first": translate("results", "Test report"),
        "retest": translate("results", "Re-test report"),
        "recheck": translate("results", "Re-check report"),
        "recognised": translate("results", "Recognised test report"),
    }.get(kind, kind)


def origin_words(report: TestReport) -> str:
    """Whose result it is where it is only recognised; nothing for our own."""
    if not report.origin:
        return ""
    return translate("results", "Recognised: of {bureau}").format(bureau=report.origin)


def verdict_words(verdict: str) -> str:
    """The verdict over a report: it is on the samples that were tested."""
    if verdict == "pass":
        return translate("results", "Conforms")
    if verdict == "fail":
        return translate("results", "Does not conform")
    return translate("results", "Not judged yet")


def lot_words(sheet: Sheet) -> str:
    """What the reports on a lot say of it; nothing where the plan judges no lot.

    A plan by declared quality never certifies a lot, so it has words of its own.
    """
    if sheet.plan == FIXED:
        return ""
    said = {
        (ACCEPT, "pass"): translate("results", "Lot accepted"),
        (ACCEPT, "fail"): translate("results", "Lot not accepted"),
        (DECLARED, "pass"): translate("results", "Declared quality not contradicted"),
        (DECLARED, "fail"): translate("results", "Declared quality contradicted"),
    }.get((sheet.plan, sheet.verdict), translate("results", "Lot not judged yet"))
    limit = "Ac" if sheet.plan == ACCEPT else "L"
    return translate("results", "{said}: {count} nonconforming, {limit} = {most}").format(
        said=said, count=sheet.nonconforming, limit=limit, most=sheet.accept
    )


def verdict_chip(verdict: str) -> Chip:
    """The verdict over a report as a chip."""
    icon, tone = {"pass": ("tick", "ok"), "fail": ("cross", "danger")}.get(
        verdict, ("dash", "mute")
    )
    return Chip(verdict_words(verdict), tone, icon)


def report_chip(report: TestReport) -> Chip:
    """A report in a list: its verdict, or that another one has taken its place."""
    if report.state == "replaced":
        return state_chip("superseded")
    return verdict_chip(report.verdict)


def item_words(verdict: str) -> str:
    """The judgement of one line."""
    return {
        "pass": translate("results", "Conforms"),
        "fail": translate("results", "Fails"),
    }.get(verdict, translate("results", "Open"))


def why_words(why: str) -> str:
    """Why a line could not be judged by its figures."""
    return {
        "no-value": translate("results", "no measured value"),
        "no-requirement": translate("results", "no limit and no requirement"),
        "value": translate("results", "the measured value is no figure"),
        "limit": translate("results", "a limit cannot be read"),
        "words": translate("results", "the requirement is in words: judge it yourself"),
        "below-detection": translate("results", "only a bound is known: judge it yourself"),
    }.get(why, "")


def method_words(method: str) -> str:
    """How a value is compared with its limit (GB/T 8170)."""
    if method == "full":
        return translate("results", "Full value")
    return translate("results", "Rounding")
