"""The workbook a new form begins with."""

import pytest

from forms.__main__ import main
from forms.page_sheet import STYLES
from forms.publish import publish
from forms.publish_headings import BLOCKS, STEPS, english
from forms.publish_starter import EXAMPLE, new_workbook
from forms.publish_starter_columns import COLUMNS
from forms.publish_trial import _STEPS
from forms.publish_workbook import read
from tests.unit.forms.publishing import workbooks


@pytest.fixture(scope="module")
def data():
    return new_workbook()


@pytest.fixture(scope="module")
def book(data):
    return workbooks.opened(data)


def drops(sheet):
    """What drops down in a sheet by the caption of its column."""
    return {
        sheet[f"{str(rule.sqref).partition(':')[0].rstrip('2')}1"].value: rule
        for rule in sheet.data_validations.dataValidation
    }


def test_a_new_workbook_publishes_without_a_problem_and_tests_itself(data):
    package = publish(data, "new.xlsx")
    assert package.settings["kind"] == "record"
    assert package.settings["layout"] == "table"
    assert len(package.tests) == 7
    assert package.title_in("en") == "Check record (example)"


def test_its_tests_would_notice_a_changed_form(data):
    changed = workbooks.opened(data)
    changed["survey"]["H8"] = "${label_complete} = 'ok'"
    import io

    from forms.publish_problems import PublishError

    buffer = io.BytesIO()
    changed.save(buffer)
    with pytest.raises(PublishError) as caught:
        publish(buffer.getvalue(), "new.xlsx")
    assert {one.code for one in caught.value.problems} == {"test-failed"}


def test_every_sheet_is_there_in_order(book):
    assert book.sheetnames == [
        "survey", "choices", "settings", "entities", "print", "label", "tests", "renamed",
    ]  # fmt: skip


def test_every_heading_says_in_both_languages_what_goes_there(book):
    for name, columns in COLUMNS.items():
        for place, column in enumerate(columns, start=1):
            head = book[name].cell(1, place)
            assert head.value == column.caption
            chinese, sentence = head.comment.text.splitlines()
            assert chinese.endswith("。")
            assert sentence.endswith(".")


def test_the_reader_understands_every_caption(data):
    understood = english(read(data, "new.xlsx")).sheets
    for name in COLUMNS:
        assert understood[name].headings
        plain = [head for head in understood[name].headings if head.partition("::")[0].isascii()]
        assert plain == list(understood[name].headings)


@pytest.mark.parametrize(
    ("sheet", "caption"),
    [
        ("survey", "类型"), ("survey", "必填"), ("print", "块"), ("label", "块"),
        ("tests", "步骤"), ("settings", "种类"), ("settings", "版式"),
    ],
)  # fmt: skip
def test_what_has_fixed_words_drops_down(book, sheet, caption):
    rule = drops(book[sheet])[caption]
    (column,) = (one for one in COLUMNS[sheet] if one.caption == caption)
    assert rule.type == "list"
    assert rule.formula1.strip('"').split(",") == list(column.choices)
    assert len(rule.formula1) <= 255


def test_what_drops_down_is_known_where_it_is_used(book):
    assert {BLOCKS[word] for word in COLUMNS["print"][0].choices} == set(STYLES)
    assert {STEPS[word] for word in COLUMNS["tests"][1].choices} == set(_STEPS)


def test_a_list_name_may_follow_the_type_but_no_other_block_is_let_in(book):
    assert not drops(book["survey"])["类型"].showErrorMessage
    assert drops(book["print"])["块"].showErrorMessage


def test_headings_stay_in_sight_and_columns_are_wide_enough(book):
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        for column in COLUMNS[sheet.title]:
            letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[COLUMNS[sheet.title].index(column)]
            wide = sum(2 if ord(character) > 255 else 1 for character in column.caption)
            assert sheet.column_dimensions[letter].width >= wide


def test_what_is_typed_stays_text(book):
    assert book["settings"].column_dimensions["D"].number_format == "@"


def test_every_cell_of_the_example_stands_below_a_heading():
    for name, rows in EXAMPLE.items():
        known = {column.caption for column in COLUMNS[name]}
        assert all(set(row) <= known for row in rows)


def test_the_command_writes_it_once_and_never_over_another(tmp_path, capsys):
    out = tmp_path / "new.xlsx"
    assert main(["new", str(out)]) == 0
    assert main(["check", str(out)]) == 0
    out.write_bytes(b"mine")
    assert main(["new", str(out)]) == 1
    assert main(["new", str(tmp_path / "new.docx")]) == 1
    assert main(["new", str(tmp_path / "nowhere" / "new.xlsx")]) == 2
    assert out.read_bytes() == b"mine"
    told = capsys.readouterr().err
    assert "已经有文件" in told
    assert "choose another name" in told
    assert "nowhere" in told
