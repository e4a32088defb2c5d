"""A sample that went to another bureau: said in words, read, and nothing more to write."""

from dataclasses import replace

import pytest

from app.screens.place import Place
from app.screens.sample_words import state_chip
from app.services import custody
from app.services.changes import Result, touched
from db.rows import Sample
from db.store import nouns, samples
from tests.gui.screens.test_settings_calendar import rows_of


@pytest.mark.parametrize("state", sorted({*custody.STATES.values(), "tested", custody.MOVED}))
def test_every_state_of_a_sample_has_its_words(qapp, state):
    """No code is ever shown in the place of a word."""
    assert state_chip(state).words != state
    assert state_chip(state).icon


def test_a_sample_that_was_handed_over_offers_nothing_to_write(start):
    run = start(language="en")
    every = nouns.many(run.reader, Sample, "WHERE 1 = ? ORDER BY id", (1,))
    gone = next(one for one in every if custody.chain(run.reader, one.id).holding)
    screen = run.go(Place("sample", gone.id))
    assert {row.verb for row in rows_of(screen._chain)} == {"Correct"}

    def hand(store):
        samples.save(store, replace(samples.get(store, gone.id), state=custody.MOVED))
        return Result(None, touched("sample", gone.id))

    run.write(hand)
    run.settle()
    assert not screen._hand.isVisible()
    assert {row.verb for row in rows_of(screen._chain)} == {""}
