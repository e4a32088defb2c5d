"""That every kind in a catalogue stands below one of a higher level, so that nobody goes round in it."""

from collections.abc import Iterable, Mapping

from resources.tables import Row, TableError

LEVELS = ("kind", "category", "variety")
"""The levels of the catalogue of special equipment, the highest first."""


def require_parents(rows: Iterable[Row], known: Mapping[str, Mapping[str, str]]) -> None:
    """See to it among the rows of a table and the ``known`` cells by their codes.

    Raises:
        TableError: ``no-parent`` for each row that stands below none of a higher level.
    """
    table = tuple(rows)
    every = {**known, **{row.cells["code"]: row.cells for row in table}}
    rank = {level: place for place, level in enumerate(LEVELS)}
    wrong = [
        row.problem("parent_code", "no-parent")
        for row in table
        if (parent := row.cells["parent_code"])
        and (parent not in every or rank[every[parent]["level"]] >= rank[row.cells["level"]])
    ]
    if wrong:
        raise TableError(wrong)
