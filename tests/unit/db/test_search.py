"""Search finds one Chinese character as well as seven, words by their beginning, and codes."""

from dataclasses import replace

import pytest

from db.rows import Enterprise, Equipment, LawArticle, Person, Product, Sample
from db.store import answers, documents, enterprises, findings, nouns, records, search
from tests.store_kit import begin, document_of, finding_of

NAME = "临沂市河东区鑫源䶮食品有限公司"


@pytest.fixture
def full(store):
    """One of everything."""
    nouns.save(
        store,
        Enterprise(
            "e", NAME, name_en="Xinyuan Foods", uscc="91371312MA3CXY1234", phone="13953900001"
        ),
        Equipment("q", "e", code="417010371300001", registration_no="车11鲁Q00123", name="叉车"),
        Product("p", "e", name="速冻水饺", brand="鑫源", licence="SC11137131200001"),
        Person("i", "王𬭚", role="检查员", certificate="鲁Q0123"),
        LawArticle(
            "quality:27", law_name="产品质量法", article="第二十七条", summary="标识必须真实"
        ),
        Sample("m", "r", "c", product_name="速冻水饺", number="LYJD-2026-0007", seal_no="F000123"),
    )
    return store


def kinds(store, text):
    return [hit.rec_type for hit in search.find(store, text)]


@pytest.mark.parametrize("length", range(1, 8))
def test_any_run_of_characters_of_a_name_finds_it(full, length):
    for at in range(len(NAME) - length + 1):
        asked = NAME[at : at + length]
        assert "e" in {hit.rec_id for hit in search.find(full, asked)}, asked


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("91371312", "enterprise"),
        ("91371312ma3cxy1234", "enterprise"),
        ("1395390", "enterprise"),
        ("xiny", "enterprise"),
        ("XI", "enterprise"),
        ("foods", "enterprise"),
        ("鑫源 食品", "enterprise"),
        ("９１３７１３１２", "enterprise"),
        ("41701037", "equipment"),
        ("叉", "equipment"),
        ("SC111", "product"),
        ("水饺", "product"),
        ("𬭚", "person"),
        ("第二十七条", "law"),
        ("标识", "law"),
        ("LYJD-2026", "sample"),
        ("F0001", "sample"),
    ],
)
def test_each_noun_is_found_by_its_words_and_codes(full, asked, kind):
    assert kind in kinds(full, asked)


def test_characters_apart_are_not_found_as_one_word(full):
    assert kinds(full, "鑫食") == []
    assert kinds(full, "源鑫") == []


def test_hits_are_grouped_in_one_order_and_limited(full):
    for number in range(9):
        nouns.save(full, Enterprise(f"n{number}", f"鑫源{number}分厂"))
    found = search.find(full, "鑫源", 3)
    assert [hit.rec_type for hit in found] == ["enterprise"] * 3 + ["product"]
    assert [hit.rec_id for hit in found[:3]] == ["n8", "n7", "n6"]
    assert search.keys(full, "product", "鑫源") == ("p",)


def test_an_edit_is_found_by_its_new_words_only(full):
    enterprises.save(full, replace(enterprises.get(full, "e"), name="改名后的公司"))
    assert kinds(full, "改名") == ["enterprise"]
    assert [hit for hit in search.find(full, "鑫源") if hit.rec_id == "e"] == []


def test_what_is_deleted_is_not_found(full):
    nouns.delete(full, Product, ["p"])
    assert kinds(full, "SC111") == []
    assert "product" not in kinds(full, "水饺")


def test_answers_are_found_after_the_next_refresh(store):
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/seen": "压力表指针卡死", "/data/no": "JC2026001"})
    assert search.refresh(store) == 1
    assert kinds(store, "压力表") == ["record"]
    assert kinds(store, "JC2026") == ["record"]
    assert search.refresh(store) == 0
    answers.write(store, begun.record.id, {"/data/seen": "正常"})
    assert search.refresh(store) == 1
    assert kinds(store, "压力表") == []


def test_a_record_is_found_under_its_enterprises_name(store):
    begin(store, "沂水钢管厂")
    search.refresh(store)
    assert kinds(store, "钢管") == ["enterprise", "record"]


def test_findings_and_documents_are_found_at_once(store):
    begun = begin(store)
    findings.save(store, finding_of(begun))
    documents.issue(store, document_of(store, begun))
    assert kinds(store, "灭火器") == ["finding"]
    assert kinds(store, "临市监责改〔2026〕1号") == ["document"]
    assert kinds(store, "临市监责改2026") == ["document"]
    (hit,) = search.find(store, "责令改正")
    assert (hit.subtitle, hit.enterprise_id) == (begun.enterprise.name, begun.enterprise.id)


@pytest.mark.parametrize("odd", ["", "   ", '"', "* OR", "NEAR(", "（）", "-", "'; DROP", "\x00"])
def test_odd_signs_find_nothing_and_break_nothing(full, odd):
    assert [hit for hit in search.find(full, odd) if hit.rec_id == "e"] == []


def test_a_withdrawn_record_can_still_be_found(store):
    begun = begin(store)
    records.set_state(store, begun.record.id, "withdrawn")
    search.refresh(store)
    assert "record" in kinds(store, "监督抽查")
