"""Tables the bureau publishes hold on a laptop after its pull, and until they are taken back."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    bureau_tables,
    bureau_words,
    campaigns,
    clocks,
    corrections,
    equipment,
    follow_ups,
    goods,
    laws,
    today,
)
from app.services.context import Acting, Office, Who
from db.duty_rows import FollowUp
from db.journal.published import ASSIGNED, TABLE, TASK
from db.rows import Finding, LawArticle
from db.store import findings, nouns, settings
from hub import tables
from hub.authoring import Author
from hub.publishing import Word
from hub.seal import Seal
from hub.sql import hubs
from resources import data, schema, schema_plans
from resources import tables as tables_of
from resources.tables import HERE, TableError
from tests.hub import kit
from tests.store_kit import START

AUTHOR = Author("hub-id", Seal(bytes(range(32))), "who-chief", kit.NOW)
ACT = Acting(Who("p", "李喆", "鲁1"), Office(), START)
TODAY = dt.date(2026, 9, 16)
DAYS, CLOCKS, LAWS = schema.DAYS.file, schema.CLOCKS.file, schema.LAWS.file
CALENDAR = (
    "date,kind,festival\n2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n"
    "2027-01-09,workday,元旦\n2027-10-01,holiday,国庆节\n"
)
FOUND = Finding(
    "f", "r", "c", "e", path="/a", item="警示标志", state="open", due_provisional=True,
    clock_id="case-lead-15wd", created=dt.datetime(2026, 12, 14, 2, tzinfo=dt.UTC),
)  # fmt: skip
PLAN = (
    "campaign_id,name_zh,name_en,start,end,form_id,wanted,target_zh,target_en,per,owner,source\n"
    "month,质量月,Quality month,2026-09-01,2026-09-30,spot-check,20,抽查,Checks,record,质量科,局发〔2026〕8号\n"
    "month,质量月,Quality month,2026-09-01,2026-09-30,after-sales-check,5,售后,Service,enterprise,质量科,局发〔2026〕8号\n"
)

ARTICLE = "new-law:1,new-law,新法,,第一条,2026-01-01,,,新条文,,,,,局发,confirmed,yes,\n"
EQUIPMENT = schema.EQUIPMENT.file
KIND = (
    "code,kind,category,variety,level,parent_code,check_form,note,source,confidence\n"
    "3199,电梯,曳引与强制驱动电梯,新品种,variety,3100,,,局发,confirmed\n"
)

TASKS = schema_plans.ASSIGNMENTS.file
GIVEN = (
    "task_id,inspector,title,enterprise,due,note,source\n"
    "2026-8,鲁1,电动车专项检查,东原车行,2026-09-18,带检测仪,局发〔2026〕9号\n"
    "2026-8,鲁2,电动车专项检查,东原车行,2026-09-18,,局发〔2026〕9号\n"
)


def put(db, file, text, reason="局发通知", scopes=(kit.SCOPE,), *, effective=None):
    word = Word("陈科长", kit.SCOPE, reason)
    tables.publish(db, AUTHOR, scopes, (file, text), word, effective=effective)


def bundled(table):
    return (HERE / table.path).read_text(encoding="utf-8-sig")


def is_working(laptop, day):
    return clocks.calendar(laptop.reader).is_working_day(day)


def test_a_calendar_holds_after_the_pull_and_counts_deadlines_again(laptop, db):
    day = dt.date(2027, 1, 4)
    findings.save(laptop.store, replace(FOUND, due=day))
    put(db, DAYS, CALENDAR)
    laptop.round()
    assert not is_working(laptop, day)
    assert is_working(laptop, dt.date(2027, 1, 9))
    assert not findings.get(laptop.reader, "f").due_provisional
    (told,) = bureau_words.published(laptop.reader)
    assert (told.file, told.by, told.rows, told.since) == (DAYS, "陈科长", 4, "2026-09-16")
    year = corrections.years(laptop.reader)[0]
    assert (year.year, year.bureau, year.own) == (2027, True, False)
    assert not bureau_tables.due(laptop.reader, kit.NOW)


def test_the_bureaus_rows_go_before_those_imported_here_which_hold_again_when_it_takes_them_back(
    laptop, db, tmp_path
):
    local = tmp_path / "days.csv"
    local.write_text(CALENDAR.replace("2027-01-04,", "2027-01-05,"), encoding="utf-8")
    corrections.take(laptop.store, ACT, local)
    assert not is_working(laptop, dt.date(2027, 1, 5))
    put(db, DAYS, CALENDAR.replace("2027-01-09,workday", "2027-01-10,workday"))
    laptop.round()
    assert not is_working(laptop, dt.date(2027, 1, 4))
    assert not is_working(laptop, dt.date(2027, 1, 5))
    put(db, DAYS, "", "收回")
    laptop.round()
    assert is_working(laptop, dt.date(2027, 1, 4))
    assert not is_working(laptop, dt.date(2027, 1, 5))
    assert bureau_words.published(laptop.reader) == ()
    assert [one.table.reason for one in tables.history(db, kit.SCOPE, DAYS, TODAY)] == [
        "收回",
        "局发通知",
    ]


def test_a_period_and_an_article_and_a_plan_come_with_it(laptop, db):
    laws.seed(laptop.store)
    put(
        db,
        CLOCKS,
        bundled(schema.CLOCKS).replace(
            "线索核查期限,Lead check,15,", "线索核查期限,Lead check,10,"
        ),
    )
    put(db, LAWS, bundled(schema.LAWS).replace("处罚须公正公开", "处罚应当公正公开"))
    put(db, schema_plans.CAMPAIGNS.file, PLAN)
    laptop.round()
    assert clocks.clock(laptop.reader, "case-lead-15wd").amount == 10
    assert laws.get(laptop.reader, "penalty-law:5").summary.startswith("处罚应当公正公开")
    assert laws.get(laptop.reader, "penalty-law:5").effective_from == dt.date(2021, 7, 15)
    (plan,) = campaigns.all_of(laptop.reader)
    assert (plan.name, [one.wanted for one in plan.targets]) == ("质量月", [20, 5])
    again = laptop.round()
    assert again.held == 0


def test_a_table_holds_from_its_day_and_the_earlier_till_then(laptop, db):
    """Midnight is China's: the laptop's clock runs in UTC."""
    begin, day = dt.date(2026, 10, 1), dt.date(2027, 1, 4)
    laws.seed(laptop.store)
    put(db, LAWS, bundled(schema.LAWS).replace("处罚须公正公开", "处罚应当公正公开"))
    put(
        db,
        LAWS,
        bundled(schema.LAWS).replace("处罚须公正公开", "处罚必须公正公开") + ARTICLE,
        effective=begin,
    )
    put(db, DAYS, CALENDAR, effective=begin)
    laptop.round()
    assert is_working(laptop, day)
    assert laws.get(laptop.reader, "penalty-law:5").summary.startswith("处罚应当公正公开")
    assert laws.get(laptop.reader, "new-law:1") is None
    assert [one.effective for one in bureau_words.coming(laptop.reader)] == ["2026-10-01"] * 2
    states = [one.state for one in tables.history(db, kit.SCOPE, LAWS, TODAY)]
    assert states == ["coming", "now"]
    clock = laptop.store.clock
    clock.now = dt.datetime(2026, 9, 30, 15, 59, tzinfo=dt.UTC)
    bureau_tables.settle(laptop.store)
    assert is_working(laptop, day)
    clock.now = dt.datetime(2026, 9, 30, 16, 0, tzinfo=dt.UTC)
    bureau_tables.settle(laptop.store)
    assert not is_working(laptop, day)
    assert laws.get(laptop.reader, "penalty-law:5").summary.startswith("处罚必须公正公开")
    assert laws.get(laptop.reader, "new-law:1").summary == "新条文"
    assert bureau_words.coming(laptop.reader) == ()


def test_going_back_leaves_exactly_the_earlier_table(laptop, db):
    laws.seed(laptop.store)
    before = {one.key: one for one in laws.listing(laptop.reader)}
    first = bundled(schema.LAWS)
    put(db, LAWS, first)
    put(db, LAWS, first.replace("处罚须公正公开", "处罚应当公正公开") + ARTICLE)
    laptop.round()
    assert laws.get(laptop.reader, "new-law:1").summary == "新条文"
    put(db, LAWS, first, "退回")
    put(db, LAWS, first + ARTICLE, effective=dt.date(2026, 10, 1))
    tables.drop(db, AUTHOR, [kit.SCOPE], (LAWS, "2026-10-01"), Word("陈科长", kit.SCOPE, "不发了"))
    laptop.round()
    assert {one.key: one for one in laws.listing(laptop.reader)} == before
    put(db, LAWS, "", "收回")
    laptop.round()
    assert {one.key: one for one in laws.listing(laptop.reader)} == before


def test_a_catalogue_of_equipment_holds_in_forms_and_registers_until_it_is_taken_back(laptop, db):
    put(db, EQUIPMENT, KIND)
    laptop.round()
    assert equipment.named("3199").variety == "新品种"
    assert "3199" in data.equipment_varieties()
    put(db, EQUIPMENT, "", "收回")
    laptop.round()
    assert equipment.named("3199").variety == ""
    assert wrong("a.csv", KIND.replace(",3100,", ",3199,")) == [(2, "parent_code", "no-parent")]


def one_row(table, key, **cells):
    """A table of the one bundled row that a cell names, with some of its cells otherwise."""
    rows = tables_of.read(table, HERE / table.path)
    row = next(row for row in rows if key in row.cells.values())
    return tables_of.written(table, [replace(row, cells={**row.cells, **cells})])


def penalty(laptop, code):
    items = data.load_check_items(None, clocks.corrections(laptop.reader))
    return next(one.penalty_key for one in items if one.code == code)


def test_risks_of_goods_and_what_a_breach_costs_come_from_the_bureau_with_their_day(laptop, db):
    """Else every laptop would be put right by hand, and one would be forgotten."""
    risk, items = data.load_products()[0], schema.CHECK_ITEMS
    put(db, schema.PRODUCTS.file, one_row(schema.PRODUCTS, risk.id, risk_points="新风险点"))
    costs = one_row(items, "SC-16", penalty_key="metrology-rules:46")
    assert tables.look("a.csv", costs.encode(), {}).file == items.file
    put(db, items.file, costs, effective=kit.NOW.date() + dt.timedelta(days=30))
    laptop.round()
    assert goods.risk(laptop.reader, risk.id).risk_points == ("新风险点",)
    assert penalty(laptop, "SC-16") == "metrology-rules:43", "not before its day"
    put(db, items.file, costs)
    laptop.round()
    assert penalty(laptop, "SC-16") == "metrology-rules:46"


def test_a_crash_between_the_pull_and_the_change_is_made_good_at_the_next_start(laptop, db):
    put(db, DAYS, CALENDAR)
    laptop.round()
    folder = laptop.store.folder / clocks.IN_FORCE
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    assert bureau_tables.due(laptop.reader, kit.NOW)
    bureau_tables.settle(laptop.store)
    assert not is_working(laptop, dt.date(2027, 1, 4))


def test_a_laptop_that_writes_such_a_table_or_an_article_is_held(laptop, db):
    settings.put(laptop.store, TABLE + DAYS, {"text": CALENDAR})
    nouns.save(laptop.store, LawArticle("penalty-law:5", "penalty-law", "行政处罚法"))
    assert laptop.round().held == 2
    reasons = db.execute("SELECT reason FROM quarantine ORDER BY seq").fetchall()
    assert reasons == [("authority",), ("authority",)]
    assert tables.used(db, kit.SCOPE, TODAY) == {}


def test_every_jurisdiction_below_gets_it(db):
    hubs.add_scope(db, "371302", kit.SCOPE, "兰陵县", kit.NOW)
    put(db, DAYS, CALENDAR, scopes=("371302", kit.SCOPE))
    assert tables.used(db, "371302", TODAY)[DAYS].text == CALENDAR


def wrong(name, text, used=None):
    with pytest.raises(TableError) as told:
        tables.look(name, text if isinstance(text, bytes) else text.encode(), used or {})
    return [(one.row, one.column, one.code) for one in told.value.problems]


def test_every_wrong_row_is_told():
    bad = CALENDAR.replace("2027-01-04", "4.1.2027").replace("2027-01-09", "2027-01-08")
    assert wrong("a.csv", bad) == [(3, "date", "date"), (4, "date", "workday-not-weekend")]
    assert wrong("a.csv", "name,phone\n1,2\n") == [(1, "", "no-table")]
    assert wrong("a.csv", b"date,kind,festival\n\xff\xfe") == [(2, "", "not-utf8")]
    assert wrong("a.csv", "date,kind,festival\n" + "x" * 200_000) == [(0, "", "unreadable")]
    assert wrong("a.csv", '"' + "x" * 200_000) == [(1, "", "unreadable")]
    assert wrong("a.csv", PLAN.replace("2026-09-30", "2026-08-30", 1)) == [(2, "end", "date")]


def test_what_changes_is_told_against_what_holds():
    found = tables.look("a.csv", CALENDAR.encode(), {})
    assert (found.changes[0].kind, found.changes[0].key) == ("added", "2027-01-01")
    less = CALENDAR.replace("2027-01-04,holiday,元旦\n", "")
    found = tables.look("a.csv", less.encode(), {DAYS: CALENDAR})
    assert [(one.kind, one.key) for one in found.changes] == [("removed", "2027-01-04")]
    text = bundled(schema.CLOCKS).replace("Lead check,15,", "Lead check,10,")
    (change,) = tables.look("a.csv", text.encode(), {}).changes
    assert (change.kind, change.key, change.columns) == ("changed", "case-lead-15wd", ("amount",))


def given_to(laptop, certificate):
    act = replace(ACT, who=replace(ACT.who, certificate=certificate))
    board = today.board(laptop.reader, act)
    return [task for task in (*board.overdue, *board.today, *board.week) if task.state == ASSIGNED]


def test_a_task_is_seen_by_the_inspector_it_names_who_says_how_it_went(laptop, db):
    put(db, TASKS, GIVEN)
    laptop.round()
    (task,) = given_to(laptop, "鲁1")
    assert (task.title, task.due) == ("电动车专项检查·东原车行", dt.date(2026, 9, 18))
    assert given_to(laptop, "鲁9") == []
    follow_ups.settle(laptop.store, ACT, task.id, note="已查三家")
    assert laptop.round().held == 0
    assert given_to(laptop, "鲁1") == []
    told = {one.inspector: (one.state, one.note) for one in tables.tasks(db, kit.SCOPE)}
    assert told == {"鲁1": ("done", "已查三家"), "鲁2": ("open", "")}
    later = GIVEN.replace("2026-09-18", "2026-09-17")
    put(db, TASKS, later)
    laptop.round()
    assert given_to(laptop, "鲁1") == []
    assert [task.due.day for task in given_to(laptop, "鲁2")] == [17]
    put(db, TASKS, "", "任务取消")
    laptop.round()
    assert given_to(laptop, "鲁2") == []
    assert tables.tasks(db, kit.SCOPE) == []


def test_only_the_bureau_changes_the_day_of_a_task(laptop, db):
    put(db, TASKS, GIVEN)
    laptop.round()
    nouns.edit(laptop.store, FollowUp, f"{TASK}2026-8:鲁1", due="2027-01-01")
    nouns.delete(laptop.store, FollowUp, [f"{TASK}2026-8:鲁2"])
    assert laptop.round().held == 2
    assert {one.due for one in tables.tasks(db, kit.SCOPE)} == {"2026-09-18"}


def test_a_task_is_given_to_nobody_unknown():
    with pytest.raises(TableError) as told:
        tables.look("a.csv", GIVEN.encode(), {}, frozenset({"鲁1"}))
    assert [(one.row, one.code) for one in told.value.problems] == [(3, "no-inspector")]
    assert tables.look("a.csv", GIVEN.encode(), {}, frozenset({"鲁1", "鲁2"})).file == TASKS
