"""Moving a draft to another version of its form: looked at first, one transaction, undone whole.

Every record stays on the version it was begun with until somebody moves it. What does not come
along stays in the journal, and ``undo`` brings it back.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.services import packages, progress, records
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Finding, Record
from db.store import answers, findings
from db.store import records as stored
from forms import moving
from forms.moving import NONE_RENAMED, Preview
from forms.moving_names import Candidate, candidates, chained, usable
from forms.package import Package
from forms.session import Session


@dataclass(frozen=True, slots=True)
class Look:
    """What moving a draft would do, before anything is done.

    ``findings`` are those that are let go, because their question or its answer is; ``asked`` and
    ``answered`` count the moved paper. ``renamed`` are the names that became others, as the form
    says and as was chosen; ``candidates`` are new questions for each name that is dropped.
    """

    record_id: str
    version_from: str
    version_to: str
    preview: Preview
    findings: tuple[Finding, ...]
    answered: int
    asked: int
    renamed: Mapping[str, str]
    candidates: Mapping[str, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Moved:
    """A move that ``undo`` takes back; ``before`` are the answers as they were kept."""

    record_id: str
    hash_from: str
    hash_to: str
    version_to: str
    before: Mapping[str, str]
    findings: tuple[Finding, ...]
    answered: int
    asked: int

    @property
    def changed(self) -> bool:
        """Whether it moved at all: to the version it is on already nothing moves."""
        return self.hash_from != self.hash_to


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer version of a draft's form."""

    hash: str
    version: str
    version_now: str


def newer(reader: Reader, record: Record) -> Newer | None:
    """The version of a draft's form in use, None when it is not after the draft's or it is no draft."""
    if record.state != "draft":
        return None
    used = packages.used(reader, record.form_id)
    if used is None or used.hash == record.form_hash:
        return None
    now = packages.by_hash(reader, record.form_hash)
    if _below(used.version, now.version):
        return None  # the bureau went back to an earlier one; the draft goes on
    return Newer(used.hash, used.version, now.version)


def _below(one: str, other: str) -> bool:
    return one.isdecimal() and other.isdecimal() and int(one) < int(other)


def look(  # noqa: PLR0913 - one door with named, optional circumstances
    reader: Reader,
    act: Acting,
    record_id: str,
    package_hash: str,
    *,
    renamed: Mapping[str, str] = NONE_RENAMED,
    language: str = "zh",
    now: Callable[[], dt.datetime] | None = None,
) -> Look:
    """What moving a draft to a version would do.

    What the form itself says it renamed since is followed; ``renamed`` maps further old names to
    new ones, and goes before it ("" for a name that shall not be followed).

    Raises:
        Refused: ``record-closed``, ``form-unknown`` (not on this computer, or of another form),
            ``not-found``.
    """
    with reader.snapshot():
        opened = records.open_record(reader, act, record_id, language=language, now=now)
        records.require_draft(opened.record)
        package = _package(reader, opened.record, package_hash)

        def begin(said: Mapping[str, str]) -> Session:
            return records.new_session(
                reader, act, package, language=language, stored=said, now=now
            )

        had = answers.of_record(reader, record_id)
        old, new = opened.package.form, package.form
        said = _said(reader, opened.record, package_hash)
        # What a person chose goes before what the form says of the same question.
        said = {was: now for was, now in said.items() if now not in renamed.values()}
        names = usable(old, new, said | dict(renamed))
        seen = moving.preview(opened.session, had, begin, names)
        after = begin(seen.answers)
        adverse = {seed.ref for seed in after.findings()}
        gone = tuple(
            row
            for row in findings.of_record(reader, record_id)
            if row.state == "open" and seen.refs.get(row.path) not in adverse
        )
    answered, asked = progress.count(after)
    return Look(
        record_id,
        opened.package.version,
        package.version,
        seen,
        gone,
        answered,
        asked,
        names,
        candidates(old, new, seen.came, names, language),
    )


def _said(reader: Reader, record: Record, package_hash: str) -> dict[str, str]:
    """What the versions after the draft's own, up to the wanted one, say they renamed."""
    order = packages.versions(reader, record.form_id)[::-1]
    if package_hash not in order:
        return {}
    now, wanted = order.index(record.form_hash), order.index(package_hash)
    between = order[now + 1 : wanted + 1] or (package_hash,)  # one delivered late stands behind it
    return chained(packages.by_hash(reader, one).renamed for one in between)


def _package(reader: Reader, record: Record, package_hash: str) -> Package:
    package = packages.by_hash(reader, package_hash)
    if package.id != record.form_id:
        raise Refused("form-unknown", form_id=package.id)
    return package


def move(  # noqa: PLR0913 - as ``look``
    store: Store,
    act: Acting,
    record_id: str,
    package_hash: str,
    *,
    renamed: Mapping[str, str] = NONE_RENAMED,
    now: Callable[[], dt.datetime] | None = None,
) -> Result[Moved]:
    """Move a draft to another version of its form, its findings with it, in one transaction.

    To the version it is on already nothing is written.

    Raises:
        Refused: as ``look``.
        MachineError: it could not be written; nothing has changed.
    """
    record = records.get(store, record_id)
    seen = look(store, act, record_id, package_hash, renamed=renamed, now=now)
    had = answers.of_record(store, record_id)
    rows = tuple(
        row
        for row in findings.of_record(store, record_id)
        if row in seen.findings or seen.preview.refs.get(row.path, row.path) != row.path
    )
    moved = Moved(
        record_id,
        record.form_hash,
        package_hash,
        seen.version_to,
        had,
        rows,
        record.answered,
        record.asked,
    )
    if not moved.changed:
        return Result(moved, Changes())
    with writing(store, act):
        _write(store, moved, package_hash, seen.preview.answers)
        findings.save(store, *(_moved(row, seen) for row in rows))
        stored.set_progress(store, record_id, seen.answered, seen.asked)
    return Result(moved, _changes(moved))


def _moved(row: Finding, seen: Look) -> Finding:
    if row in seen.findings:
        return replace(row, state="withdrawn")
    return replace(row, path=seen.preview.refs[row.path])


def undo(store: Store, act: Acting, moved: Moved) -> Result[Record]:
    """Take a move back: the old version with exactly its old answers.

    What was answered since the move is taken back too, and stays in the journal.

    Raises:
        Refused: ``record-closed``; ``version-moved-on``: it is on another version by now.
        MachineError: it could not be written; nothing has changed.
    """
    record = records.get(store, moved.record_id)
    records.require_draft(record)
    if record.form_hash != moved.hash_to:
        raise Refused("version-moved-on", record_id=record.id)
    if not moved.changed:
        return Result(record, Changes())
    with writing(store, act):
        _write(store, moved, moved.hash_from, moved.before)
        findings.save(store, *(back for row in moved.findings if (back := _back(store, row))))
        stored.set_progress(store, record.id, moved.answered, moved.asked)
    return Result(records.get(store, record.id), _changes(moved))


def _back(store: Store, before: Finding) -> Finding | None:
    """A finding at its old question, open again if the move let it go; its words stay as now."""
    row = findings.get(store, before.id)
    if row is None:
        return None
    state = before.state if row.state == "withdrawn" else row.state
    return replace(row, path=before.path, state=state)


def _write(store: Store, moved: Moved, package_hash: str, wanted: Mapping[str, str]) -> None:
    """Bring hash and answers to what is wanted; only what differs is written.

    What is kept beside the answers of the form (links to findings) stays as it is.
    """
    roots = tuple(
        packages.by_hash(store, one).form.body.path + "/"
        for one in (moved.hash_from, moved.hash_to)
    )
    standing = answers.of_record(store, moved.record_id)
    values: dict[str, str | None] = {
        ref: None for ref in standing if ref.startswith(roots) and ref not in wanted
    }
    values |= {
        ref: value
        for ref, value in wanted.items()
        if ref.startswith(roots) and standing.get(ref) != value
    }
    answers.move_form(store, moved.record_id, package_hash, values)


def _changes(moved: Moved) -> Changes:
    changes = touched("record", moved.record_id) | touched("answer", moved.record_id)
    if moved.findings:
        changes |= touched("finding", *(row.id for row in moved.findings))
    return changes
