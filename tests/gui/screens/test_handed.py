"""What left for another jurisdiction and what came from one, through the real window."""

import pytest

from app.screens.place import Place
from app.widgets.labels import Label
from db import blobs
from db.rows import Document, Record
from db.store import documents, nouns
from hub import moving
from hub.authoring import Author
from hub.blobs import key_of
from hub.moving import Move
from hub.seal import Seal
from hub.sql import hubs
from hub.storage import Storage
from tests.gui.screens.hub_kit import join
from tests.hub import kit
from tests.hub.test_round import Laptop, a_code
from tests.store_kit import begin, document_of

BESIDE = "3714"
PATIENCE = 60_000


@pytest.fixture
def joined(program, bureau):
    """The program at one bureau of the hub; there is another beside it."""
    join(program, bureau)
    bureau.ask(lambda db: hubs.add_scope(db, BESIDE, None, "德原市市场监督管理局", kit.NOW))
    return program


def once(run, qtbot):
    """One whole round."""
    run.desk.sync.begin()
    qtbot.waitUntil(lambda: not run.desk.sync.state.phase, timeout=PATIENCE)
    run.settle()


def hand(bureau, number, way, storage):
    def work(db):
        author = Author(hubs.hub(db)[0], Seal(bytes(range(32))), "who-admin", kit.NOW)
        moving.move(db, storage, author, number, Move(*way, "who-admin", "注册地在德城区"))

    bureau.ask(work)


def stored(run):
    """A storage with every file of the program, as its hub has them."""
    made = Storage("memory:///")
    for name in blobs.names(run.reader.folder):
        data = blobs.get(run.reader.folder, run.reader.key, name)
        made.create(key_of(kit.SCOPE, name), data)
    return made


def shown(run):
    """Everything the screen says."""
    return " ".join(label.text() for label in run.screen.findChildren(Label))


def test_a_record_that_left_can_be_read_and_says_where_it_went(joined, bureau, qtbot):
    once(joined, qtbot)
    paper = next(
        one
        for one in nouns.many(joined.reader, Document, "WHERE 1 = ? ORDER BY id", (1,))
        if one.record_id and one.state in {"issued", "served"}
    )
    hand(bureau, paper.number_text, (kit.SCOPE, BESIDE, False), stored(joined))
    once(joined, qtbot)
    assert nouns.get(joined.reader, Record, paper.record_id).state == "moved"
    screen = joined.go(Place("sync"))
    qtbot.waitUntil(screen._handed.isVisible, timeout=PATIENCE)
    assert "已移交德原市市场监督管理局" in shown(joined)
    assert "注册地在德城区" in shown(joined)
    joined.picture("sync-handed")
    screen = joined.go(Place("fill", paper.record_id))
    assert screen.paper.readonly
    assert "已移交德原市市场监督管理局" in shown(joined)
    joined.picture("fill-handed")


def test_a_result_that_was_recognised_keeps_its_origin(
    joined, bureau, qtbot, tmp_path, monkeypatch
):
    other = Laptop(tmp_path, "beside", bureau.address)
    with monkeypatch.context() as patch:
        patch.setattr(kit, "SCOPE", BESIDE)
        other.enrol(bureau.ask(lambda db: a_code(db, "wang")))
    begun = begin(other.store)
    paper = document_of(other.store, begun)
    documents.issue(other.store, paper)
    other.round()
    hand(bureau, paper.number_text, (BESIDE, kit.SCOPE, True), Storage("memory:///"))
    once(joined, qtbot)
    assert nouns.get(joined.reader, Document, paper.id).number_text == paper.number_text
    screen = joined.go(Place("sync"))
    qtbot.waitUntil(screen._handed.isVisible, timeout=PATIENCE)
    assert "互认：德原市市场监督管理局的结果" in shown(joined)
    other.close()
