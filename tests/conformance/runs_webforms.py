"""Recorded runs of whole forms in ODK Web Forms: states, labels, options and violations."""

import datetime as dt
import re

from forms import xform
from forms.expressions import ExpressionError
from forms.graph import FormError
from forms.lists import EmptyLists
from forms.session import Session
from tests.conformance import scope as out
from tests.conformance.places import Places, repeats_of
from tests.conformance.sameness import ExplainedError, MismatchError, same, well_formed
from tests.conformance.verdict import failed, passed, skipped

#: What they add themselves; here a paper's ids are those of its record.
_META = re.compile(r"/(orx:)?meta(/|$)")
#: Their names of types whose values are written in a way of their own.
_KINDS = {"int": 2, "decimal": 3, "geopoint": 10, "geoshape": 14, "geotrace": 15, "boolean": 9}


def verdicts(runs):
    """One verdict for each run."""
    for run in runs:
        reason = out.of_run(run)
        yield skipped(run["id"], reason) if reason else judge(run)


def judge(run):
    """Play a run; where a form cannot be opened there, it must not open here."""
    name, test = run["id"], run["test"].rpartition("::")[2].strip()[:90]
    try:
        play = _Play(run)
    except (FormError, ExpressionError, xform.XFormError) as error:
        if "cycle" in str(error):
            return skipped(name, "refuses-circles")
        return passed(name) if "initError" in run else failed(name, f"{test}: {error}"[:300])
    if "initError" in run and run["status"] == "known-failure":
        return skipped(name, "upstream-failure")
    if "initError" in run:
        return failed(name, f"{test}: opened, though {run['initError']['message']}")
    return _played(play, name, test)


def _played(play, name, test):
    try:
        play.through()
    except ExplainedError as error:
        return skipped(name, str(error))
    except MismatchError as error:
        reason = out.of_failure(play.run)
        if play.run["status"] == "known-failure":
            reason = "upstream-failure"
        if reason:
            return skipped(name, reason)
        return failed(name, f"{test}: {error}")
    except Exception as error:  # noqa: BLE001 - a crash is a failed run, whatever it is
        return failed(name, f"{test}: CRASH {error!r}")
    return passed(name)


def _text(value):
    """What a test gave as an answer, as text: places and files come as objects, choices in lists."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return " ".join(map(_text, value))
        case {"latitude": north, "longitude": east}:
            high, near = value.get("altitude"), value.get("accuracy")
            told = [north, east, high or 0, near] if near is not None else [north, east, high]
            return " ".join(str(one) for one in told if one is not None)
        case dict():
            return value.get("name") or value.get("string") or ""
        case _:
            return str(value)


def _same(question, ours, theirs, datatype=None):
    """As ``same``; chosen words may stand in any order, as they were touched or as they are offered."""
    if getattr(question, "kind", "") == "select_multiple":
        return sorted(ours.split()) == sorted(str(theirs).split())
    return same(ours, theirs, datatype)


class _Play:
    def __init__(self, run):
        self.run = run
        self.form = xform.load(well_formed(run["formXml"]).encode())
        self.repeats = repeats_of(self.form)
        moment = dt.datetime.fromtimestamp(run.get("now", 0) / 1000, dt.UTC)
        self.session = Session(
            self.form,
            EmptyLists(),
            language=self.form.default_language,
            now=lambda: moment,
            meta=self._given(),
        )
        self.expected = {}

    def _given(self):
        """The properties the test gave its device; they are recorded only in the answers."""
        told = {node["ref"]: node.get("value") for node in self.run["initial"]}
        return {
            item.preload[1]: told[item.path]
            for item in self.form.questions()
            if item.preload[0] == "property" and told.get(item.path)
        }

    def through(self):
        """Play every step, comparing after each.

        Raises:
            MismatchError: something differs.
            ExplainedError: it differs for a reason named in ``scope``.
        """
        self._learn(self.run["initial"])
        self._compare("at the start")
        for number, step in enumerate(self.run["steps"], 1):
            if step["op"] != "next":
                getattr(self, "_" + step["op"])(step)
            for told in step.get("removed", ()):
                self.expected.pop(told, None)
            self._learn(step.get("changed", ()))
            if "changed" in step:
                self._compare(f"after step {number}, {step['op']}")

    def _learn(self, nodes):
        for node in nodes:
            if not _META.search(node["ref"]) or self.form.item(node["ref"]) is not None:
                self.expected[node["ref"]] = node

    def _compare(self, when):
        here = Places(self.session).all()
        for told, node in self.expected.items():
            if node["type"].startswith("repeat-range"):
                ref = self._at(told)
            elif told in here:
                ref = here[told]
            else:
                raise MismatchError(f"{when}: {told} is not there")
            self._compare_node(when, told, node, self.session.node(ref))
        extra = sorted(told for told in here.keys() - self.expected.keys() if "@" not in told)
        if extra:
            raise MismatchError(f"{when}: {extra[0]} should not be there")

    def _compare_node(self, when, told, node, state):
        asked = "value" in node
        for name in ("relevant", "required", "readonly") if asked else ("relevant",):
            if name == "readonly" and getattr(state.question, "calculate", ""):
                continue
            if getattr(state, name) is not node[name]:
                raise MismatchError(f"{when}: {told} {name} is {getattr(state, name)}")
        if not asked or not state.relevant:
            return
        value = node["value"] if isinstance(node["value"], str) else " ".join(node["value"])
        if told.endswith("instanceID") and not value:
            return  # every paper gets its id here, as OpenRosa has it
        if not _same(state.question, state.value, value, _KINDS.get(node.get("valueType"))):
            if reason := out.of_node(self.form, told, state, node):
                raise ExplainedError(reason)
            raise MismatchError(f"{when}: {told} is {state.value!r}, not {value!r}")
        self._compare_words(when, told, node, state)

    def _compare_words(self, when, told, node, state):
        if "label" in node and state.label.split() != node["label"].split():
            raise MismatchError(f"{when}: {told} is called {state.label!r}, not {node['label']!r}")
        if "options" in node:
            found = [[one.value, one.label] for one in state.choices]
            if found != [list(one) for one in node["options"]]:
                raise MismatchError(f"{when}: {told} offers {found}, not {node['options']}")
        wrong = node.get("violation")
        if (wrong is None) != (state.error is None):
            raise MismatchError(f"{when}: {told} has {state.error}, not {wrong}")
        if wrong and wrong["condition"] != state.error.code:
            raise MismatchError(
                f"{when}: {told} breaks {state.error.code}, not {wrong['condition']}"
            )
        if wrong and state.error.message and state.error.message != wrong.get("message"):
            raise MismatchError(
                f"{when}: {told} says {state.error.message!r}, not {wrong['message']!r}"
            )

    def _at(self, told):
        return Places(self.session).find(told)

    def _answer(self, step):
        told, *given = step["args"] if len(step["args"]) > 1 else (step["current"], *step["args"])
        self._make_rows(told)
        self.session.set(self._at(told), " ".join(filter(None, map(_text, given))))

    def _make_rows(self, told):
        """Add the rows an answer names and nobody has added: their client does so by itself."""
        for row in re.finditer(r"\[\d+\]", told):
            repeat = told[: row.start()]
            while len(self.session.children(self._at(repeat))) < int(row[0][1:-1]):
                self.session.add_repeat(self._at(repeat))

    def _createNewRepeat(self, step):  # noqa: N802 - the recording's word
        given = step["args"][0] if step["args"] else None
        self.session.add_repeat(self._at(given if isinstance(given, str) else step["at"]))

    def _removeRepeat(self, step):  # noqa: N802 - the recording's word
        self.session.remove_repeat(self._at(step["args"][0]))

    def _setLanguage(self, step):  # noqa: N802 - the recording's word
        self.session.speak(step["args"][0])

    def _answerOf(self, step):  # noqa: N802 - the recording's word
        told = step["args"][0]
        state = self.session.node(self._at(told))
        found = state.value if state.relevant else ""
        wanted = step["value"] if not isinstance(step["value"], list) else " ".join(step["value"])
        if not _same(state.question, found, wanted):
            if reason := out.of_node(self.form, told, state, step):
                raise ExplainedError(reason)
            raise MismatchError(f"the answer of {told} is {found!r}, not {wanted!r}")

    def _choicesOf(self, step):  # noqa: N802 - the recording's word
        state = self.session.node(self._at(step["args"][0]))
        found = [[one.value, one.label] for one in state.choices]
        if found != step["value"]:
            raise MismatchError(f"choices of {step['args'][0]} are {found}, not {step['value']}")

    def _countRepeatInstancesOf(self, step):  # noqa: N802 - the recording's word
        found = len(self.session.children(self._at(step["args"][0])))
        if found != step["value"]:
            raise MismatchError(f"{found} rows of {step['args'][0]}, not {step['value']}")
