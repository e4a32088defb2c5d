"""XLSForm tables that must become a running form, or be refused with a message."""

import textwrap

from forms import xform
from forms.graph import FormError
from forms.lists import EmptyLists
from forms.publish_headings import english
from forms.publish_problems import PublishError
from forms.publish_workbook import read
from forms.publish_xlsform import convert
from forms.session import Session
from tests.conformance.verdict import failed, passed, skipped

REFUSALS = (PublishError, FormError, xform.XFormError)


def verdicts(cases):
    """One verdict for each workbook."""
    return (judge(case) for case in cases)


def judge(case):
    """Convert, load and begin a workbook, or see it refused; a crash is a failure either way."""
    name, test = case["id"], case["test"].rpartition("::")[2]
    try:
        _begin(case)
    except REFUSALS as error:
        if case.get("errored") or case.get("odk_validate_error__contains"):
            return passed(name) if str(error) else failed(name, f"{test}: refused without a word")
        return failed(name, f"{test}: refused: {error}"[:400])
    except Exception as error:  # noqa: BLE001 - a crash is a failed case, whatever it is
        return failed(name, f"{test}: CRASH {error!r}"[:400])
    if case.get("errored"):
        if "@" in case.get("name", ""):
            return skipped(name, "file-name")
        return failed(name, f"{test}: accepted, though {case.get('error__contains')}")
    return passed(name)


def _begin(case):
    text = textwrap.dedent(case["md"]) if case.get("md") else _table(case["ss_structure"])
    book = english(read(text.encode(), "form.md"))
    Session(xform.load(convert(book)), EmptyLists())


def _table(sheets):
    """Rows given as facts, written as the Markdown tables they would be."""
    lines = []
    for sheet, rows in sheets.items():
        heads = list(dict.fromkeys(head for row in rows for head in row))
        lines += [f"| {sheet} |", f"| | {' | '.join(heads)} |"]
        lines += [f"| | {' | '.join(str(row.get(head, '')) for head in heads)} |" for row in rows]
    return "\n".join(lines)
