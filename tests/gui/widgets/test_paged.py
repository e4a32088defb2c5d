"""A list too long to have all its ids: its beginning first, more when the end is reached."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from app.models.paged import GROWTH, PagedModel


@dataclass(frozen=True)
class Row:
    id: str


def model_of(asked):
    """A model and the register behind it; ``asked`` notes the pages that were read."""

    def read(keys):
        asked.append(len(keys))
        return [Row(key) for key in keys]

    return PagedModel(read, lambda row: row.id)


def test_a_list_grows_when_its_end_is_reached_and_then_stops():
    """Half a million devices are not asked for to show the first page."""
    register = [f"d{number:04}" for number in range(1000)]
    asked, wanted = [], []
    model = model_of(asked)
    tester = QAbstractItemModelTester(model)
    tester.setUseFetchMore(False)

    def more(limit):
        wanted.append(limit)
        return register[:limit]

    model.set_ids(register[:200], more)
    assert model.rowCount() == 200
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert wanted == [200 * GROWTH]
    assert model.rowCount() == 800
    model.fetchMore(QModelIndex())
    assert [model.id_at(row) for row in range(model.rowCount())] == register
    assert not model.canFetchMore(QModelIndex())
    assert tester is not None


def test_what_moved_behind_meanwhile_is_not_shown_twice():
    model = model_of([])
    model.set_ids(["a", "b"], lambda _limit: ["b", "c", "a", "d"])
    model.fetchMore(QModelIndex())
    assert [model.id_at(row) for row in range(model.rowCount())] == ["a", "b", "c", "d"]


def test_a_list_whose_ids_are_all_there_asks_for_nothing():
    model = model_of([])
    model.set_ids(["a"])
    assert not model.canFetchMore(QModelIndex())
