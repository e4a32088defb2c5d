"""A store for tests in a few milliseconds: made once, copied for each test."""

import atexit
import datetime as dt
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from db.connection import Reader, Store, create_store, open_reader, open_store
from db.journal.ids import new_id
from db.rows import CaseFile, Document, Enterprise, Finding, Record
from db.store import cases, enterprises, numbers, records

KEY = bytes(range(32))
START = dt.datetime(2026, 9, 16, 5, 52, 41, 123000, tzinfo=dt.UTC)


class Clock:
    """A wall clock that goes on by ``step`` at every look; ``now`` can be set."""

    def __init__(self, now: dt.datetime = START, step: dt.timedelta = dt.timedelta(milliseconds=5)):
        self.now = now
        self.step = step

    def __call__(self) -> dt.datetime:
        self.now += self.step
        return self.now


@cache
def template() -> Path:
    """The folder of an empty store, made once in this process."""
    folder = Path(tempfile.mkdtemp(prefix="xunjian-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    create_store(folder / "store", KEY, ballast_bytes=0, clock=Clock()).close()
    return folder / "store"


def make_folder(parent: Path, name: str = "store") -> Path:
    """Copy an empty store into a folder and return where it is."""
    shutil.copytree(template(), parent / name)
    return parent / name


def make_store(parent: Path, name: str = "store", clock: Clock | None = None) -> Store:
    """Return an empty store, opened for writing; the caller closes it."""
    return open_store(make_folder(parent, name), KEY, clock=clock or Clock())


def reopen(store: Store, clock: Clock | None = None) -> Store:
    """Close a store and open it again."""
    store.close()
    return open_store(store.folder, KEY, clock=clock or Clock(store.clock()))


def reader_of(store: Store) -> Reader:
    """Return a second connection that can only read; the caller closes it."""
    return open_reader(store.folder, KEY)


@dataclass(frozen=True)
class Begun:
    """A spot check begun at an enterprise."""

    enterprise: Enterprise
    case: CaseFile
    record: Record


def begin(store: Store, name: str = "山东鲁南机械有限公司") -> Begun:
    """Enter an enterprise, open a case file and begin a record."""
    enterprise = Enterprise(new_id(), name, uscc="91371302MA3C0000XX", address="兰山区金雀山路1号")
    case = CaseFile(new_id(), enterprise.id, kind="spot-check", title="监督抽查", opened=START)
    record = Record(
        new_id(),
        case.id,
        enterprise.id,
        "spot-check",
        "f" * 64,
        title="监督抽查检查记录",
        created=START,
        inspectors=("a", "b"),
    )
    enterprises.save(store, enterprise)
    cases.save(store, case)
    records.save(store, record)
    return Begun(enterprise, case, record)


def finding_of(begun: Begun, path: str = "/data/fire/extinguisher") -> Finding:
    """Return a finding on a begun record, not yet saved."""
    return Finding(
        new_id(),
        begun.record.id,
        begun.case.id,
        begun.enterprise.id,
        path=path,
        item="灭火器在有效期内",
        seen="2具灭火器已过期",
        created=START,
    )


def document_of(store: Store, begun: Begun, content: str = '{"什么":"责令改正"}') -> Document:
    """Return a document with the next number of 责改 2026, not yet issued; leases if needed."""
    import hashlib

    if numbers.peek(store, "责改", 2026) is None:
        numbers.lease_local(store, "责改", 2026, 1, 5)
    number = numbers.peek(store, "责改", 2026)
    assert number is not None
    return Document(
        new_id(),
        begun.record.id,
        begun.case.id,
        begun.enterprise.id,
        "rectification-notice",
        "责改",
        2026,
        number,
        f"临市监责改〔2026〕{number}号",
        issued=START,
        content=content,
        content_hash=hashlib.sha256(content.encode()).hexdigest(),
        due=dt.date(2026, 10, 14),
    )
