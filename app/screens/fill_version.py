"""A newer version of the form: offered below the page, looked at first, undone by a message."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.screens.desk import Note
from app.screens.fill_paper import language_of
from app.screens.fill_version_dialog import VersionDialog
from app.screens.place import Place
from app.services import moving
from app.widgets.bars import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.screens.desk import Desk
    from app.screens.fill import FillScreen
    from app.screens.fill_paper import Paper
    from app.services.changes import Result
    from app.services.moving import Look, Moved, Newer
    from db.rows import Record

OFFER: Final = "newer-version"


class Versions(QObject):
    """Offers the newest version of a draft's form, and moves the draft when it is wanted."""

    def __init__(self, desk: Desk, screen: FillScreen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._newer: Newer | None = None
        self._left: set[tuple[str, str]] = set()  # papers and versions one left as they are
        screen.offers.answered.connect(self._answer)

    def offer(self, paper: Paper) -> None:
        """Say that there is a newer version, where there is one and nobody said no to it."""
        self._newer = moving.newer(self._desk.reader, paper.opened.record)
        known = self._newer
        if known is None or paper.readonly or (paper.id, known.hash) in self._left:
            self._screen.offers.set_messages(())
            return
        told = self.tr("This paper stays on version {now} until you move it to {newer}.")
        message = Message(
            OFFER,
            self.tr("There is a newer version of this form"),
            told.format(now=known.version_now, newer=known.version),
            "accent",
            "info",
            (("look", self.tr("See what changes")), ("leave", self.tr("Not for this paper"))),
        )
        self._screen.offers.set_messages((message,))

    def _answer(self, _message: str, act: str) -> None:
        paper, known = self._screen.paper, self._newer
        if paper is None or known is None:
            return
        if act == "leave":
            self._left.add((paper.id, known.hash))
            self._screen.offers.set_messages(())
            return
        self._screen.leave()
        self._look(paper.id, known.hash, {}, self._show)

    def _look(
        self,
        record_id: str,
        package_hash: str,
        renamed: Mapping[str, str],
        show: Callable[[Look], None],
    ) -> None:
        # On the thread of the writes: what was typed last is there before it is looked at.
        job = partial(
            moving.look,
            act=self._desk.duty.act(),
            record_id=record_id,
            package_hash=package_hash,
            renamed=renamed,
            language=language_of(self._desk),
        )
        self._desk.jobs.write(job, done=show, failed=self._desk.tell, initiator=self._screen)

    def _show(self, look: Look) -> None:
        paper, known = self._screen.paper, self._newer
        if paper is None or known is None or paper.id != look.record_id:
            return
        dialog = VersionDialog(self._desk.theme, look, self._screen.window())
        dialog.names.chosen.connect(partial(self._look_again_by, dialog, look.record_id, known))
        dialog.accepted.connect(partial(self._move, dialog, look.record_id, known.hash))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_again_by(
        self, dialog: VersionDialog, record_id: str, known: Newer, names: Mapping[str, str]
    ) -> None:
        """Look at the move with the names chosen by hand, and show it in the same dialogue."""
        self._look(record_id, known.hash, names, dialog.set_look)

    def _move(self, dialog: VersionDialog, record_id: str, package_hash: str) -> None:
        job = partial(
            moving.move,
            act=self._desk.duty.act(),
            record_id=record_id,
            package_hash=package_hash,
            renamed=dialog.names.names,
        )
        self._desk.jobs.write(
            job, done=self._tell_moved, failed=self._desk.tell, initiator=self._screen
        )

    def _tell_moved(self, result: Result[Moved]) -> None:
        moved = result.value
        self._look_again(moved.record_id)
        note = Note(
            "ok",
            self.tr("Now on version {version}").format(version=moved.version_to),
            self.tr("What did not come along is kept; undo brings everything back as it was."),
            ((self.tr("Undo"), partial(self._undo, moved)), (self.tr("Got it"), _seen)),
            id="version-moved",
            icon="undo",
        )
        self._desk.say(note)

    def _undo(self, moved: Moved) -> None:
        self._screen.leave()
        job = partial(moving.undo, act=self._desk.duty.act(), moved=moved)
        self._desk.jobs.write(
            job, done=self._tell_undone, failed=self._desk.tell, initiator=self._screen
        )

    def _tell_undone(self, result: Result[Record]) -> None:
        self._look_again(result.value.id)

    def _look_again(self, record_id: str) -> None:
        """Show the paper anew, if it is the one in front of the inspector."""
        paper = self._screen.paper
        if paper is not None and paper.id == record_id:
            self._screen.enter(Place("fill", record_id))


def _seen() -> None:
    """Put the message away and leave the paper as it is now."""
