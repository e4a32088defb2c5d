"""Designing a form: what is wrong with a workbook, what changed, and a trial that keeps nothing."""

import datetime as dt
import errno
import os
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from app.services import packages, pages, papers, publishing, records
from app.services.context import Acting
from app.services.pages import Drawn
from db.connection import Reader
from forms.beside import Checked
from forms.lists import EmptyLists
from forms.model import Question, Repeat
from forms.moving import carry
from forms.moving_names import usable
from forms.package import Package
from forms.page_values import unique_paths
from forms.publish_media import FOLDER as MEDIA
from forms.publish_problems import Problem, PublishError
from forms.session import Session
from forms.writing import write_whole

NO_ANSWERS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a workbook is worth now: a package beside the version in use, or why there is none.

    ``tests`` counts the tests of the workbook, all of which passed.
    """

    path: Path
    problems: tuple[Problem, ...] = ()
    found: Checked | None = None
    tests: int = 0

    @property
    def package(self) -> Package | None:
        """The package the workbook gives, None while it has problems."""
        return self.found.package if self.found is not None else None

    @property
    def in_use(self) -> bool:
        """Whether this very workbook is the version in use."""
        found = self.found
        if found is None or found.previous is None:
            return False
        return found.package.source_hash == found.previous.source_hash


def look(open_reader: Callable[[], Reader], path: Path) -> Looked:
    """Check a workbook as publishing does, beside the version in use (io thread)."""
    try:
        with closing(open_reader()) as reader:
            found = publishing.check(reader, path)
    except PublishError as error:
        return Looked(path, error.problems)
    names = dict.fromkeys(row["test"] for row in found.package.tests if row.get("test"))
    return Looked(path, (), found, len(names))


def begin(  # noqa: PLR0913 - the circumstances of a session, each named at the call
    reader: Reader,
    act: Acting,
    package: Package,
    *,
    answers: Mapping[str, str] = NO_ANSWERS,
    language: str = "zh",
    now: Callable[[], dt.datetime] | None = None,
) -> Session:
    """A session of a package that is kept nowhere, over the registers of this computer."""
    return records.new_session(reader, act, package, language=language, stored=answers, now=now)


def carried(old: Package, new: Package, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers of a trial as far as the changed workbook still asks for them."""
    names = usable(old.form, new.form, new.renamed)
    return dict(carry(old.form, new.form, answers, names).answers)


def fill(session: Session) -> None:
    """Answer what is open believably, every third check item as failed, to see form and page."""
    from forms.publish_plausible import fill as fill_plausibly

    fill_plausibly(session, adverse=True)


def page(
    open_reader: Callable[[], Reader], act: Acting, package: Package, answers: Mapping[str, str]
) -> Drawn:
    """The printed page of a trial, with made-up findings and signers (io thread).

    Raises:
        Refused: ``glyph-missing``, ``page-overflow``.
    """
    from forms.compose import compose
    from forms.publish_plausible import facts_for

    with closing(open_reader()) as reader:
        session = begin(reader, act, package, answers=answers)
        made_up = facts_for(package, session, long=False)
        own = {"bureau_address": act.office.address, "bureau_phone": act.office.phone}
        facts = replace(
            made_up,
            bureau=act.office.bureau,
            values={**made_up.values, **own},
            date=act.today,
        )
        printed = papers.draw(compose(package, session, facts, language="zh"))
    return pages.kept(printed.pdf)


def write_marked(path: Path, problems: Sequence[Problem], target: Path, language: str) -> Path:
    """Write a copy of a workbook with every problem in red (io thread).

    Raises:
        OSError: the copy cannot be written; what stood there is untouched.
    """
    from forms.publish_marked import marked

    write_whole(target, marked(path, problems, language=language))
    return target


def write_new(target: Path) -> Path:
    """Write a workbook to begin a form with (io thread).

    Raises:
        OSError: it cannot be written; what stood there is untouched.
    """
    from forms.publish_starter import new_workbook

    write_whole(target, new_workbook())
    return target


def write_used(open_reader: Callable[[], Reader], form_id: str, target: Path) -> Path:
    """Write the workbook of the version in use as .xlsx, to change it (io thread).

    The lists and pictures it needs are put beside it; a different file that stands there under
    such a name is never replaced.

    Raises:
        Refused: ``form-unknown``.
        OSError: it cannot be written; what stood there is untouched.
    """
    from forms.publish_marked import as_spreadsheet

    with closing(open_reader()) as reader:
        package = packages.newest(reader, form_id)
    media = target.parent / MEDIA
    beside = {
        target.with_name(f"{name}.csv"): text.encode() for name, text in package.lists.items()
    }
    beside |= {media / name: data for name, data in package.media.items()}
    missing = {path: data for path, data in beside.items() if not _is_there(path, data)}
    if package.media:
        media.mkdir(exist_ok=True)
    for path, data in missing.items():
        write_whole(path, data)
    write_whole(target, as_spreadsheet(package.source, package.source_name))
    return target


def _is_there(path: Path, data: bytes) -> bool:
    """Whether just this stands there already; raises where it is something else."""
    if not path.exists():
        return False
    if path.read_bytes() != data:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    return True


def as_test(session: Session, name: str) -> str:
    """What was answered as rows of the ``tests`` sheet, parted by tabs, to be pasted there.

    Rows of registers are named as they are when a workbook is tested (``enterprise-1``).
    """
    met: dict[tuple[str, str], str] = {}
    found = " ".join(seed.ref.rpartition("/")[2] for seed in session.findings())
    root, known = session.form.body.path, unique_paths(session.form)
    added = []
    if any(isinstance(item, Repeat) for item in session.form.items()):
        fresh = Session(session.form, EmptyLists())
        rows = _rows_to_add(session, fresh, root, root)
        added = [(name, "add", _name(session, ref, known), "") for ref in rows]
    lines = [
        (name, "answer", _name(session, ref, known), _tried_value(session, question, value, met))
        for ref, question in _questions(session, session.form.body.path)
        if question.has_control and not question.readonly and (value := session.answer(ref).value)
    ]
    steps = [*added, *lines, (name, "findings", "", found or "0")]
    return "\n".join("\t".join(_cell(cell) for cell in step) for step in steps)


def _questions(session: Session, ref: str) -> Iterator[tuple[str, Question]]:
    """Every question that applies below a node, with its ref, in order."""
    state = session.node(ref)
    if not state.relevant:
        return
    if isinstance(state.question, Question):
        yield ref, state.question
        return
    for child in session.children(ref):
        yield from _questions(session, child)


def _rows_to_add(session: Session, fresh: Session, ref: str, other: str) -> Iterator[str]:
    """The repeats to which rows must be added, rows outside before those inside them.

    ``fresh`` is the form as it begins, ``other`` the place in it that is ``ref`` here.
    """
    item = session.answer(ref).question
    if isinstance(item, Repeat) and not ref.endswith("}") and not item.count:
        while len(fresh.children(other)) < len(session.children(ref)):
            before = len(fresh.children(other))
            fresh.add_repeat(other)
            if len(fresh.children(other)) == before:
                break
            yield ref
    if isinstance(item, Question):
        return
    for here, there in zip(session.children(ref), fresh.children(other), strict=False):
        yield from _rows_to_add(session, fresh, here, there)


def _name(session: Session, ref: str, known: Container[str]) -> str:
    """What the tests sheet calls a ref: ``name``, ``repeat[2]/name``, or its whole path."""
    steps, row = [], ""
    for step in ref.split("/")[1:]:
        row = f"{row}/{step}"
        repeat, brace, _ = row.rpartition("{") if step.endswith("}") else ("", "", "")
        place = session.children(repeat).index(row) + 1 if brace else 0
        steps.append(f"{step.partition('{')[0]}[{place}]" if place else step)
    rows = [number for number, step in enumerate(steps) if step.endswith("]")]
    first = rows[0] if rows else len(steps) - 1
    alone = steps[first].partition("[")[0] in known
    return "/".join(steps[first:]) if alone else "/" + "/".join(steps)


def _tried_value(
    session: Session, question: Question, value: str, met: dict[tuple[str, str], str]
) -> str:
    """A value as a test gives it; one row of a register after the other, each time the same."""
    from forms.publish_plausible import TrialLists

    listed = question.itemset.list_id if question.itemset else ""
    if question.kind != "select_one" or listed not in session.form.external:
        return value
    if (listed, value) not in met:
        rows = TrialLists(session.form, None).rows(listed, {}, 9)
        used = sum(1 for one, _ in met if one == listed)
        met[listed, value] = rows[used % len(rows)]["name"] if rows else value
    return met[listed, value]


def _cell(text: str) -> str:
    """A cell a spreadsheet pastes as one."""
    if any(mark in text for mark in '\t\n"'):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text
