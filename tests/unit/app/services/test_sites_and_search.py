"""Finding an enterprise by anything one has in hand, and what its card says."""

from dataclasses import replace

import pytest

from app.services import search, sites
from app.services.scancodes import rescue
from db.rows import Enterprise
from db.store import documents, operations


@pytest.mark.parametrize(
    "text", ["小白羊", "羊童", "91371302MA0DEM013G", "91371302MA0DEM01", "赵𬭚"]
)
def test_an_enterprise_is_found_by_part_of_its_name_or_code(store, text):
    assert "临沂市小白羊童车有限公司" in {one.name for one in sites.find(store, text)}


def test_the_card_shows_identity_equipment_products_findings_and_papers(store, act):
    unit = sites.find(store, "小白羊")[0]
    card = sites.card(store, unit.id, act.today)
    assert card.identity.verified
    assert card.identity.problem is None
    assert 3 <= card.counts.equipment == len(card.equipment)
    assert next(line.days_left for line in card.equipment if "叉车" in line.equipment.name) == 12
    assert "high" in {line.tier for line in card.products}
    assert card.counts.documents == len(card.documents) > 0
    assert card.history[0].at >= card.history[-1].at


def test_a_wrong_code_in_an_old_register_is_shown_not_hidden(store, act):
    """Imported data may be wrong; the card says so."""
    identity = sites.identity("91371302MA0DEM013X")
    assert not identity.verified
    assert identity.problem


def test_creating_tidies_the_code(store):
    """Spaces and small letters are a matter of typing, not of the code."""
    made = sites.create(store, Enterprise("", " 新厂 ", uscc="9144 0300 1922 0382 16")).value
    assert (made.name, made.uscc, made.status) == ("新厂", "914403001922038216", "active")


def test_an_edit_is_undone_by_a_counter_change(store):
    """Both stay in the journal."""
    unit = sites.find(store, "小白羊")[0]
    before = len(operations.history(store, unit.id))
    edited = sites.edit(store, replace(unit, phone="0539-555 0000")).value
    assert edited.after.phone == "0539-555 0000"
    assert unit.phone == sites.undo_edit(store, edited).value.phone
    assert before + 2 == len(operations.history(store, unit.id))


def test_undoing_an_edit_leaves_what_was_written_since(store):
    """A finished paper may have taught the register in between."""
    unit = sites.find(store, "小白羊")[0]
    edited = sites.edit(store, replace(unit, phone="0539-555 0000")).value
    sites.edit(store, replace(edited.after, scale="micro"))
    undone = sites.undo_edit(store, edited).value
    assert (undone.phone, undone.scale) == (unit.phone, "micro")


def test_search_groups_what_it_finds(store):
    kinds = [group.kind for group in search.find(store, "童车")]
    assert kinds[0] == "enterprise"
    assert len(set(kinds)) == len(kinds)
    assert search.find(store, "  ") == ()


@pytest.mark.parametrize(
    ("text", "kind", "rec_type"),
    [
        ("91371302MA0DEM013G", "uscc", "enterprise"),
        ("91371302ma0dem013g", "uscc", "enterprise"),
        ("http://www.gsxt.gov.cn/x?uniscid=91371302MA0DEM013G", "licence", "enterprise"),
        ("统一社会信用代码:91371302MA0DEM013G;名称:某厂", "licence", "enterprise"),
        ("511037087202200001", "equipment", "equipment"),
        ("车11鲁Q00011(23)", "equipment", "equipment"),
        ("6901234567892", "product", ""),
        ("6901234567890", "unknown", ""),
        ("临兰市监责改〔2026〕37号", "document", "document"),
        ("XJ1:nonsense", "document", ""),
        ("随便什么", "unknown", ""),
    ],
)
def test_a_scanned_text_says_what_it_is(store, text, kind, rec_type):
    scan = search.understand(store, text)
    assert (kind, rec_type) == (scan.kind, scan.rec_type)
    assert bool(rec_type) == bool(scan.rec_id)


def test_our_own_code_leads_to_its_document(store, act):
    issued = documents.page(store, limit=1)[0]
    scan = search.understand(store, issued.qr)
    assert ("document", issued.id) == (scan.kind, scan.rec_id)


def test_a_sample_is_known_by_the_code_on_its_seal(store):
    hit = next(group for group in search.find(store, "学生书包") if group.kind == "sample").hits[0]
    number = hit.subtitle
    for text in (number, f"XJS:{number}"):
        scan = search.understand(store, text)
        assert ("sample", hit.rec_id) == (scan.kind, scan.rec_id)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
def test_chinese_without_a_mark_is_read_right(encoding):
    """Food-licence codes are GBK and do not say so."""
    text = "许可证：临沂市小白羊童车有限公司"
    raw = text.encode(encoding)
    assert text == rescue(raw)
    assert text == rescue(raw.decode("latin-1"))


@pytest.mark.parametrize("text", ["café", "ABC-123", "中文", "naïve Über"])
def test_text_that_is_right_is_left_alone(text):
    assert text == rescue(text)


def test_a_rare_character_survives_gb18030():
    assert rescue("赵𬭚".encode("gb18030")) == "赵𬭚"
