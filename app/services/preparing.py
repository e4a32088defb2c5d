"""Preparing papers of a case: drafts begun with everything that is known already."""

from collections.abc import Mapping, Sequence

from app.services import (
    campaigns,
    desk_papers,
    findings,
    gone,
    goods,
    grave_papers,
    interviews,
    orders,
    packages,
    prefill,
    recheck_application,
    seen_device,
    site_papers,
    visit_result,
    visits,
)
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.links import findings_of, link
from app.services.matters import (
    APPROVAL,
    RECHECK_APPLY,
    SITE_RECORD,
    VISIT_NOTICE,
    VISIT_RESULT,
)
from app.services.progress import count
from app.services.records import keep_whole, new_session, open_record
from app.services.writing import writing
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import CaseFile, Enterprise, Finding, Person, Record
from db.store import answers, nouns, records
from db.store import findings as kept_findings

NOTHING = "无"
"""What a statutory form writes where there is nothing."""


def begin(  # noqa: PLR0913 - what a paper is begun from, each named at the call
    store: Store,
    act: Acting,
    case: CaseFile,
    form_id: str,
    team: Sequence[str],
    *,
    known: Mapping[str, str] | None = None,
    rows: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    equipment_id: str = "",
) -> Record:
    """Make a draft of a form's newest version and answer what is known already."""
    package = packages.newest(store, form_id)
    session = new_session(store, act, package)
    enterprise = nouns.get(store, Enterprise, case.enterprise_id)
    names = [p.name for one in team if (p := nouns.get(store, Person, one)) is not None]
    told = interviews.told(store, act, case, form_id)
    everything = {
        **_prior(store, case),
        **prefill.of_bureau(act, team, names),
        **prefill.of_case(case, campaigns.name_of(store, case.campaign)),
        **prefill.carried(_earlier(store, case.id)),
        **site_papers.notice_no(store, case.id),
        **(prefill.of_party(enterprise) if enterprise else {}),
        **goods.known(store, session.form, case.enterprise_id),
        **told.known,
        **({seen_device.QUESTION: equipment_id} if equipment_id else {}),
        **(known or {}),
    }
    prefill.fill(session, everything)
    for name, wanted in {**told.rows, **(rows or {})}.items():
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
        equipment_id=equipment_id,
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
    told = grave_papers.told(store, act, case, form_id)
    of_site = site_papers.told(store, act, case, form_id)
    known = {**_facts(store, case_id), **told.known, **of_site.known}
    if form_id in {APPROVAL, VISIT_NOTICE}:
        known |= visits.known(store, act, case)
    if form_id == VISIT_RESULT:
        known |= visit_result.known(store, act, case)
    known |= desk_papers.known(store, act, case, form_id)
    with writing(store, act):
        team = team_of(store, act, case_id)
        rows = {**told.rows, **of_site.rows}
        record = begin(store, act, case, form_id, team, known=known, rows=rows)
        if form_id == SITE_RECORD:
            link(store, record, [finding.id for finding in _live(store, case_id)])
        if form_id == RECHECK_APPLY:
            recheck_application.tie(store, record)
    return Result(record, touched("record", record.id) | touched("case", case_id))


def prepare_notice(
    store: Store, act: Acting, case_id: str, finding_ids: Sequence[str] | None = None
) -> Result[Record]:
    """The order over the open findings of a case, prefilled: 责令改正通知书, or 监察指令书 of a lift.

    Which of them says ``orders.form_of``. An open draft is reused: findings made since are added to it.

    Raises:
        Refused: ``no-adverse-finding``, ``case-closed``, ``not-found``.
    """
    case = open_case(store, case_id)
    open_ones = [f for f in kept_findings.of_case(store, case_id) if f.state == "open"]
    chosen = [f for f in open_ones if finding_ids is None or f.id in finding_ids]
    if not chosen:
        raise Refused("no-adverse-finding", case_id=case_id)
    form_id = orders.form_of(case)
    draft = _draft(store, case_id, form_id)
    if draft is not None:
        return _extended(store, act, draft, chosen)
    known = orders.known(store, form_id, chosen, act.today)
    rows = {"items": orders.items(store, chosen)}
    with writing(store, act):
        team = team_of(store, act, case_id)
        record = begin(store, act, case, form_id, team, known=known, rows=rows)
        link(store, record, [finding.id for finding in chosen])
    return Result(record, touched("record", record.id) | touched("case", case_id))


def _extended(
    store: Store, act: Acting, draft: Record, chosen: Sequence[Finding]
) -> Result[Record]:
    """Add findings made since the draft was begun; what was written in it stays."""
    linked = [finding.id for finding in findings_of(store, draft)]
    missing = [finding for finding in chosen if finding.id not in linked]
    if not missing:
        return Result(draft, Changes())
    opened = open_record(store, act, draft.id)
    prefill.add_rows(opened.session, "items", orders.items(store, missing))
    with writing(store, act):
        link(store, draft, [*linked, *(finding.id for finding in missing)])
        progress = count(opened.session)
        return keep_whole(store, act, draft.id, opened.session.answers(), progress=progress)


def open_case(reader: Reader, case_id: str) -> CaseFile:
    """A case that may still be worked on.

    Raises:
        Refused: ``not-found``, ``case-closed``; ``case-moved``: another bureau has its papers.
    """
    case = nouns.get(reader, CaseFile, case_id)
    if case is None:
        raise Refused("not-found", kind="case", id=case_id)
    if case.state != "open":
        raise Refused("case-closed", case_id=case_id, state=case.state)
    gone.require_case(reader, case_id)
    return case


def _draft(reader: Reader, case_id: str, form_id: str) -> Record | None:
    found = records.of_case(reader, case_id)
    return next((r for r in found if r.form_id == form_id and r.state == "draft"), None)


def team_of(reader: Reader, act: Acting, case_id: str) -> tuple[str, ...]:
    """The inspectors of the case: as the newest paper has them, else the one at the keyboard."""
    said = _earlier(reader, case_id)
    named = [said[f"inspector_{n}"] for n in (1, 2, 3, 4) if said.get(f"inspector_{n}")]
    if named:
        return tuple(dict.fromkeys(named))
    found = records.of_case(reader, case_id)
    return found[0].inspectors if found and found[0].inspectors else (act.who.person_id,)


def _facts(reader: Reader, case_id: str) -> dict[str, str]:
    """The facts seen so far, one line a finding, for the narrative of an on-site record."""
    live = _live(reader, case_id)
    lines = [f"{number}. {f.seen or f.item}" for number, f in enumerate(live, start=1)]
    return {"site_facts": "\n".join(lines)}


def _live(reader: Reader, case_id: str) -> list[Finding]:
    found = kept_findings.of_case(reader, case_id)
    return [finding for finding in found if finding.state in findings.LIVE]


def _prior(reader: Reader, case: CaseFile) -> dict[str, str]:
    """What earlier visits left unsettled, one line a finding; 无 when there is nothing."""
    found = kept_findings.of_enterprise(reader, case.enterprise_id)
    live = [f for f in found if f.state in findings.LIVE and f.case_id != case.id]
    lines = [f"{number}. {f.seen or f.item}" for number, f in enumerate(live, start=1)]
    return {"prior_findings": "\n".join(lines) or NOTHING}
