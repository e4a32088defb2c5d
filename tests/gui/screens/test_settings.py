"""The settings: bureau, people, numbers, law, looks, the lock and the health of the data."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import opening
from app.screens.place import Place
from app.screens.settings_law import ArticleDialog
from app.services import laws, settings
from app.shell.recovery import key_of_recovery_code
from app.shell.vault import Vault
from app.widgets.buttons import Button
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, TextField
from app.widgets.labels import Label
from db import backup
from db.store import numbers


@pytest.fixture
def run(start, monkeypatch):
    monkeypatch.setenv("XUNJIAN_KEYS", "file")
    return start(language="en")


def page(run, spot):
    return run.go(Place("settings", spot=spot))._pages[spot]


def press(widget, words):
    for button in widget.findChildren(Button):
        if button.accessibleName() == words and not button.isHidden():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button says {words}")


def done(run, qtbot, what):
    qtbot.waitUntil(what, timeout=20_000)
    run.settle()


def dialog(run, kind=DialogFrame):
    return next(one for one in run.window.findChildren(kind) if one.isVisible())


def test_the_bureau_s_words_are_kept_and_shown_at_once(run):
    """They stand on every paper from now on."""
    shown = page(run, "office")
    shown._form._fields["unit"].setText("执法三科")
    press(shown, "Keep")
    run.settle()
    assert settings.read_office(run.reader).unit == "执法三科"
    assert run.desk.duty.office.unit == "执法三科"


def test_a_bureau_without_a_name_is_refused_and_the_old_one_stays(run):
    """No paper can go out without it."""
    shown = page(run, "office")
    before = settings.read_office(run.reader)
    shown._form._fields["bureau"].setText(" ")
    press(shown, "Keep")
    run.settle()
    assert settings.read_office(run.reader) == before


def test_an_article_is_found_corrected_and_quoted_as_corrected(run):
    """The bureau's lawyer knows better than the library."""
    shown = page(run, "law")
    shown._find.setText("产品质量法")
    shown.look()
    key = next(iter(shown._rows))
    shown._edit(key)
    form = dialog(run, ArticleDialog)
    form._text.set_text("本局更正后的条文。")
    press(form, "Keep")
    run.settle()
    assert laws.get(run.reader, key).text == "本局更正后的条文。"
    assert not run.window.findChildren(ArticleDialog)


def test_an_emptied_article_is_refused_with_its_sentence(run):
    """It would print an empty basis."""
    shown = page(run, "law")
    key, before = next(iter(shown._rows.items()))
    shown._edit(key)
    form = dialog(run, ArticleDialog)
    form._summary.set_text("")
    form._text.set_text("  ")
    press(form, "Keep")
    run.settle()
    assert form.isVisible()
    assert "empty basis" in form._text_line._error.text()
    assert laws.get(run.reader, key) == before
    form.reject()


def test_an_article_can_be_kept_off_the_papers(run):
    """What nobody has confirmed is not quoted."""
    shown = page(run, "law")
    key = next(key for key, row in shown._rows.items() if row.citable)
    shown._edit(key)
    form = dialog(run, ArticleDialog)
    form._citable.set_value("no")
    press(form, "Keep")
    run.settle()
    assert not laws.get(run.reader, key).citable


def test_a_password_is_set_asked_for_and_removed(run, qtbot):
    """The keys stay the same; the data open only with it from then on."""
    shown = page(run, "lock")
    vault = Vault(run.paths.keys, None)
    keys = vault.open()
    shown._new.setText("short")
    press(shown, "Set the password")
    assert "8 characters" in shown._new_line._error.text()
    shown._new.setText("蓝天白云 2026")
    shown._again.setText("蓝天白云 2027")
    press(shown, "Set the password")
    assert "not the same" in shown._again_line._error.text()
    assert vault.place() == "file"
    shown._again.setText("蓝天白云 2026")
    press(shown, "Set the password")
    done(run, qtbot, lambda: vault.place() == "passphrase" and shown._set.isEnabled())
    assert vault.open("蓝天白云 2026") == keys
    shown._current.setText("wrong")
    press(shown, "Remove the password")
    done(run, qtbot, lambda: bool(shown._current_line._error.text()))
    assert vault.place() == "passphrase"
    shown._current.setText("蓝天白云 2026")
    press(shown, "Remove the password")
    done(run, qtbot, lambda: vault.place() == "file")
    assert vault.open() == keys


def test_the_recovery_code_opens_the_data_when_the_keys_are_gone(run, monkeypatch):
    """A burnt key file must not burn the year's work."""
    shown = page(run, "lock")
    press(shown, "Show the recovery code")
    code = dialog(run).findChild(TextField).text()
    key = key_of_recovery_code(code)
    assert key == Vault(run.paths.keys, None).open().store_key
    dialog(run).reject()
    run.close()
    (run.paths.keys / "vault.json").unlink()
    typed = iter(["0000", code.replace("-", " ").lower()])
    asked = []

    def ask(_parent, _title, words):
        asked.append(words)
        return next(typed), True

    monkeypatch.setattr(opening.QInputDialog, "getMultiLineText", ask)
    keys = opening.ask_keys(run.paths)
    assert keys.store_key == key
    assert "fourteen groups" in asked[1], "a code typed wrong says how"


def test_a_backup_is_made_verified_and_dated(run, qtbot):
    """The page says when the last one was."""
    shown = page(run, "health")
    press(shown, "Back up now")
    done(run, qtbot, shown._back_up.isEnabled)
    assert "verified" in shown._said.text()
    assert len(backup.listing(run.paths.store)) == 1
    said = " ".join(label.text() for label in shown._facts.findChildren(Label))
    assert "2026-09-16 13:52" in said


def test_everything_is_checked_when_asked(run, qtbot):
    """Journal, tables, files and documents, while one goes on working."""
    shown = page(run, "health")
    press(shown, "Check everything")
    done(run, qtbot, shown._audit.isEnabled)
    assert "Everything is whole" in shown._said.text()


def test_looks_and_language_are_chosen_here_too(run):
    """The place is kept: the settings come back in the other language."""
    shown = page(run, "looks")
    shown._mode.chosen.emit("dark")
    assert run.desk.theme.dark
    shown._language.chosen.emit("zh_CN")
    QTest.qWait(50)
    run.settle()
    assert run.window.place() == Place("settings", spot="looks")
    assert run.screen._current == "looks"


def test_a_block_that_overlaps_is_refused(run):
    """Two papers with one number would be one too many."""
    shown = page(run, "numbers")
    year = run.desk.duty.act().today.year
    before = settings.blocks(run.reader, year)
    shown._series.setText("责改")
    shown._first.setText("20")
    shown._last.setText("30")
    press(shown, "Take in this block")
    run.settle()
    assert settings.blocks(run.reader, year) == before
    shown._first.setText("101")
    shown._last.setText("130")
    press(shown, "Take in this block")
    run.settle()
    assert len(settings.blocks(run.reader, year)) == len(before) + 1


def test_a_spoiled_number_is_voided_with_its_reason(run):
    """The next paper takes the number after it; the ledger says why one is missing."""
    shown = page(run, "numbers")
    year = run.desk.duty.act().today.year
    block = next(one for one in settings.blocks(run.reader, year) if one.series == "责改")
    shown._list.pressed_verb.emit(block.id)
    asked = dialog(run)
    press(asked, "Void the number")
    run.settle()
    assert numbers.peek(run.reader, "责改", year) == block.next
    asked.findChild(LineField).setText("打印时卡纸，纸张损坏")
    press(asked, "Void the number")
    run.settle()
    assert numbers.peek(run.reader, "责改", year) == block.next + 1
    assert numbers.state_of(run.reader, "责改", year, block.next) == "voided"
