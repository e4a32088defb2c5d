"""Drawings: the photo untouched, strokes and picture kept beside it, the page shows the picture."""

import hashlib
import io
import math

import pytest
from PIL import Image

from app.services import attachments, drawings, papers, pictures, records, signing, sketch
from app.services.attachments import Photo
from app.services.demo_ink import ink_of
from app.services.errors import Refused
from app.services.ink import Ink
from app.services.sketch import Mark, SketchError
from tests.unit.app.services import kit, media_kit
from tests.unit.app.services.media_kit import MARKS, ROOT

STACK = f"{ROOT}/stack"


@pytest.fixture
def record(store, act):
    return media_kit.begun(store, act).value


@pytest.fixture
def photo(store, act, record):
    """A photo that answers the question to be drawn on."""
    made = Photo(kit.photo_of("成品库"), "a.jpg")
    row = attachments.add_photo(store, act, ("record", record.id), made).value
    records.answer(store, act, record.id, {STACK: row.id})
    return row


def facts(store, act, record):
    opened = records.open_record(store, act, record.id)
    return papers.facts(store, act, opened)


def page_copy(data):
    out = io.BytesIO(data)
    with Image.open(out) as image:
        return image.convert("RGB").resize((32, 24)).tobytes()


def test_the_photo_stays_as_it_was_to_the_byte(store, act, photo):
    before = hashlib.sha256(attachments.original(store, photo)).hexdigest()
    drawings.annotate(store, act, photo.id, media_kit.drawn())
    kept = attachments.get(store, photo.id)
    assert (kept, before) == (photo, photo.sha256)
    assert hashlib.sha256(attachments.original(store, kept)).hexdigest() == before


def test_what_is_drawn_is_a_second_attachment_that_names_the_photo(store, act, photo):
    drawings.annotate(store, act, photo.id, media_kit.drawn())
    over = drawings.over(store, photo)
    assert (over.owner_type, over.owner_id) == ("attachment", photo.id)
    assert attachments.original(store, over) == kit.photo_of("标注")
    assert drawings.marks_of(store, photo) == MARKS


def test_drawing_again_takes_the_place_and_no_marks_take_it_off(store, act, photo):
    drawings.annotate(store, act, photo.id, media_kit.drawn())
    drawings.annotate(store, act, photo.id, media_kit.drawn(MARKS[:1]))
    assert drawings.marks_of(store, photo) == MARKS[:1]
    assert len(attachments.of_owner(store, "attachment", photo.id)) == 2
    drawings.annotate(store, act, photo.id, media_kit.drawn(()))
    assert drawings.over(store, photo) is None
    assert drawings.marks_of(store, photo) == ()


def test_the_page_shows_the_photo_as_drawn_on_under_its_question(store, act, record, photo):
    plain = facts(store, act, record).photos
    drawings.annotate(store, act, photo.id, media_kit.drawn())
    drawn = facts(store, act, record).photos
    assert [one.caption for one in drawn] == ["堆放情况"]
    assert page_copy(plain[0].data) == page_copy(
        attachments.copy_for(store, photo, attachments.PAGE_WIDTH)
    )
    over = drawings.over(store, photo)
    assert drawn[0].data == attachments.copy_for(store, over, attachments.PAGE_WIDTH)
    assert drawn[0].data != plain[0].data


def test_what_was_taken_off_is_not_printed_and_comes_back_with_its_answer(
    store, act, record, photo
):
    """The row stays, so that undo finds it; the page goes by the answers."""
    records.answer(store, act, record.id, {STACK: ""})
    assert facts(store, act, record).photos == ()
    records.answer(store, act, record.id, {STACK: photo.id})
    assert len(facts(store, act, record).photos) == 1


def test_a_sound_is_named_on_the_page_and_never_drawn_as_a_picture(store, act, record):
    from app.services.intake import Arrival, Meter, take_in
    from app.services.kinds import Wanted
    from db.connection import open_reader

    arrival = Arrival(Photo(media_kit.PDF, "报告.pdf"), Wanted("file"))
    kept = take_in(lambda: open_reader(store.folder, store.key), arrival, Meter())
    row = attachments.add(store, act, ("record", record.id), kept).value
    records.answer(store, act, record.id, {f"{ROOT}/report": row.id})
    known = facts(store, act, record)
    assert (known.photos, known.attached) == ((), {row.id: "报告.pdf"})
    drawn = papers.printed(store, act, records.open_record(store, act, record.id))
    assert "报告.pdf" in _text(drawn.pdf)
    assert row.id not in _text(drawn.pdf)


@pytest.mark.parametrize(
    "data",
    [b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200), b"\xff\xd8\xff\xe0" + bytes(200)],
    ids=["heic", "damaged"],
)
def test_a_picture_nobody_can_draw_answers_a_question_for_files(store, act, record, data):
    """It is kept to the byte and named; the page must not fail because of it."""
    from app.services.intake import Arrival, Meter, take_in
    from app.services.kinds import Wanted
    from db.connection import open_reader

    arrival = Arrival(Photo(data, "现场.heic"), Wanted("file"))
    kept = take_in(lambda: open_reader(store.folder, store.key), arrival, Meter())
    row = attachments.add(store, act, ("record", record.id), kept).value
    records.answer(store, act, record.id, {f"{ROOT}/any": row.id})
    known = facts(store, act, record)
    assert (known.photos, known.attached) == ((), {row.id: "现场.heic"})


def _text(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_a_new_drawing_makes_a_signature_outdated(store, act, record, photo):
    """Who signed saw another picture."""
    opened = records.open_record(store, act, record.id)
    before = signing.content_hash(store, opened)
    drawings.annotate(store, act, photo.id, media_kit.drawn())
    assert signing.content_hash(store, opened) != before


def test_a_sheet_is_a_picture_of_the_record_with_its_strokes(store, act, record):
    row = drawings.keep_sheet(store, act, record.id, media_kit.drawn()).value
    assert (row.owner_id, row.source) == (record.id, "drawing")
    assert drawings.marks_of(store, row) == MARKS
    with pytest.raises(Refused) as refused:
        drawings.keep_sheet(store, act, record.id, media_kit.drawn(()))
    assert refused.value.code == "drawing-unreadable"


def test_a_signature_is_kept_and_a_dot_is_refused(store, act, record):
    row = drawings.sign(store, act, record.id, ink_of("周堃")).value
    assert (row.mime, row.source, row.taken) == ("image/png", "signature", act.now)
    dot = Ink("dot", (((0.5, 0.5, 0.03), (0.51, 0.5, 0.03), (0.51, 0.51, 0.03)),), 4.0, b"")
    for nothing in (Ink("none", (), 4.0, b""), dot):
        with pytest.raises(Refused) as refused:
            drawings.sign(store, act, record.id, nothing)
        assert refused.value.code == "signature-empty"


def test_ink_on_nothing_is_printed_on_white():
    """A clear ground that turns black would hide the signature."""
    out = io.BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(pictures.shrunk(out.getvalue(), 200))) as image:
        assert image.convert("L").getpixel((0, 0)) > 240


def test_marks_come_back_from_their_text():
    assert sketch.from_text(sketch.to_text(MARKS)) == MARKS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"marks":[["arrow","danger",[],""]]}',
        '{"marks":[["bomb","danger",[[0,0]],""]]}',
        '{"marks":[["arrow","#f00",[[0,0]],""]]}',
        '{"marks":[["arrow","danger",[[NaN,0]],""]]}',
        '{"marks":[["arrow","danger",[[1e9,0]],""]]}',
        '{"marks":[["arrow","danger",[[0,0,0]],""]]}',
        '{"marks":[["text","danger",[[0,0]],"' + "字" * 41 + '"]]}',
        '{"marks":[["text","danger",[[0,0]],7]]}',
        '{"marks":' + "[" * 100_000,
        '{"marks":[' + ",".join(['["line","ok",[[0,0]],""]'] * 501) + "]}",
        " " * (sketch.MOST_TEXT + 1),
    ],
)
def test_a_hostile_drawing_is_refused(text):
    with pytest.raises(SketchError):
        sketch.from_text(text)


def test_as_much_as_may_be_drawn_can_be_kept():
    """What is drawn with a busy hand must not be refused when it is kept."""
    scribble = Mark("line", "danger", ((-0.12345, -1.23456),) * sketch.MOST_POINTS)
    marks = ()
    while sketch.has_room(marks, scribble):
        marks = (*marks, scribble)
    assert len(marks) == sketch.MOST_TOGETHER // sketch.MOST_POINTS
    assert sketch.from_text(sketch.to_text(marks)) == marks


def test_the_eraser_meets_what_is_seen():
    ring = Mark("ring", "danger", ((0.2, 0.2), (0.6, 0.4)))
    assert sketch.distance(ring, (0.4, 0.3)) > 0.05  # its middle is empty
    assert sketch.distance(ring, (0.2, 0.3)) < 0.01
    box = Mark("box", "ok", ((0.2, 0.2), (0.6, 0.4)))
    assert math.isclose(sketch.distance(box, (0.4, 0.2)), 0, abs_tol=1e-9)
    words = Mark("text", "ok", ((0.2, 0.2),), "通道")
    assert sketch.distance(words, (0.22, 0.21)) == 0
    arrow = Mark("arrow", "ok", ((0.1, 0.1), (0.3, 0.3), (0.5, 0.1)))
    assert sketch.distance(arrow, (0.3, 0.1)) < 0.01  # from first to last, whatever lay between


def test_a_touch_is_no_mark():
    assert sketch.is_slip(Mark("arrow", "ok", ((0.1, 0.1), (0.1, 0.1))))
    assert sketch.is_slip(Mark("text", "ok", ((0.1, 0.1),), "  "))
    assert not sketch.is_slip(MARKS[0])
