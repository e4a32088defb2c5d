"""What parties handed in at the hub, brought onto the findings as if an inspector had noted it.

The laptop that issued the notice does it in the round that brings the report; when it has not for a
day, whichever laptop comes first. Two that do it at once write the same values under the same ids,
so nothing is in dispute. A report is noted once: who takes the step back has the last word.
"""

import datetime as dt
import uuid
from dataclasses import dataclass, replace

from app.services import fetching_files, findings, follow_ups, rectifying
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA
from app.services.rectification import RECHECK
from app.services.standing_on import said
from app.services.transport import LinkError
from db import blobs
from db.connection import Reader, Store
from db.duty_rows import PartyReport
from db.journal.record import PARTY_REPORT
from db.rows import Attachment, Document, Finding
from db.store import findings as kept_findings
from db.store import follow_ups as kept_follow_ups
from db.store import nouns, operations, party_reports

ORIGIN = "party"
"""What the journal says of a report nobody but the party noted."""
TAKEN = "handed_in"
"""The journal's name of the report a step took."""
PATIENCE = dt.timedelta(days=1)
"""So long the laptop that issued the notice is waited for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A report with those of its photos that are on this computer."""

    report: PartyReport
    photos: tuple[Attachment, ...]


def take(store: Store, now: dt.datetime) -> Result[int]:
    """Note the reports that came in on findings that wait for one; the result is how many findings.

    Each finding is a step of its own, to be taken back by itself.

    Raises:
        MachineError: it could not be written; the rest is noted in the next round.
    """
    changes, count = Changes(), 0
    for report in party_reports.waiting(store):
        late = now - report.received > PATIENCE
        if late or party_reports.issued_here(store, report.document_id):
            for row in _waiting(store, report):
                with store.atomic():
                    changes |= _note(store, row, report)
                count += 1
    return Result(count, changes)


def of_finding(reader: Reader, row: Finding) -> tuple[Shown, ...]:
    """The reports on the notice a finding was ordered by, the oldest first."""
    if not row.document_id:
        return ()
    found = party_reports.of_document(reader, row.document_id)
    return tuple(Shown(one, _photos(reader, one)) for one in found)


def noted(reader: Reader, row: Finding) -> PartyReport | None:
    """The report that is the finding's now; None where it has none or an inspector noted it."""
    return party_reports.noted(reader, [row.id]).get(row.id) if row.report else None


def photos_of(reader: Reader, row: Finding) -> tuple[Attachment, ...]:
    """The photos of all reports on a finding's notice that are on this computer, oldest first."""
    return tuple(photo for one in of_finding(reader, row) for photo in one.photos)


def taken_by(reader: Reader, finding_id: str) -> frozenset[str]:
    """The reports that were noted on a finding, also by a step that was taken back."""
    events = operations.history(reader, finding_id)
    return frozenset(report for event in events if (report := said(event, TAKEN)))


def wanted(reader: Reader) -> tuple[tuple[str, int], ...]:
    """The photos (name, size) on notices of this computer that are not here yet."""
    named = [key for report in party_reports.on_own_papers(reader) for key in report.photos]
    rows = nouns.page(reader, Attachment, named)
    return tuple(
        (row.sha256, row.size) for row in rows if not blobs.exists(reader.folder, row.sha256)
    )


def fetch(hub: fetching_files.Hub, reader: Reader) -> int:
    """Bring the photos here that came with reports; what the hub lacks now comes another time.

    Raises:
        LinkError: as the line says.
        MachineError: one could not be kept.
    """
    count = 0
    for name, size in wanted(reader):
        try:
            fetching_files.fetch(hub, (reader.folder, reader.key), name, size)
            count += 1
        except LinkError as error:
            if not error.code.startswith("blob-"):
                raise
    return count


def _photos(reader: Reader, report: PartyReport) -> tuple[Attachment, ...]:
    rows = nouns.page(reader, Attachment, report.photos)
    return tuple(
        row
        for row in rows
        if row.owner_type == PARTY_REPORT and blobs.exists(reader.folder, row.sha256)
    )


def _waiting(reader: Reader, report: PartyReport) -> list[Finding]:
    """The findings of a report's notice that wait for one and were not given this one before."""
    paper = nouns.get(reader, Document, report.document_id)
    return [
        row
        for row in (kept_findings.of_case(reader, paper.case_id) if paper else ())
        if row.document_id == report.document_id
        and row.state == "ordered"
        and (row.rechecked is None or row.rechecked <= _day(report))
        and report.id not in taken_by(reader, row.id)
    ]


def _note(store: Store, row: Finding, report: PartyReport) -> Changes:
    """The report as ``rectifying.take_report`` keeps one, with where it came from."""
    after = replace(row, state="reported", report=report.text, reported=_day(report))
    told = {"step": "report", "origin": ORIGIN, TAKEN: report.id, "by": report.handed_by}
    kept_findings.step(store, after, **told)
    changes = findings.changed(after) | touched(PARTY_REPORT, report.id)
    if not kept_follow_ups.of_kind(store, RECHECK, [row.id]):
        made = rectifying.recheck_of(store, after, _day(report))
        due = replace(made, id=str(uuid.uuid5(uuid.UUID(report.id), row.id)))
        kept_follow_ups.save(store, due)
        changes |= follow_ups.changed(due)
    return changes


def _day(report: PartyReport) -> dt.date:
    return report.received.astimezone(CHINA).date()
