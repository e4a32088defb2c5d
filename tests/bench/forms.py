"""A form of 1,000 questions and 200 rows: loading it, and settling each answer.

The counterpart keeps the same document in lxml and computes every expression again after an
answer, as a program without a dependency graph must.
"""

from functools import partial

from forms import xform
from forms.lists import EmptyLists
from forms.session import Session
from tests.bench.figures import Figure, middle, milliseconds

QUESTIONS, ROWS = 1_000, 200
OPENINGS, RECOMPUTED = 7, 40


def figures():
    source = large_form()
    form = xform.load(source)
    session = Session(form, EmptyLists())
    settled = list(_settling(session))
    again = list(_recomputing(source))
    against = "every expression computed anew by lxml"
    yield Figure("forms-settle", middle(settled), "ms", against, middle(again))
    yield Figure("forms-settle-worst", max(settled), "ms", against, max(again))
    opened = [milliseconds(partial(_open, source)) for _ in range(OPENINGS)]
    compiled = [milliseconds(partial(_compile, source)) for _ in range(OPENINGS)]
    yield Figure(
        "forms-load", middle(opened), "ms", "lxml parsing and compiling the same", middle(compiled)
    )


def large_form():
    """The XForm: of five questions each, one is relevant, one computed, one bounded by another."""
    names = [f"q{number}" for number in range(QUESTIONS)]
    binds = [_bind(number) for number in range(QUESTIONS)]
    inputs = [f'<input ref="/data/{name}"/>' for name in names if int(name[1:]) % 5 != 2]
    rows = "<row><a/><b/><c/></row>" * ROWS
    binds += [
        '<bind nodeset="/data/row/b" type="decimal" relevant="../a &gt; /data/q0"/>',
        '<bind nodeset="/data/row/c" type="decimal" calculate="../a * /data/q5 + number(../b)"/>',
        '<bind nodeset="/data/total" type="decimal" calculate="sum(/data/row/c)"/>',
    ]
    body = "".join(inputs)
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
        f'<h:head><model><instance><data id="large">{"".join(f"<{name}/>" for name in names)}'
        f"<total/>{rows}</data></instance>{''.join(binds)}</model></h:head><h:body>{body}"
        '<repeat nodeset="/data/row"><input ref="/data/row/a"/><input ref="/data/row/b"/></repeat>'
        "</h:body></h:html>"
    ).encode()


def _bind(number):
    said = {
        1: f'relevant="/data/q{number - 1} &gt; 3"',
        2: f'calculate="/data/q{number - 2} + number(/data/q{number - 1})"',
        3: f'constraint=". &lt;= /data/q{number - 3}"',
        4: f'required="/data/q{number - 4} = 1"',
    }.get(number % 5, "")
    return f'<bind nodeset="/data/q{number}" type="int" {said}/>'


def _open(source):
    return Session(xform.load(source), EmptyLists())


def _settling(session):
    """Answer every question and every row twice; yields what each took in milliseconds."""
    refs = [f"/data/q{number}" for number in range(QUESTIONS) if number % 5 != 2]
    refs += [f"{row}/a" for row in session.children("/data/row")]
    for value in ("5", "1"):
        for ref in refs:
            yield milliseconds(partial(session.set, ref, value))


def _compile(source):
    """The document and its expressions in lxml: (node, whether it is stored, expression) each."""
    from lxml import etree

    start, end = source.index(b"<data "), source.index(b"</data>") + len(b"</data>")
    root = etree.ElementTree(etree.fromstring(source[start:end]))
    space = "{http://www.w3.org/2002/xforms}"
    model = etree.fromstring(source)
    found = []
    for bind in model.iter(f"{space}bind"):
        nodes = root.xpath(bind.get("nodeset"))
        for part in ("relevant", "calculate", "constraint", "required"):
            if bind.get(part):
                compiled = etree.XPath(bind.get(part))
                found += [(node, part == "calculate", compiled) for node in nodes]
    return root, found


def _recomputing(source):
    root, expressions = _compile(source)
    for number in range(RECOMPUTED):
        node = root.find(f"q{number * 5}")
        yield milliseconds(partial(_recompute, node, str(number), expressions))


def _recompute(node, text, expressions):
    node.text = text
    for target, stored, expression in expressions:
        value = expression(target)
        if stored:
            target.text = str(value)
