"""Drawing samples through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.fill_withdraw import ReasonDialog
from app.screens.place import Place
from app.services import preparing, records, sampling
from app.services.lists import StoreLists

LOT = {
    "grade": "合格品",
    "batch": "20260318",
    "base_qty": "120",
    "unit": "辆",
    "unit_price": "268",
    "plan_kind": "fixed",
    "plan_test": "2",
    "spare_qty": "1",
    "place": "warehouse",
    "place_detail": "成品库东侧第2排货架",
    "witness_name": "周堃",
    "witness_unit": "成品库主管",
    "sample_date": "2026-09-16",
}


def sheet(program, **answers):
    """A sampling sheet with its lot answered, shown on the screen."""
    started = program.check("小白羊")
    act = program.desk.duty.act()
    record = program.write(
        lambda store: preparing.add_paper(store, act, started.case.id, "sampling-sheet")
    )
    screen = program.go(Place("sampling", record.id))
    product = StoreLists(program.reader).rows(
        "products", {"enterprise_id": record.enterprise_id}, 10
    )[1]
    for name, value in {"product": product["name"], **LOT, **answers}.items():
        answer(screen, name, value)
    program.settle()
    return screen


def answer(screen, name, value):
    screen.paper.answer(records.path_of(screen.paper.opened.form, name), value)


def value(screen, name):
    return records.answered(screen.paper.opened, name)


def card(screen, section):
    """The workbench card below a section, which is opened."""
    screen.open_section(f"/data/{section}")
    return screen.page._extra.widgets[0]


def drawn(program, screen):
    return sampling.drawn(program.reader, screen.paper.id)


def draw(program, screen):
    card(screen, "draw").draw()
    program.settle()
    return screen.page._extra.widgets[0]


def test_the_plan_is_said_while_the_lot_is_answered(program):
    screen = sheet(program)
    plan = card(screen, "lot")
    assert "120" in plan.plan.text()
    assert plan.error.text() == ""


def test_a_standard_plan_shows_letter_counts_and_acceptance(program):
    """GB/T 2828.1: 1000 units, level II, AQL 1.0 give J, n=80, Ac=2, Re=3."""
    answers = {"base_qty": "1000", "plan_kind": "gbt2828", "plan_level": "II", "plan_aql": "1.0"}
    screen = sheet(program, **answers)
    words = card(screen, "lot").plan.text()
    for part in ("J", "80", "2", "3"):
        assert part in words


def test_the_catalogue_offers_its_usual_numbers_and_they_can_be_taken(program):
    screen = sheet(program)
    plan = card(screen, "lot")
    assert plan.take.isVisible()
    QTest.mouseClick(plan.take, Qt.MouseButton.LeftButton)
    assert (value(screen, "plan_test"), value(screen, "spare_qty")) == ("1", "1")
    assert not plan.take.isVisible()


def test_a_sample_larger_than_the_lot_is_refused_beside_the_plan(program):
    screen = sheet(program, base_qty="2")
    assert "2" in card(screen, "lot").error.text()
    bench = card(screen, "draw")
    assert bench.error.text()
    assert not bench.draw_button.isEnabled()


def test_a_future_sampling_date_is_refused_beside_the_draw(program):
    screen = sheet(program, sample_date="2026-09-17")
    bench = card(screen, "draw")
    assert "2026-09-17" in bench.error.text()
    assert not bench.draw_button.isEnabled()


def test_the_seed_is_shown_before_the_draw_and_decides_it(program):
    screen = sheet(program)
    bench = card(screen, "draw")
    shown = bench.seed.text().replace("\u200b", "")
    assert drawn(program, screen) is None
    draw(program, screen)
    done = drawn(program, screen)
    assert done.seed == shown
    assert (len(done.test), len(done.spare)) == (2, 1)
    assert sampling.redo(done, 120)


def test_a_draw_fills_the_sheet_with_units_and_seals(program):
    screen = sheet(program)
    bench = draw(program, screen)
    done = drawn(program, screen)
    assert value(screen, "drawn").split() == [str(unit) for unit in (*done.test, *done.spare)]
    assert bench.table._rows.rowCount() == 3
    assert not bench.draw_button.isVisible()
    problems = {problem.ref.rpartition("/")[2] for problem in screen.paper.session.problems()}
    assert not problems & {"seed", "drawn", "seal_no", "sample_no"}


def test_what_was_typed_while_the_draw_ran_is_not_lost(program):
    screen = sheet(program)
    card(screen, "draw").draw()
    answer(screen, "place_detail", "西侧货架")
    program.settle()
    assert value(screen, "place_detail") == "西侧货架"
    assert drawn(program, screen) is not None


def test_a_lot_changed_after_the_draw_is_said(program):
    screen = sheet(program)
    draw(program, screen)
    answer(screen, "base_qty", "90")
    bench = card(screen, "draw")
    assert bench.error.text()


def test_a_draw_is_discarded_only_with_a_reason_and_then_drawn_again(program):
    screen = sheet(program)
    bench = draw(program, screen)
    first = drawn(program, screen)
    bench._ask_reason()
    dialog = screen.window().findChild(ReasonDialog)
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.reason.insertPlainText("基数数错")
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    program.settle()
    assert drawn(program, screen) is None
    assert value(screen, "drawn") == ""
    draw(program, screen)
    assert drawn(program, screen).seed != first.seed


def test_the_sheet_opened_as_a_draft_has_the_same_workbench(program):
    screen = sheet(program)
    program.go(Place("today"))
    again = program.go(Place("fill", screen.paper.id))
    assert card(again, "draw").draw_button.isVisible()


def test_what_is_missing_in_the_draw_leads_to_the_draw_button(program):
    screen = sheet(program)
    screen.go_to("/data/draw/drawn")
    assert screen.focusWidget() is screen.page._extra.widgets[0].draw_button


LOOKS = {
    "light": {},
    "dark": {"theme": "dark"},
    "english": {"language": "en"},
    "double": {"size": (683, 480)},
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_workbench_looks_as_designed(start, look):
    """Kept as pictures where XUNJIAN_PICTURES says."""
    program = start(**LOOKS[look])
    screen = sheet(program)
    for name in ("plan", "before", "after"):
        if name == "after":
            draw(program, screen)
        else:
            card(screen, "lot" if name == "plan" else "draw")
        QTest.qWait(20)
        bar = screen.page.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert not program.picture(f"sampling-{look}-{name}").isNull()
