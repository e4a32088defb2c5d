"""The window as a person meets it: page objects that press keys, click, write and look.

Nothing here calls a service to change something; what is read back is read through services.
"""

import contextlib
import datetime as dt
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app import bootstrap
from app.screens.batch_dialog import MoveDialog
from app.screens.custody_dialog import HandOverDialog
from app.screens.photo_dialog import PhotoDialog
from app.screens.start_dialog import StartDialog
from app.services import cases, signing
from app.services.records import open_record, path_of
from app.shell import clock
from app.shell.config import Config
from app.shell.paths import make_folders
from app.widgets.bars import MessageBar
from app.widgets.buttons import Button
from app.widgets.fields import LineField
from tests import seeded
from tests.journeys.hands import answer, choose, click, type_in, wait_until, write_on

START = seeded.START
"""Wednesday, half past nine in Linyi; the program's clock goes on from there."""


class Time:
    """The wall clock the program is told: it begins at ``START`` and runs."""

    def __init__(self, start=START):
        self._start = start
        self._begun = time.monotonic()

    def __call__(self):
        return self._start + dt.timedelta(seconds=time.monotonic() - self._begun)


class Window:
    """The program over one home folder, from its start to its end."""

    def __init__(self, app, home, **choices):
        paths = seeded.paths_in(home)
        make_folders(paths)
        Config(paths.config).change(**{"theme": "light", "language": "zh_CN", **choices})
        self.program = bootstrap.build(app, paths, bootstrap.open_keys(paths, None))
        self.window = self.program.window
        self.desk = self.program.desk
        self.jobs = self.program.jobs
        self.window.resize(1366, 768)
        self.window.show()
        bootstrap.begin(self.program)
        wait_until(lambda: self.notes() or not self.jobs.pending(), "the beginning")
        self.settle()

    @property
    def reader(self):
        return self.desk.reader

    @property
    def screen(self):
        return self.window.front()

    @property
    def place(self):
        return self.window.place()

    def settle(self):
        """Wait until everything asked for is done and told."""
        for _ in range(3):
            assert self.jobs.flush(120)
            QTest.qWait(2)

    def at(self, screen):
        """Wait until a screen is in front and give it."""
        wait_until(lambda: self.place and self.place.screen == screen, screen)
        self.settle()
        return self.screen

    def notes(self):
        """What is said above the screen."""
        bars = self.window.findChildren(MessageBar)
        return [bar.accessibleName() for bar in bars if bar.isVisible()]

    def press_command(self, key):
        """Press a shortcut with Ctrl."""
        self.come_to_front()
        QTest.keyClick(self.window, key, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def come_to_front(self):
        """Make the window the active one; the offscreen platform forgets which it was."""
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow, "the active window")

    def button(self, words):
        """The visible button that says these words."""
        for one in self.window.findChildren(Button):
            if one.isVisible() and words in one.accessibleName():
                return one
        raise AssertionError(f"no button says {words}")

    def dialog(self, kind):
        """The open dialogue of a kind."""
        found = []

        def there():
            found[:] = [
                one
                for one in QApplication.topLevelWidgets()
                if isinstance(one, kind) and one.isVisible()
            ]
            return bool(found)

        wait_until(there, kind.__name__)
        return found[-1]

    def close(self):
        """Close the window as its cross does."""
        import shiboken6

        self.window.close()
        assert self.program.close()
        shiboken6.delete(self.window)
        self.program.languages.use("en")  # the next program puts its own words in


def search_for(window, text):
    """Ctrl K, the text, Enter: what is found first comes to the front."""
    window.press_command(Qt.Key.Key_K)
    line = window.window.top.search.line
    wait_until(line.hasFocus, "the search box")
    type_in(line, text)
    QTest.qWait(50)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return window.at("enterprise")


def scan(window, code):
    """What a hand scanner sends: the code as fast keys, Enter at the end."""
    target = QApplication.focusWidget() or window.window
    QTest.keyClicks(target, code)
    QTest.keyClick(target, Qt.Key.Key_Return)
    return window.at("enterprise")


def start_check(window, partner):
    """Begin a spot check at the enterprise in front, with a second inspector."""
    acts = window.screen._header.findChildren(Button)
    click(next(one for one in acts if one.property("kind") == "primary"))
    dialog = window.dialog(StartDialog)
    choose(dialog._partner, partner)
    click(dialog._go)
    return window.at("fill")


class Filling:
    """A paper being filled in: sections answered by name, findings, photos."""

    def __init__(self, window):
        self.window = window
        self.screen = window.screen
        wait_until(lambda: self.screen.page is not None, "the section")

    @property
    def form_id(self):
        return self.screen.paper.opened.record.form_id

    def fill(self, known, photos):
        """Answer what is open; ``photos`` is a path by question for each adverse item."""
        for section in self.screen.paper.sections():
            for _ in range(20):  # an answer may ask for more
                left = self._answer_open(section, known)
                if not left:
                    break
            for question, photo in photos.items():
                self._finding(section, question, *photo)
        self.screen.leave()
        self.window.settle()

    def _answer_open(self, section, known):
        if section not in self.screen.paper.sections():
            return False
        if self.screen.page is None or self.screen.page.section != section:
            self.screen.open_section(section)
        done = False
        for ref in self.screen.paper.questions(section):
            name = ref.rsplit("/", 1)[-1]
            value = known.get(name)
            widget = self.screen.page.widgets.get(ref)
            if widget is None or not self._open(ref, name, value):
                continue
            value = value or ("ok" if hasattr(widget, "card") else None)
            if value is None:
                continue
            answer(widget, value)
            assert self.screen.paper.session.node(ref).value, (ref, value)
            done = True
        return done

    def _open(self, ref, name, value):
        """Whether a question still wants this answer; what is prefilled stays."""
        return self.screen.paper.is_open(ref)

    def _finding(self, section, question, seen, file):
        """不合格: what was seen, a photo from a file; law, measure and date are offered."""
        ref = path_of(self.screen.paper.opened.form, question)
        if self.screen.paper.section_of(ref) != section:
            return
        if self.screen.page.section != section:
            self.screen.open_section(section)
        self.screen.page.focus_on(ref)
        editor = self.screen.page.editors.get(ref)
        wait_until(lambda: self.screen.page.editors.get(ref) is not None, "the finding")
        editor = self.screen.page.editors[ref]
        if editor.form.seen.text() != seen:
            type_in(editor.form.seen, seen)
        if not editor.photos.rows():
            click(editor.form.photos.file)
            dialog = self.window.dialog(QFileDialog)
            dialog.selectFile(str(file))
            dialog.accept()
            wait_until(editor.photos.rows, "the photo")
        row = editor.photos.rows()[0]
        if not row.caption:
            editor.photos.open_photo(row.id)
            dialog = self.window.dialog(PhotoDialog)
            type_in(dialog.caption, seen[:12])
            QTest.keyClick(dialog.caption, Qt.Key.Key_Return)
            wait_until(lambda: editor.photos.rows()[0].caption, "the caption")
        assert editor.quotation() is not None, "no article of law was offered"
        self.window.settle()

    def draw(self):
        """Draw the samples on the sampling sheet, once."""
        self.screen.open_section("/data/draw")
        bench = self.screen.page._extra.widgets[0]
        if bench.draw_button.isVisible():
            click(bench.draw_button)
            wait_until(
                lambda: not self.screen.page._extra.widgets[0].draw_button.isVisible(), "the draw"
            )
        self.window.settle()

    def finish(self):
        """Go on to checking and signing."""
        click(self.screen.foot.finish)
        return Reviewing(self.window)


class Reviewing:
    """A paper under review: what is missing, and everyone who signs."""

    def __init__(self, window):
        self.window = window
        self.screen = window.at("review")
        wait_until(lambda: self.screen.paper.pages.count > 0, "the page")

    def missing(self):
        """What still blocks, without the signatures."""
        looked = self.screen._looked
        return [lack.code for lack in looked.lacks if lack.blocking and "sign" not in lack.code]

    def sign_all(self, manager):
        """Everybody who must writes a name on the pad with the mouse, and confirms it."""
        while (slot := self._next()) is not None:
            panel = self.screen.panel
            wait_until(panel.pad.isVisible, "the pad")
            if not slot.name or slot.role == "party":
                type_in(panel.name, manager)
            write_on(panel.pad.pad)
            click(panel.pad.confirm)
            wait_until(
                lambda slot=slot: (one := self._next()) is None or one.slot != slot.slot,
                f"the signature of {slot.slot}",
            )
            self.window.settle()

    def end(self):
        """Finish the record, or go on to issue the document."""
        wait_until(
            lambda: self.screen.end.isVisible() and self.screen.end.act.isEnabled(), "the end"
        )
        click(self.screen.end.act)
        self.window.settle()

    def _next(self):
        act = self.window.desk.duty.act()
        opened = open_record(self.window.reader, act, self.screen._id)
        places = signing.slots(self.window.reader, opened)
        return next((one for one in places if one.required and not one.current), None)


def issue(window):
    """Look at the page with its number and issue it; gives the number shown."""
    screen = window.at("issue")
    wait_until(lambda: screen.panel.printer.known, "the printers")
    wait_until(
        lambda: screen.panel.issue.isVisible() and screen.panel.issue.isEnabled(), "the page"
    )
    number = screen.panel.number.text()
    click(screen.panel.issue)
    card = window.at("document")
    wait_until(lambda: card.paper.pages.count > 0, "the issued page")
    wait_until(lambda: card.side.printer.known, "the printers")
    window.settle()
    return number


def save_pdf(window, path):
    """Where there is no printer: save the page of the document in front as PDF."""
    screen = window.at("document")
    wait_until(lambda: screen._drawn is not None, "the kept page")
    click(screen.side.saver.button)
    dialog = window.dialog(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    wait_until(path.exists, "the saved PDF")
    window.settle()


def serve(window, receiver):
    """Record that the document in front was handed over."""
    screen = window.at("document")
    if not screen.side.service.receiver.text():
        type_in(screen.side.service.receiver, receiver)
    click(screen.side.serve)
    window.settle()


def next_step(window, case_id):
    """What the case says is to be done now."""
    return cases.folder(window.reader, window.desk.duty.act(), case_id).step


def type_cell(window, row, column, text):
    """Type into a cell of the report in front: Enter opens it, Enter keeps it."""
    grid = window.screen.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.rows.index(row, column))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    editor = grid.viewport().findChildren(LineField)[-1]
    type_in(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(2)


def hand_over(window, kind):
    """Write down that the sample in front changed hands; who and to whom is proposed."""
    click(window.screen._hand)
    dialog = window.dialog(HandOverDialog)
    choose(dialog.kind, kind)
    if not dialog.taker.text():
        type_in(dialog.taker, "张检查员")
    click(dialog.act)
    window.settle()


def trace(window, kind, quantity, party=""):
    """Write down where a part of the batch in front went."""
    click(window.screen._add)
    dialog = window.dialog(MoveDialog)
    choose(dialog.kind, kind)
    type_in(dialog.quantity, quantity)
    if party:
        type_in(dialog.party, party)
    click(dialog.act)
    window.settle()


@contextlib.contextmanager
def told_time(start=START):
    """Let the program live at another time."""
    before = clock.now
    clock.now = Time(start)
    try:
        yield
    finally:
        clock.now = before
