"""Collect the words for people from the code and compile their translations.

``python -m resources.translations.update`` rewrites the .ts and .qm files; with ``--check`` it
changes nothing and fails when the code has words a translation lacks. Chinese has all of them;
the English of the code stands as it is and needs only singular and plural of what is counted.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET  # our own file, never one from outside
from xml.sax.saxutils import escape

from resources.translations.words import Key, Words, collected

HERE = Path(__file__).parent
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{code}" sourcelanguage="en">
"""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the window and how many forms its counted words have."""

    code: str
    forms: int
    counted_only: bool = False

    @property
    def ts(self) -> Path:
        """The file a translator writes."""
        return HERE / f"{self.code}.ts"

    @property
    def qm(self) -> Path:
        """The file the program loads."""
        return HERE / f"{self.code}.qm"

    def wanted(self, words: Iterable[Words]) -> list[Words]:
        """The words that need a translation."""
        return [one for one in words if one.counted or not self.counted_only]


CHINESE = Language("zh_CN", forms=1)
ENGLISH = Language("en", forms=2, counted_only=True)
LANGUAGES = (CHINESE, ENGLISH)


def translated(source: Path) -> dict[Key, tuple[str, ...]]:
    """The translations of a .ts file, every form of each; "" for a form that is lacking."""
    known: dict[Key, tuple[str, ...]] = {}
    if not source.exists():
        return known
    for context in ET.parse(source).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            forms = message.findall("translation/numerusform") or message.findall("translation")
            known[key] = tuple((form.text or "").strip() for form in forms)
    return known


def written(language: Language, words: list[Words], known: Mapping[Key, tuple[str, ...]]) -> str:
    """A .ts file as Qt Linguist reads it."""
    contexts: defaultdict[str, list[Words]] = defaultdict(list)
    for one in language.wanted(words):
        contexts[one.context].append(one)
    lines = []
    for name, inside in contexts.items():
        lines += ["<context>", f"    <name>{escape(name)}</name>"]
        for one in inside:
            count = language.forms if one.counted else 1
            lines += _message(one, (*known.get(one.key, ()), *[""] * count)[:count])
        lines.append("</context>")
    return HEAD.format(code=language.code) + "\n".join(lines) + "\n</TS>\n"


def _message(words: Words, forms: tuple[str, ...]) -> list[str]:
    state = "" if all(forms) else ' type="unfinished"'
    lines = ['    <message numerus="yes">' if words.counted else "    <message>"]
    lines.append(f"        <source>{escape(words.source)}</source>")
    if words.remark:
        lines.append(f"        <comment>{escape(words.remark)}</comment>")
    if words.counted:
        inside = [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines += [f"        <translation{state}>", *inside, "        </translation>"]
    else:
        lines.append(f"        <translation{state}>{escape(forms[0])}</translation>")
    return [*lines, "    </message>"]


def compiled(source: Path) -> bytes:
    """What the program loads, made from a .ts file by Qt's own tool beside the running Python."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "words.qm"
        subprocess.run(  # noqa: S603 - our own tool on our own files
            [str(Path(sys.executable).parent / "pyside6-lrelease"), str(source), "-qm",
             str(target), "-silent"],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return target.read_bytes()


def complaints(language: Language) -> list[str]:
    """What is not in step between the code, a translation and its compiled form."""
    known = translated(language.ts)
    words = collected()
    keys = {one.key for one in language.wanted(words)}
    lacking = sorted(key for key, forms in known.items() if not all(forms))
    found = [f"not in the code any more: {key[0]}: {key[1]}" for key in sorted(known.keys() - keys)]
    found += [f"not collected: {key[0]}: {key[1]}" for key in sorted(keys - known.keys())]
    found += [f"not translated: {key[0]}: {key[1]}" for key in lacking]
    if not found and written(language, words, known) != language.ts.read_text(encoding="utf-8"):
        found.append("not as the collector writes it")
    if not found and compiled(language.ts) != language.qm.read_bytes():
        found.append("not compiled")
    return [f"{language.ts.name}: {line}" for line in found]


def check() -> int:
    """Compare the code with the committed translations; 0 when they agree."""
    found = [line for language in LANGUAGES for line in complaints(language)]
    for line in found:
        print(f"{line} (run make translate)", file=sys.stderr)  # noqa: T201 - a command's answer
    return 1 if found else 0


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return check()
    words = collected()
    for language in LANGUAGES:
        text = written(language, words, translated(language.ts))
        language.ts.write_text(text, encoding="utf-8")
        language.qm.write_bytes(compiled(language.ts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
