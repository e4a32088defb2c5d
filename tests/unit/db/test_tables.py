"""Each row goes into its table and comes out as it was."""

import datetime as dt
from dataclasses import fields, replace

import pytest

from db import rows
from db.journal.ids import new_id
from db.store import nouns
from db.store.tables import TABLES, defaults, table_of

DAY = dt.date(2026, 9, 30)
MOMENT = dt.datetime(2026, 9, 16, 5, 52, 41, 123000, tzinfo=dt.UTC)
SAMPLES = (
    rows.Enterprise("e", "临沂𬭚业", registered=DAY, uscc="9137", status="在业"),
    rows.Equipment("q", "e", code="4170", next_test=DAY),
    rows.Product("p", "e", name="电饭锅", risk_id="PR-001"),
    rows.Person("i", "王喆", certificate_expires=DAY, enterprise_id="e", active=False),
    rows.LawArticle("k:1", penalty_min=0, penalty_max=50000, effective_from=DAY, citable=False),
    rows.CaseFile("c", "e", opened=MOMENT, campaign="质量月"),
    rows.Record("r", "c", "e", "f", "h", created=MOMENT, finished=MOMENT, inspectors=("a", "b")),
    rows.Finding("d", "r", "c", "e", due=DAY, due_provisional=True, photos=("x",), created=MOMENT),
    rows.Signature("s", "r", "party", strokes="[[[0,0,1]]]", at=MOMENT, signed_hash="ab"),
    rows.Sample("m", "r", "c", drawn=(3, 17, 42), role="spare", seal_no="A1"),
    rows.Attachment("t", "finding", "d", "ab" * 32, size=12, taken=MOMENT, source="camera"),
    rows.FormPackage("h", "spot-check", "1", published=MOMENT, data=b"\x00\xffPK"),
)


@pytest.mark.parametrize("row", SAMPLES, ids=lambda row: type(row).__name__)
def test_a_row_comes_out_as_it_went_in(store, row):
    nouns.save(store, row)
    key = getattr(row, table_of(type(row)).key)
    found = nouns.get(store, type(row), key)
    if hasattr(row, "updated"):
        assert found.updated > rows.NEVER
        found = replace(found, updated=row.updated)
    assert found == row


@pytest.mark.parametrize("rec_type", sorted(set(TABLES) - {"document"}))
def test_a_field_that_does_not_travel_has_the_same_default_in_the_table(store, rec_type):
    """An operation leaves defaults out, so the table must fill in exactly those."""
    table = TABLES[rec_type]
    needed = {
        field.name: 0 if field.type is int else "x"
        for field in fields(table.row)[1:]
        if field.name not in defaults(table.row)
    }
    row = table.row("key", **needed)
    nouns.save(store, row)
    found = nouns.get(store, table.row, "key")
    for name in table.kept:
        found = replace(found, **{name: getattr(row, name)})
    assert found == row


def test_every_column_of_a_table_is_a_field_or_known(store):
    for table in TABLES.values():
        columns = {
            name for (name,) in store.rows(f"SELECT name FROM pragma_table_info('{table.name}')")
        }
        worked_out = {"waits", "waits_day"} if table.name == "sample" else set()
        assert columns - set(table.columns) <= {"dots", "dirty"} | worked_out, table.name


def test_a_page_keeps_the_order_asked_for_and_leaves_out_what_is_gone(store):
    made = [rows.Enterprise(new_id(), f"企业{n}") for n in range(700)]
    nouns.save(store, *made)
    asked = [made[3].id, "gone", *(one.id for one in reversed(made))]
    found = [one.id for one in nouns.page(store, rows.Enterprise, asked)]
    assert found == [made[3].id, *(one.id for one in reversed(made))]
