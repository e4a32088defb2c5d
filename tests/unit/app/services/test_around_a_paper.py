"""Around a paper: pictures of its pages, its second inspector, the anchor, codes in pictures."""

import datetime as dt

import pytest
from PIL import Image

from app.services import (
    cases,
    clocks,
    codes,
    documents,
    findings,
    issuing,
    matters,
    pages,
    records,
    search,
    service,
    settings,
    team,
)
from app.services.errors import Refused
from app.services.records import open_record
from db import anchor
from db.connection import open_reader, open_store
from db.store import operations
from resources.data import demo_bureau
from tests.unit.app.services import kit


def _reader(store):
    return lambda: open_reader(store.folder, kit.KEY)


def test_a_paper_is_shown_as_pages_before_and_after(store, act):
    """Draft, preview and issued document all come as pictures of their pages."""
    check, record_id = kit.notice_ready(store, act)
    draft = pages.of_record(_reader(store), act, check.record.id)
    assert draft.pictures[0].width == pages.WIDE
    assert len(draft.pictures[0].rgb) == draft.pictures[0].width * draft.pictures[0].height * 3
    assert "party" in {spot.name for spot in draft.spots} or draft.spots
    shown = pages.of_preview(_reader(store), act, record_id)
    assert shown.ready is not None
    issued = documents.issue(store, act, shown.ready).value
    kept = pages.of_document(_reader(store), act, issued.id)
    assert shown.ready.printed.pdf == kept.pdf


def test_a_store_set_back_may_not_use_its_numbers_again(store, act, tmp_path):
    """A restored image would issue the same numbers a second time."""
    import shutil

    _check, record_id = kit.notice_ready(store, act)
    folder, before, note = store.folder, tmp_path / "before", tmp_path / "anchor.json"
    store.close()
    shutil.copytree(folder, before)
    now = open_store(folder, kit.KEY)
    issuing.issue(now, act, documents.preview(now, act, record_id), note)
    issuing.keep_anchor(now, note)
    assert anchor.read(note) is not None
    now.close()
    old = open_store(before, kit.KEY)
    with pytest.raises(Refused) as refused:
        issuing.issue(old, act, documents.preview(old, act, record_id), note)
    assert refused.value.code == "anchor-behind"
    old.close()


def test_the_second_inspector_is_another_one(store, act):
    unit = kit.sites.find(store, "小白羊")[0]
    alone = cases.start(store, act, unit.id, matters.SPOT_CHECK).value.record
    opened = open_record(store, act, alone.id)
    free = team.candidates(store, opened)
    assert act.who.person_id not in {person.id for person in free}
    with pytest.raises(Refused) as refused:
        team.choose_second(store, act, alone.id, act.who.person_id)
    assert refused.value.code == "inspectors-same"
    team.choose_second(store, act, alone.id, free[0].id)
    named = records.inspectors_of(store, open_record(store, act, alone.id))
    assert [act.who.person_id, free[0].id] == [person.id for person in named]
    with pytest.raises(Refused):
        cases.start(store, act, unit.id, matters.SPOT_CHECK, partner_id=act.who.person_id)


def test_a_code_is_read_from_a_picture_file(store, act, tmp_path):
    """A photo of a printed notice is as good as a scanner."""
    _check, record_id = kit.notice_ready(store, act)
    ready = documents.preview(store, act, record_id)
    last = pages.pictures(ready.printed.pdf)[-1]
    path = tmp_path / "page.png"
    Image.frombytes("RGB", (last.width, last.height), last.rgb).save(path)
    assert ready.qr in codes.read_file(str(path))
    with pytest.raises(Refused) as gone:
        codes.read_file(str(tmp_path / "gone.png"))
    assert gone.value.code == "photo-missing"
    path.write_bytes(b"no picture")
    with pytest.raises(Refused) as broken:
        codes.read_file(str(path))
    assert broken.value.code == "photo-unreadable"


def test_the_cases_are_listed_with_what_is_open(store, act):
    check, _record = kit.notice_ready(store, act)
    line = cases.page(store)[0]
    assert (check.case_id, "临沂市小白羊童车有限公司", 2, 2) == (
        line.case.id,
        line.enterprise_name,
        line.papers,
        line.open_findings,
    )
    with pytest.raises(Refused) as refused:
        cases.close(store, act, check.case_id)
    assert (
        refused.value.code,
        refused.value.facts["drafts"],
        refused.value.facts["findings"],
    ) == ("case-unfinished", 2, 2)


def test_an_offer_names_law_penalty_and_date(store, act):
    """What the library proposes before the inspector changes it."""
    check = kit.start(store, act)
    kit.answer_by_name(store, act, check.record.id, label_complete="no")
    seed = open_record(store, act, check.record.id).session.findings()[0]
    offered = findings.offer(store, seed, act.today)
    assert offered.law is not None
    assert offered.law.article == "第二十七条"
    assert offered.penalty is not None
    assert offered.deadline is not None
    assert dt.date(2026, 10, 8) == offered.deadline.due


def test_clocks_for_a_notice_leave_hours_out(store):
    found = clocks.for_paper(store, "rectification-notice")
    assert "rectify-deadline" in {one.id for one in found}
    assert "hour" not in {one.unit for one in found}
    with pytest.raises(Refused):
        clocks.explain(store, "preservation-24h", dt.date(2026, 9, 16))


def test_copies_printed_stay_in_the_journal(store, act):
    _check, record_id = kit.notice_ready(store, act)
    issued = documents.issue(store, act, documents.preview(store, act, record_id)).value
    service.reprinted(store, act, issued.id, 3)
    newest = operations.history(store, issued.id)[0].operation
    assert newest.fields["printed"][0] == 3


def test_new_answers_are_found_after_the_idle_refresh(store, act):
    check = kit.start(store, act)
    kit.answer_by_name(store, act, check.record.id, place="罕见的螺栓间")
    search.refresh(store)
    found = {hit.rec_id for group in search.find(store, "螺栓间") for hit in group.hits}
    assert check.record.id in found
    assert check.record.id in {record.id for record in records.drafts(store)}


def test_blocks_of_a_year_are_listed(store):
    listed = {block.series for block in settings.blocks(store, 2026)}
    assert listed == {block.series for block in demo_bureau().blocks}
    assert len(listed) > 10, "every kind of document has its series"
