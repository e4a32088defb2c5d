"""A connection that only reads: the driver itself, without what a writer needs around it.

The window's first board waits for it; sqlite-utils and its tools load with the first writer.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol


class Connection(Protocol):
    """What reading asks of a connection, ours and the one of sqlite-utils alike."""

    def execute(self, sql: str, parameters: Any = None, /) -> Any:
        """Execute one statement and return its cursor."""

    def atomic(self) -> AbstractContextManager[object]:
        """Let the statements inside see one state."""

    def close(self) -> None:
        """Close the connection."""


class Plain:
    """The driver's connection under the names sqlite-utils uses."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def execute(self, sql: str, parameters: Sequence[Any] | None = None, /) -> Any:
        """Execute one statement and return its cursor."""
        return self._raw.execute(sql, parameters or ())

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Let the statements inside see one state; may stand inside itself."""
        self._raw.execute("SAVEPOINT one_state")
        try:
            yield
        finally:
            self._raw.execute("RELEASE one_state")

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self._raw.close()
