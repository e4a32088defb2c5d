"""On-the-spot citations: a 当场行政处罚决定书 begun in one step from a finding."""

from collections.abc import Sequence

from app.services import attachments, findings, follow_ups, laws, prefill, procedure, telling
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.links import CITED, link, linked
from app.services.matters import SITE_RECORD
from app.services.orders import fact_of
from app.services.preparing import begin, open_case, team_of
from app.services.procedure import Procedure
from app.services.records import Opened
from app.services.standing_papers import STANDS
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Enterprise, Finding, LawArticle, Record
from db.store import documents, nouns, records

CITATION = "spot-citation"
DECISION_DUE = "issue-citation"
"""The kind of follow-up a finding leaves that was taken on to a citation: it is issued."""


def prepare_citation(
    store: Store, act: Acting, finding_id: str, amount: int | None = None
) -> Result[Record]:
    """Begin a citation over a finding: facts, provision, penalty article and its range prefilled.

    An open draft over the same finding is reused. The finding is not ordered by it: what must be
    put right by a date is the matter of a 责令改正通知书, which may be made beside the citation.
    A finding is cited once (``finding-cited``), and again only when its order has run out.

    Raises:
        Refused: ``not-found``, ``finding-closed``, ``case-closed``, ``form-unknown``,
            ``citation-above-ceiling``: the amount, or the least the article allows, is too high;
            ``citation-confiscates``, ``citation-order-first``: see ``procedure``.
    """
    finding = findings.get(store, finding_id)
    if finding.state not in findings.LIVE:
        raise Refused("finding-closed", finding_id=finding_id, state=finding.state)
    _check_cited(store, act, finding)
    case = open_case(store, finding.case_id)
    found = procedure.of_finding(store, finding, act.today)
    _require_simple(found, amount or 0)
    draft = _draft(store, finding)
    if draft is not None:
        return Result(draft, Changes())
    known = {
        **_basis(store, finding, found.penalty),
        "party_kind": procedure.party_kind(nouns.get(store, Enterprise, case.enterprise_id)),
        "facts": f"{fact_of(finding)}。",
        "decided_at": prefill.as_datetime(act.now),
        "pay_where": act.office.payment,
        "evidence": _evidence(store, finding),
        **telling.known(store, finding.case_id),
    }
    if amount is not None:
        known |= {"penalty": "fine", "amount": str(amount)}
    with writing(store, act):
        team = team_of(store, act, case.id)
        record = begin(store, act, case, CITATION, team, known=known)
        link(store, record, [finding.id], CITED)
    return Result(record, touched("record", record.id) | touched("case", case.id))


def decided(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """A citation is issued: what its findings were taken on for is done."""
    changes = Changes()
    for finding_id in linked(store, opened.record, CITED):
        changes |= follow_ups.settle_of(store, act, finding_id, DECISION_DUE)
    return changes


def _evidence(reader: Reader, finding: Finding) -> str:
    """The papers and photos that show the fact, in one sentence of the decision."""
    kept = [records.get(reader, finding.record_id)]
    papers = [row.title for row in kept if row is not None]
    site = _site_record(reader, finding)
    photos = len(attachments.of_owner(reader, "finding", finding.id))
    lines = [*papers, *([site] if site else []), *([f"照片{photos}张"] if photos else [])]
    return "；".join(lines) + "。"


def _site_record(reader: Reader, finding: Finding) -> str:
    """The on-site record of the case, as evidence; "" before there is one."""
    for record in records.of_case(reader, finding.case_id):
        if record.form_id == SITE_RECORD and record.state != "withdrawn":
            return telling.dated(record)
    return ""


def citable(reader: Reader, case_id: str, found: Sequence[Finding]) -> list[Finding]:
    """The findings of a case that are not closed and that no citation was issued over."""
    done = _cited(reader, case_id)
    return [row for row in found if row.state in findings.LIVE and row.id not in done]


def _require_simple(found: Procedure, amount: int) -> None:
    """Refuse what may not be decided on the spot; an unknown penalty is the inspector's to write."""
    least = found.penalty.penalty_min if found.penalty else None
    highest = max(amount, least or 0)
    if highest > found.ceiling:
        raise Refused("citation-above-ceiling", amount=highest, ceiling=found.ceiling)
    if found.way == procedure.ORDINARY:
        raise Refused("citation-confiscates")
    if found.way == procedure.ORDER:
        raise Refused("citation-order-first")


def _basis(reader: Reader, finding: Finding, penalty: LawArticle | None) -> dict[str, str]:
    """The provision broken and the article with the penalty; what is not known stays to be written."""
    known = {"law_violated": finding.law}
    broken = laws.get(reader, finding.law_key) if finding.law_key else None
    if broken is not None:
        known["law_violated"] = laws.cite_in_full(broken)
    if penalty is not None:
        known["penalty_basis"] = laws.cite_in_full(penalty)
        known["penalty_range"] = procedure.range_words(penalty)
    return known


def _draft(reader: Reader, finding: Finding) -> Record | None:
    """The open draft begun from this finding."""
    for record in records.of_case(reader, finding.case_id):
        begun = record.form_id == CITATION and record.state == "draft"
        if begun and finding.id in linked(reader, record, CITED):
            return record
    return None


def _cited(reader: Reader, case_id: str) -> dict[str, str]:
    """The findings of a case that a citation stands over, and the number of that."""
    return {
        one: paper.number_text
        for paper in documents.of_case(reader, case_id)
        if paper.form_id == CITATION and paper.state in STANDS
        if (record := records.get(reader, paper.record_id)) is not None
        for one in linked(reader, record, CITED)
    }


def _check_cited(reader: Reader, act: Acting, finding: Finding) -> None:
    """行政处罚法 art. 29: one act, one fine; what an order left undone after its day is another."""
    if finding.state == "ordered" and finding.due is not None and finding.due < act.today:
        return
    number = _cited(reader, finding.case_id).get(finding.id)
    if number is not None:
        raise Refused("finding-cited", number=number)
