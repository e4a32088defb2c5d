"""发出文书: the page as it will be, the number it takes, and one deliberate act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.issue_panel import IssuePanel
from app.screens.layout import dotted
from app.screens.paper_view import Pager, PaperView, ZoomButton
from app.screens.place import Place
from app.screens.sentences import sentence
from app.services import documents, issuing, pages, records, review, service, settings, signing
from app.services.context import CHINA
from app.services.errors import Refused
from app.widgets.bars import Message, MessageBars
from app.widgets.fields import commit_input_method
from app.widgets.headers import TaskHeader

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes, Result
    from app.services.documents import Ready
    from app.services.pages import Drawn
    from app.services.records import Opened
    from db.rows import Document

# Where a refusal is put right: the screen and its spot; "" is the paper itself.
WAYS_OUT = {
    "number-none-left": ("settings", "numbers"),
    "glyph-missing": ("fill", ""),
    "page-overflow": ("fill", ""),
    "photo-unreadable": ("fill", ""),
    "review-open": ("review", ""),
    "anchor-behind": ("settings", "numbers"),
    "anchor-unreadable": ("settings", "numbers"),
}


class IssueScreen(QWidget):
    """One document draft on the desk before it is issued."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._opened: Opened | None = None
        self._ready: Ready | None = None
        self._document = ""
        self._way: Place | None = None
        theme = desk.theme
        self._header = TaskHeader(theme, self.tr("Back"))
        self._header.left.connect(self._back)
        self.paper = PaperView(desk)
        self.paper.drawn.connect(self._show_pages)
        self.paper.refused.connect(self._refuse)
        self.paper.acted.connect(self._take_way)
        self._pager = Pager(theme, self.paper.pages)
        self.zoom = ZoomButton(theme, self.paper.pages)
        self._header.add_act(self._pager)
        self._header.add_act(self.zoom)
        self._bars = MessageBars(theme)
        self._bars.answered.connect(self._answer)
        self.panel = IssuePanel(desk)
        self.panel.issue_wanted.connect(self.issue)
        self.panel.review_wanted.connect(self._review)
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one draft as it would be issued now."""
        if place.id != self._id:
            self._id = place.id
            self._opened = None
            self.paper.forget()
        self.panel.printer.ask()
        self._look()

    def leave(self) -> None:
        """Nothing is taken by looking."""
        commit_input_method()

    def refresh(self, changes: Changes) -> None:
        """The number, the content or the bureau's words may have changed."""
        if changes.kinds & {"record", "number", "setting", "signature", "finding", "answer"}:
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        bars = QHBoxLayout()
        bars.setContentsMargins(16, 0, 16, 0)
        bars.addWidget(self._bars)
        left.addLayout(bars)
        left.addWidget(self.paper, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(body, 1)

    def _look(self) -> None:
        """Read the draft anew and draw it with the number that is next."""
        reader, act = self._desk.reader, self._desk.duty.act()
        begun = self._opened is not None
        try:
            opened = records.open_record(reader, act, self._id)
        except Refused as error:
            self._refuse(error)
            return
        self._opened = opened
        self._ready = None
        self.panel.wait()
        self._document = ""
        party = opened.enterprise.name if opened.enterprise else ""
        self._header.set_header(self.tr("Issue the document"), dotted(party, opened.record.title))
        if opened.record.state != "draft":
            self._show_issued(opened)
            return
        if not begun:
            self.panel.begin(opened, self._receiver(opened))
        self._show_doubt()
        doubt = self._desk.duty.clock_doubt
        looked = review.review(reader, act, opened, clock_doubt=doubt)
        left = sum(lack.blocking for lack in looked.lacks)
        if left:
            self.panel.set_lack(self.tr("%n thing(s) must be put right first", None, left))
        else:
            self.panel.set_checked(self._checked(opened, looked.checked))
        self.paper.load(partial(pages.of_preview, self._desk.own_reader, act, self._id))

    def _receiver(self, opened: Opened) -> str:
        """Who will likely take it: the party who signed, or the contact of the paper."""
        places = signing.slots(self._desk.reader, opened)
        party = next((slot.name for slot in places if slot.role == "party" and slot.name), "")
        return party or records.answered(opened, "contact")

    def _checked(self, opened: Opened, count: int) -> str:
        slots = signing.slots(self._desk.reader, opened)
        names = [slot.name for slot in slots if slot.role == "inspector" and slot.current]
        return self.tr("%n check(s) passed, signed by {names}", None, count).format(
            names=self.tr(", ").join(names)
        )

    def _show_issued(self, opened: Opened) -> None:
        """It is issued already: only the card of the document can show it."""
        found = documents.of_record(self._desk.reader, opened.record.id)
        self._document = found.id if found is not None else ""
        words = self.tr("This document is issued: {number}").format(
            number=found.number_text if found is not None else "—"
        )
        self._way = Place("document", self._document) if self._document else None
        self.panel.set_lack(words)
        self.paper.forget()
        self.paper.explain(words, self.tr("Open its card") if self._document else "")
        self._pager.look()

    def _show_doubt(self) -> None:
        messages: tuple[Message, ...] = ()
        if self._desk.duty.clock_doubt:
            day = self._desk.duty.now().astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
            messages = (
                Message(
                    "clock",
                    self.tr("Is it {time} now?").format(time=day),
                    self.tr("This computer's clock contradicts itself; the page bears its date."),
                    acts=(("clock", self.tr("Look into it")),),
                ),
            )
        self._bars.set_messages(messages)

    def _show_pages(self, drawn: Drawn) -> None:
        ready, opened = drawn.ready, self._opened
        if ready is None or opened is None:
            return
        self._ready = ready
        title = opened.record.title
        names = [title, *(str(page) for page in range(2, len(drawn.pictures) + 1))]
        pictures = drawn.pictures
        if drawn.labels is not None:
            names += [
                self.tr("Label {number}").format(number=place + 1)
                for place in range(len(drawn.labels.pictures))
            ]
            pictures += drawn.labels.pictures
        self.paper.put(pictures, names)
        self._pager.look()
        blocks = settings.blocks(self._desk.reader, ready.year)
        last = next(
            (b.hi for b in blocks if b.series == ready.series and b.lo <= ready.number <= b.hi), 0
        )
        self.panel.set_ready(ready, last)

    # --- acting -------------------------------------------------------------------------------

    def issue(self) -> None:
        """Take the number and freeze the page: what was drawn, or nothing."""
        if self._ready is None:
            return
        commit_input_method()
        self.panel.set_busy(busy=True)
        job = partial(
            issuing.issue,
            act=self._desk.duty.act(),
            ready=self._ready,
            anchored=self._desk.paths.anchor,
        )
        self._desk.jobs.write(job, done=self._issued, failed=self._refuse, initiator=self)

    def _issued(self, result: Result[Document]) -> None:
        document, desk = result.value, self._desk
        self.panel.set_busy(busy=False)
        keep = partial(issuing.keep_anchor, anchored=desk.paths.anchor)
        desk.jobs.write(keep, failed=desk.tell)
        if self.panel.service.complete:
            handed = self.panel.service.service()
            job = partial(
                service.serve, act=desk.duty.act(), document_id=document.id, service=handed
            )
            desk.jobs.write(job, failed=desk.tell)
        desk.go(Place("document", document.id, "issued"))

    def _refuse(self, error: Exception) -> None:
        """Say why not, and where it is put right."""
        self.panel.set_busy(busy=False)
        if not isinstance(error, Refused):
            self._desk.tell(error)
            self.panel.set_lack(self.tr("The page could not be made; nothing was taken"))
            return
        self._ready = None
        self.panel.wait()
        bold, body = sentence(error.code, error.facts)
        self._way = self._way_out(error.code)
        acts = {"settings": self.tr("Open the settings"), "fill": self.tr("Open the paper")}
        act = self.tr("Back to review")
        if self._way is not None:
            act = acts.get(self._way.screen, act)
        self.panel.set_lack(bold)
        self.paper.forget()
        self.paper.explain(f"{bold}\n{body}", act)
        self._pager.look()

    def _way_out(self, code: str) -> Place:
        screen, spot = WAYS_OUT.get(code, ("review", ""))
        return Place(screen, "" if screen == "settings" else self._id, spot)

    def _take_way(self) -> None:
        if self._way is not None:
            self._desk.go(self._way)

    def _answer(self, _message: str, _act: str) -> None:
        self._desk.go(Place("settings", spot="health"))

    def _review(self) -> None:
        if self._document:
            self._desk.go(Place("document", self._document))
        else:
            self._desk.go(Place("review", self._id))

    def _back(self) -> None:
        self._desk.back()
