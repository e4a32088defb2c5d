"""Drawing a page: a template, the words of the reader's language, and moments as Chinese time."""

import datetime as dt
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import resources
from hub.web.words import known, words

RESOURCES = Path(resources.__file__).parent
STATIC = Path(__file__).with_name("static")
_HERE = Path(__file__).parent
CHINA = dt.timezone(dt.timedelta(hours=8))


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"moment": moment, "icon": icon}
    made.globals |= {"version": _version(), "known": known}
    return made


def draw(template: str, language: str, **facts: Any) -> str:
    """Return a page."""
    page = _templates().get_template(template)
    return page.render(language=language, t=words(language), **facts)


def moment(at: dt.datetime | None) -> str:
    """Return a moment as people of the bureau read it, "" for none."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if at else ""


@cache
def icon(name: str) -> Markup:
    """Return one of the bundled icons, in the colour of the words beside it."""
    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawn = text.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1)
    return Markup(drawn.replace("#000", "currentColor"))  # noqa: S704 - a file of our own


def _version() -> str:
    """What the style sheet is: it may be kept until it changes."""
    return hashlib.sha256((STATIC / "hub.css").read_bytes()).hexdigest()[:12]
