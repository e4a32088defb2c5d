"""The draft that a follow-up stands for: what is to be issued may lie there, begun."""

from app.services import citation
from app.services.after import SETTLES
from app.services.links import CITED, linked
from db.connection import Reader
from db.duty_rows import FollowUp
from db.rows import Record
from db.store import records


def draft_of(reader: Reader, row: FollowUp) -> Record | None:
    """The newest draft of the case whose paper settles a follow-up; over the same finding, if any."""
    forms = {citation.CITATION} if row.kind == citation.DECISION_DUE else _settling(row.kind)
    if row.state != "open" or not row.case_id or not forms:
        return None
    for record in reversed(records.of_case(reader, row.case_id)):
        over = row.owner_type != "finding" or row.owner_id in linked(reader, record, CITED)
        if record.state == "draft" and record.form_id in forms and over:
            return record
    return None


def _settling(kind: str) -> set[str]:
    """The forms whose papers settle follow-ups of a kind, whatever is written in them."""
    return {
        form_id
        for form_id, settled in SETTLES.items()
        if any(one.kind == kind and not one.when for one in settled)
    }
