"""Issue and print: the page with its number, one deliberate act, and what follows."""

from app.screens.place import Place
from tests.gui.screens import papers_kit as papers


def test_pictures(program, qtbot):
    _check, record_id = papers.notice_ready(program)
    program.go(Place("issue", record_id))
    papers.drawn(program, qtbot)
    program.settle()
    program.picture("issue")
    program.screen.issue()
    program.settle()
    papers.drawn(program, qtbot)
    program.settle()
    program.picture("document")
