"""The samples under way among 500,000, beside the same page by one plain SELECT over both tables."""

import datetime as dt

from app.services import samples_board, search, today
from db.connection import open_reader
from db.store import dues, sample_boards, samples
from db.store.dues import Days
from tests.bench import lots
from tests.bench.figures import Figure, middle, taken_in_turn

ROUNDS = 3
AGAINST = "the same page by one plain SELECT that joins each sample's report"
NEWEST = "(SELECT max(id) FROM test_report WHERE record_id = s.record_id AND state <> 'replaced')"
JUDGED = "r.verdict IN ('pass', 'fail')"
OPEN = "s.state NOT IN ('returned', 'destroyed') AND NOT (s.role = 'spare' AND s.state = 'drawn')"
WHERE = {
    "late": f"{OPEN} AND r.id IS NULL AND s.expected < '2026-09-16'",
    "send": f"{OPEN} AND r.id IS NULL AND s.state = 'drawn' AND s.expected >= '2026-09-16'",
    "lab": f"{OPEN} AND r.id IS NULL AND s.state <> 'drawn' AND s.expected >= '2026-09-16'",
    "tell": f"{OPEN} AND {JUDGED} AND r.state = 'open' AND r.told IS NULL",
    "running": f"{OPEN} AND {JUDGED} AND r.state = 'open' AND r.told >= '2026-09-01'",
    "objected": f"{OPEN} AND {JUDGED} AND r.state = 'objected'",
    "over": f"{OPEN} AND {JUDGED} AND r.state = 'open' AND r.told < '2026-09-01'",
    "spare": "s.role = 'spare' AND s.state = 'drawn'",
    "rest": f"{OPEN} AND {JUDGED} AND r.state = 'final'",
}
ORDER = "ORDER BY ifnull(s.expected, ifnull(r.told, r.received)), s.id LIMIT 20"
NUMBER = "CY20260016-07-1234-01"


def figures():
    reader = open_reader(lots.place(), lots.KEY)
    day = lots.TODAY
    days = Days(day, day + dt.timedelta(days=today.AHEAD), day, lots.NOW)
    over = samples_board.over(reader, day)
    try:
        for group, where in WHERE.items():
            plain = (
                f"SELECT s.* FROM sample s LEFT JOIN test_report r ON r.id = {NEWEST}"
                f" WHERE {where} {ORDER}"
            )
            yield _figure(
                f"samples-{group}",
                lambda group=group: sample_boards.page(reader, group, day, over, 20),
                lambda plain=plain: reader.rows(plain),
                AGAINST,
            )
        pages = {"rest": 10}
        count = "SELECT state, COUNT(*) FROM sample GROUP BY state"
        counted = "counting the samples by their state"
        yield _figure(
            "samples-first",
            lambda: samples_board.board(reader, day),
            lambda: reader.rows(count),
            counted,
        )
        yield _figure(
            "samples-scrolled-to-200",
            lambda: samples_board.board(reader, day, pages),
            lambda: reader.rows(count),
            counted,
        )
        scan = "one scan of the samples for it"
        like = "SELECT * FROM sample WHERE number LIKE ? OR seal_no LIKE ?"
        for name, ask in (
            ("number", lambda: samples.by_number(reader, NUMBER)),
            ("seal", lambda: samples.by_seal(reader, f"F{NUMBER[2:]}")),
            ("search", lambda: search.find(reader, NUMBER)),
            ("search-part", lambda: search.find(reader, NUMBER[:-6])),
        ):
            yield _figure(
                f"samples-by-{name}",
                ask,
                lambda: reader.rows(like, (f"%{NUMBER}%", f"%{NUMBER}%")),
                scan,
            )
        yield _figure(
            "samples-due",
            lambda: dues.page(reader, "sample", "week", days, today.PAGE),
            lambda: reader.rows(count),
            counted,
        )
    finally:
        reader.close()


def _figure(name, ours, theirs, against):
    first, second = taken_in_turn(ours, theirs, ROUNDS)
    return Figure(name, middle(first), "ms", against, middle(second))
