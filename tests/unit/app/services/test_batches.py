"""A batch is traced until every part is accounted for, in decimals."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.services import batches, cases, finishing
from app.services.batches import balance
from app.services.errors import Refused
from db.duty_rows import Batch, BatchMove
from db.store import batches as kept
from tests.unit.app.services import kit


@pytest.fixture
def batch(store):
    row = Batch(id="b", case_id="c", enterprise_id="e", product_name="儿童三轮车", unit="辆")
    kept.save(store, row)
    return row


def move(kind, quantity, party="", **more):
    return BatchMove("", "b", kind, quantity=quantity, party=party, **more)


WHOLE = (
    move("stock", "40.5"),
    move("tested", "3"),
    move("sold", "50", "甲"),
    move("sold", "26.5", "乙"),
    move("recalled", "50", "甲"),
    move("recalled", "6.5", "乙"),
    move("lost", "20", "乙"),
    move("repaired", "90.5"),
    move("destroyed", "6.5"),
)


def test_a_batch_that_adds_up_can_be_closed(store, act, batch):
    batches.set_made(store, act, "b", "120.0")
    for one in WHOLE[:-1]:
        batches.add(store, act, one)
    with pytest.raises(Refused, match="batch-uneven"):
        batches.close(store, act, "b")
    last = batches.add(store, act, WHOLE[-1]).value
    assert batches.traced(store, "b").balance.even
    closed = batches.close(store, act, "b").value
    assert (closed.state, closed.closed) == ("closed", act.today)
    for refused in (
        lambda: batches.add(store, act, WHOLE[0]),
        lambda: batches.remove(store, act, last.id),
        lambda: batches.set_made(store, act, "b", "1"),
    ):
        with pytest.raises(Refused, match="batch-closed"):
            refused()


@pytest.mark.parametrize("made", ["0", "0.00", "-5", "1e3", ""])
def test_a_batch_of_nothing_is_not_written_down_and_so_not_closed(store, act, batch, made):
    with pytest.raises(Refused, match="quantity-wrong"):
        batches.set_made(store, act, "b", made)
    with pytest.raises(Refused, match="batch-uneven"):
        batches.close(store, act, "b")


@pytest.mark.parametrize(
    ("changed", "code", "difference"),
    [
        (WHOLE[1:], "made", "40.5"),
        ((*WHOLE, move("recalled", "0.1", "甲")), "sold", "-0.1"),
        ((*WHOLE, move("destroyed", "0.000001")), "held", "-0.000001"),
    ],
)
def test_what_does_not_add_up_is_named_to_the_last_digit(changed, code, difference):
    found = balance("120", changed)
    wrong = {line.code: line.difference for line in found.lines if line.difference}
    assert wrong[code] == Decimal(difference)
    assert not found.even


def test_a_buyer_who_gives_back_more_than_he_got_is_named():
    """The sums over all buyers would hide it."""
    swapped = (
        *WHOLE[:4],
        move("recalled", "56.5", "甲"),
        move("lost", "20", "乙"),
        *WHOLE[7:],
    )
    found = balance("120", swapped)
    assert all(line.difference == 0 for line in found.lines)
    assert {(gap.party, gap.open) for gap in found.parties} == {
        ("甲", Decimal("-6.5")),
        ("乙", Decimal("6.5")),
    }
    assert not found.even


def test_nothing_adds_up_before_one_knows_how_many_were_made():
    assert not balance("", ()).even
    assert balance("0", ()).even


@pytest.mark.parametrize("text", ["", "-1", "1e3", "0", "1.0000001", "十二", "9" * 13])
def test_what_is_no_quantity_is_refused(store, act, batch, text):
    with pytest.raises(Refused, match="quantity-wrong"):
        batches.add(store, act, move("stock", text))


def test_a_sale_needs_its_buyer_and_a_kind_its_word(store, act, batch):
    with pytest.raises(Refused, match="party-missing"):
        batches.add(store, act, move("sold", "1"))
    with pytest.raises(Refused, match="batch-kind"):
        batches.add(store, act, move("stolen", "1"))
    with pytest.raises(Refused, match="not-found"):
        batches.remove(store, act, "nothing")


def test_a_line_is_written_anew_and_taken_away(store, act, batch):
    first = batches.add(store, act, move("sold", "1,200", " 甲 ")).value
    assert (first.quantity, first.party) == ("1200", "甲")
    batches.add(store, act, BatchMove(first.id, "b", "sold", quantity="7", party="甲"))
    assert [row.quantity for row in kept.moves_of(store, "b")] == ["7"]
    batches.remove(store, act, first.id)
    assert kept.moves_of(store, "b") == ()


def test_a_case_waits_for_its_batch_and_is_not_said_to_be_ready_for_closing(store, act, batch):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    kit.answer_by_name(store, act, check.record.id, sampled="no")
    kit.sign_all(store, act, check.record.id)
    finishing.finish(store, act, check.record.id)
    assert cases.folder(store, act, check.case_id).step.code == "close"
    kept.save(store, replace(batch, case_id=check.case_id))
    assert cases.folder(store, act, check.case_id).step.code == "wait"
    with pytest.raises(Refused, match="batch-open"):
        cases.close(store, act, check.case_id)
