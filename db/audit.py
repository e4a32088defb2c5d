"""The audit: is everything that was ever kept still what it was, and do all copies agree.

It changes nothing. Each break is a code with facts; the sentences are made in ``app/``.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from db import anchor, blobs, ground, looking, spool
from db.connection import Reader, Store, open_reader
from db.errors import BugError, MachineError
from db.journal.operation import BadOperation, decode
from db.rows import Document
from db.store import (
    attachments,
    base,
    hub_files,
    nouns,
    numbers,
    operations,
    rebuild,
    streams,
)
from db.store.projection import SCOPE_IN

MOST = 1000
"""So many breaks are reported of one kind of check; more of them say nothing new."""

_SENSELESS = (BugError, BadOperation, KeyError, TypeError, ValueError)
"""What reading a row that is none of ours may raise."""


@dataclass(frozen=True, slots=True)
class Break:
    """One thing that is wrong.

    ``code``:
    ``page`` (the file's own check: ``detail``);
    ``schema`` (``name``, ``how``: missing extra changed);
    ``writer`` (the store does not say which stream is written here), ``stream-missing`` (``row``,
    ``entries``: operations of a stream that is not listed);
    ``unreadable`` (rows that are none of ours: ``detail``);
    ``operation`` (``stream``, ``seq``, ``how``: gap bytes hash link chain name);
    ``journal-damaged`` (second journal: ``path``, ``at`` byte), ``journal-differs`` (``stream``,
    ``seq``), ``journal-missing`` (``stream``, ``first``, ``last``: of a stream written here; others'
    are kept by who wrote them and by the hub), ``journal-ahead`` (``stream``, ``seq``),
    ``journal-unlisted`` (``path``: of a stream the store does not list);
    ``base`` (a file of the snapshot the store began with is gone or damaged: ``sha256``);
    ``projection`` (``table``, ``key``, ``how``: missing extra changed, ``columns``);
    ``rebuild`` (the journal cannot be projected: ``detail``);
    ``blob-missing``, ``blob-damaged`` (``rec_type``, ``rec_id``, ``sha256``);
    ``document-content``, ``document-signature``, ``document-altered`` (``id``, ``number``);
    ``number-unaccounted`` (``series``, ``year``, ``lo``, ``hi``);
    ``number-without-document`` (``series``, ``year``, ``number``);
    ``anchor`` (``how``: behind different unknown-stream), ``anchor-unreadable``.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit found, and how much it looked at.

    ``notes`` are no breaks, but for a person to know: ``number-doubled`` (``series``, ``year``,
    ``number``, ``papers``: how many papers bear it).
    """

    breaks: tuple[Break, ...]
    operations: int
    frames: int
    blobs: int
    documents: int
    notes: tuple[Break, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.breaks


def audit(
    folder: Path,
    key: bytes,
    *,
    public_key: bytes | None = None,
    anchored: anchor.Anchor | None = None,
) -> Report:
    """Check a store, its second journal, tables, files, documents and numbers.

    ``public_key`` is the Ed25519 key documents were signed with (none: signatures are not
    checked), ``anchored`` the anchor to compare with. The store may be in use meanwhile, and its
    folder need not be writable.

    Raises:
        MachineError: it cannot be opened at all, see ``connection.open_reader``; ``disk-full``
            when there is no room for the copy that is rebuilt.
    """
    with looking.looking(folder, key) as reader, reader.snapshot():
        breaks = [*_pages(reader)]
        if breaks:
            return Report(tuple(breaks), 0, 0, 0, 0)
        with looking.scratch(folder, key) as scratch:
            breaks += _schema(reader, scratch)
            if any(one.facts["how"] != "extra" for one in breaks):
                return Report(tuple(breaks), 0, 0, 0, 0)
            breaks += _tried(lambda: _ground(reader))
            breaks += _tried(lambda: _operations(reader))
            spoiled = _tried(lambda: _base(reader))
            breaks += spoiled or _rebuilt(reader, scratch)
        frames, found = _counted(lambda: _second_journal(reader))
        breaks += found
        files, found = _counted(lambda: _blobs(reader))
        breaks += found
        papers, found = _counted(lambda: _documents(reader, public_key))
        breaks += found
        breaks += _tried(lambda: _numbers(reader))
        breaks += _tried(lambda: _anchor(reader, anchored))
        notes = tuple(_doubled(reader))
        return Report(tuple(breaks), operations.count(reader), frames, files, papers, notes)


def _tried(check: Callable[[], Iterable[Break]]) -> list[Break]:
    """Make a check; rows it cannot make sense of are a break too."""
    found: list[Break] = []
    try:
        found.extend(check())
    except _SENSELESS as error:
        found.append(Break("unreadable", {"detail": str(error)}))
    return found


def _counted(check: Callable[[], tuple[int, list[Break]]]) -> tuple[int, list[Break]]:
    """As ``_tried``, for a check that also says how much it looked at."""
    try:
        return check()
    except _SENSELESS as error:
        return 0, [Break("unreadable", {"detail": str(error)})]


def _pages(reader: Reader) -> Iterator[Break]:
    for (detail,) in reader.rows("PRAGMA cipher_integrity_check")[:MOST]:
        yield Break("page", {"detail": detail})


def _schema(reader: Reader, made: Reader) -> Iterator[Break]:
    for name, how in ground.schema(reader, made):
        yield Break("schema", {"name": name, "how": how})


def _ground(reader: Reader) -> Iterator[Break]:
    if not ground.has_writer(reader):
        yield Break("writer")
    for row, entries in ground.unlisted(reader):
        yield Break("stream-missing", {"row": row, "entries": entries})


def _operations(reader: Reader) -> Iterator[Break]:
    for stream in streams.names(reader):
        for one in operations.verify(reader, stream)[:MOST]:
            yield Break("operation", {"stream": stream, "seq": one.seq, "how": one.code})


def _base(reader: Reader) -> Iterator[Break]:
    for part in base.missing(reader)[:MOST]:
        yield Break("base", {"sha256": part.sha256.hex()})


def _rebuilt(reader: Reader, scratch: Store) -> Iterator[Break]:
    try:
        rebuild.replay(reader, scratch)
    except _SENSELESS as error:
        yield Break("rebuild", {"detail": str(error)})
        return
    for count, one in enumerate(rebuild.differences(reader, scratch)):
        if count == MOST:
            return
        yield Break(
            "projection",
            {"table": one.table, "key": one.key, "how": one.kind, "columns": one.columns},
        )


def _second_journal(reader: Reader) -> tuple[int, list[Break]]:
    found: list[Break] = []
    count = 0
    for stream in streams.names(reader):
        top = operations.head(reader, stream).seq
        seen: list[int] = []
        ends: dict[Path, int] = {}
        for path, frame in spool.read(reader.folder, reader.key, stream):
            ends[path] = frame.end
            count += 1
            seen += _frame(reader, (stream, top), frame.data, (path, frame.start), found)
        for path in spool.files(reader.folder, stream):
            if path.stat().st_size > ends.get(path, 0):
                facts = {"path": str(path), "at": ends.get(path, 0)}
                found.append(Break("journal-damaged", facts))
        if not streams.may_be_anothers(reader, stream):  # what was taken over is its author's
            found += _missing(stream, seen, top)
    for stream in sorted(set(spool.streams(reader.folder)).difference(streams.names(reader))):
        if not _listed_since(reader, stream):
            for path in spool.files(reader.folder, stream):
                found.append(Break("journal-unlisted", {"path": str(path)}))
    return count, found[:MOST]


def _frame(
    reader: Reader,
    upto: tuple[str, int],
    data: bytes | None,
    place: tuple[Path, int],
    found: list[Break],
) -> list[int]:
    stream, top = upto
    try:
        operation = decode(data or b"")
    except BadOperation:
        found.append(Break("journal-damaged", {"path": str(place[0]), "at": place[1]}))
        return []
    facts = {"stream": stream, "seq": operation.seq}
    if operation.seq > top:
        if not _committed_since(reader, stream, operation.seq):
            found.append(Break("journal-ahead", facts))
        return []
    if operations.bytes_at(reader, stream, operation.seq) != data:
        found.append(Break("journal-differs", facts))
    return [operation.seq]


def _committed_since(reader: Reader, stream: str, seq: int) -> bool:
    """Whether the store, in use meanwhile, has come so far since the audit's snapshot."""
    return _since(reader, lambda fresh: operations.head(fresh, stream).seq >= seq)


def _listed_since(reader: Reader, stream: str) -> bool:
    """Whether the store, in use meanwhile, has begun this stream since the audit's snapshot."""
    return _since(reader, lambda fresh: stream in streams.names(fresh))


def _since(reader: Reader, so: Callable[[Reader], bool]) -> bool:
    try:
        fresh = open_reader(reader.folder, reader.key)
    except MachineError as error:
        if error.code != "read-only":
            raise
        return False  # nobody writes in a folder that may not be written
    try:
        return so(fresh)
    finally:
        fresh.close()


def _missing(stream: str, seen: list[int], top: int) -> list[Break]:
    """One break for each run of numbers the second journal lacks."""
    found: list[Break] = []
    before = 0
    for seq in (*sorted({one for one in seen if one <= top}), top + 1):
        if seq > before + 1:
            facts = {"stream": stream, "first": before + 1, "last": seq - 1}
            found.append(Break("journal-missing", facts))
        before = seq
    return found


def _blobs(reader: Reader) -> tuple[int, list[Break]]:
    found: list[Break] = []
    looked: dict[str, str] = {}
    for rec_type, rec_id, name in attachments.blobs(reader):
        if name not in looked:
            looked[name] = _blob(reader.folder, reader.key, name)
        if looked[name] == "blob-missing" and hub_files.is_anothers(reader, rec_id, name):
            continue  # it comes from the hub when somebody wants to see it
        if looked[name]:
            facts = {"rec_type": rec_type, "rec_id": rec_id, "sha256": name}
            found.append(Break(looked[name], facts))
    return len(looked), found[:MOST]


def _blob(folder: Path, key: bytes, name: str) -> str:
    if not blobs.exists(folder, name):
        return "blob-missing"
    try:
        data = blobs.get(folder, key, name)
    except MachineError:
        return "blob-damaged"
    return "" if hashlib.sha256(data).hexdigest() == name else "blob-damaged"


def _documents(reader: Reader, public_key: bytes | None) -> tuple[int, list[Break]]:
    found: list[Break] = []
    rows = nouns.many(reader, Document, "ORDER BY id")
    for row in rows:
        code = _document(reader, row, public_key)
        if code:
            found.append(Break(code, {"id": row.id, "number": row.number_text}))
    return len(rows), found[:MOST]


def _document(reader: Reader, row: Document, public_key: bytes | None) -> str:
    if hashlib.sha256(row.content.encode()).hexdigest() != row.content_hash:
        return "document-content"
    if public_key is not None and not _signed(row, public_key):
        return "document-signature"
    issued = [one.operation for one in operations.history(reader, row.id)]
    frozen = [one.fields for one in issued if one.kind == "issue"]
    if not frozen:  # another jurisdiction's paper: as the bureau last brought it in
        frozen = [one.fields for one in issued if one.kind == SCOPE_IN][:1]
    if len(frozen) != 1:
        return "document-altered"
    same = all(
        frozen[0].get(name, (default,))[0] == getattr(row, name)
        for name, default in (
            ("content", ""),
            ("content_hash", ""),
            ("pdf_sha", ""),
            ("number_text", ""),
            ("signature", ""),
        )
    )
    return "" if same else "document-altered"


def _signed(row: Document, public_key: bytes) -> bool:
    try:
        sealed = bytes.fromhex(row.signature)
        Ed25519PublicKey.from_public_bytes(public_key).verify(sealed, row.content.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _numbers(reader: Reader) -> Iterator[Break]:
    for gap in numbers.gaps(reader, 0):
        facts = {"series": gap.series, "year": gap.year, "lo": gap.lo, "hi": gap.hi}
        yield Break("number-unaccounted", facts)
    for one in numbers.without_document(reader):
        facts = {"series": one.series, "year": one.year, "number": one.number}
        yield Break("number-without-document", facts)


def _doubled(reader: Reader) -> Iterator[Break]:
    """Numbers that two laptops printed: both papers are kept, and the bureau decides about them."""
    found = Counter((one.series, one.year, one.number) for one in numbers.doubled(reader))
    for (series, year, number), papers in found.items():
        facts = {"series": series, "year": year, "number": number, "papers": papers}
        yield Break("number-doubled", facts)


def _anchor(reader: Reader, anchored: anchor.Anchor | None) -> Iterator[Break]:
    how = anchor.problem(reader, anchored)
    if how == "unreadable":
        yield Break("anchor-unreadable")
    elif how:
        yield Break("anchor", {"how": how})
