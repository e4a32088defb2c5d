"""Guard: every sentence for people has its Chinese words, and the two agree."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.translations import update, words

PLACEHOLDER = re.compile(r"\{[a-z0-9_]*\}|%n")
HAN = "[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"{HAN}[,;:?!.]|[,;:?!]{HAN}|{HAN}\(|\){HAN}")
NAMES = frozenset(
    {
        "Ac",
        "AQL",
        "CSV",
        "DQL",
        "English",
        "Enter",
        "GB",
        "HMAC",
        "JPEG",
        "KB",
        "MB",
        "PDF",
        "TSG",
        "PNG",
        "QR",
        "Re",
        "SQL",
    }
    | {"SHA", "USB", "UTF", "WebP", "keys", "store.db"}
    | {"Linux", "dialout"}  # a system, and its group whose members may open serial ports
    | {"Excel", "JSON", "SQL", "SQLite"}  # programs and kinds of file
    | {"renamed", "tests"}  # sheets of a workbook, as they may be written in it
    | {"xunjian", "restore", "from"}  # a command and its option, typed as they stand
)
FORMATS = frozenset({"M月d日 dddd", "时:分"})  # how dates and times are written
FILE = re.compile(
    r"\*\.|\{patterns\}|\.(?:png|xlsx)$"
)  # a file's name, or a filter the file dialog reads


def messages() -> list[tuple[str, str, str]]:
    """Context, English and Chinese of everything in the translation."""
    known = update.translated(update.CHINESE.ts)
    return [(context, source, forms[0]) for (context, source, _), forms in known.items()]


def modules() -> list[Path]:
    return sorted((words.TOP / "app").rglob("*.py"))


def faults(code: str) -> Iterator[str]:
    """What the collector could not read in a module, or would read wrongly."""
    tree = ast.parse(code)
    named = words.constants(tree)
    for _, call in words.calls(tree):
        name, given = words.called(call), list(call.args)
        ours = name == "tr" or (name in words.MARKS and len(given) > 1)
        if not ours:
            continue
        if name != "tr":
            context = given.pop(0)
            known = isinstance(context, ast.Name) and context.id in named
            if words.literal(context) is None and not known:
                yield f"line {call.lineno}: the context is computed"
        text = given[0] if given else None
        looked_up = name == "translate" and isinstance(text, ast.Name | ast.Attribute)
        if words.literal(text) is None and not looked_up:
            yield f"line {call.lineno}: the words are computed"


@pytest.mark.parametrize("language", update.LANGUAGES, ids=lambda language: language.code)
def test_code_translation_and_compiled_form_are_in_step(language: update.Language) -> None:
    assert update.complaints(language) == []


@pytest.mark.parametrize("language", update.LANGUAGES, ids=lambda language: language.code)
def test_nothing_is_left_unfinished(language: update.Language) -> None:
    assert 'type="unfinished"' not in language.ts.read_text(encoding="utf-8")


def test_no_text_is_counted_at_one_place_and_not_at_another() -> None:
    found = words.collected()
    keys = [one.key for one in found]
    assert sorted(keys) == sorted(set(keys))
    assert [one for one in found if ("%n" in one.source) != one.counted] == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    wrong = [
        (key, form)
        for language in update.LANGUAGES
        for key, forms in update.translated(language.ts).items()
        for form in forms
        if sorted(PLACEHOLDER.findall(key[1])) != sorted(PLACEHOLDER.findall(form))
    ]
    assert wrong == []


def test_english_counts_one_thing_and_two_things() -> None:
    known = update.translated(update.ENGLISH.ts)
    assert [key for key, forms in known.items() if "(s)" in "".join(forms)] == []
    assert known["CasesScreen", "%n open finding(s)", ""] == ("%n open finding", "%n open findings")


def test_no_english_stays_in_the_chinese() -> None:
    wrong = []
    for context, source, text in messages():
        left = re.findall(r"[A-Za-z][A-Za-z.]+", PLACEHOLDER.sub("", text))
        if text not in FORMATS and not FILE.search(source) and not NAMES.issuperset(left):
            wrong.append((context, source, text))
    assert wrong == []


def test_chinese_has_chinese_punctuation() -> None:
    wrong = [
        (context, text)
        for context, source, text in messages()
        if text not in FORMATS and not FILE.search(source) and HALF_WIDTH.search(text)
    ]
    assert wrong == []


def test_a_sentence_ends_as_its_english_does() -> None:
    wrong = [
        (source, text)
        for _, source, text in messages()
        if source.endswith(".") and len(source) > len("18 characters") and text[-1:] not in "。？）"
    ]
    assert wrong == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(words.TOP)))
def test_words_for_people_are_literals(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        'self.tr(f"{count} left")',
        'self.tr("Left: " + count)',
        'self.tr("{count} left".format(count=2))',
        'translate(context(), "Left")',
        'translate("today", f"{count} left")',
        'QT_TRANSLATE_NOOP("today", words)',
    ],
)
def test_computed_words_are_found(code: str) -> None:
    assert len(list(faults(code))) == 1


def test_the_collector_reads_every_way_words_are_marked() -> None:
    code = """
CONTEXT: Final = "today"
class Screen:
    def show(self):
        self.tr("Due " "today")
        self.tr("%n left", None, len(self.tasks))
        translate(CONTEXT, "%n month(s)", None, counted.amount)
        QCoreApplication.translate("today", "%n day(s)", n=days)
        QT_TRANSLATE_NOOP("actions", "Open")
        painter.translate(-span.topLeft())
"""
    assert list(words.words_in(code)) == [
        words.Words("Screen", "Due today", "", counted=False),
        words.Words("Screen", "%n left", "", counted=True),
        words.Words("today", "%n month(s)", "", counted=True),
        words.Words("today", "%n day(s)", "", counted=True),
        words.Words("actions", "Open", "", counted=False),
    ]
