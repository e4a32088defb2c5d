"""Before and after beside each other: worked by keyboard and pointer, honest about what is missing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.widgets.buttons import Button
from app.widgets.compare import PhotoPair
from app.widgets.timeline import Happened, Timeline
from tests.gui.widgets.test_lists import photo


@pytest.fixture
def pair(qtbot, theme):
    made = PhotoPair(theme, ("no photo", "to be taken"))
    qtbot.addWidget(made)
    made.resize(420, made.height())
    made.show()
    return made


def test_one_that_is_missing_cannot_be_laid_over(pair):
    pair.set_pair(photo("a"), None)
    QTest.keyClick(pair, Qt.Key.Key_Space)
    assert not pair._over
    pair.set_pair(None, None)
    assert pair.accessibleName() == "no photo, to be taken"


def test_the_bar_goes_with_the_arrows_and_never_beyond_the_edge(pair):
    pair.set_pair(photo("a"), photo("b"))
    laid = []
    pair.laid.connect(laid.append)
    QTest.keyClick(pair, Qt.Key.Key_Right)
    assert pair.share == 0.5, "side by side there is no bar"
    QTest.keyClick(pair, Qt.Key.Key_Space)
    QTest.keyClick(pair, Qt.Key.Key_Right)
    assert pair.share == pytest.approx(0.55)
    for _ in range(20):
        QTest.keyClick(pair, Qt.Key.Key_Left)
    assert pair.share == 0.0
    pair.set_pair(photo("a"), None)
    assert laid == [True]
    assert not pair._over


def test_each_side_opens_its_own_photo(pair):
    pair.set_pair(photo("a"), photo("b"))
    opened = []
    pair.opened.connect(opened.append)
    for left in (40, 380):
        QTest.mouseClick(pair, Qt.MouseButton.LeftButton, pos=QPoint(left, 60))
    QTest.keyClick(pair, Qt.Key.Key_Return)
    assert opened == ["a", "b", "b"]


def test_a_line_that_leads_somewhere_is_a_link(qtbot, theme):
    made = Timeline(theme, "life")
    qtbot.addWidget(made)
    made.set_lines(
        (Happened("search", "Found"), Happened("document", "Ordered", opens="document:1"))
    )
    made.show()
    opened = []
    made.opened.connect(opened.append)
    links = made.findChildren(Button)
    links[0].click()
    assert opened == ["document:1"]
