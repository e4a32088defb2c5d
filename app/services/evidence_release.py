"""解除先行登记保存证据通知书: what is left of the evidence preserved, and what its release settles.

程序规定 art. 35: within seven working days something is decided of what was preserved, or it is free.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from app.services import follow_ups, standing_papers
from app.services.changes import Changes
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.grave_papers import Told
from app.services.matters import EVIDENCE, EVIDENCE_RELEASE
from app.services.orders import said_by
from app.services.records import Opened, answered, open_record, rows_of
from app.services.standing_on import named
from app.services.standing_papers import STANDS
from db.connection import Reader, Store
from db.rows import Document
from db.store import answers, documents, records
from db.store import follow_ups as kept

PRESERVATION, APPROVAL = "preservation", "approval"
"""Kinds of follow-up a preservation leaves."""
DECIDED = frozenset({"seized", "sent", "taken"})
"""What may be said of the rest so that nothing is to be decided of it within the seven days."""
_GONE = frozenset({"seized", "taken"})
"""What is said of a rest that no release comes after: it lies under another decision."""


def may_release(reader: Reader, case_id: str) -> bool:
    """Whether something is preserved in a case that was neither released nor seized."""
    return any(True for _one in _open(reader, case_id))


def told(reader: Reader, act: Acting, case_id: str) -> Told:
    """What the first notice with something left says: its number, and its list less what is free."""
    notice = next(_open(reader, case_id), None)
    if notice is None:
        return Told()
    said = said_by(reader, notice.record_id)
    rows = _left(reader, act, notice)
    known = {
        "preserved_no": notice.number_text,
        "preserved_on": said.get("preserved_at", "")[:10],
        "released_on": act.today.isoformat(),
        "listed_total": str(len(rows)),
        "back": "there" if said.get("keep_way") == "onsite" else "fetch",
    }
    return Told(known, {"goods": rows})


def released(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """A release was issued: its notice's seven days are settled once nothing is left to decide.

    Where the head did not approve an urgent preservation, its approval is not waited for either.
    """
    notice = _named(store, opened.record.case_id, answered(opened, "preserved_no"))
    if notice is None:
        return Changes()
    changes = Changes()
    if answered(opened, "whole") == "yes" or answered(opened, "rest") in DECIDED:
        changes |= follow_ups.settle_of(store, act, notice.id, PRESERVATION)
    if answered(opened, "release_why") == "disapproved":
        changes |= _refused(store, act, opened, notice)
    return changes


def numbers(reader: Reader, case_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers of the notices of a case that stand, and of those with something left."""
    return (
        tuple(one.number_text for one in standing_papers.of_form(reader, case_id, EVIDENCE)),
        tuple(one.number_text for one in _open(reader, case_id)),
    )


def require_kept(reader: Reader, row: Document) -> None:
    """See that nothing preserved by a notice was released: the release would free nothing.

    Nor is a release withdrawn under a later one, which lists what that one left.

    Raises:
        Refused: ``paper-stands``.
    """
    for one in _resting_on(reader, row):
        record = records.get(reader, one.record_id)
        if record is not None:
            day = one.issued.astimezone(CHINA).date()
            raise Refused("paper-stands", paper=named(reader, record), day=day)


def _refused(store: Store, act: Acting, opened: Opened, notice: Document) -> Changes:
    """The head was asked and did not approve: who, and when, stands beside it."""
    note = f"{answered(opened, 'approver')} {answered(opened, 'approved_on')}：未批准，已解除"
    rows = [
        replace(row, state="done", done=act.now, note=note)
        for row in kept.of_owner(store, notice.id)
        if row.state == "open" and row.kind == APPROVAL
    ]
    return follow_ups.keep(store, act, *rows).changes if rows else Changes()


def _open(reader: Reader, case_id: str) -> Iterator[Document]:
    """The notices of a case of which something is still preserved, the oldest first."""
    for notice in standing_papers.of_form(reader, case_id, EVIDENCE):
        free = list(_releases(reader, notice))
        other = any(said_by(reader, one.record_id).get("rest", "") in _GONE for one in free)
        freed = sum((_sum(reader, one) for one in free), Decimal())
        if not other and _sum(reader, notice) > freed:
            yield notice


def _resting_on(reader: Reader, row: Document) -> list[Document]:
    """The releases that stand on a notice, or on an earlier release of the same notice."""
    if row.form_id == EVIDENCE:
        return list(_releases(reader, row))
    number = said_by(reader, row.record_id).get("preserved_no", "")
    notice = _named(reader, row.case_id, number) if row.form_id == EVIDENCE_RELEASE else None
    found = _releases(reader, notice) if notice is not None else ()
    return [one for one in found if one.issued > row.issued]


def _named(reader: Reader, case_id: str, number: str) -> Document | None:
    found = standing_papers.of_form(reader, case_id, EVIDENCE)
    return next((one for one in found if one.number_text == number.strip()), None)


def _releases(reader: Reader, notice: Document) -> Iterator[Document]:
    """The releases of a notice that hold, wherever they are: what they set free is free."""
    found = documents.of_case(reader, notice.case_id)
    for one in (row for row in found if row.form_id == EVIDENCE_RELEASE and row.state in STANDS):
        if said_by(reader, one.record_id).get("preserved_no", "").strip() == notice.number_text:
            yield one


def _left(reader: Reader, act: Acting, notice: Document) -> list[dict[str, str]]:
    """The rows of a notice with what is left of each; those all free are out."""
    freed: dict[str, Decimal] = {}
    for one in _releases(reader, notice):
        for row in rows_of(open_record(reader, act, one.record_id), "goods_name"):
            key = row.get("item_no", "")
            freed[key] = freed.get(key, Decimal()) + _number(row.get("goods_qty", ""))
    rows = []
    listed = rows_of(open_record(reader, act, notice.record_id), "goods_name")
    for number, row in enumerate(listed, start=1):
        left = _number(row.get("goods_qty", "")) - freed.get(str(number), Decimal())
        if left > 0:
            same = {name: row.get(name, "") for name in ("goods_name", "goods_spec", "goods_unit")}
            amount = f"{left.normalize():f}"
            more = {"item_no": str(number), "had_qty": amount, "goods_qty": amount}
            rows.append(same | more | {"goods_state": row.get("goods_state", "")})
    return rows


def _sum(reader: Reader, paper: Document) -> Decimal:
    """All the quantities of a list together: more than nothing while something is left."""
    said = answers.of_record(reader, paper.record_id)
    return sum((_number(said[ref]) for ref in said if ref.endswith("/goods_qty")), Decimal())


def _number(text: str) -> Decimal:
    try:
        return Decimal(text or "0")
    except InvalidOperation:
        return Decimal()
