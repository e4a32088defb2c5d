"""Two values to choose from, and a text put together from both that nothing takes by itself."""

import pytest

from app.widgets.conflict import Choice, ConflictCard
from app.widgets.labels import Label
from app.widgets.woven import FIRST, OUT, SECOND, Strand, Woven, WovenText

STRANDS = (Strand("二层"), Strand("<2具>", OUT), Strand("3具", FIRST), Strand("\n附照片", SECOND))


@pytest.fixture
def card(qtbot, theme):
    choices = (Choice("3具", "张", "写于 13:41", True), Choice("2具", "周", "写于 13:42", False))
    legend = (Strand("张 所加", FIRST),)
    woven = Woven("建议稿", "请通读", legend, STRANDS, "二层3具\n附照片")
    made = ConflictCard(theme, "两处", choices, free=True, woven=woven)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_proposal_is_not_taken_until_it_is_chosen_and_then_as_it_was_edited(card):
    settled = []
    card.settled.connect(lambda *told: settled.append(told))
    assert not card.woven.text.isEnabled()
    card.accept.click()
    card.woven.chosen.click()
    assert card.woven.text.isEnabled()
    card.woven.text.setPlainText("二层3具，附照片")
    card.why.setText("核对过")
    card.accept.setEnabled(True)
    card.accept.click()
    assert settled == [(0, "", ""), (-1, "二层3具，附照片", "核对过")]


def test_every_words_author_is_marked_without_colour_too_and_signs_stay_signs(card, theme):
    text = card.woven.shown.text()
    assert "&lt;2具&gt;</span>" in text
    assert text.count("text-decoration:line-through") == 1
    assert text.count("font-style:italic") == 1
    assert "<br>附照片" in text
    assert card.woven.shown.accessibleName() == "二层<2具>3具\n附照片"
    assert "张 所加" in card.findChildren(WovenText)[0].text()
    assert any("请通读" in one.text() for one in card.findChildren(Label))
    theme.set_mode("dark")
    assert card.woven.shown.text() != text
