"""The register of migrations: which are known, which are pending, which come from the future."""

from functools import cache
from typing import TYPE_CHECKING

from db.migrations import m0001_first, m0002_duties, m0003_sync

if TYPE_CHECKING:
    from types import ModuleType

    from sqlite_utils import Database, Migrations

    from db.plain import Connection

SET = "xunjian"
STEPS = (m0001_first, m0002_duties, m0003_sync)


@cache
def register() -> "Migrations":
    """Return the sqlite-utils migration set of the store."""
    from sqlite_utils import Migrations

    known = Migrations(SET)
    for step in STEPS:
        known(name=_name(step))(step.apply)
    return known


def version() -> int:
    """Return the schema version: how many migrations this program knows."""
    return len(STEPS)


def applied(db: "Connection") -> frozenset[str]:
    """Return the names of the migrations a store has; writes nothing."""
    table = "SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'"
    if db.execute(table).fetchone() is None:
        return frozenset()
    found = db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET,))
    return frozenset(name for (name,) in found)


def unknown(db: "Connection") -> tuple[str, ...]:
    """Return the names of migrations a store has and this program does not know."""
    return tuple(sorted(applied(db).difference(_known())))


def missing(db: "Connection") -> tuple[str, ...]:
    """Return the names of migrations a store still lacks; as ``pending``, for any connection."""
    made = applied(db)
    return tuple(name for name in _known() if name not in made)


def pending(db: "Database") -> tuple[str, ...]:
    """Return the names of the migrations still to be made; writes nothing."""
    return tuple(one.name for one in register().pending(db))


def upgrade(db: "Database") -> None:
    """Make the pending migrations, each in its own transaction."""
    register().apply(db)


def schema(db: "Database") -> str:
    """Return the schema of a store as SQL text, the shadow tables of search left out."""
    found = db.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'search\\_text\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " ORDER BY tbl_name, type DESC, name"
    ).fetchall()
    return "".join(f"{sql};\n\n" for (sql,) in found)


def _known() -> tuple[str, ...]:
    return tuple(_name(step) for step in STEPS)


def _name(step: "ModuleType") -> str:
    return step.__name__.rpartition(".")[2]
