"""What pyxform writes arrives whole; what is no form is refused by name."""

import pytest

from forms.model import Group, Output, Question, Repeat
from forms.xform import XFormError, load

WORKBOOK = """
| settings |
|  | form_title | form_id | version | default_language | namespaces |
|  | 监督抽查 | spot | 3 | 中文 (zh) | xj="https://xunjian.example/xforms" |
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | hint::中文 (zh) | required | relevant | constraint | constraint_message::中文 (zh) | bind::xj:law | bind::xj:severity | calculation | default | repeat_count | choice_filter | appearance | parameters | save_to |
|  | begin_group | site | 现场 | Site | | | | | | | | | | | | field-list | | |
|  | select_one_from_file equipment.csv | lift | 设备 | Equipment | | yes | | | | | | | | | place = ${place} | minimal | | |
|  | text | place | 地点 | Place | 车间 | | | | | | | | 一车间 | | | | | site_name |
|  | end_group | | | | | | | | | | | | | | | | | |
|  | select_one verdict | mark | ${place}的标志 | Mark | | | | | | 特种设备安全法/83 | serious | | | | | | | |
|  | begin_repeat | rows | 样品 | Samples | | | | | | | | | | | | | | |
|  | decimal | mass | 质量 | Mass | | | | . > 0 | 质量必须大于零 | | | | | | | | | |
|  | begin_repeat | marks | 标记 | Marks | | | | | | | | | | 2 | | | | |
|  | integer | mark_no | 号 | No | | | | | | | | | | | | | | |
|  | end_repeat | | | | | | | | | | | | | | | | | |
|  | end_repeat | | | | | | | | | | | | | | | | | |
|  | calculate | total | | | | | | | | | | sum(${mass}) | | | | | | |
|  | range | score | 评分 | Score | | | | | | | | | | | | | start=1 end=5 step=1 | |
|  | image | photo | 照片 | Photo | | | | | | | | | | | | signature | max-pixels=1000 | |
|  | note | thanks | 谢谢 | Thanks | | | | | | | | | | | | | | |
|  | acknowledge | agreed | 已告知 | Told | | | | | | | | | | | | | | |
|  | date | day | 日期 | Day | | | | | | | | | today() | | | | | |
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) | finding |
|  | verdict | ok | 合格 | Pass | |
|  | verdict | no | 不合格 | Fail | yes |
| entities |
|  | list_name | label |
|  | sites | ${place} |
"""


def test_a_workbook_arrives_with_its_kinds_and_order(form):
    kinds = {
        item.path: item.kind if isinstance(item, Question) else type(item).__name__
        for item in form(WORKBOOK).items()
        if "meta" not in item.path
    }
    assert kinds == {
        "/data/site": "Group",
        "/data/site/lift": "select_one",
        "/data/site/place": "text",
        "/data/mark": "select_one",
        "/data/rows": "Repeat",
        "/data/rows/mass": "decimal",
        "/data/rows/marks_count": "calculate",
        "/data/rows/marks": "Repeat",
        "/data/rows/marks/mark_no": "integer",
        "/data/total": "calculate",
        "/data/score": "range",
        "/data/photo": "image",
        "/data/thanks": "note",
        "/data/agreed": "acknowledge",
        "/data/day": "date",
    }


def test_words_in_both_languages_arrive_and_gaps_are_no_words(form):
    loaded = form(WORKBOOK)
    mass = loaded.item("/data/rows/mass")
    mark = loaded.item("/data/mark")
    assert isinstance(mass, Question)
    assert loaded.languages == ("中文 (zh)", "English (en)")
    assert loaded.default_language == "中文 (zh)"
    assert mass.constraint_message.get("中文 (zh)") == "质量必须大于零"
    assert mass.constraint_message.get("English (en)") == "质量必须大于零"
    assert mark is not None
    assert mark.label.words("中文 (zh)") == (Output("/data/site/place"), "的标志")


def test_our_columns_and_the_choices_extra_columns_arrive(form):
    loaded = form(WORKBOOK)
    mark = loaded.item("/data/mark")
    assert isinstance(mark, Question)
    assert mark.attributes == {"xj:law": "特种设备安全法/83", "xj:severity": "serious"}
    assert [choice.extra for choice in loaded.lists["verdict"]] == [{}, {"finding": "yes"}]
    assert loaded.external == {"equipment": "jr://file-csv/equipment.csv"}
    place = loaded.item("/data/site/place")
    assert isinstance(place, Question)
    assert place.attributes["entities:saveto"] == "site_name"


def test_groups_repeats_and_parameters_arrive(form):
    loaded = form(WORKBOOK)
    site, rows, marks = (loaded.item(f"/data/{p}") for p in ("site", "rows", "rows/marks"))
    score, photo = loaded.item("/data/score"), loaded.item("/data/photo")
    assert isinstance(site, Group)
    assert isinstance(rows, Repeat)
    assert isinstance(marks, Repeat)
    assert isinstance(score, Question)
    assert isinstance(photo, Question)
    assert site.appearance == "field-list"
    assert (rows.count, rows.fixed, len(rows.initial)) == ("", False, 1)
    assert (marks.count, marks.fixed) == ("../marks_count", True)
    assert score.parameters == {"start": "1", "end": "5", "step": "1"}
    assert photo.parameters == {"max-pixels": "1000"}
    assert photo.appearance == "signature"


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (b"not xml", "not-xml"),
        (b"", "not-xml"),
        (b"<a><b></a>", "not-xml"),
        (b"<html/>", "no-model"),
        (b"<html><head><model/></head></html>", "no-instance"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "forbidden"),
        (b"<a>" * 100 + b"</a>" * 100, "too-deep"),
        (b"<a>" + b" " * (33 * 1024 * 1024) + b"</a>", "too-large"),
    ],
    ids=["words", "nothing", "torn", "no-model", "no-instance", "entities", "deep", "large"],
)
def test_what_is_no_form_is_refused_by_name(xml, code):
    with pytest.raises(XFormError) as caught:
        load(xml)
    assert caught.value.code == code
