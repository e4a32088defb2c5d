"""Blocks of the page out of a package, its answers and the facts around them."""

import datetime as dt

from forms.compose import compose, words
from forms.facts import Facts, FindingFact, Photo, Signer
from forms.paper import blocks
from forms.publish import publish
from forms.publish_plausible import NOW, TrialLists
from forms.session import Session
from tests.unit.forms.publishing import workbooks

SIGN = ("sign", "检查人员 = inspector-1 ;; 当事人 = party")
ANSWERS = {"party_name": "䶮㛃公司", "lot": "10", "taken": "3", "mark": "no"}


def page(*rows, answers=ANSWERS, facts=None, layout="table", language="zh"):
    """The page of the small form with these rows on it."""
    settings = workbooks.with_cell("settings", 2, "layout", layout)
    head = ("block", "text", "when", "style")
    printed = (head, ("title", "小表"), *rows, SIGN)
    data = workbooks.markdown(print=printed, settings=settings)
    package = publish(data, "small.md")
    session = Session(package.form, TrialLists(package.form, None), now=lambda: NOW)
    for name, value in answers.items():
        session.set(f"/data/basic/{name}", value)
    return compose(package, session, facts or Facts(), language=language)


def of_kind(paper, kind):
    return [block for block in paper.blocks if isinstance(block, kind)]


def paragraphs(paper):
    return ["".join(run.text for run in block.runs) for block in of_kind(paper, blocks.Para)]


def test_an_answer_in_a_sentence_is_filled_and_the_words_around_it_are_not():
    (para,) = of_kind(page(("para", "经查，${party_name}生产")), blocks.Para)
    assert para.runs == (
        blocks.Run("经查，"),
        blocks.Run("䶮㛃公司", filled=True),
        blocks.Run("生产"),
    )


def test_a_place_without_an_answer_is_a_blank_to_write_in():
    (para,) = of_kind(page(("para", "批量${lot}件"), answers={}), blocks.Para)
    blank = para.runs[1]
    assert blank.filled
    assert blank.text.strip("　") == ""
    assert blank.text


def test_a_place_may_say_what_stands_there_instead():
    assert paragraphs(page(("para", "批量${lot|不明}"), answers={})) == ["批量不明"]


def test_a_choice_is_printed_by_its_words_in_the_language_of_the_page():
    assert paragraphs(page(("para", "${mark}"))) == ["不合格"]


def test_all_choices_with_boxes():
    assert paragraphs(page(("para", "${mark:ticks}"))) == ["☐合格　☑不合格"]


def test_a_false_condition_leaves_the_block_out():
    rows = (("para", "多", "${lot} > 5"), ("para", "少", "${lot} <= 5"))
    assert paragraphs(page(*rows)) == ["多"]
    assert paragraphs(page(*rows, answers={**ANSWERS, "lot": "4"})) == ["少"]


def test_rows_of_fields_below_one_another_are_one_ruled_block():
    paper = page(("fields", "甲 = ${lot} ;; 乙 = ${taken}"), ("fields", "丙 = ${party_name}"))
    (fields,) = of_kind(paper, blocks.Fields)
    assert [[cell.value for cell in row] for row in fields.rows] == [["10", "3"], ["䶮㛃公司"]]


def test_a_computed_value_is_printed_like_an_answer():
    assert paragraphs(page(("para", "余${left}"))) == ["余7"]


def test_the_checklist_says_what_was_seen_where_the_page_lists_no_findings():
    finding = FindingFact("/data/basic/mark", 1, "标识", "没有厂址", "serious", "", "", "")
    (checklist,) = of_kind(
        page(("checklist", "basic"), facts=Facts(findings=(finding,))), blocks.Checklist
    )
    assert checklist.rows == (blocks.Check("1", "标识齐全", "不合格", "没有厂址", adverse=True),)


def test_findings_or_the_words_for_none():
    row = ("findings", "序号 = ${n} ;; 问题 = ${seen} ?? 没有问题。")
    finding = FindingFact("/data/basic/mark", 1, "标识", "没有厂址", "serious", "", "", "")
    (table,) = of_kind(page(row, facts=Facts(findings=(finding,))), blocks.Table)
    assert table.rows == (("1", "没有厂址"),)
    assert paragraphs(page(row)) == ["没有问题。"]


def test_photos_are_numbered_through():
    own, of_finding = Photo(b"1", "大门"), Photo(b"2", "标签")
    finding = FindingFact("/x", 1, "", "", "", "", "", "", None, (of_finding,))
    facts = Facts(findings=(finding,), photos=(own,))
    (photos,) = of_kind(page(("photos", "all"), facts=facts), blocks.Photos)
    assert [photo.caption for photo in photos.items] == ["照片1　大门", "照片2　标签"]
    (photos,) = of_kind(page(("photos", "findings"), facts=facts), blocks.Photos)
    assert [photo.data for photo in photos.items] == [b"2"]


def test_each_article_is_quoted_once():
    one = FindingFact("/x", 1, "", "", "", "《甲法》第一条", "条文。", "")
    paper = page(("law", ""), facts=Facts(findings=(one, one)))
    assert paragraphs(paper) == ["《甲法》第一条：条文。"]


def test_who_signs_is_put_beside_the_words_of_the_place():
    signer = Signer("party", "王𬭚喆", state="signed")
    (sign,) = of_kind(page(facts=Facts(signers=(signer,))), blocks.Sign)
    assert sign.labels == ("检查人员", "当事人")
    assert sign.signers == (Signer("inspector-1"), signer)


def test_number_seal_and_foot_come_from_the_facts():
    facts = Facts("局", "局责改〔2026〕1号", dt.date(2026, 9, 16), qr="XJ1:A", check_words="9F3C")
    rows = (("number", "${number}"), ("seal", ""), ("copies", "一式两份。"), ("qr", ""))
    paper = page(*rows, facts=facts, layout="letter")
    assert of_kind(paper, blocks.Title) == [blocks.Title("局", "小表")]
    assert of_kind(paper, blocks.Number) == [blocks.Number("局责改〔2026〕1号")]
    assert of_kind(paper, blocks.Seal) == [blocks.Seal("局", "2026年9月16日")]
    assert paper.blocks[-1] == blocks.Foot("一式两份。", "XJ1:A", "9F3C")
    assert (paper.title, paper.created) == ("小表 局责改〔2026〕1号", "2026-09-16")


def test_values_of_the_services_may_be_named_and_are_not_underlined():
    facts = Facts(bureau="局", values={"bureau_phone": "12345"})
    (para,) = of_kind(page(("para", "${bureau}电话${bureau_phone}"), facts=facts), blocks.Para)
    assert [(run.text, run.filled) for run in para.runs] == [
        ("局", False),
        ("电话", False),
        ("12345", False),
    ]


def test_the_words_of_a_page_can_be_searched():
    assert "䶮㛃公司" in words(page(("para", "${party_name}")))
