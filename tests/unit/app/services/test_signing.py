"""Signing: an empty pad is refused, a change makes it void, a refusal needs its proof."""

import json

import pytest

from app.services import files, findings, review, signing
from app.services.attachments import Photo, add_photo
from app.services.demo_ink import ink_of
from app.services.errors import Refused
from app.services.findings import FindingEdit
from app.services.ink import Ink
from app.services.records import open_record
from app.services.signing import Unsigned
from tests.unit.app.services import kit

EMPTY = Ink("周堃", (), 4.0, b"")
DOT = Ink("周堃", (((1.0, 0.5, 0.02), (1.01, 0.5, 0.02), (1.0, 0.51, 0.02)),), 4.0, b"")


def _slots(store, act, record_id):
    return {one.slot: one for one in signing.slots(store, open_record(store, act, record_id))}


DASH = Ink("周堃", (((1.0, 0.5, 0.02), (1.1, 0.5, 0.02), (1.3, 0.5, 0.02)),), 4.0, b"")


@pytest.mark.parametrize("ink", [EMPTY, DOT, DASH], ids=["nothing", "a dot", "a slip"])
def test_an_empty_signature_is_refused(store, act, ink):
    check = kit.start(store, act)
    with pytest.raises(Refused) as refused:
        signing.sign(store, act, check.record.id, "party", ink)
    assert (refused.value.code, refused.value.facts["slot"]) == ("signature-empty", "party")


def test_the_places_are_those_of_the_form(store, act):
    """Two inspectors with their certificates, the party, a witness who may be missing."""
    check = kit.start(store, act)
    places = _slots(store, act, check.record.id)
    assert list(places) == ["inspector-1", "inspector-2", "party", "witness"]
    assert (
        places["inspector-1"].name,
        places["inspector-1"].certificate,
        places["inspector-1"].required,
    ) == ("张䶮", "37130226001", True)
    assert not places["witness"].required


def test_strokes_picture_time_and_hash_are_kept(store, act):
    """A signature is evidence: what was drawn, when, and over what."""
    check = kit.start(store, act)
    ink = ink_of("周堃")
    kept = signing.sign(store, act, check.record.id, "party", ink).value
    assert ink.strokes == tuple(
        tuple(tuple(point) for point in stroke) for stroke in json.loads(kept.strokes)["strokes"]
    ) or len(ink.strokes) == len(json.loads(kept.strokes)["strokes"])
    assert ink.png == files.kept(store, kept.png_sha)
    assert act.now == kept.at
    now = signing.content_hash(store, open_record(store, act, check.record.id))
    assert now == kept.signed_hash


def test_a_changed_answer_makes_signatures_void(store, act):
    """Nobody's name stands under words written after signing."""
    check = kit.start(store, act)
    signing.sign(store, act, check.record.id, "inspector-1", ink_of("张䶮"))
    assert _slots(store, act, check.record.id)["inspector-1"].current
    kit.answer_by_name(store, act, check.record.id, party_opinion="有意见")
    assert not _slots(store, act, check.record.id)["inspector-1"].current
    looked = review.review(store, act, open_record(store, act, check.record.id))
    assert "signature-outdated" in {lack.code for lack in looked.lacks}
    shown = signing.signers(store, open_record(store, act, check.record.id))
    assert shown[0].state == "waiting"


def test_a_changed_finding_or_photo_makes_signatures_void(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    found = kit.mark_adverse(store, act, check.record.id, "segregation", "混放")
    for change in (
        lambda: findings.update(store, act, found, FindingEdit(seen="另有混放")),
        lambda: add_photo(store, act, ("finding", found), Photo(kit.photo_of("x"), "x.jpg")),
    ):
        signing.sign(store, act, check.record.id, "party", ink_of("周堃"))
        assert _slots(store, act, check.record.id)["party"].current
        change()
        assert not _slots(store, act, check.record.id)["party"].current


def test_changing_back_makes_the_signature_hold_again(store, act):
    """The hash is over the content, so the very same content is what was signed."""
    check = kit.start(store, act)
    kit.answer_by_name(store, act, check.record.id, party_opinion="无")
    signing.sign(store, act, check.record.id, "party", ink_of("周堃"))
    kit.answer_by_name(store, act, check.record.id, party_opinion="有")
    kit.answer_by_name(store, act, check.record.id, party_opinion="无")
    assert _slots(store, act, check.record.id)["party"].current


def test_a_refusal_needs_wording_and_proof(store, act):
    """程序规定 art. 43: note the fact, and record it or call a witness."""
    check = kit.start(store, act)
    record_id = check.record.id
    with pytest.raises(Refused) as bare:
        signing.decline(store, act, record_id, "party", Unsigned("refused", "周堃", ""))
    assert bare.value.code == "reason-missing"
    wording = "当事人拒绝签名。"
    with pytest.raises(Refused) as unproved:
        signing.decline(store, act, record_id, "party", Unsigned("refused", "周堃", wording))
    assert unproved.value.code == "evidence-missing"
    witnessed = Unsigned("refused", "周堃", wording, witness="王保安")
    kept = signing.decline(store, act, record_id, "party", witnessed).value
    assert ("refused", wording) == (kept.state, kept.wording)
    printed = {one.slot: one for one in signing.signers(store, open_record(store, act, record_id))}
    assert ("refused", wording) == (printed["party"].state, printed["party"].wording)


def test_signing_again_replaces(store, act):
    check = kit.start(store, act)
    first = signing.sign(store, act, check.record.id, "party", ink_of("周堃")).value
    second = signing.sign(store, act, check.record.id, "party", ink_of("周堃")).value
    assert first.id != second.id
    assert _slots(store, act, check.record.id)["party"].signature == second


def test_an_unknown_place_is_refused(store, act):
    check = kit.start(store, act)
    with pytest.raises(Refused) as refused:
        signing.sign(store, act, check.record.id, "mayor", ink_of("某某"))
    assert refused.value.code == "slot-unknown"
