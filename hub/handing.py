"""What the inspected party sees and hands in at the hub, by the code printed on its notice.

A right code opens the paper for a while; until the findings are re-checked the party may hand in a
report, and another one. Each is a record of the hub's own stream that every laptop of the bureau
gets; no finding is changed here: that is the bureau's to do.
"""

import datetime as dt
import hashlib
import json
import secrets
import unicodedata
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.journal import passcode
from db.journal import record as records
from db.journal.clock import from_text, to_text
from db.journal.record import PARTY_REPORT, Doc
from hub import authoring, blobs, limits, verifying
from hub.authoring import Author, Said
from hub.limits import Limit
from hub.seal import Seal
from hub.sql import records as stored
from hub.sql.base import Db
from hub.verifying import Found

GUESSES = Limit(10, 60 * 60)
"""So often a code of one paper is tried wrongly before it has to wait."""
OPEN_FOR = dt.timedelta(hours=2)
MOST_REPORTS = 20
MOST_PHOTOS = 9
MOST_TEXT = 4000
MOST_NAME = 60
_MOST_FINDINGS = 200
_SEEN = {"open": "waiting", "ordered": "waiting", "reported": "reported"}
_WAITING = frozenset(_SEEN)
"""The states of a finding of which a report may still come in."""
_CHINA = dt.timezone(dt.timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Ordered:
    """A finding as its party sees it; ``state`` is ``waiting``, ``reported`` or ``over``."""

    item: str
    seen: str
    law: str
    due: str
    state: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A report that was handed in before."""

    by: str
    text: str
    received: dt.datetime
    photos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the code opens; ``takes`` says why no report is taken: "", ``over`` or ``full``."""

    ordered: tuple[Ordered, ...]
    handed: tuple[Handed, ...]
    takes: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report on its way in: who hands it in, what was done, photos put away (name → size)."""

    by: str
    text: str
    photos: Mapping[str, int]


class Closed(Exception):  # noqa: N818 - it tells what happened
    """No report is taken any more: ``over`` (the re-check was) or ``full`` (so many came in)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def knock(db: Db, seal: Seal, code: str, typed: str, now: dt.datetime) -> str | None:
    """Return what opens a paper for whoever typed its code right, else None.

    An unknown paper, one without a code and one that was withdrawn cost and say the same.

    Raises:
        TooMany: it was tried too often, right or wrong, known or not.
    """
    limits.spend(db, "-", f"report-code {code}", GUESSES, now)
    found = verifying.find(db, code)
    kept = found.doc.shown("report_code") if found and has_code(found) else ""
    if not passcode.right(str(kept or ""), typed):
        return None
    limits.forgive(db, "-", f"report-code {code}", GUESSES, now)
    until = int((now + OPEN_FOR).timestamp())
    return f"{until}.{_tag(seal, code, until)}"


def opens(seal: Seal, code: str, token: str, now: dt.datetime) -> bool:
    """Tell whether a token still opens a paper."""
    until, _dot, tag = token[:100].partition(".")
    if not (until.isascii() and until.isdigit()) or int(until) < now.timestamp():
        return False
    return secrets.compare_digest(tag.encode(), _tag(seal, code, int(until)).encode())


def has_code(found: Found) -> bool:
    """Tell whether the party may hand something in by this paper."""
    return found.state == "valid" and bool(found.doc.shown("report_code"))


def sheet(db: Db, found: Found) -> Sheet:
    """Return what the party sees of its paper."""
    handed = _handed(db, found)
    ordered = _ordered(db, found, handed[-1].received if handed else None)
    over = all(one.state == "over" for one in ordered)
    takes = "over" if over else "full" if len(handed) >= MOST_REPORTS else ""
    return Sheet(ordered, handed, takes)


def hand_in(db: Db, author: Author, found: Found, report: Report) -> None:
    """Write a report into the feed of the paper's bureau; the very same again changes nothing.

    Raises:
        Closed: none is taken any more.
    """
    with db.transaction():
        authoring.own_head(db, found.scope, author.hub_id)  # two at once come one after the other
        now = sheet(db, found)
        if now.takes:
            raise Closed(now.takes)
        ids = _report_ids(found)
        key, before = ids[len(now.handed)], ids[len(now.handed) - 1] if now.handed else ""
        if before and _same(now.handed[-1], report, before):
            return
        blobs.enter(db, found.scope, report.photos, author.at)
        authoring.say(db, author, found.scope, _said(found, key, report, author.at))


def tidy(text: str, most: int, *, lines: bool = False) -> str:
    """Return a stranger's words without signs that steer a screen, bounded."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")[: 2 * most]
    plain = "".join(
        " " if unicodedata.category(one) in {"Zl", "Zp"} else one
        for one in kept
        if (lines and one == "\n")
        or unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return plain.strip()[:most]


def _said(found: Found, key: str, report: Report, at: dt.datetime) -> Sequence[Said]:
    document_id = found.told.document_id
    photos = [
        Said(
            "attachment",
            _photo_id(key, name),
            {
                "owner_type": PARTY_REPORT, "owner_id": key, "sha256": name,
                "name": f"{number}.jpg", "mime": "image/jpeg", "size": size, "taken": None,
                "source": "party", "caption": "",
            },
        )
        for number, (name, size) in enumerate(report.photos.items(), 1)
    ]  # fmt: skip
    values = {
        "document_id": document_id,
        "enterprise_id": str(found.doc.shown("enterprise_id") or ""),
        "received": to_text(at),
        "handed_by": report.by,
        "text": report.text,
        "photos": json.dumps([one.rec_id for one in photos]),
    }
    return [*photos, Said(PARTY_REPORT, key, values)]


def _ordered(db: Db, found: Found, told_at: dt.datetime | None) -> tuple[Ordered, ...]:
    told = [one for one in found.content.get("findings", ()) if isinstance(one, dict)]
    told = told[:_MOST_FINDINGS]
    ids = [str(one.get("id", "")) for one in told]
    now = stored.some(db, found.scope, "finding", ids)
    docs = {key: records.read(data) for key, data in now.items()}
    return tuple(
        _as_ordered(one, docs.get(key, Doc()), found, told_at)
        for key, one in zip(ids, told, strict=True)
    )


def _as_ordered(
    told: Mapping[str, object], doc: Doc, found: Found, told_at: dt.datetime | None
) -> Ordered:
    state = str(doc.shown("state") or "ordered")
    due = doc.shown("due") or found.doc.shown("due") or told.get("due")
    since = str(doc.shown("rechecked") or "")  # a report from before a re-check is answered
    reported = told_at is not None and told_at.astimezone(_CHINA).date().isoformat() >= since
    return Ordered(
        item=str(told.get("item") or ""),
        seen=str(told.get("seen") or ""),
        law=str(told.get("law") or ""),
        due=str(due or ""),
        state="over" if state not in _WAITING else "reported" if reported else _SEEN[state],
    )


def _handed(db: Db, found: Found) -> tuple[Handed, ...]:
    ids = _report_ids(found)
    rows = stored.some(db, found.scope, PARTY_REPORT, ids)
    docs = [records.read(rows[key]) for key in ids if key in rows]
    return tuple(
        Handed(
            str(doc.shown("handed_by") or ""),
            str(doc.shown("text") or ""),
            from_text(str(doc.shown("received"))),
            tuple(json.loads(doc.shown("photos") or "[]")),
        )
        for doc in docs
    )


def _same(last: Handed, report: Report, key: str) -> bool:
    photos = tuple(_photo_id(key, name) for name in report.photos)
    return (last.by, last.text, last.photos) == (report.by, report.text, photos)


def _report_ids(found: Found) -> list[str]:
    """The ids of a paper's reports in their order: known without looking for them."""
    paper = uuid.UUID(found.told.document_id)
    return [str(uuid.uuid5(paper, f"{PARTY_REPORT} {n}")) for n in range(MOST_REPORTS)]


def _photo_id(report_id: str, name: str) -> str:
    return str(uuid.uuid5(uuid.UUID(report_id), name))


def _tag(seal: Seal, code: str, until: int) -> str:
    paper = hashlib.sha256(code.encode()).hexdigest()
    return seal.tag(f"paper {paper} {until}".encode()).hex()
