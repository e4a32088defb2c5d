"""The breaks an audit may find, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.audit import Break

BREAKS: Final[Mapping[str, str]] = {
    "page": QT_TRANSLATE_NOOP(
        "audit", "The database file is damaged: {detail}. Restore it from a backup and the journal."
    ),
    "operation": QT_TRANSLATE_NOOP(
        "audit",
        "Entry {seq} of the journal is not what was written ({how}): somebody or something changed "
        "it afterwards.",
    ),
    "operation-gone": QT_TRANSLATE_NOOP("audit", "Entry {seq} of the journal is missing."),
    "schema": QT_TRANSLATE_NOOP(
        "audit", "{name} in the database is not as this program makes it ({how})."
    ),
    "writer": QT_TRANSLATE_NOOP(
        "audit", "The database no longer says under which name this computer writes its journal."
    ),
    "stream-missing": QT_TRANSLATE_NOOP(
        "audit",
        "{entries} entries of the journal belong to a computer the database does not list (row "
        "{row}).",
    ),
    "journal-unlisted": QT_TRANSLATE_NOOP(
        "audit", "The second journal {path} belongs to a computer the database does not list."
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "audit", "Part of the data cannot be read as it should: {detail}."
    ),
    "journal-damaged": QT_TRANSLATE_NOOP(
        "audit", "The second journal {path} is damaged at byte {at}."
    ),
    "journal-differs": QT_TRANSLATE_NOOP(
        "audit", "Entry {seq} differs between the store and the second journal."
    ),
    "journal-missing": QT_TRANSLATE_NOOP(
        "audit", "Entries {first} to {last} are missing in the second journal."
    ),
    "journal-ahead": QT_TRANSLATE_NOOP(
        "audit", "The second journal has entry {seq}, the store has not: the store was set back."
    ),
    "projection": QT_TRANSLATE_NOOP(
        "audit",
        "Table {table}, row {key} does not agree with the journal ({how}{columns}): it was "
        "changed past the program. The journal holds the true values.",
    ),
    "base": QT_TRANSLATE_NOOP(
        "audit",
        "A file of what this computer took over from the bureau when it began is gone or damaged "
        "(SHA-256 {sha256}). What it held stands in the tables; only they can no longer be made "
        "anew. Copy the file back from a backup of the folder; or restore the store, which fetches "
        "it from the bureau.",
    ),
    "rebuild": QT_TRANSLATE_NOOP("audit", "The tables cannot be made again from the journal: {detail}."),
    "blob-missing": QT_TRANSLATE_NOOP(
        "audit", "The file of a photo or paper is gone ({rec_type} {rec_id}, SHA-256 {sha256})."
    ),
    "blob-damaged": QT_TRANSLATE_NOOP(
        "audit",
        "The file of a photo or paper is not what was kept ({rec_type} {rec_id}, SHA-256 {sha256}).",
    ),
    "document-content": QT_TRANSLATE_NOOP(
        "audit", "The content of {number} is not the one it was issued with."
    ),
    "document-signature": QT_TRANSLATE_NOOP(
        "audit", "The signature of {number} does not fit: it was not issued like this on this device."
    ),
    "document-altered": QT_TRANSLATE_NOOP("audit", "{number} was changed after it had been issued."),
    "number-unaccounted": QT_TRANSLATE_NOOP(
        "audit", "Numbers {lo} to {hi} of the series {series} ({year}) are unaccounted for."
    ),
    "number-without-document": QT_TRANSLATE_NOOP(
        "audit", "Number {number} of the series {series} ({year}) is taken, but there is no document."
    ),
    "number-doubled": QT_TRANSLATE_NOOP(
        "audit",
        "Number {number} of the series {series} ({year}) stands on {papers} papers; each of them "
        "says what the bureau decided.",
    ),
    "anchor": QT_TRANSLATE_NOOP(
        "audit",
        "The store does not agree with the anchor kept outside it ({how}): it may have been set "
        "back to an earlier state.",
    ),
    "anchor-unreadable": QT_TRANSLATE_NOOP(
        "audit",
        "The anchor kept outside the store is spoiled: whether the store was set back to an "
        "earlier state cannot be told.",
    ),
}  # fmt: skip

HOW: Final[Mapping[str, str]] = {
    "missing": QT_TRANSLATE_NOOP("audit", "gone"),
    "extra": QT_TRANSLATE_NOOP("audit", "put in"),
    "changed": QT_TRANSLATE_NOOP("audit", "changed"),
}


def explain(found: Break) -> str:
    """A break as a sentence in the language shown now."""
    gone = found.code == "operation" and found.facts.get("how") == "gap"
    source = BREAKS["operation-gone"] if gone else BREAKS.get(found.code, found.code)
    facts = {"columns": "", "how": "", **{name: _text(fact) for name, fact in found.facts.items()}}
    how = HOW.get(facts["how"])
    if how is not None:
        facts["how"] = QCoreApplication.translate("audit", how)
    return QCoreApplication.translate("audit", source).format_map(facts)


def _text(fact: object) -> str:
    """A fact in a sentence; the names of columns follow what was done to them."""
    if isinstance(fact, tuple):
        return f" {', '.join(map(str, fact))}" if fact else ""
    return str(fact)
