"""Told beforehand: a penalty on the spot rests on a finished record, or on another paper named."""

import pytest

from app.services import citation, finishing, matters, preparing, records
from app.services.review import review
from tests.unit.app.services import kit
from tests.unit.app.services.told import SITE

TOLD = {
    **SITE,
    "site_facts": "两台台秤检定证书已过期。",
    "penalty_told": "yes",
    "penalty_intended": "罚款五百元。",
    "penalty_facts": "两台台秤检定证书已过期。",
    "penalty_law": "《中华人民共和国计量法实施细则》第四十三条",
    "rights_told": "yes",
    "penalty_answer": "秤已经送检，请求从轻。",
}


def _case(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    return check, kit.mark_adverse(store, act, check.record.id, "instruments", "台秤已过期。")


def _site(store, act, case_id, *, finish=True, **changes):
    site = preparing.add_paper(store, act, case_id, matters.SITE_RECORD).value
    times = {"time_from": "2026-09-16T09:00", "time_to": "2026-09-16T09:30"}
    kit.answer_by_name(store, act, site.id, **{**TOLD, **times, **changes})
    if finish:
        kit.sign_all(store, act, site.id)
        finishing.finish(store, act, site.id)
    return site


def _cited(store, act, finding_id):
    record = citation.prepare_citation(store, act, finding_id, 500).value
    kit.answer_by_name(store, act, record.id, told="yes")
    opened = records.open_record(store, act, record.id)
    names = ("told_where", "heard", "statement")
    return record, tuple(records.answered(opened, name) for name in names)


def _codes(store, act, record):
    looked = review(store, act, records.open_record(store, act, record.id))
    return [lack.code for lack in looked.lacks if lack.blocking]


@pytest.mark.parametrize(
    ("answer", "heard"),
    [
        ("秤已经送检，请求从轻。", ("said", "秤已经送检，请求从轻。")),
        ("无。", ("none", "")),
    ],
)
def test_where_it_was_told_and_what_was_said_come_from_the_finished_record(
    store, act, answer, heard
):
    check, finding_id = _case(store, act)
    site = _site(store, act, check.case_id, penalty_answer=answer)
    record, said = _cited(store, act, finding_id)
    assert said == (f"{site.title}（2026年9月16日）", *heard)
    assert "telling-nowhere" not in _codes(store, act, record)


@pytest.mark.parametrize(
    ("finish", "told"), [(False, "yes"), (True, "no")], ids=["unfinished", "told-nothing"]
)
def test_a_record_that_is_open_or_tells_nothing_does_not_carry_the_penalty(
    store, act, finish, told
):
    check, finding_id = _case(store, act)
    _site(store, act, check.case_id, finish=finish, penalty_told=told)
    record, said = _cited(store, act, finding_id)
    assert said[0] == ""
    kit.answer_by_name(store, act, record.id, told_where="现场笔录第2页")
    assert "telling-nowhere" in _codes(store, act, record)
    kit.answer_by_name(store, act, record.id, told_where="询问笔录第2页")
    assert "telling-nowhere" not in _codes(store, act, record)


def test_a_refusal_proved_by_a_recording_names_it(store, act):
    _check, finding_id = _case(store, act)
    record, _said = _cited(store, act, finding_id)
    kit.answer_by_name(store, act, record.id, handed="refused", refusal_proof="recording")
    opened = records.open_record(store, act, record.id)
    wanted = {problem.ref.rsplit("/", 1)[-1] for problem in opened.session.problems()}
    assert "refusal_recording" in wanted
    kit.answer_by_name(store, act, record.id, refusal_recording="记录仪07-0012")
    opened = records.open_record(store, act, record.id)
    assert not any(p.ref.endswith("refusal_recording") for p in opened.session.problems())
