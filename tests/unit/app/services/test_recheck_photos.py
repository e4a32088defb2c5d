"""The re-check's page: each finding as it was and as it was put right, side by side."""

import io

import pytest

from app.services import attachments, matters, papers, preparing
from app.services.attachments import AFTER, Photo
from app.services.records import open_record
from db.rows import Finding
from db.store import nouns
from forms.facts import Pair
from forms.paper import blocks
from tests.unit.app.services import kit, se_kit
from tests.unit.app.services.test_rechecks import ordered  # noqa: F401 - a fixture


@pytest.fixture
def record(store, act, ordered):  # noqa: F811 - a fixture
    """A re-check begun over two findings: of one there is a photo of the place put right."""
    case, found, _paper = ordered
    for words in ("刚接线", "已接通"):
        photo = Photo(kit.photo_of(words), f"{words}.jpg", "camera", words)
        attachments.add_photo(store, act, (AFTER, found[0]), photo)
    return preparing.add_paper(store, act, case.id, matters.RECHECK).value


def pairs_of(store, act, record):
    return papers.facts(store, act, open_record(store, act, record.id)).pairs


def sides(pair):
    return pair.number, bool(pair.before), pair.after.caption if pair.after else ""


def test_the_first_as_found_stands_beside_the_last_as_put_right(store, act, record):
    first, second = pairs_of(store, act, record)
    assert isinstance(first, Pair)
    assert sides(first) == (1, True, "已接通")
    assert sides(second) == (2, True, "")


def test_they_stand_two_to_a_row_and_what_lacks_is_said(store, act, record):
    page = papers.paper(store, act, open_record(store, act, record.id))
    (shown,) = [one for one in page.blocks if isinstance(one, blocks.Photos)]
    assert shown.paired
    said = [photo.caption for photo in shown.items]
    assert said[0].startswith("第1项 改正前　按下后")
    assert said[1] == "第1项 改正后　已接通"
    assert said[3] == "第2项 改正后：没有照片"
    assert [bool(photo.data) for photo in shown.items] == [True, True, True, False]


def test_the_page_draws_them_and_the_place_of_one_that_is_not_there(store, act, record):
    from pypdf import PdfReader

    printed = papers.draw(papers.paper(store, act, open_record(store, act, record.id)))
    pages = PdfReader(io.BytesIO(printed.pdf)).pages
    assert sum(len(page.images) for page in pages) == 3
    text = "".join(page.extract_text() for page in pages).replace("\n", "")
    assert "第2项 改正后：没有照片" in text.replace("  ", " ")


def test_a_finding_of_another_case_shows_nothing_here(store, act, record):
    row = nouns.page(store, Finding, [pair_id(store, act, record)])[0]
    nouns.edit(store, Finding, row.id, case_id="another")
    assert [pair.number for pair in pairs_of(store, act, record)] == [2]


def pair_id(store, act, record):
    said = open_record(store, act, record.id).session.answers()
    return next(value for path, value in said.items() if path.endswith("/finding"))


def test_a_paper_without_such_a_block_asks_for_none(store, act):
    begun = se_kit.check(store, act, matters.LIFT_CHECK)
    assert pairs_of(store, act, begun.record) == ()
