"""The `override` mark, which the standard library has only from Python 3.12 on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414  # a re-export, said aloud
else:

    def override(method):  # noqa: ANN001, ANN201  # the checker reads the other branch
        """Mark a method as replacing one of its base class."""
        return method
