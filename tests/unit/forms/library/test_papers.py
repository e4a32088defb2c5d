"""The papers of the library: each is sound, complete in both languages, and prints what it must."""

import datetime as dt
import re
from pathlib import Path

import pytest

import forms
from app.services.matters import DESK_PAPERS, MEDIATION_AGREEMENT
from forms.compose import compose, words
from forms.facts import Facts, FindingFact, Signer
from forms.package import Package
from forms.paper import blocks, draw
from forms.publish import publish
from forms.publish_plausible import NOW, TrialLists, facts_for, fill
from forms.session import Session
from resources import data

LIBRARY = Path(forms.__file__).parent / "library"
PAPERS = sorted(path.parent.name for path in LIBRARY.glob("*/form.md"))
UPWARDS = {"se-report-up"}
"""Papers to the bureau above, which the party has no part in."""
_PUBLISHED: dict[str, Package] = {}


def published(name):
    """A paper of the library, published once a run; publishing plays its tests sheet."""
    if name not in _PUBLISHED:
        _PUBLISHED[name] = publish(LIBRARY / name / "form.md")
    return _PUBLISHED[name]


def session_of(name, answers=None, *, rows=None, adverse=False):
    """A paper filled with believable answers, some of them replaced."""
    package = published(name)
    session = Session(package.form, TrialLists(package.form, None), now=lambda: NOW)
    fill(session, adverse=adverse)
    paths = {item.name: item.path for item in package.form.items()}
    for question, value in (answers or {}).items():
        session.set(paths[question], value)
    for repeat, wanted in (rows or {}).items():
        for old in session.children(paths[repeat]):
            session.remove_repeat(old)
        for row in wanted:
            ref, _ = session.add_repeat(paths[repeat])
            for question, value in row.items():
                session.set(f"{ref}/{question}", value)
    return package, session


def page(name, answers=None, *, rows=None, facts=None, adverse=False, sheet="print"):
    """The composed page of such a paper."""
    package, session = session_of(name, answers, rows=rows, adverse=adverse)
    return compose(package, session, facts or facts_for(package, session), sheet=sheet)


def of_kind(paper, kind):
    return [block for block in paper.blocks if isinstance(block, kind)]


FINDING = {
    "item_fact": "生产的儿童三轮车外包装未标注生产厂厂名和厂址。",
    "item_law": "《中华人民共和国产品质量法》第二十七条",
    "item_requirement": "停止销售该批次产品，补正产品标识。",
}
SECOND = {
    "item_fact": "不合格品与合格品混放",
    "item_law": "《中华人民共和国产品质量法》第二十六条",
    "item_requirement": "隔离并标识不合格品",
}


def test_every_paper_is_told_in_the_library_s_own_page():
    told = (LIBRARY / "README.md").read_text(encoding="utf-8")
    lines = [line.split("|")[1].strip() for line in told.split("\n") if line.startswith("| ")]
    assert [one for one in PAPERS if one not in lines] == []
    assert len(PAPERS) > 20, "the library is looked at where it stands"


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_is_published_and_its_own_tests_pass(name):
    package = published(name)
    assert package.id == name
    assert package.tests


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_has_a_name_in_both_languages(name):
    package = published(name)
    assert package.title_in("zh") == package.title
    assert package.title_in("en").isascii()


@pytest.mark.parametrize("name", PAPERS)
def test_every_question_and_choice_has_words_in_both_languages(name):
    form = published(name).form
    for item in form.items():
        if getattr(item, "has_control", True) and not item.path.startswith("/data/meta"):
            assert all(item.label.get(language) for language in form.languages), item.path
            assert not re.search(r"[一-鿿]", item.label.get("English (en)")), item.path
    for choices in form.lists.values():
        for choice in choices:
            assert all(choice.label.get(language) for language in form.languages), choice.value


@pytest.mark.parametrize("name", PAPERS)
def test_no_section_asks_more_than_eight_things_at_once(name):
    package, session = session_of(name)
    for section in session.sections():
        if not session.node(section).relevant:
            continue
        asked = [
            ref
            for ref in session.children(section)
            if session.node(ref).relevant and getattr(session.node(ref).question, "has_control", 1)
        ]
        assert 1 <= len(asked) <= 8, section
    assert package.form


@pytest.mark.parametrize("name", PAPERS)
def test_every_filled_paper_can_be_drawn_with_rare_names(name):
    printed = draw(page(name, adverse=True))
    assert printed.pages >= 1


@pytest.mark.parametrize("name", PAPERS)
def test_an_empty_paper_can_be_drawn_too(name):
    """A preview must work before anything is filled in."""
    package = published(name)
    session = Session(package.form, TrialLists(package.form, None), now=lambda: NOW)
    assert draw(compose(package, session, Facts())).pages >= 1


INSIDE = {
    *("cqo-appointment", "desk-12365", "inspection-approval", "key-enterprise-survey"),
    *("metrology-service", "publicity-activity"),
}
"""Papers the bureau keeps to itself or fills in alone: the party need not sign them."""
SEALED = frozenset(DESK_PAPERS) - {MEDIATION_AGREEMENT}
"""Papers of the desk, which carry the seal alone: the models of 总局令第121号 have no signature."""


@pytest.mark.parametrize("name", sorted(set(PAPERS) - INSIDE - UPWARDS - set(DESK_PAPERS)))
def test_two_inspectors_and_the_party_sign_every_paper_but_the_notice(name):
    slots = [place.slot for place in published(name).places()]
    assert slots[:3] == ["inspector-1", "inspector-2", "party"]
    signs = of_kind(page(name), blocks.Sign)
    assert [signer.slot for signer in signs[0].signers if signer.slot == "party"] == ["party"]


@pytest.mark.parametrize("name", sorted(SEALED))
def test_a_paper_of_the_desk_carries_the_seal_and_no_signature(name):
    assert published(name).places() == ()
    paper = page(name)
    assert len(of_kind(paper, blocks.Seal)) == 1
    assert of_kind(paper, blocks.Sign) == []


@pytest.mark.parametrize("name", PAPERS)
def test_the_seal_closes_a_paper_after_the_places_to_sign(name):
    """One order for all: words, signatures, then agency, date and seal, then a list or the foot."""
    made = [type(block).__name__ for block in page(name).blocks]
    made = made[: made.index("PageBreak")] if "PageBreak" in made else made  # a list of its own
    if "Seal" in made:
        assert made[-1 if made[-1] == "Seal" else -2] == "Seal"
        assert "Sign" not in made[made.index("Seal") :]


def test_both_sides_and_who_mediates_sign_the_agreement():
    (sign,) = of_kind(page(MEDIATION_AGREEMENT), blocks.Sign)
    assert [one.slot for one in sign.signers] == ["inspector-1", "complainant", "party"]


def test_every_article_named_by_a_check_item_may_be_cited():
    laws = {article.key: article for article in data.load_laws()}
    keys = [
        question.attributes.get("xj:law")
        for question in published("spot-check").form.questions()
        if question.attributes.get("xj:law")
    ]
    assert len(keys) == 15
    assert all(laws[key].citable for key in keys)


# ── spot check ──────────────────────────────────────────────────────────────────────────────────


def test_every_item_of_the_check_table_stands_in_the_spot_check():
    form = published("spot-check").form
    verdicts = [question for question in form.questions() if question.kind == "select_one"]
    asked = {
        (question.attributes.get("xj:law", ""), question.attributes["xj:clock"])
        for question in verdicts
        if "xj:clock" in question.attributes
    }
    citable = {article.key: article.citable for article in data.load_laws()}
    wanted = {
        (item.law_key if citable[item.law_key] else "", item.clock_id)
        for item in data.load_check_items("spot_check_site")
    }
    assert asked == wanted


def test_a_failed_item_is_a_finding_with_law_severity_measure_and_clock():
    _, session = session_of("spot-check", {"label_complete": "no"})
    (seed,) = session.findings()
    assert (seed.law, seed.severity, seed.measure, seed.clock) == (
        "product-quality-law:27",
        "serious",
        "correct-by",
        "rectify-deadline",
    )


def test_the_checklist_points_to_the_finding_and_the_finding_says_what_was_seen():
    package, session = session_of("spot-check", {"label_complete": "no"})
    (seed,) = session.findings()
    finding = FindingFact(
        seed.ref, 1, seed.item, "同批120辆未标厂址", "serious", "《产品质量法》第二十七条", "",
        "correct-by", dt.date(2026, 9, 30),
    )  # fmt: skip
    paper = compose(package, session, Facts(findings=(finding,)))
    (checklist,) = of_kind(paper, blocks.Checklist)
    (adverse,) = [check for check in checklist.rows if check.adverse]
    assert (adverse.verdict, adverse.note) == ("不合格", "见问题1")
    (table,) = of_kind(paper, blocks.Table)
    assert table.rows == (
        (
            "1",
            seed.item,
            "同批120辆未标厂址",
            "《产品质量法》第二十七条",
            "责令限期改正 2026年9月30日",
        ),
    )


def test_items_about_sampling_are_not_printed_when_nothing_was_sampled():
    package, session = session_of("spot-check", {"sampled": "no", "not_sampled_reason": "无库存"})
    paper = compose(package, session, facts_for(package, session))
    (checklist,) = of_kind(paper, blocks.Checklist)
    assert len(checklist.rows) == 15
    assert "未抽样原因：无库存" in words(paper)


def test_a_witness_line_is_printed_only_when_there_is_one():
    package, session = session_of("spot-check")
    without = words(compose(package, session, Facts()))
    present = words(compose(package, session, Facts(signers=(Signer("witness", "刘㛃"),))))
    assert "见证人" not in without
    assert "见证人（签名）" in present


# ── sampling sheet ──────────────────────────────────────────────────────────────────────────────

SAMPLES = {
    "samples": [
        {"sample_no": f"YP-{n}", "role": role, "unit_no": str(unit), "seal_no": f"F{n}"}
        for n, (role, unit) in enumerate((("test", 17), ("test", 3), ("spare", 88)), start=1)
    ]
}


def test_the_samples_stand_in_a_table_in_the_order_drawn():
    paper = page("sampling-sheet", rows=SAMPLES)
    (table,) = of_kind(paper, blocks.Table)
    assert table.rows == (
        ("1", "YP-1", "检验样品", "17", "F1"),
        ("2", "YP-2", "检验样品", "3", "F2"),
        ("3", "YP-3", "备用样品", "88", "F3"),
    )


def test_there_is_one_seal_label_a_sample():
    paper = page("sampling-sheet", rows=SAMPLES, sheet="label")
    assert paper.layout == "label"
    assert len(of_kind(paper, blocks.PageBreak)) == 2
    assert [block.text for block in of_kind(paper, blocks.Number)] == ["F1", "F2", "F3"]
    assert draw(paper).pages == 3


def test_the_plan_of_the_standard_is_printed_with_its_figures():
    text = words(
        page(
            "sampling-sheet",
            {"base_qty": "1000", "plan_kind": "gbt2828", "plan_level": "II", "plan_aql": "1.0"},
        )
    )
    assert "AQL 1.0，字码 J，n=80，Ac=2，Re=3" in text


@pytest.mark.parametrize(
    ("answers", "question", "message"),
    [
        ({"base_qty": "2", "plan_test": "2", "spare_qty": "1"}, "spare_qty", "不能多于抽样基数"),
        ({"base_qty": "1", "plan_test": "2"}, "plan_test", "不能多于抽样基数"),
        ({"sample_date": "2026-09-17"}, "sample_date", "不能晚于今天"),
        ({"uscc": "91371302MA3C4N5XX5"}, "uscc", "校验位不对"),
    ],
)
def test_a_sheet_that_cannot_be_true_says_why(answers, question, message):
    package, session = session_of("sampling-sheet", answers)
    path = next(one.path for one in package.form.questions() if one.name == question)
    (told,) = [found.message for found in session.problems() if found.ref == path]
    assert message in told


# ── on-site record ──────────────────────────────────────────────────────────────────────────────


def test_the_record_tells_who_came_what_the_party_may_do_and_how_it_was_read_back():
    text = words(page("on-site-record", {"measures_taken": "no", "recusal": "no"}))
    for passage in (
        "执法证件",
        "陈述和申辩",
        "申请回避",
        "不得拒绝或者阻挠",
        "请你核对",
        "以上记录属实",
    ):
        assert passage in text


def test_every_page_of_the_record_is_signed_by_party_witness_and_two_inspectors():
    (sign,) = of_kind(page("on-site-record"), blocks.Sign)
    assert sign.every_page
    assert [signer.slot for signer in sign.signers] == [
        "party",
        "witness",
        "inspector-1",
        "inspector-2",
    ]


def test_what_was_seen_on_site_keeps_its_paragraphs():
    paper = page("on-site-record", {"site_facts": "第一段。\n第二段。"})
    texts = ["".join(run.text for run in block.runs) for block in of_kind(paper, blocks.Para)]
    assert texts[texts.index("第一段。") + 1] == "第二段。"


# ── rectification notice ────────────────────────────────────────────────────────────────────────
