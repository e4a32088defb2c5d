"""The test of a device is applied for a month before: the day and its article, in 今日 and on its card."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import device, equipment, sites
from app.services.today import board
from db.rows import Equipment

ARTICLE = "《特种设备安全法》第四十条第一款"


@pytest.fixture
def lift(store, act):
    unit = sites.find(store, "小白羊")[0]
    row = Equipment("", unit.id, code="311037001202300021", kind_code="3110", name="客梯")
    return equipment.save(store, act, row).value


def due_in(store, act, lift, away):
    """The lift with its next test so many days off."""
    row = replace(lift, next_test=act.today + dt.timedelta(days=away))
    return equipment.save(store, act, row).value


def task(found, group, key):
    return next((one for one in getattr(found, group) if one.id == key), None)


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        (-1, ("overdue", None)),
        (0, ("today", dt.date(2026, 8, 16))),
        (7, ("week", dt.date(2026, 8, 23))),
        (30, ("month", dt.date(2026, 9, 16))),
    ],
)
def test_today_says_until_when_the_test_is_applied_for(store, act, lift, away, expected):
    """Worked by hand: a month before 16 October 2026 is 16 September; one run out is not applied for."""
    group, apply_by = expected
    row = due_in(store, act, lift, away)
    found = task(board(store, act), group, row.id)
    assert found.apply_by == apply_by
    assert found.article == (ARTICLE if apply_by else "")


def test_a_month_without_that_day_ends_with_its_last(store, act):
    told = equipment.apply_by(store, dt.date(2027, 3, 31), act.today)
    assert (told.day, told.article) == (dt.date(2027, 2, 28), ARTICLE)
    assert equipment.apply_by(store, None, act.today) is None


@pytest.mark.parametrize(("status", "told"), [("in-use", True), ("stopped", False)])
def test_the_card_says_it_of_a_device_in_use(store, act, lift, status, told):
    row = equipment.save(store, act, replace(due_in(store, act, lift, 40), status=status)).value
    assert (device.card(store, row.id, act.today).applied is not None) == told
