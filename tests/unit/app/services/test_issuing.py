"""A store that was set back may not use its numbers again until the bureau gives new ones."""

import shutil

import pytest

from app.services import issuing, settings
from app.services.errors import Refused
from db.connection import open_store
from db.store import numbers
from tests import store_kit


@pytest.fixture
def set_back(tmp_path):
    """A store whose anchor is ahead of it: a document was issued after the copy was taken."""
    store = store_kit.make_store(tmp_path)
    folder = store.folder
    settings.add_block(store, "责改", 2026, 1, 20)
    store.close()
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    later = open_store(folder, store_kit.KEY)
    settings.add_block(later, "抽样", 2026, 1, 20)
    issuing.keep_anchor(later, tmp_path / "anchor.json")
    later.close()
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)
    behind = open_store(folder, store_kit.KEY)
    yield behind, tmp_path / "anchor.json"
    behind.close()


def test_a_store_set_back_may_not_issue(set_back):
    store, anchored = set_back
    with pytest.raises(Refused) as refused:
        issuing.check_anchor(store, anchored)
    assert refused.value.code == "anchor-behind"


def test_a_new_block_unlocks_it_and_gives_the_old_numbers_back(set_back):
    """Which of the old numbers are out already nobody here can know."""
    store, anchored = set_back
    issuing.take_block(store, "责改", 2026, 101, 120, anchored=anchored)
    issuing.check_anchor(store, anchored)
    assert numbers.peek(store, "责改", 2026) == 101
    assert numbers.left(store, "责改", 2026) == 20


def test_a_block_in_a_sound_store_leaves_the_older_ones_alone(tmp_path):
    store = store_kit.make_store(tmp_path)
    settings.add_block(store, "责改", 2026, 1, 20)
    issuing.keep_anchor(store, tmp_path / "anchor.json")
    issuing.take_block(store, "责改", 2026, 101, 120, anchored=tmp_path / "anchor.json")
    assert numbers.peek(store, "责改", 2026) == 1
    store.close()


@pytest.mark.parametrize("left", ["", "{}", '{"stream": "another", "seq": 7, "hash": "00"}'])
def test_a_spoiled_anchor_locks_until_a_new_block_is_taken_in(tmp_path, left):
    """What it said is gone: the numbers left here may be out already."""
    store = store_kit.make_store(tmp_path)
    settings.add_block(store, "责改", 2026, 1, 20)
    anchored = tmp_path / "anchor.json"
    anchored.write_text(left)
    with pytest.raises(Refused) as refused:
        issuing.check_anchor(store, anchored)
    assert refused.value.code == "anchor-unreadable"
    issuing.take_block(store, "责改", 2026, 101, 120, anchored=anchored)
    issuing.check_anchor(store, anchored)
    assert numbers.peek(store, "责改", 2026) == 101
    store.close()
