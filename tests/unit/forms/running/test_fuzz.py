"""Whatever a file holds, it becomes a form that runs or a named error: never a crash or a hang."""

import os
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.graph import FormError
from forms.lists import EmptyLists
from forms.publish import publish
from forms.publish_problems import PublishError
from forms.session import Session
from forms.xform import XFormError, load
from tests.unit.forms.publishing import workbooks
from tests.unit.forms.running.test_properties import FORM, MARKDOWN

SOAK = bool(os.environ.get("XUNJIAN_SOAK"))
ROUNDS = settings(
    deadline=None,
    max_examples=1_000 if SOAK else 30,
    suppress_health_check=[HealthCheck.too_slow],
)
PATIENCE = 5
"""Seconds one hostile file may take; those we make here take milliseconds."""

NAMES = st.sampled_from(["a", "b", "g", "r", "meta", "instanceID", "data", "x:y", "名", "@id"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(lambda names: "/data/" + "/".join(names))
EXPRESSIONS = st.sampled_from(
    [
        *("1", "true()", ". > 3", "../a + 1", "/data/a", "count(/data/r)", "position(..)", ""),
        *("instance('l')/root/item[name = /data/a]", "jr:itext('t')", "1 +", "nothing()", "//a"),
        *("selected(/data/a, 'x')", "/data/r[1]/a", "current()/../b", "regex(., '(a|a)*$')"),
        *("indexed-repeat(/data/r/a, /data/r, 1)", "pulldata('l', 'a', 'b', .)", "once(uuid())"),
    ]
)


@st.composite
def tags(draw, depth=0):
    """Elements of an XForm with the attributes that mean something, put together at random."""
    tag = draw(
        st.sampled_from(
            [
                *("group", "repeat", "input", "select", "select1", "upload", "trigger", "range"),
                *("bind", "setvalue", "itemset", "item", "label", "value", "hint", "instance"),
                *("itext", "translation", "text", "output", "data", "a", "b", "r", "root"),
            ]
        )
    )
    attributes = draw(
        st.dictionaries(
            st.sampled_from(
                [
                    *("ref", "nodeset", "bind", "relevant", "calculate", "constraint", "required"),
                    *("readonly", "type", "event", "value", "id", "src", "lang", "jr:template"),
                    *("jr:count", "jr:preload", "appearance", "start", "end", "step", "query"),
                ]
            ),
            st.one_of(PATHS, EXPRESSIONS, st.sampled_from(["int", "date", "geopoint", "l", "t"])),
            max_size=3,
        )
    )
    said = "".join(f' {name}="{_escaped(text)}"' for name, text in attributes.items())
    below = "" if depth > 3 else "".join(draw(st.lists(tags(depth=depth + 1), max_size=3)))
    words = draw(st.sampled_from(["", "x", "3", "沂"]))
    return f"<{tag}{said}>{words}{below}</{tag}>"


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def named(holds):
    assert holds, "an error without a word"


def begun(xml):
    """Load, begin, and answer everything once; a named error is fine, anything else is not."""
    start = time.process_time()
    try:
        session = Session(load(xml), EmptyLists())
        for question in session.form.questions():
            if not question.calculate:
                with suppress(KeyError):  # it stands in the row of a repeat
                    session.set(question.path, "3")
        again = Session(session.form, EmptyLists(), answers=session.answers())
        assert again.answers() == session.answers()
    except (XFormError, FormError) as error:
        named(bool(str(error)))
    assert time.process_time() - start < PATIENCE


@ROUNDS
@given(st.lists(tags(), max_size=4), st.lists(tags(), max_size=4), st.lists(tags(), max_size=5))
def test_any_xform_runs_or_is_refused(instance, binds, body):
    begun(
        (
            '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
            ' xmlns:jr="http://openrosa.org/javarosa"><h:head><model><instance><data id="f">'
            f"{''.join(instance)}</data></instance>{''.join(binds)}</model></h:head>"
            f"<h:body>{''.join(body)}</h:body></h:html>"
        ).encode()
    )


def _spoiled(data, places, junk):
    spoiled = bytearray(data)
    for place in places:
        spoiled[place % len(spoiled)] = junk
    return bytes(spoiled)


def _xform():
    from pyxform.xls2xform import convert

    return convert(xlsform=MARKDOWN, file_type=".md").xform.encode()


XFORM = _xform()


@ROUNDS
@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=4), st.sampled_from(b"<>&\"'/ a0\x00\xff")
)
def test_a_spoiled_xform_runs_or_is_refused(places, junk):
    begun(_spoiled(XFORM, places, junk))


CELLS = st.one_of(
    EXPRESSIONS,
    NAMES,
    st.sampled_from(["text", "integer", "select_one l", "begin_group", "end_group", "yes", "${a}"]),
    st.text(max_size=8).map(lambda text: text.replace("|", "").replace("\n", "")),
)


@settings(ROUNDS, max_examples=1_000 if SOAK else 40)
@given(
    st.sampled_from(sorted(workbooks.SHEETS)),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 9), CELLS), min_size=1, max_size=6),
)
def test_any_workbook_is_published_or_told_what_is_wrong(sheet, changes):
    rows = [list(row) for row in workbooks.SHEETS[sheet]]
    for place, column, text in changes:
        row = rows[place % len(rows)]
        row += [""] * (column + 1 - len(row))
        row[column] = text
    told(workbooks.markdown(**{sheet: tuple(map(tuple, rows))}), "a.md")


@settings(ROUNDS, max_examples=1_000 if SOAK else 30)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=4), st.integers(0, 255))
def test_a_spoiled_spreadsheet_is_published_or_told_what_is_wrong(places, junk):
    told(_spoiled(workbooks.excel(), places, junk), "a.xlsx")


def told(data, name):
    """Publish; whatever is wrong has a sentence in both languages."""
    start = time.process_time()
    try:
        publish(data, name)
    except PublishError as error:
        named(bool(error.problems))
        named(all(one.message_zh and one.message_en for one in error.problems))
    assert time.process_time() - start < PATIENCE * 2


@pytest.mark.parametrize("value", ["", "3", "-1", "x", "1e9", "99999999999999999999", "\x00", "沂"])
def test_any_text_may_be_an_answer(value):
    """An input method, a scanner or a paste may bring anything; it is kept and judged."""
    session = Session(FORM, EmptyLists())
    for question in session.form.questions():
        if question.has_control and "{" not in question.path:
            try:
                session.set(question.path, value)
            except KeyError:
                continue
            assert session.node(question.path).value == value
