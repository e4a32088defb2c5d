"""Case files: starting a check, adding a paper, and what the next step is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.services import findings, follow_ups, gone, interviews, packages, signing, sites, visits
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.matters import MATTERS, SAMPLING, SITE_RECORD, matter_of
from app.services.preparing import begin
from app.services.records import open_record
from app.services.review import review
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Batch
from db.journal.ids import new_id
from db.rows import CaseFile, Document, Enterprise, Finding, Record, Sample
from db.store import (
    answers,
    batches,
    cases,
    documents,
    enterprises,
    merged,
    nouns,
    records,
    samples,
)
from db.store import findings as kept_findings

PAGE = 50
"""Cases shown at once."""
MOST = 1000
"""Cases of a state are counted no further."""
_SAMPLES = frozenset(one.form_id for one in MATTERS.values() if SAMPLING in one.offers)
"""The checks that say whether samples were taken."""


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to do.

    ``code``: fill, sign, add (a paper: ``form_id``), issue, serve, follow, wait (for a follow-up or a batch),
    close, closed.
    """

    code: str
    record_id: str = ""
    document_id: str = ""
    form_id: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of a case: its record, the document once issued, signatures made and wanted.

    ``whole`` says that nothing but signatures is missing in a draft.
    """

    record: Record
    document: Document | None
    signed: int
    wanted: int
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Folder:
    """A case file as a screen shows it; ``gone`` names the bureau that has all its papers now."""

    case: CaseFile
    enterprise: Enterprise | None
    papers: tuple[PaperLine, ...]
    findings: tuple[Finding, ...]
    samples: tuple[Sample, ...]
    batches: tuple[Batch, ...]
    step: Step
    gone: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether the case is open, and this bureau's to go on with."""
        return self.case.state == "open" and not self.gone


@dataclass(frozen=True, slots=True)
class Started:
    """A new case and its first record."""

    case: CaseFile
    record: Record


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One row of the list of cases."""

    case: CaseFile
    enterprise_name: str
    papers: int
    open_findings: int


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The open or the closed cases: how many, whether there are ``more``, and the first of them."""

    key: str
    count: int
    more: bool
    lines: tuple[CaseLine, ...]


def start(  # noqa: PLR0913 - what a case is opened with
    store: Store,
    act: Acting,
    enterprise_id: str,
    kind: str,
    *,
    partner_id: str | None = None,
    campaign: str = "",
    equipment_id: str = "",
    origin: str = "",
    visit: visits.Wish | None = None,
) -> Result[Started]:
    """Open a case of a kind (see ``matters``) with its first paper prefilled from the registers.

    ``equipment_id`` is what a check of special equipment looks at; ``origin`` what the case came
    from; ``visit`` the inspection that is planned with it.

    A matter that is ``bare`` may begin without an enterprise ("").

    Raises:
        Refused: ``not-found``, ``inspectors-same``, ``form-unknown``; as ``visits.plan``.
    """
    if partner_id == act.who.person_id:
        raise Refused("inspectors-same", person_id=partner_id)
    matter = matter_of(kind)
    if enterprise_id or not matter.bare:
        enterprise_id = sites.get(store, merged.standing(store, enterprise_id)).id
    package = packages.newest(store, matter.form_id)
    case = CaseFile(
        id=new_id(),
        enterprise_id=enterprise_id,
        kind=kind,
        title=matter.title or package.title,
        opened=act.now,
        campaign=campaign if matter.campaign else "",
        origin=origin,
    )
    team = tuple(one for one in (act.who.person_id, partner_id) if one)
    with writing(store, act):
        nouns.save(store, case)
        record = begin(store, act, case, matter.form_id, team, equipment_id=equipment_id)
        planned = visits.plan(store, act, case, visit).changes if visit else Changes()
    changes = touched("case", case.id, enterprise_id) | touched("record", record.id, enterprise_id)
    changes |= planned
    return Result(Started(case, record), changes)


def folder(reader: Reader, act: Acting, case_id: str) -> Folder:
    """A case with its papers, findings, samples and the next step."""
    case = nouns.get(reader, CaseFile, case_id)
    if case is None:
        raise Refused("not-found", kind="case", id=case_id)
    issued = {d.record_id: d for d in documents.of_case(reader, case_id)}
    papers = tuple(
        _paper(reader, act, record, issued.get(record.id))
        for record in records.of_case(reader, case_id)
    )
    found = kept_findings.of_case(reader, case_id)
    traced = batches.of_case(reader, case_id)
    elsewhere = gone.case_with(reader, case_id)
    return Folder(
        case=case,
        enterprise=nouns.get(reader, Enterprise, case.enterprise_id),
        papers=papers,
        findings=found,
        samples=samples.of_case(reader, case_id),
        batches=traced,
        step=next_step(
            case,
            papers,
            found,
            sampled=_sampled(reader, papers),
            owed=interviews.owed(reader, case, act.today),
            held=bool(_held(reader, case_id)) or any(one.state == "open" for one in traced),
        )
        if not (elsewhere and case.state == "open")
        else Step("close"),
        gone=elsewhere,
    )


def _paper(reader: Reader, act: Acting, record: Record, document: Document | None) -> PaperLine:
    if record.state != "draft":
        return PaperLine(record, document, 0, 0)
    opened = open_record(reader, act, record.id)
    slots = signing.slots(reader, opened)
    needed = [slot for slot in slots if slot.required]
    signed = sum(1 for slot in needed if slot.signature is not None and slot.current)
    lacks = review(reader, act, opened, signatures=False).lacks
    whole = not any(lack.blocking and lack.spot.kind != "settings" for lack in lacks)
    return PaperLine(record, document, signed, len(needed), whole)


def next_step(  # noqa: PLR0913 - what a case stands at, each named at the call
    case: CaseFile,
    papers: Sequence[PaperLine],
    found: Sequence[Finding],
    *,
    sampled: bool = False,
    owed: str = "",
    held: bool = False,
) -> Step:
    """What to do next in a case.

    The paper begun last is brought to its end first; then what was issued is served; then come the
    papers still wanted (see ``_wanted``), the follow-up, and closing. ``sampled`` says that a check
    of the case took samples, ``owed`` is the paper by which something due is looked at,
    ``held`` that a follow-up or a batch still traced keeps the case open.
    """
    if case.state != "open":
        return Step("closed")
    drafts = [line for line in papers if line.record.state == "draft"]
    if drafts:
        return _go_on(drafts[-1])
    for line in papers:
        handed = gone.has(line.record)
        if line.document is not None and line.document.state == "issued" and not handed:
            return Step("serve", line.record.id, line.document.id, line.record.form_id)
    wanted = _wanted(case, papers, found, sampled=sampled) or owed
    if wanted:
        return Step("add", form_id=wanted)
    if any(f.state in findings.LIVE for f in found):
        return Step("follow")
    return Step("wait" if held else "close")


def _go_on(line: PaperLine) -> Step:
    """A draft is filled, then signed, then finished (a record) or issued (a document)."""
    record = line.record
    if not line.whole:
        code = "fill"
    elif line.signed < line.wanted:
        code = "sign"
    else:
        code = "finish" if record.kind == "record" else "issue"
    return Step(code, record.id, form_id=record.form_id)


def _wanted(
    case: CaseFile, papers: Sequence[PaperLine], found: Sequence[Finding], *, sampled: bool
) -> str:
    """The paper a case still lacks: its sheet of samples, the record of the site, the order.

    Where the matter says so, the order rests on a record of the site; a check of special equipment
    is itself the record an instruction rests on (总局令第57号 art. 21).
    """
    there = {line.record.form_id for line in papers if line.record.state != "withdrawn"}
    if sampled and SAMPLING not in there:
        return SAMPLING
    matter = matter_of(case.kind)
    if matter.then and matter.then not in there:
        return matter.then if _stands(papers, matter.form_id) else matter.form_id
    if not any(finding.state == "open" for finding in found):
        return ""
    if matter.on_site and matter.order and SITE_RECORD not in there:
        return SITE_RECORD
    return matter.order


def _stands(papers: Sequence[PaperLine], form_id: str) -> bool:
    """Whether a paper of a form holds: what was issued and withdrawn carries nothing."""
    past = {"withdrawn", "superseded", gone.MOVED}
    return any(
        line.record.form_id == form_id
        and line.record.state not in past
        and (line.document is None or line.document.state not in past)
        for line in papers
    )


def _sampled(reader: Reader, papers: Sequence[PaperLine]) -> bool:
    """Whether a check of the case says that samples were taken."""
    checks = (p.record for p in papers if p.record.form_id in _SAMPLES)
    return any(
        path.endswith("/sampled") and value == "yes"
        for record in checks
        if record.state != "withdrawn"
        for path, value in answers.of_record(reader, record.id).items()
    )


def page(reader: Reader, state: str = "open", limit: int = PAGE) -> tuple[CaseLine, ...]:
    """The first cases of a state, open or closed, the newest first."""
    found = cases.listed(reader, state, limit)
    named = enterprises.names(reader, {case.enterprise_id for case in found})
    tallies = cases.tallies(reader, [case.id for case in found], findings.LIVE)
    return tuple(
        CaseLine(case, named.get(case.enterprise_id, ""), *tallies[case.id]) for case in found
    )


def board(
    reader: Reader, pages: Mapping[str, int], folded: Collection[str] = ()
) -> tuple[CaseGroup, ...]:
    """The open and the closed cases that there are, ``pages`` times ``PAGE`` of each.

    Nothing is read of a ``folded`` group but its count.
    """
    with reader.snapshot():
        groups = []
        for key in ("open", "closed"):
            count = cases.count(reader, key, MOST)
            limit = 0 if key in folded else PAGE * pages.get(key, 1)
            groups.append(CaseGroup(key, count, count >= MOST, page(reader, key, limit)))
    return tuple(group for group in groups if group.count)


def close(store: Store, act: Acting, case_id: str) -> Result[CaseFile]:
    """Close a case with no drafts and nothing left to be done.

    Raises:
        Refused: ``case-unfinished``, ``case-owed``, ``batch-open``, ``case-closed``, ``not-found``.
    """
    case = nouns.get(store, CaseFile, case_id)
    if case is None:
        raise Refused("not-found", kind="case", id=case_id)
    if case.state != "open":
        raise Refused("case-closed", case_id=case_id, state=case.state)
    drafts = sum(1 for record in records.of_case(store, case_id) if record.state == "draft")
    live = sum(1 for f in kept_findings.of_case(store, case_id) if f.state in findings.LIVE)
    traced = next((one for one in batches.of_case(store, case_id) if one.state == "open"), None)
    if traced is not None:
        raise Refused("batch-open", product=traced.product_name)
    if drafts or live:
        raise Refused("case-unfinished", case_id=case_id, drafts=drafts, findings=live)
    if owed := _held(store, case_id):
        raise Refused("case-owed", case_id=case_id, count=owed)
    with writing(store, act):
        cases.close(store, case_id, act.now)
    case = replace(case, state="closed", closed=act.now)
    return Result(case, touched("case", case_id, case.enterprise_id))


def reopen(store: Store, act: Acting, case_id: str, reason: str) -> Result[CaseFile]:
    """Open a closed case again, because one of its papers must be withdrawn or another is due.

    Raises:
        Refused: ``reason-missing``, ``case-open``, ``not-found``; ``case-moved``: another bureau has its
            papers, or only their results are recognised here.
    """
    if not reason.strip():
        raise Refused("reason-missing")
    case = nouns.get(store, CaseFile, case_id)
    if case is None:
        raise Refused("not-found", kind="case", id=case_id)
    if case.state == "open":
        raise Refused("case-open", title=case.title)
    gone.require_case(store, case_id)
    with writing(store, act):
        cases.reopen(store, case_id, reason.strip())
    opened = replace(case, state="open", closed=None)
    return Result(opened, touched("case", case_id, case.enterprise_id))


def _held(reader: Reader, case_id: str) -> int:
    """How many follow-ups keep a case open."""
    return sum(row.kind in follow_ups.HOLDS for row in follow_ups.open_of_case(reader, case_id))
