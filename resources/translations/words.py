"""The words for people as the code has them.

They are read from the syntax tree rather than by ``lupdate``, which passes over
``translate(context, text, None, count)`` and over every context that has a name.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parent.parent.parent
MARKS = ("translate", "QT_TRANSLATE_NOOP")  # context, text, remark, count

Key = tuple[str, str, str]  # context, text, remark


@dataclass(frozen=True, slots=True)
class Words:
    """One text for people as the code has it; ``counted`` when it speaks of a number ``%n``."""

    context: str
    source: str
    remark: str
    counted: bool

    @property
    def key(self) -> Key:
        """What tells it from the others."""
        return self.context, self.source, self.remark


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
