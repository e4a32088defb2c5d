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


_GOODS = "(SELECT a.value FROM answer a WHERE a.record_id = r.id AND a.path LIKE '%/goods')"
"""The kind of goods a paper says it is about."""


def of_forms(
    reader: Reader, campaign: str, forms: Sequence[str], goods: Sequence[str] = ()
) -> Tally:
    """Return the counts of a campaign over some forms together; of some goods only, or of all."""
    about = f" AND {_GOODS} IN ({', '.join('?' * len(goods))})" if goods else ""
    ((records, units),) = reader.rows(
        "SELECT COUNT(*), COUNT(DISTINCT r.enterprise_id) "
        f"{_OF_CAMPAIGN} AND r.form_id IN ({', '.join('?' * len(forms))}){about}",
        (campaign, *forms, *goods),
    )
    return Tally(records, units)


def of_people(reader: Reader, campaign: str) -> tuple[tuple[str, str, str, int], ...]:
    """Return person, form, goods and in how many of a campaign's papers the person took part."""
    found = reader.rows(
        f"SELECT p.value, r.form_id, {_GOODS}, COUNT(*) FROM case_file c CROSS JOIN record r"
        " ON r.case_id = c.id JOIN json_each(r.inspectors) p"
        " WHERE c.campaign = ? AND r.state IN ('finished', 'issued')"
        " GROUP BY 1, 2, 3",
        (campaign,),
    )
    return tuple((str(person), form, goods or "", count) for person, form, goods, count in found)
