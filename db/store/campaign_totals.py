"""Totals of a campaign, counted over its index: what a bureau reports when it is over."""

from collections.abc import Collection
from dataclasses import dataclass

from db.handle import Reader

_RECORDS = (
    "FROM case_file c CROSS JOIN record r ON r.case_id = c.id"
    " WHERE c.campaign = :campaign AND r.state IN ('finished', 'issued')"
)
_FINDINGS = (
    "FROM (SELECT f.record_id, count(*) AS n{0} FROM case_file c CROSS JOIN finding f"
    " INDEXED BY finding_of_case ON f.case_id = c.id"
    " WHERE c.campaign = :campaign AND {1} GROUP BY f.record_id) f"
    " JOIN record r ON r.id = f.record_id WHERE r.state IN ('finished', 'issued')"
)
"""Counted by record first: a record is looked at once, however many findings it has."""
_LEADS = ", sum(EXISTS (SELECT 1 FROM case_file l WHERE l.id = f.escalated_to AND l.kind = 'lead')) AS lead"
_PAPERS = (
    "FROM case_file c CROSS JOIN document d ON d.case_id = c.id"
    " WHERE c.campaign = :campaign AND d.state IN ('issued', 'served')"
)
_FAILED = (
    "FROM case_file c CROSS JOIN test_report t ON t.case_id = c.id"
    " WHERE c.campaign = :campaign AND t.verdict = 'fail' AND t.state <> 'replaced' AND t.origin = ''"
)
_SAID = "(SELECT max(CAST(a.value AS INTEGER)) FROM answer a WHERE a.record_id = {0} AND a.path LIKE {1})"


@dataclass(frozen=True, slots=True)
class Totals:
    """What a campaign came to.

    ``sent`` are the inspectors sent out and ``visits`` the units visited, each time anew;
    ``devices`` the pieces of special equipment checked, each once; ``leads`` the findings handed
    over to decide whether a case is filed; ``fined`` the yuan of the citations that stand;
    ``batches`` the sampling sheets and ``failed`` those with a nonconforming result; ``reached``
    the people whom publicity and free service reached.
    """

    sent: int
    visits: int
    devices: int
    hazards: int
    instructions: int
    orders: int
    leads: int
    citations: int
    fined: int
    batches: int
    failed: int
    activities: int
    reached: int


def of_campaign(reader: Reader, campaign: str, checks: Collection[str]) -> Totals:
    """Count what a campaign came to; ``checks`` are the forms by which a unit is inspected."""
    marks = ", ".join(f":c{place}" for place in range(len(checks))) or "''"
    values = {"campaign": campaign} | {f"c{place}": one for place, one in enumerate(checks)}

    def row(sql: str) -> tuple[int, ...]:
        (found,) = reader.rows(sql, values)
        return tuple(int(value or 0) for value in found)

    sent, visits = row(
        "SELECT sum(team), count(*) FROM (SELECT max(json_array_length(r.inspectors)) AS team "
        f"{_RECORDS} AND r.form_id IN ({marks}) GROUP BY r.case_id)"
    )
    (devices,) = row(f"SELECT count(DISTINCT nullif(r.equipment_id, '')) {_RECORDS}")
    (hazards,) = row("SELECT sum(f.n) " + _FINDINGS.format("", "f.state <> 'withdrawn'"))
    (leads,) = row("SELECT sum(f.lead) " + _FINDINGS.format(_LEADS, "f.state = 'escalated'"))
    amount = _SAID.format("d.record_id", "'%/amount'")
    instructions, orders, citations, fined = row(
        "SELECT sum(d.form_id = 'se-instruction'), sum(d.form_id = 'rectification-notice'),"
        " sum(d.form_id = 'spot-citation'),"
        " sum(CASE WHEN d.form_id = 'spot-citation' AND NOT EXISTS (SELECT 1 FROM answer a"
        " WHERE a.record_id = d.record_id AND a.path LIKE '%/penalty' AND a.value = 'warning')"
        f" THEN {amount} END) {_PAPERS}"
    )
    (batches,) = row(f"SELECT count(*) {_RECORDS} AND r.form_id = 'sampling-sheet'")
    (failed,) = row(f"SELECT count(DISTINCT t.record_id) {_FAILED}")
    people = _SAID.format("r.id", "'%/people'")
    activities, reached = row(
        f"SELECT sum(r.form_id = 'publicity-activity'), sum({people}) {_RECORDS}"
        " AND r.form_id IN ('publicity-activity', 'metrology-service')"
    )
    return Totals(
        *(sent, visits, devices, hazards, instructions, orders, leads),
        *(citations, fined, batches, failed, activities, reached),
    )
