"""Expressions with a document, a context node and the value that must come out."""

import datetime as dt
import math
import re
from decimal import Decimal
from zoneinfo import ZoneInfo

from forms.expressions import (
    Context,
    EvaluationError,
    ExpressionError,
    Scope,
    World,
    compile,  # noqa: A004 - the engine's word
    values,
)
from forms.expressions.nodes import Node, NodeKind
from tests.conformance import scope as out
from tests.conformance import trees
from tests.conformance.verdict import failed, passed, skipped

TOLERANCE = 1e-12


def verdicts(data):
    """One verdict for each case of a file."""
    meta = data["meta"]
    for case in data["cases"]:
        reason = out.of_expression(case)
        if reason:
            yield skipped(case["id"], reason)
            continue
        yield judge(case, data.get("documents", {}), meta)


def judge(case, documents, meta):
    """The verdict on one case; a crash is a failure like any other."""
    name, text = case["id"], case["expression"]
    try:
        value, world, _top = _value(case, documents, meta)
    except (ExpressionError, EvaluationError) as error:
        if case["kind"] == "throws":
            return passed(name)
        return failed(name, f"{text}: {error!r}")
    except Exception as error:  # noqa: BLE001 - a crash is a failed case, whatever it is
        return failed(name, f"{text}: CRASH {error!r}")
    wrong = f"no error but {value!r}" if case["kind"] == "throws" else _differs(case, value, world)
    if not wrong:
        return passed(name)
    reason = out.by_result(case, value, world)
    if not reason and case["kind"] == "boolean" and world.zone is not dt.UTC:
        at_greenwich, *_ = _value(case, documents, meta | {"timezone": "UTC"})
        reason = "whole-days" if values.to_boolean(at_greenwich) is case["expected"] else ""
    return skipped(name, reason) if reason else failed(name, f"{text}: {wrong}")


def _value(case, documents, meta):
    top, context, world = _surroundings(case, documents, meta)
    compiled = compile(case["expression"], Context(namespaces=world.namespaces, deferred=True))
    # The root the case names is the outermost node while the expression runs.
    above, world.root.parent = world.root.parent, None
    try:
        return compiled.run(Scope(world, context)), world, top
    finally:
        world.root.parent = above


def _surroundings(case, documents, meta):
    zone = _zone(meta)
    now = dt.datetime.fromtimestamp(case.get("now_ms", 0) / 1000, dt.UTC)
    world = World(now=lambda: now, zone=zone, namespaces=meta.get("namespaces", {}))
    if "instance" in case:
        top = _from_pairs(case["instance"])
        context = top
    else:
        text = documents.get(case.get("doc"), "<data/>")
        top = trees.read(text)
        context = trees.at(top, case.get("context", "/"))
    world.root = top
    if case.get("root"):
        world.root = trees.at(top, case["root"])
        world.secondary = _secondary(world.root)
        world.words = _words(top, case.get("lang"))
    return top, context, world


def _zone(meta):
    word = meta.get("timezone", "")
    return ZoneInfo("America/Phoenix") if "Phoenix" in word else dt.UTC


def _secondary(instance):
    """The other instances of the model, by their ids."""
    return {
        next((one.value for one in other.attributes if one.name == "id"), ""): other
        for other in instance.parent.children
        if other.kind is NodeKind.ELEMENT
        and other.local_name == "instance"
        and other is not instance
    }


def _words(top, language):
    """What ``jr:itext`` says in a language; without one, in the form's default."""
    spoken = [node for node in top.descendants() if node.local_name == "translation"]
    marks = {id(node): {one.local_name: one.value for one in node.attributes} for node in spoken}
    chosen = [node for node in spoken if marks[id(node)].get("lang") == language]
    chosen += [node for node in spoken if "default" in marks[id(node)]] + spoken

    def words(key, _node):
        for translation in chosen:
            for text in translation.named("text"):
                if any(one.name == "id" and one.value == key for one in text.attributes):
                    said = [one for one in text.named("value") if not one.attributes]
                    return said[0].text() if said else ""
        return ""

    return words


def _from_pairs(pairs):
    top = Node(NodeKind.ROOT)
    made = {}
    counted = {}
    for ref, text in pairs:
        parent_ref, _, step = ref.rpartition("/")
        name = step.partition("[")[0]
        parent = made.get(parent_ref) or made.get(_latest(made, parent_ref)) or top
        node = parent.add(Node(NodeKind.ELEMENT, name, text or ""))
        made[ref] = node
        counted[ref] = counted.get(ref, 0) + 1
    return top


def _latest(made, ref):
    return ref if ref in made else ref.partition("[")[0]


def _differs(case, value, world):
    check = _KINDS.get(case["kind"])
    if check is None:
        return f"a kind we do not know: {case['kind']}"
    return check(case, value, case["expected"], world)


def _number(case, value, expected, world):
    got = float(values.to_number(value, world.zone))
    want = _float(expected)
    if math.isnan(want):
        return "" if math.isnan(got) else f"{got} is not NaN"
    if math.isinf(want) or math.isinf(got):
        return "" if got == want else f"{got} is not {want}"
    fits = abs(got - want) <= TOLERANCE * max(1.0, abs(want))
    return "" if fits else f"{got!r} is not {want!r}"


def _rounded(case, value, expected, world):
    factor = case["factor"]
    got = round(float(values.to_number(value, world.zone)) * factor)
    want = round(_float(expected) * factor)
    return "" if got == want else f"{got} is not {want} by {factor}"


def _float(text):
    return float(text) if not isinstance(text, str) else float(text.replace("Infinity", "inf"))


def _string(case, value, expected, world):
    got = values.to_text(value)
    want = expected if isinstance(expected, str) else values.number_text(Decimal(str(expected)))
    return "" if got == want else f"{got!r} is not {want!r}"


def _boolean(case, value, expected, world):
    got = values.to_boolean(value)
    return "" if got is expected else f"{got} is not {expected}"


def _matches(case, value, expected, world):
    flags = re.IGNORECASE if "i" in case.get("flags", "") else 0
    got = values.to_text(value)
    return "" if re.search(expected, got, flags) else f"{got!r} does not match {expected}"


def _length(case, value, expected, world):
    got = len(values.to_text(value))
    return "" if got == expected else f"{got} is not {expected} long"


def _nodes(case, value, expected, world):
    if not isinstance(value, list):
        return f"{value!r} is no node-set"
    if "instance" in case:
        got = [_counted(node) for node in value]
    else:
        got = [trees.place(node) for node in value]
    if case["kind"] == "nodeset-unordered":
        got, expected = sorted(got), sorted(expected)
    return "" if got == list(expected) else f"{got} is not {expected}"


def _counted(node):
    """A path as JavaRosa writes it, which counts the named siblings from 0."""
    if node.parent is None or node.parent.kind is NodeKind.ROOT:
        return f"/{node.name}"
    around = node.parent.named(node.name)
    return f"{_counted(node.parent)}/{node.name}[{around.index(node)}]"


def _nth(case, value, expected, world):
    place = case.get("arg", 0)
    if not isinstance(value, list):
        return f"{value!r} is no node-set"
    got = trees.place(value[place]) if 0 <= place < len(value) else None
    return "" if got == expected else f"{got} is not {expected}"


def _single(case, value, expected, world):
    got = trees.place(value[0]) if isinstance(value, list) and value else None
    return "" if got == expected else f"{got} is not {expected}"


def _size(case, value, expected, world):
    got = len(value) if isinstance(value, list) else None
    return "" if got == expected else f"{got} is not {expected}"


def _date_ms(case, value, expected, world):
    found = values.to_date(value, world.zone)
    if found is None:
        return f"{value!r} is no date"
    if not isinstance(found, dt.datetime):
        found = dt.datetime.combine(found, dt.time(), world.zone)
    got = round(found.timestamp() * 1000)
    return "" if got == expected else f"{got} is not {expected}"


def _date(case, value, expected, world):
    found = values.to_date(value, world.zone)
    got = None if found is None else values.as_day(found).isoformat()
    return "" if got == str(expected)[:10] else f"{got} is not {expected}"


def _type(case, value, expected, world):
    got = (
        1
        if isinstance(value, Decimal)
        else 2
        if isinstance(value, str)
        else 3
        if isinstance(value, bool)
        else 4
    )
    return "" if got == expected else f"type {got} is not {expected}"


_KINDS = {
    "number": _number,
    "number-rounded": _rounded,
    "string": _string,
    "stringValue": _string,
    "boolean": _boolean,
    "booleanValue": _boolean,
    "string-matches": _matches,
    "string-length": _length,
    "nodeset": _nodes,
    "nodeset-unordered": _nodes,
    "iterateNext": _nth,
    "singleNodeValue": _single,
    "snapshotLength": _size,
    "date-ms": _date_ms,
    "date": _date,
    "resultType": _type,
}
