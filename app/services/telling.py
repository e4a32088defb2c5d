"""Told beforehand: the finished on-site record in which a penalty on the spot was told and heard.

行政处罚法 art. 44 and 62: without telling and hearing no penalty may be decided.
"""

from app.services.context import CHINA
from app.services.matters import SITE_RECORD
from db.connection import Reader
from db.rows import Record
from db.store import answers, records

NOTHING = ("", "无", "没有")
"""Answers that mean that the party said nothing."""


def told_in(reader: Reader, case_id: str) -> Record | None:
    """The newest finished on-site record of a case that tells of the penalty.

    One finished before the form asked for it counts: what it tells stands in its facts.
    """
    found = None
    for record in records.of_case(reader, case_id):
        finished = record.form_id == SITE_RECORD and record.state == "finished"
        if finished and _said(reader, record).get("penalty_told", "yes") == "yes":
            found = record
    return found


def known(reader: Reader, case_id: str) -> dict[str, str]:
    """What a decision takes from it: where it is recorded, and what the party said."""
    record = told_in(reader, case_id)
    if record is None:
        return {}
    where = {"told_where": dated(record)}
    answer = _said(reader, record).get("penalty_answer", "").strip()
    if answer.rstrip("。") in NOTHING:
        return where | ({"heard": "none"} if answer else {})
    return where | {"heard": "said", "statement": answer}


def dated(record: Record) -> str:
    """A record by its title and day."""
    day = record.created.astimezone(CHINA).date()
    return f"{record.title}（{day.year}年{day.month}月{day.day}日）"


def _said(reader: Reader, record: Record) -> dict[str, str]:
    kept = answers.of_record(reader, record.id)
    return {path.rsplit("/", 1)[-1]: value for path, value in kept.items()}
