"""Moving a draft to a newer version of its form, and taking it back whole."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services import links, moving, records
from app.services.context import Acting, Office, Who
from app.services.errors import Refused
from db.journal.ids import new_id
from db.rows import Finding
from db.store import answers, findings, operations
from db.store import records as kept
from tests.store_kit import START, make_store
from tests.unit.app.services import versions

OLD, NEW = versions.old(), versions.new()
ANSWERS = {
    "/data/basic/mark": "ok",
    "/data/basic/gone": "旧答",
    "/data/basic/lot": "120",
    "/data/rows{0000000a}": "1",
    "/data/rows{0000000a}/seal": "A",
    "/data/rows{0000000a}/seen": "ok na",
}


@pytest.fixture
def act():
    return Acting(Who("p", "李喆", ""), Office(), START)


@pytest.fixture(scope="module")
def one_store(tmp_path_factory):
    store = make_store(tmp_path_factory.mktemp("moving"))
    versions.keep(store, OLD)
    versions.keep(store, NEW, day=1)
    yield store
    store.close()


@pytest.fixture
def store(one_store):
    return one_store


def draft(store, said=ANSWERS):
    return versions.begun_with(store, OLD, said)


def finding_at(store, record, path):
    row = Finding(new_id(), record.id, record.case_id, record.enterprise_id, path=path, seen="见")
    findings.save(store, row)
    return row


def test_a_draft_knows_of_a_newer_version_and_a_finished_paper_does_not(store):
    record = draft(store)
    found = moving.newer(store, record)
    assert (found.hash, found.version, found.version_now) == (NEW.hash, "2", "1")
    kept.finish(store, record.id, START)
    assert moving.newer(store, records.get(store, record.id)) is None
    assert moving.newer(store, versions.begun_with(store, NEW, {})) is None


def test_looking_changes_nothing_and_tells_everything(store, act):
    record = draft(store)
    before = operations.count(store)
    seen = moving.look(store, act, record.id, NEW.hash)
    assert (seen.version_from, seen.version_to) == ("1", "2")
    assert [line.label for line in seen.preview.dropped] == ["旧题", "所见"]
    assert [line.label for line in seen.preview.asked] == ["新题", "位置"]
    assert [line.label for line in seen.preview.wrong] == ["批量"]
    assert operations.count(store) == before


def test_the_move_is_one_transaction_with_hash_answers_and_progress(store, act):
    record = draft(store)
    result = moving.move(store, act, record.id, NEW.hash)
    opened = records.open_record(store, act, record.id)
    assert opened.record.form_hash == NEW.hash
    assert opened.session.node("/data/other/mark").shown == "通过"
    stored = answers.of_record(store, record.id)
    assert stored["/data/rows{0000000a}/place"] == "车间"
    assert "/data/basic/gone" not in stored
    assert opened.record.asked == 6
    events = operations.history(store, record.id)
    assert len({event.operation.txn for event in events[:2]}) == 1
    assert {event.operation.user for event in events[:2]} == {act.who.person_id}
    assert result.changes.kinds == {"record", "answer"}


def test_the_dropped_answer_stays_in_the_journal(store, act):
    record = draft(store)
    moving.move(store, act, record.id, NEW.hash)
    written = [event.operation.fields for event in operations.history(store, record.id)]
    assert any(fields.get("/data/basic/gone", ("",))[0] == "旧答" for fields in written)


def test_links_beside_the_answers_stay_as_they_are(store, act):
    record = draft(store)
    links.link(store, record, ["f1"])
    moved = moving.move(store, act, record.id, NEW.hash).value
    links.link(store, record, ["f1", "f2"])
    moving.undo(store, act, moved)
    assert answers.of_record(store, record.id) == {**ANSWERS, links.PATH: "f1 f2"}


def test_a_finding_follows_its_question_and_comes_back_with_it(store, act):
    new = versions.package_of("3", versions.OLD.replace("| basic |", "| other |"))
    versions.keep(store, new, day=-1)
    record = draft(store, {"/data/basic/mark": "no"})
    row = finding_at(store, record, "/data/basic/mark")
    moved = moving.move(store, act, record.id, new.hash).value
    assert findings.get(store, row.id).path == "/data/other/mark"
    moving.undo(store, act, moved)
    assert findings.get(store, row.id) == row


def test_a_finding_whose_question_is_gone_is_let_go_and_undo_brings_it_back(store, act):
    record = draft(store)
    row = finding_at(store, record, "/data/basic/gone")
    assert moving.look(store, act, record.id, NEW.hash).findings == (row,)
    result = moving.move(store, act, record.id, NEW.hash)
    assert findings.get(store, row.id).state == "withdrawn"
    assert row.id in result.changes.ids
    moving.undo(store, act, result.value)
    assert findings.get(store, row.id) == row


def test_undo_restores_the_progress_too(store, act):
    record = draft(store)
    kept.set_progress(store, record.id, 3, 9)
    moved = moving.move(store, act, record.id, NEW.hash).value
    back = moving.undo(store, act, moved).value
    assert (back.answered, back.asked, back.form_hash) == (3, 9, OLD.hash)


@pytest.mark.parametrize("state", ["finished", "issued", "withdrawn"])
def test_only_a_draft_moves(store, act, state):
    record = draft(store)
    moved = moving.move(store, act, record.id, NEW.hash).value
    kept.set_state(store, record.id, state)
    before = operations.count(store)
    for attempt in (
        lambda: moving.look(store, act, record.id, OLD.hash),
        lambda: moving.move(store, act, record.id, OLD.hash),
        lambda: moving.undo(store, act, moved),
    ):
        with pytest.raises(Refused, match="record-closed"):
            attempt()
    assert operations.count(store) == before


def test_a_package_of_another_form_or_of_none_is_refused(store, act):
    record = draft(store)
    other = versions.package_of("9", "|  | text | q | 问 | Q | | | | | |")
    object.__setattr__(other, "id", "other")
    versions.keep(store, other)
    for package_hash in (other.hash, "0" * 64):
        with pytest.raises(Refused, match="form-unknown"):
            moving.move(store, act, record.id, package_hash)


def test_a_move_that_was_followed_by_another_cannot_be_undone_first(store, act):
    record = draft(store)
    first = moving.move(store, act, record.id, NEW.hash).value
    second = moving.move(store, act, record.id, OLD.hash).value
    with pytest.raises(Refused, match="version-moved-on"):
        moving.undo(store, act, first)
    moving.undo(store, act, second)
    moving.undo(store, act, first)
    assert answers.of_record(store, record.id) == ANSWERS


def test_to_the_version_it_is_on_nothing_is_written(store, act):
    record = draft(store)
    before = operations.count(store)
    result = moving.move(store, act, record.id, OLD.hash)
    assert not result.changes
    assert not moving.undo(store, act, result.value).changes
    assert operations.count(store) == before
    assert answers.of_record(store, record.id) == ANSWERS


def test_a_write_that_fails_leaves_everything_as_it_was(store, act, monkeypatch):
    record = draft(store)
    monkeypatch.setattr(moving.stored, "set_progress", lambda *_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        moving.move(store, act, record.id, NEW.hash)
    assert records.get(store, record.id) == record
    assert answers.of_record(store, record.id) == ANSWERS


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=8
)
SAID = st.dictionaries(
    st.sampled_from(["mark", "gone", "why", "lot", "double"]).map("/data/basic/{}".format)
    | st.sampled_from(["/links/findings", "/data/meta/instanceID"]),
    TEXT | st.sampled_from(["ok", "no", "na", "ok no", "5", "500"]),
)
ROWS = st.dictionaries(
    st.text("0123456789abcdef", min_size=8, max_size=8),
    st.fixed_dictionaries({}, optional={"seal": TEXT, "seen": st.sampled_from(["ok", "na no"])}),
    max_size=3,
)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(SAID, ROWS)
def test_moved_and_taken_back_is_as_if_nothing_had_been(store, act, said, rows):
    """Whatever was answered, sound or not: the same answers, the same package."""
    wanted = dict(said)
    for number, (key, cells) in enumerate(rows.items(), 1):
        row = f"/data/rows{{{key}}}"
        wanted[row] = str(number)
        wanted |= {f"{row}/{name}": value for name, value in cells.items()}
    record = draft(store, wanted)
    moved = moving.move(store, act, record.id, NEW.hash).value
    assert records.get(store, record.id).form_hash == NEW.hash
    moving.undo(store, act, moved)
    assert answers.of_record(store, record.id) == wanted
    assert records.get(store, record.id).form_hash == OLD.hash
