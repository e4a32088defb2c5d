"""Printing without a printer: the protocol's bytes, a saved file, pages as pictures."""

from __future__ import annotations

import struct

import pytest
from pypdf import PdfReader

from app.shell.cups import trouble_of
from app.shell.ipp import GET_JOB_ATTRIBUTES, read_answer, request
from app.shell.printer import (
    PrinterError,
    PrinterState,
    PrintOrder,
    find_spooler,
    list_printers,
    save_pdf,
    with_default,
)
from app.shell.qt_printing import QtSpooler


def field(tag, name, value):
    parts = (name.encode(), value)
    return bytes([tag]) + b"".join(struct.pack(">H", len(part)) + part for part in parts)


ANSWER = (
    struct.pack(">HHI", 0x0101, 0, 1)
    + b"\x01"
    + field(0x47, "attributes-charset", b"utf-8")
    + b"\x02"
    + field(0x23, "job-state", struct.pack(">i", 9))
    + field(0x44, "job-state-reasons", b"none")
    + field(0x44, "", b"job-printing")
    + field(0x22, "printer-is-accepting-jobs", b"\x01")
    + field(0x35, "job-printer-state-message", b"\x00\x02zh\x00\x06" + "缺纸".encode())
    + b"\x03"
)


def test_an_answer_is_read_into_named_values():
    """A name left out means one more value of the same attribute."""
    answer = read_answer(ANSWER)
    assert answer.good
    assert answer.groups[1] == {
        "job-state": (9,),
        "job-state-reasons": ("none", "job-printing"),
        "printer-is-accepting-jobs": (True,),
        "job-printer-state-message": ("缺纸",),
    }


@pytest.mark.parametrize("length", [0, 4, 9, 30, len(ANSWER) - 1])
def test_an_answer_cut_short_is_an_error_with_a_name(length):
    """A server that is being stopped."""
    with pytest.raises(ValueError, match="cut short"):
        read_answer(ANSWER[:length])


def test_a_request_names_what_it_asks_for():
    """The same codec reads what it wrote."""
    asked = read_answer(request(GET_JOB_ATTRIBUTES, "ipp://localhost/jobs/7", ("a", "b")))
    assert asked.status == GET_JOB_ATTRIBUTES
    assert asked.groups[0]["job-uri"] == ("ipp://localhost/jobs/7",)
    assert asked.groups[0]["requested-attributes"] == ("a", "b")


@pytest.mark.parametrize(
    ("reasons", "trouble"),
    [
        ((), ""),
        (("none",), ""),
        (("toner-low-report", "connecting-to-device"), ""),
        (("offline-report",), "offline"),
        (("media-empty-error",), "paper"),
        (("none", "media-jam-error"), "jam"),
        (("toner-empty-error",), "ink"),
        (("door-open-error",), "cover"),
        (("paused",), "paused"),
        (("fuser-over-temp-error",), "other"),
    ],
)
def test_the_keywords_of_printers_become_a_few_words(reasons, trouble):
    """A person needs to know what to do, not which of two hundred keywords it was."""
    assert trouble_of(reasons) == trouble


def test_a_paper_is_saved_where_there_is_no_printer(tmp_path):
    """Nothing already saved is overwritten and no sign of the title harms the disk."""
    names = [save_pdf(tmp_path / "p", "责改〔2026〕0017/甲:*?", b"%PDF").name for _ in range(2)]
    assert names == ["责改〔2026〕0017 甲.pdf", "责改〔2026〕0017 甲 (2).pdf"]
    assert save_pdf(tmp_path, " ../.. ", b"").parent == tmp_path


def test_the_printer_used_last_is_offered_first():
    """Unless it is no longer there."""
    both = (PrinterState("a", "a", "ready", default=True), PrinterState("b", "b", "ready"))
    assert [printer.default for printer in with_default(both, "b")] == [False, True]
    assert with_default(both, "c") == both


def page_image(pdf, number, width):
    height = width * 2
    return width, height, bytes([255, 0, 0]) * (width * height)


def test_pages_are_painted_one_by_one_in_their_own_size(qapp, tmp_path):
    """Windows has no spooler that takes a PDF."""
    path = tmp_path / "out.pdf"
    sizes = ((210.0, 297.0), (60.0, 40.0), (210.0, 297.0))
    spooler = QtSpooler(page_image, lambda pdf: sizes, output=str(path))
    job = spooler.send(PrintOrder(b"%PDF-", "any", "责改"))
    assert (job.state, job.ended) == ("handed-over", True)
    boxes = [page.mediabox for page in PdfReader(path).pages]
    millimetres = [(round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) for box in boxes]
    assert millimetres == [(210, 297), (60, 40), (210, 297)]


def test_a_paper_that_cannot_be_read_or_a_printer_that_is_gone_is_a_code(qapp):
    """Nothing half printed."""

    def unreadable(pdf):
        raise ValueError

    with pytest.raises(PrinterError) as caught:
        QtSpooler(page_image, unreadable).send(PrintOrder(b"", "any", "x"))
    assert caught.value.code == "unreadable"
    with pytest.raises(PrinterError) as caught:
        QtSpooler(page_image, lambda pdf: ((1.0, 1.0),)).send(PrintOrder(b"", "no such", "x"))
    assert caught.value.code == "no-printer"


def test_a_machine_without_any_printing_system_lists_nothing_and_can_only_save(
    qapp, tmp_path, monkeypatch
):
    """The papers are saved as files instead."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none"))
    assert list_printers() == ()
    assert find_spooler(page_image, lambda pdf: ()) is None
