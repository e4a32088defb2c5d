"""One box over everything: words, codes, scanned papers and the hand scanner."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.place import Place
from app.screens.search import SearchPanel
from app.services import documents, sites
from app.widgets.bars import MessageBar
from app.widgets.work_rows import Group, Work


@pytest.fixture
def run(start):
    made = start(language="en")
    made.go(Place("today"))
    return made


def panel(run):
    return run.window.findChild(SearchPanel)


def hits(run, text):
    """What the panel shows for a text: group titles and row titles."""
    run.window.top.search.set_text(text)
    model = panel(run)._list.model()
    rows = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    groups = [row.title for row in rows if isinstance(row, Group)]
    return groups, [row for row in rows if isinstance(row, Work)]


def bars(run):
    run.settle()
    return [bar.accessibleName() for bar in run.window.findChildren(MessageBar) if bar.isVisible()]


def press_keys(widget, text):
    """Keys as fast as a hand scanner sends them, Enter at the end."""
    for char in text:
        QTest.keyClick(widget, char)
    QTest.keyClick(widget, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["小白羊童车", "羊", "91371302MA0DEM013G", "9137130"])
def test_an_enterprise_is_found_by_name_character_and_code(run, text):
    """Seven characters or one: both must answer."""
    groups, rows = hits(run, text)
    assert "Sites" in groups
    assert rows


def test_hits_are_grouped_and_say_whose_they_are(run):
    """A lift called 2号 means nothing without its owner."""
    groups, rows = hits(run, "电梯")
    assert groups[:2] == ["Sites", "Equipment"]
    machine = next(row for row in rows if row.id.startswith("equipment:"))
    assert any(row.name in machine.second for row in sites.find(run.reader, "演示", 200))


def test_a_document_number_leads_to_the_paper(run):
    """The number on the paper in hand is enough."""
    paper = documents.page(run.reader, limit=1)[0].document
    _, rows = hits(run, paper.number_text)
    assert f"document:{paper.id}" in {row.id for row in rows}


def test_down_and_enter_open_a_hit_and_escape_closes(run):
    """The box never needs the mouse."""
    box = run.window.top.search.line
    run.window.act("search")
    QTest.keyClicks(box, "9137")
    assert panel(run).isVisible()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not panel(run).isVisible()
    assert box.text() == ""
    box.insert("电梯")  # as an input method does
    first = panel(run)._list.currentIndex().row()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert panel(run)._list.currentIndex().row() > first
    QTest.keyClick(box, Qt.Key.Key_Return)
    run.settle()
    assert run.window.place().screen == "device"
    assert not panel(run).isVisible()


def test_nothing_found_is_a_sentence(run):
    """Silence would look like a fault."""
    groups, rows = hits(run, "没有这样的东西")
    assert not groups
    assert not rows
    assert "没有这样的东西" in panel(run)._nothing.text()


def test_the_panel_goes_when_the_focus_leaves_it(run, qtbot):
    """It never hides the screen one has gone back to."""
    run.window.activateWindow()
    box = run.window.top.search.line
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.insert("羊")
    assert panel(run).isVisible()
    run.window.top.scan.setFocus()
    QTest.qWait(250)
    assert not panel(run).isVisible()


def test_the_licence_code_of_a_known_enterprise_opens_its_card(run):
    """QR codes of licences carry the code, alone or inside a link."""
    panel(run).take_scan("91371302MA0DEM013G")
    run.settle()
    assert run.window.place().screen == "enterprise"


def test_a_good_code_nobody_has_offers_to_add_it(run):
    """The enterprise stands in front of you; the register can wait for nobody."""
    unknown = "91371302MA3C00001T"
    for last in "0123456789ABCDEFGHJKLMNPQRTUWXY":
        for before in "0123456789ABCDEFGHJKLMNPQRTUWXY":
            text = unknown[:16] + before + last
            if sites.identity(text).verified:
                unknown = text
    assert sites.identity(unknown).verified
    panel(run).take_scan(unknown)
    assert any("not in the register" in words for words in bars(run))


def test_a_strange_code_says_what_it_reads(run):
    """Nothing is done behind one's back."""
    panel(run).take_scan("https://example.org/xyz")
    assert any("https://example.org/xyz" in words for words in bars(run))


def test_a_genuine_paper_is_told_from_a_forged_one(run):
    """One sign changed in the code, and the signature no longer fits."""
    paper = documents.page(run.reader, limit=1)[0].document
    panel(run).take_scan(paper.qr)
    assert any("is genuine" in words and paper.number_text in words for words in bars(run))
    place = len(paper.qr) - 20
    other = "0" if paper.qr[place] != "0" else "1"
    panel(run).take_scan(paper.qr[:place] + other + paper.qr[place + 1 :])
    assert any("not genuine" in words for words in bars(run))


def test_a_hand_scanner_lands_in_search_wherever_the_focus_is(run):
    """A burst is not typing: it does not stay in the field it fell into."""
    screen = run.go(Place("sites"))
    run.window.activateWindow()
    screen._filter.setFocus()
    press_keys(screen._filter, "91371302MA0DEM013G")
    run.settle()
    assert run.window.place().screen == "enterprise"
