"""Settings: those of this machine, and those that travel with the bureau's data."""

import json
from typing import Any

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns
from db.store.tables import Setting


def get_local(reader: Reader, key: str, default: Any = None) -> Any:
    """Return a setting of this machine (any JSON value), or the default."""
    found = reader.value("SELECT value FROM setting_local WHERE key = ?", (key,))
    return default if found is None else json.loads(found)


def put_local(store: Store, key: str, value: Any) -> None:
    """Keep a setting of this machine; it is no part of the journal."""
    with store.atomic():
        store.run(
            "INSERT INTO setting_local (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, _text(value)),
        )


def get(reader: Reader, key: str, default: Any = None) -> Any:
    """Return a setting that travels (any JSON value), or the default."""
    found = nouns.get(reader, Setting, key)
    return default if found is None else json.loads(found.value)


def beginning(reader: Reader, prefix: str) -> dict[str, Any]:
    """Return the settings that travel and whose key begins so, by their keys."""
    found = reader.rows(
        "SELECT key, value FROM setting WHERE key >= ?1 AND substr(key, 1, length(?1)) = ?1",
        (prefix,),
    )
    return {key: json.loads(value) for key, value in found}


def put(store: Store, key: str, value: Any) -> tuple[Operation, ...]:
    """Keep a setting that travels, as an operation."""
    return nouns.save(store, Setting(key, _text(value)))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
