"""Drawing and signing inside a form: over a photo, on a blank sheet, on the line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.screens.sketch_dialog import SketchDialog
from app.services import drawings
from forms.model import Question

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill import FillScreen
    from app.screens.fill_attach import Attaching
    from app.services.changes import Result
    from app.services.sketch import Mark
    from app.widgets import ink as hand
    from db.rows import Attachment

WIDE = 1600
"""Pixels of the copy drawn on; it prints at 500 dots an inch."""


class Drawing(QObject):
    """Opens the sheet or the pad for a question, and keeps what comes of it."""

    def __init__(self, desk: Desk, screen: FillScreen, attaching: Attaching) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._attaching = attaching

    def draw(self, ref: str) -> None:
        """Draw over the photo that answers a question, or on the sheet it asks for."""
        paper = self._screen.paper
        if paper is None or paper.readonly:
            return
        state = paper.session.node(ref)
        row = paper.media.row(state.value)
        sheet = isinstance(state.question, Question) and "draw" in state.question.appearance.split()
        if row is None:
            if sheet:
                self._open(paper.id, ref, "", (b"", ()), sheet=True)
            return
        self._desk.jobs.background(
            partial(drawings.to_draw_on, self._desk.own_reader, row, WIDE),
            partial(self._open, paper.id, ref, row.id, sheet=sheet),
            self._desk.tell,
        )

    def sign(self, ref: str) -> None:
        """Open the pad; what is no signature cannot be kept."""
        from app.screens.signature_dialog import SignatureDialog

        paper = self._screen.paper
        if paper is None or paper.readonly:
            return
        label = paper.session.node(ref).label
        dialog = SignatureDialog(self._desk.theme, label, self._screen.window())
        dialog.signed.connect(partial(self._keep_signature, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open(
        self,
        record_id: str,
        ref: str,
        row_id: str,
        found: tuple[bytes, tuple[Mark, ...]],
        *,
        sheet: bool,
    ) -> None:
        paper = self._screen.paper
        if paper is None or paper.id != record_id:
            return  # another paper is in front by now
        data, marks = found
        title = self.tr("Draw") if sheet else self.tr("Draw on the photo")
        ground = None if sheet else QImage.fromData(data)
        dialog = SketchDialog(self._desk.theme, title, ground, marks, self._screen.window())
        keep = self._keep_sheet if sheet else self._annotate
        dialog.drawn.connect(partial(keep, ref, row_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _annotate(self, _ref: str, photo_id: str, drawn: object) -> None:
        if isinstance(drawn, drawings.Drawn):
            job = partial(
                drawings.annotate, act=self._desk.duty.act(), photo_id=photo_id, drawn=drawn
            )
            self._desk.jobs.write(
                job,
                done=self._show_annotated,
                failed=self._desk.tell,
                initiator=self._screen,
            )

    def _show_annotated(self, result: Result[Attachment]) -> None:
        if self._screen.paper is not None:
            self._screen.paper.media.look_again(result.value.id)

    def _keep_sheet(self, ref: str, row_id: str, drawn: object) -> None:
        paper = self._screen.paper
        if paper is None or not isinstance(drawn, drawings.Drawn):
            return
        if not drawn.marks:
            if row_id:
                self._attaching.remove(ref)
            return
        job = partial(
            drawings.keep_sheet, act=self._desk.duty.act(), record_id=paper.id, drawn=drawn
        )
        self._write(ref, job)

    def _keep_signature(self, ref: str, drawn: hand.Ink) -> None:
        from app.screens.sign_ink import kept_ink

        paper = self._screen.paper
        if paper is None:
            return
        ink = kept_ink(drawn, self.tr("signature") + ".png", self._desk.theme.on_paper("ink"))
        job = partial(drawings.sign, act=self._desk.duty.act(), record_id=paper.id, ink=ink)
        self._write(ref, job)

    def _write(self, ref: str, job: partial[Result[Attachment]]) -> None:
        self._desk.jobs.write(
            job,
            done=partial(self._attaching.answer, ref),
            failed=self._desk.tell,
            initiator=self._screen,
        )
