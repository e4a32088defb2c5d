"""Packages made beforehand: the same as published now, made again when stale, never believed blindly."""

import hashlib
from pathlib import Path

import pytest

from forms import built
from forms.publish import publish
from forms.publish_problems import PublishError

SMALL = Path(built.LIBRARY) / "service-receipt" / "form.md"


@pytest.fixture
def library(tmp_path):
    """A library of one workbook, and where its packages go."""
    folder = tmp_path / "library" / "service-receipt"
    folder.mkdir(parents=True)
    (folder / "form.md").write_bytes(SMALL.read_bytes())
    return tmp_path / "library", tmp_path / "built"


def digest_of(source):
    return hashlib.sha256(source.read_bytes()).hexdigest()


def test_a_package_made_beforehand_is_the_published_one(library):
    assert built.build(*library) == ("service-receipt",)
    source = library[0] / "service-receipt" / "form.md"
    found = built.package_of(source, digest_of(source), library[1])
    assert found is not None
    assert found.hash == publish(SMALL).hash
    assert built.build(*library) == (), "nothing is made twice"


def test_a_changed_workbook_or_changed_code_makes_it_again(library, monkeypatch):
    built.build(*library)
    source = library[0] / "service-receipt" / "form.md"
    source.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert built.package_of(source, digest_of(source), library[1]) is None, "of another workbook"
    assert built.build(*library) == ("service-receipt",)
    monkeypatch.setattr(built, "_code", lambda: "other code")
    assert built.build(*library) == ("service-receipt",)


def test_what_is_no_sound_package_is_as_if_it_were_not_there(library):
    built.build(*library)
    source = library[0] / "service-receipt" / "form.md"
    package = library[1] / "service-receipt.xjform"
    package.write_bytes(package.read_bytes()[:-40])
    assert built.package_of(source, digest_of(source), library[1]) is None
    assert built.build(*library) == ("service-receipt",)


def test_a_form_that_left_the_library_leaves_no_package(library):
    built.build(*library)
    (library[0] / "service-receipt" / "form.md").unlink()
    assert built.build(*library) == ()
    assert not list(library[1].glob("*.xjform"))


def test_a_wrong_workbook_is_told_and_the_others_are_made(library):
    broken = library[0] / "broken"
    broken.mkdir()
    (broken / "form.md").write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(PublishError):
        built.build(*library)
    assert (library[1] / "service-receipt.xjform").exists()
    assert not (library[1] / "stamp").exists(), "the next build looks again"
