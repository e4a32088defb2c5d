"""What is missing in words, each with where its link leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.place import Place
from app.screens.setting_words import setting_words
from app.screens.sign_words import role_words
from app.widgets.missing import Missing

if TYPE_CHECKING:
    from app.services.review import Lack
    from db.rows import Record

translate = QCoreApplication.translate


def key_of(lack: Lack) -> str:
    """What makes a lack the same one when it is looked at again."""
    return f"{lack.code}:{lack.spot.kind}:{lack.spot.ref or lack.spot.id}"


def line_of(lack: Lack) -> Missing:
    """One line of the missing list."""
    title, second = _words(lack)
    facts = {name: str(value) for name, value in lack.facts.items()}
    facts["role"] = role_words(facts.get("role", ""))
    facts["name"] = facts.get("name") or facts["role"]
    if lack.code == "office-incomplete":
        facts["name"] = setting_words(facts["name"])
    return Missing(
        key_of(lack), title.format_map(facts), second.format_map(facts), _link(lack.spot.kind)
    )


def solved_line(lack: Lack) -> Missing:
    """The line of a signature that is no longer missing."""
    role = role_words(str(lack.facts.get("role", "")))
    name = str(lack.facts.get("name", "")) or role
    title = translate("review", "{name} has signed").format(name=name)
    return Missing(key_of(lack), title, role, solved=True)


def place_of(lack: Lack, record: Record) -> Place | None:
    """Where the link of a lack leads; None for what is done on this screen."""
    spot = lack.spot
    if spot.kind in {"answer", "finding", "photo"}:
        return Place("fill", record.id, spot.ref or spot.id)
    if spot.kind == "sample":
        return Place("sampling", record.id)
    if spot.kind == "person" and lack.code != "inspectors-too-few":
        return Place("settings", spot="people")
    if spot.kind == "settings":
        numbers = lack.code in {"number-none-left", "numbers-few"}
        return Place("settings", spot="numbers" if numbers else "office")
    if spot.kind == "clock":
        return Place("settings", spot="health")
    return None


def _link(kind: str) -> str:
    if kind == "signer":
        return translate("review", "Sign")
    if kind == "person":
        return translate("review", "Choose")
    if kind in {"settings", "clock"}:
        return translate("review", "Settings")
    return translate("review", "Go there")


def _words(lack: Lack) -> tuple[str, str]:
    """Title and second line of a code; the facts are filled in afterwards."""
    for group in (_of_content, _of_findings, _of_people, _of_office):
        found = group(lack.code)
        if found is not None:
            return found
    return lack.code, ""


def _of_content(code: str) -> tuple[str, str] | None:
    return {
        "answer-required": (
            translate("review", "{label} is not answered"),
            translate("review", "The paper cannot do without it"),
        ),
        "answer-wrong": (translate("review", "{label} is not right"), "{message}"),
        "rows-missing": (
            translate("review", "{label}: nothing is written"),
            translate("review", "Add at least one and fill it in; the paper cannot do without it"),
        ),
        "fine-above-article": (
            translate("review", "The fine is above what its article allows"),
            translate("review", "{amount} yuan written, {most} yuan at most"),
        ),
        "stop-missing": (
            translate("review", "It must be ordered to stop at once"),
            translate(
                "review",
                "A serious hazard puts the equipment out of use, a major violation is stopped "
                "(Order 57, articles 23 and 25). Choose yes",
            ),
        ),
        "telling-nowhere": (
            translate("review", "No finished on-site record tells of the penalty"),
            translate(
                "review", "Fill in 当场处罚告知 there and finish it, or name the paper that tells"
            ),
        ),
        "interview-not-yet": (
            translate("review", "The hour of the interview has not come"),
            translate("review", "The notice says {hour}; until then nobody has stayed away"),
        ),
        "interview-not-served": (
            translate("review", "The notice of the interview was not served"),
            translate(
                "review", "Write down how {number} was served; who was not called is not absent"
            ),
        ),
        "interview-notice-gone": (
            translate("review", "The notice these minutes name does not hold any more"),
            translate(
                "review",
                "{number} was withdrawn, replaced or handed over; write the number of the one issued",
            ),
        ),
        "commitment-gone": (
            translate("review", "“{commitment}” stands in minutes that were withdrawn"),
            translate("review", "Begin the letter anew from the minutes that stand"),
        ),
        "names-no-paper": (
            translate("review", "{number} is nothing that may be released or extended now"),
            translate("review", "Write the number of the paper this one is over: {numbers}"),
        ),
        "photo-no-caption": (
            translate("review", "Photo {name} has no caption"),
            translate("review", "Say what it shows, where and when"),
        ),
        "sample-missing": (
            translate("review", "No sample has been drawn"),
            translate("review", "Draw the units before the sheet is signed"),
        ),
        "sample-exceeds-lot": (
            translate("review", "The sample is larger than the lot"),
            translate("review", "{wanted} units wanted, {lot} in the lot"),
        ),
        "draw-differs": (
            translate("review", "The sheet does not say any more what was drawn"),
            translate(
                "review",
                "Lot, plan, seed, units and numbers must be those of the draw, or nobody can redo "
                "it. Put them right, or discard the draw with its reason and draw again",
            ),
        ),
        "sample-date-future": (
            translate("review", "The sampling date lies in the future"),
            translate("review", "{date} is after today, {today}"),
        ),
    }.get(code)


def _of_findings(code: str) -> tuple[str, str] | None:
    title = translate("review", "Finding: {item}")
    second = {
        "finding-no-facts": translate("review", "What was seen is not written down"),
        "finding-no-law": translate("review", "No article of law is named"),
        "finding-law-empty": translate("review", "The article of law named has no text"),
        "finding-law-not-citable": translate(
            "review", "The number of the article is not confirmed"
        ),
        "finding-law-not-in-force": translate("review", "The article is not in force today"),
        "finding-no-measure": translate("review", "No measure is chosen"),
        "finding-no-due": translate("review", "No deadline is set"),
    }.get(code)
    return None if second is None else (title, second)


def _of_people(code: str) -> tuple[str, str] | None:
    return {
        "certificate-expired": (
            translate("review", "The certificate of {name} has expired"),
            translate("review", "It was valid until {expired}; choose another inspector"),
        ),
        "certificate-missing": (
            translate("review", "{name} has no certificate number"),
            translate("review", "Enter it in the settings"),
        ),
        "inspectors-too-few": (
            translate("review", "A second inspector is missing"),
            translate("review", "At least two officers·Administrative Penalty Law art. 42"),
        ),
        "signature-missing": (
            translate("review", "{name} has not signed"),
            translate("review", "{role}·the paper needs this signature"),
        ),
        "signature-outdated": (
            translate("review", "The paper changed after {name} signed it"),
            translate("review", "Let them read it as it is now and sign again"),
        ),
        "signature-differs": (
            translate("review", "The paper and the signature of {name} say different things"),
            translate(
                "review",
                "Signed page by page, or refused with reason and witness: make both the same",
            ),
        ),
    }.get(code)


def _of_office(code: str) -> tuple[str, str] | None:
    return {
        "office-incomplete": (
            translate("review", "The bureau's words are incomplete: {name}"),
            translate("review", "A document must name them"),
        ),
        "number-none-left": (
            translate("review", "No number of the series {series} is left"),
            translate("review", "Enter a block for {year} that the bureau has given"),
        ),
        "numbers-few": (
            translate("review", "Few numbers of the series {series} are left"),
            translate("review", "{left} can still be used; ask the bureau for a block"),
        ),
        "clock-doubt": (
            translate("review", "This computer's clock is in doubt"),
            translate("review", "Check date and time before anyone signs"),
        ),
    }.get(code)
