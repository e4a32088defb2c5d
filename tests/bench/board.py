"""整改, 今日 and an enterprise's findings over a million of them, beside bare SQLite.

The counterpart reads the same page from the same findings in a plain file of the standard library's
SQLite with the same index: no encryption, no names, papers, re-checks or days counted.
"""

import datetime as dt
import sqlite3

from app.services import (
    appointments,
    campaigns,
    cases,
    documents,
    rectification,
    sites,
    today,
)
from app.services.context import Acting, Office, Who
from db.connection import open_reader
from db.store import boards, findings
from tests.bench import millions
from tests.bench.figures import Figure, middle, taken_in_turn

ROUNDS = 25
AGAINST = "the same page of bare, unencrypted SQLite"
LATE = (
    "SELECT * FROM finding WHERE state = 'ordered' AND due < '2026-09-16' ORDER BY due, id LIMIT 20"
)
BARE = {
    "overdue": LATE,
    "today": LATE.replace("due <", "due ="),
    "found": "SELECT * FROM finding WHERE state = 'open' ORDER BY due, id LIMIT 20",
    "waiting": LATE.replace("due <", "due >"),
    "recheck": "SELECT * FROM finding WHERE reported < '2026-09-16' ORDER BY reported, id LIMIT 20",
    "reported": "SELECT * FROM finding WHERE reported >= '2026-09-16' ORDER BY reported LIMIT 20",
    "paused": "SELECT * FROM finding WHERE state = 'ordered' AND due IS NULL ORDER BY id LIMIT 20",
    "closed": "SELECT * FROM finding WHERE settled >= '2026-08-17' ORDER BY settled DESC LIMIT 20",
}
CASES = "SELECT * FROM case_file WHERE state = 'open' ORDER BY opened DESC, id DESC LIMIT 50"
DOCUMENTS = "SELECT * FROM document ORDER BY issued DESC, id DESC LIMIT 200"
SITES = "SELECT * FROM enterprise ORDER BY id DESC LIMIT 50"
OFFICERS = (
    "SELECT * FROM appointment JOIN enterprise ON enterprise.id = enterprise_id ORDER BY review_due"
)
DRIVE = campaigns.Campaign(
    millions.DRIVE,
    "质量月",
    "Quality Month",
    dt.date(2026, 9, 1),
    dt.date(2026, 9, 30),
    (
        campaigns.Target("spot-check", 2000),
        campaigns.Target("spot-check", 2000, per="enterprise", goods=("toys",)),
    ),
)
COUNTED = "SELECT COUNT(*) FROM case_file WHERE state = 'open'"
ONE = "SELECT * FROM finding WHERE enterprise_id = ? AND state <> 'withdrawn' ORDER BY id DESC"


def figures():
    store, bare = millions.places()
    reader, db = open_reader(store, millions.KEY), sqlite3.connect(bare)
    day = millions.TODAY
    since = day - dt.timedelta(days=rectification.CLOSED_FOR)
    everything = rectification.Only()
    try:
        for group in boards.GROUPS:
            ours, theirs = taken_in_turn(
                lambda group=group: boards.page(reader, group, day, since, everything, limit=20),
                lambda group=group: db.execute(BARE[group]).fetchall(),
                ROUNDS,
            )
            yield Figure(f"board-page-{group}", middle(ours), "ms", AGAINST, middle(theirs))
        yield _figure("board-first", lambda: rectification.board(reader, day), _all(db))
        major = rectification.Only(severity="major")
        yield _figure("board-major", lambda: rectification.board(reader, day, major), _all(db))
        drive = rectification.Only(campaign=millions.CAMPAIGN)
        yield _figure("board-campaign", lambda: rectification.board(reader, day, drive), _all(db))
        yield _figure(
            "cases-first", lambda: cases.board(reader, {}), lambda: db.execute(CASES).fetchall()
        )
        act = Acting(Who("", "", ""), Office(), millions.NOW)
        yield _figure("today-million", lambda: today.board(reader, act), _all(db))
        for name, ours, query in (
            ("documents-first", lambda: documents.page(reader, limit=200), DOCUMENTS),
            ("sites-first", lambda: _sites(reader), SITES),
            ("officers-first", lambda: appointments.register(reader), OFFICERS),
            ("campaign-progress", lambda: campaigns.progress(reader, DRIVE), COUNTED),
        ):
            yield _figure(name, ours, lambda query=query: db.execute(query).fetchall())
        some = reader.rows("SELECT id FROM enterprise LIMIT 25 OFFSET 9000")
        units = iter([key for (key,) in some] * 2)
        yield _figure(
            "enterprise-findings",
            lambda: findings.of_enterprise(reader, next(units)),
            lambda: db.execute(ONE, (next(units),)).fetchall(),
        )
    finally:
        reader.close()
        db.close()


def _sites(reader):
    """What the screen asks for when it is opened."""
    found = sites.ids(reader, "", 200)
    return sites.count(reader), sites.rows(reader, found[:50])


def _all(db):
    """Every group's first page, which is what the screen asks for."""
    return lambda: [db.execute(query).fetchall() for query in BARE.values()]


def _figure(name, ours, theirs):
    mine, other = taken_in_turn(ours, theirs, ROUNDS)
    return Figure(name, middle(mine), "ms", AGAINST, middle(other))
