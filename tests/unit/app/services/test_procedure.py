"""Which procedure a penalty follows, read from the article: on the spot, by a case, or not yet."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import citation, findings, procedure
from app.services.errors import Refused
from db.rows import Enterprise, Finding
from db.store import nouns
from tests.unit.app.services.test_citation import _found


def _punishing(store, finding_id, condition, least=None, most=None):
    """Let the penalty of a finding's article say something else."""
    row = findings.get(store, finding_id)
    penalty = findings.penalty_of(store, row.law_key)
    changed = replace(penalty, penalty_condition=condition, penalty_min=least, penalty_max=most)
    nouns.save(store, changed)
    return row


@pytest.mark.parametrize(
    ("condition", "least", "way"),
    [
        ("可并处一千元以下", None, procedure.SIMPLE),
        ("", 3000, procedure.SIMPLE),
        ("", 3001, procedure.ORDINARY),
        ("货值金额等值以下；没收产品和违法所得", None, procedure.ORDINARY),
        ("一千元以下；没收违法所得", None, procedure.SIMPLE),
        ("责令限期改正逾期未改，处二千元以下", None, procedure.ORDER),
        ("责令改正，拒不改正", 500, procedure.ORDER),
        ("责令改正，拒不改正", 50000, procedure.ORDINARY),
        ("", None, procedure.UNKNOWN),
    ],
)
def test_the_article_says_which_procedure_applies(store, act, condition, least, way):
    _check, finding_id = _found(store, act)
    row = _punishing(store, finding_id, condition, least)
    found = procedure.of_finding(store, row, act.today)
    assert (found.way, found.ceiling) == (way, 3000)


def test_a_sole_trader_has_the_ceiling_of_a_person(store, act):
    check, finding_id = _found(store, act)
    party = nouns.get(store, Enterprise, check.record.enterprise_id)
    nouns.save(store, replace(party, uscc="92" + party.uscc[2:]))
    row = _punishing(store, finding_id, "", 201)
    assert procedure.of_finding(store, row, act.today).way == procedure.ORDINARY
    row = _punishing(store, finding_id, "", 200)
    assert procedure.of_finding(store, row, act.today).way == procedure.SIMPLE


@pytest.mark.parametrize(
    ("stands", "way"),
    [
        (("open", -1, False), procedure.ORDER),
        (("ordered", 0, False), procedure.ORDER),
        (("ordered", -1, False), procedure.SIMPLE),
        (("ordered", 3, True), procedure.SIMPLE),
        (("reported", -1, False), procedure.ORDER),
    ],
)
def test_what_only_an_overdue_order_lets_punish_waits_for_it(store, act, stands, way):
    """The day itself still belongs to the unit; a re-check that found it undone ends the waiting."""
    state, days, rechecked = stands
    _check, finding_id = _found(store, act)
    _punishing(store, finding_id, "逾期未改，一千元以下")
    nouns.edit(
        store,
        Finding,
        finding_id,
        state=state,
        due=act.today + dt.timedelta(days=days),
        rechecked=act.today if rechecked else None,
    )
    row = findings.get(store, finding_id)
    assert procedure.of_finding(store, row, act.today).way == way


def test_an_article_without_a_penalty_in_the_library_is_left_to_the_inspector(store, act):
    _check, finding_id = _found(store, act)
    unknown = procedure.of_article(store, "", "", act.today)
    assert (unknown.way, unknown.penalty) == (procedure.UNKNOWN, None)
    nouns.edit(store, Finding, finding_id, law_key="", law="地方条例第三条")
    assert citation.prepare_citation(store, act, finding_id).value.form_id == citation.CITATION


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("没收产品，并处一千元以下", "citation-confiscates"),
        ("逾期未改，一千元以下", "citation-order-first"),
    ],
)
def test_what_is_not_simple_is_not_begun_on_the_spot(store, act, condition, code):
    _check, finding_id = _found(store, act)
    _punishing(store, finding_id, condition)
    with pytest.raises(Refused) as refused:
        citation.prepare_citation(store, act, finding_id)
    assert refused.value.code == code
