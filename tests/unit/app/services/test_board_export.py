"""The rectification list as a file: what the board shows and no more, whole or not at all."""

from dataclasses import replace

import pytest

from app.services import board_export, documents, rectification, rectifying
from app.services.board_export import COLUMNS, Shown, Words
from app.services.export import Cancelled
from app.services.rectification import GROUPS, Only
from app.services.rectifying import Report
from db.rows import Person, Record
from db.store import findings as kept_findings
from db.store import nouns
from tests.unit.app.services import kit

WORDS = Words(
    title="整改清单",
    titles={name: name for name in COLUMNS},
    groups={name: name for name in GROUPS},
    severities={},
    measure=str,
    state=str,
)


@pytest.fixture
def ordered(store, act):
    """Two findings ordered today; of one the unit has reported."""
    check, notice = kit.notice_ready(store, act)
    documents.issue(store, act, documents.preview(store, act, notice))
    rows = kept_findings.of_case(store, check.case_id)
    rectifying.take_report(store, act, rows[0].id, Report("=已改正", act.today))
    return check, rows


def written(store, act, target, wanted, **more):
    board_export.export(store, act=act, wanted=wanted, target=target, words=WORDS, **more)
    import openpyxl

    rows = openpyxl.load_workbook(target).active.iter_rows(values_only=True)
    head, *lines = [list(row) for row in rows]
    return [dict(zip(head, line, strict=True)) for line in lines]


def shown(store, act, only=None):
    every = Only() if only is None else only
    return {one.finding.id for one in rectification.every(store, act.today, every)}


def test_every_column_is_there_and_text_never_becomes_a_formula(store, act, ordered, tmp_path):
    check, rows = ordered
    party = Only(enterprise_id=check.record.enterprise_id)
    lines = written(store, act, tmp_path / "a.xlsx", Shown(party))
    (told,) = [one for one in lines if one["seen"] == rows[0].seen]
    assert tuple(told) == COLUMNS
    assert (told["group"], told["report"], told["reported"]) == (
        "reported",
        "=已改正",
        act.today.isoformat(),
    )
    assert told["document"].endswith("号")
    assert act.who.name in told["inspectors"]
    assert isinstance(told["days_left"], int)


def test_what_is_folded_or_narrowed_away_is_not_in_the_file(store, act, ordered, tmp_path):
    check, rows = ordered
    party = Only(enterprise_id=check.record.enterprise_id)
    lines = written(store, act, tmp_path / "a.xlsx", Shown(party, {"reported"}))
    assert rows[0].seen not in {one["seen"] for one in lines}
    assert rows[1].seen in {one["seen"] for one in lines}
    grave = replace(party, severity="major")
    expected = [row.seen for row in rows if row.severity == "major"]
    assert [one["seen"] for one in written(store, act, tmp_path / "b.xlsx", Shown(grave))] == (
        expected
    )


def test_more_than_a_page_is_written(store, act, ordered, tmp_path, monkeypatch):
    monkeypatch.setattr(rectification, "MANY", 2)
    everything = shown(store, act)
    assert len(everything) > 4
    lines = written(store, act, tmp_path / "a.xlsx", Shown(Only()))
    assert len(lines) == len(everything)


def test_it_can_be_stopped_and_leaves_no_file(store, act, ordered, tmp_path):
    with pytest.raises(Cancelled):
        written(store, act, tmp_path / "a.xlsx", Shown(Only()), go_on=lambda done: done < 1)
    assert not any(one.name.endswith((".xlsx", ".part")) for one in tmp_path.iterdir())


def test_mine_are_those_of_my_records_first_or_second_and_the_sections_of_its_people(
    store, act, ordered
):
    check, rows = ordered
    own = {row.id for row in rows}
    partner = kit.partner_of(store, act)
    for who in (act.who.person_id, partner):
        of_one = Only(people=(who,), few=True)
        assert own <= shown(store, act, of_one)
    assert shown(store, act, replace(of_one, few=False)) == shown(store, act, of_one)
    assert not own & shown(store, act, Only(people=("another",), few=True))
    nouns.edit(store, Record, check.record.id, inspectors=f'["{partner}"]')
    mine = rectification.scoped(store, act, "mine", Only())
    assert (mine.people, mine.few) == ((act.who.person_id,), True)
    assert not own & shown(store, act, mine)

    section = rectification.scoped(store, act, "section", Only())
    assert shown(store, act, section) == shown(store, act), "nobody has another section"
    nouns.edit(store, Person, partner, section="特种设备科")
    section = rectification.scoped(store, act, "section", Only())
    assert partner not in section.people
    assert not section.few
    assert act.who.person_id in section.people
    assert not own & shown(store, act, section)
    nouns.edit(store, Person, act.who.person_id, section=act.office.unit)
    assert rectification.scoped(store, act, "section", Only()) == section, "it is the same one"
    assert rectification.scoped(store, act, "all", Only()) == Only()
