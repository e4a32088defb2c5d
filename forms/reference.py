"""The reference page of every function a form may call, made from the code that computes it.

``python -m forms.reference`` writes ``forms/FUNCTIONS.md`` anew.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from forms.expressions.library import FUNCTIONS
from forms.expressions.registry import Function

PATH = Path(__file__).with_name("FUNCTIONS.md")
_HEAD = """# Functions

Made by `python -m forms.reference` from the code; do not edit.
An expression is XPath 1.0 with the functions of the ODK XForms specification and ours.
`?` marks what may be left out, `…` what may go on; *new each time* says that the value changes
without any answer changing.
"""


def page() -> str:
    """The page as Markdown: a table for each subject, in the order of the alphabet within."""
    return "\n".join([_HEAD, *_sections(), ""])


def _sections() -> Iterator[str]:
    subjects: dict[str, list[Function]] = {}
    for function in FUNCTIONS:
        if function.signature.partition("(")[0] == function.name:
            subjects.setdefault(_subject(function), []).append(function)
    also = _other_names()
    for subject in sorted(subjects):
        yield f"## {subject}\n\n| function | gives |\n|---|---|"
        for one in subjects[subject]:
            names = "".join(f" Also `{name}`." for name in also.get(one.name, ()))
            changing = " *New each time.*" if one.volatile else ""
            summary = one.summary.replace("``", "`").replace("|", "\\|")
            yield f"| `{one.signature}` | {summary}{changing}{names} |"
        yield ""


def _subject(function: Function) -> str:
    """The first line of the module that computes a function, as a heading."""
    words = (sys.modules[function.run.__module__].__doc__ or "").strip().splitlines()[0]
    return words.partition(":")[0].removesuffix(".").partition(";")[0]


def _other_names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for function in FUNCTIONS:
        name = function.signature.partition("(")[0]
        if name != function.name:
            found.setdefault(name, []).append(function.name)
    return found


if __name__ == "__main__":
    PATH.write_text(page(), encoding="utf-8")
