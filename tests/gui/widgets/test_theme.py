"""The table of colours keeps its promises, and every icon can be tinted."""

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QColor

from app.shell.style import ROLES, TOKENS, TONES
from app.shell.theme import ICONS, Theme

SIDES = ("light", "dark")


def luminance(colour: str) -> float:
    parts = [channel / 255 for channel in QColor(colour).getRgb()[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("side", [0, 1], ids=SIDES)
@pytest.mark.parametrize("meaning", ["text", "muted", "faint", "accent", "ok", "warning", "danger"])
def test_words_can_be_read_on_a_card(meaning: str, side: int) -> None:
    """Inspectors read in bad light: 5.4:1 on ``raised`` is the promise."""
    assert contrast(TOKENS[meaning][side], TOKENS["raised"][side]) >= 5.4


@pytest.mark.parametrize("side", [0, 1], ids=SIDES)
def test_the_edge_of_a_field_can_be_seen(side: int) -> None:
    assert contrast(TOKENS["strong"][side], TOKENS["raised"][side]) >= 3.0


@pytest.mark.parametrize("side", [0, 1], ids=SIDES)
@pytest.mark.parametrize("tone", sorted(TONES))
def test_a_tone_can_be_read_on_its_own_ground(tone: str, side: int) -> None:
    word, ground = TONES[tone].word, TONES[tone].ground
    assert contrast(TOKENS[word][side], TOKENS[ground][side]) >= 4.5


def test_the_style_sheet_has_a_colour_for_every_meaning(theme: Theme) -> None:
    assert "$" not in theme.style_sheet()


def test_changing_to_dark_is_told_once(theme: Theme, qtbot) -> None:
    told = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.set_mode("dark")
    theme.set_mode("dark")
    assert told == [True]
    assert theme.colour("raised").name().upper() == TOKENS["raised"][1]


def test_paper_is_never_inverted(theme: Theme) -> None:
    theme.set_mode("dark")
    assert luminance(theme.colour("paper").name()) > 0.8
    assert theme.colour("ink").name().upper() == TOKENS["ink"][0]


def test_no_role_is_smaller_than_12(theme: Theme) -> None:
    assert min(pixels for pixels, _ in ROLES.values()) == 12
    assert all(theme.font(role).pixelSize() == ROLES[role][0] for role in ROLES)


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_an_icon_stands_on_the_grid_and_has_one_colour(file) -> None:
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own drawings
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke") == "#000"
    assert root.get("stroke-width") == "1.5"
    colours = {
        each.get(name) for each in root.iter() for name in ("stroke", "fill") if each.get(name)
    }
    assert colours <= {"#000", "none"}


def test_an_icon_is_tinted_with_the_meaning(theme: Theme) -> None:
    image = theme.pixmap("ring", 20, "danger").toImage()
    strongest = max(
        (image.pixelColor(x, y) for x in range(20) for y in range(20)), key=QColor.alpha
    )
    wanted = theme.colour("danger")
    assert abs(strongest.red() - wanted.red()) < 4


def test_an_unknown_icon_is_our_mistake(theme: Theme) -> None:
    with pytest.raises(LookupError):
        theme.icon("no-such-icon")
