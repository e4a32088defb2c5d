"""What nobody has checked is told, corrected from a file with its source and day, and undone."""

import csv
import datetime as dt

import pytest

from app.services import clocks, corrections, equipment, findings, goods, own_tables, sites
from app.services.errors import Refused
from db.rows import Equipment
from resources import schema
from resources.data import equipment_kinds, load_check_items, load_products

KINDS, PERIODS, GOODS = schema.EQUIPMENT.file, schema.CLOCKS.file, schema.PRODUCTS.file
ITEMS = schema.CHECK_ITEMS.file


@pytest.fixture(autouse=True)
def bundled_afterwards(store):
    yield
    for file in (KINDS, PERIODS, GOODS, ITEMS):
        if own_tables.text(store, file):
            own_tables.reset(store, file)
    corrections.bureau_tables.compose(store)


def corrected(store, folder, file, key, **cells):
    """The table saved, one row put right as the clerk does it, all other rows left out."""
    path = folder / f"本局{file}"
    own_tables.save(store, file, path)
    with path.open(encoding="utf-8-sig", newline="") as there:
        rows = list(csv.DictReader(there))
    row = next(row for row in rows if key in row.values())
    with path.open("w", encoding="utf-8", newline="") as there:
        writer = csv.DictWriter(there, row)
        writer.writeheader()
        writer.writerow({**row, "confidence": "confirmed", **cells})
    return path


def state(store, file):
    return own_tables.get(store, file)


def test_a_kind_nobody_knew_is_corrected_with_its_source_and_taken_back(store, act, tmp_path):
    assert len(state(store, KINDS).unsure) == 3
    path = corrected(store, tmp_path, KINDS, "7210", variety="无缝管件", source="公告原件第12页")
    assert corrections.take(store, act, path).value.rows == 1
    kind = equipment_kinds()["7210"]
    assert (kind.variety, kind.source) == ("无缝管件", "公告原件第12页")
    held = state(store, KINDS)
    assert (held.own, held.name, held.by) == (1, path.name, act.who.name)
    assert (held.day, len(held.unsure)) == (act.today.isoformat(), 2)
    corrections.reset(store, act, KINDS)
    assert equipment_kinds()["7210"].variety.startswith("非焊接")
    assert (state(store, KINDS).own, state(store, KINDS).day) == (0, "")
    corrections.undo(store, act, KINDS)
    assert (equipment_kinds()["7210"].variety, state(store, KINDS)) == ("无缝管件", held)


def test_an_import_is_undone_to_the_rows_the_bureau_had_before(store, act, tmp_path):
    for days in ("45", "60"):
        corrections.take(
            store, act, corrected(store, tmp_path, PERIODS, "se-test-soon", amount=days)
        )
    assert clocks.clock(store, "se-test-soon").amount == 60
    corrections.undo(store, act, PERIODS)
    assert clocks.clock(store, "se-test-soon").amount == 45
    corrections.undo(store, act, PERIODS)
    assert clocks.clock(store, "se-test-soon").amount == 60


def test_how_far_ahead_a_test_is_told_of_is_the_bureaus_own(store, act, tmp_path):
    unit, day = sites.find(store, "小白羊")[0], act.today + dt.timedelta(days=45)
    lift = Equipment("", unit.id, code="311037001202300021", kind_code="3110", next_test=day)
    kept = equipment.save(store, act, lift).value

    def told():
        wanted = equipment.tested(store, equipment.Wanted(), "soon", act.today)
        return kept.id in equipment.ids(store, wanted)

    assert not told()
    corrections.take(store, act, corrected(store, tmp_path, PERIODS, "se-test-soon", amount="45"))
    assert told()


def test_a_period_that_began_before_the_bureaus_day_is_counted_as_it_was(store, act, tmp_path):
    """A rule that changes on 1 November leaves what began in October as it was told to the party."""
    rule = clocks.law_of(store, "recon-forward-5wd", dt.date(2026, 10, 30))
    new = {"amount": "10", "source": "新规定第三条", "effective_from": "2026-11-01"}
    new |= {"law": "新规定第三条"}
    corrections.take(store, act, corrected(store, tmp_path, PERIODS, "recon-forward-5wd", **new))
    for began, due, law in (
        (dt.date(2026, 10, 30), dt.date(2026, 11, 6), rule),
        (dt.date(2026, 11, 2), dt.date(2026, 11, 16), "新规定第三条"),
    ):
        assert clocks.law_of(store, "recon-forward-5wd", began) == law != ""
        assert clocks.explain(store, "recon-forward-5wd", began).due == due
        assert clocks.reckon(store, "recon-forward-5wd", began).due == due
    assert (state(store, PERIODS).dated, state(store, GOODS).dated) == (True, False)


def test_the_risks_of_goods_are_the_bureaus_own(store, act, tmp_path):
    risk_id = load_products()[0].id
    corrections.take(
        store, act, corrected(store, tmp_path, GOODS, risk_id, risk_points="小零件、绳索")
    )
    assert goods.risk(store, risk_id).risk_points == ("小零件", "绳索")


def test_what_breaking_a_provision_costs_is_the_bureaus_own_and_taken_back(store, act, tmp_path):
    """Which article punishes an item was partly written down from nobody's paper."""
    before = findings.penalty_of(store, "metrology-law:9").key
    assert any("SC-" in one for one in state(store, ITEMS).unsure)
    rows = [one for one in load_check_items() if one.law_key == "metrology-law:9"]
    path = corrected(store, tmp_path, ITEMS, rows[0].code, penalty_key="metrology-rules:46")
    corrections.take(store, act, path)
    assert findings.penalty_of(store, "metrology-law:9").key == "metrology-rules:46" != before
    held = state(store, ITEMS)
    assert (held.own, held.by, held.day) == (1, act.who.name, act.today.isoformat())
    corrections.reset(store, act, ITEMS)
    assert findings.penalty_of(store, "metrology-law:9").key == before


def test_a_kind_below_none_of_a_higher_level_is_refused_and_nothing_changes(store, act, tmp_path):
    path = corrected(store, tmp_path, KINDS, "7210", parent_code="7220")
    with pytest.raises(Refused) as refused:
        corrections.take(store, act, path)
    assert [one.code for one in refused.value.facts["problems"]] == ["no-parent"]
    assert state(store, KINDS).own == 0


def test_what_has_no_rows_of_its_own_is_not_taken_back(store, act):
    with pytest.raises(Refused):
        corrections.reset(store, act, KINDS)
    with pytest.raises(Refused):
        own_tables.get(store, schema.LAWS.file)
