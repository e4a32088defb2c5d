"""Registers as the lists a form asks for: enterprises, equipment, products, people, laws."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

from app.services import discretion, laws
from app.services.laws import cite_in_full
from db.connection import Reader
from db.rows import Enterprise, Equipment, LawArticle, Person, Product
from db.store import enterprises, equipment, nouns, people, products, search
from forms.lists import Row

Noun = Enterprise | Equipment | Product | Person | LawArticle

DISCRETION = "discretion"
"""The list that is a table of the bureau and no register."""
_OF_LIST: Mapping[str, tuple[type[Noun], str]] = {
    "enterprises": (Enterprise, "enterprise"),
    "equipment": (Equipment, "equipment"),
    "products": (Product, "product"),
    "inspectors": (Person, "person"),
    "people": (Person, "person"),
    "laws": (LawArticle, "law"),
}
"""The instance id of each register, its row and its kind in the search index."""
_COLUMNS = {
    noun: tuple(field.name for field in fields(noun))
    for noun in (Enterprise, Equipment, Product, Person, LawArticle)
}


class StoreLists:
    """The ``Lists`` protocol over indexed SQLite; rows are read when asked for, never before."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def rows(self, list_id: str, where: Mapping[str, str], limit: int) -> Sequence[Row]:
        """The rows whose cells equal ``where``, in the register's order."""
        if list_id == DISCRETION:
            return discretion.listed(self._reader, where)[:limit]
        if list_id not in _OF_LIST:
            return ()
        owner = where.get("enterprise_id", "")
        if "name" in where:
            one = self.row(list_id, where["name"])
            found: Sequence[Row] = () if one is None else (one,)
        else:
            found = [_cells(row) for row in self._candidates(list_id, where, limit)]
            if list_id in _OF_OWNER and owner:  # what a merged row had belongs to the one asked for
                found = [{**cells, "enterprise_id": owner} for cells in found]
        return [row for row in found if _fits(row, where)][:limit]

    def search(
        self, list_id: str, text: str, where: Mapping[str, str], limit: int
    ) -> Sequence[Row]:
        """The rows that match typed text, through the search index."""
        if list_id == DISCRETION:
            steps = discretion.listed(self._reader, where)
            return [row for row in steps if text.strip() in row["label"]][:limit]
        if list_id not in _OF_LIST:
            return ()
        if not text.strip():
            return self.rows(list_id, where, limit)
        if list_id == "inspectors" or "enterprise_id" in where:
            needle = text.strip().casefold()
            rows = self.rows(list_id, where, _MANY)
            return [row for row in rows if any(needle in cell.casefold() for cell in row.values())][
                :limit
            ]
        noun, kind = _OF_LIST[list_id]
        wider = limit * 4 if where else limit
        found = nouns.page(self._reader, noun, search.keys(self._reader, kind, text, wider))
        cells = [_cells(row) for row in found]
        return [row for row in cells if _fits(row, where)][:limit]

    def row(self, list_id: str, name: str) -> Row | None:
        """One row by its name, which is the record's id (a law article's key)."""
        if list_id == DISCRETION:
            return next(iter(discretion.listed(self._reader, {"name": name})), None)
        if list_id not in _OF_LIST or not name:
            return None
        found = nouns.get(self._reader, _OF_LIST[list_id][0], name)
        return None if found is None else _cells(found)

    def _candidates(self, list_id: str, where: Mapping[str, str], limit: int) -> Sequence[Noun]:
        """Rows from the best index; what an index cannot answer is filtered afterwards."""
        reader, owner = self._reader, where.get("enterprise_id", "")
        if list_id == "enterprises":
            return self._enterprises(where, limit)
        if list_id == "inspectors":
            return people.inspectors(reader)
        if list_id == "laws":
            return laws.listing(reader, law_id=where.get("law_id", ""), citable_only=True)
        return _OF_OWNER[list_id](reader, owner) if owner else ()

    def _enterprises(self, where: Mapping[str, str], limit: int) -> Sequence[Noun]:
        if where.get("uscc"):
            one = enterprises.by_uscc(self._reader, where["uscc"])
            return () if one is None else (one,)
        region, risk = where.get("region", ""), where.get("risk_class", "")
        keys = enterprises.ids(
            self._reader, region=region, risk_class=risk, order="name", limit=limit
        )
        return enterprises.page(self._reader, keys)


_OF_OWNER: Mapping[str, Callable[[Reader, str], Sequence[Noun]]] = {
    "equipment": equipment.of_enterprise,
    "products": products.of_enterprise,
    "people": people.of_enterprise,
}
"""Lists that are short for one enterprise and never asked for without one."""

_MANY = 2000
"""More people or products than one bureau or enterprise has."""


def _fits(row: Row, where: Mapping[str, str]) -> bool:
    return all(row.get(column, "") == cell for column, cell in where.items())


def _cells(row: Noun) -> dict[str, str]:
    """All fields as text; ``name`` is the stored value, ``label`` what is shown.

    The label of equipment goes on with its number, so ``device_name`` is its name alone.
    """
    cells = {name: _text(getattr(row, name)) for name in _COLUMNS[type(row)]}
    if isinstance(row, LawArticle):
        return {**cells, "name": row.key, "label": cite_in_full(row)}
    if isinstance(row, Equipment):
        label = " ".join(filter(None, (row.name, row.registration_no or row.code)))
        return {**cells, "name": row.id, "label": label, "device_name": row.name}
    return {**cells, "name": row.id, "label": row.name}


def _text(value: object) -> str:
    if value is None:
        return ""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
