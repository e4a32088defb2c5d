"""What the bureau publishes is used by every laptop below it, and by no laptop's own word."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from app.services import packages
from app.services import publishing as own
from app.services.context import Acting, Office, Who
from app.services.errors import Refused
from db.journal.published import FORM
from db.store import packages as kept
from db.store import settings
from forms.package import Package
from hub import publishing, workbooks
from hub.authoring import Author
from hub.publishing import Word
from hub.seal import Seal
from hub.sql import hubs, quarantines
from hub.workbooks import Asked, Heavy
from tests.hub.kit import NOW, SCOPE
from tests.hub.test_exchange import Desk
from tests.store_kit import START
from tests.unit.app.services import versions
from tests.unit.forms.publishing import two_versions
from tests.unit.forms.publishing import workbooks as books

AUTHOR = Author("hub-id", Seal(bytes(32)), "who-chief", NOW)
COUNTY = "371302"
EXTRA = ("text", "phone", "电话", "Phone")
ACT = Acting(Who("p", "李喆", "鲁1"), Office(), START)


@pytest.fixture
def desk(tmp_path, db):
    """A laptop that was delivered with the first version of a form."""
    made = Desk(tmp_path, "one", db)
    versions.keep(made.store, versions.old(), 5)
    made.sync()
    yield made
    made.store.close()


def put(db, package, reason="统一口径", scopes=(SCOPE,)):
    word = Word("陈科长", SCOPE, reason)
    return publishing.put_into_use(db, AUTHOR, scopes, package.to_bytes(), word)


def used(desk):
    return packages.newest(desk.store, "small").version


def test_the_published_version_is_used_though_a_laptop_has_a_later_one(desk, db):
    put(db, versions.new())
    desk.sync()
    assert used(desk) == "2"
    later = replace(versions.new(), version="3")
    versions.keep(desk.store, later, 900)
    assert used(desk) == "2"
    assert [line.version for line in packages.available(desk.store)] == ["2"]
    assert kept.chosen(desk.store)["small"]["by"] == "陈科长"


def test_going_back_makes_the_earlier_version_the_one_in_use_and_the_history_tells_why(desk, db):
    put(db, versions.new())
    put(db, versions.old(), "新版有误")
    desk.sync()
    assert used(desk) == "1"
    history = publishing.history(db, SCOPE, "small")
    assert [(one.form.version, one.form.reason) for one in history] == [
        ("1", "新版有误"),
        ("2", "统一口径"),
    ]
    put(db, versions.new(), "已更正")
    desk.sync()
    assert used(desk) == "2"
    rows = desk.store.rows("SELECT count(*) FROM form_package")
    assert list(rows) == [(2,)]


def test_every_jurisdiction_below_gets_it_in_its_own_feed_and_none_beside(db, tmp_path):
    hubs.add_scope(db, COUNTY, SCOPE, "兰陵县", NOW)
    hubs.add_scope(db, "3799", None, "别处", NOW)
    put(db, versions.new(), scopes=(COUNTY, SCOPE))
    for scope in (SCOPE, COUNTY):
        assert publishing.chosen(db, scope)["small"].bureau == SCOPE
        assert publishing.package(db, scope, versions.new().hash) is not None
    assert publishing.chosen(db, "3799") == {}


def test_a_laptop_that_publishes_is_held_until_a_person_decides(desk, db):
    own.publish_new_version(desk.store, ACT, replace(versions.old(), version="7"))
    assert set(desk.push().values()) == {"authority", "with"}
    settings.put(desk.store, FORM + "small", {"hash": versions.old().hash})
    desk.push()
    reasons = [one.reason for one in quarantines.waiting(db, SCOPE, 9)]
    assert reasons == ["authority", "authority"]
    assert publishing.chosen(db, SCOPE) == {}


def test_nobody_publishes_here_what_the_bureau_publishes_for_all(desk, db):
    put(db, versions.new())
    desk.sync()
    with pytest.raises(Refused, match="form-of-bureau"):
        own.publish_new_version(desk.store, ACT, replace(versions.new(), version="8"))


def newer_engine(package):
    """The package as a newer program would write it."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(package.to_bytes())) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "manifest.json":
                data = data.replace(b'"engine": "1"', b'"engine": "2"')
            new.writestr(part, data)
    return made.getvalue()


def test_a_form_for_a_newer_program_is_kept_and_shown_and_the_old_one_goes_on(desk, db):
    put(db, versions.new())
    desk.sync()
    packages._MEMORY.pop(versions.new().hash)
    desk.store.run(
        "UPDATE form_package SET data = ? WHERE version = '2'", (newer_engine(versions.new()),)
    )
    assert used(desk) == "1"
    assert [line.version for line in packages.available(desk.store)] == ["1"]
    assert [(line.form_id, line.version) for line in packages.too_new(desk.store)] == [
        ("small", "2")
    ]
    with pytest.raises(Refused, match="form-too-new"):
        packages.by_hash(desk.store, versions.new().hash)


def test_a_workbook_is_looked_at_in_a_process_of_its_own(monkeypatch):
    first = two_versions.first()
    changed = books.markdown(
        settings=two_versions.SECOND,
        survey=two_versions.survey(*books.QUESTIONS[:-1], EXTRA, books.QUESTIONS[-1]),
    )
    found = workbooks.look(Asked("a.md", changed, {"small": first.to_bytes()}))
    assert (found.problems, found.version, found.older, found.newer) == ((), "2", "1", True)
    assert found.previous == first.hash
    assert Package.from_bytes(found.package).hash == found.hash
    assert found.differences[0].code == "added"
    wrong = books.markdown(survey=books.with_cell("survey", 4, "constraint", ". >="))
    told = workbooks.look(Asked("a.md", wrong, {}))
    assert [(one.own_sheet, one.row) for one in told.problems] == [("survey", 4)]
    assert workbooks.marked(Asked("a.md", wrong, {}, "zh")).startswith(b"PK")
    monkeypatch.setattr(workbooks, "SECONDS", 0.01)
    with pytest.raises(Heavy):
        workbooks.look(Asked("a.md", changed, {}))
