"""Refusals about samples after the draw, as sentences: custody, results, objections, batches."""

from collections.abc import Mapping
from typing import Final

from app.shell.noop import QT_TRANSLATE_NOOP

SAMPLES: Final[Mapping[str, tuple[str, str]]] = {
    "custody-kind": (
        QT_TRANSLATE_NOOP("sentences", "This hand-over cannot be written down"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{value}” is none of the ways a sample changes hands. Nothing was saved.",
        ),
    ),
    "lot-undecided": (
        QT_TRANSLATE_NOOP("sentences", "The lot is not judged yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Its plan judges the lot by all test samples: {failed} nonconforming so far, up to "
            "{accept} do not go against it. Enter the reports still out, then begin the notice.",
        ),
    ),
    "plan-declared": (
        QT_TRANSLATE_NOOP("sentences", "The plan by declared quality cannot be"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "L lies from 0 to below n, and the DQL is answered (n = {n}, L = {limit}). Mend the "
            "plan on the sheet; nothing was drawn.",
        ),
    ),
    "custody-ended": (
        QT_TRANSLATE_NOOP("sentences", "The chain of this sample has ended"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{number} was given back or destroyed already. If that line is wrong, correct "
            "it; nothing was saved.",
        ),
    ),
    "custody-empty": (
        QT_TRANSLATE_NOOP("sentences", "There is nothing to take back"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "No hand-over of {number} is written down.",
        ),
    ),
    "custody-hand-missing": (
        QT_TRANSLATE_NOOP("sentences", "A hand is missing"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write who gave the sample and who took it. Nothing was saved, what you typed "
            "is still here.",
        ),
    ),
    "custody-future": (
        QT_TRANSLATE_NOOP("sentences", "The hand-over lies in the future"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write the time at which the sample really changed hands. What you typed is "
            "still here.",
        ),
    ),
    "custody-before": (
        QT_TRANSLATE_NOOP("sentences", "The times do not follow one another"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "A hand-over cannot come before the one above it or after the one below it. "
            "What you typed is still here.",
        ),
    ),
    "custody-seal-note": (
        QT_TRANSLATE_NOOP("sentences", "Say what is wrong with the seal"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "A seal that is not whole needs a note: where it is torn, who saw it, which "
            "photo shows it. What you typed is still here.",
        ),
    ),
    "sample-moved": (
        QT_TRANSLATE_NOOP("sentences", "Another bureau has this sample now"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{number} was handed over with its papers. What becomes of it is written down there; "
            "here it can only be read.",
        ),
    ),
    "sample-void": (
        QT_TRANSLATE_NOOP("sentences", "The sheet of this sample was withdrawn"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{number} was drawn by a sheet that does not hold any more. Write down that it was "
            "given back or destroyed; draw anew on a new sheet for a test. Nothing was saved.",
        ),
    ),
    "sample-spare": (
        QT_TRANSLATE_NOOP("sentences", "This is the spare sample"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{number} stays sealed until somebody objects. The result belongs to a test sample.",
        ),
    ),
    "report-closed": (
        QT_TRANSLATE_NOOP("sentences", "This report cannot be changed any more"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The party was told the result of {number} already, or it is final. Nothing was "
            "changed.",
        ),
    ),
    "report-too-long": (
        QT_TRANSLATE_NOOP("sentences", "That is too much for one report"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It has {count} lines; {most} can be kept. Nothing was changed.",
        ),
    ),
    "report-dates": (
        QT_TRANSLATE_NOOP("sentences", "This day cannot be"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{day} does not fit: not after today, and in the order issued, received, told. "
            "What you typed is still here.",
        ),
    ),
    "report-unnumbered": (
        QT_TRANSLATE_NOOP("sentences", "Number or laboratory is missing"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write the number of the report and the laboratory that made it, as they stand on its "
            "first page.",
        ),
    ),
    "report-unjudged": (
        QT_TRANSLATE_NOOP("sentences", "The result is not decided yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Every line of the report {number} must be judged first; the open ones are marked.",
        ),
    ),
    "report-told": (
        QT_TRANSLATE_NOOP("sentences", "The party was told already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The result of {number} was told; its fifteen days are running or over. Nothing "
            "was changed.",
        ),
    ),
    "report-not-told": (
        QT_TRANSLATE_NOOP("sentences", "The party has not been told yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Serve the notice of the result of {number} first; the fifteen days begin with "
            "its receipt.",
        ),
    ),
    "report-final": (
        QT_TRANSLATE_NOOP("sentences", "This result is final"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Nothing about the report {number} can be changed or objected to any more.",
        ),
    ),
    "reissue-number": (
        QT_TRANSLATE_NOOP("sentences", "This number is taken"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "A report {number} is here already. A corrected report has a number of its own; write "
            "it as it stands on the first page. Nothing was saved.",
        ),
    ),
    "objection-ordered": (
        QT_TRANSLATE_NOOP("sentences", "An order rests on this result"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The correction of what {number} found is ordered already. Withdraw that order first, "
            "then write down the objection. Nothing was changed.",
        ),
    ),
    "reissue-ordered": (
        QT_TRANSLATE_NOOP("sentences", "An order rests on this report"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The correction of what {number} found is ordered already. Withdraw that order first, "
            "then take in the corrected report. Nothing was changed.",
        ),
    ),
    "announcement-none": (
        QT_TRANSLATE_NOOP("sentences", "No announcement is waited for"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Only a re-check that failed for good is announced, and once. Nothing about {number} "
            "was changed.",
        ),
    ),
    "recheck-unannounced": (
        QT_TRANSLATE_NOOP("sentences", "The failed re-check is not announced yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The second re-check counts from the announcement by the province. Note its day on the "
            "result first. Nothing was begun.",
        ),
    ),
    "recheck-too-early": (
        QT_TRANSLATE_NOOP("sentences", "It is too early for the second re-check"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It is made from {first} to {last}: after the sixtieth and before the ninetieth day "
            "from the announcement (Order 18, article 48). Nothing was begun.",
        ),
    ),
    "report-columns-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This is no list of test items"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "No row of {file} has the headings item 检验项目 and measured 实测值. Take the "
            "template; nothing was changed.",
        ),
    ),
    "item-too-long": (
        QT_TRANSLATE_NOOP("sentences", "One cell is too long"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Row {row}: a cell may have {most} characters. Nothing was saved, what you "
            "typed is still here.",
        ),
    ),
    "item-unnamed": (
        QT_TRANSLATE_NOOP("sentences", "An item has no name"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Row {row}: write what was tested. Nothing was saved, what you typed is still here.",
        ),
    ),
    "item-limit": (
        QT_TRANSLATE_NOOP("sentences", "A limit cannot be read"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Row {row} ({name}): write a limit as a number, with ≤ < ≥ or > where it is "
            "strict, and the lower one not above the upper. What you typed is still here.",
        ),
    ),
    "item-reason": (
        QT_TRANSLATE_NOOP("sentences", "A judgement of one's own needs its reason"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Row {row} ({name}): the figures say otherwise. Write why; both will be shown. "
            "What you typed is still here.",
        ),
    ),
    "objection-there": (
        QT_TRANSLATE_NOOP("sentences", "There is an objection already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The objection to {number} is not settled yet. Nothing was changed.",
        ),
    ),
    "objection-decided": (
        QT_TRANSLATE_NOOP("sentences", "This objection is decided"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It was accepted or refused before. Nothing was changed.",
        ),
    ),
    "objection-undecided": (
        QT_TRANSLATE_NOOP("sentences", "The objection is not decided yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Accept or refuse it first, within three working days.",
        ),
    ),
    "objection-late": (
        QT_TRANSLATE_NOOP("sentences", "The objection came too late"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It came on {day}; the fifteen days ended on {end}. Refuse it with this reason.",
        ),
    ),
    "objection-running": (
        QT_TRANSLATE_NOOP("sentences", "The fifteen days are still running"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The party may object until {until}. Wait, or note that it has given up its "
            "right in writing.",
        ),
    ),
    "retest-same-laboratory": (
        QT_TRANSLATE_NOOP("sentences", "Another laboratory is needed"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The re-test is not made where the first test was ({laboratory}). Name another one.",
        ),
    ),
    "retest-no-spare": (
        QT_TRANSLATE_NOOP("sentences", "There is no spare sample"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "No sealed spare of this sheet is left for the re-test of {number}. Refuse the "
            "objection with this reason, or discuss it with the laboratory.",
        ),
    ),
    "retest-no-more": (
        QT_TRANSLATE_NOOP("sentences", "A re-test is final"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Nobody can object to the re-test {number} once more.",
        ),
    ),
    "retest-custody": (
        QT_TRANSLATE_NOOP("sentences", "The spare has not come whole to the laboratory"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Complete the chain of {number}: handed over and received with a whole seal. "
            "Then enter the result.",
        ),
    ),
    "retest-open": (
        QT_TRANSLATE_NOOP("sentences", "The re-test is not finished"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The objection to {number} was accepted; the result becomes final with the re-test.",
        ),
    ),
    "quantity-wrong": (
        QT_TRANSLATE_NOOP("sentences", "This quantity cannot be read"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{text}”: write a number above zero, such as 120 or 12.5. What you typed is "
            "still here.",
        ),
    ),
    "party-missing": (
        QT_TRANSLATE_NOOP("sentences", "Say who"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Goods sold, called back or beyond reach need the name of the buyer. What you "
            "typed is still here.",
        ),
    ),
    "batch-kind": (
        QT_TRANSLATE_NOOP("sentences", "This line cannot be written down"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{value}” is none of the ways a part of a batch goes. Nothing was saved.",
        ),
    ),
    "batch-closed": (
        QT_TRANSLATE_NOOP("sentences", "This batch is closed"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The tracing of {product} was closed because it added up. Nothing was changed.",
        ),
    ),
    "batch-open": (
        QT_TRANSLATE_NOOP("sentences", "A batch is still being traced"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Close the tracing of {product} first: every part must be accounted for. The case "
            "stays open.",
        ),
    ),
    "batch-uneven": (
        QT_TRANSLATE_NOOP("sentences", "The batch does not add up"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{product}: the lines in red say what is missing. It can be closed when nothing is.",
        ),
    ),
}
