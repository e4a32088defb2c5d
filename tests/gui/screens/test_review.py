"""Review and sign: the page, what is missing, and everyone who signs."""

from app.screens.place import Place
from tests.gui.screens import papers_kit as papers


def opened(run, qtbot, record_id):
    run.go(Place("review", record_id))
    return papers.drawn(run, qtbot)


def test_pictures(program, qtbot):
    check = papers.check_ready(program)
    screen = opened(program, qtbot, check.record.id)
    program.picture("review-start")
    papers.sign(program, check.record.id, "inspector-1", "张")
    papers.sign(program, check.record.id, "inspector-2", "李喆")
    program.settle()
    screen = opened(program, qtbot, check.record.id)
    papers.write_on(screen.panel.pad.pad)
    program.picture("review-party")
