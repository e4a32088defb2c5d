"""A report taken at the desk, once it is finished: whoever looks does not see who reported."""

from app.screens.fill_answers import HIDDEN
from app.screens.place import Place
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services import test_desk as desk


def test_the_reporter_is_dots_on_the_finished_screen(program):
    """The rest of the register stays readable; the dots do not tell how long the name is."""
    _case, record_id = papers.made(program, lambda s, a: desk.taken(s, a, desk.REPORT))
    screen = program.go(Place("fill", record_id, "/data/confidential/reporter"))
    shown = {
        ref.rsplit("/", 1)[-1]: widget.field.text()
        for ref, widget in screen.page.widgets.items()
        if hasattr(widget, "field") and hasattr(widget.field, "text")
    }
    assert shown["reporter"] == shown["reporter_phone"] == HIDDEN
    assert shown["reporter_address"] == ""
    assert desk.REPORTER not in shown.values()
    assert screen.paper.state("/data/matter_group/facts").value == desk.BASE["facts"]
