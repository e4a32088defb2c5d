"""Where one can be in the program, and what every screen answers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.changes import Changes
    from db.rows import Record


NEW = "new:"
"""How the spot of a register begins that shows the dialogue for a new one with a code."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen and what it shows.

    ``screen`` is one of ``today cases case sites enterprise equipment device fill sampling samples
    sample report batch review issue document documents rectify campaigns officers sync settings
    designer start``; ``id`` names the record, enterprise, device or document shown, or is the path of a
    workbook, and ``spot`` a point inside it (a question's ref, a tab, a setting, a filter).
    """

    screen: str
    id: str = ""
    spot: str = ""


def record_place(record: Record) -> Place:
    """Where a record is gone on with: a sampling sheet on its own screen, all others in fill."""
    sheet = record.form_id == "sampling-sheet" and record.state == "draft"
    return Place("sampling" if sheet else "fill", record.id)


def begin_place(kind: str = "spot-check") -> Place:
    """Where one says whose matter of a kind is to be begun."""
    return Place("sites", spot=f"begin:{kind}")


class Screen(Protocol):
    """What the frame asks of a screen; a screen is a QWidget built as ``Screen(desk)``."""

    def widget(self) -> QWidget:
        """The widget to put on the stack."""

    def enter(self, place: Place) -> None:
        """Show a place; called each time it is gone to, also when it is already in front."""

    def leave(self) -> None:
        """Commit the input method and hand over what was typed; called before anything else."""

    def refresh(self, changes: Changes) -> None:
        """Look again at what a write of someone else changed; called when in front."""


@runtime_checkable
class Lasting(Protocol):
    """A screen with something that is kept nowhere else, such as a trial.

    It is handed to the screen made in its place when the language changes.
    """

    def kept(self) -> object:
        """What the next one needs."""

    def take_up(self, kept: object) -> None:
        """Go on with what the screen before had; called before ``enter``."""
