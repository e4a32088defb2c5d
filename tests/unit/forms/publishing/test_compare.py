"""Two versions of a form: what is harmless, what must be looked at, what breaks drafts."""

import pytest

from forms.compare import compare, matching
from forms.compare_match import moved_paths
from forms.compare_rules import implies, words_of
from forms.compare_words import LEVELS, SENTENCES, difference
from forms.publish import publish
from tests.unit.forms.publishing import two_versions, workbooks
from tests.unit.forms.publishing.two_versions import SECOND, questions, second, survey, told


@pytest.fixture(scope="module")
def first():
    return two_versions.first()


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
