"""Collect the words for people from the code and compile their Chinese translation.

``python -m resources.translations.update`` rewrites ``zh_CN.ts`` and ``zh_CN.qm``; with ``--check``
it changes nothing and fails when the code has words the translation lacks.

The words are read from the syntax tree rather than by ``lupdate``, which passes over
``translate(context, text, None, count)`` and over every context that has a name.
"""

import argparse
import ast
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET  # our own file, never one from outside
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
TOP = HERE.parent.parent
TS = HERE / "zh_CN.ts"
QM = HERE / "zh_CN.qm"
MARKS = ("translate", "QT_TRANSLATE_NOOP")  # context, text, remark, count
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
"""


@dataclass(frozen=True, slots=True)
class Words:
    """One text for people as the code has it; ``counted`` when it speaks of a number ``%n``."""

    context: str
    source: str
    remark: str
    counted: bool


def literal(node: ast.expr | None) -> str | None:
    """The text of a literal, None for anything computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def called(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def calls(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call in a module with the name of the class around it, top to bottom."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield owner, node
        yield from calls(node, node.name if isinstance(node, ast.ClassDef) else owner)


def constants(tree: ast.Module) -> dict[str, str]:
    """The texts a module names at its top, such as its context."""
    found = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        text = literal(getattr(node, "value", None))
        if text is not None:
            found.update({one.id: text for one in targets if isinstance(one, ast.Name)})
    return found


def words_in(code: str) -> Iterator[Words]:
    """The words a module's ``tr``, ``translate`` and ``QT_TRANSLATE_NOOP`` calls hold."""
    tree = ast.parse(code)
    named = constants(tree)
    for owner, call in calls(tree):
        given: list[ast.expr | None] = list(call.args)
        if called(call) == "tr":
            context: str | None = owner
        elif called(call) in MARKS and given:
            first = given.pop(0)
            context = named.get(first.id) if isinstance(first, ast.Name) else literal(first)
        else:
            continue
        text, remark, count = (*given, None, None, None)[:3]
        source = literal(text)
        if context and source:
            counted = count is not None or any(word.arg == "n" for word in call.keywords)
            yield Words(context, source, literal(remark) or "", counted)


def collected() -> list[Words]:
    """The words of the whole client, each once, by context and then as they come."""
    found = dict.fromkeys(
        words
        for path in sorted((TOP / "app").rglob("*.py"))
        for words in words_in(path.read_text(encoding="utf-8"))
    )
    return sorted(found, key=lambda words: words.context)


def translated(source: Path) -> dict[tuple[str, str, str], str]:
    """The translations of a .ts file by context, text and remark; "" where one is lacking."""
    known = {}
    for context in ET.parse(source).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            translation = message.find("translation")
            known[key] = "" if translation is None else "".join(translation.itertext()).strip()
    return known


def written(words: list[Words], known: Mapping[tuple[str, str, str], str]) -> str:
    """A .ts file as Qt Linguist reads it."""
    contexts: defaultdict[str, list[Words]] = defaultdict(list)
    for one in words:
        contexts[one.context].append(one)
    lines = []
    for name, inside in contexts.items():
        lines += ["<context>", f"    <name>{escape(name)}</name>"]
        for one in inside:
            lines += _message(one, known.get((one.context, one.source, one.remark), ""))
        lines.append("</context>")
    return HEAD + "\n".join(lines) + "\n</TS>\n"


def _message(words: Words, translation: str) -> list[str]:
    text = escape(translation)
    state = "" if text else ' type="unfinished"'
    lines = ['    <message numerus="yes">' if words.counted else "    <message>"]
    lines.append(f"        <source>{escape(words.source)}</source>")
    if words.remark:
        lines.append(f"        <comment>{escape(words.remark)}</comment>")
    if words.counted:
        form = f"            <numerusform>{text}</numerusform>"
        lines += [f"        <translation{state}>", form, "        </translation>"]
    else:
        lines.append(f"        <translation{state}>{text}</translation>")
    return [*lines, "    </message>"]


def compiled(source: Path) -> bytes:
    """What the program loads, made from a .ts file by Qt's own tool beside the running Python."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / QM.name
        subprocess.run(  # noqa: S603 - our own tool on our own files
            [str(Path(sys.executable).parent / "pyside6-lrelease"), str(source), "-qm",
             str(target), "-silent"],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return target.read_bytes()


def complaints() -> list[str]:
    """What is not in step between the code, the translation and its compiled form."""
    known = translated(TS)
    words = collected()
    keys = {(one.context, one.source, one.remark) for one in words}
    found = [f"not in the code any more: {key[0]}: {key[1]}" for key in sorted(known.keys() - keys)]
    found += [f"not collected: {key[0]}: {key[1]}" for key in sorted(keys - known.keys())]
    found += [f"not translated: {key[0]}: {key[1]}" for key, text in known.items() if not text]
    if not found and written(words, known) != TS.read_text(encoding="utf-8"):
        found.append(f"not as the collector writes it: {TS.name}")
    if not found and compiled(TS) != QM.read_bytes():
        found.append(f"not compiled from {TS.name}: {QM.name}")
    return found


def check() -> int:
    """Compare the code with the committed translation; 0 when they agree."""
    found = complaints()
    for line in found:
        print(f"{line} (run make translate)", file=sys.stderr)  # noqa: T201 - a command's answer
    return 1 if found else 0


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return check()
    TS.write_text(written(collected(), translated(TS)), encoding="utf-8")
    QM.write_bytes(compiled(TS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
