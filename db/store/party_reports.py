"""Reports that inspected parties handed in at the hub."""

from collections.abc import Mapping, Sequence

from db.duty_rows import PartyReport
from db.handle import Reader
from db.store import arrivals, nouns, streams

MOST = 200


def of_document(reader: Reader, document_id: str) -> tuple[PartyReport, ...]:
    """Return the reports on a notice, the oldest first."""
    where = "WHERE document_id = ? ORDER BY received, id"
    return nouns.many(reader, PartyReport, where, (document_id,))


def waiting(reader: Reader) -> tuple[PartyReport, ...]:
    """Return the reports on notices of which a finding has no report yet, the oldest first."""
    where = (
        "WHERE EXISTS (SELECT 1 FROM document JOIN finding ON finding.case_id = document.case_id"
        " WHERE document.id = party_report.document_id AND finding.state = 'ordered'"
        " AND finding.document_id = document.id) ORDER BY received, id LIMIT ?"
    )
    return nouns.many(reader, PartyReport, where, (MOST,))


def noted(reader: Reader, finding_ids: Sequence[str]) -> Mapping[str, PartyReport]:
    """Return of those findings whose report is one that was handed in which one that is."""
    marks = ", ".join("?" * len(finding_ids))
    found = reader.rows(
        "SELECT finding.id, party_report.id FROM finding JOIN party_report"
        " ON party_report.document_id = finding.document_id AND party_report.text = finding.report"
        f" WHERE finding.id IN ({marks}) ORDER BY party_report.received DESC",
        tuple(finding_ids),
    )
    of = dict(found)
    rows = {one.id: one for one in nouns.page(reader, PartyReport, sorted({*of.values()}))}
    return {finding: rows[report] for finding, report in of.items()}


def on_own_papers(reader: Reader) -> tuple[PartyReport, ...]:
    """Return the newest reports on notices that were issued on this device."""
    found = nouns.many(reader, PartyReport, "ORDER BY received DESC, id LIMIT ?", (MOST,))
    return tuple(one for one in found if issued_here(reader, one.document_id))


def issued_here(reader: Reader, document_id: str) -> bool:
    """Tell whether a document was issued on this device."""
    query = "SELECT n FROM op WHERE rec_id = ? AND kind <> 'answer' AND kind = 'issue'"
    n = reader.value(query, (document_id,))
    own = {streams.id_of(reader, name) for name in arrivals.own_streams(reader)}
    return n is not None and n >> streams.SHIFT in own
