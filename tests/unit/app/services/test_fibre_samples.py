"""A fibre check that takes samples goes on with the sampling sheet: draw, custody and clocks."""

from app.services import cases, custody, sites, today
from app.services.matters import MATTERS, SAMPLING
from db.store import samples
from tests.unit.app.services import kit
from tests.unit.app.services.withdraw_kit import make, ready

SEEN = {
    "visited_at": "2026-09-16T09:00:00+08:00",
    "shop_kind": "shop",
    "shop_listed": "yes",
    "round_kind": "first",
    "near_school": "兰山区小芽芽演示幼儿园",
    "goods": "婴儿包被",
    "attendant": "邱子衿，店长",
    "certificates_shown": "yes",
    "summary": "标识齐全。",
    "handling": "none",
    "party_opinion": "无",
}


def checked(store, act, sampled):
    """A finished fibre check that says whether samples were taken; gives its case."""
    unit = sites.find(store, "小白羊")[0]
    begun = cases.start(
        store, act, unit.id, "fibre-check", partner_id=kit.partner_of(store, act)
    ).value
    make(store, act, ready(store, act, begun.record.id, sampled=sampled, **SEEN))
    return begun.case.id


def step(store, act, case_id):
    return cases.folder(store, act, case_id).step


def test_samples_taken_ask_for_their_sheet_and_none_do_not(store, act):
    wanted = step(store, act, checked(store, act, "yes"))
    assert (wanted.code, wanted.form_id) == ("add", SAMPLING)
    assert step(store, act, checked(store, act, "no")).form_id != SAMPLING
    assert SAMPLING in MATTERS["fibre-check"].offers


def test_its_sample_is_drawn_sealed_and_due(store, act):
    case_id = checked(store, act, "yes")
    sheet_id = kit.drawn_sheet(store, act, case_id)
    kit.sign_all(store, act, sheet_id)
    make(store, act, sheet_id)
    first = samples.of_record(store, sheet_id)[0]
    assert first.seed
    assert [line.kind for line in custody.chain(store, first.id).lines] == ["sealed"]
    board = today.board(store, act)
    assert [
        one.action for one in board.week if one.case_id == case_id and one.kind == "sample"
    ] == ["send"]
