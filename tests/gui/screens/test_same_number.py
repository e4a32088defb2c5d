"""A number that another laptop printed too: 文书 says so, before the bureau decided and after it."""

import json

import pytest
from PySide6.QtCore import Qt

from app.screens.document_number import stand_words
from app.screens.place import Place
from app.services import same_number
from db.store import documents, numbers
from hub import deciding
from hub.deciding import Decision
from hub.seal import Seal
from hub.sql import hubs, quarantines
from tests.gui.screens.test_document import issued, no_printer, opened
from tests.gui.screens.test_sync import joined, once
from tests.hub import kit
from tests.hub.test_round import Laptop
from tests.store_kit import begin, document_of

__all__ = ["joined", "no_printer"]

NOTE = "先送达的使用该号，本份撤回后另发文书"
PARTY = "东原市金蟾电梯有限公司"


def first_of(bureau, folder, number):
    """Another laptop, given the same block by hand, whose paper is at the bureau first; its id."""
    other = Laptop(folder, "other", bureau.address)
    try:
        other.enrol(bureau.code("zhou"))
        numbers.lease_local(other.store, "责改", 2026, number, number)
        content = json.dumps({"party": {"name": PARTY}, "title": "责令改正通知书"})
        paper = documents.issue(other.store, document_of(other.store, begin(other.store), content))
        other.round()
        return paper.id
    finally:
        other.close()


def decide(bureau, *, accepted):
    """The head decides about what is held for its number."""

    def work(db):
        (kept,) = quarantines.of_reason(db, kit.SCOPE, "number", 9)
        hub = (hubs.hub(db)[0], Seal(bytes(range(32))))
        told = Decision(accepted, NOTE, "who-chief", kit.NOW)
        deciding.decide(db, hub, kit.SCOPE, (kept.stream, kept.sseq), told)

    bureau.ask(work)


def listed(run):
    """The ids of the rows of 文书 that bear the mark."""
    screen = run.go(Place("documents"))
    model = screen._list.model()
    rows = [model.index(at, 0).data(Qt.ItemDataRole.UserRole) for at in range(model.rowCount())]
    mark = screen.tr("this number stands on two papers")
    return {row.id for row in rows if mark in row.second}


@pytest.mark.parametrize("decision", [(True, "second"), (False, "left-out")])
def test_both_papers_of_a_number_are_marked_and_say_what_was_decided(
    joined, bureau, qtbot, tmp_path, decision
):
    accepted, stand = decision
    once(joined, qtbot)
    first = first_of(bureau, tmp_path, numbers.peek(joined.reader, "责改", 2026))
    _check, second = issued(joined)
    assert same_number.shared(joined.reader, second) is None
    once(joined, qtbot)
    shared = opened(joined, qtbot, second.id).side.shared
    assert shared.isVisible()
    assert shared.stand.text() == stand_words("waiting")
    assert not shared.decision.isVisible()
    joined.picture("number-waiting")
    assert listed(joined) == {first, second.id}
    joined.picture("number-listed")
    decide(bureau, accepted=accepted)
    once(joined, qtbot)
    shared = opened(joined, qtbot, second.id).side.shared
    assert shared.stand.text() == stand_words(stand)
    assert NOTE in shared.decision.text()
    joined.picture(f"number-{stand}")
    shared.others.opened.emit(first)
    joined.settle()
    shared = joined.screen.side.shared
    assert shared.stand.text() == stand_words("first")
    assert NOTE in shared.decision.text()
    joined.picture(f"number-first-{stand}")
    alone = next(one for one in documents.page(joined.reader) if one.id not in {first, second.id})
    side = opened(joined, qtbot, alone.id).side
    assert not side.shared.isVisible()
    assert not side._shared_line.isVisible(), "one line between two parts"
