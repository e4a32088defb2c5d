"""Case files: starting a spot check, adding a paper, and what the next step is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.services import findings, packages, prefill, signing
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.links import link
from app.services.progress import count
from app.services.records import new_session, open_record
from app.services.writing import writing
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import CaseFile, Document, Enterprise, Finding, Person, Record, Sample
from db.store import answers, cases, documents, nouns, records, samples
from db.store import findings as kept_findings

SPOT_CHECK = "spot-check"
SAMPLING = "sampling-sheet"
SITE_RECORD = "on-site-record"
NOTICE = "rectification-notice"


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to do.

    ``code``: fill, sign, add (a paper: ``form_id``), issue, serve, follow, close, closed.
    """

    code: str
    record_id: str = ""
    document_id: str = ""
    form_id: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of a case: its record, the document once issued, signatures made and wanted."""

    record: Record
    document: Document | None
    signed: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A case file as a screen shows it."""

    case: CaseFile
    enterprise: Enterprise | None
    papers: tuple[PaperLine, ...]
    findings: tuple[Finding, ...]
    samples: tuple[Sample, ...]
    step: Step


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


def start_spot_check(
    store: Store,
    act: Acting,
    enterprise_id: str,
    *,
    partner_id: str | None = None,
    campaign: str = "",
) -> Result[Started]:
    """Open a 监督抽查 case with its record prefilled from the register.

    Raises:
        Refused: ``not-found``, ``inspectors-same``, ``form-unknown``.
    """
    if partner_id == act.who.person_id:
        raise Refused("inspectors-same", person_id=partner_id)
    enterprise = nouns.get(store, Enterprise, enterprise_id)
    if enterprise is None:
        raise Refused("not-found", kind="enterprise", id=enterprise_id)
    package = packages.newest(store, SPOT_CHECK)
    case = CaseFile(
        id=new_id(),
        enterprise_id=enterprise_id,
        kind=SPOT_CHECK,
        title=package.title,
        opened=act.now,
        campaign=campaign,
    )
    team = tuple(one for one in (act.who.person_id, partner_id) if one)
    with writing(store, act):
        nouns.save(store, case)
        record = begin(store, act, case, SPOT_CHECK, team)
    changes = touched("case", case.id, enterprise_id) | touched("record", record.id, enterprise_id)
    return Result(Started(case, record), changes)


def begin(  # noqa: PLR0913 - what a paper is begun from, each named at the call
    store: Store,
    act: Acting,
    case: CaseFile,
    form_id: str,
    team: Sequence[str],
    *,
    known: Mapping[str, str] | None = None,
    rows: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
) -> Record:
    """Make a draft of a form's newest version and answer what is known already."""
    package = packages.newest(store, form_id)
    session = new_session(store, act, package)
    enterprise = nouns.get(store, Enterprise, case.enterprise_id)
    names = [p.name for one in team if (p := nouns.get(store, Person, one)) is not None]
    everything = {
        **prefill.of_bureau(act, team, names),
        **prefill.of_case(case),
        **prefill.carried(_earlier(store, case.id)),
        **(prefill.of_party(enterprise) if enterprise else {}),
        **(known or {}),
    }
    prefill.fill(session, everything)
    for name, wanted in (rows or {}).items():
        prefill.fill_rows(session, name, wanted)
    record = Record(
        id=new_id(),
        case_id=case.id,
        enterprise_id=case.enterprise_id,
        form_id=form_id,
        form_hash=package.hash,
        kind=package.settings.get("kind", "record"),
        title=package.title,
        created=act.now,
        inspectors=tuple(team),
    )
    nouns.save(store, record)
    answers.write(store, record.id, dict(session.answers()), count(session))
    return record


def _earlier(reader: Reader, case_id: str) -> dict[str, str]:
    """What the papers of a case said, by question name, the newest winning."""
    said: dict[str, str] = {}
    for record in records.of_case(reader, case_id):
        if record.state != "withdrawn":
            for path, value in answers.of_record(reader, record.id).items():
                said[path.rsplit("/", 1)[-1]] = value
    return said


def add_paper(store: Store, act: Acting, case_id: str, form_id: str) -> Result[Record]:
    """Add a paper to a case, prefilled from the case; an open draft of the form is reused.

    Raises:
        Refused: ``not-found``, ``case-closed``, ``form-unknown``.
    """
    case = open_case(store, case_id)
    draft = _draft(store, case_id, form_id)
    if draft is not None:
        return Result(draft, Changes())
    with writing(store, act):
        record = begin(
            store, act, case, form_id, _team(store, act, case_id), known=_facts(store, case_id)
        )
    return Result(record, touched("record", record.id) | touched("case", case_id))


def prepare_notice(
    store: Store, act: Acting, case_id: str, finding_ids: Sequence[str] | None = None
) -> Result[Record]:
    """A 责令改正通知书 over the open findings of a case, prefilled; an open draft is reused.

    Raises:
        Refused: ``no-adverse-finding``, ``case-closed``, ``not-found``.
    """
    case = open_case(store, case_id)
    open_ones = [f for f in kept_findings.of_case(store, case_id) if f.state == "open"]
    chosen = [f for f in open_ones if finding_ids is None or f.id in finding_ids]
    if not chosen:
        raise Refused("no-adverse-finding", case_id=case_id)
    draft = _draft(store, case_id, NOTICE)
    if draft is not None:
        return Result(draft, Changes())
    dates = [finding.due for finding in chosen if finding.due]
    known = {"mode": "by" if dates else "now"}
    if dates:
        known["deadline"] = max(dates).isoformat()
    rows = [
        {"item_fact": f.seen or f.item, "item_law": f.law, "item_requirement": f.item}
        for f in chosen
    ]
    with writing(store, act):
        team = _team(store, act, case_id)
        record = begin(store, act, case, NOTICE, team, known=known, rows={"items": rows})
        link(store, record, [finding.id for finding in chosen])
    return Result(record, touched("record", record.id) | touched("case", case_id))


def open_case(reader: Reader, case_id: str) -> CaseFile:
    """A case that may still be worked on.

    Raises:
        Refused: ``not-found``, ``case-closed``.
    """
    case = nouns.get(reader, CaseFile, case_id)
    if case is None:
        raise Refused("not-found", kind="case", id=case_id)
    if case.state != "open":
        raise Refused("case-closed", case_id=case_id, state=case.state)
    return case


def _draft(reader: Reader, case_id: str, form_id: str) -> Record | None:
    found = records.of_case(reader, case_id)
    return next((r for r in found if r.form_id == form_id and r.state == "draft"), None)


def _team(reader: Reader, act: Acting, case_id: str) -> tuple[str, ...]:
    """The inspectors of the case: as the newest paper has them, else the one at the keyboard."""
    said = _earlier(reader, case_id)
    named = [said[f"inspector_{n}"] for n in (1, 2, 3, 4) if said.get(f"inspector_{n}")]
    if named:
        return tuple(dict.fromkeys(named))
    found = records.of_case(reader, case_id)
    return found[0].inspectors if found and found[0].inspectors else (act.who.person_id,)


def _facts(reader: Reader, case_id: str) -> dict[str, str]:
    """The facts seen so far, one line a finding, for the narrative of an on-site record."""
    live = [f for f in kept_findings.of_case(reader, case_id) if f.state in findings.LIVE]
    lines = [f"{number}. {f.seen or f.item}" for number, f in enumerate(live, start=1)]
    return {"site_facts": "\n".join(lines)}


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
    return Folder(
        case=case,
        enterprise=nouns.get(reader, Enterprise, case.enterprise_id),
        papers=papers,
        findings=found,
        samples=samples.of_case(reader, case_id),
        step=next_step(case, papers, found),
    )


def _paper(reader: Reader, act: Acting, record: Record, document: Document | None) -> PaperLine:
    if record.state != "draft":
        return PaperLine(record, document, 0, 0)
    slots = signing.slots(reader, open_record(reader, act, record.id))
    needed = [slot for slot in slots if slot.required]
    signed = sum(1 for slot in needed if slot.signature is not None and slot.current)
    return PaperLine(record, document, signed, len(needed))


def next_step(case: CaseFile, papers: Sequence[PaperLine], found: Sequence[Finding]) -> Step:
    """What to do next in a case: drafts first, then the notice, service, follow-up."""
    if case.state != "open":
        return Step("closed")
    for line in papers:
        if line.record.state == "draft":
            full = line.record.asked > 0 and line.record.answered >= line.record.asked
            code = "fill" if not full else "sign" if line.signed < line.wanted else "issue"
            if code == "issue" and line.record.kind == "record":
                code = "finish"
            return Step(code, line.record.id, form_id=line.record.form_id)
    if any(f.state == "open" for f in found):
        return Step("add", form_id=NOTICE)
    for line in papers:
        if line.document is not None and line.document.state == "issued":
            return Step("serve", line.record.id, line.document.id, line.record.form_id)
    if any(f.state in findings.LIVE for f in found):
        return Step("follow")
    return Step("close")


def page(reader: Reader, limit: int = 200) -> tuple[CaseLine, ...]:
    """Open cases, newest first."""
    lines = []
    for case in cases.open_ones(reader, limit):
        enterprise = nouns.get(reader, Enterprise, case.enterprise_id)
        found = kept_findings.of_case(reader, case.id)
        live = sum(1 for finding in found if finding.state in findings.LIVE)
        papers = len(records.of_case(reader, case.id))
        lines.append(CaseLine(case, enterprise.name if enterprise else "", papers, live))
    return tuple(lines)


def close(store: Store, act: Acting, case_id: str) -> Result[CaseFile]:
    """Close a case with no drafts and nothing left to be done.

    Raises:
        Refused: ``case-unfinished``, ``case-closed``, ``not-found``.
    """
    open_case(store, case_id)
    drafts = sum(1 for record in records.of_case(store, case_id) if record.state == "draft")
    live = sum(1 for f in kept_findings.of_case(store, case_id) if f.state in findings.LIVE)
    if drafts or live:
        raise Refused("case-unfinished", case_id=case_id, drafts=drafts, findings=live)
    with writing(store, act):
        cases.set_state(store, case_id, "closed")
    case = nouns.get(store, CaseFile, case_id)
    if case is None:
        raise Refused("not-found", kind="case", id=case_id)
    return Result(case, touched("case", case_id, case.enterprise_id))
