"""Two versions of a form: what is harmless, what must be looked at, what breaks drafts."""

import io

import pytest

from forms.__main__ import main
from forms.compare import compare, matching
from forms.compare_match import moved_paths
from forms.compare_rules import implies, words_of
from forms.compare_words import LEVELS, SENTENCES, difference
from forms.package import Package
from forms.publish import publish
from forms.publish_problems import PublishError
from tests.unit.forms.publishing import workbooks

HEAD = workbooks.SURVEY_HEAD
SECOND = workbooks.with_cell("settings", 2, "version", "2")


@pytest.fixture(scope="module")
def first():
    return publish(workbooks.markdown(), "a.md")


def second(**changed):
    """The next version with some sheets replaced."""
    changed = {"settings": SECOND, **changed}
    return publish(workbooks.markdown(**changed), "a.md")


def survey(*rows):
    return (HEAD, *rows)


def questions(place=None, *rows):
    """The questions of the small workbook, one replaced by others (from 0)."""
    own = list(workbooks.QUESTIONS)
    own[place : place + 1] = rows
    return survey(*own)


def told(old, new):
    """Level, path and code of every difference."""
    return [(one.level, one.path, one.code) for one in compare(old, new)]


def test_a_version_differs_from_itself_in_nothing(first):
    assert compare(first, first) == ()
    assert told(first, second()) == []


@pytest.mark.parametrize(
    ("heading", "row", "text", "expected"),
    [
        ("label::中文 (zh)", 3, "名称", ("harmless", "/data/basic/party_name", "label")),
        ("required", 3, "", ("harmless", "/data/basic/party_name", "no-longer-required")),
        ("required", 9, "yes", ("look", "/data/basic/rows/seal", "now-required")),
        ("required", 4, "${party_name} != ''", ("look", "/data/basic/lot", "required-changed")),
        ("relevant", 4, "${party_name} != ''", ("look", "/data/basic/lot", "relevance-changed")),
        ("constraint", 4, "", ("harmless", "/data/basic/lot", "constraint-wider")),
        ("constraint", 4, ".>=0", ("harmless", "/data/basic/lot", "constraint-wider")),
        ("constraint", 4, ". >= 2", ("look", "/data/basic/lot", "constraint-narrower")),
        ("constraint", 4, ". < 9", ("look", "/data/basic/lot", "constraint-changed")),
        ("constraint", 3, ". != ''", ("look", "/data/basic/party_name", "constraint-narrower")),
        ("calculation", 6, "${lot} + 1", ("look", "/data/basic/left", "calculation-changed")),
        ("bind::xj:law", 7, "product-quality-law:3", ("look", "/data/basic/mark", "meaning-changed")),
        ("type", 4, "decimal", ("breaking", "/data/basic/lot", "type-changed")),
        ("type", 7, "select_multiple verdict", ("breaking", "/data/basic/mark", "type-changed")),
    ],
)  # fmt: skip
def test_one_changed_cell_has_its_level(first, heading, row, text, expected):
    changed = second(survey=workbooks.with_cell("survey", row, heading, text), tests=None)
    assert told(first, changed) == [expected]


def test_rules_are_told_with_the_names_a_clerk_wrote(first):
    text = "${party_name} != '' and . < 10"
    changed = second(survey=workbooks.with_cell("survey", 4, "constraint", text), tests=None)
    (one,) = compare(first, changed)
    assert one.sentence("zh") == f"lot 的约束从 . >= 1 变成了 {text}"
    assert one.sentence("en") == f"The constraint of lot was . >= 1 and is {text}"


def test_spacing_inside_a_rule_is_no_difference(first):
    changed = second(survey=workbooks.with_cell("survey", 4, "constraint", ".>=1"))
    assert told(first, changed) == []


def test_a_new_question_is_harmless_unless_it_must_be_answered(first):
    optional = questions(4, workbooks.QUESTIONS[4], ("text", "note_a", "说明", "Remark"))
    assert told(first, second(survey=optional)) == [
        ("harmless", "/data/basic/note_a", "added"),
    ]
    must = questions(4, workbooks.QUESTIONS[4], ("text", "note_a", "说明", "Remark", "yes"))
    assert told(first, second(survey=must)) == [("look", "/data/basic/note_a", "added-required")]


def test_another_order_is_harmless(first):
    rows = list(workbooks.QUESTIONS)
    rows[1], rows[2] = rows[2], rows[1]
    assert told(first, second(survey=survey(*rows))) == [("harmless", "/data/basic", "order")]


def without_party(new, sheet="renamed"):
    """The second version with ``party_name`` under another name; the page follows."""
    changed = {
        "survey": questions(1, ("text", new, "单位", "Unit", "yes")),
        "print": workbooks.with_row("print", 3, "fields", f"单位 = ${{{new}}}"),
    }
    return changed if sheet is None else {**changed, sheet: (("old", "new"), ("party_name", new))}


def test_a_question_that_is_gone_breaks_drafts(first):
    found = told(first, second(**without_party("unit_name", None)))
    assert ("breaking", "/data/basic/party_name", "removed") in found
    assert ("look", "/data/basic/unit_name", "added-required") in found


def test_a_row_of_the_sheet_renamed_makes_it_something_to_look_at(first):
    new = second(**without_party("unit_name"))
    assert told(first, new) == [
        ("look", "/data/basic/unit_name", "renamed"),
        ("harmless", "print", "page-changed"),
    ]
    assert new.renamed == {"party_name": "unit_name"}
    assert moved_paths(matching(first, new)) == {
        "/data/basic/party_name": "/data/basic/unit_name",
    }


def test_the_sheet_may_be_written_in_chinese(first):
    changed = without_party("unit_name", None)
    changed["改名"] = (("旧名称", "新名称"), ("party_name", "unit_name"))
    assert second(**changed).renamed == {"party_name": "unit_name"}


def test_renames_travel_with_the_package_and_others_keep_their_bytes(first):
    new = second(**without_party("unit_name"))
    again = Package.from_bytes(new.to_bytes())
    assert again == new
    assert again.renamed == new.renamed
    assert "renamed.json" in new.manifest
    assert "renamed.json" not in first.manifest


def test_a_renamed_question_may_be_named_in_rules_without_another_difference(first):
    changed = second(
        survey=survey(
            *workbooks.QUESTIONS[:2],
            ("integer", "batch", "批量", "Lot", "yes", "", ". >= 1"),
            ("integer", "taken", "抽样", "Taken", "yes", "", ". <= ${batch}"),
            ("calculate", "left", "", "", "", "", "", "${batch} - ${taken}"),
            *workbooks.QUESTIONS[5:],
        ),
        print=workbooks.with_row("print", 3, "fields", "批量 = ${batch}"),
        tests=None,
        renamed=(("old", "new"), ("lot", "batch")),
    )
    found = told(first, changed)
    assert [one for one in found if one[0] != "harmless"] == [
        ("look", "/data/basic/batch", "renamed"),
    ]


def test_a_rename_inside_a_repeat_is_followed_in_the_rules_beside_it():
    versions = []
    for name, renamed in (("seal", None), ("seal_no", (("old", "new"), ("seal", "seal_no")))):
        rows = questions(
            7,
            ("text", name, "封条", "Seal"),
            ("text", "again", "再写一遍", "Again", "", "", f". = ${{{name}}}"),
        )
        page = workbooks.with_row("print", 5, "table", f"rows: 封条 = ${{{name}}}")
        versions.append(second(survey=rows, print=page, renamed=renamed))
    assert "../seal" in versions[0].form_xml.decode()
    assert {one.code for one in compare(*versions)} == {
        "renamed", "page-changed", "version-not-newer",
    }  # fmt: skip


def test_a_renamed_repeat_takes_its_questions_along(first):
    changed = second(
        survey=questions(6, ("begin_repeat", "samples", "样品", "Samples")),
        print=workbooks.with_row("print", 5, "table", "samples: 封条 = ${seal}"),
        renamed=(("old", "new"), ("rows", "samples")),
    )
    assert told(first, changed) == [
        ("look", "/data/basic/samples", "renamed"),
        ("harmless", "print", "page-changed"),
    ]
    assert moved_paths(matching(first, changed))["/data/basic/rows/seal"] == (
        "/data/basic/samples/seal"
    )


def test_two_old_names_cannot_share_a_new_one(first):
    changed = second(
        survey=survey(
            workbooks.QUESTIONS[0],
            workbooks.QUESTIONS[1],
            ("integer", "count_a", "批量", "Lot", "yes", "", ". >= 1"),
            *workbooks.QUESTIONS[5:],
        ),
        print=workbooks.with_row("print", 3, "fields", "批量 = ${count_a}"),
        tests=None,
        renamed=(("old", "new"), ("lot", "count_a"), ("taken", "count_a")),
    )
    found = told(first, changed)
    assert ("breaking", "count_a", "renamed-together") in found


def test_into_and_out_of_a_repeat_breaks_drafts(first):
    own = workbooks.QUESTIONS
    inside = survey(*own[:5], own[6], own[5], *own[7:])
    assert told(first, second(survey=inside)) == [
        ("breaking", "/data/basic/rows/mark", "moved-into-repeat"),
    ]
    assert told(second(survey=inside), second()) == [
        ("breaking", "/data/basic/mark", "moved-out-of-repeat"),
        ("look", "settings/version", "version-not-newer"),
    ]


def test_another_group_is_something_to_look_at_and_gives_the_new_place(first):
    own = workbooks.QUESTIONS
    apart = survey(
        *own[:5], *own[6:], ("begin_group", "rest", "其他", "Rest"), own[5], ("end_group",)
    )
    found = told(first, second(survey=apart))
    assert ("look", "/data/rest/mark", "moved-group") in found
    assert not [one for one in found if one[0] == "breaking"]
    assert moved_paths(matching(first, second(survey=apart))) == {
        "/data/basic/mark": "/data/rest/mark",
    }


def test_a_group_that_becomes_a_repeat_breaks_drafts(first):
    own = [list(row) for row in workbooks.QUESTIONS]
    changed = survey(
        *own[:6], ["begin_group", *own[6][1:]], own[7], ["end_group"], own[9],
    )  # fmt: skip
    page = workbooks.with_row("print", 5, "para", "封条：${seal}")
    found = told(first, second(survey=changed, print=page))
    assert ("breaking", "/data/basic/rows", "type-changed") in found
    assert ("breaking", "/data/basic/rows/seal", "moved-out-of-repeat") in found


def test_choices_may_be_added_but_not_taken_away_unseen(first):
    more = (*workbooks.SHEETS["choices"], ("verdict", "na", "不适用", "N/A", ""))
    assert told(first, second(choices=more)) == [
        ("harmless", "choices/verdict", "choice-added"),
    ]
    assert told(second(choices=more), first)[0] == ("look", "choices/verdict", "choice-removed")
    label = workbooks.with_cell("choices", 2, "label::中文 (zh)", "符合")
    assert told(first, second(choices=label)) == [("harmless", "choices/verdict", "choice-label")]
    meaning = workbooks.with_cell("choices", 3, "finding", "")
    assert ("look", "choices/verdict", "choice-meaning") in told(first, second(choices=meaning))


def test_rows_of_a_list_beside_the_workbook_are_choices_too(tmp_path):
    changed = questions(7, ("select_one_from_file colours.csv", "seal", "封条", "Seal"))
    packages = []
    for rows in ("red,红\nblue,蓝\n", "red,大红\n"):
        (tmp_path / "colours.csv").write_text(f"name,label\n{rows}", encoding="utf-8")
        (tmp_path / "a.md").write_bytes(workbooks.markdown(survey=changed, settings=SECOND))
        packages.append(publish(tmp_path / "a.md"))
    assert {one.code for one in compare(*packages)} == {
        "choice-removed", "choice-label", "version-not-newer",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "level", "code"),
    [
        ("kind", "document", "breaking", "kind-changed"),
        ("form_id", "other", "breaking", "other-form"),
        ("form_title", "新表", "harmless", "setting-words"),
        ("effective_from", "2027-01-01", "harmless", "setting-words"),
        ("signers", "inspector-1 party witness?", "look", "setting-changed"),
        ("version", "1", "", ""),
    ],
)
def test_settings_have_their_levels(first, name, text, level, code):
    head, own = SECOND
    cells = dict(zip(head, own, strict=True)) | {name: text}
    page = workbooks.SHEETS["print"]
    if text == "document":
        cells |= {"series": "责改", "copies": "归档=1"}
        page = (*page, ("number", "${number}"))
    settings = (tuple(cells), tuple(cells.values()))
    found = [one[::2] for one in told(first, second(settings=settings, print=page))]
    assert found[:1] == ([(level, code)] if code else [])


def test_the_gravest_comes_first(first):
    changed = workbooks.with_cell("survey", 4, "type", "decimal")
    settings = workbooks.with_row("settings", 2, "新表", "small", "2", *SECOND[1][3:])
    levels = [one.level for one in compare(first, second(survey=changed, settings=settings))]
    assert levels == ["breaking", "harmless"]


def test_every_kind_of_difference_has_a_level_and_two_sentences():
    facts = dict.fromkeys(("name", "label", "old", "new", "list", "attribute"), "x")
    for code, (level, chinese, english) in SENTENCES.items():
        assert level in LEVELS
        assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
        one = difference(code, "/data/x", **facts)
        assert "{" not in one.line("zh") + one.line("en")
        assert english.isascii() or "“" in english


@pytest.mark.parametrize(
    ("strict", "loose", "expected"),
    [
        (". >= 2 and . < 5", ". >= 1", True),
        (". >= 1", ". >= 2", False),
        (". > 1", ". >= 1", True),
        (". >= 1", ". > 1", False),
        ("1 <= .", ". >= 1", True),
        (". = 3", ". >= 1 and . <= 3", True),
        ("(. >= 1)", ". >= 1 or . = -5", True),
        (". = 'a'", ". = 'a' or . = 'b'", True),
        (". = 'a' or . = 'b'", ". = 'a'", False),
        ("string-length(.) <= 5", "string-length(.) <= 10", True),
        (". < 5 and (. > 1 or . = 0)", ". < 6", True),
        (". >= 1 or . < 0", ". >= 1", False),
        ("(. > 1) and (. < 5)", ". > 1", True),
    ],
)
def test_what_one_rule_says_about_another(strict, loose, expected):
    assert implies(words_of(strict), words_of(loose)) is expected


def wrong(**changed):
    with pytest.raises(PublishError) as caught:
        second(**changed)
    return [(one.sheet, one.row, one.column, one.code) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (("old_name", ""), "new", "rename-incomplete"),
        (("", "lot"), "old", "rename-incomplete"),
        (("lot", "taken"), "old", "rename-still-there"),
        (("old_name", "nothing"), "new", "rename-unknown"),
    ],
)
def test_a_wrong_rename_is_told_with_its_cell(row, column, code):
    assert ("renamed", 2, column, code) in wrong(renamed=(("old", "new"), row))


def test_an_old_name_twice_is_refused():
    rows = (("old", "new"), ("was", "lot"), ("was", "taken"))
    assert wrong(renamed=rows) == [("renamed", 3, "old", "rename-twice")]


def test_the_command_tells_every_difference_in_both_languages(tmp_path, capsys):
    old, new = tmp_path / "old.md", tmp_path / "new.xlsx"
    old.write_bytes(workbooks.markdown())
    label = workbooks.with_cell("survey", 3, "label::中文 (zh)", "名称")
    new.write_bytes(workbooks.excel(survey=label, settings=SECOND))
    assert main(["compare", str(old), str(new)]) == 0
    out = capsys.readouterr().out
    assert "【无妨】/data/basic/party_name：party_name 的标签改了" in out
    assert "[harmless] /data/basic/party_name: The label of party_name was changed" in out
    assert main(["compare", str(old), str(old)]) == 0
    assert "没有差别" in capsys.readouterr().out


def test_the_command_ends_with_one_when_drafts_would_break(tmp_path, capsys, first):
    old, new = tmp_path / "old.xjform", tmp_path / "new.md"
    old.write_bytes(first.to_bytes())
    changed = workbooks.with_cell("survey", 4, "type", "decimal")
    new.write_bytes(workbooks.markdown(survey=changed, settings=SECOND))
    assert main(["compare", str(old), str(new)]) == 1
    assert "【不兼容】" in capsys.readouterr().out


def test_the_command_says_what_it_cannot_read(tmp_path, capsys):
    broken, missing = tmp_path / "a.xjform", tmp_path / "nowhere.xjform"
    broken.write_bytes(b"x")
    wrong_one = tmp_path / "wrong.md"
    wrong_one.write_bytes(workbooks.markdown(print=None))
    for path in (broken, missing, wrong_one):
        assert main(["compare", str(path), str(path)]) == 1
    told_people = capsys.readouterr().err
    assert "不是完好的表单包" in told_people
    assert "nowhere.xjform" in told_people
    assert "缺少工作表 print" in told_people
    assert f"The workbook {wrong_one} has problems" in told_people


def test_a_package_with_a_broken_list_of_renames_is_refused(first):
    import zipfile

    from forms.package import PackageError

    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(first.to_bytes())) as sound,
        zipfile.ZipFile(buffer, "w") as spoiled,
    ):
        for name in sound.namelist():
            spoiled.writestr(name, sound.read(name))
        spoiled.writestr("renamed.json", b"{}")
    with pytest.raises(PackageError):
        Package.from_bytes(buffer.getvalue())
