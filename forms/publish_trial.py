"""The ``tests`` sheet: answers in, what must come out, run before a form is published."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from forms.compose import compose, words
from forms.lists import Lists
from forms.model import Question, Repeat
from forms.package import Package
from forms.page_values import unique_paths
from forms.printed import SHANGHAI
from forms.publish_headings import STEPS
from forms.publish_page import page_count
from forms.publish_plausible import NOW, facts_for, fill
from forms.publish_problems import Problem, problem
from forms.session import Session

_PAGES = re.compile(r"[0-9]{1,4}(\.\.[0-9]{1,4})?")
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
_YEARS = range(1900, 2200)
_INDEX = re.compile(r"\[(\d+)\]")


class _Failed(Exception):  # noqa: N818 - it is a result, not an accident
    """What came out instead."""


class _Impossible(Exception):  # noqa: N818 - as above
    """A cell of a step nothing can be done with: its column, the code and more facts."""

    def __init__(self, column: str, code: str, **facts: str) -> None:
        super().__init__(column, code, facts)
        self.column = column
        self.code = code
        self.facts = facts


@dataclass(slots=True)
class _Run:
    """One test being played; ``now`` is its clock."""

    package: Package
    lists: Lists
    now: dt.datetime = NOW
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.session = Session(self.package.form, self.lists, now=lambda: self.now)

    def ref(self, name: str) -> str:
        """The ref of ``name``, ``repeat[2]/name`` or ``repeat[2]/inner[1]/name``.

        Where several questions have a name, the whole path of one: ``/data/group/name``.

        Raises:
            _Impossible: there is none.
        """
        paths = unique_paths(self.package.form)
        root = self.package.form.body.path
        whole = name.startswith(f"{root}/")
        first, *rest = name.removeprefix(f"{root}/").split("/")
        try:
            ref = self._row(
                f"{root}/{first}" if whole else paths[_INDEX.sub("", first)], first, rest
            )
            while rest:
                step = rest.pop(0)
                ref = self._row(f"{ref}/{_INDEX.sub('', step)}", step, rest)
            self.session.answer(ref)
        except (KeyError, IndexError, ValueError):
            raise _Impossible("name", "step-name") from None
        return ref

    def _row(self, ref: str, step: str, rest: list[str]) -> str:
        """A step on the way: of a repeat the row named, the first where none is."""
        found = _INDEX.search(step)
        if found is None and not (rest and isinstance(self.session.answer(ref).question, Repeat)):
            return ref
        return self.session.children(ref)[int(found[1]) - 1 if found else 0]

    def question(self, name: str) -> str:
        """The ref of a question; raises as ``ref`` when it is a group or a repeat."""
        ref = self.ref(name)
        if not isinstance(self.session.answer(ref).question, Question):
            raise _Impossible("name", "step-name")
        return ref

    def error(self, name: str) -> str | None:
        """The message of what is wrong with an answer; None when nothing is."""
        ref = self.ref(name)
        found = next((one for one in self.session.problems() if one.ref == ref), None)
        return None if found is None else found.message or found.code


def run_tests(package: Package, lists: Lists) -> list[Problem]:
    """Play every test of the workbook; a form may have none."""
    found: list[Problem] = []
    for _, rows in groupby(_named(package.tests), key=lambda row: row["test"]):
        found.extend(_play(_Run(package, lists), rows))
    return found


def _named(rows: Iterable[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """Rows with the test's name carried down the empty cells."""
    name = ""
    for row in rows:
        name = row.get("test") or name
        yield {"name": "", "value": "", **row, "test": name}


def _play(run: _Run, rows: Iterable[Mapping[str, str]]) -> Iterator[Problem]:
    for row in rows:
        place = ("tests", int(row["row"]), "step")
        step = _STEPS.get(row.get("step", ""))
        if step is None:
            known = " ".join(_STEPS)
            known_zh = "、".join(STEPS)
            yield problem(
                "step-unknown", *place, name=row.get("step", ""), known=known, known_zh=known_zh
            )
            return
        try:
            step(run, row["name"], row["value"])
        except _Failed as failed:
            facts = {
                **row, "expected": row["value"], "actual": str(failed), **_told(row, str(failed))
            }  # fmt: skip
            yield problem("test-failed", *place, facts=facts)
        except _Impossible as error:
            facts = {"test": row["test"], "name": row["name"], "value": row["value"], **error.facts}
            yield problem(error.code, "tests", int(row["row"]), error.column, facts=facts)
            return
        except (KeyError, IndexError, ValueError, OverflowError) as error:
            yield problem("step-impossible", *place, test=row["test"], reason=error)
            return


_TOLD: Mapping[str, tuple[str, str]] = {
    "visible": ("{name} 应当显示，却没有显示", "{name} should be shown and is hidden"),
    "hidden": ("{name} 应当隐藏，却显示着", "{name} should be hidden and is shown"),
    "right": ("{name} 应当没有错，却报“{actual}”", "{name} should be right, but says “{actual}”"),
    "text": ("纸面上应当有“{value}”，却没有", "the page should say “{value}” and does not"),
    "no-text": ("纸面上不应当有“{value}”，却有", "the page should not say “{value}” and does"),
    "pages": (
        "应当有 {value} 页，实有 {actual} 页",
        "there should be {value} pages and are {actual}",
    ),
    "findings": (
        "问题应为“{value}”，实为“{actual}”",
        "findings should be “{value}” and are “{actual}”",
    ),
    "value": (
        "{name} 应为“{value}”，实为“{actual}”",
        "{name} should be “{value}” and is “{actual}”",
    ),
    "wrong": (
        "{name} 应当报错“{value}”，却报“{actual}”",
        "{name} should say “{value}”, not “{actual}”",
    ),
}
_NOT_WRONG = ("{name} 应当有错，却没有错", "{name} should be wrong and is not")


def _told(row: Mapping[str, str], actual: str) -> dict[str, str]:
    """What came out instead, in both languages."""
    chinese, english = _TOLD[row["step"]] if actual or row["step"] != "wrong" else _NOT_WRONG
    facts = {"name": row["name"], "value": row["value"], "actual": actual}
    return {"told": english.format_map(facts), "told_zh": chinese.format_map(facts)}


def _now(run: _Run, _name: str, value: str) -> None:
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        moment = _NEVER
    if moment.year not in _YEARS:  # far ones overflow in other zones
        raise _Impossible(
            "value", "step-value",
            why="要写成 2026-09-16T10:00 这样的日期时间", why_en="write a moment like 2026-09-16T10:00",
        )  # fmt: skip
    run.now = moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
    run.session = Session(run.package.form, run.lists, now=lambda: run.now)


def _plausible(run: _Run, _name: str, _value: str) -> None:
    fill(run.session)


def _answer(run: _Run, name: str, value: str) -> None:
    run.session.set(run.question(name), value)


def _add(run: _Run, name: str, _value: str) -> None:
    ref = run.ref(name)
    if not isinstance(run.session.answer(ref).question, Repeat):
        raise _Impossible("name", "step-repeat")
    run.session.add_repeat(ref)


def _value(run: _Run, name: str, value: str) -> None:
    _same(run.session.answer(run.question(name)).value, value)


def _same(actual: str, expected: str) -> None:
    if actual != expected:
        raise _Failed(actual)


def _visible(run: _Run, name: str, _value: str) -> None:
    if not run.session.answer(run.ref(name)).relevant:
        raise _Failed


def _hidden(run: _Run, name: str, _value: str) -> None:
    if run.session.answer(run.ref(name)).relevant:
        raise _Failed


def _wrong(run: _Run, name: str, value: str) -> None:
    error = run.error(name)
    if error is None or value not in error:
        raise _Failed(error or "")


def _right(run: _Run, name: str, _value: str) -> None:
    error = run.error(name)
    if error is not None:
        raise _Failed(error)


def _findings(run: _Run, _name: str, value: str) -> None:
    names = [seed.ref.rpartition("/")[2] for seed in run.session.findings()]
    if value.isdecimal():
        _same(str(len(names)), value)
    else:
        _same(" ".join(names), " ".join(value.split()))


def _page_words(run: _Run) -> str:
    return words(compose(run.package, run.session, facts_for(run.package, run.session)))


def _text(run: _Run, _name: str, value: str) -> None:
    if value not in _page_words(run):
        raise _Failed


def _no_text(run: _Run, _name: str, value: str) -> None:
    if value in _page_words(run):
        raise _Failed


def _pages(run: _Run, _name: str, value: str) -> None:
    """A number of pages, or the fewest and the most: ``2..4``."""
    if not _PAGES.fullmatch(value):
        raise _Impossible(
            "value",
            "step-value",
            why="要写页数，例如 2 或者 2..4",
            why_en="write a number of pages, as 2 or 2..4",
        )
    fewest, _, most = value.partition("..")
    paper = compose(run.package, run.session, facts_for(run.package, run.session))
    count = page_count(paper)
    if not int(fewest) <= count <= int(most or fewest):
        raise _Failed(str(count))


_STEPS: Mapping[str, Callable[[_Run, str, str], None]] = {
    "now": _now,
    "plausible": _plausible,
    "answer": _answer,
    "add": _add,
    "value": _value,
    "visible": _visible,
    "hidden": _hidden,
    "wrong": _wrong,
    "right": _right,
    "findings": _findings,
    "text": _text,
    "no-text": _no_text,
    "pages": _pages,
}
