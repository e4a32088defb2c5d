"""A spot check being filled in: how a test begins one, answers it and reads it back."""

from PySide6.QtTest import QTest

from app.screens.place import Place
from app.services import findings, records

CONTACT = "/data/unit/contact"
POST = "/data/unit/contact_post"
LABELS = "/data/product/label_complete"
NEXT = "/data/product/shelf_life"
PERSON = 80  # milliseconds between two keys; what comes faster is taken for a hand scanner
SEEN = "外包装和车身均未标注生产厂名、厂址和安全警示语，抽看20辆均如此。"


def begun(program, name="绒绒星"):
    """A spot check begun at an enterprise, shown on the screen."""
    started = program.check(name)
    return program.go(Place("fill", started.record.id))


def stored(program, record_id):
    """The answers as another program would read them from the disk now."""
    reader = program.desk.own_reader()
    try:
        opened = records.open_record(reader, program.desk.duty.act(), record_id)
        return opened.session.answers()
    finally:
        reader.close()


def type_into(screen, ref, text):
    """Type into the line of a question."""
    field = screen.page.widgets[ref].field
    field.setFocus()
    QTest.keyClicks(field, text)


def fail(program, screen, ref=LABELS):
    """Mark a check item bad and give its finding's editor."""
    screen.open_section(screen.paper.section_of(ref), ref)
    screen.page.widgets[ref].card.verdict.choose("no")
    return screen.page.editors[ref]


def kept_findings(program, record_id):
    return findings.of_record(program.reader, record_id)
