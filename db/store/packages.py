"""Published form packages: kept by their hash, for ever, because drafts stay on theirs."""

from db.handle import Reader, Store
from db.journal.clock import to_text
from db.journal.operation import Operation
from db.journal.published import FORM
from db.rows import NEVER, FormPackage
from db.store import nouns, settings

_HERE = "form-here/"
_FOREIGN = to_text(NEVER)
"""When a package was published that came along with another jurisdiction's paper: never here."""
_AT = (
    "ifnull((SELECT json_extract(value, '$') FROM setting_local"
    f" WHERE setting_local.key = '{_HERE}' || hash), published)"
)
"""When a package was published here: what came along from elsewhere may be delivered later."""
_CHOSEN = (
    f"hash = (SELECT json_extract(value, '$.hash') FROM setting WHERE setting.key = '{FORM}' || id)"
)
_FIRST = f"ORDER BY {_CHOSEN} DESC, {_AT} DESC, hash DESC"
"""The one the bureau chose before all others; without a choice no row is before another by it."""
_OURS = f"({_AT} <> '{_FOREIGN}' OR {_CHOSEN})"


def get(reader: Reader, package_hash: str) -> FormPackage | None:
    """Return one package or None."""
    return nouns.get(reader, FormPackage, package_hash)


def newest(reader: Reader, form_id: str) -> FormPackage | None:
    """Return the package of a form that is in use, or None: the bureau's choice, else the newest."""
    return nouns.one(reader, FormPackage, f"WHERE id = ? AND {_OURS} {_FIRST} LIMIT 1", (form_id,))


def all_newest(reader: Reader) -> tuple[FormPackage, ...]:
    """Return the package in use of each form, by form id."""
    where = (
        "WHERE hash = (SELECT hash FROM form_package AS other WHERE other.id = form_package.id"
        f" AND {_OURS} {_FIRST} LIMIT 1) ORDER BY id"
    )
    return nouns.many(reader, FormPackage, where)


def versions(reader: Reader, form_id: str) -> tuple[str, ...]:
    """Return the hashes of all packages of a form, the newest first, whichever is in use."""
    found = reader.rows(
        f"SELECT hash FROM form_package WHERE id = ? ORDER BY {_AT} DESC, hash DESC", (form_id,)
    )
    return tuple(one for (one,) in found)


def chosen(reader: Reader) -> dict[str, dict[str, str]]:
    """Return what the bureau put into use, by form id: hash, version, title, by, bureau, reason."""
    found = settings.beginning(reader, FORM)
    return {key.removeprefix(FORM): told for key, told in found.items()}


def add(store: Store, package: FormPackage) -> tuple[Operation, ...]:
    """Keep a package; keeping the same one twice, here or on another laptop, changes nothing."""
    known = store.value("SELECT published FROM form_package WHERE hash = ?", (package.hash,))
    if known == _FOREIGN:
        settings.put_local(store, _HERE + package.hash, to_text(package.published))
    if known is not None:
        return ()
    return nouns.seed(store, package)


def put(store: Store, package: FormPackage) -> tuple[Operation, ...]:
    """Keep a package somebody made here: at the hub a person decides whether all get it."""
    return nouns.save(store, package)
