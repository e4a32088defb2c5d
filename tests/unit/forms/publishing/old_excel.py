"""Workbooks as Excel 97 wrote them (.xls), byte by byte, since nothing here writes them any more."""

import datetime as dt
import struct

from tests.unit.forms.publishing import workbooks

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def excel(merged=(), names=(), **changed):
    """The small workbook as .xls; a date or a time in a cell is stored as Excel does."""
    return container(stream(workbooks.sheets(**changed), merged, names))


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def words(text, width):
    """A text as BIFF8 has it: its length, the mark of 16 bit characters, the characters."""
    return struct.pack(width, len(text)) + b"\x01" + text.encode("utf-16-le")


def stream(sheets, merged=(), names=(), *, hidden=(), rows=(), columns=()):
    """The workbook stream: the globals, then every sheet.

    ``hidden`` names sheets, ``rows`` and ``columns`` are hidden in every sheet; both count from 0.
    """
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 0x06)
    styles = b"".join(
        record(0x00E0, struct.pack("<HHHBBHIIH", 0, number_format, 0, 0x20, 0, 0, 0, 0, 0))
        for number_format in (0, 14, 20)  # general, a date, a time
    )
    head = record(0x0809, begin) + record(0x0042, struct.pack("<H", 1200)) + styles
    named = b"".join(record(0x0018, name) for name in names)
    bodies = [sheet(cells, merged, rows, columns) for cells in sheets.values()]
    sizes = [len(words(name, "<B")) + 10 for name in sheets]
    start = len(head) + sum(sizes) + len(named) + 4
    bounds = b""
    for name, body in zip(sheets, bodies, strict=True):
        bounds += record(0x0085, struct.pack("<IBB", start, name in hidden, 0) + words(name, "<B"))
        start += len(body)
    return head + bounds + named + record(0x000A) + b"".join(bodies)


def sheet(rows, merged=(), hidden_rows=(), hidden_columns=()):
    begin = struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 0x06)
    cells = b"".join(
        cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value not in {"", None}
    )
    ranges = b"".join(struct.pack("<HHHH", *area) for area in merged)
    joined = record(0x00E5, struct.pack("<H", len(merged)) + ranges) if merged else b""
    unseen = b"".join(
        record(0x007D, struct.pack("<HHHHHH", one, one, 2_000, 0, 1, 0)) for one in hidden_columns
    ) + b"".join(
        record(0x0208, struct.pack("<HHHHHHI", one, 0, 9, 255, 0, 0, 0x20)) for one in hidden_rows
    )
    return record(0x0809, begin) + unseen + cells + joined + record(0x000A)


def cell(row, column, value):
    if isinstance(value, str):
        return record(0x0204, struct.pack("<HHH", row, column, 0) + words(value, "<H"))
    if isinstance(value, bool):
        return record(0x0205, struct.pack("<HHHBB", row, column, 0, value, 0))
    style = 0
    if isinstance(value, dt.date):
        style, value = 1, (value - dt.date(1899, 12, 30)).days
    elif isinstance(value, dt.time):
        style, value = 2, (value.hour * 60 + value.minute) / 1440
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def name(title, formula):
    """A defined name with the tokens of its formula."""
    fixed = struct.pack("<HBBHHH4B", 0, 0, len(title), len(formula), 0, 0, 0, 0, 0, 0)
    return fixed + b"\x00" + title.encode() + formula


def doublings(count):
    """Names of which each is the one before it, written twice."""
    yield name("n0", b"\x17\xc8\x00" + b"x" * 200)
    for place in range(1, count + 1):
        before = b"\x23" + struct.pack("<HH", place, 0)
        yield name(f"n{place}", before + before + b"\x08")


def container(data):
    """A stream called Workbook inside a compound file."""
    data = data.ljust(4096, b"\0")
    data += b"\0" * (-len(data) % SECTOR)
    count = len(data) // SECTOR
    tables = 1
    while tables * 128 < tables + 1 + count:
        tables += 1
    chain = [FAT] * tables + [END] + [tables + 2 + place for place in range(count)]
    chain[-1] = END
    chain += [FREE] * (tables * 128 - len(chain))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, tables, tables, 0, 4096, END, 0, END, 0,
    )  # fmt: skip
    used = [*range(tables)] + [FREE] * (109 - tables)
    entries = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, tables + 1, len(data))
    directory = entries.ljust(SECTOR, b"\0")
    return (
        header + struct.pack("<109I", *used) + struct.pack(f"<{len(chain)}I", *chain)
        + directory + data
    )  # fmt: skip


def entry(title, kind, child, start, size):
    text = title.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sI16sIQ", text, len(text) + 2, kind, 1, FREE, FREE, child, b"", 0, b"",
        start, size,
    )  # fmt: skip
