"""Two rows of one enterprise merged and a rename, through the screens."""

import pytest

from app.screens.enterprise_dialog import EnterpriseDialog
from app.screens.merge_dialog import MergeDialog
from app.screens.place import Place
from app.services import sites
from app.services.changes import Result, touched
from db.journal.ids import new_id
from db.rows import Enterprise
from db.store import enterprises, merged
from tests.gui.screens.conftest import dialog_of


@pytest.fixture
def twin(english):
    """A second row of the same factory."""
    row = Enterprise(id=new_id(), name="小白羊童车厂", status="active")

    def add(store):
        enterprises.save(store, row)
        return Result(row, touched("enterprise", row.id))

    english.write(add)
    return row


def test_two_rows_are_merged_and_taken_apart_again(english, twin):
    party = sites.find(english.reader, "小白羊童车有限公司")[0]
    screen = english.go(Place("enterprise", twin.id))
    screen._merge()
    dialog = dialog_of(MergeDialog)
    dialog.act.click()
    assert dialog.isVisible(), "nothing is merged before the other row is chosen"
    (offered,) = [one for one in dialog._search("小白羊") if one.value == party.id]
    dialog.other.pick(offered)
    assert dialog.stands.value == party.id, "the row with a credit code is proposed to stand"
    dialog.act.click()
    assert dialog.isVisible(), "a reason is asked for"
    dialog.reason.setText("同一企业重复登记")
    dialog.act.click()
    english.settle()
    assert not dialog.isVisible()
    assert screen._id == party.id, "the card is that of the row that stands"
    assert merged.standing(english.reader, twin.id) == party.id
    screen._undo.undone.emit()
    english.settle()
    assert merged.standing(english.reader, twin.id) == twin.id


def test_a_new_name_keeps_the_earlier_one_and_a_correction_does_not(english):
    party = sites.find(english.reader, "小白羊童车有限公司")[0]
    screen = english.go(Place("enterprise", party.id))
    for name, why, kept in (
        ("临沂大灰狼童车有限公司", "renamed", ("临沂市小白羊童车有限公司",)),
        ("临沂市大灰狼童车有限公司", "corrected", ("临沂市小白羊童车有限公司",)),
    ):
        screen._edit()
        dialog = dialog_of(EnterpriseDialog)
        assert dialog._why_line.isHidden(), "asked only when the name or the code changes"
        dialog._fields["name"].setText(name)
        assert not dialog._why_line.isHidden()
        dialog._why.set_value(why)
        dialog._keeper.click()
        english.settle()
        assert not dialog.isVisible()
        card = sites.card(english.reader, party.id, english.desk.duty.act().today)
        assert card.enterprise.name == name
        assert tuple(one.name for one in card.past.names) == kept
