"""Papers on the point of being finished or issued, what a store says, and withdrawing them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.services import custody, documents, finishing, records, service
from app.services.context import Acting
from app.services.demo_history import complete
from app.services.prefill import fill, fill_rows
from app.services.progress import count
from app.services.records import keep_whole, open_record, path_of
from db.handle import Store
from db.store import nouns
from db.store.tables import TABLES
from tests.unit.app.services import kit

WHY = "文书有误"
_OWN = frozenset({"attachment", "form_package", "number_block", "setting", "signature"})
"""What is no matter of the case, or belongs to a paper and stays with it."""


def ready(
    store: Store,
    act: Acting,
    record_id: str,
    rows: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    each: Mapping[str, str] | None = None,
    **known: str,
) -> str:
    """Everything answered and signed: the paper needs only to be finished or issued.

    ``rows`` are rows to add to its repeats, ``each`` is answered in every row there is.
    """
    opened = open_record(store, act, record_id)
    session = opened.session
    for _again in range(2):  # some are asked only once others are answered
        fill(session, known)
    for name, wanted in (rows or {}).items():
        fill_rows(session, name, wanted)
    for name, value in (each or {}).items():
        path = path_of(opened.form, name)
        assert path is not None
        for row in session.children(path.rpartition("/")[0]):
            session.set(f"{row}/{name}", value)
    complete(session, set())
    keep_whole(store, act, record_id, session.answers(), progress=count(session))
    kit.sign_all(store, act, record_id)
    return record_id


def make(store, act, record_id):
    """Finish a record, issue a document."""
    if records.get(store, record_id).kind == "record":
        finishing.finish(store, act, record_id)
    else:
        documents.issue(store, act, documents.preview(store, act, record_id))


def withdraw(store, act, record_id):
    """Withdraw a finished record, or what was issued on it."""
    paper = documents.of_record(store, record_id)
    if paper is None:
        return records.withdraw(store, act, record_id, WHY).value
    return service.withdraw(store, act, paper.id, WHY).value


def standing(store, record_id):
    """Every row that holds, by kind and id, without the paper itself and its own findings."""
    found = {}
    for rec_type, table in TABLES.items():
        if rec_type in _OWN:
            continue
        for row in nouns.many(store, table.row, ""):
            key = getattr(row, table.key)
            if _holds(store, rec_type, row) and record_id not in {
                key,
                getattr(row, "record_id", "") if rec_type in {"document", "finding"} else "",
            }:
                found[rec_type, key] = _seen(rec_type, row)
    return found


def _holds(store, rec_type, row):
    if rec_type == "custody":
        chain = custody.chain(store, row.sample_id)
        return row.id in {line.id for line in chain.holding}
    if rec_type == "appointment":
        return not row.void
    return getattr(row, "state", "") not in {"void", "cancelled"} and not (
        rec_type == "case" and row.kind == "lead" and row.state == "closed"
    )


def _seen(rec_type, row):
    """What a row says; when a record was touched last is no matter of the case.

    Of a sample whose sheet was withdrawn only that differs: it is waited for no more.
    """
    if rec_type == "sample" and custody.is_void(row):
        return replace(row, state="drawn")
    return replace(row, updated=kit.NOW) if rec_type in {"record", "enterprise"} else row
