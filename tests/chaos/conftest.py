"""What the faults share with the hub's tests: a database each."""

from tests.hub.conftest import db, url

__all__ = ["db", "url"]
