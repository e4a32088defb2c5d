"""Tallies: how many finished papers the cases of a campaign have, counted over its index."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.handle import Reader


@dataclass(frozen=True, slots=True)
class Tally:
    """Finished or issued papers, and the enterprises they are about."""

    records: int
    enterprises: int


_OF_CAMPAIGN = (
    "FROM case_file c CROSS JOIN record r ON r.case_id = c.id"
    " WHERE c.campaign = ? AND r.state IN ('finished', 'issued')"
)


def of_forms(reader: Reader, campaign: str, forms: Sequence[str]) -> Tally:
    """Return the counts of a campaign over some forms together."""
    marks = ", ".join("?" * len(forms))
    ((records, units),) = reader.rows(
        "SELECT COUNT(*), COUNT(DISTINCT r.enterprise_id) "
        f"{_OF_CAMPAIGN} AND r.form_id IN ({marks})",
        (campaign, *forms),
    )
    return Tally(records, units)


def of_people(reader: Reader, campaign: str) -> tuple[tuple[str, str, int], ...]:
    """Return person, form and count: in how many of a campaign's papers each person took part."""
    found = reader.rows(
        "SELECT p.value, r.form_id, COUNT(*) FROM case_file c CROSS JOIN record r"
        " ON r.case_id = c.id JOIN json_each(r.inspectors) p"
        " WHERE c.campaign = ? AND r.state IN ('finished', 'issued')"
        " GROUP BY p.value, r.form_id",
        (campaign,),
    )
    return tuple((str(person), form_id, count) for person, form_id, count in found)
