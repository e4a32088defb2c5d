"""Papers brought to the point a test begins at, through the real services."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.services import signing
from app.services.changes import Changes, Result
from app.services.demo_ink import ink_of
from app.services.records import open_record
from tests.unit.app.services import kit


def made(run, work):
    """Do something on the database thread and give back what it returns."""
    act = run.desk.duty.act()
    told = Changes(frozenset({"record", "answer", "signature", "document"}))
    return run.write(lambda store: Result(work(store, act), told))


def check_ready(run, *, adverse=True):
    """A spot check filled in whole, with its two findings; nobody has signed."""

    def work(store, act):
        check = kit.start(store, act)
        kit.fill_check(store, act, check.record.id)
        if adverse:
            for question, seen in kit.ADVERSE:
                kit.mark_adverse(store, act, check.record.id, question, seen)
        return check

    return made(run, work)


def notice_ready(run, *, signed=True):
    """A notice over two findings, signed by those who must; gives check and record id."""

    return made(run, lambda store, act: kit.notice_ready(store, act, signed=signed))


def sheet_ready(run):
    """A sampling sheet, drawn and signed; gives its record id."""

    def work(store, act):
        check = kit.start(store, act)
        record_id = kit.drawn_sheet(store, act, check.case_id)
        kit.sign_all(store, act, record_id)
        return record_id

    return made(run, work)


def sign(run, record_id, slot, name="周堃"):
    made(run, lambda store, act: signing.sign(store, act, record_id, slot, ink_of(name)))


def slots_of(run, record_id):
    opened = open_record(run.reader, run.desk.duty.act(), record_id)
    return {one.slot: one for one in signing.slots(run.reader, opened)}


def write_on(pad, *, strokes=5):
    """Write something like a name on the pad with the mouse."""
    for place in range(strokes):
        left = 60 + place * 90
        points = [QPoint(left + step * 6, 40 + (step * 17 + place * 23) % 55) for step in range(12)]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def drawn(run, qtbot):
    """Wait until the page of the screen in front is on the desk."""
    screen = run.screen
    qtbot.waitUntil(lambda: screen.paper.pages.count > 0, timeout=30_000)
    run.settle()
    return screen


def other_inspector(run):
    """An inspector on duty who is not at the keyboard."""
    from app.services import settings

    here = run.desk.duty.who.person_id
    return next(one for one in settings.inspectors(run.reader) if one.id != here)


def with_go(desk, go):
    """The desk with another way to go somewhere."""
    from dataclasses import replace

    return replace(desk, go=go)
