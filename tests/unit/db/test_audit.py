"""The audit passes a whole store and names each break."""

import errno
import hashlib
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db import anchor, blobs, looking, spool
from db.audit import audit
from db.errors import MachineError
from db.rows import Attachment
from db.store import answers, documents, nouns
from tests.store_kit import KEY, begin, document_of, open_store

SEAL = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = SEAL.public_key().public_bytes_raw()


@pytest.fixture
def lived(store):
    """A store with a photo, an issued document and some answers."""
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/a": "1"})
    photo = blobs.put(store.folder, KEY, b"photo")
    nouns.save(store, Attachment("t", "record", begun.record.id, photo))
    document = document_of(store, begun)
    signed = SEAL.sign(document.content.encode()).hex()
    pdf = blobs.put(store.folder, KEY, b"pdf")
    documents.issue(store, replace(document, signature=signed, pdf_sha=pdf))
    store.flush_journal()
    return store


def codes(store, **options):
    return [one.code for one in audit(store.folder, KEY, **options).breaks]


def facts(store, code):
    return [one.facts for one in audit(store.folder, KEY).breaks if one.code == code]


def test_a_whole_store_passes_and_is_counted(lived):
    report = audit(lived.folder, KEY, public_key=PUBLIC)
    assert report.breaks == ()
    assert report.whole
    assert (report.operations, report.frames, report.blobs, report.documents) == (7, 7, 2, 1)


def test_an_audit_leaves_nothing_behind(lived):
    before = sorted(path.name for path in lived.folder.rglob("*") if path.is_file())
    audit(lived.folder, KEY)
    after = sorted(path.name for path in lived.folder.rglob("*") if path.is_file())
    assert after == before


def test_a_changed_operation_is_named_with_its_number(lived):
    lived.db.execute("UPDATE op SET bytes = CAST(bytes || x'00' AS BLOB) WHERE seq = 3")
    assert {"stream": lived.identity.stream, "seq": 3, "how": "hash"} in facts(lived, "operation")
    assert "journal-differs" in codes(lived)


def test_a_deleted_operation_is_a_gap_the_second_journal_still_has(lived):
    lived.db.execute("DELETE FROM op WHERE seq = 4")
    assert [one["how"] for one in facts(lived, "operation")] == ["gap"]
    assert "journal-differs" in codes(lived)


def test_a_row_changed_behind_the_journal_is_named(lived):
    lived.db.execute("UPDATE answer SET value = '合格'")
    (found,) = facts(lived, "projection")
    assert (found["table"], found["how"], found["columns"]) == ("answer", "changed", ("value",))


def test_a_journal_that_cannot_be_projected_is_told(lived):
    lived.db.execute("UPDATE op SET bytes = x'80' WHERE seq = 2")
    assert "rebuild" in codes(lived)


def test_a_missing_and_a_damaged_photo_are_told_apart(lived):
    names = [hashlib.sha256(one).hexdigest() for one in (b"photo", b"pdf")]
    (lived.folder / "blobs" / names[0][:2] / names[0]).unlink()
    (lived.folder / "blobs" / names[1][:2] / names[1]).write_bytes(b"XJB1" + bytes(60))
    assert codes(lived) == ["blob-missing", "blob-damaged"]
    assert facts(lived, "blob-damaged")[0]["rec_type"] == "document"


def test_a_flipped_bit_in_the_second_journal_is_told(lived):
    (path,) = spool.files(lived.folder, lived.identity.stream)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)
    (damaged,) = facts(lived, "journal-damaged")
    (missing,) = facts(lived, "journal-missing")
    assert damaged["at"] > 0
    assert 1 < missing["first"] == missing["last"] < 7


def test_each_hole_of_the_second_journal_is_told_by_itself(lived):
    (path,) = spool.files(lived.folder, lived.identity.stream)
    read = spool.read(lived.folder, KEY, lived.identity.stream)
    starts = [frame.start for _path, frame in read]
    content = bytearray(path.read_bytes())
    for place in (1, 4):
        content[starts[place] + 20] ^= 4
    path.write_bytes(content)
    assert [one["at"] for one in facts(lived, "journal-damaged")] == [starts[1], starts[4]]
    assert [(one["first"], one["last"]) for one in facts(lived, "journal-missing")] == [
        (2, 2),
        (5, 5),
    ]


def test_a_second_journal_under_another_key_is_damage(lived):
    (path,) = spool.files(lived.folder, lived.identity.stream)
    from db.journal import frames

    path.write_bytes(frames.seal(spool.cipher(bytes(32)), lived.identity.stream, b"x"))
    assert "journal-damaged" in codes(lived)


def test_operations_only_the_second_journal_has_are_told(lived):
    lived.db.execute("DELETE FROM op WHERE seq = 7")
    assert "journal-ahead" in codes(lived)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE document SET content = content || ' '", "document-content"),
        ("UPDATE document SET pdf_sha = ''", "document-altered"),
        ("UPDATE document SET signature = 'ff'", "document-signature"),
        ("DELETE FROM document", "number-without-document"),
        ("UPDATE number_block SET next = 4", "number-unaccounted"),
    ],
)
def test_a_changed_document_or_number_is_told(lived, statement, code):
    lived.db.execute(statement)
    assert code in codes(lived, public_key=PUBLIC)


def test_another_devices_key_does_not_fit_the_signature(lived):
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    assert codes(lived, public_key=other) == ["document-signature"]


def test_a_damaged_page_is_told_before_anything_else(lived):
    lived.close()
    path = lived.folder / "store.db"
    content = bytearray(path.read_bytes())
    content[4096 * 20 + 7] ^= 1
    path.write_bytes(content)
    report = audit(lived.folder, KEY)
    assert {one.code for one in report.breaks} == {"page"}


def test_a_store_behind_its_anchor_is_told(tmp_path, lived):
    kept = anchor.write(lived, tmp_path / "anchor")
    assert anchor.read(tmp_path / "anchor") == kept == anchor.from_text(kept.to_text())
    assert anchor.problem(lived, kept) == ""
    assert codes(lived, anchored=kept) == []
    assert anchor.problem(lived, replace(kept, seq=kept.seq + 1)) == "behind"
    assert anchor.problem(lived, replace(kept, hash="00")) == "different"
    assert anchor.problem(lived, replace(kept, stream="x")) == "unknown-stream"
    assert codes(lived, anchored=replace(kept, seq=99)) == ["anchor"]


def test_no_anchor_is_no_break(tmp_path, lived):
    assert anchor.read(tmp_path / "none") is None
    assert anchor.problem(lived, None) == ""


@pytest.mark.parametrize(
    "left",
    [b"", b"{}", b"\xff\x00", b'{"stream": "a", "seq": "7", "hash": "00"}', b'{"stream": "a"}'],
)
def test_a_spoiled_anchor_is_a_break(tmp_path, lived, left):
    (tmp_path / "anchor").write_bytes(left)
    assert codes(lived, anchored=anchor.read(tmp_path / "anchor")) == ["anchor-unreadable"]


def test_an_anchor_set_to_nothing_does_not_pass(lived, tmp_path):
    kept = anchor.write(lived, tmp_path / "anchor")
    (tmp_path / "anchor").write_text(replace(kept, seq=0).to_text())
    assert codes(lived, anchored=anchor.read(tmp_path / "anchor")) == ["anchor-unreadable"]


def test_something_that_is_no_file_in_the_anchors_place_is_a_break(tmp_path, lived):
    (tmp_path / "anchor").mkdir()
    assert codes(lived, anchored=anchor.read(tmp_path / "anchor")) == ["anchor-unreadable"]


def test_an_empty_store_has_an_anchor_at_its_beginning(tmp_path, store):
    kept = anchor.write(store, tmp_path / "anchor")
    assert (kept.seq, anchor.problem(store, kept)) == (0, "")


def test_a_store_can_be_audited_when_it_is_closed(lived):
    lived.close()
    assert audit(lived.folder, KEY).whole
    open_store(lived.folder, KEY).close()


def test_a_forgotten_list_of_streams_is_told_and_not_taken_for_an_empty_store(lived):
    (path,) = spool.files(lived.folder, lived.identity.stream)
    lived.db.execute("DELETE FROM stream")
    assert facts(lived, "stream-missing") == [{"row": 1, "entries": 7}]
    assert facts(lived, "journal-unlisted") == [{"path": str(path)}]
    assert "writer" in codes(lived)


def test_a_store_that_no_longer_says_which_stream_it_writes_is_not_whole(lived):
    lived.db.execute("DELETE FROM meta")
    assert codes(lived) == ["writer"]


@pytest.mark.parametrize(
    ("statement", "fact"),
    [
        ("DROP TABLE search_entry", ("search_entry", "missing")),
        ("DROP TABLE op", ("op", "missing")),
        ("DROP TABLE meta", ("meta", "missing")),
        ("DROP INDEX finding_of_case", ("finding_of_case", "missing")),
        ("ALTER TABLE answer DROP COLUMN at", ("answer", "changed")),
        (
            "CREATE TRIGGER sly AFTER INSERT ON op BEGIN DELETE FROM answer; END",
            ("sly", "extra"),
        ),
    ],
)
def test_tables_that_are_not_as_the_migrations_make_them_are_told(lived, statement, fact):
    lived.db.execute("PRAGMA foreign_keys = OFF")
    lived.db.execute(statement)
    assert fact in [(one["name"], one["how"]) for one in facts(lived, "schema")]


def test_a_document_whose_row_makes_no_sense_is_a_break_and_not_a_crash(lived):
    lived.db.execute("UPDATE document SET issued = 'the other day'")
    assert "unreadable" in codes(lived)


@pytest.fixture
def sealed(lived, monkeypatch):
    """The store in a folder that may not be written: only a copy of it can be opened."""
    lived.flush_journal()

    def refuse(folder, key):
        if folder == lived.folder:
            raise MachineError("read-only", folder=str(folder))
        return opened(folder, key)

    def make(*, prefix, dir=None):  # noqa: A002 - its name there
        if dir is not None and lived.folder in (dir, *dir.parents):
            raise OSError(errno.EROFS, "read-only")
        return temporary(prefix=prefix, dir=dir)

    opened, temporary = looking.open_reader, looking.tempfile.TemporaryDirectory
    monkeypatch.setattr(looking, "open_reader", refuse)
    monkeypatch.setattr(looking.tempfile, "TemporaryDirectory", make)
    return lived


def test_a_store_that_may_not_be_written_is_looked_at_all_the_same(sealed):
    """What lies in the write-ahead log is looked at with it."""
    before = sorted(path.name for path in sealed.folder.rglob("*") if path.is_file())
    report = audit(sealed.folder, KEY, public_key=PUBLIC)
    assert (report.whole, report.operations, report.frames, report.blobs) == (True, 7, 7, 2)
    after = sorted(path.name for path in sealed.folder.rglob("*") if path.is_file())
    assert after == before


def test_damage_in_a_store_that_may_not_be_written_is_told(sealed):
    sealed.db.execute("UPDATE answer SET value = '合格'")
    assert codes(sealed) == ["projection"]
