"""What is said about a scanned code: genuine, withdrawn, not genuine, or nobody's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.desk import Note
from app.screens.place import NEW, Place
from app.services import equipment, verify, visits
from app.services.scancodes import OUR_PROOF

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.search import Scan
    from db.duty_rows import Visit

    Acts = tuple[tuple[str, Callable[[], object]], ...]

translate = QCoreApplication.translate
LONGEST = 80  # characters of a strange code that are shown


def tell_verdict(desk: Desk, found: Scan) -> None:
    """Say whether a paper is genuine; a plain document number opens the paper."""
    if not found.key.startswith(OUR_PROOF):
        desk.go(Place("document", found.rec_id))
        return
    verdict = verify.verify(desk.reader, found.key)
    tone, bold, sentence = _verdict_words(verdict.code)
    date = verdict.date.isoformat() if verdict.date else "—"
    number = verdict.number_text or "—"
    acts: Acts = ()
    if verdict.document is not None:
        place = Place("document", verdict.document.id)
        acts = (
            (translate("scanned", "Open the paper"), partial(desk.go, place)),
            (translate("scanned", "Got it"), _nothing),
        )
        visit = _announced_by(desk, verdict)
        if visit is not None:
            tone, bold = "accent", translate("scanned", "The notice of an inspection, genuine")
            sentence = translate("scanned", "{number} of {date}. Arrived? The time is kept.")
            acts = ((translate("scanned", "Arrived"), partial(_arrive, desk, visit)), acts[0])
    words = sentence.format(number=number, date=date)
    desk.say(Note(tone, bold, words, acts, id="scanned", icon="qr"))


def tell_seal(desk: Desk, found: Scan) -> None:
    """Open the sample a seal is of, and say whether the proof on it is that of its sheet."""
    desk.go(Place("sample", found.rec_id))
    if not found.proof:
        return
    verdict = verify.seal(desk.reader, found.proof, found.rec_id)
    tone, bold, sentence = _seal_words(verdict.code)
    date = verdict.date.isoformat() if verdict.date else "—"
    words = sentence.format(number=verdict.number_text or "—", date=date)
    acts: Acts = ()
    if verdict.document is not None:
        sheet = partial(desk.go, Place("document", verdict.document.id))
        acts = (
            (translate("scanned", "Open the sheet"), sheet),
            (translate("scanned", "Got it"), _nothing),
        )
    desk.say(Note(tone, bold, words, acts, id="scanned", icon="qr", here=True))


def _announced_by(desk: Desk, verdict: verify.Verdict) -> Visit | None:
    """The visit a genuine notice announces, while nobody has arrived yet."""
    paper = verdict.document
    if paper is None or not verdict.genuine:
        return None
    visit = visits.of_notice(desk.reader, paper.enterprise_id, paper.id)
    return visit if visit is not None and visit.arrived is None else None


def _arrive(desk: Desk, visit: Visit) -> None:
    """Keep the arrival by scan and show the case."""
    arrive = partial(visits.arrive, act=desk.duty.act(), visit_id=visit.id, by="scan")
    desk.jobs.write(arrive, done=partial(_arrived, desk), failed=desk.tell)


def _arrived(desk: Desk, result: Result[Visit]) -> None:
    desk.go(Place("case", result.value.case_id))


def tell_unknown(desk: Desk, found: Scan) -> None:
    """Say that nothing here has a code; a good credit code or equipment code may be added."""
    shown = found.key[:LONGEST]
    acts: Acts = ()
    if found.kind in {"uscc", "licence"}:
        bold = translate("scanned", "This enterprise is not in the register")
        sentence = translate(
            "scanned", "{code} is a valid credit code. Add the enterprise, then go on."
        )
        place = Place("sites", spot=found.key)
        acts = (
            (translate("scanned", "Add it"), partial(desk.go, place)),
            (translate("scanned", "Not now"), _nothing),
        )
    elif equipment.is_code(found.key, desk.duty.act().today):
        bold = translate("scanned", "This equipment is not in the register")
        sentence = translate(
            "scanned", "{code} is a valid equipment code. Add the equipment, then check it."
        )
        place = Place("equipment", spot=f"{NEW}{found.key.strip().upper()}")
        acts = (
            (translate("scanned", "Add it"), partial(desk.go, place)),
            (translate("scanned", "Not now"), _nothing),
        )
    else:
        bold = translate("scanned", "Nothing here has this code")
        sentence = translate("scanned", "It reads “{code}”. Nothing was changed.")
    desk.say(Note("warning", bold, sentence.format(code=shown), acts, id="scanned"))


def _seal_words(code: str) -> tuple[str, str, str]:
    known = {
        "genuine": (
            "ok",
            translate("scanned", "This seal is genuine"),
            translate("scanned", "It belongs to the sampling sheet {number} of {date}."),
        ),
        "other-sheet": (
            "danger",
            translate("scanned", "The seal does not fit the sample"),
            translate(
                "scanned",
                "Its code proves another sampling sheet, {number} of {date}. Compare the seal "
                "itself with the sheet before the sample goes on.",
            ),
        ),
    }
    return known.get(code) or _verdict_words(code)


def _verdict_words(code: str) -> tuple[str, str, str]:
    known = {
        "genuine": (
            "ok",
            translate("scanned", "This paper is genuine"),
            translate("scanned", "{number} of {date}: signature and content agree."),
        ),
        "withdrawn": (
            "warning",
            translate("scanned", "This paper was withdrawn"),
            translate("scanned", "{number} of {date} is genuine but no longer holds."),
        ),
        "superseded": (
            "warning",
            translate("scanned", "This paper was replaced"),
            translate(
                "scanned", "{number} of {date} is genuine, but a later paper stands in its place."
            ),
        ),
        "content-differs": (
            "danger",
            translate("scanned", "The content does not agree"),
            translate(
                "scanned", "{number} of {date}: what is kept differs from what the code proves."
            ),
        ),
        "unknown-document": (
            "warning",
            translate("scanned", "Genuine code, paper not on this computer"),
            translate(
                "scanned", "The signature of {date} is right; ask the bureau for the paper itself."
            ),
        ),
        "unknown-key": (
            "warning",
            translate("scanned", "The signing device is not known here"),
            translate(
                "scanned", "The code cannot be checked until the bureau's devices are received."
            ),
        ),
    }
    not_genuine = (
        "danger",
        translate("scanned", "This code is not genuine"),
        translate("scanned", "The signature does not fit: the paper was not issued like this."),
    )
    return known.get(code, not_genuine)


def _nothing() -> None:
    """An act that only puts the message away."""
