"""A record handed to another jurisdiction, and a result recognised there: real stores, a real hub."""

from dataclasses import replace

import pytest

from app.services import (
    batches,
    cases,
    custody,
    gone,
    objections,
    preparing,
    receipts,
    records,
    second_recheck,
    service,
    test_reports,
)
from app.services import (
    follow_ups as tasks,
)
from app.services.context import Acting, Office, Who
from app.services.errors import Refused
from db import audit, blobs
from db.duty_rows import Batch, FollowUp, Objection, TermChange, TestReport
from db.journal.ids import new_id
from db.rows import (
    Attachment,
    CaseFile,
    Document,
    Enterprise,
    Finding,
    FormPackage,
    Person,
    Record,
    Sample,
)
from db.store import answers, arrivals, documents, follow_ups, handovers, nouns, packages
from hub import belonging, moving
from hub.authoring import Author
from hub.moving import Move, Unmovable
from hub.seal import Seal
from hub.sql import hubs
from hub.storage import Storage
from tests.hub import kit
from tests.hub.test_round import Laptop, a_code, address, laptop
from tests.store_kit import KEY, begin, document_of, finding_of

__all__ = ["address", "laptop"]
BESIDE = "3714"
WHY = "注册地在德城区"


@pytest.fixture
def beside(tmp_path, address, db, monkeypatch):
    """A laptop of another bureau of the same hub."""
    hubs.add_scope(db, BESIDE, None, "德原市市场监督管理局", kit.NOW)
    made = Laptop(tmp_path, "beside", address)
    with monkeypatch.context() as patch:
        patch.setattr(kit, "SCOPE", BESIDE)
        made.enrol(a_code(db, "wang"))
    yield made
    made.close()


@pytest.fixture
def storage():
    return Storage("memory:///")


@pytest.fixture
def paper(laptop, db, storage):
    """An issued notice with an answer, a finding and a photo, arrived at the hub with its photo."""
    begun = begin(laptop.store)
    answers.write(laptop.store, begun.record.id, {"/data/b": "灭火器过期"})
    nouns.save(laptop.store, finding_of(begun))
    name = blobs.put(laptop.store.folder, KEY, b"a photo")
    nouns.save(laptop.store, Attachment("a", "record", begun.record.id, sha256=name))
    paper = document_of(laptop.store, begun)
    documents.issue(laptop.store, paper)
    laptop.round()
    storage.create(f"sha256/{kit.SCOPE}/{name[:2]}/{name}", b"a photo")
    return begun, paper


def hand(db, storage, paper, **change):
    (hub_id, _epoch) = hubs.hub(db)
    author = Author(hub_id, Seal(bytes(range(32))), "who-admin", kit.NOW)
    way = {"source": kit.SCOPE, "target": BESIDE, "keeps": False, "by": "who-admin", "why": WHY}
    moving.move(db, storage, author, paper.number_text, Move(**(way | change)))


def test_a_record_moves_with_all_that_belongs_to_it_and_vanishes_nowhere(
    laptop, beside, db, storage, paper
):
    begun, notice = paper
    hand(db, storage, notice)
    laptop.round()
    beside.round()
    key = begun.record.id
    assert nouns.get(laptop.reader, Record, key).state == "moved"
    assert [one.state for one in nouns.many(laptop.reader, Finding, "WHERE 1 = ?", (1,))] == [
        "moved"
    ]
    assert nouns.get(laptop.reader, Document, notice.id).number_text == notice.number_text
    there = nouns.get(beside.reader, Record, key)
    assert (there.title, there.state) == (begun.record.title, begun.record.state)
    assert answers.of_record(beside.reader, key) == answers.of_record(laptop.reader, key)
    assert nouns.get(beside.reader, Enterprise, begun.enterprise.id).name == begun.enterprise.name
    assert len(nouns.many(beside.reader, Finding, "WHERE record_id = ?", (key,))) == 1
    kept = nouns.get(beside.reader, Document, notice.id)
    assert (kept.content, kept.number_text) == (notice.content, notice.number_text)
    photo = nouns.get(beside.reader, Attachment, "a").sha256
    assert storage.read(f"sha256/{BESIDE}/{photo[:2]}/{photo}", 0, 7) == b"a photo"
    assert arrivals.held(beside.reader) == arrivals.held(laptop.reader) == ()
    out, came = (handovers.of(one.reader, key) for one in (laptop, beside))
    assert (out.way, came.way, out.recognised) == ("scope_out", "scope_in", False)
    assert (came.source_name, came.why) == ("东原市市场监督管理局", WHY)
    for each in (laptop, beside):
        found = audit.audit(each.store.folder, KEY).breaks
        assert found == ()
    with pytest.raises(Unmovable, match="moved"):
        hand(db, storage, notice)


@pytest.fixture
def matter(laptop, paper):
    """What an open matter has beside its paper: things to be done, an inspector, a sample, a form."""
    begun, _notice = paper
    key, case, unit = begun.record.id, begun.case.id, begun.enterprise.id
    finding = nouns.many(laptop.reader, Finding, "WHERE record_id = ?", (key,))[0]
    who = new_id()
    nouns.save(laptop.store, Person(who, "李检查员", certificate="鲁13-9"))
    nouns.edit(laptop.store, Record, key, inspectors=f'["{who}"]')
    packages.add(laptop.store, FormPackage("f" * 64, "spot-check", "7", "抽查", data=b"form"))
    nouns.save(
        laptop.store,
        FollowUp("do-it", case, unit, "finding", finding.id, "recheck"),
        FollowUp("did-it", case, unit, "finding", finding.id, "filing", state="done"),
        FollowUp("of-case", case, unit, "", "", "tell"),
        TermChange("longer", "follow_up", "do-it", "extension"),
        Sample("s", key, case, "机油", state="sent"),
        TestReport("t", case, unit, key, "s", number="JC-1", verdict="fail", state="final"),
    )
    laptop.round()
    return paper


def due(laptop):
    return {one.id: one.state for one in follow_ups.all_of_case(laptop.reader, case_of(laptop).id)}


def case_of(laptop):
    return nouns.one(laptop.reader, CaseFile, "WHERE 1 = ?", (1,))


def test_what_is_to_be_done_goes_along_and_comes_back(laptop, beside, db, storage, matter):
    begun, notice = matter
    hand(db, storage, notice)
    laptop.round()
    beside.round()
    assert due(laptop) == {"do-it": "moved", "did-it": "done", "of-case": "moved"}
    assert (case_of(laptop).state, case_of(laptop).closed is None) == ("closed", False)
    assert due(beside) == {"do-it": "open", "did-it": "done", "of-case": "open"}
    assert case_of(beside).state == "open"
    assert follow_ups.change(beside.reader, "longer").owner_id == "do-it"
    states = [nouns.get(one.reader, Sample, "s").state for one in (laptop, beside)]
    assert states == ["moved", "sent"]
    hand(db, storage, notice, source=BESIDE, target=kit.SCOPE)
    laptop.round()
    assert due(laptop) == {"do-it": "open", "did-it": "done", "of-case": "open"}
    assert (case_of(laptop).state, case_of(laptop).closed) == ("open", None)
    assert nouns.get(laptop.reader, Record, begun.record.id).state == begun.record.state


def doors(laptop, begun, notice):
    """Every way to go on with what a paper leaves behind, by the code it is refused with."""
    store = laptop.store
    act = Acting(Who("a", "张检查员", "鲁13-1"), Office(), kit.NOW)
    report = test_reports.get(store, "t")
    served = service.Service("at-once", kit.NOW, receiver="周堃")
    return {
        "type": ("paper-moved", lambda: test_reports.save(store, act, report, ())),
        "tell": ("paper-moved", lambda: objections.tell(store, act, "t", act.today)),
        "decide": (
            "paper-moved",
            lambda: objections.decide(store, act, "o", objections.Decision(False, "不成立")),
        ),
        "retest": ("paper-moved", lambda: objections.begin_retest(store, act, "o")),
        "announce": ("paper-moved", lambda: second_recheck.announced(store, act, "t", act.today)),
        "trace": ("paper-moved", lambda: batches.set_made(store, act, "b", "200")),
        "seal": ("sample-moved", lambda: custody.take_back(store, act, "s")),
        "serve": ("paper-moved", lambda: service.serve(store, act, notice.id, served)),
        "receipt": ("paper-moved", lambda: receipts.prepare_receipt(store, act, notice.id)),
        "withdraw": ("paper-moved", lambda: service.withdraw(store, act, notice.id, "写错")),
        "throw": ("paper-moved", lambda: records.withdraw(store, act, begun.record.id, "写错")),
        "settle": ("task-moved", lambda: tasks.settle(store, act, "do-it")),
        "reopen": ("case-moved", lambda: cases.reopen(store, act, begun.case.id, "补一份文书")),
    }


def test_what_went_to_another_bureau_is_only_read_here(laptop, beside, db, storage, matter):
    """Whoever types on would write what nobody at the other bureau ever sees."""
    begun, notice = matter
    nouns.save(
        laptop.store,
        Batch("b", begun.case.id, begun.enterprise.id, report_id="t", product_name="机油"),
        Objection("o", "t", begun.case.id, begun.enterprise.id, state="accepted", sample_id="s"),
        Record("slip", begun.case.id, begun.enterprise.id, "x", "f" * 64, state="withdrawn"),
    )
    assert gone.case_with(laptop.reader, begun.case.id) == ""
    laptop.round()
    hand(db, storage, notice)
    laptop.round()
    beside.round()
    assert case_of(laptop).state == "closed", "what was withdrawn keeps no matter here"
    assert gone.case_with(laptop.reader, begun.case.id) == "德原市市场监督管理局"
    for name, (code, door) in doors(laptop, begun, notice).items():
        with pytest.raises(Refused) as refused:
            door()
        assert (name, refused.value.code) == (name, code)
    nouns.edit(laptop.store, CaseFile, begun.case.id, state="open")  # as a laptop had it meanwhile
    with pytest.raises(Refused, match="case-moved"):
        preparing.open_case(laptop.store, begun.case.id)
    assert gone.case_with(beside.reader, begun.case.id) == "", "there it is theirs"
    act = Acting(Who("w", "王检查员", "鲁14-1"), Office(), kit.NOW)
    assert batches.set_made(beside.store, act, "b", "200").value.made == "200"


def test_who_wrote_it_and_its_form_come_along_and_are_not_used_there(beside, db, storage, matter):
    begun, notice = matter
    hand(db, storage, notice)
    beside.round()
    there = nouns.get(beside.reader, Record, begun.record.id)
    inspector = nouns.get(beside.reader, Person, there.inspectors[0])
    assert (inspector.name, inspector.active) == ("李检查员", False)
    assert packages.get(beside.reader, there.form_hash).data == b"form"
    assert packages.newest(beside.reader, "spot-check") is None, "nobody begins a paper with it"
    assert packages.all_newest(beside.reader) == ()
    packages.add(beside.store, FormPackage("f" * 64, "spot-check", "7", published=kit.NOW))
    assert packages.newest(beside.reader, "spot-check").version == "7"


@pytest.mark.usefixtures("matter")
def test_of_a_matter_that_stays_only_what_hangs_on_the_paper_goes(
    laptop, beside, db, storage, paper
):
    begun, notice = paper
    other = Record("stays", begun.case.id, begun.enterprise.id, "order", "f" * 64)
    nouns.save(laptop.store, other)
    laptop.round()
    hand(db, storage, notice)
    laptop.round()
    beside.round()
    assert due(laptop) == {"do-it": "moved", "did-it": "done", "of-case": "open"}
    assert case_of(laptop).state == "open"
    assert due(beside) == {"do-it": "open", "did-it": "done"}


def test_what_was_written_meanwhile_is_kept_and_waits_for_a_person(
    laptop, beside, db, storage, paper
):
    """The sender had not heard of it: nothing of its own is lost, here or there."""
    begun, notice = paper
    answers.write(laptop.store, begun.record.id, {"/data/b": "又有一具过期"})
    hand(db, storage, notice)
    done = laptop.round()
    assert done.held == 1
    assert answers.of_record(laptop.reader, begun.record.id)["/data/b"] == "又有一具过期"
    assert [one.reason for one in arrivals.held_own(laptop.reader)] == ["scope"]
    beside.round()
    assert answers.of_record(beside.reader, begun.record.id)["/data/b"] == "灭火器过期"


@pytest.mark.usefixtures("matter")
def test_a_result_is_recognised_there_and_stays_where_it_was(laptop, beside, db, storage, paper):
    begun, notice = paper
    hand(db, storage, notice, keeps=True)
    laptop.round()
    beside.round()
    key = begun.record.id
    assert nouns.get(laptop.reader, Record, key).state == begun.record.state
    assert nouns.get(beside.reader, Document, notice.id).number_text == notice.number_text
    told = handovers.of(beside.reader, key)
    assert (told.recognised, told.source_name) == (True, "东原市市场监督管理局")
    answers.write(laptop.store, key, {"/data/b": "补充"})
    assert laptop.round().held == 0
    assert due(beside) == {}, "the work stays where it is"
    assert nouns.get(beside.reader, TestReport, "t").origin == "东原市市场监督管理局"
    assert nouns.get(laptop.reader, TestReport, "t").origin == ""
    assert case_of(beside).state == "closed", "nobody goes on with another bureau's case"
    act = Acting(Who("w", "王检查员", "鲁14-1"), Office(), kit.NOW)
    with pytest.raises(Refused, match="case-moved"):
        cases.reopen(beside.store, act, case_of(beside).id, "补一份文书")
    stand = [nouns.get(one.reader, Sample, "s").state for one in (laptop, beside)]
    assert stand == ["sent", "moved"]
    found = nouns.many(beside.reader, Finding, "WHERE record_id = ?", (key,))
    assert [one.state for one in found] == ["moved"], "it is followed where it was made"
    assert due(laptop) == {"do-it": "open", "did-it": "done", "of-case": "open"}


def test_a_result_recognised_once_more_keeps_the_bureau_that_made_it():
    key = ("test_report", "t")
    assert belonging.counted(key, {}, "甲局", "2026")["origin"] == "甲局"
    assert belonging.counted(key, {"origin": "甲局"}, "乙局", "2026")["origin"] == "甲局"
    assert belonging.stand(key, {})["origin"] == "", "handed over it is our own"


@pytest.mark.parametrize(("change", "code"), [
    ({"target": kit.SCOPE}, "target"), ({"target": "9999"}, "target"), ({}, "files"),
])  # fmt: skip
@pytest.mark.usefixtures("beside")
def test_what_cannot_move_moves_nothing(db, storage, paper, change, code):
    if code == "files":
        db.execute("DELETE FROM blob")
    before = len(kit.feed(db)), len(kit.feed(db, BESIDE))
    with pytest.raises(Unmovable, match=code):
        hand(db, storage, paper[1], **change)
    assert (len(kit.feed(db)), len(kit.feed(db, BESIDE))) == before


def test_a_client_may_not_say_that_something_moved(laptop, db):
    """A forged handover would take a case away from those who work on it."""
    begun = begin(laptop.store)
    from db.duty_rows import Handover

    nouns.save(laptop.store, Handover("h", "record", begun.record.id, way="scope_out"))
    assert laptop.round().held == 1


def test_a_field_of_any_kind_is_no_state_and_stops_nobody_elses_handing_over():
    """A laptop may write a list where a text belongs; the rest of its bureau still hands over."""
    assert not belonging.waits(("sample", "x"), {"state": ["sent"]})
    assert belonging.waits(("sample", "x"), {"state": "sent"})


def test_of_two_papers_of_one_number_the_one_that_stands_is_handed_over(
    laptop, beside, db, storage, paper
):
    """While both stand nobody can tell which is meant, and the wrong record would leave."""
    _begun, first = paper
    other = begin(laptop.store)
    second = replace(document_of(laptop.store, other), number_text=first.number_text)
    documents.issue(laptop.store, second)
    laptop.round()
    with pytest.raises(Unmovable, match="twice"):
        hand(db, storage, first)
    documents.withdraw(laptop.store, first.id, "重号")
    laptop.round()
    hand(db, storage, second)
    laptop.round()
    assert nouns.get(laptop.reader, Record, other.record.id).state == "moved"
    assert nouns.get(laptop.reader, Record, first.record_id).state != "moved"
    beside.round()
    assert nouns.get(beside.reader, Document, second.id) is not None
