"""The hub's schema brought up to date, or printed as SQL for who keeps the database."""

import sys
from io import StringIO
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

_PLACE = Path(__file__).with_name("migrations")


def upgrade(url: str) -> None:
    """Bring the database at a PostgreSQL URL to the newest schema; nothing when it is there."""
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(url), poolclass=NullPool
    )
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
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
