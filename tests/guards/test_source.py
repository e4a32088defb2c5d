"""Guard: what linters do not know: colours, forbidden Qt, sentences for every refusal."""

import re
from pathlib import Path

import pytest

from app.screens import sentences, start_notes
from app.services.errors import CODES

TOP = Path(__file__).resolve().parent.parent.parent
HEX = re.compile(r"""["'`]#[0-9a-fA-F]{3,8}["'`;]|: ?#[0-9a-fA-F]{6}\b""")
BANNED = re.compile(r"\b(processEvents|QThread|QRunnable|QThreadPool|QSortFilterProxyModel)\b")
# icons are drawn in black and tinted when loaded
COLOURED = {"app/shell/style.py", "app/shell/theme.py"}
MACHINE = (
    *("disk-full", "read-only", "locked", "corrupt", "newer-store", "wrong-key", "not-a-store"),
    *("old-sqlite", "missing-folder", "too-large", "unreadable-file"),
)


def modules():
    return sorted((TOP / "app").rglob("*.py"))


def code_of(path):
    """A module without its comments."""
    return re.sub(r"(?m)#(?![0-9a-fA-F]{3,8}\b).*$", "", path.read_text(encoding="utf-8"))


def test_a_colour_has_one_place():
    """Dark and light stay together only where one table holds both."""
    wrong = [
        f"{path.relative_to(TOP)}: {found.group()}"
        for path in modules()
        if str(path.relative_to(TOP)) not in COLOURED
        for found in HEX.finditer(code_of(path))
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_of_qt_that_is_known_to_break_is_used():
    """Each of these was tried, and lost signals, seconds or the process."""
    wrong = [
        f"{path.relative_to(TOP)}: {found.group()}"
        for path in modules()
        for found in BANNED.finditer(code_of(path))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", [*MACHINE, *CODES])
def test_every_error_has_a_sentence_of_its_own(code, qapp):
    """A code on the screen would help nobody."""
    unknown = sentences.sentence("unknown", {})
    facts = dict.fromkeys(CODES.get(code, ()), "X")
    bold, body = sentences.sentence(code, facts)
    assert (bold, body) != unknown
    assert bold
    assert body
    assert "{" not in bold + body


def test_the_sentences_at_the_start_are_there():
    """Low disk, a cloud folder, a network drive and a doubtful clock are each told."""
    told = Path(start_notes.__file__).read_text(encoding="utf-8")
    for words in ("nearly full", "synchronised folder", "network drive", "clock is in doubt"):
        assert words in told


def test_no_module_is_longer_than_a_person_reads():
    """Four hundred lines is where one stops."""
    wrong = [
        f"{path.relative_to(TOP)}: {count}"
        for path in modules()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    ]
    assert not wrong, "\n".join(wrong)
