"""Two rows of one enterprise become one, an enterprise gets another name: its history stays whole."""

from dataclasses import dataclass, fields, replace

from app.services import sites
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.edits import Edited
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FormerName
from db.journal.ids import new_id
from db.rows import Enterprise
from db.store import documents, enterprises, equipment, findings, nouns, products, records

_OWN_FIELDS = frozenset({"id", "updated", "merged_into", "status"})


@dataclass(frozen=True, slots=True)
class Side:
    """One of two rows beside each other, and how much hangs on it."""

    enterprise: Enterprise
    records: int
    documents: int
    findings: int
    equipment: int
    products: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge changed, so that it can be taken back."""

    before: Enterprise
    gone: Enterprise
    filled: tuple[str, ...]


def side(reader: Reader, enterprise_id: str) -> Side:
    """One row with what hangs on it.

    Raises:
        Refused: ``not-found``.
    """
    row = sites.get(reader, enterprise_id)
    return Side(
        row,
        len(records.of_enterprise(reader, enterprise_id)),
        len(documents.of_enterprise(reader, enterprise_id)),
        len(findings.of_enterprise(reader, enterprise_id)),
        len(equipment.of_enterprise(reader, enterprise_id)),
        len(products.of_enterprise(reader, enterprise_id)),
    )


def alike(reader: Reader, enterprise_id: str, limit: int = 8) -> tuple[Enterprise, ...]:
    """Other standing rows found by this one's code or name: they may be the same enterprise."""
    row = sites.get(reader, enterprise_id)
    found: dict[str, Enterprise] = {}
    for text in filter(None, (row.uscc, row.name)):
        for one in sites.find(reader, text, limit + 1):
            if one.id != enterprise_id and not one.merged_into:
                found[one.id] = one
    return tuple(found.values())[:limit]


def merge(store: Store, act: Acting, kept_id: str, gone_id: str, reason: str) -> Result[Merged]:
    """Let one row stand for two; what the kept one lacks is taken from the other.

    Nothing that hangs on the other row is written again: it is found under both names.

    Raises:
        Refused: ``not-found``; ``merge-same``: both are one already; ``reason-missing``;
            ``merge-gone``: one of them stands for nothing any more.
    """
    kept, gone = sites.get(store, kept_id), sites.get(store, gone_id)
    if kept.id == gone.id:
        raise Refused("merge-same", name=kept.name)
    if not reason.strip():
        raise Refused("reason-missing")
    for row in (kept, gone):
        if row.merged_into:
            raise Refused("merge-gone", name=row.name)
    filled = tuple(
        field.name
        for field in fields(Enterprise)
        if field.name not in _OWN_FIELDS
        and not getattr(kept, field.name)
        and getattr(gone, field.name)
    )
    with writing(store, act):
        nouns.edit(store, Enterprise, gone.id, merged_into=kept.id, reason=reason.strip())
        enterprises.save(store, replace(kept, **{name: getattr(gone, name) for name in filled}))
    return Result(Merged(kept, gone, filled), touched("enterprise", kept.id, gone.id))


def separate(store: Store, act: Acting, done: Merged) -> Result[Enterprise]:
    """Take a merge back: both rows stand again, and what was filled in is empty again.

    Raises:
        Refused: ``not-found``.
    """
    kept, gone = sites.get(store, done.before.id), sites.get(store, done.gone.id)
    back = {name: getattr(done.before, name) for name in done.filled}
    with writing(store, act):
        enterprises.save(store, replace(gone, merged_into=""), replace(kept, **back))
    return Result(gone, touched("enterprise", kept.id, gone.id))


def rename(
    store: Store, act: Acting, enterprise: Enterprise, reason: str = "renamed"
) -> Result[Edited[Enterprise]]:
    """Change an enterprise that got another name or code, and keep the earlier ones findable.

    Raises:
        Refused: as ``sites.edit``.
    """
    before = sites.get(store, enterprise.id)
    earlier = FormerName(
        id=new_id(),
        enterprise_id=before.id,
        name=before.name if before.name != enterprise.name else "",
        uscc=before.uscc if before.uscc != enterprise.uscc else "",
        until=act.today,
        reason=reason,
    )
    with writing(store, act):
        if earlier.name or earlier.uscc:
            nouns.save(store, earlier)  # first, for the search entry is written with the enterprise
        return sites.edit(store, enterprise)
