"""The hub's schema brought up to date, or printed as SQL for who keeps the database."""

import sys
import time
from io import StringIO
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.pool import NullPool

_TRIES = 4
_PAUSE = 0.25
_PLACE = Path(__file__).with_name("migrations")


def upgrade(url: str) -> None:
    """Bring the database at a PostgreSQL URL to the newest schema; nothing when it is there.

    Where another instance does the same at this moment, what it made is taken.
    """
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(url), poolclass=NullPool
    )
    for left in reversed(range(_TRIES)):
        try:
            with engine.begin() as connection:
                config = _config()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
            break
        except (IntegrityError, ProgrammingError):
            if not left:
                raise
            time.sleep(_PAUSE)
    engine.dispose()


def as_sql() -> str:
    """Return every change as SQL text."""
    out = StringIO()
    command.upgrade(_config(out), "head", sql=True)
    return out.getvalue()


def _config(out: "StringIO | None" = None) -> Config:
    config = Config(output_buffer=out or sys.stdout)
    config.set_main_option("script_location", str(_PLACE))
    return config
