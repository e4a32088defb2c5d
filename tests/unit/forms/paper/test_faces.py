"""Every name can be printed: faces cover the standard, fall back, and refuse what none has."""

import re

import pytest

from forms.paper import draw
from forms.paper.blocks import Paper, Para, Run
from forms.paper.errors import MissingGlyph
from forms.paper.faces import FOLDER, cleaned, face, sans, serif

STANDARD = re.sub(r"\s", "", (FOLDER / "standard-8105.txt").read_text("utf-8"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*-[RBMS]*.ttf")), ids=lambda p: p.stem)
def test_each_everyday_face_holds_the_8105_standard_characters(path) -> None:
    """通用规范汉字表: what a citizen's name may be written with."""
    glyphs = face(path).face.charToGlyph

    assert len(set(STANDARD)) == 8105
    assert [c for c in STANDARD + "〇☐☑☒—…〔〕①№℃“”（）《》×·￥" if ord(c) not in glyphs] == []


def test_each_everyday_face_holds_gb2312() -> None:
    """Old registers write nothing else."""
    rows = [bytes([a, b]) for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF)]
    text = b"".join(rows).decode("gb2312", "ignore")

    serif().check([text])
    sans().check([text])


def test_no_font_file_is_too_large_for_the_repository() -> None:
    """6,000 KB is the limit of one tracked file."""
    assert [p.name for p in FOLDER.glob("*.ttf") if p.stat().st_size > 6_000_000] == []


def test_both_licences_lie_beside_the_fonts() -> None:
    """The Open Font License asks to travel with the files."""
    for name in ("OFL-NotoSerifSC.txt", "OFL-NotoSansSC.txt"):
        assert "SIL OPEN FONT LICENSE" in (FOLDER / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["王𬭚", "䶮㛃", "喆", "堃", "龘", "珺", "㐂"])
def test_a_rare_name_has_a_glyph_in_regular_and_bold(name: str) -> None:
    """A fallback face gives what the first has not."""
    for character in name:
        for bold in (False, True):
            assert serif().glyph(character, bold=bold)[1] > 0


def test_gbk_is_covered_but_for_one_sign() -> None:
    """Documents exported by older systems hold traditional and variant forms."""
    pairs = (bytes([a, b]) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    texts = (pair.decode("gbk", "ignore") for pair in pairs)

    serif().check(text for text in texts if len(text) == 1 and text not in "\x7f≒")


def test_a_paper_with_a_missing_glyph_is_refused_and_says_which() -> None:
    """A blank in a name makes the document void; all of them are told at once."""
    paper = Paper("letter", "通知", (Para((Run("张\ue000三与李\U0001f600四"),)),))

    with pytest.raises(MissingGlyph) as refused:
        draw(paper)

    assert refused.value.characters == "\ue000\U0001f600"
    assert "张" in refused.value.where


def test_invisible_marks_and_odd_spaces_are_cleaned_away() -> None:
    """Pasted text brings them along; they are no missing glyphs."""
    assert cleaned("甲\u00a0乙\r\n丙\u200b\ufe0f丁\ufeff") == "甲 乙\n丙丁"
