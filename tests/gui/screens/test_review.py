"""Review and sign: the page, what is missing, and everyone who signs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.place import Place
from app.services import finishing, matters, records
from app.services.changes import Changes, Result
from app.widgets.labels import Elided
from app.widgets.missing import MissingRow
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services.test_desk import COMPLAINT, taken
from tests.unit.app.services.test_desk_papers import prepared


def opened(run, qtbot, record_id, spot=""):
    run.go(Place("review", record_id, spot))
    return papers.drawn(run, qtbot)


def both_inspectors_sign(run, record_id):
    papers.sign(run, record_id, "inspector-1", "张䶮")
    papers.sign(run, record_id, "inspector-2", "李喆")
    run.settle()


def lines(screen):
    """What the missing list says, line by line."""
    rows = screen.missing.findChildren(MissingRow)
    return [row.findChildren(Elided)[0].text() for row in rows if not row.isHidden()]


def marked(page):
    """The page's marked place as it is seen now."""
    view = page.view
    mark = view.mapFromScene(view.overlay._place).boundingRect()
    return view.viewport().grab(mark.adjusted(4, 4, -4, -4)).toImage()


def differing(one, other):
    """How many points of two pictures are not alike."""
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(one.width())
        for y in range(one.height())
    )


def test_the_page_stands_beside_the_list_and_the_signers_place_is_marked(program, qtbot):
    """One sees what one signs, and where."""
    check = papers.check_ready(program)
    screen = opened(program, qtbot, check.record.id)
    assert screen.paper.pages.count >= 2
    assert not screen.paper.pages.view.overlay._place.isEmpty()
    assert screen.paper.pages.current == screen.paper.pages.count - 1
    assert screen.panel.isVisible()
    assert len([line for line in lines(screen) if "not signed" in line or "尚未签名" in line]) == 3


def test_an_empty_pad_cannot_be_confirmed(program, qtbot):
    """A dot is not a signature."""
    check = papers.check_ready(program, adverse=False)
    screen = opened(program, qtbot, check.record.id)
    pad = screen.panel.pad
    assert not pad.confirm.isEnabled()
    QTest.mouseClick(pad.pad, Qt.MouseButton.LeftButton)
    assert not pad.confirm.isEnabled()
    QTest.mouseClick(pad.confirm, Qt.MouseButton.LeftButton)
    program.settle()
    assert papers.slots_of(program, check.record.id)["inspector-1"].signature is None


def test_strokes_appear_on_the_page_while_they_are_written(program, qtbot):
    """The party sees the name land where it will be printed."""
    check = papers.check_ready(program, adverse=False)
    both_inspectors_sign(program, check.record.id)
    screen = opened(program, qtbot, check.record.id)
    before = marked(screen.paper.pages)
    papers.write_on(screen.panel.pad.pad)
    assert differing(before, marked(screen.paper.pages)) > 100


def test_a_confirmed_signature_is_kept_with_its_strokes_and_printed(program, qtbot):
    check = papers.check_ready(program, adverse=False)
    record_id = check.record.id
    both_inspectors_sign(program, record_id)
    screen = opened(program, qtbot, record_id)
    screen.panel.name.set_text("周堃（副厂长）")
    screen.panel.read.setChecked(True)
    drawn_before = screen.page.drawn.pdf
    papers.write_on(screen.panel.pad.pad)
    QTest.mouseClick(screen.panel.pad.confirm, Qt.MouseButton.LeftButton)
    program.settle()
    made = papers.slots_of(program, record_id)["party"].signature
    assert (made.name, made.state) == ("周堃（副厂长）", "signed")
    assert "宣读" in made.wording
    assert made.png_sha
    qtbot.waitUntil(lambda: screen.page.drawn.pdf != drawn_before, timeout=30_000)
    assert screen.end.isVisible()
    assert screen.end.act.isEnabled()


def test_a_refusal_needs_its_evidence_and_then_stands_on_the_page(program, qtbot):
    """Procedure Rules art. 43: a recording, a photo or a witness."""
    check = papers.check_ready(program, adverse=False)
    record_id = check.record.id
    both_inspectors_sign(program, record_id)
    screen = opened(program, qtbot, record_id)
    screen.panel.choose_manner("refused")
    form = screen.panel.decline
    assert form.isVisible()
    assert not screen.panel.pad.isVisible()
    assert not form.confirm.isEnabled()
    program.picture("review-refused")
    QTest.keyClicks(form.witness, "Wang Wu")
    assert form.confirm.isEnabled()
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    program.settle()
    made = papers.slots_of(program, record_id)["party"].signature
    assert made.state == "refused"
    assert "Wang Wu" in made.wording


def test_a_photo_proves_an_absence_and_leaves_the_signatures_valid(program, qtbot, tmp_path):
    """The photo belongs to the absence, not to what was signed before."""
    from tests.unit.app.services.kit import photo_of

    check = papers.check_ready(program, adverse=False)
    record_id = check.record.id
    both_inspectors_sign(program, record_id)
    screen = opened(program, qtbot, record_id)
    screen.panel.choose_manner("absent")
    photo = tmp_path / "gate.jpg"
    photo.write_bytes(photo_of("大门已关"))
    screen.panel.decline.evidence.add_files([str(photo)])
    program.settle()
    assert screen.panel.decline.confirm.isEnabled()
    QTest.mouseClick(screen.panel.decline.confirm, Qt.MouseButton.LeftButton)
    program.settle()
    slots = papers.slots_of(program, record_id)
    assert slots["party"].signature.state == "absent"
    assert all(slots[place].current for place in ("inspector-1", "inspector-2", "party"))


def test_a_witness_signs_at_a_place_of_its_own(program, qtbot):
    check = papers.check_ready(program, adverse=False)
    record_id = check.record.id
    both_inspectors_sign(program, record_id)
    screen = opened(program, qtbot, record_id)
    screen.panel.choose_manner("witness")
    QTest.keyClicks(screen.panel.name, "Zhao")
    papers.write_on(screen.panel.pad.pad)
    QTest.mouseClick(screen.panel.pad.confirm, Qt.MouseButton.LeftButton)
    program.settle()
    slots = papers.slots_of(program, record_id)
    assert slots["witness"].signature.name == "Zhao"
    assert slots["party"].signature is None


def test_what_changes_after_signing_must_be_signed_again(program, qtbot):
    """The page that was signed is the page that goes out."""
    from tests.unit.app.services import kit

    check = papers.check_ready(program, adverse=False)
    record_id = check.record.id
    both_inspectors_sign(program, record_id)
    opened(program, qtbot, record_id)
    papers.made(
        program, lambda store, act: kit.answer_by_name(store, act, record_id, place="另一处")
    )
    program.settle()
    screen = program.screen
    codes = [lack.code for lack in screen._looked.lacks]
    assert codes.count("signature-outdated") == 2
    screen.missing.wanted.emit("signature-outdated:signer:inspector-1")
    papers.write_on(screen.panel.pad.pad)
    QTest.mouseClick(screen.panel.pad.confirm, Qt.MouseButton.LeftButton)
    program.settle()
    assert papers.slots_of(program, record_id)["inspector-1"].current


def test_a_second_inspector_is_chosen_where_none_is_named(program, qtbot):
    from app.services import cases, sites

    act = program.desk.duty.act()
    party = sites.find(program.reader, "小白羊")[0]
    begun = program.write(lambda store: cases.start(store, act, party.id, matters.SPOT_CHECK))
    screen = opened(program, qtbot, begun.record.id)
    assert "inspectors-too-few" in [lack.code for lack in screen._looked.lacks]
    someone = papers.other_inspector(program)
    screen.people.partner_chosen.emit(someone.id)
    program.settle()
    assert "inspectors-too-few" not in [lack.code for lack in screen._looked.lacks]
    assert someone.id == papers.slots_of(program, begun.record.id)["inspector-2"].person_id


def test_a_link_leads_to_its_place_in_the_form(program, qtbot):
    from app.services import cases, sites

    act = program.desk.duty.act()
    party = sites.find(program.reader, "小白羊")[0]
    begun = program.write(lambda store: cases.start(store, act, party.id, matters.SPOT_CHECK))
    screen = opened(program, qtbot, begun.record.id)
    key, lack = next((k, v) for k, v in screen._lacks.items() if v.spot.kind == "answer")
    gone = []
    screen._desk = papers.with_go(screen._desk, gone.append)
    screen.missing.wanted.emit(key)
    assert [Place("fill", begun.record.id, lack.spot.ref)] == gone


def test_a_paper_that_carries_the_seal_alone_asks_nobody_to_sign(program, qtbot):
    made = {}

    def prepare(store):
        act = program.desk.duty.act()
        case_id, _register = taken(store, act, COMPLAINT)
        made["id"] = prepared(store, act, case_id, matters.ACCEPTED, tell_mode="sms")
        return Result(None, Changes())

    program.write(prepare)
    screen = opened(program, qtbot, made["id"])
    assert screen.people.isHidden()
    assert screen.panel.isHidden()
    assert screen.end.act.isEnabled()
    assert screen.end._title.text() == "本文书只盖章，不需要签名"


def test_finishing_keeps_the_pages_and_offers_the_next_step(program, qtbot):
    check = papers.check_ready(program)
    record_id = check.record.id
    both_inspectors_sign(program, record_id)
    papers.sign(program, record_id, "party")
    screen = opened(program, qtbot, record_id)
    QTest.mouseClick(screen.end.act, Qt.MouseButton.LeftButton)
    program.settle()
    record = records.get(program.reader, record_id)
    assert record.state == "finished"
    qtbot.waitUntil(
        lambda: screen.page.drawn is not None and screen.page.drawn.spots == (), timeout=30_000
    )
    assert finishing.kept_pages(program.reader, record_id) == screen.page.drawn.pdf
    assert screen.end.act.isEnabled()
    program.picture("review-finished")


def test_pictures(start, qtbot):
    """Light, dark and English at 1366 by 768."""
    for name, choices in (
        ("light", {}),
        ("dark", {"theme": "dark"}),
        ("english", {"language": "en"}),
    ):
        run = start(**choices)
        check = papers.check_ready(run)
        papers.sign(run, check.record.id, "inspector-1", "张䶮")
        papers.sign(run, check.record.id, "inspector-2", "李喆")
        screen = opened(run, qtbot, check.record.id)
        papers.write_on(screen.panel.pad.pad)
        shown = run.picture(f"review-{name}")
        assert (shown.width(), shown.height()) == (1366, 768)
        run.close()
