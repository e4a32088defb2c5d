"""The story at service height, told so that it can be taken up wherever it was broken off.

Every step first looks whether it was done. What a service has confirmed is told to the caller as
a ``Fact``: from then on it may never be missing.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from app.services import (
    attachments,
    cases,
    documents,
    findings,
    finishing,
    matters,
    preparing,
    records,
    sampling,
    sampling_plan,
    service,
    signing,
    sites,
)
from app.services.attachments import Photo
from app.services.context import Acting
from app.services.demo_history import complete
from app.services.demo_ink import ink_of
from app.services.findings import FindingEdit
from app.services.prefill import fill
from app.services.progress import count
from db.connection import Store
from db.rows import Attachment, CaseFile, Document, Finding, Record, Signature
from db.store import answers, nouns, products
from db.store import cases as kept_cases
from db.store import documents as kept_documents
from db.store import records as kept_records
from db.store import samples as kept_samples
from tests.journeys import words
from tests.unit.app.services.kit import later, partner_of, photo_of

ROWS = {
    "case": CaseFile,
    "record": Record,
    "finding": Finding,
    "attachment": Attachment,
    "signature": Signature,
    "document": Document,
}
ADVERSE = tuple(question for question, _seen in words.ADVERSE)


@dataclass(frozen=True, slots=True)
class Fact:
    """What was confirmed: a row by its kind and id, with fields of it (or the answers given)."""

    kind: str
    id: str
    fields: dict[str, object] = field(default_factory=dict)

    def line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def fact_of(line: str) -> Fact:
    return Fact(**json.loads(line))


def lost(store: Store, facts: list[Fact]) -> list[str]:
    """Name what was confirmed once and is not there now, or reads otherwise."""
    found = []
    newest: dict[tuple[str, str, str], object] = {}
    for fact in facts:
        for name, value in (fact.fields or {"": ""}).items():
            newest[fact.kind, fact.id, name] = value
    for (kind, key, name), value in newest.items():
        if kind == "answers":
            have = answers.of_record(store, key).get(name)
        elif kind == "samples":
            have = [one.number for one in kept_samples.of_record(store, key)]
        elif kind == "file":
            have = len(documents.files.kept(store, key)) > 0
        else:
            row = nouns.get(store, ROWS[kind], key)
            have = None if row is None else str(getattr(row, name)) if name else ""
        if have != value:
            found.append(f"{kind} {key} {name}: {have!r}, was {value!r}")
    return found


Tell = Callable[[Fact], None]


@dataclass(slots=True)
class Tale:
    """The story over one store, at one time, for one listener."""

    store: Store
    act: Acting
    tell: Tell

    def go_on(self) -> Document:
        """Play from wherever it stands to the served notice, which is returned."""
        case = self._case()
        check = self._paper(case, "spot-check")
        if check.state == "draft":
            self._fill(check, words.CHECK, ADVERSE)
            self._findings(check)
        self._sheet(case)
        site = self._paper(case, matters.SITE_RECORD)
        self._fill(site, words.SITE)
        for record in (check, site):
            self._finish(record)
        done = self._issued(case, matters.NOTICE)
        if done is None:
            notice = preparing.prepare_notice(self.store, later(self.act, 48), case.id).value
            self.tell(Fact("record", notice.id))
            self._fill(notice, words.NOTICE)
            done = self._issue(notice, 60)
        return self._serve(done, 60)

    # --- steps --------------------------------------------------------------------------------

    def _case(self) -> CaseFile:
        store = self.store
        party = sites.find(store, words.ENTERPRISE)[0]
        begun = [
            one
            for one in kept_cases.of_enterprise(store, party.id)
            if one.kind == "spot-check" and one.opened == self.act.now
        ]
        if begun:
            return begun[0]
        partner_id = partner_of(store, self.act)
        started = cases.start(
            store, self.act, party.id, matters.SPOT_CHECK, partner_id=partner_id
        ).value
        self.tell(Fact("case", started.case.id, {"enterprise_id": party.id}))
        self.tell(Fact("record", started.record.id, {"form_id": "spot-check"}))
        return started.case

    def _paper(self, case: CaseFile, form_id: str) -> Record:
        there = [one for one in kept_records.of_case(self.store, case.id) if one.form_id == form_id]
        if there:
            return there[0]
        made = preparing.add_paper(self.store, self.act, case.id, form_id).value
        self.tell(Fact("record", made.id, {"form_id": form_id}))
        return made

    def _fill(self, record: Record, known: dict[str, str], adverse: tuple[str, ...] = ()) -> None:
        """Answer by sections, as a page turn hands them over."""
        store, act = self.store, self.act
        if records.get(store, record.id).state != "draft" or self._signed(record):
            return
        opened = records.open_record(store, act, record.id)
        session = opened.session
        fill(session, known)
        complete(session, {records.path_of(opened.form, one) or "" for one in adverse})
        stored = answers.of_record(store, record.id)
        wanted = {path: v for path, v in session.answers().items() if stored.get(path) != v}
        for section in dict.fromkeys(path.split("/")[2] for path in wanted):
            part = {path: v for path, v in wanted.items() if path.split("/")[2] == section}
            records.answer(store, act, record.id, part, progress=count(session))
            self.tell(Fact("answers", record.id, dict(part)))

    def _findings(self, check: Record) -> None:
        store, act = self.store, self.act
        if self._signed(check):
            return
        seeds = records.open_record(store, act, check.id).session.findings()
        for (_question, seen), seed in zip(words.ADVERSE, seeds, strict=True):
            row = findings.choose(store, act, check.id, seed).value
            self.tell(Fact("finding", row.id, {"path": seed.ref}))
            if row.seen != seen:
                findings.update(store, act, row.id, FindingEdit(seen=seen))
                self.tell(Fact("finding", row.id, {"seen": seen}))
            if not attachments.of_owner(store, "finding", row.id):
                photo = Photo(photo_of(seen), "photo.jpg", "camera", seen[:10])
                kept = attachments.add_photo(store, act, ("finding", row.id), photo).value
                self.tell(Fact("attachment", kept.id, {"sha256": kept.sha256}))
                self.tell(Fact("file", kept.sha256, {"": True}))

    def _sheet(self, case: CaseFile) -> None:
        store, act = self.store, self.act
        sheet = self._paper(case, matters.SAMPLING)
        done = self._issued(case, matters.SAMPLING)
        if done is None:
            if not kept_samples.of_record(store, sheet.id):
                self._fill(sheet, {**words.SHEET, **self._product(sheet)})
                proposal = sampling_plan.from_sheet(
                    records.open_record(store, act, sheet.id), act.today
                )
                drawn = sampling.draw(
                    store, act, sheet.id, proposal, sampling.make_seed(proposal.lot)
                ).value
                numbers = [one.number for one in drawn.samples]
                self.tell(Fact("samples", sheet.id, {"numbers": numbers}))
            done = self._issue(sheet, 12)
        self._serve(done, 12)

    def _product(self, sheet: Record) -> dict[str, str]:
        made = products.of_enterprise(self.store, sheet.enterprise_id)
        product = next(one.id for one in made if one.name.startswith(words.PRODUCT))
        day = self.act.today.isoformat()
        return {"product": product, "sample_date": day, "send_by": "2026-09-19"}

    def _finish(self, record: Record) -> None:
        store, act = self.store, later(self.act, 36)
        if records.get(store, record.id).state != "draft":
            return
        self._sign(record, 36)
        done = finishing.finish(store, act, record.id).value
        self.tell(Fact("record", done.id, {"state": "finished", "pdf_sha": done.pdf_sha}))
        self.tell(Fact("file", done.pdf_sha or "", {"": True}))

    def _sign(self, record: Record, minutes: int) -> None:
        store, act = self.store, later(self.act, minutes)
        for place in signing.slots(store, records.open_record(store, act, record.id)):
            if place.required and not place.current:
                name = place.name or words.MANAGER
                row = signing.sign(store, act, record.id, place.slot, ink_of(name)).value
                self.tell(Fact("signature", row.id, {"name": row.name, "slot": row.slot}))

    def _issue(self, record: Record, minutes: int) -> Document:
        store, act = self.store, later(self.act, minutes)
        self._sign(record, minutes)
        ready = documents.preview(store, act, record.id)
        row = documents.issue(store, act, ready).value
        fields = {name: getattr(row, name) for name in ("number_text", "content_hash", "pdf_sha")}
        self.tell(Fact("document", row.id, fields))
        self.tell(Fact("file", row.pdf_sha, {"": True}))
        return row

    def _serve(self, row: Document, minutes: int) -> Document:
        act = later(self.act, minutes)
        if row.state != "issued":
            return row
        handed = service.Service("at-once", act.now, receiver=words.MANAGER)
        served = service.serve(self.store, act, row.id, handed).value
        self.tell(Fact("document", served.id, {"state": "served"}))
        return served

    # --- looking ------------------------------------------------------------------------------

    def _issued(self, case: CaseFile, form_id: str) -> Document | None:
        found = kept_documents.of_case(self.store, case.id)
        return next((one for one in found if one.form_id == form_id), None)

    def _signed(self, record: Record) -> bool:
        opened = records.open_record(self.store, self.act, record.id)
        return any(place.signature for place in signing.slots(self.store, opened))
