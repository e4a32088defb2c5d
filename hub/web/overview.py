"""The overview: checks, findings and clocks of a jurisdiction and those below it, at a glance."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from starlette.responses import Response

from db.journal import record as records
from hub import access
from hub.sql import hubs, people, quarantines
from hub.sql import records as stored
from hub.sql.base import Db
from hub.web import charts
from hub.web.charts import Bar
from hub.web.drawing import CHINA
from hub.web.guard import Page, Visit
from hub.web.words import known, words

RECORDS = ("draft", "finished", "issued", "withdrawn")
FINDINGS = ("open", "ordered", "reported", "closed", "escalated", "withdrawn")
RUNNING = ("ordered", "reported")
CLOCKS = (("overdue", "bad"), ("soon", "warn"), ("later", "plain"), ("undated", "plain"))
SOON = dt.timedelta(days=3)
MOST_CLOCKS = 5000
MOST_WAITING = 1000
_TONES = {"closed": "good", "open": "warn", "escalated": "bad"}


def page(db: Db, visit: Visit) -> Response:
    """The overview."""
    names = {scope: name for scope, _parent, name in hubs.scopes(db)}
    scopes = access.under(visit.scope, visit.above)
    checks, findings, documents, clocks = (
        Counter[str](),
        Counter[str](),
        Counter[str](),
        Counter[str](),
    )
    waiting = conflicts = active = 0
    today = visit.now.astimezone(CHINA).date()
    for scope in scopes:
        checks.update(stored.counts(db, scope, "record"))
        findings.update(stored.counts(db, scope, "finding"))
        documents.update(stored.counts(db, scope, "document"))
        clocks.update(_clocks(db, scope, today))
        waiting += len(quarantines.waiting(db, scope, MOST_WAITING))
        found = stored.standing(db, scope, MOST_WAITING)
        conflicts += sum(kind != stored.SOFT for *_what, kind, _opened in found)
        week = visit.now - dt.timedelta(days=7)
        active += sum(1 for one in people.sights(db, scope) if one.seen and one.seen > week)
    t = words(visit.language)
    figures = {
        "documents": sum(documents.values()),
        "overdue": clocks["overdue"],
        "quarantine": waiting,
        "conflicts": conflicts,
        "laptops": active,
    }
    return visit.page(
        "overview.html",
        bureau=names[visit.scope],
        below=[(one, names[one]) for one in scopes[1:]],
        figures=figures,
        checks=charts.bars(t("chart-checks"), _bars("record", RECORDS, checks, visit.language)),
        findings=charts.bars(
            t("chart-findings"), _bars("finding", FINDINGS, findings, visit.language)
        ),
        clocks=charts.bars(
            t("chart-clocks"),
            [Bar(t(f"clock-{name}"), clocks[name], tone) for name, tone in CLOCKS],
        ),
        empty=not (checks or findings or documents),
    )


def _bars(noun: str, states: Iterable[str], counts: Mapping[str, int], language: str) -> list[Bar]:
    t = words(language)
    named = [*states, *sorted(set(counts) - set(states))]
    return [
        Bar(t(key) if known(key := f"{noun}-{state}") else state, counts.get(state, 0),
            _TONES.get(state, "plain"))
        for state in named
    ]  # fmt: skip


def _clocks(db: Db, scope: str, today: dt.date) -> Counter[str]:
    """How many findings under order are overdue, due soon, later, or without a day."""
    found = Counter[str]()
    for _rec_id, data in stored.in_state(db, scope, "finding", RUNNING, MOST_CLOCKS):
        due = records.read(data).shown("due")
        try:
            day = dt.date.fromisoformat(due) if isinstance(due, str) else None
        except ValueError:
            day = None
        if day is None:
            found["undated"] += 1
        elif day < today:
            found["overdue"] += 1
        else:
            found["soon" if day - today <= SOON else "later"] += 1
    return found


PAGES: tuple[tuple[str, str, Page], ...] = (("/admin/{scope}", "GET", page),)
