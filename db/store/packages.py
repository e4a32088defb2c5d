"""Published form packages: kept by their hash, for ever, because drafts stay on theirs."""

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.journal.published import FORM
from db.rows import FormPackage
from db.store import nouns, settings

_FIRST = (
    "ORDER BY hash = (SELECT json_extract(value, '$.hash') FROM setting"
    f" WHERE setting.key = '{FORM}' || id) DESC, published DESC, hash DESC"
)
"""The one the bureau chose before all others; without a choice no row is before another by it."""


def get(reader: Reader, package_hash: str) -> FormPackage | None:
    """Return one package or None."""
    return nouns.get(reader, FormPackage, package_hash)


def newest(reader: Reader, form_id: str) -> FormPackage | None:
    """Return the package of a form that is in use, or None: the bureau's choice, else the newest."""
    return nouns.one(reader, FormPackage, f"WHERE id = ? {_FIRST} LIMIT 1", (form_id,))


def all_newest(reader: Reader) -> tuple[FormPackage, ...]:
    """Return the package in use of each form, by form id."""
    where = (
        "WHERE hash = (SELECT hash FROM form_package AS other WHERE other.id = form_package.id"
        f" {_FIRST} LIMIT 1) ORDER BY id"
    )
    return nouns.many(reader, FormPackage, where)


def versions(reader: Reader, form_id: str) -> tuple[str, ...]:
    """Return the hashes of all packages of a form, the newest first, whichever is in use."""
    found = reader.rows(
        "SELECT hash FROM form_package WHERE id = ? ORDER BY published DESC, hash DESC", (form_id,)
    )
    return tuple(one for (one,) in found)


def chosen(reader: Reader) -> dict[str, dict[str, str]]:
    """Return what the bureau put into use, by form id: hash, version, title, by, bureau, reason."""
    found = settings.beginning(reader, FORM)
    return {key.removeprefix(FORM): told for key, told in found.items()}


def add(store: Store, package: FormPackage) -> tuple[Operation, ...]:
    """Keep a package; keeping the same one twice, here or on another laptop, changes nothing."""
    if store.row("SELECT 1 FROM form_package WHERE hash = ?", (package.hash,)):
        return ()
    return nouns.seed(store, package)


def put(store: Store, package: FormPackage) -> tuple[Operation, ...]:
    """Keep a package somebody made here: at the hub a person decides whether all get it."""
    return nouns.save(store, package)
