"""Documents: issued papers. Their content is frozen; only state and service follow."""

from collections.abc import Collection, Mapping, Sequence

from db.errors import BugError
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Document
from db.store import nouns, numbers, operations
from db.store.merged import OWN
from db.store.operations import Change
from db.store.tables import travelling

_NEXT = {
    "issued": frozenset({"served", "withdrawn", "superseded"}),
    "served": frozenset({"withdrawn", "superseded"}),
    "withdrawn": frozenset[str](),
    "superseded": frozenset[str](),
}


def issue(
    store: Store, document: Document, *extra: Change, said: Mapping[str, str] | None = None
) -> Document:
    """Issue a document: take its number, freeze it, append the operations, in one transaction.

    ``document.number`` is the one ``numbers.peek`` gave when the page was drawn. ``extra`` are
    changes that must stand or fall with it (findings ordered, the record issued). What is ``said``
    stays in the journal, frozen with the rest of the operation.

    Raises:
        NumberMoved: another number is next now; draw the page anew and ask again.
        BugError: the id was issued already.
        MachineError: it could not be written; nothing has changed, the number is still free.
    """
    with store.atomic():
        if get(store, document.id) is not None:
            raise BugError("a document is issued once")
        block = numbers.take(store, document.series, document.year, document.number)
        fields = travelling(document) | {"block_id": block} | dict(said or {})
        operations.append(store, (Change("issue", "document", document.id, fields), *extra))
    return document


def get(reader: Reader, document_id: str) -> Document | None:
    """Return one document or None."""
    return nouns.get(reader, Document, document_id)


def by_number(reader: Reader, number_text: str) -> Document | None:
    """Return the document with this number as printed, or None."""
    return nouns.one(reader, Document, "WHERE number_text = ? ORDER BY id", (number_text,))


def of_record(reader: Reader, record_id: str) -> tuple[Document, ...]:
    """Return the documents issued on a record, the newest first."""
    return nouns.many(reader, Document, "WHERE record_id = ? ORDER BY id DESC", (record_id,))


def of_case(reader: Reader, case_id: str) -> tuple[Document, ...]:
    """Return the documents of a case file, the oldest first."""
    return nouns.many(reader, Document, "WHERE case_id = ? ORDER BY id", (case_id,))


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[Document, ...]:
    """Return an enterprise's documents, the newest first."""
    where = f"WHERE {OWN} ORDER BY issued DESC, id DESC"
    return nouns.many(reader, Document, where, (enterprise_id,))


def ids(reader: Reader, *, series: str = "", year: int = 0, limit: int = -1) -> tuple[str, ...]:
    """Return the ids of the documents that fit, the newest first."""
    found = reader.rows(
        "SELECT id FROM document WHERE (?1 = '' OR series = ?1) AND (?2 = 0 OR year = ?2)"
        " ORDER BY id DESC LIMIT ?3",
        (series, year, limit),
    )
    return tuple(one for (one,) in found)


def page(reader: Reader, *, offset: int = 0, limit: int = 100) -> tuple[Document, ...]:
    """Return a page of all documents, the one issued last first."""
    where = "ORDER BY issued DESC, id DESC LIMIT ? OFFSET ?"
    return nouns.many(reader, Document, where, (limit, offset))


def rows(reader: Reader, keys: Sequence[str]) -> tuple[Document, ...]:
    """Return the documents with these ids, in their order."""
    return nouns.page(reader, Document, keys)


def numbers_of(reader: Reader, keys: Collection[str]) -> dict[str, str]:
    """Return the numbers as printed of the documents with these ids, their content unread."""
    return nouns.column(reader, Document, "number_text", keys)


def set_state(
    store: Store, document_id: str, state: str, *, service: str | None = None
) -> tuple[Operation, ...]:
    """Lead a document to ``served``, ``withdrawn`` or ``superseded``; its content never changes.

    ``service`` says how it was served (送达方式).

    Raises:
        BugError: there is no such way.
    """
    with store.atomic():
        kept = get(store, document_id)
        if kept is None or state not in _NEXT[kept.state]:
            raise BugError(f"a document does not go from {kept and kept.state} to {state}")
        fields = {"state": state} | ({"service": service} if service is not None else {})
        return operations.append(store, (Change("serve", "document", document_id, fields),))


def withdraw(store: Store, document_id: str, reason: str) -> tuple[Operation, ...]:
    """Withdraw a document and void its number with the reason; both stay on file.

    Raises:
        BugError: it is withdrawn already, or there is no reason.
    """
    with store.atomic():
        kept = get(store, document_id)
        if kept is None:
            raise BugError("no such document")
        done = set_state(store, document_id, "withdrawn")
        what = (kept.series, kept.year, kept.number)
        return done + numbers.void(store, *what, reason, document_id=document_id)
