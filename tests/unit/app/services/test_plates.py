"""The plate of a device: drawn, read by a real reader, and opened by what was read."""

from dataclasses import replace

import pytest

from app.services import device, equipment, plates, search, sites
from app.services.equipment import Wanted
from db.store import equipment as kept
from forms.paper import raster, readcode

WIDE = 945
"""Pixels across 80 mm: 300 dots an inch."""


@pytest.fixture
def lift(store):
    return kept.get(store, equipment.ids(store, Wanted(kind_code="3430"))[0])


def read(drawn, page=0):
    """What a reader sees on a page."""
    width, height, rgb = raster.page_image(drawn.pdf, page, WIDE)
    return readcode.read(rgb, width, height)


def draw(store, act, *rows):
    return plates.drawn(lambda: NotClosed(store), act, *(row.id for row in rows))


class NotClosed:
    """The store as a reader that stays open when the drawing is done with it."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    def close(self):
        """The test closes it."""


def test_the_code_on_the_plate_opens_the_card(store, act, lift):
    (text,) = read(draw(store, act, lift))
    assert text == f"XJE:{lift.code}"
    found = search.understand(store, text)
    assert (found.kind, found.rec_type, found.rec_id) == ("equipment", "equipment", lift.id)


def test_a_device_without_a_code_is_found_by_its_id(store, act, lift):
    """An old device has only a registration number, which another bureau may give again."""
    bare = device.edit(store, act, replace(lift, code="")).value.after
    (text,) = read(draw(store, act, bare))
    assert search.understand(store, text).rec_id == lift.id


def test_the_plate_says_whose_and_what_it_is(store, act, lift):
    drawn = draw(store, act, lift)
    words = raster.page_text(drawn.pdf).replace("\n", "")
    for part in (lift.name, lift.registration_no, lift.code, act.office.bureau, lift.place):
        assert part in words
    ((across, down),) = raster.page_sizes(drawn.pdf)
    assert (round(across), round(down)) == (80, 50)


def test_long_words_become_smaller_and_stay_on_the_plate(store, act, lift):
    long = device.edit(store, act, replace(lift, place="北京路与通达路交汇处" * 4)).value.after
    drawn = draw(store, act, long)
    assert len(drawn.pictures) == 1
    assert read(drawn) == (f"XJE:{lift.code}",)


def test_all_devices_of_a_unit_are_printed_at_once_a_plate_each(store, act):
    """Who labels a plant does not open forty cards for it."""
    rows = kept.of_enterprise(store, sites.find(store, "小白羊")[0].id)
    drawn = draw(store, act, *rows)
    assert len(rows) > 1
    codes = [read(drawn, page) for page in range(len(drawn.pictures))]
    assert codes == [(f"XJE:{row.code}",) for row in rows]
