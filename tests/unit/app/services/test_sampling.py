"""Sampling: plan, draw, seals; a second draw until one pleases is no draw."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    custody,
    matters,
    preparing,
    records,
    review,
    sampling,
    sampling_plan,
    signing,
)
from app.services.errors import Refused
from app.services.records import keep_whole, open_record
from db.journal.ids import new_id
from db.store import samples as kept
from db.store import settings
from tests.unit.app.services import kit
from tests.unit.app.services.told import SHEET
from tests.unit.app.services.withdraw_kit import make, ready


def _sheet(store, act, **changes):
    check = kit.start(store, act)
    record = preparing.add_paper(store, act, check.case_id, matters.SAMPLING).value
    known = {**SHEET, "sample_date": act.today.isoformat(), **changes}
    kit.answer_by_name(store, act, record.id, **known)
    return record


def _drawn(store, act, record):
    proposal = sampling_plan.from_sheet(open_record(store, act, record.id), act.today)
    return sampling.draw(store, act, record.id, proposal, sampling.make_seed(proposal.lot)).value


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("12.0", 12), ("1.5", None), ("", None), ("1e999999999", None)]
)
def test_a_count_is_a_whole_number_one_can_have_units_of(text, number):
    assert sampling_plan.whole(text) == number


def test_the_plan_is_read_off_the_sheet(store, act):
    record = _sheet(store, act)
    proposal = sampling_plan.from_sheet(open_record(store, act, record.id), act.today)
    assert (
        proposal.lot.size,
        proposal.test,
        proposal.spare,
        proposal.source,
    ) == (120, 2, 1, "fixed")


def test_a_standard_plan_gives_letter_and_numbers(store, act):
    """GB/T 2828.1: a lot of 1000 at II and 1.0 is J, 80, 2, 3."""
    record = _sheet(store, act, base_qty="1000", plan_kind="gbt2828", plan_aql="1.0")
    proposal = sampling_plan.from_sheet(open_record(store, act, record.id), act.today)
    assert (proposal.letter, proposal.test, proposal.accept, proposal.reject) == ("J", 80, 2, 3)


def test_a_draw_fills_the_sheet_and_numbers_the_seals(store, act):
    record = _sheet(store, act)
    drawn = _drawn(store, act, record)
    opened = open_record(store, act, record.id)
    assert drawn.seed == records.answered(opened, "seed")
    units = [int(unit) for unit in records.answered(opened, "drawn").split()]
    assert [*drawn.test, *drawn.spare] == units
    assert len(set(units)) == 3
    assert all(1 <= unit <= 120 for unit in units)
    assert len(opened.session.children("/data/draw/samples")) == 3
    assert len({one.seal_no for one in drawn.samples}) == 3
    assert len({one.number for one in drawn.samples}) == 3
    assert "07" in drawn.samples[0].number


def test_a_second_draw_is_refused_until_the_first_is_discarded_with_reason(store, act):
    record = _sheet(store, act)
    first = _drawn(store, act, record)
    with pytest.raises(Refused) as refused:
        _drawn(store, act, record)
    assert (refused.value.code, refused.value.facts["count"]) == ("samples-drawn-already", 3)
    with pytest.raises(Refused):
        sampling.discard(store, act, record.id, "")
    assert sampling.discard(store, act, record.id, "一件样品破损").value == 3
    second = _drawn(store, act, record)
    assert first.seed != second.seed
    assert first.samples[0].number != second.samples[0].number or first.seed != second.seed


def test_two_sheets_of_a_day_never_share_numbers(store, act):
    one = _drawn(store, act, _sheet(store, act))
    other = _drawn(store, act, _sheet(store, act))
    numbers = [sample.number for sample in (*one.samples, *other.samples)]
    assert len(set(numbers)) == 6


def test_review_sees_a_sheet_without_its_draw_or_beyond_its_lot(store, act):
    record = _sheet(store, act)
    looked = review.review(store, act, open_record(store, act, record.id), signatures=False)
    assert "sample-missing" in {lack.code for lack in looked.lacks}
    drawn = _drawn(store, act, record)
    kit.answer_by_name(store, act, record.id, base_qty=str(max(*drawn.test, *drawn.spare) - 1))
    looked = review.review(store, act, open_record(store, act, record.id), signatures=False)
    assert "sample-exceeds-lot" in {lack.code for lack in looked.lacks}


def test_a_sheet_that_does_not_say_what_was_drawn_is_not_finished(store, act):
    """Its seed would give other units to whoever redoes the draw."""
    record = _sheet(store, act, product_name="儿童三轮车")
    _drawn(store, act, record)
    whole = open_record(store, act, record.id).session.answers()

    def codes():
        opened = open_record(store, act, record.id)
        return {lack.code for lack in review.review(store, act, opened, signatures=False).lacks}

    assert "draw-differs" not in codes()
    for name, value in (
        ("base_qty", "500"),
        ("spare_qty", "2"),
        ("plan_test", "3"),
        ("batch", "20260401"),
        ("product_name", "婴儿床"),
        ("seed", "2026-09-16|20260318|00"),
        ("drawn", "1 2 3"),
        ("unit_no", "1"),
        ("sample_no", "CY1"),
        ("role", "test"),
    ):
        session = open_record(store, act, record.id).session
        session.set([one for one in session.answers() if one.endswith(f"/{name}")][-1], value)
        keep_whole(store, act, record.id, session.answers())
        assert "draw-differs" in codes(), name
        keep_whole(store, act, record.id, whole)
    assert "draw-differs" not in codes()
    rows = kept.of_record(store, record.id)
    with store.atomic():  # another laptop drew for the same sheet before the two met
        kept.save(store, *(replace(one, id=new_id(), seed="x") for one in rows))
    assert "draw-differs" in codes()


def test_a_seal_of_the_bureaus_own_is_found_by_its_number(store, act):
    """What is pasted on the bag is what the sheet says, whatever number was proposed."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    sheet = kit.drawn_sheet(store, act, check.case_id)
    session = open_record(store, act, sheet).session
    first = next(path for path in session.answers() if path.endswith("/seal_no"))
    session.set(first, "鲁封00123")
    keep_whole(store, act, sheet, session.answers())
    make(store, act, ready(store, act, sheet))
    found = kept.by_seal(store, "鲁封00123")
    assert found is not None
    assert found.id == kept.of_record(store, sheet)[0].id


def test_review_sees_a_date_in_the_future(store, act):
    record = _sheet(store, act, sample_date="2026-09-17")
    looked = review.review(store, act, open_record(store, act, record.id), signatures=False)
    assert "sample-date-future" in {lack.code for lack in looked.lacks}


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("12.0", 12), ("12.5", None), ("", None)])
def test_whole_numbers_are_whole(text, value):
    assert value == sampling_plan.whole(text)


def test_samples_sent_say_when_the_result_is_due(store, act):
    record = _sheet(store, act, send_by="2026-09-19")
    drawn = _drawn(store, act, record)
    assert {"2026-09-19"} == {str(sample.expected) for sample in drawn.samples}
    back = dt.date(2026, 10, 9)
    rows = sampling.sent(store, act, record.id, back).value
    assert {("sent", back)} == {(row.state, row.expected) for row in rows}
    with pytest.raises(Refused) as refused:
        sampling.sent(store, act, record.id, dt.date(2026, 9, 1))
    assert refused.value.code == "due-in-past"


def test_a_discarded_draw_keeps_its_numbers(store, act):
    """Its seals may be printed already; no other sample may carry the same number."""
    record = _sheet(store, act)
    first = _drawn(store, act, record)
    sampling.discard(store, act, record.id, "一件样品破损")
    again = _drawn(store, act, record)
    before = {sample.seal_no for sample in first.samples}
    assert before.isdisjoint({sample.seal_no for sample in again.samples})


def test_a_store_built_anew_never_gives_a_printed_number_again(store, act):
    """Nobody knew the device's identity any more, so it has got another."""
    first = _drawn(store, act, _sheet(store, act))
    store.identity = replace(store.identity, device="01a221e0-d30a-7000-842e-fba049f4bbb8")
    other = _drawn(store, act, _sheet(store, act))
    numbers = [sample.number for sample in (*first.samples, *other.samples)]
    assert len(set(numbers)) == 6


def test_a_discarded_draw_counted_under_another_identity_keeps_its_numbers(store, act):
    day = f"{act.today:%Y%m%d}"
    settings.put(store, f"sheets-drawn:01a221e0-d30a-7000-842e-fba049f4bbb8:{day}", 4)
    settings.put(store, "sheets-drawn:01a221e0-d30a-7000-842e-fba049f4bbb8:20200101", 9)
    assert _drawn(store, act, _sheet(store, act)).samples[0].number.endswith("-5-01")
    assert _drawn(store, act, _sheet(store, act)).samples[0].number.endswith("-6-01")


def test_who_watched_the_draw_stands_in_its_record(store, act):
    record = _sheet(store, act)
    drawn = _drawn(store, act, record)
    assert custody.chain(store, drawn.samples[0].id).witness == "周堃，成品库主管"
    (place,) = [
        one
        for one in signing.slots(store, open_record(store, act, record.id))
        if one.slot == "witness"
    ]
    assert (place.name, place.required) == ("周堃", False)


def test_a_draw_nobody_watched_is_not_finished(store, act):
    record = _sheet(store, act, witness_name="")
    _drawn(store, act, record)
    looked = review.review(store, act, open_record(store, act, record.id))
    assert any(lack.spot.ref.endswith("/witness_name") for lack in looked.lacks)
