"""专项行动: a campaign is added with its targets, and counts as papers are finished."""

import datetime as dt
from dataclasses import fields, replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.screens.campaign_dialog import CampaignDialog
from app.screens.place import Place
from app.services import appointments, campaigns
from app.services.changes import Result, touched
from app.widgets.facts import FactList
from app.widgets.labels import Label
from app.widgets.targets import TargetRow
from db.store import appointments as kept_appointments
from db.store import settings
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services import test_appointments as cqo
from tests.unit.app.services import test_desk as desk


def told(screen):
    """What the rows of the campaign in front say."""
    return [row.accessibleName() for row in screen.findChildren(TargetRow) if row.isVisible()]


def dialog():
    """The open dialogue of a campaign."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, CampaignDialog)]
    return next(one for one in shown if one.isVisible())


def test_the_running_campaign_shows_figures_for_every_target(program):
    screen = program.go(Place("campaigns"))
    rows = told(screen)
    assert len(rows) == 11
    assert any(row.startswith("骨干企业质量强企调研, 3 / 60") for row in rows)


def test_what_the_campaign_came_to_stands_below_its_targets(english):
    """The figures a bureau reports; each as the store counts it."""
    screen = english.go(Place("campaigns"))
    told_now = campaigns.progress(
        english.reader, campaigns.running(english.reader, dt.date(2026, 9, 16))
    ).totals
    shown = [
        label.text()
        for facts in screen.findChildren(FactList)
        for label in facts.findChildren(Label)
    ]
    figures = dict(zip(shown[::2], shown[1::2], strict=True))
    assert figures["Devices checked"] == str(told_now.devices) != "0"
    assert figures["People reached"] == f"{told_now.reached:,}" != "0"
    assert len(figures) == len(fields(told_now))


def test_another_paper_counts_alone_and_keeps_nothing_of_the_first(program):
    """A target over nine checks whose paper is changed must not go on counting the other eight."""
    screen = program.go(Place("campaigns"))
    screen._open_dialog(campaigns.running(program.reader, dt.date(2026, 9, 16)))
    row = next(one for one in dialog().targets if "lift-check" in one.paper.value)
    assert len(row.value().forms) == 9
    row.paper.set_value("cqo-review")
    assert row.value().forms == ("cqo-review",)
    assert row.value().name == "首席质量官年度评审表"


def test_a_clerk_adds_changes_and_removes_what_counts(program):
    """A further paper joins a target, one target is narrowed to some goods, another goes."""
    screen = program.go(Place("campaigns"))
    screen._open_dialog(campaigns.running(program.reader, dt.date(2026, 9, 16)))
    form = dialog()
    first, second, *_rest = form.targets
    assert (first.goods.value, second.goods.value) == ("children", "farm building parts")
    second.goods.list.switched.emit(second.goods._rows.index(0, 0))
    form._keep()
    program.settle()
    assert "这项目标无法计数" in form._error.text(), "children's goods would count twice"
    second.goods.list.switched.emit(second.goods._rows.index(0, 0))
    second.paper.set_value("spot-check sampling-sheet")
    second.owner.set_text("质量科")
    form._drop(form.targets[2])
    form._keep()
    program.settle()
    kept = campaigns.running(program.reader, dt.date(2026, 9, 16)).targets
    assert len(kept) == 10
    assert kept[1].forms == ("spot-check", "sampling-sheet")
    assert kept[1].owner == "质量科"
    assert kept[1].name == "农资、建材、汽配监督抽查"


def test_a_finished_paper_raises_its_target(program):
    """The count is there the next time one looks: one more than the two the bureau has."""
    papers.made(program, lambda store, act: desk.taken(store, act, desk.COMPLAINT))
    running = campaigns.running(program.reader, dt.date(2026, 9, 16))
    case_id, _record = papers.made(program, lambda s, act: desk.taken(s, act, desk.COMPLAINT))

    def belong(store):
        from tests.unit.app.services.test_campaigns import store_case

        store_case(store, case_id, running.key)
        return Result(None, desk.desk.Changes())

    program.write(belong)
    screen = program.go(Place("campaigns"))
    assert any(row.startswith("12315现场咨询, 3 / 4") for row in told(screen))


def test_a_campaign_is_added_with_a_target(program):
    screen = program.go(Place("campaigns"))
    screen._add.click()
    form = dialog()
    form.name.set_text("农资打假专项行动")
    form.start.set_value("2026-10-01")
    form.end.set_value("2026-10-31")
    form._add_empty()
    form.targets[0].paper.set_value("fibre-check")
    form.targets[0].wanted.set_text("15")
    form._keep()
    program.settle()
    assert told(screen) == ["放心纤检检查记录, 0 / 15"]
    assert "农资打假专项行动" in [one.name for one in campaigns.all_of(program.reader)]


@pytest.mark.parametrize(
    ("end", "wanted", "words"),
    [("2026-09-01", "15", "结束日期早于开始日期"), ("2026-10-31", "0", "这项目标无法计数")],
)
def test_what_cannot_be_is_said_in_the_dialogue(program, end, wanted, words):
    screen = program.go(Place("campaigns"))
    screen._add.click()
    form = dialog()
    form.name.set_text("农资打假专项行动")
    form.start.set_value("2026-10-01")
    form.end.set_value(end)
    form._add_empty()
    form.targets[0].wanted.set_text(wanted)
    form._keep()
    program.settle()
    assert form.isVisible()
    assert words in form._error.text()
    assert len(campaigns.all_of(program.reader)) == 1


def test_without_any_campaign_the_screen_says_what_to_do(program):
    program.write(lambda store: Result(settings.put(store, "campaigns", []), desk.desk.Changes()))
    screen = program.go(Place("campaigns"))
    assert screen._empty.isVisible()
    assert not screen._area.isVisible()
    QTest.qWait(1)


def test_the_register_of_officers_leads_to_the_enterprise(program):
    """Empty it says so; then who is to be reviewed stands with the day."""

    def leave(store):
        today = dt.date(2026, 9, 16)
        held = [replace(line.officer, ended=today) for line in appointments.register(store)]
        assert held
        kept_appointments.save(store, *held)
        return Result(None, touched("appointment", *(one.id for one in held)))

    program.write(leave)
    screen = program.go(Place("officers"))
    assert screen._empty.isVisible()
    papers.made(program, cqo.appoint)
    screen = program.go(Place("officers"))
    program.go(Place("sites"))
    screen = program.go(Place("officers"))
    assert screen.list.isVisible()
    (appointment_id,) = screen._units
    screen._open(appointment_id)
    program.settle()
    assert program.window.place() == Place("enterprise", screen._units[appointment_id])


def test_on_a_small_laptop_at_twice_the_size_the_dialogue_fits_and_says_what_is_missing(start):
    """Every field is reached by scrolling; the two acts are always in sight."""
    run = start(size=(683, 384), language="en")
    screen = run.go(Place("campaigns"))
    screen._add.click()
    form = dialog()
    QTest.qWait(30)
    assert (form.width() <= 683, form.height() <= 450) == (True, True)
    assert form._none.isVisible()
    form._add_empty()
    QTest.qWait(30)
    assert not form._none.isVisible()
    area, row = form._area, form.targets[0]
    assert (
        area.viewport().rect().contains(row.paper.mapTo(area.viewport(), row.paper.rect().center()))
    )
    form._drop(row)
    assert not form._none.isHidden()
