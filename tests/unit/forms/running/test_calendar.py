"""A form counts working days on the calendar its bureau has, not only on the one we bring."""

from forms.rules.calendar import import_year, load_calendar

BOOK = """
| survey |
|  | type      | name | label | calculation |
|  | text      | note | Note  |  |
|  | calculate | due  |       | working-days-after('2027-01-20', 1) |
"""
DAYS = ("2027-01-01", *(f"2027-01-{day}" for day in range(21, 28)), "2027-10-01")
TABLE = "date,kind,festival\n" + "".join(f"{day},holiday,演示假日\n" for day in DAYS)


def test_working_days_are_counted_on_the_imported_year(session, tmp_path):
    source = tmp_path / "2027.csv"
    source.write_text(TABLE, encoding="utf-8")
    import_year(source, tmp_path / "corrections")
    calendar = load_calendar(tmp_path / "corrections")
    brought, imported = session(BOOK), session(BOOK, calendar=calendar)
    assert brought.node("/data/due").value == "2027-01-21"
    assert imported.node("/data/due").value == "2027-01-28"
