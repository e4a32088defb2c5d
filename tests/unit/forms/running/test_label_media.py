"""Pictures, sounds and films of labels: found beside the workbook, carried, told by the state."""

import pytest

from forms import publish_media
from forms.lists import EmptyLists
from forms.package import Package
from forms.publish import publish
from forms.publish_problems import PublishError
from forms.session import Session
from forms.state import NO_MEDIA
from tests.unit.app.services import media_kit
from tests.unit.app.services.kit import photo_of

STACK, GUARD = f"{media_kit.ROOT}/stack", f"{media_kit.ROOT}/guard"


@pytest.fixture
def session():
    return Session(media_kit.package().form, EmptyLists(), language="zh")


def test_a_question_names_its_files_by_their_plain_names(session):
    assert session.node(STACK).media == {"image": "shelf.jpg"}
    assert session.node(f"{media_kit.ROOT}/talk").media == {"audio": "call.wav"}
    assert session.node(f"{media_kit.ROOT}/film").media == NO_MEDIA


def test_choices_name_theirs(session):
    media = [option.media for option in session.node(GUARD).choices]
    assert media == [{"image": "shelf.jpg"}, {"image": "broken.jpg"}]


def test_another_language_without_files_shows_those_there_are(session):
    session.speak("en")
    assert session.node(STACK).label == "Stacks"
    assert session.node(STACK).media == {"image": "shelf.jpg"}


def test_files_beside_the_workbook_and_in_its_folder_travel_with_the_form():
    assert media_kit.package().media == {
        "shelf.jpg": photo_of("货架"),
        "call.wav": media_kit.wav(1.0),
    }


def test_they_come_through_the_package_to_the_byte():
    known = media_kit.package()
    again = Package.from_bytes(known.to_bytes())
    assert (again.media, again.hash) == (known.media, known.hash)
    assert "media/shelf.jpg" in again.manifest


def test_a_package_without_any_keeps_its_hash():
    """Packages published before must be found under the hash they always had."""
    assert not [part for part in _plain().manifest if part.startswith("media/")]


def _plain():
    from dataclasses import replace

    return replace(media_kit.package(), media={})


def test_a_name_that_leads_out_of_the_folder_finds_nothing(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"x")
    source = tmp_path / "forms" / "form.md"
    source.parent.mkdir()
    for name in ("../secret.jpg", "a/../../secret.jpg", str(tmp_path / "secret.jpg"), ".."):
        xml = f"<value>jr://images/{name}</value>".encode()
        assert publish_media.media_beside(source, xml) == {}


def test_a_file_too_large_for_every_laptop_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(publish_media, "MOST_BYTES", 1000)
    source = tmp_path / "form.md"
    source.write_text(media_kit.FORM.strip(), encoding="utf-8")
    (tmp_path / "shelf.jpg").write_bytes(bytes(1001))
    with pytest.raises(PublishError) as refused:
        publish(source)
    assert [one.code for one in refused.value.problems] == ["media-too-large"]


def test_files_too_large_together_are_refused_before_the_form_is_kept(tmp_path, monkeypatch):
    """A package above its bound would be put into use and never be read again."""
    monkeypatch.setattr(publish_media, "MOST_TOGETHER", 1500)
    source = tmp_path / "form.md"
    source.write_text(media_kit.FORM.strip(), encoding="utf-8")
    for name in ("shelf.jpg", "broken.jpg"):
        (tmp_path / name).write_bytes(bytes(1000))
    with pytest.raises(PublishError) as refused:
        publish(source)
    assert [one.code for one in refused.value.problems] == ["media-too-much"]


def test_a_package_of_the_largest_parts_can_be_read_again():
    from forms.attached import MAX_BYTES
    from forms.package import SIZE_LIMIT
    from forms.publish_tables import FILE_LIMIT

    assert publish_media.MOST_TOGETHER + FILE_LIMIT < SIZE_LIMIT
    assert MAX_BYTES + FILE_LIMIT < SIZE_LIMIT


def test_a_media_type_that_says_more_than_the_kind_reaches_the_question():
    xml = media_kit.package().form_xml.replace(b'mediatype="audio/*"', b'mediatype="audio/amr"')
    from forms.xform import load

    kinds = {q.name: q.parameters.get("mediatype", "") for q in load(xml).questions()}
    assert (kinds["talk"], kinds["film"]) == ("audio/amr", "")
