"""The press: a paper goes in, a PDF and the places on it come out."""

import threading
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from forms.paper import label, letter, table
from forms.paper.blocks import Foot, Paper, Printed
from forms.paper.faces import FontSet, sans, serif
from forms.paper.sheet import Sheet

_ONE_AT_A_TIME = threading.Lock()  # reportlab's faces carry the state of the file they are put into


def draw_paper(paper: Paper, fonts: FontSet | None = None) -> Printed:
    """Draw ``paper``; see ``forms.paper.draw``."""
    chosen = fonts or (sans() if paper.layout == "label" else serif())
    with _ONE_AT_A_TIME:
        chosen.check(_words(paper))
        if paper.layout == "letter":
            return _letter(paper, chosen)
        if paper.layout == "table":
            return _table(paper, chosen)
        if paper.layout == "label":
            return _labels(paper, chosen)
    raise ValueError(f"no layout {paper.layout!r}")


def _letter(paper: Paper, fonts: FontSet) -> Printed:
    setting, pages = letter.compose_pages(paper, fonts)
    sheet = _sheet(paper, fonts, setting.size)
    for number in range(len(pages)):
        if number:
            sheet.next_page()
        letter.draw_page(sheet, setting, pages, number)
    return _printed(sheet)


def _table(paper: Paper, fonts: FontSet) -> Printed:
    setting, pages = table.compose_pages(paper, fonts)
    sheet = _sheet(paper, fonts, setting.size)
    for number in range(len(pages)):
        if number:
            sheet.next_page()
        table.draw_page(sheet, setting, pages, number, paper)
    return _printed(sheet)


def _labels(paper: Paper, fonts: FontSet) -> Printed:
    setting = label.setting_for(fonts, paper.language)
    sheet = _sheet(paper, fonts, setting.size)
    for number, blocks in enumerate(label.labels(paper)):
        if number:
            sheet.next_page()
        label.draw_label(sheet, setting, blocks)
    return _printed(sheet)


def _sheet(paper: Paper, fonts: FontSet, size: tuple[float, float]) -> Sheet:
    return Sheet(fonts, size, title=paper.title, language=paper.language, created=paper.created)


def _printed(sheet: Sheet) -> Printed:
    places = tuple(sheet.places)
    pages = sheet.page + 1
    return Printed(sheet.finish(), pages, sheet.width, sheet.height, places)


def _words(part: object) -> Iterator[str]:
    """Give every text that is drawn, wherever it stands; codes are modules, not glyphs."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _words(one)
    elif is_dataclass(part):
        for one in fields(part):
            if not (isinstance(part, Foot) and one.name == "qr"):
                yield from _words(getattr(part, one.name))
