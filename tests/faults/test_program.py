"""What the program says when the machine, the folder or the data are not as they should be.

Every fault gives exactly one sentence, in Chinese and in English, and what was there stays.
"""

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox

from app import bootstrap, opening
from app.screens.sentences import MACHINE, REFUSALS, sentence
from app.services import attachments, findings, laws
from app.services.errors import Refused
from app.services.findings import FindingEdit
from app.shell.config import Config
from app.shell.crash import CrashLog
from app.shell.i18n import Languages
from app.shell.paths import make_folders
from app.shell.vault import Vault
from db.connection import open_reader, open_store
from db.rows import LawArticle
from db.store import answers, enterprises, nouns
from forms.publish import PublishError, publish
from tests import seeded
from tests.faults.test_store_trouble import small_disk
from tests.journeys import inspector, pages
from tests.unit.app.services import kit
from tests.unit.forms.publishing import workbooks

ROOT = Path(__file__).parents[2]
LANGUAGES = ("zh_CN", "en")
HAN = re.compile("[\u4e00-\u9fff]")
GIB = 1024**3


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XUNJIAN_BALLAST", "0")
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-cups"))
    shutil.copytree(seeded.home(), tmp_path / "home")
    with pages.told_time():
        yield tmp_path / "home"


@pytest.fixture(params=LANGUAGES)
def language(request, qapp, monkeypatch):
    """The language of the reader; words a program put in are taken out again afterwards."""
    made = [Languages(qapp, bootstrap.RESOURCES / "translations")]
    made[0].use(request.param)
    dress = bootstrap.dress

    def dress_and_remember(*given):
        theme, languages = dress(*given)
        made.append(languages)
        return theme, languages

    monkeypatch.setattr(bootstrap, "dress", dress_and_remember)
    yield request.param
    for languages in made:
        languages.use("en")


def state_of(folder):
    """Every file of a folder with its hash."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"store.lock", "store.db-shm", "store.db-wal"}
    }


def opened(app, home, language):
    """Open the program as ``python -m app`` does; gives it and every refusal it showed."""
    paths = seeded.paths_in(home)
    with contextlib.suppress(OSError):
        make_folders(paths)
        Config(paths.config).change(theme="light", language=language)
    said = []

    def close_box():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append((box.text(), box.informativeText()))
            box.buttons()[0].click()
        elif isinstance(box, QDialog):
            said.append(tuple(one.text() for one in box.findChildren(QLabel) if one.text())[:2])
            box.reject()

    look = QTimer()
    look.setInterval(20)
    look.timeout.connect(close_box)
    look.start()
    program = opening.open_program(app, paths, CrashLog(paths.crash))
    look.stop()
    return program, said


def one_sentence(said, code, language):
    """Exactly one refusal, of this code, in this language, with nothing left blank."""
    assert len(said) == 1, said
    reads_well(*said[0], language)
    bold, _body = sentence(code, {})
    assert said[0][0] == bold


def reads_well(bold, body, language):
    for words in (bold, body):
        assert words.strip()
        assert "{" not in words
        assert bool(HAN.search(words)) == (language == "zh_CN"), words
    assert body.rstrip().endswith((".", "。")), body


# --- the store --------------------------------------------------------------------------------


def test_a_store_from_a_newer_version_is_refused_and_stays_as_it_is(qapp, home, language):
    store = open_store(home / "store", Vault(home / "keys", None).open().store_key)
    store.run(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('xunjian', 'm0999_from_the_future', '2031-01-01')"
    )
    store.close()
    before = state_of(home / "store")
    program, said = opened(qapp, home, language)
    assert program is None
    one_sentence(said, "newer-store", language)
    assert state_of(home / "store") == before


def test_a_wrong_key_is_refused_and_the_data_stay(qapp, home, language):
    """Another computer's keys over this computer's data."""
    before = state_of(home / "store")
    shutil.move(home / "keys", home / "right")
    (home / "keys").mkdir()
    Vault(home / "keys", None).create()
    program, said = opened(qapp, home, language)
    assert program is None
    one_sentence(said, "wrong-key", language)
    assert state_of(home / "store") == before
    shutil.rmtree(home / "keys")
    shutil.move(home / "right", home / "keys")
    assert enterprises.count(
        open_reader(home / "store", Vault(home / "keys", None).open().store_key)
    )


def test_data_without_their_keys_are_not_begun_anew(qapp, home, language):
    before = state_of(home / "store")
    shutil.rmtree(home / "keys")
    program, said = opened(qapp, home, language)
    assert program is None
    assert len(said) == 1
    told = " ".join(said[0])
    assert bool(HAN.search(told)) == (language == "zh_CN"), told
    assert state_of(home / "store") == before
    assert not (home / "keys" / "vault.json").exists()


def test_a_read_only_folder_is_told(qapp, home, tmp_path, language):
    with small_disk(tmp_path / "disk", "200m") as disk:
        shutil.copytree(home, disk / "home")
        Config(seeded.paths_in(disk / "home").config).change(theme="light", language=language)
        before = state_of(disk / "home")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        program, said = opened(qapp, disk / "home", language)
        assert program is None
        one_sentence(said, "read-only", language)
        assert state_of(disk / "home") == before


def test_a_flipped_byte_in_the_store_is_told(qapp, home, language):
    path = home / "store" / "store.db"
    content = bytearray(path.read_bytes())
    content[40] ^= 0xFF
    path.write_bytes(content)
    program, said = opened(qapp, home, language)
    assert program is None
    one_sentence(said, "corrupt", language)


# --- the disk ---------------------------------------------------------------------------------


def test_a_full_disk_is_told_once_and_what_was_typed_is_kept_when_there_is_room(
    qapp, qtbot, home, tmp_path
):
    """A real file system of a few megabytes that runs full under the window."""
    with small_disk(tmp_path / "disk", "120m") as disk:
        shutil.copytree(home, disk / "home")
        window = pages.Window(qapp, disk / "home")
        inspector.begin(window)
        filling = pages.Filling(window)
        record_id = filling.screen.paper.id
        filling.screen.open_section("/data/outcome")
        field = filling.screen.page.widgets["/data/outcome/summary"].field
        filler = disk / "filler"
        handle = os.open(filler, os.O_WRONLY | os.O_CREAT)
        with contextlib.suppress(OSError):
            while os.write(handle, bytes(2**16)):
                pass
        os.close(handle)
        text = "长" * 60_000
        pages.type_in(field, text)
        filling.screen.paper.save()
        window.settle()
        assert len([note for note in window.notes() if "磁盘已满" in note]) == 1, window.notes()
        assert field.text() == text
        filler.unlink()
        filling.screen.paper.save()
        pages.wait_until(lambda: not filling.screen.paper.dirty, "the answer on the disk")
        assert answers.of_record(window.reader, record_id)["/data/outcome/summary"] == text
        window.close()


# --- a second copy ----------------------------------------------------------------------------


def test_a_second_copy_brings_the_first_to_the_front_and_ends(home):
    surroundings = os.environ | {"XUNJIAN_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "app"]
    first = subprocess.Popen(command, cwd=ROOT, env=surroundings)
    try:
        deadline = time.monotonic() + 60
        while not (home / "store" / "store.lock").exists():
            assert time.monotonic() < deadline
            time.sleep(0.1)
        time.sleep(1)
        second = subprocess.run(command, cwd=ROOT, env=surroundings, check=False, timeout=60)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        assert first.wait(60) == 0


def test_a_second_copy_is_told_in_the_first_window(qapp, home, language):
    program, said = opened(qapp, home, language)
    assert not said
    bootstrap.come_again(program)
    bold, body = sentence("second-copy", {})
    reads_well(bold, body, language)
    assert "second-copy" in program.window.notes._notes
    close(program)


def close(program):
    import shiboken6

    program.window.close()
    program.close()
    shiboken6.delete(program.window)


# --- what is put in ---------------------------------------------------------------------------


@pytest.fixture
def store(home):
    made = open_store(home / "store", Vault(home / "keys", None).open().store_key)
    yield made
    made.close()


def refused(language, work):
    """What a refusal says; it is one sentence with what to do."""
    with pytest.raises(Refused) as told:
        work()
    bold, body = sentence(told.value.code, told.value.facts)
    reads_well(bold, body.replace("XBY-203", ""), language)
    assert "—" not in body, "a fact of the sentence is missing"
    return told.value.code


def test_an_emptied_article_of_law_is_told_and_the_finding_keeps_its_words(store, language):
    act = kit.acting(store)
    check = kit.start(store, act)
    question, seen = kit.ADVERSE[0]
    finding_id = kit.mark_adverse(store, act, check.record.id, question, seen)
    key = findings.get(store, finding_id).law_key
    emptied = nouns.get(store, LawArticle, key)
    with store.atomic():
        nouns.edit(store, LawArticle, key, text="", summary="")
    assert laws.is_empty(nouns.get(store, LawArticle, key))
    assert emptied.summary or emptied.text
    change = FindingEdit(law_key=key)
    code = refused(language, lambda: findings.update(store, act, finding_id, change))
    assert code == "law-empty"
    assert findings.get(store, finding_id).seen == seen


def test_a_photo_of_three_gigabytes_is_told_before_it_is_read(store, tmp_path, language):
    act = kit.acting(store)
    check = kit.start(store, act)
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as sparse:
        sparse.truncate(3 * GIB)
    photo = attachments.Photo(huge)
    begun = time.monotonic()
    code = refused(
        language,
        lambda: attachments.add_photo(store, act, ("record", check.record.id), photo),
    )
    assert code == "photo-too-large"
    assert time.monotonic() - begun < 30
    assert attachments.of_owner(store, "record", check.record.id) == ()


def test_a_workbook_with_a_cycle_is_told_in_both_languages():
    spoiled = workbooks.with_cell("survey", 6, "calculation", "${left} + 1")
    with pytest.raises(PublishError) as told:
        publish(workbooks.markdown(survey=spoiled), "small.md")
    (problem,) = told.value.problems
    assert (problem.code, problem.sheet, problem.row) == ("cycle", "survey", 6)
    assert HAN.search(problem.line("zh"))
    assert not HAN.search(problem.line("en"))


# --- every sentence ---------------------------------------------------------------------------


@pytest.mark.parametrize("code", [*MACHINE, *REFUSALS])
def test_every_refusal_has_its_words_in_both_languages(code, language):
    """A missing translation would show English to an inspector who does not read it."""
    _bold, body = MACHINE.get(code) or REFUSALS[code]
    shown = sentence(code, dict.fromkeys(re.findall(r"{(\w+)}", body), "1"))
    assert shown[0]
    assert bool(HAN.search("".join(shown))) == (language == "zh_CN"), shown
