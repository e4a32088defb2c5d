"""A form's workbook of one's own, open in the designer of the running program."""

import re

from app.screens.place import Place
from app.services.packages import LIBRARY
from app.widgets.labels import Label

CHECK = LIBRARY / "spot-check" / "form.md"
VERSION = re.findall(r"\| spot-check \| (\d{10}) \|", CHECK.read_text(encoding="utf-8"))[0]
LONG = 30_000  # milliseconds a check may take on a busy machine


class Design:
    """A workbook of one's own, open in the designer."""

    def __init__(self, program, qtbot, path):
        self.program = program
        self.qtbot = qtbot
        self.path = path
        self.screen = program.go(Place("designer", str(path)))
        self.wait()

    @classmethod
    def of(cls, program, qtbot, folder):
        """The workbook of the spot check, copied into a folder."""
        path = folder / "workbook" / "form.md"
        path.parent.mkdir()
        path.write_bytes(CHECK.read_bytes())
        return cls(program, qtbot, path)

    def wait(self):
        """Until the workbook was looked at and all that follows is done."""
        self.qtbot.waitUntil(lambda: not self.screen.busy, timeout=LONG)
        self.program.settle()

    def save(self, *changes):
        """Save the workbook with some words changed and wait until it was looked at again."""
        text = self.path.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        turn = self.screen._turn
        self.path.write_text(text, encoding="utf-8")
        self.qtbot.waitUntil(lambda: self.screen._turn > turn, timeout=LONG)
        self.wait()

    def said(self):
        """The words standing on the page of the check."""
        return [one.text() for one in self.screen.check.findChildren(Label) if one.isVisible()]

    def chip(self):
        return self.screen._chip().words
