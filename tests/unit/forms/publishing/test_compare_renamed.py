"""The sheet ``renamed``: what it makes of two versions, and what can be wrong with it."""

import io

import pytest

from forms.compare import compare, matching
from forms.compare_match import moved_paths
from forms.package import Package
from forms.publish_problems import PublishError
from tests.unit.forms.publishing import two_versions, workbooks
from tests.unit.forms.publishing.two_versions import questions, second, survey, told, without_party


@pytest.fixture(scope="module")
def first():
    return two_versions.first()


def wrong(**changed):
    with pytest.raises(PublishError) as caught:
        second(**changed)
    return [(one.sheet, one.row, one.column, one.code) for one in caught.value.problems]


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
