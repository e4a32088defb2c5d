"""The 责令改正通知书: one sentence or several, its deadline, its remedy, and the letter it is."""

from forms.compose import compose, words
from forms.facts import Facts
from forms.paper import blocks, link
from forms.publish_plausible import facts_for
from tests.unit.forms.library.test_papers import FINDING, SECOND, of_kind, page, session_of


def notice(*items, **answers):
    return page("rectification-notice", answers, rows={"items": items})


def test_one_finding_is_told_in_one_sentence():
    text = words(notice(FINDING, mode="by", deadline="2026-09-30"))
    assert (
        "经查，你（单位）生产的儿童三轮车外包装未标注生产厂厂名和厂址的行为，"
        "违反了《中华人民共和国产品质量法》第二十七条的规定。"
    ) in text
    assert "改正内容及要求：停止销售该批次产品，补正产品标识。" in text


def test_several_findings_are_numbered():
    text = words(notice(FINDING, SECOND))
    assert "经查，你（单位）有下列行为：" in text
    assert "2. 不合格品与合格品混放，违反了" in text


def test_a_deadline_is_ticked_and_dated():
    ticks = of_kind(notice(FINDING, mode="by", deadline="2026-09-30"), blocks.Tick)
    assert [(tick.ticked, "".join(run.text for run in tick.runs)) for tick in ticks] == [
        (False, "立即改正。"),
        (True, "于2026年9月30日前改正。"),
    ]


def test_at_once_leaves_the_date_blank():
    first, second = of_kind(notice(FINDING, mode="now"), blocks.Tick)
    assert first.ticked
    assert not second.ticked
    assert next(run for run in second.runs if run.filled).text.strip("　") == ""


def test_the_remedy_is_that_of_the_law_of_2024():
    """Sixty days to the people's government of the same level, or six months to the court."""
    text = words(notice(FINDING, review_body="临沂市罗庄区人民政府", court="临沂市罗庄区人民法院"))
    assert "六十日内" in text
    assert "《中华人民共和国行政复议法》第二十条、第二十四条" in text
    assert "向临沂市罗庄区人民政府申请行政复议" in text
    assert "六个月内，依照《中华人民共和国行政诉讼法》第四十六条" in text
    assert "向临沂市罗庄区人民法院提起行政诉讼" in text
    assert "上级" not in text


def test_the_upper_department_is_no_reconsideration_body():
    package, session = session_of("rectification-notice", {"review_body": "山东省市场监督管理局"})
    path = next(one.path for one in package.form.questions() if one.name == "review_body")
    (told,) = [found.message for found in session.problems() if found.ref == path]
    assert "本级人民政府" in told


def test_the_notice_is_a_letter_with_number_seal_three_copies_and_code():
    package, session = session_of("rectification-notice")
    facts = facts_for(package, session)
    paper = compose(package, session, facts)
    assert paper.layout == "letter"
    assert of_kind(paper, blocks.Number)[0].text == facts.number
    assert of_kind(paper, blocks.Seal)[0] == blocks.Seal(facts.bureau, "2026年9月16日")
    (foot,) = of_kind(paper, blocks.Foot)
    assert foot.copies == "本文书一式三份，两份送达当事人，一份归档。"
    assert foot.qr == link.address(facts.hub, facts.qr)
    assert [(copy.keeper, copy.count) for copy in package.copies()] == [
        ("送达当事人", 2),
        ("归档", 1),
    ]
    assert sum(copy.count for copy in package.copies("en")) == 3


def test_answers_in_the_letter_are_underlined_and_the_bureaus_own_words_are_not():
    (to,) = of_kind(notice(FINDING), blocks.To)
    assert [run.filled for run in to.runs] == [True, False]
    paper = notice(FINDING, consequence="逾期不改的，本局将依法处理。")
    alone = [
        block.runs
        for block in of_kind(paper, blocks.Para)
        if block.runs[0].text.startswith("逾期不改的")
    ]
    assert [run.filled for runs in alone for run in runs] == [False]


def test_a_page_without_a_number_prints_none():
    package, session = session_of("rectification-notice")
    assert of_kind(compose(package, session, Facts()), blocks.Number) == []
