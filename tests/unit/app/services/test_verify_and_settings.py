"""What a printed code proves; who sits at the keyboard; how many numbers are left."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    campaigns,
    devices,
    documents,
    health,
    packages,
    review,
    service,
    settings,
    verify,
)
from app.services.context import DeviceSeal, Office, number_text
from app.services.errors import Refused
from app.services.lists import StoreLists
from app.services.records import open_record
from db.connection import create_store
from db.rows import Document, Person
from db.store import documents as kept
from db.store import findings, nouns, people
from forms.paper.proof import Proof, encode
from tests.unit.app.services import kit


def _issued(store, act) -> Document:
    _check, record_id = kit.notice_ready(store, act)
    return documents.issue(store, act, documents.preview(store, act, record_id)).value


def test_a_forged_code_is_told(store, act):
    """One letter changed, or signed by somebody else's key."""
    issued = _issued(store, act)
    swapped = issued.qr[:-1] + ("0" if issued.qr[-1] != "0" else "1")
    assert verify.verify(store, swapped).code in {"forged", "not-ours"}
    thief = DeviceSeal(bytes(32))
    proof = Proof(issued.id, act.seal.key_id, act.today, 38, bytes(10))
    assert verify.verify(store, encode(proof, thief.sign)).code == "forged"
    stranger = replace(proof, key_id=thief.key_id)
    assert verify.verify(store, encode(stranger, thief.sign)).code == "unknown-key"
    assert verify.verify(store, "http://example.org").code == "not-ours"


def test_a_known_devices_code_of_a_document_not_here_says_so(store, act):
    proof = Proof("01a1f8fc-42be-7000-9505-136207d4c5b3", act.seal.key_id, act.today, 99, bytes(10))
    verdict = verify.verify(store, encode(proof, act.seal.sign))
    assert (verdict.code, verdict.device) == ("unknown-document", "07")


def test_a_withdrawn_notice_is_told_and_its_findings_are_open_again(store, act):
    """The number stays used, with its reason."""
    issued = _issued(store, act)
    with pytest.raises(Refused):
        service.withdraw(store, act, issued.id, "")
    service.withdraw(store, act, issued.id, "当事人名称有误")
    assert verify.verify(store, issued.qr).code == "withdrawn"
    ordered = findings.page(store, documents.orders_of(issued))
    assert {"open"} == {one.state for one in ordered}
    assert settings.numbers_left(store, "责改", 2026).next == 39


def test_content_that_was_touched_is_told(store, act):
    """The code on paper is over the content as issued."""
    issued = _issued(store, act)
    with store.atomic():
        store.run("UPDATE document SET content = content || ' ' WHERE id = ?", (issued.id,))
    assert verify.verify(store, issued.qr).code == "content-differs"


def test_a_spoiled_number_is_accounted_for(store, act):
    with pytest.raises(Refused):
        service.void_number(store, act, ("责改", 2026, 40), "卡纸")
    service.void_number(store, act, ("责改", 2026, 38), "卡纸")
    assert settings.numbers_left(store, "责改", 2026).next == 39
    assert health.look(store, store.folder, act.now).gaps == ()


def test_the_number_reads_as_the_standard_wants():
    """GB/T 9704: six-sided brackets, no 第, no leading zeros; the bureau's template goes first."""
    form = {"series": "责改", "number_pattern": "{short}市监责改〔{year}〕{n}号"}
    assert number_text(Office(short="临兰"), form, 2026, 7) == "临兰市监责改〔2026〕7号"
    own = Office(short="临兰", series={"责改": "({short})责改字〔{year}〕第{n}号"})
    assert number_text(own, form, 2026, 7) == "(临兰)责改字〔2026〕第7号"
    assert number_text(own, {"series": "协查"}, 2026, 1) == "临兰市监协查〔2026〕1号"


def test_who_is_inactive_cannot_sign_in(store):
    gone = next(one for one in people.inspectors(store, active_only=False) if not one.active)
    with pytest.raises(Refused) as refused:
        settings.sign_in(store, gone.id)
    assert refused.value.code == "person-inactive"


def test_review_sees_an_expired_certificate_and_one_inspector_alone(store, act):
    """行政处罚法 art. 42: two officers, both with valid certificates."""
    check = kit.start(store, act)
    person = people.get(store, act.who.person_id)
    yesterday = act.today - dt.timedelta(days=1)
    settings.write_inspector(store, replace(person, certificate_expires=yesterday))
    kit.answer_by_name(store, act, check.record.id, inspector_2=act.who.person_id)
    looked = review.review(store, act, open_record(store, act, check.record.id), signatures=False)
    codes = {lack.code: lack for lack in looked.lacks}
    assert yesterday == codes["certificate-expired"].facts["expired"]
    assert codes["inspectors-too-few"].blocking


def test_the_clock_in_doubt_warns_and_does_not_block(store, act):
    check = kit.start(store, act)
    opened = open_record(store, act, check.record.id)
    looked = review.review(store, act, opened, clock_doubt=True, signatures=False)
    assert [lack.blocking for lack in looked.lacks if lack.code == "clock-doubt"] == [False]


def test_an_empty_store_begins_with_laws_forms_and_one_inspector(tmp_path):
    """The other first start: no demonstration, the bureau's own words."""
    store = create_store(tmp_path / "store", kit.KEY, ballast_bytes=0)
    assert settings.is_first_start(store)
    office = Office("某局", "某", "371302", "某区人民政府", "某区人民法院")
    who = settings.start_empty(store, office, Person("", "张三", certificate="370001")).value
    assert ("张三", who) == (who.name, settings.current(store))
    assert office == settings.read_office(store)
    forms = {line.form_id: line.kind for line in packages.available(store)}
    assert forms["rectification-notice"] == "document"
    assert forms["spot-check"] == "record"
    with pytest.raises(Refused) as refused:
        settings.start_empty(store, office, Person("", "李四", certificate="370002"))
    assert refused.value.code == "store-not-empty"
    assert packages.refresh(store).value == ()
    store.close()


def test_a_form_nobody_published_is_refused(store):
    with pytest.raises(Refused):
        packages.newest(store, "no-such-form")
    with pytest.raises(Refused):
        packages.by_hash(store, "0" * 64)


def test_registers_answer_a_forms_lists_from_their_indexes(store, act):
    lists = StoreLists(store)
    found = lists.search("enterprises", "小白羊", {}, 5)
    assert found[0]["label"] == "临沂市小白羊童车有限公司"
    row = lists.row("enterprises", found[0]["name"])
    assert row is not None
    assert row["scale"] == "small"
    made = lists.rows("products", {"enterprise_id": row["name"]}, 10)
    assert {"儿童三轮车"} <= {one["label"] for one in made}
    assert len(lists.search("products", "三轮", {"enterprise_id": row["name"]}, 10)) == 1
    assert tuple(lists.rows("products", {}, 10)) == ()
    assert len(lists.rows("inspectors", {}, 10)) >= 2
    other = lists.search("enterprises", "木耳朵", {}, 1)[0]["name"]
    stranger = {"enterprise_id": other, "name": made[0]["name"]}
    assert tuple(lists.rows("products", stranger, 10)) == ()
    by_code = lists.rows("enterprises", {"uscc": "91371302MA0DEM013G"}, 3)
    assert [row["name"]] == [one["name"] for one in by_code]
    assert (
        lists.row("laws", "product-quality-law:27")["label"]
        == "《中华人民共和国产品质量法》第二十七条"
    )
    assert () == tuple(lists.rows("nonsense", {}, 3)) == tuple(lists.search("nonsense", "x", {}, 3))
    assert lists.row("nonsense", "x") is None
    assert len(lists.search("enterprises", " ", {}, 3)) == 3


def test_a_campaign_runs_between_its_days(store, act):
    running = campaigns.running(store, act.today)
    assert running is not None
    assert campaigns.running(store, running.end + dt.timedelta(days=1)) is None
    assert campaigns.name_of(store, "word") == "word"


def test_a_device_is_enrolled_once(store, act):
    before = nouns.get(store, Person, act.who.person_id)
    devices.enrol(store, act.seal, "07")
    assert len(devices.known_devices(store)) == 1
    assert before is not None


def test_the_list_of_documents_names_paper_and_party(store):
    line = documents.page(store, limit=1)[0]
    assert line.title
    assert line.enterprise
    assert kept.get(store, line.document.id) == line.document


def test_health_tells_room_copies_and_operations(store, act):
    figures = health.look(store, store.folder, act.now)
    assert figures.operations > 1000
    assert figures.backup is None
    assert figures.backup_old
