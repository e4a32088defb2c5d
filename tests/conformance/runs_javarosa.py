"""Recorded runs of whole forms in JavaRosa: the state of every node after every step."""

import datetime as dt
import re

from forms import xform
from forms.expressions.dates import parse_moment
from forms.graph import FormError
from forms.lists import EmptyLists
from forms.session import Session
from tests.conformance import scope as out
from tests.conformance.places import Places, plain, repeats_of
from tests.conformance.sameness import (
    ExplainedError,
    MismatchError,
    is_uuid,
    same,
    well_formed,
)
from tests.conformance.verdict import failed, passed, skipped

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")


def verdicts(runs):
    """One verdict for each run."""
    for run in runs:
        reason = out.of_run(run)
        yield skipped(run["id"], reason) if reason else judge(run)


def judge(run):
    """Play a run and compare after every step."""
    try:
        return _Play(run).verdict()
    except FormError as error:
        if not run["initial"]:
            return passed(run["id"])  # there, too, it could not be opened
        return failed(run["id"], f"{_test(run)}: {error}"[:300])
    except ExplainedError as error:
        return skipped(run["id"], str(error))
    except MismatchError as error:
        reason = out.of_failure(run)
        return skipped(run["id"], reason) if reason else failed(run["id"], f"{_test(run)}: {error}")
    except Exception as error:  # noqa: BLE001 - a crash is a failed run, whatever it is
        return failed(run["id"], f"{_test(run)}: CRASH {error!r}")


def _test(run):
    return run["test"].rpartition("javarosa.")[2]


class _Play:
    def __init__(self, run):
        self.run = run
        self.form = xform.load(well_formed(run["formXml"]).encode())
        self.repeats = repeats_of(self.form)
        self.now = _recorded_now(run)
        self.session = self._begin()
        self.expected = {}

    def _begin(self):
        return Session(
            self.form, EmptyLists(), language=self.form.default_language, now=lambda: self.now
        )

    def verdict(self):
        self._learn(self.run["initial"])
        self._compare("at the start")
        for number, step in enumerate(self.run["steps"], 1):
            getattr(self, "_" + step["op"])(step)
            for told in step.get("removed", ()):
                self.expected.pop(plain(told, self.repeats), None)
            self._learn(step.get("changed", ()))
            if "changed" in step:
                self._compare(f"after step {number}, {step['op']} {step.get('ref', '')}")
        return passed(self.run["id"])

    def _learn(self, nodes):
        for node in nodes:
            self.expected[plain(node["ref"], self.repeats)] = node

    def _compare(self, when):
        here = Places(self.session).all()
        missing = sorted(told for told in self.expected.keys() - here.keys() if self._counts(told))
        if missing:
            raise MismatchError(f"{when}: {missing[0]} is not there")
        extra = sorted(told for told in here.keys() - self.expected.keys() if self._counts(told))
        if extra:
            raise MismatchError(f"{when}: {extra[0]} should not be there")
        for told in self.expected.keys() & here.keys():
            node = self.expected[told]
            self._compare_node(when, told, node, self.session.node(here[told]))

    def _counts(self, told):
        """Whether an extra node is a difference: attributes are not recorded, and rows of a counted
        repeat come there only when the screen reaches them."""
        path = ""
        for step in told.split("/")[1:]:
            path = f"{path}/{step.partition('[')[0]}"
            item = self.form.item(path)
            if step.startswith("@") or getattr(item, "count", ""):
                return False
        return True

    def _compare_node(self, when, told, node, state):
        asked = "value" in node
        for name in ("relevant", "required", "readonly") if asked else ("relevant", "readonly"):
            if name == "readonly" and getattr(state.question, "calculate", ""):
                continue  # what is computed cannot be typed over here, whatever its bind says
            if getattr(state, name) is not node[name]:
                raise MismatchError(f"{when}: {told} {name} is {getattr(state, name)}")
        if asked and not same(state.value, node["value"], node.get("dataType")):
            if told.endswith("/meta/instanceID") and is_uuid(state.value):
                return  # every paper gets its id here, as OpenRosa has it
            if reason := out.of_node(self.form, told, state, node):
                raise ExplainedError(reason)
            raise MismatchError(f"{when}: {told} is {state.value!r}, not {node['value']!r}")

    def _at(self, told):
        """Some steps of the recordings count from 0: those that have a 0 in them."""
        return Places(self.session).find(told, start=0 if "[0]" in told else 1)

    def _answer(self, step):
        ref = self._at(step["ref"])
        before = self.session.node(ref).value
        self.session.set(ref, step["value"] or "")
        wrong = self.session.node(ref).error
        if step.get("result") in {"CONSTRAINT_VIOLATED", "REQUIRED_BUT_EMPTY"}:
            if wrong is None:
                raise MismatchError(f"{step['ref']} took {step['value']!r}")
            self.session.set(ref, before)

    def _createNewRepeat(self, step):  # noqa: N802 - the recording's word
        told = re.sub(r"\[\d+\]$", "", step["ref"])
        try:
            self._at(step["ref"])
        except KeyError:
            self.session.add_repeat(self._at(told))

    def _removeRepeat(self, step):  # noqa: N802 - the recording's word
        self.session.remove_repeat(self._at(step["ref"]))

    def _newInstance(self, _step):  # noqa: N802 - the recording's word
        self.session = self._begin()

    def _setLanguage(self, step):  # noqa: N802 - the recording's word
        self.session.speak(step["value"])

    def _answerOf(self, step):  # noqa: N802 - the recording's word
        try:
            state = self.session.node(self._at(step["ref"]))
        except KeyError:
            state = None
        found = state.value if state else ""
        if not same(found, step["value"], None):
            reason = out.of_node(self.form, step["ref"], state, step) if state else ""
            if reason:
                raise ExplainedError(reason)
            raise MismatchError(f"the answer of {step['ref']} is {found!r}, not {step['value']!r}")

    def _choicesOf(self, step):  # noqa: N802 - the recording's word
        choices = self.session.node(self._at(step["ref"])).choices
        found = [[one.value, one.label] for one in choices]
        if found != step["value"]:
            raise MismatchError(f"choices of {step['ref']} are {found}, not {step['value']}")

    def _countRepeatInstancesOf(self, step):  # noqa: N802 - the recording's word
        found = len(self.session.children(self._at(step["ref"])))
        if found != step["value"]:
            raise MismatchError(f"{found} rows of {step['ref']}, not {step['value']}")

    def _validate(self, step):
        wrong = self.session.problems()
        if ("outcome=0" in str(step["value"]) or step["value"] is None) != (not wrong):
            raise MismatchError(f"validate gives {wrong}, not {step['value']}")


def _recorded_now(run):
    for node in run["initial"]:
        value = str(node.get("value"))
        if _MOMENT.fullmatch(value):
            moment = parse_moment(value, dt.UTC)
            if moment is not None:
                return moment
    return dt.datetime(2026, 11, 20, 10, 23, 19, tzinfo=dt.UTC)
