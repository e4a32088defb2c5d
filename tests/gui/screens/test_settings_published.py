"""What the bureau published for all is told apart from what came with the program."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from app.screens.follow_up_acts import SettleDialog
from app.screens.place import Place
from app.services import bureau_tables, follow_ups, packages
from db.duty_rows import FollowUp
from db.journal.published import ASSIGNED, FORM, INSPECTOR, TABLE, TASK
from db.store import packages as kept
from db.store import settings
from tests.gui.screens.test_settings_calendar import rows_of
from tests.hub.test_publishing import newer_engine
from tests.hub.test_tables import CALENDAR


def arrive(store):
    """What a pull brings: a table, a form for this program and one for a newer one."""
    word = {"by": "陈科长", "bureau": "3713", "reason": "国办发明电〔2026〕12号"}
    settings.put(store, TABLE + "holidays.csv", {**word, "text": CALENDAR, "since": "2026-09-10"})
    for form_id in ("spot-check", "sampling-sheet"):
        package = packages.newest(store, form_id)
        told = {**word, "hash": package.hash, "version": package.version, "title": package.title}
        settings.put(store, FORM + form_id, told)
    later = replace(package, version=f"{package.version}9")
    row = replace(packages.row_of(later, store), data=newer_engine(later))
    kept.put(store, row)
    settings.put(store, FORM + later.id, {**word, "hash": row.hash, "version": later.version})
    return bureau_tables.settle(store)


def opened(program, page):
    program.window.go(Place("settings", page))
    program.settle()
    return program.screen._pages[page]


def test_a_published_calendar_is_told_with_its_source_and_day(program):
    program.write(arrive)
    page = opened(program, "calendar")
    (row,) = rows_of(page.published)
    assert ("2026-09-10" in row.second, "陈科长" in row.second) == (True, True)
    assert "国办发明电〔2026〕12号" in row.second
    calendar = next(row for row in rows_of(page.own.list) if row.id == "holidays.csv")
    assert calendar.chip.icon == "stamp"
    year = rows_of(page.years)[0]
    assert (year.title, year.chip.icon) == ("2027", "stamp")
    program.picture("settings-published-calendar")


def test_a_published_form_is_told_and_one_for_a_newer_program_waits(program):
    program.write(arrive)
    page = opened(program, "forms")
    rows = {row.id: row for row in rows_of(page.list)}
    assert "陈科长" in rows["spot-check"].second
    assert "陈科长" not in rows["after-sales-check"].second
    waiting = rows["newer:sampling-sheet"]
    assert (waiting.verb, waiting.icon) == ("", "lock")
    assert rows["sampling-sheet"].verb
    page.list.opened.emit(waiting.id)
    program.picture("settings-published-forms")


def test_a_task_the_bureau_gave_stands_in_today_and_is_settled_there(program):
    who = program.desk.duty.act()
    row = FollowUp(
        id=f"{TASK}2026-8:{who.who.certificate}",
        case_id="",
        enterprise_id="",
        owner_type=INSPECTOR,
        owner_id=who.who.certificate,
        kind=ASSIGNED,
        title="电动车专项检查·东原车行",
        due=who.today,
    )
    other = replace(row, id=f"{TASK}2026-8:x", owner_id="x", title="别人的任务")
    program.write(lambda store: follow_ups.keep(store, who, row, other))
    program.window.go(Place("today"))
    program.settle()
    assert [key for key in program.screen._tasks if TASK in key] == [f"follow_up:{row.id}"]
    program.picture("today-task")
    program.screen._open(f"follow_up:{row.id}")
    program.settle()
    (dialog,) = program.window.findChildren(SettleDialog)
    assert any("电动车专项检查" in one.text() for one in dialog.findChildren(QLabel))
    dialog.reject()
