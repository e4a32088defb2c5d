"""The hub's own words for people: one table, ``words.csv``, of key, English and Chinese."""

import csv
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")
Words = Callable[..., str]

_TABLE = Path(__file__).with_name("words.csv")


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return key → language → words."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {one: row[one] for one in LANGUAGES} for row in csv.DictReader(file)}


def words(language: str) -> Words:
    """Return what gives the words of a key in a language, its named places filled in."""

    def told(key: str, **facts: object) -> str:
        return catalogue()[key][language].format(**facts)

    return told


def known(key: str) -> bool:
    """Tell whether the table has a key."""
    return key in catalogue()


def language_of(accepted: str) -> str:
    """Return the language an ``Accept-Language`` asks for: Chinese unless English comes first."""
    best, weight = "zh", 0.0
    for part in accepted[:200].split(","):
        tag, _semicolon, rest = part.strip().partition(";")
        language = tag.split("-")[0].lower()
        try:
            asked = float(rest.partition("=")[2] or 1)
        except ValueError:
            continue
        if language in LANGUAGES and asked > weight:
            best, weight = language, asked
    return best
