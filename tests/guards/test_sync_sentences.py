"""Whatever the way to the bureau can say no with has a sentence of its own, in both languages."""

import ast
import re
from pathlib import Path

import pytest

from app.screens.sentences import sentence
from app.screens.sentences_sync import link_code, witness_code
from app.screens.sync_fields import field_words
from app.screens.sync_words import next_words, reason_words
from app.services import witnessing
from app.shell.i18n import Languages
from db.errors import CODES
from db.journal.heads import SHARED
from db.store.tables import TABLES

PREFIX = {
    "LinkError": "",
    "NoEntry": "",
    "Refused": "",
    "Diverged": "",
    "BadBody": "body-",
    "Unfit": "lease-",
    "Refusal": "blob-",
}
"""How the hub tells each of its refusals (``hub.routing``); a client's own are told as they are."""
WITHOUT = {"parted", "often", "busy", "full", "machine", "stalled", "cancelled", "url"}
"""Told without words of their own in the code: refusals that carry none, and ends of a round."""
REFERENCES = {"created", "updated", "path", "clock_id", "replaces", "seed", "answered", "asked"}
"""Fields that say nothing by themselves."""
ADMINISTRATION = {"hub/web", "hub/sql"}


def raised(folder):
    """(class, code) of every refusal made with a literal code below a folder."""
    for path in sorted(Path(folder).rglob("*.py")):
        if any(str(path).startswith(part) for part in ADMINISTRATION):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield name, first.value


def problems():
    """Every code a round, a stick or an enrolment can end with."""
    found = set(WITHOUT)
    for name, code in [*raised("hub"), *raised("db/journal")]:
        if name in PREFIX:
            found.add(PREFIX[name] + code)
    for name, code in raised("app/services"):
        if name == "LinkError":
            found.add(code)
    for name, code in [*raised("db/store"), *raised("db/journal"), *raised("app/services")]:
        if name in {"Broken", "BadBody"}:
            found.add(f"broken-{code}")
    return sorted(found)


@pytest.fixture(params=["zh_CN", "en"])
def language(qapp, request):
    languages = Languages(qapp, Path("resources/translations"))
    languages.use(request.param)
    yield request.param
    languages.use("en")


def plain(text, language):
    """Whether a text is a whole one in a language, without a gap."""
    return (
        "—" not in text
        and "{" not in text
        and bool(re.search("[一-鿿]", text)) == (language == "zh_CN")
    )


def test_every_refusal_has_a_sentence_that_is_not_the_one_for_the_unforeseen(language):
    """“It says: blob-frame” is nothing a person can act on."""
    codes = problems()
    assert len(codes) > 50
    assert {code for code in codes if link_code(code) == "hub-other"} == set()
    for code in codes:
        assert all(plain(text, language) for text in sentence(link_code(code), {"code": code}))


def test_a_hub_that_did_not_keep_its_word_and_one_that_wants_a_newer_program_are_told(language):
    words = {getattr(witnessing, name) for name in ("UNSIGNED", "RESTORED", "REWRITTEN")}
    told = {sentence(witness_code(word), {}) for word in words}
    told |= {sentence(link_code("newer"), {"version": "1"}), sentence(link_code("clock"), {})}
    assert len(told) == 5
    assert all(plain(text, language) for pair in told for text in pair)


def test_what_a_stick_does_is_told_as_the_sticks_doing(language):
    """“The disk is full” would send a person to tidy the wrong one."""
    for code in ("disk-full", "read-only", "missing-folder", "corrupt", "unreadable-file"):
        assert code in CODES
        assert all(plain(text, language) for text in sentence(f"stick-{code}", {}))


def test_every_reason_for_holding_something_back_is_told(language):
    """By the hub's rules, by this laptop's, and by a person's decision."""
    rules = Path("hub/rules.py").read_text(encoding="utf-8")
    reasons = set(re.findall(r'return "([a-z]+)"', rules))
    reasons |= {"number", "with", "quarantine", "rejected"}
    assert len(reasons) >= 8
    other = reason_words("never heard of")
    for reason in reasons:
        assert reason_words(reason) != other
        assert plain(reason_words(reason), language)
        assert plain(next_words(reason), language)


def test_every_field_two_may_write_on_has_a_word(language):
    """What has none of its own is a reference, and says no more than that."""
    other = field_words("never heard of", "")
    for table in (TABLES[noun] for noun in SHARED):
        for name in table.columns[1:]:
            assert plain(field_words(name, ""), language)
            if not name.endswith(("_id", "_type", "_hash", "_sha")):
                assert field_words(name, "") != other or name in REFERENCES, name
