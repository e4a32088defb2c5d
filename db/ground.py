"""What a store stands on: tables as the migrations make them, listed streams, a stream to write.

Damage here blinds the other checks or breaks them, so the audit looks here first.
"""

from collections.abc import Iterator, Mapping

from db.handle import Reader

_SCHEMA = (
    "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    " AND name NOT LIKE 'search\\_text\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " AND tbl_name <> '_sqlite_migrations'"
)
"""All but what SQLite and sqlite-utils make for themselves, in words of their own version."""


def schema(reader: Reader, made: Reader) -> Iterator[tuple[str, str]]:
    """Yield (name, how) of what is ``missing``, ``extra`` or ``changed`` in a store's schema.

    ``made`` is an empty store fresh from the migrations.
    """
    found, wanted = _parts(reader), _parts(made)
    for name in sorted(found.keys() | wanted.keys()):
        if name not in found:
            yield name, "missing"
        elif name not in wanted:
            yield name, "extra"
        elif found[name] != wanted[name]:
            yield name, "changed"


def unlisted(reader: Reader) -> Iterator[tuple[int, int]]:
    """Yield (stream row, operations) of operations whose stream is not listed."""
    yield from reader.rows(
        "SELECT stream, COUNT(*) FROM op WHERE stream NOT IN (SELECT id FROM stream)"
        " GROUP BY stream ORDER BY stream"
    )


def has_writer(reader: Reader) -> bool:
    """Whether the store says which of its streams this device writes; none can write without."""
    found = reader.value(
        "SELECT 1 FROM stream JOIN meta ON meta.key = 'stream' AND meta.value = stream.stream"
    )
    return found is not None


def _parts(reader: Reader) -> Mapping[str, str]:
    return dict(reader.rows(_SCHEMA))
