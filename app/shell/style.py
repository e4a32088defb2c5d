"""The look in numbers: colours by meaning, type by role, and the one style sheet.

Every value is from the design page "The look".
Nothing outside this module writes a hex colour.
"""

from dataclasses import dataclass
from typing import Final

FAMILY: Final = "Noto Sans SC"

# Each meaning has its value for light, then for dark.
TOKENS: Final[dict[str, tuple[str, str]]] = {
    "surface": ("#F4F5F7", "#15181D"),
    "side": ("#ECEEF1", "#101317"),
    "raised": ("#FFFFFF", "#1D2127"),
    "sunken": ("#F0F2F5", "#171A1F"),
    "hover": ("#E6E9EE", "#272C34"),
    "desk": ("#E3E6EB", "#101317"),
    "paper": ("#FFFFFF", "#F3F1EC"),
    "ink": ("#16181D", "#16181D"),
    "border": ("#E0E3E9", "#2D333C"),
    "line": ("#EBEDF1", "#272C34"),
    "edge": ("#C6CCD6", "#434B58"),
    "strong": ("#8C94A3", "#6B7482"),
    "text": ("#1A2130", "#E7EAF0"),
    "muted": ("#566072", "#A3ACBA"),
    "faint": ("#606A7D", "#8D97A7"),
    "accent": ("#23559E", "#86AEF2"),
    "onaccent": ("#FFFFFF", "#0D1830"),
    "accentsoft": ("#E6EDF8", "#1F2C44"),
    "accentline": ("#B4C8E8", "#3A527D"),
    "ok": ("#1C7048", "#6CC698"),
    "oksoft": ("#E4F2EA", "#18301F"),
    "okline": ("#A5D0B8", "#2F5C43"),
    "warning": ("#855400", "#E3B45C"),
    "warnsoft": ("#FBF1DC", "#33290F"),
    "warnline": ("#E6CB92", "#5F4D1E"),
    "danger": ("#B3261E", "#F28B82"),
    "dangersoft": ("#FBEAE8", "#3A1D1C"),
    "dangerline": ("#E9B5B0", "#703833"),
    "seal": ("#C8281E", "#C8281E"),
    "focus": ("#3A7BE0", "#8CB6FF"),
}


@dataclass(frozen=True, slots=True)
class Tone:
    """The three colours of a state: its word, its ground, its line, all by meaning."""

    word: str
    ground: str
    line: str


TONES: Final[dict[str, Tone]] = {
    "mute": Tone("muted", "sunken", "edge"),
    "accent": Tone("accent", "accentsoft", "accentline"),
    "ok": Tone("ok", "oksoft", "okline"),
    "warning": Tone("warning", "warnsoft", "warnline"),
    "danger": Tone("danger", "dangersoft", "dangerline"),
}

# Each role has its size in logical pixels, then its weight.
ROLES: Final[dict[str, tuple[int, int]]] = {
    "title": (20, 600),
    "heading": (16, 600),
    "field": (14, 400),
    "lead": (14, 500),
    "strong": (14, 600),
    "label": (13, 400),
    "label_lead": (13, 500),
    "label_strong": (13, 600),
    "small": (12, 400),
    "small_lead": (12, 500),
    "small_strong": (12, 600),
}

SHEET: Final = """
QPushButton[kind="primary"] { background: $accent; border: 1px solid $accent; border-radius: 6px; }
QPushButton[kind="primary"]:hover { background: $accenthover; border-color: $accenthover; }
QPushButton[kind="danger"] { background: $danger; border: 1px solid $danger; border-radius: 6px; }
QPushButton[kind="danger"]:hover { background: $dangerhover; border-color: $dangerhover; }
QPushButton[kind="secondary"] { background: $raised; border: 1px solid $edge; border-radius: 6px; }
QPushButton[kind="quiet"] { background: transparent; border: none; border-radius: 6px; }
QPushButton[kind="filter"] { background: transparent; border: 1px solid $border;
    border-radius: 6px; }
QPushButton[kind="filter"]:checked { background: $accentsoft; border-color: $accentsoft; }
QPushButton[kind="secondary"]:hover, QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind]:pressed { background: $sunken; border-color: $edge; }
QPushButton[kind="primary"]:pressed { background: $accentdown; border-color: $accentdown; }
QPushButton[kind]:disabled { background: $sunken; border: 1px solid $border; }
QPushButton[kind="quiet"]:disabled { background: transparent; border: none; }
QLineEdit[kind="field"], QPlainTextEdit[kind="field"] { background: $raised; color: $text;
    border: 1px solid $strong; border-radius: 6px; padding: 0 9px;
    placeholder-text-color: $faint; selection-background-color: $accentsoft; selection-color: $accent; }
QLineEdit[kind="field"] { min-height: 38px; max-height: 38px; }
QPlainTextEdit[kind="field"] { padding: 5px 7px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $edge; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider[empty="true"]::sub-page:horizontal { background: $edge; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -8px 0; border-radius: 10px;
    background: $raised; border: 2px solid $accent; }
QSlider[empty="true"]::handle:horizontal, QSlider::handle:horizontal:disabled {
    border-color: $strong; }
QListWidget[kind="field"] { background: $raised; color: $text; border: 1px solid $strong;
    border-radius: 6px; padding: 1px 8px; }
QLineEdit[kind="field"][wrong="true"], QPlainTextEdit[kind="field"][wrong="true"] {
    border-color: $danger; }
QLineEdit[kind="field"][readOnly="true"], QPlainTextEdit[kind="field"][readOnly="true"],
QLineEdit[kind="field"]:disabled, QPlainTextEdit[kind="field"]:disabled {
    background: $sunken; border-color: $sunken; color: $text; }
QLineEdit[kind="bare"] { background: transparent; border: none; padding: 0; color: $text;
    placeholder-text-color: $muted; }
QTableView { background: $raised; border: none; }
QHeaderView, QTableView QTableCornerButton::section { background: $raised; border: none; }
QHeaderView::section { background: $raised; color: $muted; border: none; padding: 0 8px;
    border-bottom: 1px solid $border; }
QHeaderView::section:vertical { padding: 0 4px; border-bottom: 1px solid $line; }
QTableView QComboBox { background: $raised; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 6px 8px; }
QMenu { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 9px 24px 9px 12px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $accentsoft; color: $accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $strong; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0; height: 0; }
"""
