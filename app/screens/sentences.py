"""Errors as sentences: what happened, what to do, and that nothing is lost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.sentences_bundles import BUNDLES
from app.screens.sentences_clocks import CLOCKS
from app.screens.sentences_equipment import EQUIPMENT
from app.screens.sentences_files import FILES
from app.screens.sentences_forms import FORMS
from app.screens.sentences_identifiers import problem_words
from app.screens.sentences_interviews import INTERVIEWS
from app.screens.sentences_machine import MACHINE
from app.screens.sentences_merging import MERGING
from app.screens.sentences_printing import PRINTING
from app.screens.sentences_recognised import RECOGNISED
from app.screens.sentences_rectify import RECTIFY
from app.screens.sentences_samples import SAMPLES
from app.screens.sentences_sync import SYNC
from app.screens.sentences_tables import TABLES
from app.screens.sentences_visits import VISITS
from app.screens.sentences_withdrawing import WITHDRAWING
from app.screens.setting_words import setting_words
from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT: Final = "sentences"

Pair = tuple[str, str]

REFUSALS: Final[Mapping[str, Pair]] = {
    "uscc-wrong": (
        QT_TRANSLATE_NOOP("sentences", "The credit code is not right"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{text}: {problem}. Compare it with the licence and type it again; the enterprise "
            "was not saved, what you typed is still here.",
        ),
    ),
    "uscc-taken": (
        QT_TRANSLATE_NOOP("sentences", "This enterprise is already in the register"),
        QT_TRANSLATE_NOOP(
            "sentences", "{uscc} belongs to {name}. Open that card instead of making a second one."
        ),
    ),
    "name-missing": (
        QT_TRANSLATE_NOOP("sentences", "A name is missing"),
        QT_TRANSLATE_NOOP("sentences", "Write the name as it stands on the licence."),
    ),
    "not-found": (
        QT_TRANSLATE_NOOP("sentences", "This is not on this computer"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It may belong to another inspector or another device. Nothing was changed.",
        ),
    ),
    "record-closed": (
        QT_TRANSLATE_NOOP("sentences", "This paper is finished and cannot be changed"),
        QT_TRANSLATE_NOOP(
            "sentences", "Begin a new paper that names it if something must be put right."
        ),
    ),
    "record-incomplete": (
        QT_TRANSLATE_NOOP("sentences", "The paper is not complete"),
        QT_TRANSLATE_NOOP(
            "sentences", "{count} things are missing or wrong; the list shows where. All is saved."
        ),
    ),
    "reason-missing": (
        QT_TRANSLATE_NOOP("sentences", "A reason is missing"),
        QT_TRANSLATE_NOOP("sentences", "Write in one sentence why; it is kept with the paper."),
    ),
    "export-kind-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This kind of file cannot be written"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} says no kind that is known. End the name in one of these: {kinds}. Nothing "
            "was written.",
        ),
    ),
    "export-beside": (
        QT_TRANSLATE_NOOP("sentences", "Other files stand where the export would go"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Beside {name} go files that are there already: {names}. Choose another name or "
            "folder. Nothing was replaced.",
        ),
    ),
    "case-unfinished": (
        QT_TRANSLATE_NOOP("sentences", "This case cannot be closed yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Papers not finished: {drafts}, findings not closed: {findings}. See to them, then "
            "close the case. Nothing was changed.",
        ),
    ),
    "law-empty": (
        QT_TRANSLATE_NOOP("sentences", "This article of law has no text"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{law_key} was emptied in the library: put its text back in the settings, or choose "
            "another article. The finding keeps what you wrote.",
        ),
    ),
    "law-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This article is not in the law library"),
        QT_TRANSLATE_NOOP(
            "sentences", "{law_key} was not found. Choose another article. Nothing else changed."
        ),
    ),
    "law-not-citable": (
        QT_TRANSLATE_NOOP("sentences", "The number of this article is not confirmed"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{law_key} may not be printed until the bureau has checked it. Choose another article.",
        ),
    ),
    "finding-closed": (
        QT_TRANSLATE_NOOP("sentences", "This finding can no longer be changed"),
        QT_TRANSLATE_NOOP("sentences", "Its order has been issued. Record the next step instead."),
    ),
    "due-in-past": (
        QT_TRANSLATE_NOOP("sentences", "The deadline lies in the past"),
        QT_TRANSLATE_NOOP("sentences", "{due} is before today, {today}. Choose a later day."),
    ),
    "photo-too-large": (
        QT_TRANSLATE_NOOP("sentences", "The photo is too large"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} has {size}, at most {limit} can be kept. Take it again at a lower resolution. "
            "The record is unchanged.",
        ),
    ),
    "photo-unknown-kind": (
        QT_TRANSLATE_NOOP("sentences", "This file is not a picture"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} is neither JPEG, PNG nor WebP. Choose another. Nothing was changed.",
        ),
    ),
    "photo-unreadable": (
        QT_TRANSLATE_NOOP("sentences", "The picture is damaged"),
        QT_TRANSLATE_NOOP(
            "sentences", "{name} cannot be read to its end. Copy it again from the camera."
        ),
    ),
    "photo-missing": (
        QT_TRANSLATE_NOOP("sentences", "The picture file is gone"),
        QT_TRANSLATE_NOOP(
            "sentences", "{name} is no longer where it was. Connect the stick or choose another."
        ),
    ),
    "photo-without-place": (
        QT_TRANSLATE_NOOP("sentences", "The photo does not say where it was taken"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} carries no position; the camera must have been allowed to note it. Choose "
            "another photo or type the position. Nothing was changed.",
        ),
    ),
    "lot-too-large": (
        QT_TRANSLATE_NOOP("sentences", "The lot is too large"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The lot is given as {lot} units, at most {most} can be drawn from. Correct the lot. "
            "Nothing was drawn.",
        ),
    ),
    "lot-missing": (
        QT_TRANSLATE_NOOP("sentences", "The lot is not given"),
        QT_TRANSLATE_NOOP("sentences", "Write how many units lie there before drawing samples."),
    ),
    "sample-exceeds-lot": (
        QT_TRANSLATE_NOOP("sentences", "The sample is larger than the lot"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{wanted} units are wanted, the lot has {lot}. Take fewer, or correct the lot. "
            "Nothing was drawn.",
        ),
    ),
    "lot-below-base": (
        QT_TRANSLATE_NOOP("sentences", "The lot is too small for this plan"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The lot has {lot} units, the plan asks for at least {base}. Record that no sample "
            "could be taken, or choose another plan.",
        ),
    ),
    "sample-date-future": (
        QT_TRANSLATE_NOOP("sentences", "The sampling date lies in the future"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{date} is after today, {today}. Correct the date or this computer's clock.",
        ),
    ),
    "sample-none": (
        QT_TRANSLATE_NOOP("sentences", "No sample has been drawn"),
        QT_TRANSLATE_NOOP("sentences", "Draw the samples first, then print sheet and labels."),
    ),
    "plan-unknown": (
        QT_TRANSLATE_NOOP("sentences", "There is no such sampling plan"),
        QT_TRANSLATE_NOOP(
            "sentences", "Level {level} with AQL {aql} is not in GB/T 2828.1. Choose from the list."
        ),
    ),
    "samples-drawn-already": (
        QT_TRANSLATE_NOOP("sentences", "The samples were drawn already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{count} units stand on the sheet; a second draw would not be lawful. Withdraw the "
            "sheet with a reason and begin another.",
        ),
    ),
    "signature-empty": (
        QT_TRANSLATE_NOOP("sentences", "The signature is empty"),
        QT_TRANSLATE_NOOP("sentences", "Sign on the line; a dot is not a signature."),
    ),
    "slot-unknown": (
        QT_TRANSLATE_NOOP("sentences", "The paper has no such place to sign"),
        QT_TRANSLATE_NOOP("sentences", "Go back to the list of signers and choose one."),
    ),
    "evidence-missing": (
        QT_TRANSLATE_NOOP("sentences", "Refusal or absence needs its proof"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Add a photo or recording, or name a witness (Procedure Rules art. 43), then confirm.",
        ),
    ),
    "witness-missing": (
        QT_TRANSLATE_NOOP("sentences", "The witness is not named"),
        QT_TRANSLATE_NOOP("sentences", "Write the witness's name and unit, then confirm."),
    ),
    "inspectors-same": (
        QT_TRANSLATE_NOOP("sentences", "Two different inspectors are needed"),
        QT_TRANSLATE_NOOP("sentences", "Choose a second inspector with his own certificate."),
    ),
    "no-adverse-finding": (
        QT_TRANSLATE_NOOP("sentences", "There is nothing to order"),
        QT_TRANSLATE_NOOP("sentences", "This case has no open finding a notice could name."),
    ),
    "citation-above-ceiling": (
        QT_TRANSLATE_NOOP("sentences", "This penalty cannot be decided on the spot"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{amount} yuan is above the {ceiling} yuan this party may be fined on the spot. Open a "
            "case and follow the ordinary procedure; the finding is kept.",
        ),
    ),
    "number-none-left": (
        QT_TRANSLATE_NOOP("sentences", "No document numbers are left"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "This computer holds no number of the series {series} for {year}. Get a block from "
            "the bureau and enter it in the settings; the draft is kept.",
        ),
    ),
    "number-block-wrong": (
        QT_TRANSLATE_NOOP("sentences", "This block of numbers cannot be used"),
        QT_TRANSLATE_NOOP(
            "sentences", "{lo} to {hi} is empty or overlaps a block held already. Check both ends."
        ),
    ),
    "document-closed": (
        QT_TRANSLATE_NOOP("sentences", "This document can no longer be changed"),
        QT_TRANSLATE_NOOP("sentences", "Issue a new document that names it."),
    ),
    "review-open": (
        QT_TRANSLATE_NOOP("sentences", "Something is still missing"),
        QT_TRANSLATE_NOOP(
            "sentences", "{count} things stand on the list; put them right, then issue."
        ),
    ),
    "signer-changed": (
        QT_TRANSLATE_NOOP("sentences", "The paper changed after it was signed"),
        QT_TRANSLATE_NOOP("sentences", "Let everybody sign the page as it is now."),
    ),
    "anchor-behind": (
        QT_TRANSLATE_NOOP("sentences", "This computer was set back to an earlier state"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The data are older than the last document issued here, so its number could be used "
            "twice. Issuing is locked until the bureau has given a new block; all else works.",
        ),
    ),
    "anchor-unreadable": (
        QT_TRANSLATE_NOOP("sentences", "The mark of the last document issued here is spoiled"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Whether these data were set back cannot be told, so a number could be used twice. "
            "Issuing is locked until the bureau has given a new block; all else works.",
        ),
    ),
    "person-inactive": (
        QT_TRANSLATE_NOOP("sentences", "This inspector is no longer active"),
        QT_TRANSLATE_NOOP("sentences", "Choose another one than {name}, or correct the settings."),
    ),
    "certificate-missing": (
        QT_TRANSLATE_NOOP("sentences", "The enforcement certificate is missing"),
        QT_TRANSLATE_NOOP("sentences", "Enter the certificate number of {name} in the settings."),
    ),
    "setting-wrong": (
        QT_TRANSLATE_NOOP("sentences", "This setting cannot be used"),
        QT_TRANSLATE_NOOP("sentences", "{name} may not be “{value}”. The old value stays."),
    ),
    "store-not-empty": (
        QT_TRANSLATE_NOOP("sentences", "There are data here already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The demonstration bureau is only put into an empty store. Nothing changed.",
        ),
    ),
}


ALL: Final = (
    *(MACHINE, REFUSALS, FILES, PRINTING, TABLES, CLOCKS),
    *(
        EQUIPMENT,
        MERGING,
        RECTIFY,
        INTERVIEWS,
        VISITS,
        RECOGNISED,
        SAMPLES,
        WITHDRAWING,
        BUNDLES,
        SYNC,
        FORMS,
    ),
)
"""Every table of sentences; a code stands in one of them."""


def sentence(code: str, facts: Mapping[str, object]) -> Pair:
    """The bold fact and the sentence for an error code, in the language shown now."""
    found = (known[code] for known in ALL if code in known)
    bold, body = next(found, MACHINE["unknown"])
    shown = {name: words(name, value) for name, value in facts.items()}
    if code == "setting-wrong" and "name" in shown:
        shown["name"] = setting_words(shown["name"])
    shown.setdefault("file", "crash.log")
    shown.setdefault("path", shown.get("folder", "—"))
    text = QCoreApplication.translate(CONTEXT, body)
    return QCoreApplication.translate(CONTEXT, bold), text.format_map(_Blank(shown))


def words(name: str, value: object) -> str:
    """A fact as a person reads it: sizes in megabytes, dates by the calendar, codes in words."""
    if name in {"size", "limit", "needed"} and isinstance(value, int):
        return QCoreApplication.translate("sentences", "{count} MB").format(
            count=round(value / 1e6, 1)
        )
    if isinstance(value, dt.date):
        return value.isoformat()
    if name == "problem":
        return problem_words(str(value))
    return str(value)


class _Blank(dict[str, str]):
    """Facts for a sentence; one that was not given shows as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"
