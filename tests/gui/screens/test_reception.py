"""A report taken at the desk, once it is finished: whoever looks does not see who reported."""

from app.screens.fill_answers import HIDDEN
from app.screens.follow_up_acts import SettleDialog
from app.screens.place import Place
from app.services import extending
from app.services.extending import Wanted
from tests.gui.screens import papers_kit as papers
from tests.gui.screens.conftest import dialog_of
from tests.gui.screens.test_overview import rows
from tests.gui.screens.test_sites import press
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


def test_a_term_of_the_reception_is_settled_suspended_and_goes_on_like_any_other(program):
    """The law itself stops a mediation for a test; the decision on a lead begins the telling."""
    case_id, _record = papers.made(program, lambda s, a: desk.taken(s, a, desk.REPORT))
    terms = program.go(Place("case", case_id)).reception.terms
    lead = desk.terms(program.reader, case_id)["lead"]
    stop = Wanted("suspension", "第十八条", "刘局长", "送检", since=lead.start.date())
    owner = ("follow_up", lead.id)
    papers.made(program, lambda s, a: extending.change(s, a, *owner, stop).value)
    shown = {row.id: row for row in rows(terms)}
    assert (shown[lead.id].chip.words, shown[lead.id].verb) == ("已中止", "办结")
    terms.pressed_verb.emit(lead.id)
    press(dialog_of(SettleDialog), "中止情形消除，恢复计算")
    program.settle()
    assert desk.terms(program.reader, case_id)["lead"].due is not None
    terms.pressed_verb.emit(lead.id)
    press(dialog_of(SettleDialog), "保存")
    program.settle()
    left = {kind: row.state for kind, row in desk.terms(program.reader, case_id).items()}
    assert (left["lead"], left["tell"]) == ("done", "open")
