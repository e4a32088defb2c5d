"""Settings: what the bureau published for all is told apart from what came with the program."""

from dataclasses import replace

from app.screens.place import Place
from app.services import bureau_tables, packages
from db.journal.published import FORM, TABLE
from db.store import packages as kept
from db.store import settings
from tests.gui.screens.test_settings_calendar import rows_of
from tests.hub.test_publishing import newer_engine
from tests.hub.test_tables import CALENDAR


def arrive(store):
    """What a pull brings: a table, a form for this program and one for a newer one."""
    word = {"by": "陈科长", "bureau": "3713", "reason": "国办发明电〔2026〕12号"}
    settings.put(store, TABLE + "holidays.csv", {**word, "text": CALENDAR, "since": "2026-11-20"})
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
    assert ("2026-11-20" in row.second, "陈科长" in row.second) == (True, True)
    assert "国办发明电〔2026〕12号" in row.second
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
