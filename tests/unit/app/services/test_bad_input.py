"""Bad input: each gives one code with its facts, and nothing is lost."""

import datetime as dt
import os

import pytest

from app.services import attachments, sampling_plan, service, settings, sites
from app.services.attachments import PHOTO_LIMIT, Photo
from app.services.context import Office
from app.services.errors import CODES, Refused
from app.services.sampling_plan import Lot, Wanted
from app.services.service import Service
from db.errors import BugError
from db.rows import Enterprise, Person
from db.store import attachments as kept
from db.store import enterprises
from tests.unit.app.services import kit

TODAY = dt.date(2026, 9, 16)


def _code(call) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.code, dict(refused.value.facts)


def test_a_wrong_check_digit_is_refused_with_its_reason(store):
    code, facts = _code(
        lambda: sites.create(store, Enterprise("", "某厂", uscc="91371302MA0DEM013X"))
    )
    assert code == "uscc-wrong"
    assert facts["text"] == "91371302MA0DEM013X"
    assert facts["problem"]


def test_a_code_that_is_taken_names_its_owner(store):
    code, facts = _code(
        lambda: sites.create(store, Enterprise("", "某厂", uscc="91371302MA0DEM013G"))
    )
    assert (code, facts["name"]) == ("uscc-taken", "临沂市小白羊童车有限公司")


def test_an_enterprise_needs_a_name(store):
    assert _code(lambda: sites.create(store, Enterprise("", " ")))[0] == "name-missing"


def test_a_future_sampling_date_is_refused():
    lot = Lot("三轮车", "20260318", 120, TODAY + dt.timedelta(days=1))
    code, facts = _code(lambda: sampling_plan.propose(lot, Wanted(test=2), TODAY))
    assert (code, facts["today"]) == ("sample-date-future", TODAY)


@pytest.mark.parametrize(
    ("size", "wanted", "code"),
    [
        (2, Wanted(test=2, spare=1), "sample-exceeds-lot"),
        (0, Wanted(test=2), "lot-missing"),
        (120, Wanted(test=0), "sample-none"),
        (10, Wanted(test=2, spare=1, minimum=50), "lot-below-base"),
        (10**7, Wanted(test=2), "lot-too-large"),
        (120, Wanted(level="IV"), "plan-unknown"),
        (120, Wanted(aql="eleven"), "plan-unknown"),
        (3, Wanted(spare=3), "sample-exceeds-lot"),
    ],
)
def test_a_plan_that_does_not_fit_the_lot_is_refused(size, wanted, code):
    lot = Lot("三轮车", "20260318", size, TODAY)
    assert code == _code(lambda: sampling_plan.propose(lot, wanted, TODAY))[0]


def test_a_three_gigabyte_photo_is_refused_before_it_is_read(store, act, tmp_path):
    """Its size is looked at, never its bytes."""
    check = kit.start(store, act)
    path = tmp_path / "big.jpg"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 3 * 2**30)
    photo = Photo(path)
    owner = ("record", check.record.id)
    code, facts = _code(lambda: attachments.add_photo(store, act, owner, photo))
    assert (
        code,
        facts["size"],
        facts["limit"],
        facts["name"],
    ) == ("photo-too-large", 3 * 2**30, PHOTO_LIMIT, "big.jpg")
    assert kept.of_owner(store, *owner) == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 not a picture", "photo-unknown-kind"),
        (b"", "photo-unknown-kind"),
        (b"\xff\xd8\xff\xe0 broken", "photo-unreadable"),
        (b"\x89PNG\r\n\x1a\n broken", "photo-unreadable"),
    ],
)
def test_what_is_no_picture_is_refused(store, act, data, code):
    check = kit.start(store, act)
    photo = Photo(data, "x.jpg")
    owner = ("record", check.record.id)
    assert code == _code(lambda: attachments.add_photo(store, act, owner, photo))[0]


def test_a_photo_that_is_gone_is_refused(store, act, tmp_path):
    check = kit.start(store, act)
    owner = ("record", check.record.id)
    photo = Photo(tmp_path / "gone.jpg")
    assert _code(lambda: attachments.add_photo(store, act, owner, photo))[0] == "photo-missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe by name is a thing of POSIX")
def test_a_pipe_or_a_folder_is_no_photo_and_is_never_read(store, act, tmp_path):
    check = kit.start(store, act)
    owner = ("record", check.record.id)
    os.mkfifo(tmp_path / "pipe.jpg")
    for path in (tmp_path / "pipe.jpg", tmp_path):
        photo = Photo(path)
        assert (
            _code(lambda photo=photo: attachments.add_photo(store, act, owner, photo))[0]
            == "photo-missing"
        )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("临沂\u202e市小白羊\u202c厂", "临沂市小白羊厂"),
        ("临沂\n市\t小白羊\u2028厂", "临沂 市 小白羊 厂"),
        ("\ufeff小白羊\0\x07厂\u200b", "小白羊厂"),
        ("小白\ud800羊厂", "小白羊厂"),
        ("<b>小白羊</b>&厂", "<b>小白羊</b>&厂"),
        ("䶮㛃𬭚\U000e0100厂", "䶮㛃𬭚\U000e0100厂"),
    ],
)
def test_signs_no_licence_has_are_left_out_of_what_the_register_says(store, typed, kept):
    made = sites.create(store, Enterprise("", typed, address=typed)).value
    assert (made.name, made.address) == (kept, kept)


def test_a_name_of_invisible_signs_is_no_name(store):
    assert (
        _code(lambda: sites.create(store, Enterprise("", "\u200b\u3000\u202e")))[0]
        == "name-missing"
    )


def test_service_needs_its_proof(store, act, tmp_path):
    """程序规定 art. 82: left at the place needs a witness or a picture."""
    from app.services import documents

    _check, record_id = kit.notice_ready(store, act)
    issued = documents.issue(store, act, documents.preview(store, act, record_id)).value
    for wrong, code in (
        (Service("pigeon", act.now), "setting-wrong"),
        (Service("at-once", act.now), "receiver-missing"),
        (Service("left", act.now), "service-proof-missing"),
        (Service("post", act.now), "service-proof-missing"),
        (Service("electronic", act.now), "service-proof-missing"),
    ):
        assert code == _code(lambda wrong=wrong: service.serve(store, act, issued.id, wrong))[0]
    done = service.serve(store, act, issued.id, Service("left", act.now, witness="王保安")).value
    assert (done.state, service.service_of(done).witness) == ("served", "王保安")


@pytest.mark.parametrize("days", [-1, 1])
def test_nothing_is_served_before_it_was_issued_or_after_today(store, act, days):
    """Every period that begins with the service would begin on a day that cannot be."""
    from app.services import documents

    _check, record_id = kit.notice_ready(store, act)
    issued = documents.issue(store, act, documents.preview(store, act, record_id)).value
    told = Service("at-once", act.now + dt.timedelta(days=days), receiver="周堃")
    code, facts = _code(lambda: service.serve(store, act, issued.id, told))
    assert (code, facts["issued"]) == ("service-day-wrong", act.today)
    assert documents.get(store, issued.id).state == "issued"


def test_settings_without_which_no_document_is_right_are_refused(store):
    office = settings.read_office(store)
    for name in ("bureau", "short", "government", "court"):
        broken = Office(
            **{field: getattr(office, field) for field in office.__slots__} | {name: ""}
        )
        assert (
            _code(lambda broken=broken: settings.write_office(store, broken))[0] == "setting-wrong"
        )
    for template in (
        *("{short}市监", "{n}{year}{nonsense}", "{n}{year}{"),
        *("{n}{year}{n.real}", "{n}{year}{n:0999999999}", "{n}{year}{short!r}", "{n}{year}{}"),
    ):
        broken = Office("局", "短", "", "府", "院", series={"责改": template})
        assert (
            _code(lambda broken=broken: settings.write_office(store, broken))[0] == "setting-wrong"
        )


def test_an_inspector_needs_a_certificate(store):
    assert (
        _code(lambda: settings.write_inspector(store, Person("", "新人")))[0]
        == "certificate-missing"
    )


def test_a_block_that_overlaps_is_refused(store):
    for lo, hi in ((50, 60), (10, 5), (0, 3)):
        assert (
            _code(lambda lo=lo, hi=hi: settings.add_block(store, "责改", 2026, lo, hi))[0]
            == "number-block-wrong"
        )
    assert settings.add_block(store, "责改", 2026, 55, 60).value.hi == 60


def test_refusals_carry_exactly_the_facts_their_sentence_needs():
    """A sentence with a hole is a bug of ours, found at once."""
    with pytest.raises(BugError):
        Refused("no-such-code")
    with pytest.raises(BugError):
        Refused("uscc-wrong", text="x")
    for code, facts in CODES.items():
        assert code == Refused(code, **dict.fromkeys(facts, "")).code


def test_nothing_is_written_by_a_refused_edit(store):
    unit = sites.find(store, "小白羊")[0]
    from dataclasses import replace

    assert _code(lambda: sites.edit(store, replace(unit, uscc="1" * 18)))[0] == "uscc-wrong"
    assert unit == enterprises.get(store, unit.id)
