"""Who uses special equipment, and which of it was checked: what a yearly plan is counted from."""

import datetime as dt
from collections.abc import Sequence

from db.handle import Reader
from db.journal.clock import to_text


def users(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return unit and catalogue code, each pair once, of all equipment in use.

    The + keeps the index by status away: one walk through the index by unit answers it alone.
    """
    found = reader.rows(
        "SELECT DISTINCT enterprise_id, kind_code FROM equipment WHERE +status = 'in-use'"
    )
    return tuple((unit, code) for unit, code in found)


def undecided(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return the units with equipment in use nobody decided about: id, name and industry as one.

    The + keeps the index by status away, as for ``users``.
    """
    found = reader.rows(
        "SELECT id, name || ' ' || industry FROM enterprise"
        " WHERE key_unit = '' AND merged_into = '' AND EXISTS (SELECT 1 FROM equipment"
        " WHERE enterprise_id = enterprise.id AND +status = 'in-use') ORDER BY name, id"
    )
    return tuple((key, text) for key, text in found)


def checked(
    reader: Reader, forms: Sequence[str], since: dt.datetime, until: dt.datetime
) -> tuple[tuple[str, str, str], ...]:
    """Return unit, device and the device's catalogue code of checks finished in a time.

    Device and code are empty for a check of a device the register has not.
    """
    marks = ", ".join("?" * len(forms))
    found = reader.rows(
        "SELECT DISTINCT r.enterprise_id, r.equipment_id, ifnull(e.kind_code, '')"
        " FROM record AS r LEFT JOIN equipment AS e ON e.id = r.equipment_id"
        f" WHERE r.form_id IN ({marks}) AND r.state IN ('finished', 'issued')"
        " AND r.finished >= ? AND r.finished < ?",
        (*forms, to_text(since), to_text(until)),
    )
    return tuple((unit, device, code) for unit, device, code in found)


def of_units(reader: Reader, units: Sequence[str], limit: int) -> tuple[tuple[str, str, str], ...]:
    """Return id, unit and catalogue code of the equipment in use of these units."""
    found: list[tuple[str, str, str]] = []
    for unit in units:
        rows = reader.rows(
            "SELECT id, enterprise_id, kind_code FROM equipment"
            " WHERE enterprise_id = ? AND status = 'in-use' ORDER BY id LIMIT ?",
            (unit, limit - len(found)),
        )
        found += [(key, owner, code) for key, owner, code in rows]
        if len(found) >= limit:
            break
    return tuple(found)
