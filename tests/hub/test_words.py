"""Every word for people stands once in the table, in both languages, and is used."""

import re
from pathlib import Path

import hub.web
from hub.access import LINES, ROLES
from hub.web.charts import Bar, bars
from hub.web.words import LANGUAGES, catalogue, language_of, words

WEB = Path(hub.web.__file__).parent
SOURCES = [*WEB.glob("templates/*.html"), *WEB.glob("*.py")]
MADE = r"\bt\(\s*f?['\"]([^'\"]+)['\"]"
CHINESE = re.compile("[\u4e00-\u9fff]")


def test_every_key_asked_for_by_name_is_there():
    asked = {key for file in SOURCES for key in re.findall(MADE, file.read_text("utf-8"))}
    whole = {key for key in asked if not key.endswith("-") and "{" not in key}
    assert whole <= set(catalogue())
    acts = {f"act-{line.logged}" for line in LINES.values() if line.logged}
    assert acts | {f"role-{role}" for role in ROLES} <= set(catalogue())


def test_every_key_is_used():
    text = "\n".join(file.read_text("utf-8") for file in SOURCES)
    stems = {f"{stem}-" for stem in re.findall(r"['\"]([a-z-]+)-['\" {]", text)}
    made = {"noun-", "record-", "finding-"}
    unused = {
        key
        for key in catalogue()
        if f"'{key}'" not in text and not any(key.startswith(stem) for stem in stems | made)
    }
    assert unused == set()


def test_both_languages_are_complete_and_take_the_same_facts():
    for key, told in catalogue().items():
        assert all(told[language].strip() for language in LANGUAGES), key
        places = [set(re.findall(r"{(\w+)}", told[language])) for language in LANGUAGES]
        assert places[0] == places[1], key
        assert not CHINESE.search(told["en"]), key


def test_no_words_for_people_stand_in_pages_or_code():
    for file in SOURCES:
        assert not CHINESE.search(file.read_text("utf-8")), file.name


def test_the_language_is_what_the_browser_asks_for_first():
    asked = {"": "zh", "en-GB,en;q=0.9": "en", "zh-CN,en;q=0.8": "zh", "fr": "zh", "en;q=x": "zh"}
    assert {text: language_of(text) for text in asked} == asked
    assert words("en")("clock-ahead", seconds=5) == "5 s ahead"


def test_a_chart_writes_what_it_shows_and_escapes_it():
    drawn = bars("T", [Bar("<b>", 3), Bar("none", 0)])
    assert "&lt;b&gt;" in drawn
    assert ">3</text>" in drawn
    assert 'width="0%"' in drawn
