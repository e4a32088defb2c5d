"""A form in two versions: the small workbook, and what changes in its second one."""

from forms.compare import compare
from forms.publish import publish
from tests.unit.forms.publishing import workbooks

HEAD = workbooks.SURVEY_HEAD
SECOND = workbooks.with_cell("settings", 2, "version", "2")


def first():
    """The version everything is compared with."""
    return publish(workbooks.markdown(), "a.md")


def second(**changed):
    """The next version with some sheets replaced."""
    changed = {"settings": SECOND, **changed}
    return publish(workbooks.markdown(**changed), "a.md")


def survey(*rows):
    return (HEAD, *rows)


def questions(place=None, *rows):
    """The questions of the small workbook, one replaced by others (from 0)."""
    own = list(workbooks.QUESTIONS)
    own[place : place + 1] = rows
    return survey(*own)


def told(old, new):
    """Level, path and code of every difference."""
    return [(one.level, one.path, one.code) for one in compare(old, new)]


def without_party(new, sheet="renamed"):
    """The second version with ``party_name`` under another name; the page follows."""
    changed = {
        "survey": questions(1, ("text", new, "单位", "Unit", "yes")),
        "print": workbooks.with_row("print", 3, "fields", f"单位 = ${{{new}}}"),
    }
    return changed if sheet is None else {**changed, sheet: (("old", "new"), ("party_name", new))}
