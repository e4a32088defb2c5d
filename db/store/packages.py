"""Published form packages: kept by their hash, for ever, because drafts stay on theirs."""

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import FormPackage
from db.store import nouns


def get(reader: Reader, package_hash: str) -> FormPackage | None:
    """Return one package or None."""
    return nouns.get(reader, FormPackage, package_hash)


def newest(reader: Reader, form_id: str) -> FormPackage | None:
    """Return the newest package of a form or None."""
    where = "WHERE id = ? ORDER BY published DESC, hash DESC LIMIT 1"
    return nouns.one(reader, FormPackage, where, (form_id,))


def all_newest(reader: Reader) -> tuple[FormPackage, ...]:
    """Return the newest package of each form, by form id."""
    where = (
        "WHERE hash = (SELECT newer.hash FROM form_package AS newer"
        " WHERE newer.id = form_package.id"
        " ORDER BY newer.published DESC, newer.hash DESC LIMIT 1) ORDER BY id"
    )
    return nouns.many(reader, FormPackage, where)


def versions(reader: Reader, form_id: str) -> tuple[str, ...]:
    """Return the hashes of all packages of a form, the newest first."""
    found = reader.rows(
        "SELECT hash FROM form_package WHERE id = ? ORDER BY published DESC, hash DESC", (form_id,)
    )
    return tuple(one for (one,) in found)


def add(store: Store, package: FormPackage) -> tuple[Operation, ...]:
    """Keep a package; keeping the same one twice, here or on another laptop, changes nothing."""
    if store.row("SELECT 1 FROM form_package WHERE hash = ?", (package.hash,)):
        return ()
    return nouns.seed(store, package)
