"""Findings: opened by a choice, kept when it is changed back, given law and deadline."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    attachments,
    clocks,
    documents,
    findings,
    laws,
    papers,
    preparing,
    records,
    review,
)
from app.services.errors import Refused
from app.services.findings import FindingEdit
from app.services.records import open_record, path_of
from db.rows import LawArticle
from db.store import nouns
from tests.unit.app.services import kit


def _seed(store, act, record_id, question):
    opened = open_record(store, act, record_id)
    path = path_of(opened.form, question)
    return next(one for one in opened.session.findings() if one.ref == path)


def _adverse(store, act, question="segregation"):
    check = kit.start(store, act)
    kit.answer_by_name(store, act, check.record.id, **{question: "no"})
    seed = _seed(store, act, check.record.id, question)
    return check, seed, findings.choose(store, act, check.record.id, seed).value


def test_an_adverse_choice_opens_a_finding_with_law_measure_and_date(store, act):
    """The item knows its article; the deadline is counted on the working-day calendar."""
    _check, _, row = _adverse(store, act)
    assert row.law_key == "product-quality-law:26"
    assert row.law == "《产品质量法》第二十六条"
    assert (row.severity, row.measure) == ("general", "correct-by")
    assert dt.date(2026, 10, 8) == row.due
    assert not row.due_provisional


def test_the_count_explains_itself(store, act):
    """1 October is a holiday: the period ends on the next working day, and says why."""
    counted = clocks.explain(store, "rectify-deadline", act.today)
    assert (dt.date(2026, 10, 1), dt.date(2026, 10, 8)) == (counted.nominal, counted.due)
    assert "国庆节" in {skipped.festival for skipped in counted.skipped}


def test_a_deadline_in_an_unpublished_year_is_provisional(store, act):
    """No notice for 2027 is known: the date must be counted again."""
    late = kit.later(act, 60 * 24 * 100)
    counted = clocks.explain(store, "rectify-deadline", late.today)
    assert dt.date(2026, 12, 25) == late.today
    assert counted.provisional


def test_changing_back_withdraws_only_when_the_section_is_left(store, act):
    """A slip of the finger must not throw away what was written."""
    check, seed, row = _adverse(store, act)
    findings.update(store, act, row.id, FindingEdit(seen="退货车混放"))
    kit.answer_by_name(store, act, check.record.id, segregation="ok")
    assert findings.get(store, row.id).state == "open"
    gone = findings.leave_section(store, act, check.record.id, frozenset(), "/data/storage").value
    assert [row.id] == [one.id for one in gone]
    assert findings.of_record(store, check.record.id) == ()
    kit.answer_by_name(store, act, check.record.id, segregation="no")
    back = findings.choose(store, act, check.record.id, seed).value
    assert (row.id, "退货车混放", "open") == (back.id, back.seen, back.state)


def test_leaving_another_section_leaves_it_alone(store, act):
    check, _, _row = _adverse(store, act)
    left = findings.leave_section(store, act, check.record.id, frozenset(), "/data/product").value
    assert left == ()
    still = findings.leave_section(
        store, act, check.record.id, frozenset({_row.path}), "/data/storage"
    ).value
    assert still == ()


def test_an_emptied_article_is_refused_and_found_by_review(store, act):
    """A paper must never print an empty legal basis."""
    check, _, row = _adverse(store, act)
    article = laws.get(store, row.law_key)
    assert article is not None
    with pytest.raises(Refused) as refused:
        laws.save(store, act, LawArticle(key=article.key, law_name=article.law_name))
    assert ("law-empty", article.key) == (refused.value.code, refused.value.facts["law_key"])
    nouns.save(store, LawArticle(key=article.key))  # as an old import may have left it
    looked = review.review(store, act, open_record(store, act, check.record.id))
    assert "finding-law-empty" in {lack.code for lack in looked.lacks}
    with pytest.raises(Refused) as chosen:
        findings.update(store, act, row.id, FindingEdit(law_key=article.key))
    assert chosen.value.code == "law-empty"


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e\u2060", " \u3000\ufeff"])
def test_an_article_of_signs_no_page_shows_is_an_empty_one(store, act, unseen):
    _check, _, row = _adverse(store, act)
    article = laws.get(store, row.law_key)
    assert article is not None
    for wrong in (
        replace(article, summary=unseen, text=unseen),
        replace(article, article=unseen),
        replace(article, law_name=unseen),
    ):
        with pytest.raises(Refused) as refused:
            laws.save(store, act, wrong)
        assert refused.value.code == "law-empty"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("product-quality-law:27", "《中华人民共和国产品质量法》第二十七条"),
        ("certification-regulation:27", "《中华人民共和国认证认可条例》第二十七条"),
        ("product-maker-order75:3", "《工业产品生产单位落实质量安全主体责任监督管理规定》第三条"),
    ],
)
def test_papers_cite_an_article_by_its_official_title(store, key, words):
    """主席令 makes a law of the state; a ministry's order is cited by its own name."""
    article = laws.get(store, key)
    assert words == laws.cite_in_full(article)
    assert laws.cite(article) == words.replace("中华人民共和国", "")


def test_a_title_inside_a_title_stands_in_single_marks():
    """《山东省实施〈…〉办法》, as it was promulgated; a corrected title is left as it is."""
    local = LawArticle(key="x", law_name="山东省实施《产品质量法》办法", article="第一条")
    assert laws.cite_in_full(local) == "《山东省实施〈中华人民共和国产品质量法〉办法》第一条"
    ours = LawArticle(
        key="y",
        law_name="中华人民共和国计量法",
        document_number="主席令第16号（2018年修正）",
        article="第九条",
    )
    assert laws.cite_in_full(ours) == "《中华人民共和国计量法》第九条"


def test_the_notice_and_the_check_print_the_full_title_and_never_our_summary(store, act):
    """Our words about an article must not pass for the statute's."""
    check, _, row = _adverse(store, act)
    article = laws.get(store, row.law_key)
    assert article.summary
    facts = papers.facts(store, act, open_record(store, act, check.record.id))
    assert (facts.findings[0].law, facts.findings[0].law_text) == (laws.cite_in_full(article), "")
    laws.save(store, act, replace(article, text="条文原文。"))
    facts = papers.facts(store, act, open_record(store, act, check.record.id))
    assert facts.findings[0].law_text == "条文原文。"
    notice = preparing.prepare_notice(store, act, check.case_id).value
    said = open_record(store, act, notice.id).session.answers().values()
    assert laws.cite_in_full(article) in said
    assert row.law not in said


def test_an_unconfirmed_article_is_not_cited(store, act):
    """citable=no: its number is not confirmed and must not be printed."""
    _check, _, row = _adverse(store, act)
    unsure = next(one for one in laws.find(store, "规定", act.today, 200) if not one.citable)
    with pytest.raises(Refused) as refused:
        findings.update(store, act, row.id, FindingEdit(law_key=unsure.key))
    assert refused.value.code == "law-not-citable"


def test_a_date_gone_by_is_refused(store, act):
    _check, _, row = _adverse(store, act)
    with pytest.raises(Refused) as refused:
        findings.update(store, act, row.id, FindingEdit(due=act.today - dt.timedelta(days=1)))
    assert refused.value.code == "due-in-past"


def test_review_asks_for_what_a_finding_lacks(store, act):
    check, _, _row = _adverse(store, act)
    looked = review.review(store, act, open_record(store, act, check.record.id), signatures=False)
    codes = {lack.code: lack.spot for lack in looked.lacks}
    assert ("finding", _row.id) == (codes["finding-no-facts"].kind, codes["finding-no-facts"].id)
    assert "finding-no-law" not in codes


def test_a_finding_of_a_finished_record_is_not_reopened_by_choice(store, act):
    check, seed, _row = _adverse(store, act)
    records.withdraw(store, act, check.record.id, "建错了")
    with pytest.raises(Refused) as refused:
        findings.choose(store, act, check.record.id, seed)
    assert refused.value.code == "record-closed"


def test_an_article_emptied_after_the_check_stops_the_notice(store, act):
    """The basis is looked at again before a document goes out."""
    check, record_id = kit.notice_ready(store, act)
    article = findings.of_record(store, check.record.id)[0].law_key
    nouns.save(store, LawArticle(key=article))
    looked = review.review(store, act, open_record(store, act, record_id))
    assert "finding-law-empty" in {lack.code for lack in looked.lacks}
    with pytest.raises(Refused) as refused:
        documents.issue(store, act, documents.preview(store, act, record_id))
    assert refused.value.code == "review-open"


def test_a_photo_without_a_caption_stops_the_record(store, act):
    """程序规定 art. 24-26: who, when, where, what must stand beside a picture."""
    check, _, row = _adverse(store, act)
    photo = attachments.Photo(kit.photo_of("x"), "x.jpg")
    attachments.add_photo(store, act, ("finding", row.id), photo)
    looked = review.review(store, act, open_record(store, act, check.record.id), signatures=False)
    lack = next(one for one in looked.lacks if one.code == "photo-no-caption")
    assert (True, row.path) == (lack.blocking, lack.spot.ref)
