"""Mistakes others made, each made here on purpose: a schedule that does not find it proves nothing.

The table of all mutants, with those of the hub and of the waiting, is in the folder's README.
"""

import pytest

from app.services.transport import LinkError
from db.journal import chain, feed, heads, merge
from db.journal.merge import Field
from db.journal.operation import encode
from db.store.arrivals import Cursor
from tests.chaos.desks import decode
from tests.chaos.ground import Ground
from tests.chaos.world import World, faults

ENOUGH = 400
"""A mutant is found within so many schedules."""


class CursorOutside(Ground):
    """The place in the feed is written before what it leads past, in a transaction of its own."""

    def take(self, desk, stretch, now):
        at = Cursor(stretch.scope, stretch.hub, stretch.epoch, *stretch.after)
        self.set_cursor(desk, at)
        return super().take(desk, stretch, now)


class SyncedFlag(Ground):
    """What was acknowledged once is never sent again, whatever the hub says it has."""

    def next_batch(self, desk, stream, after):
        return super().next_batch(desk, stream, max(after, self.hub_has(desk, stream)))


class OwnHead(Ground):
    """It is taken for granted that the hub has no more of an own stream than is here."""

    def standing(self, desk, stream, hub):
        return ""


class Wedged(Ground):
    """What another wrote and the hub tells otherwise now is taken for a fault of the line."""

    def take_over(self, desk, stream, common):
        raise LinkError("strange")


class AnswersOnly(Ground):
    """What the hub holds of one's own is noted from the answer to its sending and nowhere else."""

    def _batch(self, desk, one, now):
        known = set(desk.disk.held_own)
        fresh = super()._batch(desk, one, now)
        desk.disk.held_own = known
        return fresh


class Editing(World):
    """An operation is changed in place as long as it was not acknowledged, though it may be sent."""

    def write(self, desk):
        stream = desk.disk.mine[-1]
        rows = desk.disk.streams[stream]
        last = decode(rows[-1][0]) if len(rows) > self.ground.hub_has(desk, stream) else None
        if last is None or "a" not in last.fields or self.draw.random() < 0.5:
            super().write(desk)
            return
        self.count += 1
        last.fields["a"] = (f"v{self.count}", last.fields["a"][1])
        data = encode(last)
        op_hash = chain.digest(data)
        rows[-1] = (data, op_hash, chain.link(last.prev, op_hash))
        decode.cache_clear()


def red(make):
    """Whether a mutant is found in time, by what is wrong at the end or by what breaks before."""
    for seed in range(ENOUGH):
        world = make(seed)
        try:
            world.play()
        except (AssertionError, feed.Broken):
            return True
        if any(faults(world)):
            return True
    return False


@pytest.mark.parametrize("ground", [CursorOutside, SyncedFlag, OwnHead, Wedged, AnswersOnly])
def test_a_laptop_that_keeps_its_place_wrongly_is_found(ground):
    assert red(lambda seed: World(seed, ground()))


def test_editing_an_operation_that_may_have_been_sent_is_found():
    assert red(Editing)


def test_a_merge_by_clock_is_found(monkeypatch):
    def newest(field, write, supersedes, arrived):
        live = max((*field.live, write), key=lambda one: (one.hlc, one.dot))
        return merge.Field((live,))

    monkeypatch.setattr("db.journal.record.apply", newest)
    assert red(World)


@pytest.mark.parametrize(
    "mistake",
    [
        lambda field: Field(field.live),  # what was seen before it came is forgotten
        lambda field: Field(field.live[-1:], field.gone),  # there is never more than one
    ],
)
def test_heads_that_depend_on_what_came_first_are_found(monkeypatch, mistake):
    real = heads.after
    monkeypatch.setattr(heads, "after", lambda *all_: mistake(real(*all_)))
    assert red(World)


def test_an_author_who_does_not_name_the_heads_he_saw_is_found(monkeypatch):
    monkeypatch.setattr(heads, "to_name", lambda before, stream, seen: ())
    assert red(World)


def test_a_hub_that_does_not_ask_whether_a_number_is_taken_is_found(monkeypatch):
    monkeypatch.setattr("hub.rules._of_document", lambda taken, one: "")
    monkeypatch.setattr(World, "issue", twice_numbered)
    assert red(World)


def twice_numbered(self, desk):
    """Every laptop issues from the same numbers, as copies of one would."""
    self.count += 1
    fields = {"series": "责改", "year": 2026, "number": self.draw.randint(1, 3), "content": "x"}
    desk.write(self.now, f"t{self.count}", [("issue", "document", f"d{self.count}", fields, False)])
