"""Prefilling: what the register, the bureau and the case already know goes into a new paper."""

import datetime as dt
from collections.abc import Mapping, Sequence

from app.services.context import CHINA, Acting
from app.services.records import path_of
from db.rows import CaseFile, Enterprise
from forms.model import Form, Question, Repeat
from forms.session import Session

CARRIED = (
    *("contact", "contact_post", "attendant", "attendant_post", "notice_no", "task_name"),
    *(
        "place",
        "cqo_name",
        "time_from",
        "time_to",
        "certificates_shown",
        "products_seen",
        "other_contact",
    ),
)
"""Answers that may be taken over from an earlier paper of the case under the same name."""

RENAMED = {
    "attendant": ("contact",),
    "attendant_post": ("contact_post",),
    "contact": ("attendant",),
    "party_statement": ("party_opinion",),
    "place_detail": ("place",),
}
"""Questions that may be filled from an answer of another name when their own is missing."""


def of_party(enterprise: Enterprise) -> dict[str, str]:
    """The party block, which stands in most papers; personal numbers are never carried over."""
    return {
        "enterprise": enterprise.id,
        "party_name": enterprise.name,
        "uscc": enterprise.uscc,
        "legal_rep": enterprise.legal_rep,
        "domicile": enterprise.address,
        "phone": enterprise.phone,
        "licence_name": enterprise.licence_name,
        "scale": enterprise.scale,
    }


def of_bureau(act: Acting, inspectors: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """The bureau block: remedies go to the government and the court of the same level."""
    office = act.office
    known = {
        "review_body": office.government,
        "court": office.court,
        "contact_name": office.contact or "、".join(names),
        "contact_phone": office.phone,
        "contact_address": office.address,
        "time_from": as_datetime(act.now),
        "received_at": as_datetime(act.now),
        "desk_unit": office.unit or office.bureau,
        "sample_date": act.today.isoformat(),
    }
    for number, person_id in enumerate(inspectors, start=1):
        known[f"inspector_{number}"] = person_id
    return known


def of_case(case: CaseFile, campaign: str) -> dict[str, str]:
    """What the case itself says; ``campaign`` is the name of the drive it belongs to."""
    if not case.campaign:
        return {}
    return {"task_source": "campaign", "task_name": campaign}


def carried(earlier: Mapping[str, str]) -> dict[str, str]:
    """What an earlier paper of the case said, by question name."""
    known = {name: earlier[name] for name in CARRIED if earlier.get(name)}
    for name, sources in RENAMED.items():
        for source in sources:
            if earlier.get(source):
                known.setdefault(name, earlier[source])
    return known


def as_datetime(moment: dt.datetime) -> str:
    """A moment as XForm text in China time, whole minutes."""
    local = moment.astimezone(CHINA).replace(second=0, microsecond=0)
    return local.isoformat(timespec="milliseconds")


def fill(session: Session, known: Mapping[str, str]) -> None:
    """Answer the questions whose names are known; what does not fit leaves them as they were.

    The enterprise goes first, for its answer may compute others.
    """
    form = session.form
    for name in sorted(known, key=lambda name: name != "enterprise"):
        path = path_of(form, name)
        if path is None or not _takes(form, path, known[name]):
            continue
        before = session.answer(path).value
        session.set(path, known[name])
        error = session.answer(path).error
        if error is not None and error.code in {"choice", "type"}:
            session.set(path, before or None)


def fill_rows(session: Session, name: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Make the rows of a repeat exactly these; unknown names are left out."""
    repeat = _repeat(session, name)
    if repeat is not None:
        for old in session.children(repeat.path):
            session.remove_repeat(old)
        add_rows(session, name, rows)


def add_rows(session: Session, name: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Add rows to those a repeat has; unknown names are left out."""
    repeat = _repeat(session, name)
    if repeat is None:
        return
    for row in rows:
        ref, _changed = session.add_repeat(repeat.path)
        for child in session.children(ref):
            item = session.answer(child).question
            if item.name in row:
                session.set(child, row[item.name])


def _repeat(session: Session, name: str) -> Repeat | None:
    found = (i for i in session.form.items() if isinstance(i, Repeat) and i.name == name)
    return next(found, None)


def _takes(form: Form, path: str, value: str) -> bool:
    """Whether a question is asked and may take the value.

    Words are never tried as the choice of a fixed list: the check's place (words) and the sheet's
    place (a choice) share their name.
    """
    item = form.item(path)
    if not value or not isinstance(item, Question) or not item.has_control:
        return False
    listed = form.lists.get(item.itemset.list_id, ()) if item.itemset else ()
    words = {choice.value for choice in (*item.choices, *listed)}
    return not words or words.issuperset(value.split())
