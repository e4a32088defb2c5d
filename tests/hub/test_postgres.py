"""The embedded server: stopped with the hub, also when a hub before was killed."""

import json
import tempfile
from pathlib import Path

import psycopg
import pytest

from hub.postgres import embedded


@pytest.fixture
def folder():
    """A folder the server's own user may enter, whoever starts another pytest meanwhile."""
    with tempfile.TemporaryDirectory(prefix="xunjian-pg-") as made:
        yield Path(made) / "pg"


def test_it_is_stopped_at_the_end_even_if_a_hub_before_was_killed(folder):
    with embedded(folder) as url, psycopg.connect(url):
        pass
    listed = folder / ".handle_pids.json"
    listed.write_text(json.dumps([2**22 + 1]))  # no process has this number: who wrote it is dead
    with embedded(folder) as url, psycopg.connect(url):
        pass
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
