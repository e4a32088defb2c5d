"""Filling in a paper: outline, one section at a time, findings, and what helps beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.screens.fill_composing import Composing
from app.screens.fill_frame import FillFrame
from app.screens.fill_limits import doubted, limits, origin
from app.screens.fill_paper import Paper, language_of
from app.screens.fill_requests import Requests
from app.screens.fill_section import NO_EXTRA, Extra, SectionPage
from app.screens.fill_version import Versions
from app.screens.place import Place
from app.services import records
from app.services.errors import Refused
from db.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.services.changes import Changes

SAMPLING: Final = "sampling-sheet"
SOON: Final = 30  # milliseconds: outline and counts follow a burst of answers once
REGISTERS: Final = frozenset({"enterprise", "equipment", "law", "product", "person"})
OWN: Final = frozenset({"record", "answer", "finding", "attachment", "sample"})


class FillScreen(FillFrame):
    """The screen of one paper; the answers live in the ``Paper``, never in the widgets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.paper: Paper | None = None
        self.page: SectionPage | None = None
        self._wanted = Place("fill")
        self._unsaved: list[Paper] = []
        self._left_at: dict[str, tuple[str, str]] = {}  # section and question, by record
        self._at = ""  # the question the focus is in
        self._undo: Callable[[], None] | None = None
        self.composing = Composing(self)
        self._requests = Requests(desk, self)
        self._versions = Versions(desk, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._show_far)
        self._connect()
        self._install_keys()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show a paper, at a question or finding when ``place.spot`` names one."""
        self._wanted = place
        waiting = next((one for one in self._papers() if one.id == place.id and one.dirty), None)
        if waiting is not None:
            self._show_paper(waiting, place)
        elif self.desk.jobs.pending():
            # Everything written before comes first, so that the newest answers are read.
            self.desk.jobs.write(_nothing, done=partial(self._open, place), failed=self.desk.tell)
        else:
            self._open(place)

    def leave(self) -> None:
        """Take over what is being composed, and hand over everything typed."""
        self.composing.commit()
        if self.paper is not None and self.page is not None:
            self._left_at[self.paper.id] = (self.page.section, self._here())
            self.paper.leave_section(self.page.section)
        self.drawer.hide()

    def refresh(self, changes: Changes) -> None:
        """Look again at what someone else changed about this paper or its registers."""
        if self.paper is None:
            return
        about = self.paper.id in changes.ids or changes.kinds & {"finding", "attachment"}
        if about and changes.kinds & OWN and not self.paper.dirty:
            self.paper.read_again()
        elif changes.kinds & REGISTERS:
            self.context.show_paper(self.paper)

    # --- moving about -------------------------------------------------------------------------

    def open_section(self, section: str, ref: str = "") -> None:
        """Turn to a section, and put the focus on one of its questions or its first open one."""
        if self.paper is None:
            return
        self.composing.commit()
        if self.page is not None and self.page.section != section:
            self.paper.leave_section(self.page.section)
        if self.page is None or self.page.section != section:
            self._show_page(section)
        target = ref or self._first_open(section)
        if target and self.page is not None and self.page.focus_on(target):
            self.context.show_question(target)

    def go_to(self, ref: str) -> None:
        """Go to a question wherever it stands, and show what is wrong with it."""
        if self.paper is not None:
            self.open_section(self.paper.section_of(ref), ref)
            self.paper.reveal(ref)

    def turn(self, step: int) -> None:
        """Turn to the section after (1) or before (-1)."""
        if self.paper is None or self.page is None:
            return
        sections = self.paper.sections()
        place = sections.index(self.page.section) + step if self.page.section in sections else 0
        if 0 <= place < len(sections):
            self.open_section(sections[place])

    def next_open(self) -> None:
        """Go to the next question without an answer, in this section or the ones after it."""
        self._go_open(self._here(), whole=True)

    def finish(self) -> None:
        """Go on to checking and signing; everything typed goes first."""
        if self.paper is not None:
            self.desk.go(Place("review", self.paper.id))

    def preview(self) -> None:
        """Look at the pages as they would be printed now."""
        if self.paper is not None:
            self.desk.go(Place("review", self.paper.id, "preview"))

    def show_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Say what was just taken away, and offer it back."""
        self._undo = undo
        self.undo_bar.set_done(words)

    def extras_of(self, section: str) -> Extra:
        """What stands below the questions of a section, for papers with a workbench."""
        if self.paper is None or self.paper.opened.record.form_id != SAMPLING:
            return NO_EXTRA
        from app.screens.sampling_bench import extras

        return extras(self.desk, self.paper, section)

    # --- opening ------------------------------------------------------------------------------

    def _open(self, place: Place, _result: object = None) -> None:
        if place is not self._wanted:
            return
        try:
            opened = records.open_record(
                self.desk.reader,
                self.desk.duty.act(),
                place.id,
                language=language_of(self.desk),
                now=self.desk.duty.now,
            )
        except (Refused, MachineError) as error:
            self.desk.tell(error)
            return
        self._show_paper(Paper(self.desk, opened, self), place)

    def _show_paper(self, paper: Paper, place: Place) -> None:
        before = self.paper
        if before is not None and before is not paper:
            before.changed.disconnect(self._follow)
            if before.dirty:
                self._unsaved.append(before)
        if before is not paper:
            paper.changed.connect(self._follow)
            paper.reopened.connect(self._reopen)
            paper.closed.connect(self._close_paper)
            paper.saved.connect(self._forget_saved)
            paper.findings.changed.connect(self._show_finding)
            paper.findings.refused.connect(self._refuse_finding)
        self.paper = paper
        self._drop_page()
        self.undo_bar.set_done("")
        self._versions.offer(paper)
        told = (*doubted(self.desk, paper), *origin(self.desk, paper), *limits(paper))
        self.limits.set_messages(told)
        self.context.show_paper(paper)
        self._show_far()
        self._requests.positions.begin(paper)
        spot = paper.findings.ref_of(place.spot) or place.spot
        section = paper.section_of(spot) if spot else ""
        if section:
            self.go_to(spot) if spot != section else self.open_section(section)
        else:
            section, ref = self._left_at.get(paper.id, ("", ""))
            if section not in paper.sections():
                section, ref = self._first_section(paper), ""
            self.open_section(section, ref)

    def _first_section(self, paper: Paper) -> str:
        """The first section in which something is open, else the first."""
        sections = paper.sections()
        unfinished = {problem.section for problem in paper.session.problems()}
        return next((one for one in sections if one in unfinished), next(iter(sections), ""))

    def _papers(self) -> list[Paper]:
        return [*self._unsaved, *([self.paper] if self.paper is not None else [])]

    def _forget_saved(self) -> None:
        self._unsaved = [one for one in self._unsaved if one.dirty]

    def _close_paper(self, error: object) -> None:
        if isinstance(error, Refused):
            self.desk.tell(error)
        self._reopen()

    def _reopen(self) -> None:
        """The session was made anew: build what is shown again, at the same place."""
        if self.paper is None or self.page is None:
            return
        section, ref = self.page.section, self._here()
        place = self.page.verticalScrollBar().value()
        self._show_page(section if section in self.paper.sections() else "")
        if self.page is not None:
            self.page.focus_on(ref)
            bar = self.page.verticalScrollBar()
            QTimer.singleShot(0, self.page, partial(bar.setValue, place))

    # --- showing ------------------------------------------------------------------------------

    def _show_page(self, section: str) -> None:
        if self.paper is None:
            return
        self._drop_page()
        sections = self.paper.sections()
        section = section or next(iter(sections), "")
        if not section:
            return
        number = sections.index(section) + 1 if section in sections else 1
        page = SectionPage(self.desk, self.paper, section, number, self.extras_of(section))
        page.advanced.connect(self._advance)
        page.asked.connect(self._requests.ask)
        page.dropped.connect(self._requests.drop)
        page.touched.connect(self.context.show_question)
        page.row_removed.connect(self._offer_row)
        page.photo_removed.connect(self._offer_photo)
        page.value_removed.connect(self._offer_value)
        self.page = page
        self.put_page(page)
        self.context.show_question("")
        self._show_far()

    def _drop_page(self) -> None:
        if self.page is not None:
            self.take_page(self.page)
            self.page = None

    def _show_far(self) -> None:
        """Show how far the paper is: header, outline, section title, footer."""
        if self.paper is None:
            return
        self.header.show_paper(self.paper)
        section = self.page.section if self.page is not None else ""
        self.outline.show_paper(self.paper, section)
        if section:
            self.title.show_section(self.paper, section)
            self.foot.show_section(self.paper, section)

    def _follow(self, changed: object) -> None:
        if self.page is not None:
            self.page.show_changed(changed)  # type: ignore[arg-type]  # a signal carries any object
        if self.paper is not None:
            self._requests.positions.follow(self.paper)
        self._soon.start()

    def _show_finding(self, ref: str) -> None:
        if self.page is not None and self.sender() is getattr(self.paper, "findings", None):
            self.page.show_finding(ref)
            self.context.show_law()
        self._soon.start()

    def _refuse_finding(self, ref: str, field: str, error: object) -> None:
        if self.page is not None and isinstance(error, Refused):
            self.page.refuse_finding(ref, field, error)

    # --- moving inside ------------------------------------------------------------------------

    def _here(self) -> str:
        return self.page.ref_of(self.focusWidget()) if self.page is not None else ""

    def _first_open(self, section: str) -> str:
        if self.paper is None:
            return ""
        questions = self.paper.questions(section)
        opens = (ref for ref in questions if self.paper.is_open(ref))
        return next(opens, next(iter(questions), ""))

    def _advance(self, ref: str) -> None:
        self._go_open(ref, whole=False)

    def _go_open(self, after: str, *, whole: bool) -> None:
        """Go to the next open question; with ``whole`` round to the beginning as well."""
        if self.paper is None or self.page is None:
            return
        order = [ref for section in self.paper.sections() for ref in self.paper.questions(section)]
        start = order.index(after) + 1 if after in order else self._start_of_page(order)
        later = order[start:] + (order[:start] if whole else [])
        target = next((ref for ref in later if self.paper.is_open(ref)), "")
        if target:
            self.open_section(self.paper.section_of(target), target)
        else:
            self.foot.finish.setFocus(Qt.FocusReason.TabFocusReason)

    def _start_of_page(self, order: list[str]) -> int:
        own = self.paper.questions(self.page.section) if self.paper and self.page else ()
        return order.index(own[0]) if own and own[0] in order else 0

    def _watch_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Follow the person from question to question; what is left behind is judged and kept."""
        if new is None or self.page is None or self.paper is None or not self.isAncestorOf(new):
            return
        ref = self.page.ref_of(new)
        if ref == self._at:
            return
        left, self._at = self._at, ref
        if left in self.page.widgets and self.paper.stands(left):
            self.paper.reveal(left)
            self.paper.save()
        if ref:
            self.context.show_question(ref)

    # --- taking back --------------------------------------------------------------------------

    def _offer_row(self, row: str, gone: object) -> None:
        paper = self.paper
        if paper is not None and isinstance(gone, dict):
            self.show_undo(self.tr("A row was removed."), partial(paper.put_back, row, gone))

    def _offer_photo(self, photos: object, row: object) -> None:
        back = partial(photos.put_back, row)  # type: ignore[attr-defined]  # a FindingPhotos
        self.show_undo(self.tr("A photo was taken off."), back)

    def _offer_value(self, ref: str, back: Callable[[str], str], words: str) -> None:
        if self.paper is not None:
            self.show_undo(words, partial(self.paper.mend, ref, back))

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.undo_bar.set_done("")
        if undo is not None:
            undo()

    def _dismiss_undo(self) -> None:
        self._undo = None
        self.undo_bar.set_done("")

    def _hide_limits(self, _message: str, _act: str) -> None:
        self.limits.set_messages(())

    # --- wires ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.header.left.connect(self.desk.back)
        self.header.preview_wanted.connect(self.preview)
        self.context.withdraw_wanted.connect(self._requests.withdraw)
        self.header.context_wanted.connect(self.toggle_context)
        self.outline.opened.connect(self.open_section)
        self.foot.turned.connect(self.turn)
        self.foot.finished.connect(self.finish)
        self.limits.answered.connect(self._hide_limits)
        self.undo_bar.undone.connect(self._take_back)
        self.undo_bar.dismissed.connect(self._dismiss_undo)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch_focus)

    def _install_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("F8", self.next_open),
            ("F4", self.toggle_context),
            ("Ctrl+PgDown", partial(self.turn, 1)),
            ("Ctrl+PgUp", partial(self.turn, -1)),
            ("Ctrl+Return", self.finish),
        )
        for words, run in keys:
            shortcut = QShortcut(QKeySequence(words), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)


def _nothing(_store: object) -> None:
    """Write nothing: it comes home after every write asked for before."""
