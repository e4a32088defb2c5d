"""Preserved evidence is released: all of it or in part, and its seven working days with it."""

from decimal import Decimal

import pytest

from app.services import (
    documents,
    evidence_release,
    matters,
    offers,
    preparing,
    service,
)
from app.services.errors import Refused
from app.services.records import open_record, rows_of
from app.services.review import review
from db.rows import CaseFile, Record
from db.store import follow_ups, nouns
from tests.unit.app.services import kit
from tests.unit.app.services.test_site_papers import GOODS, PRESERVED, open_ones, said
from tests.unit.app.services.withdraw_kit import make, ready, withdraw

BOOKS = {
    "goods_name": "出入库台账",
    "goods_qty": "2",
    "goods_unit": "册",
    "goods_state": "完好",
    "goods_place": "办公室",
}
LISTED = {"goods": [*GOODS["goods"], BOOKS]}
SAID = {
    "release_why": "needless",
    "approver": "演示局长",
    "approved_on": "2026-09-16",
    "counted_ok": "yes",
    "party_statement": "无",
}


def preserved(store, act, **known):
    """A case with tricycles and books preserved, and the number of the notice."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
    case = nouns.get(store, CaseFile, check.case_id)
    assert matters.EVIDENCE_RELEASE not in offers.now(store, case), "nothing is preserved yet"
    return case, again(store, act, case, **known)


def again(store, act, case, **known):
    record = preparing.add_paper(store, act, case.id, matters.EVIDENCE).value
    on = {} if known.get("urgent") else {"approved_on": "2026-09-16"}
    make(store, act, ready(store, act, record.id, rows=LISTED, **{**PRESERVED, **on, **known}))
    return documents.of_record(store, record.id)


def begun(store, act, case):
    record = preparing.add_paper(store, act, case.id, matters.EVIDENCE_RELEASE).value
    return record, rows_of(open_record(store, act, record.id), "goods_name")


def released(store, act, case, quantities, **known):
    """A release of these quantities of what is listed, issued."""
    record, listed = begun(store, act, case)
    rows = [row | {"goods_qty": one} for row, one in zip(listed, quantities, strict=True)]
    ready(store, act, record.id, rows={"goods": rows}, **{**SAID, **known})
    make(store, act, record.id)
    return record


def waiting(store, case):
    """The notices of a case whose seven days still run."""
    rows = follow_ups.of_case(store, case.id)
    return {row.owner_id for row in rows if row.kind == "preservation" and row.state == "open"}


def test_a_part_is_released_then_the_rest_and_only_then_the_seven_days_are_settled(store, act):
    case, notice = preserved(store, act)
    record, listed = begun(store, act, case)
    told = said(store, act, record.id)
    assert (told["preserved_no"], told["preserved_on"]) == (notice.number_text, "2026-09-16")
    assert (told["listed_total"], told["back"]) == ("2", "there")
    assert [(row["goods_name"], row["had_qty"], row["goods_qty"]) for row in listed] == [
        ("儿童三轮车", "120", "120"),
        ("出入库台账", "2", "2"),
    ]
    first = released(store, act, case, ("20.5", "2"), rest="kept")
    assert documents.of_record(store, first.id).number_text == "临兰市监解保〔2026〕1号"
    assert "preservation" in open_ones(store, case.id), "the rest is still to be decided on"
    _record, rest = begun(store, act, case)
    assert [(row["item_no"], Decimal(row["had_qty"])) for row in rest] == [("1", Decimal("99.5"))]
    last = released(store, kit.later(act, 1), case, ("99.5",))
    with pytest.raises(Refused, match="paper-stands"):  # the last one lists what this one left
        withdraw(store, act, first.id)
    assert "preservation" not in open_ones(store, case.id)
    assert matters.EVIDENCE_RELEASE not in offers.now(store, case)
    withdraw(store, act, last.id)
    assert "preservation" in open_ones(store, case.id)
    assert matters.EVIDENCE_RELEASE in offers.now(store, case)


@pytest.mark.parametrize(
    ("known", "settled", "offered"),
    [
        ({"rest": "seized", "rest_note": "强制措施决定书1号"}, {"preservation"}, False),
        ({"rest": "sent", "rest_note": "委托书1号"}, {"preservation"}, True),
        ({"rest": "kept", "release_why": "disapproved"}, {"approval"}, True),
    ],
)
def test_what_is_said_of_the_rest_settles_what_it_settles(store, act, known, settled, offered):
    case, _notice = preserved(store, act, urgent="yes", urgent_why="正在装车")
    before = open_ones(store, case.id)
    assert {"preservation", "approval"} <= before.keys()
    released(store, act, case, ("20", "2"), **known)
    assert before.keys() - open_ones(store, case.id).keys() == settled
    assert (matters.EVIDENCE_RELEASE in offers.now(store, case)) == offered
    if "approval" in settled:
        row = next(one for one in follow_ups.of_case(store, case.id) if one.kind == "approval")
        assert row.note == "演示局长 2026-09-16：未批准，已解除"


def test_a_notice_is_not_withdrawn_under_its_release_nor_released_once_handed_over(store, act):
    case, notice = preserved(store, act)
    freed = released(
        store, act, case, ("20", "2"), rest="kept", preserved_no=" 临兰市监登保〔2026〕1号 "
    )
    _record, rest = begun(store, act, case)
    assert [row["had_qty"] for row in rest] == ["100"], "a blank beside the number names it too"
    with pytest.raises(Refused, match="paper-stands") as told:
        service.withdraw(store, act, notice.id, "数量有误")
    assert documents.of_record(store, freed.id).number_text in told.value.facts["paper"]
    nouns.edit(store, Record, notice.record_id, state="moved")
    assert matters.EVIDENCE_RELEASE not in offers.now(store, case), "it is decided on there"


def test_a_release_names_a_notice_that_stands(store, act):
    """With another number it would free nothing, and the seven days would run on."""
    case, notice = preserved(store, act)
    record, _listed = begun(store, act, case)
    ready(store, act, record.id, **SAID)
    for number, wrong in (("临兰市监登保〔2026〕9号", True), (notice.number_text, False)):
        kit.answer_by_name(store, act, record.id, preserved_no=number)
        looked = review(store, act, open_record(store, act, record.id), signatures=False)
        found = [one for one in looked.lacks if one.code == "names-no-paper"]
        assert [one.facts["numbers"] for one in found] == [notice.number_text] * wrong


def test_of_two_notices_only_the_one_that_is_named_is_settled(store, act):
    case, first = preserved(store, act)
    second = again(store, act, case)
    nouns.edit(store, Record, first.record_id, state="moved")
    known = evidence_release.told(store, act, case.id).known
    assert known["preserved_no"] == second.number_text, "what went to another bureau is freed there"
    nouns.edit(store, Record, first.record_id, state="issued")
    released(store, act, case, ("120", "2"))
    assert waiting(store, case) == {second.id}
    record = released(store, act, case, ("120", "2"))
    assert said(store, act, record.id)["preserved_no"] == second.number_text
    assert waiting(store, case) == set(), "and the other by its own release"
    assert first.number_text != second.number_text
