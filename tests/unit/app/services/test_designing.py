"""Designing a form: problems and differences told, and a trial that keeps nothing anywhere."""

import csv
import io

import pytest

from app.services import designing, packages
from app.services.packages import LIBRARY
from forms.publish import PublishError, publish
from tests.unit.app.services import kit, media_kit, versions
from tests.unit.forms.publishing import workbooks

CHECK = LIBRARY / "spot-check" / "form.md"
SHEET = LIBRARY / "sampling-sheet" / "form.md"


@pytest.fixture
def open_reader(store, tmp_path):
    """What opens another reader of the same store, as work in the background does."""
    from db.connection import open_reader

    return lambda: open_reader(tmp_path / "store", kit.KEY)


def written(tmp_path, source, *changes):
    """A copy of a workbook with some words changed."""
    text = source.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path = tmp_path / "form.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_workbook_in_use_is_known_again(open_reader):
    """An inspector's own version must not look like news."""
    found = designing.look(open_reader, CHECK)
    assert found.in_use
    assert found.problems == ()
    assert found.found.differences == ()
    assert found.tests > 5


def test_a_wrong_workbook_gives_its_problems_and_no_package(open_reader, tmp_path):
    path = written(tmp_path, CHECK, ("uscc-ok(.)", "uscc-oh(.)"))
    found = designing.look(open_reader, path)
    assert found.package is None
    assert [(one.code, one.sheet, one.column) for one in found.problems] == [
        ("expression-function", "survey", "constraint")
    ]


def test_a_changed_workbook_is_compared_with_the_version_here(open_reader, tmp_path):
    path = written(tmp_path, CHECK, ("contact_post", "contact_role"))
    found = designing.look(open_reader, path)
    assert not found.in_use
    assert found.found.previous is not None
    assert found.found.differences[0].level == "breaking"
    assert {"removed", "added"} <= {one.code for one in found.found.differences}


def test_a_file_that_went_away_is_a_problem_in_words(open_reader, tmp_path):
    found = designing.look(open_reader, tmp_path / "gone.xlsx")
    assert [one.code for one in found.problems] == ["file-missing"]


def test_a_trial_can_be_filled_and_leaves_the_store_as_it_was(store, act):
    """Whatever is tried, no operation is written."""
    before = store.row("SELECT count(*), max(rowid) FROM op")
    session = designing.begin(store, act, packages.newest(store, "spot-check"))
    designing.fill(session)
    asked = [problem.ref for problem in session.problems()]
    assert asked == []
    assert session.findings()
    assert store.row("SELECT count(*), max(rowid) FROM op") == before


def test_answers_of_a_trial_follow_the_workbook(tmp_path, store, act):
    """A question that is renamed on the sheet of renames keeps its answer; one that goes, goes."""
    old = packages.newest(store, "spot-check")
    session = designing.begin(store, act, old)
    session.set("/data/unit/contact", "王经理")
    session.set("/data/unit/contact_post", "厂长")
    new = publish(
        written(
            tmp_path,
            CHECK,
            ("contact_post", "contact_role"),
            (
                "| settings |",
                "| renamed |\n|  | old | new |\n|  | contact_post | contact_role |\n\n| settings |",
            ),
        )
    )
    carried = designing.carried(old, new, session.answers())
    assert carried["/data/unit/contact"] == "王经理"
    assert carried["/data/unit/contact_role"] == "厂长"
    assert "/data/unit/contact_post" not in carried


def test_a_trial_goes_on_when_several_names_became_one_or_are_gone(tmp_path, store, act):
    """A second rename needs a row for each earlier name, and what goes, goes by the same word."""
    old = packages.newest(store, "spot-check")
    session = designing.begin(store, act, old)
    session.set("/data/unit/contact_post", "厂长")
    rows = "".join(
        f"|  | {was} | {now} |\n"
        for was, now in (
            ("post", "contact_role"),
            ("contact_post", "contact_role"),
            ("fax", "删除"),
            ("telex", "删除"),
        )
    )
    sheet = f"| renamed |\n|  | old | new |\n{rows}\n| settings |"
    changes = (("contact_post", "contact_role"), ("| settings |", sheet))
    new = publish(written(tmp_path, CHECK, *changes))
    carried = designing.carried(old, new, session.answers())
    assert carried["/data/unit/contact_role"] == "厂长"
    assert carried == designing.carried(new, new, carried)


@pytest.mark.parametrize("source", [CHECK, SHEET], ids=["check", "sheet"])
def test_what_was_answered_becomes_a_test_that_passes(tmp_path, store, act, source):
    """Pasted below the headings of the sheet tests the workbook is published with it."""
    package = publish(source)
    session = designing.begin(store, act, package)
    designing.fill(session)
    rows = [line.split("\t") for line in designing.as_test(session, "试填").split("\n")]
    pasted = "".join("|  | " + " | ".join(row) + " |\n" for row in rows)
    head = "|  | test | step | name | value |\n"
    text = source.read_text(encoding="utf-8")
    assert head in text
    path = tmp_path / "form.md"
    path.write_text(text.replace(head, head + pasted), encoding="utf-8")
    assert len(publish(path).tests) == len(package.tests) + len(rows)


NESTED = (
    ("begin_repeat", "goods", "商品", "Goods"),
    ("begin_group", "about", "概况", "About"),
    ("text", "trade_name", "品名", "Trade name"),
    ("end_group",),
    ("begin_repeat", "batch", "批次", "Batches"),
    ("text", "batch_no", "批号", "Batch"),
    ("end_repeat",),
    ("end_repeat",),
    ("begin_group", "one", "甲", "One"),
    ("text", "remark", "备注", "Remark"),
    ("end_group",),
    ("begin_group", "two", "乙", "Two"),
    ("text", "remark", "备注", "Remark"),
    ("end_group",),
)


def test_rows_in_rows_groups_in_rows_and_twins_are_named_so_that_a_test_finds_them(store, act):
    """Whatever can be answered in a trial can be pasted, with line breaks, tabs and quotes too."""
    survey = (*workbooks.SHEETS["survey"], *NESTED)
    package = publish(workbooks.excel(survey=survey), "a.xlsx")
    session = designing.begin(store, act, package)
    designing.fill(session)
    (row, *_) = session.children("/data/goods")
    session.set(f"{row}/about/trade_name", 'a\tb\n"c" = d')
    pasted = list(csv.reader(io.StringIO(designing.as_test(session, "试填")), delimiter="\t"))
    named = {step: name for _, step, name, _ in pasted}
    assert named["add"] == "goods[2]/batch"
    names = [name for _, step, name, _ in pasted if step == "answer"]
    assert {"goods[2]/about/trade_name", "goods[2]/batch[2]/batch_no", "/data/two/remark"} <= {
        *names
    }
    tests = (*workbooks.SHEETS["tests"][:1], *pasted)
    assert publish(workbooks.excel(survey=survey, tests=tests), "a.xlsx")
    wrong = [
        ["t", "add", "goods[9]/batch", ""],
        ["u", "answer", "goods[1]/about[1]/trade_name", ""],
    ]
    with pytest.raises(PublishError) as caught:
        publish(workbooks.excel(survey=survey, tests=(*tests, *wrong)), "a.xlsx")
    assert [one.code for one in caught.value.problems] == ["step-name", "step-name"]


def test_a_copied_test_notices_what_changes_later(tmp_path, store, act):
    """The findings at its end make it more than a list of answers."""
    session = designing.begin(store, act, packages.newest(store, "spot-check"))
    session.set("/data/product/ccc", "no")
    assert designing.as_test(session, "t").split("\n")[-1] == "t\tfindings\t\tccc"


def test_the_page_of_a_trial_carries_the_bureau_s_own_name(open_reader, act, store):
    package = packages.newest(store, "spot-check")
    drawn = designing.page(open_reader, act, package, {"/data/unit/contact": "王经理"})
    assert drawn.pdf.startswith(b"%PDF")
    assert len(drawn.pictures) >= 1


def test_the_copy_with_errors_and_the_new_workbook_open_in_a_spreadsheet(tmp_path, open_reader):
    import openpyxl

    path = written(tmp_path, CHECK, ("uscc-ok(.)", "uscc-oh(.)"))
    found = designing.look(open_reader, path)
    marked = designing.write_marked(path, found.problems, tmp_path / "marked.xlsx", "zh")
    assert openpyxl.load_workbook(marked).sheetnames[0] == "错误"
    new = designing.write_new(tmp_path / "new.xlsx")
    assert {"survey", "choices", "settings", "print"} <= set(openpyxl.load_workbook(new).sheetnames)


def test_a_copy_that_cannot_be_written_is_said_and_nothing_is_left(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        designing.write_new(tmp_path / "nowhere" / "new.xlsx")


def test_the_workbook_in_use_can_be_had_as_a_spreadsheet_and_is_the_same_form(
    open_reader, tmp_path
):
    """Whoever changes a form needs a workbook a spreadsheet program opens, not Markdown."""
    out = designing.write_used(open_reader, "spot-check", tmp_path / "检查表.xlsx")
    assert out.read_bytes().startswith(b"PK")
    found = designing.look(open_reader, out)
    assert (found.problems, found.found.differences) == ((), ())
    assert found.package.form_xml == publish(CHECK).form_xml


def test_the_pictures_of_a_form_come_along_and_replace_nothing(store, open_reader, tmp_path):
    made = media_kit.package()
    versions.keep(store, made)
    folder = tmp_path / "own"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "call.wav").write_bytes(b"somebody's own")
    with pytest.raises(FileExistsError):
        designing.write_used(open_reader, made.id, folder / "form.xlsx")
    assert (folder / "media" / "call.wav").read_bytes() == b"somebody's own"
    assert not (folder / "form.xlsx").exists()
    (folder / "media" / "call.wav").unlink()
    designing.write_used(open_reader, made.id, folder / "form.xlsx")
    assert publish(folder / "form.xlsx").media == made.media


def test_a_list_that_is_nowhere_is_told_and_one_beside_or_a_register_is_not(tmp_path):
    """An inspector would meet a question without choices, and could not go on."""
    path = written(
        tmp_path, CHECK, ("select_one_from_file enterprises.csv", "select_one_from_file shops.csv")
    )
    with pytest.raises(PublishError) as caught:
        publish(path)
    assert [(one.code, one.column) for one in caught.value.problems] == [("list-missing", "type")]
    (tmp_path / "shops.csv").write_text("name,label\n1,甲\n", encoding="utf-8")
    assert publish(path).lists["shops"].startswith("name,label")


def test_the_registers_a_workbook_may_ask_are_those_the_store_answers():
    from app.services.lists import _OF_LIST, DISCRETION
    from forms.lists import REGISTERS

    assert {*_OF_LIST, DISCRETION} == REGISTERS
