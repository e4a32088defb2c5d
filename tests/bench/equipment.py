"""The register of special equipment with 500,000 devices, beside the same asked of plain SQL.

The counterparts read the whole register: they have a reader of their own, for no screen does that
to the one it reads with, and are asked once before and once after ours.
"""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import device, equipment, equipment_plan
from app.services.equipment import Wanted
from db.connection import open_reader
from tests.bench import devices
from tests.bench.figures import Figure, middle, taken_around

TODAY = dt.date(2026, 9, 16)
FIRST, PAGE = 200, 100
ROUNDS = 9
SORTED = "ORDER BY next_test IS NULL, next_test, id LIMIT 100"


@dataclass(frozen=True)
class View:
    """One way to look at the register, and the WHERE clause that says the same."""

    name: str
    wanted: Wanted
    test: str
    where: str


def views():
    lifts = "', '".join(equipment.below("3000"))
    valves = "', '".join(equipment.below("F000"))
    soon = TODAY + dt.timedelta(days=31)
    return (
        View("all", Wanted(), "", "TRUE"),
        View("lifts", Wanted(kind_code="3000"), "", f"kind_code IN ('{lifts}')"),
        View("valves", Wanted(kind_code="F000"), "", f"kind_code IN ('{valves}')"),
        View("lapsed", Wanted(), "lapsed", f"status = 'in-use' AND next_test < '{TODAY}'"),
        View(
            "soon",
            Wanted(),
            "soon",
            f"status = 'in-use' AND next_test >= '{TODAY}' AND next_test < '{soon}'",
        ),
        View("stopped", Wanted(status="stopped"), "", "status = 'stopped'"),
        View(
            "lifts-lapsed",
            Wanted(kind_code="3000"),
            "lapsed",
            f"kind_code IN ('{lifts}') AND status = 'in-use' AND next_test < '{TODAY}'",
        ),
        View("number", Wanted(words="311037"), "", "code LIKE '%311037%'"),
        View("words", Wanted(words="自动扶梯"), "", "name LIKE '%自动扶梯%'"),
    )


def figures():
    reader = open_reader(devices.place(), devices.KEY)
    other = open_reader(devices.place(), devices.KEY)
    for view in views():
        wanted = equipment.tested(reader, view.wanted, view.test, TODAY)

        def ours(wanted=wanted):
            found = equipment.beginning(reader, wanted, FIRST, 10_001)
            return equipment.lines(reader, found.ids[:PAGE], TODAY)

        def plain(view=view):
            return other.rows(f"SELECT * FROM equipment WHERE {view.where} {SORTED}")

        first, second = taken_around(ours, plain, ROUNDS)
        against = "the same page by one plain SELECT with ORDER BY"
        yield Figure(f"equipment-{view.name}", middle(first), "ms", against, middle(second))
    yield from _others(reader, other)
    for one in (reader, other):
        one.close()


def _others(reader, other):
    key = equipment.ids(reader, Wanted(kind_code="3000"), 1)[0]
    number = equipment.get(reader, key).registration_no
    first, second = taken_around(
        lambda: device.card(reader, key, TODAY),
        lambda: other.rows(
            "SELECT * FROM equipment WHERE registration_no LIKE ?", (f"%{number}%",)
        ),
        ROUNDS,
    )
    against = "one scan of the register for the same number"
    yield Figure("equipment-card", middle(first), "ms", against, middle(second))
    grown = replace(Wanted(), status="in-use")
    first, second = taken_around(
        lambda: equipment.ids(reader, grown, FIRST * 16),
        lambda: other.rows("SELECT id FROM equipment ORDER BY next_test IS NULL, next_test, id"),
        ROUNDS,
    )
    against = "every id of the register at once"
    yield Figure("equipment-scrolled-to-3200", middle(first), "ms", against, middle(second))
    first, second = taken_around(
        lambda: equipment_plan.plan(reader, TODAY.year),
        lambda: other.rows("SELECT enterprise_id, kind_code, status FROM equipment"),
        3,
    )
    against = "reading the three columns it counts (in the background)"
    yield Figure("equipment-plan", middle(first), "ms", against, middle(second))
