"""Words with computed pieces: labels, choices, messages, and texts named by what is computed."""

import pytest

from forms.expressions import ExpressionError
from forms.graph import FormError
from forms.lists import EmptyLists
from forms.session import Session
from tests.unit.forms.running.test_foreign import begun, xform

ITEXT = (
    '<itext><translation lang="zh"><text id="small"><value>'
    '<output value="/data/name"/>，太小了</value></text></translation>'
    '<translation lang="en"><text id="small"><value>'
    '<output value="/data/name"/>, too small</value></text></translation></itext>'
)
CHOICES = """
| survey |
|  | type | name | label |
|  | text | shop | S |
|  | select_one places | where | W |
|  | select_multiple places | also | A |
| choices |
|  | list_name | name | label |
|  | places | in | 在${shop}里面 |
|  | places | out | 外面 |
"""


def small(message):
    binds = (
        f'<bind nodeset="/data/n" type="int" constraint=". &gt; 5" jr:constraintMsg="{message}"/>'
    )
    return begun("<name/><n/>", more=ITEXT, binds=binds, body='<input ref="/data/n"/>')


@pytest.mark.parametrize("message", ["jr:itext('small')", "jr:itext(concat('sm', 'all'))"])
def test_a_message_may_name_its_text_by_anything_computed(message):
    session = small(message)
    session.set("/data/n", "1")
    changed = session.set("/data/name", "李华")
    assert session.node("/data/n").error.message == "李华，太小了"
    assert changed.errors == {"/data/n"}
    assert session.speak("en").errors == {"/data/n"}
    assert session.node("/data/n").error.message == "李华, too small"


def test_a_computed_value_says_a_text_with_its_pieces_and_follows_them():
    binds = '<bind nodeset="/data/n" calculate="jr:itext(/data/which)"/>'
    session = begun("<name/><which/><n/>", more=ITEXT, binds=binds)
    session.set("/data/which", "small")
    assert session.node("/data/n").value == "，太小了"
    assert session.set("/data/name", "李华").values == {"/data/name", "/data/n"}
    assert session.node("/data/n").value == "李华，太小了"


def test_choices_are_called_by_what_was_answered(session):
    """A clerk writes ${shop} into a choice; an inspector must never see it as it is written."""
    running = session(CHOICES)
    assert [one.label for one in running.node("/data/where").choices] == ["在里面", "外面"]
    running.set("/data/where", "in")
    running.set("/data/also", "in out")
    changed = running.set("/data/shop", "小白羊")
    assert changed.choices == {"/data/where", "/data/also"}
    assert [one.label for one in running.node("/data/where").choices] == ["在小白羊里面", "外面"]
    assert running.node("/data/where").shown == "在小白羊里面"
    assert [one.label for one in running.search("/data/where", "白羊")] == ["在小白羊里面"]


def test_choices_written_at_the_question_are_called_by_what_was_answered():
    body = (
        '<select1 ref="/data/where"><item><label>在<output value="/data/shop"/></label>'
        "<value>in</value></item></select1>"
    )
    session = begun("<shop/><where/>", body=body)
    assert session.set("/data/shop", "店").choices == {"/data/where"}
    assert [one.label for one in session.node("/data/where").choices] == ["在店"]


def test_the_name_of_a_choice_is_asked_only_of_a_question_with_choices():
    name = '<bind nodeset="/data/n" calculate="jr:choice-name(/data/pick, \' /data/{} \')"/>'
    body = (
        '<select1 ref="/data/pick"><item><label>甲</label><value>a</value></item></select1>'
        '<input ref="/data/text"/>'
    )
    instance = "<pick>a</pick><text/><n/>"
    assert begun(instance, name.format("pick"), body).node("/data/n").value == "甲"
    with pytest.raises(FormError) as refused:
        begun(instance, name.format("text"), body)
    (problem,) = refused.value.problems
    assert (problem.attribute, problem.error.facts["reason"]) == ("calculate", "/data/text")


def test_indexed_repeat_looks_only_for_what_stands_in_the_repeat():
    instance = "<outside/><row><q>1</q></row><n/>"
    body = '<repeat nodeset="/data/row"><input ref="/data/row/q"/></repeat>'
    form = xform(instance, body=body)
    session = Session(form, EmptyLists())
    assert session.evaluate("indexed-repeat(/data/row/q, /data/row, 1)") == "1"
    assert session.evaluate("indexed-repeat(/data/row/q, /data/row, 2)") == ""
    with pytest.raises(ExpressionError, match="outside"):
        session.evaluate("indexed-repeat(/data/outside, /data/row, 1)")


def test_an_offset_is_written_with_its_colon():
    binds = '<bind nodeset="/data/at" type="dateTime"/><bind nodeset="/data/t" type="time"/>'
    session = begun("<at/><t/>", binds, '<input ref="/data/at"/><input ref="/data/t"/>')
    given = {
        "/data/at": ("2026-04-22T14:30:00+07:00", "2026-04-22T14:30:00+0700"),
        "/data/t": ("14:30:00+07:00", "14:30:00+0700"),
    }
    for ref, (right, wrong) in given.items():
        session.set(ref, right)
        assert session.node(ref).error is None
        session.set(ref, wrong)
        assert session.node(ref).error.code == "type"
