"""Coverage-guided fuzzing: ``python -m tests.fuzz expressions|xforms|workbooks|papers [SECONDS]``.

Every input must end in a value or a named error; anything else stops the run and is kept by the
fuzzer beside the seconds it took. Needs atheris (``make fuzz`` installs it where it can).
"""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from forms.expressions import EvaluationError, ExpressionError, Scope, World, compile  # noqa: A004 - the engine's word
from forms.expressions.nodes import document
from forms.graph import FormError
from forms.lists import EmptyLists
from forms.publish import publish
from forms.publish_headings import english
from forms.publish_problems import PublishError
from forms.publish_workbook import read
from forms.publish_xlsform import convert
from forms.session import Session
from forms.xform import XFormError, load

SECONDS = 60
LIBRARY = Path(__file__).parent.parent / "forms" / "library"
SMALL = (
    b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
    b'<h:head><model><instance><data id="f"><a/><r><b/></r></data></instance>'
    b'<bind nodeset="/data/a" calculate="count(/data/r)" type="int"/></model></h:head><h:body>'
    b'<input ref="/data/a"/><repeat nodeset="/data/r"><input ref="/data/r/b"/></repeat></h:body>'
    b"</h:html>"
)
_NAMED = (EvaluationError, ExpressionError, FormError, PublishError, XFormError)


def expressions(data):
    """Compile and compute any text."""
    compile(data.decode("utf-8", "replace")).run(Scope(World(), document()))


def xforms(data):
    """Load any bytes as a form and begin it."""
    Session(load(data), EmptyLists())


def workbooks(data):
    """Read any bytes as a workbook of either kind."""
    english(read(data, "form.xlsx" if data[:2] == b"PK" else "form.md"))


def papers(data):
    """Publish any Markdown or spreadsheet: its rules, its page, its tests."""
    publish(data, "form.xlsx" if data[:2] == b"PK" else "form.md")


TARGETS = {
    "expressions": expressions,
    "xforms": xforms,
    "workbooks": workbooks,
    "papers": papers,
}


def seeds(name):
    """What the fuzzer begins with: our own papers, as each target reads them."""
    sources = [path.read_bytes() for path in sorted(LIBRARY.glob("*/form.md"))]
    if name in {"workbooks", "papers"}:
        return sources
    books = [convert(english(read(source, "form.md"))) for source in sources]
    if name == "xforms":
        return [*books, SMALL]
    return [
        text.encode()
        for book in books
        for text in re.findall(r'(?:calculate|relevant|constraint)="([^"]*)"', book.decode())
    ]


def main(name, seconds=str(SECONDS)):
    """Run one target for so many seconds."""
    import atheris

    target = TARGETS[name]
    for module in list(sys.modules.values()):
        if module.__name__.startswith("forms."):
            for function in [one for one in vars(module).values() if _is_own(one, module)]:
                atheris.instrument_func(function)

    def one(data):
        try:
            target(data)
        except _NAMED:
            return

    with TemporaryDirectory() as corpus:
        for place, seed in enumerate(seeds(name)):
            Path(corpus, str(place)).write_bytes(seed)
        limits = (f"-max_total_time={seconds}", "-timeout=10", "-max_len=60000")
        atheris.Setup([sys.argv[0], *limits, corpus], one)
        atheris.Fuzz()


def _is_own(thing, module):
    return (
        callable(thing)
        and getattr(thing, "__module__", "") == module.__name__
        and hasattr(thing, "__code__")
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
