"""What is out of scope, each with its reason; a case is skipped for nothing else.

A reason that can be checked against what came out is checked there (``by_result``): such a case is
skipped only when the difference is exactly the one the reason names.
"""

import datetime as dt
import math
import re
from decimal import Decimal

from forms.expressions import values
from tests.conformance import trees

REASONS = {
    "host-functions": "the upstream test registers functions of its own (testfunc, raw, proto, …)",
    "commcare-only": "a function only CommCare has; neither ODK's standard nor any form of ours uses it",
    "variables": "$variables are CommCare's and JavaRosa's own; XForms has none",
    "no-document": "the case was extracted without the document it needs",
    "api-type": "asks for the number of an interface constant, not for a value",
    "itext-nodes": "asks for the itext elements themselves; ours answers the words, as the standard says",
    "doctype": "a browser's document type node, which XPath's data model does not have (XPath 1.0, 5)",
    "cdata": "a browser keeps a CDATA section apart; in XPath's data model it is text (XPath 1.0, 5.7)",
    "xmlns-nodes": "a browser's xmlns attributes stand for namespace nodes there",
    "whole-days": "dates are whole days here (DECISIONS.md); the recording has the zone's part of a day",
    "half-away": "round halves away from zero here (DECISIONS.md)",
    "external-files": "the run looks into a CSV, XML or GeoJSON file that is not among the material",
    "keeps-answers": "an answer that cannot stand is silently dropped there; we keep and report it",
    "refuses-circles": "a value that waits for itself is refused here; there it is computed once",
    "lazy-count": "JavaRosa makes counted rows when the screen reaches them; here they stand at once",
    "regex-whole": "JavaRosa's regex() must match the whole text; the standard and web-forms search in it",
    "earth-radius": "JavaRosa and Enketo measure areas four millionths apart; we follow Enketo and web-forms",
    "no-location": "the recording holds the upstream test client's words instead of a place",
    "upstream-failure": "the upstream test is marked as failing: what was recorded is not what it wants",
    "file-name": "refused for the workbook's file name, which no form here takes its name from",
    "superseded": "a plan the standard has replaced; Tables 2-C and 3 must come from a bureau's own copy",
    "no-input": "only the result is recorded, not what it was computed from",
    "random": "a random number without a seed",
    "supports-more": "JavaRosa refuses to support this part of XPath; we compute it",
}

_HOST = re.compile(
    r"\b(testfunc|add|raw|proto|null-proto|read|write|convertible|inconvertible|get-custom|check-types|foo|bar)\("
)
_COMMCARE = re.compile(
    r"\b(sort|sort-by|join-chunked|id-compress|closest-point-on-polygon|is-point-inside-polygon"
    r"|format-date-for-calendar|distinct-values|index-of|sleep|encrypt-string|decrypt-string"
    r"|json-property|cond|uuid-v4|polygon-point)\(|checksum\('verhoeff'"
)
_DATE = re.compile(r"date|today|now|\d{4}-\d\d-\d\d")


def of_expression(case):
    """The reason an expression is skipped before it is looked at, or ""."""
    text, kind = case["expression"], case["kind"]
    itext_nodes = kind.startswith("nodeset") and re.fullmatch(r"jr:itext\(.*\)", text)
    reasons = {
        "api-type": kind == "resultType",
        "no-document": case.get("needs_instance"),
        "host-functions": _HOST.search(text),
        "commcare-only": _COMMCARE.search(text),
        "variables": re.search(r"\$[\w-]", text),
        "itext-nodes": itext_nodes,
    }
    return next((name for name, holds in reasons.items() if holds), "")


def by_result(case, value, world):
    """The reason that explains exactly how a result differs, or ""."""
    expected = case["expected"]
    if case["kind"] == "throws" and expected == "XPathUnsupportedException":
        return "supports-more"
    if isinstance(value, list) and isinstance(expected, list):
        return _nodes(value, expected)
    if "namespace::" in case["expression"]:
        return "xmlns-nodes" if "xmlns" in str(expected) or expected is None else ""
    if re.search(r"\bround\(", case["expression"]):
        return "half-away" if _half_apart(case["expression"], value, expected) else ""
    return "whole-days" if _days_apart(case, value, world) else ""


def _nodes(value, expected):
    got = [trees.place(node) for node in value]
    plain = [one for one in expected if not one.startswith("#")]
    if got == plain:
        return "doctype"
    unlike = [one for one in plain if "text()" not in one]
    return "cdata" if unlike == [one for one in got if "text()" not in one] else ""


def _half_apart(text, value, expected):
    half = re.search(r"-\d*\.?\d*5\b", text)
    if not half or not isinstance(value, Decimal):
        return False
    step = Decimal(10) ** (value.as_tuple().exponent if value % 1 else 0)
    return abs(value - Decimal(str(expected))) == step


def _days_apart(case, value, world):
    """Whether both mean the same day, the recording with the zone's offset as a part of a day."""
    offset = world.zone.utcoffset(world.now()) / dt.timedelta(days=1)
    if not offset or not _DATE.search(case["expression"] + values.to_text(value)):
        return False
    if case["kind"] in {"boolean", "string-matches"}:
        return False  # ``xpath_cases`` computes a yes or no again where there is no offset
    got, want = _days(values.to_text(value), world), _days(str(case["expected"]), world)
    near = 1 / case.get("factor", 1e5)
    if any(math.isclose(got, want + part, abs_tol=near) for part in (offset, -offset, 0)):
        return True
    return not math.isnan(want) and got == math.floor(want + offset)


def _days(text, world):
    """Days since 1970 in UTC: of a number itself, of a date its midnight, of a moment exactly."""
    try:
        return float(text)
    except ValueError:
        found = values.to_date(text, world.zone)
    if isinstance(found, dt.datetime):
        return found.timestamp() / 86_400
    return math.nan if found is None else float(values.date_number(found))


def of_run(run):
    """The reason a recorded run is skipped before it is played, or ""."""
    if "custom-func(" in run["formXml"]:
        return "host-functions"
    return ""


def of_failure(run):
    """The reason a run may differ as soon as it looks into a file that is not here, or ""."""
    return "external-files" if run["external_files"] else ""


def of_node(form, told, state, node):
    """The reason that explains exactly how a node differs from what was recorded, or ""."""
    wanted, calculate = node["value"], getattr(state.question, "calculate", "")
    wrong = "" if state.error is None else state.error.code
    counted = {item.name for item in form.items() if getattr(item, "count", "")}
    reasons = {
        "keeps-answers": wrong in {"choice", "type"} and _kept(state.value, wanted, wrong),
        "no-location": wanted == "no client implementation",
        "random": "random(" in calculate,
        "regex-whole": not wanted and "regex(" in calculate,
        "earth-radius": "area(" in calculate and _measured_alike(state.value, wanted),
        "lazy-count": any(re.search(rf"\b{re.escape(one)}\b", calculate) for one in counted),
    }
    return next((name for name, holds in reasons.items() if holds), "")


def _kept(ours, theirs, wrong):
    """Whether theirs is what is left of ours: some words dropped, or a whole number cut short."""
    if wrong == "type" and "." in ours and ours.partition(".")[0] == theirs:
        return True
    left = theirs if isinstance(theirs, list) else str(theirs or "").split()
    words = iter(ours.split())
    return all(word in words for word in left)


def _measured_alike(ours, theirs):
    return math.isclose(float(ours), float(theirs), rel_tol=1e-5)
