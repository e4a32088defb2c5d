"""Putting a version into use: free where drafts can go on, with a second person where they cannot."""

import datetime as dt
import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from app.services import packages, publishing
from app.services.context import Acting, Office, Who
from app.services.errors import Refused
from app.services.publishing import Confirmation
from db import mending
from db.store import operations, people
from db.store import packages as stored
from forms.approval import Approval
from forms.package import Package, PackageError
from forms.publish import publish
from tests.store_kit import KEY, START, make_store, open_store
from tests.unit.app.services import versions
from tests.unit.forms.publishing import two_versions, workbooks


@pytest.fixture
def store(tmp_path):
    """A bureau of two sworn inspectors that uses the first version of a form."""
    store = make_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def act(store):
    return Acting(Who(versions.inspector(store, "李喆"), "李喆", "鲁1"), Office(), START)


@pytest.fixture
def second(store):
    person = people.get(store, versions.inspector(store, "周堃"))
    people.save(store, replace(person, certificate="鲁0702"))
    return person.id


@pytest.fixture
def first(store, act):
    package = two_versions.first()
    publishing.publish_new_version(store, act, package)
    return package


def typed_anew():
    """A second version in which a whole number has become text."""
    return two_versions.second(
        survey=workbooks.with_cell("survey", 4, "type", "decimal"), tests=None
    )


def refused(store, act, package, confirmation=None):
    before = operations.count(store)
    with pytest.raises(Refused) as caught:
        publishing.publish_new_version(store, act, package, confirmation)
    assert operations.count(store) == before
    return caught.value


def test_a_first_version_needs_nobody_else(store, act):
    package = two_versions.first()
    done = publishing.publish_new_version(store, act, package)
    assert (done.value.form_id, done.value.hash) == ("small", package.hash)
    assert packages.newest(store, "small").approval is None


def test_a_harmless_version_needs_nobody_else(store, act, first):
    label = workbooks.with_cell("survey", 3, "label::中文 (zh)", "名称")
    new = two_versions.second(survey=label)
    publishing.publish_new_version(store, act, new)
    assert packages.newest(store, "small").version == "2"


def test_the_version_in_use_again_changes_nothing(store, act, first):
    before = operations.count(store)
    assert not publishing.publish_new_version(store, act, first).changes
    assert operations.count(store) == before


def test_another_form_under_the_version_in_use_is_refused(store, act, first):
    label = workbooks.with_cell("survey", 3, "label::中文 (zh)", "名称")
    changed = publish(workbooks.markdown(survey=label), "a.md")
    error = refused(store, act, changed)
    assert (error.code, error.facts["newest"]) == ("version-not-newer", "1")


def test_a_breaking_version_needs_the_word_of_a_second_person(store, act, first, second):
    new = typed_anew()
    assert refused(store, act, new).code == "approval-missing"
    said = Confirmation(second, " 批量要写到小数 ")
    publishing.publish_new_version(store, act, new, said)
    kept = packages.newest(store, "small").approval
    assert (kept.previous, kept.confirmed, kept.certificate, kept.reason) == (
        *(first.hash, "周堃", "鲁0702", "批量要写到小数"),
    )
    assert (kept.publisher_id, kept.publisher) == (act.who.person_id, "李喆")
    assert (dt.datetime.fromisoformat(kept.at), kept.at[-6:]) == (
        *(START.replace(microsecond=0), "+08:00"),
    )
    assert ["类型从" in line for line in kept.changes] == [True]


def test_the_word_travels_in_the_package_and_so_in_the_journal(store, act, first, second):
    new = typed_anew()
    done = publishing.publish_new_version(store, act, new, Confirmation(second, "理由"))
    kept = packages.by_hash(store, done.value.hash)
    again = Package.from_bytes(kept.to_bytes())
    assert again.approval == kept.approval
    assert again.hash == done.value.hash != new.hash
    with zipfile.ZipFile(BytesIO(kept.to_bytes())) as archive:
        assert json.loads(archive.read("approval.json"))["confirmed"] == "周堃"
    assert "approval.json" in kept.manifest
    assert "approval.json" not in first.manifest
    assert not publishing.publish_new_version(store, act, new).changes


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"certificate": ""}, "certificate-missing"),
        ({"active": False}, "person-inactive"),
        ({"enterprise_id": "e"}, "not-found"),
    ],
)
def test_the_second_person_must_be_sworn_and_on_duty(store, act, second, change, code):
    people.save(store, replace(people.get(store, second), **change))
    assert refused(store, act, typed_anew(), Confirmation(second, "理由")).code == code


def test_the_second_person_is_another_and_gives_a_reason(store, act, first, second):
    own = Confirmation(act.who.person_id, "理由")
    assert refused(store, act, typed_anew(), own).code == "approval-same-person"
    assert refused(store, act, typed_anew(), Confirmation(second, "  ")).code == "reason-missing"
    assert refused(store, act, typed_anew(), Confirmation("nobody", "理由")).code == "not-found"


def test_the_same_inspector_entered_twice_is_no_second_person(store, act, first):
    """One certificate is one sworn person, whatever the name says."""
    again = people.get(store, versions.inspector(store, "李 喆"))
    people.save(store, replace(again, certificate=f" {act.who.certificate} "))
    assert again.id not in [one.id for one in publishing.confirmers(store, act)]
    own = Confirmation(again.id, "急用")
    assert refused(store, act, typed_anew(), own).code == "approval-same-person"


def test_the_word_outlives_a_ruined_store(store, act, first, second):
    """It stands in the journal: what ``restore`` builds from nothing else still has it."""
    new = publishing.publish_new_version(store, act, typed_anew(), Confirmation(second, "理由"))
    folder = store.folder
    store.close()
    (folder / "store.db").write_bytes(b"no database")
    mending.restore(folder, KEY)
    again = open_store(folder, KEY)
    try:
        row = stored.newest(again, "small")
    finally:
        again.close()
    assert row.hash == new.value.hash
    said = Package.from_bytes(row.data).approval
    assert (said.confirmed, said.reason) == ("周堃", "理由")


def test_those_who_may_confirm_are_the_sworn_others(store, act, second):
    versions.inspector(store, "未发证")
    assert [one.name for one in publishing.confirmers(store, act)] == ["周堃"]


def gone(renamed):
    """A version without the seal, with rows in the sheet of renames."""
    survey = tuple(
        ("text", "code", "编码", "Code") if row[:2] == ("text", "seal") else row
        for row in workbooks.SHEETS["survey"]
    )
    page = workbooks.with_row("print", 5, "table", "rows: 编码 = ${code}")
    return two_versions.second(survey=survey, print=page, renamed=renamed)


def test_a_name_that_is_gone_must_have_its_row(store, act, first, second):
    said = Confirmation(second, "理由")
    error = refused(store, act, gone(None), said)
    assert (error.code, error.facts["names"]) == ("renames-missing", "seal")
    for new in ("code", "删除"):
        looked = publishing.beside(store, gone((("old", "new"), ("seal", new))))
        assert (looked.unmapped, len(looked.grave)) == ((), 1)
    renamed = gone((("old", "new"), ("seal", "code")))
    assert refused(store, act, renamed).code == "approval-missing"
    publishing.publish_new_version(store, act, renamed, said)
    assert packages.newest(store, "small").renamed == {"seal": "code"}


def test_a_name_that_is_meant_to_be_gone_is_still_grave(store, act, first, second):
    meant = gone((("old", "new"), ("seal", "删除")))
    assert [one.code for one in publishing.beside(store, meant).grave] == ["removed-meant"]
    publishing.publish_new_version(store, act, meant, Confirmation(second, "不再贴封条"))
    assert packages.newest(store, "small").renamed == {"seal": ""}


def test_checking_a_workbook_compares_it_and_writes_nothing(store, first):
    before = operations.count(store)
    survey = workbooks.with_cell("survey", 4, "type", "decimal")
    data = workbooks.markdown(survey=survey, settings=two_versions.SECOND, tests=None)
    looked = publishing.check(store, data, "a.md")
    assert looked.previous.hash == first.hash
    assert [one.code for one in looked.grave] == ["type-changed"]
    assert operations.count(store) == before


@pytest.mark.parametrize("word", [b"[]", b"{}", b"x", b'{"changes": "x"}'])
def test_a_package_whose_word_is_no_word_is_refused(word, monkeypatch):
    approval = Approval(*("x",) * 8, ())
    monkeypatch.setattr("forms.package.written", lambda _approval: word)
    data = replace(two_versions.first(), approval=approval).to_bytes()
    with pytest.raises(PackageError, match="not-a-package"):
        Package.from_bytes(data)
