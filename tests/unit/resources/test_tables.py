"""A bureau corrects the tables itself: its rows must count, and a slip must be found by its row."""

import csv
from pathlib import Path

import pytest

from resources import data, schema, tables
from resources.tables import TableError

REGION = ["371399", "示范区", "county", "371300", "示范区市场监督管理局", "临示市监", "own"]


def a_correction(folder: Path, table: tables.Table, *rows: list[str], header=None) -> Path:
    """Write a table as a spreadsheet would save it: byte-order mark, quoted cells, short lines."""
    path = folder / table.file
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(header or table.columns)
        writer.writerows(rows)
    return path


def a_row(table: tables.Table, **cells: str) -> list[str]:
    """Take a bundled row and change some cells."""
    first = tables.read(table, tables.HERE / table.path)[0]
    return [cells.get(column, first.cells[column]) for column in table.columns]


def problem_of(table: tables.Table, path: Path):
    """Read a table that must be refused and give the first problem."""
    with pytest.raises(TableError) as refused:
        tables.install(table, path, path.parent / "corrections")
    assert not (path.parent / "corrections").exists()
    return refused.value.problems[0]


def test_every_bundled_table_reads_and_keeps_source_and_confidence():
    for table in schema.TABLES.values():
        rows = tables.load(table)
        assert rows
        assert all(row.source for row in rows)
        assert {row.confidence for row in rows} <= {"confirmed", "secondary", "general-knowledge"}


def test_references_between_the_bundled_tables_hold():
    laws = {law.key for law in data.load_laws()}
    clocks = {clock.id for clock in data.load_clocks()}
    papers = {paper.id for paper in data.load_papers()}

    for item in data.load_check_items():
        assert item.law_key in {*laws, ""}
        assert item.clock_id in {*clocks, ""}
    for clock in data.load_clocks():
        assert clock.law_key in laws
        assert set(clock.for_papers) <= papers


def test_items_and_fields_are_asked_for_by_their_form_and_paper():
    items = data.load_check_items("spot_check_site")
    fields = data.load_paper_fields("site-record")

    assert items[0].code == "SC-01"
    assert {item.form for item in items} == {"spot_check_site"}
    assert [field.order for field in fields] == sorted(field.order for field in fields)


def test_an_unconfirmed_article_is_not_citable():
    by_key = {law.key: law for law in data.load_laws()}

    assert by_key["product-quality-law:27"].citable
    assert by_key["product-quality-law:27"].citation == "《产品质量法》第二十七条"
    assert not by_key["spot-check-order18:19"].citable


def test_a_bureaus_row_replaces_the_one_with_its_key_and_others_are_added(tmp_path):
    changed = a_row(schema.REGIONS, code="371302", name="兰山区", bureau_short="兰市监")
    added = [*REGION, "own", "", "本局", "confirmed"]
    a_correction(tmp_path, schema.REGIONS, changed, added)

    regions = {region.code: region for region in data.load_regions(tmp_path)}

    assert regions["371302"].bureau_short == "兰市监"
    assert regions["371399"].bureau_name == "示范区市场监督管理局"
    assert regions["371311"].name == "罗庄区"
    assert {r.code for r in data.load_regions()} == set(regions) - {"371399"}


def test_installing_adds_to_what_was_corrected_before(tmp_path):
    own = tmp_path / "own"
    one = a_correction(tmp_path, schema.LAWS, a_row(schema.LAWS, text="第五条　官方文本"))
    assert data.install(schema.LAWS.file, one, own) == 1
    other_row = a_row(schema.LAWS, article_key="own:1", law_name="本市条例")
    other = a_correction(tmp_path, schema.LAWS, other_row)
    assert data.install(schema.LAWS.file, other, own) == 1

    laws = {law.key: law for law in data.load_laws(own)}

    assert laws["penalty-law:5"].text == "第五条　官方文本"
    assert laws["own:1"].law_name == "本市条例"


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"summary_zh": ""}, "summary_zh", "empty"),
        ({"effective_from": "2021年7月15日"}, "effective_from", "date"),
        ({"penalty_max_yuan": "三万"}, "penalty_max_yuan", "number"),
        ({"citable": "perhaps"}, "citable", "choice"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(tmp_path, cells, column, code):
    """An emptied law article must never reach a paper."""
    good = a_row(schema.LAWS, article_key="own:1")
    wrong = a_row(schema.LAWS, article_key="own:2", **cells)

    problem = problem_of(schema.LAWS, a_correction(tmp_path, schema.LAWS, good, wrong))

    assert (problem.file, problem.row) == ("law_articles.csv", 3)
    assert (problem.column, problem.code) == (column, code)


def test_a_row_under_two_lines_of_text_is_named_as_an_editor_shows_it(tmp_path):
    good = a_row(schema.LAWS, article_key="own:1", text="第一款\n第二款")
    wrong = a_row(schema.LAWS, article_key="own:2", citable="")

    problem = problem_of(schema.LAWS, a_correction(tmp_path, schema.LAWS, good, wrong))

    assert problem.row == 4


def test_a_key_twice_a_missing_column_and_a_cell_too_many_are_found(tmp_path):
    row = a_row(schema.REGIONS)
    twice = a_correction(tmp_path, schema.REGIONS, row, row)
    assert problem_of(schema.REGIONS, twice).code == "duplicate-key"

    long = a_correction(tmp_path, schema.REGIONS, [*row, "x"])
    assert problem_of(schema.REGIONS, long).code == "too-many-cells"

    short_header = a_correction(tmp_path, schema.REGIONS, header=schema.REGIONS.columns[1:])
    assert problem_of(schema.REGIONS, short_header).code == "missing-column"

    odd = a_correction(tmp_path, schema.REGIONS, header=[*schema.REGIONS.columns, "memo"])
    assert problem_of(schema.REGIONS, odd).code == "unknown-column"


def test_a_quantity_must_be_a_number_that_can_be_taken(tmp_path):
    for text in ("-1", "NaN", "两件"):
        wrong = a_correction(tmp_path, schema.PRODUCTS, a_row(schema.PRODUCTS, test_qty=text))
        assert problem_of(schema.PRODUCTS, wrong).code == "number"


def test_a_file_in_another_encoding_or_not_there_is_told_apart(tmp_path):
    path = tmp_path / "regions.csv"
    path.write_bytes("code\n兰山".encode("gb18030"))
    problem = problem_of(schema.REGIONS, path)
    assert (problem.code, problem.row) == ("not-utf8", 2)

    assert problem_of(schema.REGIONS, tmp_path / "nothing.csv").code == "unreadable"


def test_a_file_far_too_large_is_not_even_read(tmp_path):
    path = tmp_path / "regions.csv"
    with path.open("wb") as file:
        file.truncate(tables.LARGEST_TABLE + 1)

    assert problem_of(schema.REGIONS, path).code == "too-large"


def test_no_clock_that_is_counted_back_says_that_its_end_moves():
    """It ends before an event; moved on, it would end after the day it has to come before."""
    back = [row for row in data.load_clocks() if row.backwards]
    assert {"se-apply-test-1m", "licence-renew-6m"} <= {row.id for row in back}
    assert [row.id for row in back if row.moves] == []
