"""The headings of a workbook: those a sheet needs, and none that would be passed over unseen."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from forms.publish_headings import COLUMNS, COLUMNS_OF_SHEET, SHEETS, chinese_word
from forms.publish_problems import Problem, problem
from forms.publish_settings import OURS
from forms.publish_workbook import Book, Sheet

_SHEETS_NEEDED = ("survey", "settings", "print")
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "survey": ("type", "name"),
    "choices": ("list_name", "name"),
    "print": ("block", "text"),
    "label": ("block", "text"),
    "tests": ("step",),
    "renamed": ("old", "new"),
}
_PAGE = ("block", "text", "when", "style")
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "survey": (
        *("type", "name", "label", "hint", "guidance_hint", "required", "required_message"),
        *("constraint", "constraint_message", "relevant", "appearance", "default", "read_only"),
        *("calculation", "trigger", "repeat_count", "choice_filter", "parameters", "save_to"),
        *("image", "big-image", "audio", "video", "media", "bind", "body", "control", "instance"),
        *("autoplay", "rows", "query", "disabled", "intent", "noapperrorstring", "requiredmsg"),
        *("readonly", "relevance", "calculate", "caption", "count", "jr", "no_app_error_string"),
        *("constraining_message", "value", "tag", "command", "compact_tag", "sms_field"),
        *("sms_option", "sms_separator", "sms_allow_media", "sms_date_format", "list_name"),
        *("sms_datetime_format", "sms_response"),
    ),
    "settings": (
        *("form_title", "form_id", "version", "default_language", "namespaces", "style", *OURS),
        *("instance_name", "name", "id_string", "prefix", "public_key", "submission_url"),
        *("auto_send", "auto_delete", "allow_choice_duplicates", "attribute", "instance_xmlns"),
        *("instance_id", "omit_instanceid", "clean_text_values", "add_none_option"),
        *("client_editable", "sms_keyword", "sms_separator", "sms_allow_media", "delimiter"),
        *("sms_date_format", "sms_datetime_format", "sms_response", "set_form_title"),
        *("set_form_id", "compact_prefix", "compact_delimiter", "default_lang"),
    ),
    "choices": ("list_name", "list name", "name", "value", "label", "caption", "finding"),
    "print": _PAGE,
    "label": _PAGE,
    "tests": ("test", "step", "name", "value"),
    "renamed": ("old", "new"),
}
NAME = re.compile(r"[^\W\d][\w.\-]*")
"""What may be the name of a question, of a choice's column, of a group."""

_REMARKS = ("备注", "说明", "注", "note", "remark", "comment", "#")
_NEAR = 0.5
_VERY_NEAR = 0.8  # choices may have columns of any name, which filters ask


def check_columns(book: Book) -> list[Problem]:
    """Missing sheets, missing columns, headings nobody knows, and cells below none."""
    if book.suffix == ".csv" and not book.sheets:
        return [problem("csv-without-sheets")]
    found = [
        problem("sheet-missing", name=name, name_zh=f"{name}（{_sheet_word(name)}）")
        for name in _SHEETS_NEEDED
        if name not in book.sheets
    ]
    for sheet in book.sheets.values():
        found.extend(_wrong(sheet))
    return found


def is_remark(heading: str) -> bool:
    """Whether a column holds what its writer wrote for people only."""
    return heading.lower().startswith(_REMARKS)


def _sheet_word(name: str) -> str:
    return next(word for word, meant in SHEETS.items() if meant == name)


def _wrong(sheet: Sheet) -> Iterator[Problem]:
    known = _KNOWN.get(sheet.name)
    if known is None or not sheet.headings:
        if sheet.name == "survey":
            yield problem("sheet-empty", sheet.name)
        yield from _strays(sheet)
        return
    bases = [heading.partition("::")[0].lower() for heading in sheet.headings]
    if not set(bases) & set(known):
        wanted = _NEEDED.get(sheet.name, ("form_title", "form_id", "version"))
        yield problem(
            "heading-row", sheet.name, sheet.top, at=sheet.columns[0], text=sheet.headings[0],
            example=", ".join(wanted),
            example_zh="、".join(chinese_word(sheet.name, name) for name in wanted),
        )  # fmt: skip
        return
    for name in _NEEDED.get(sheet.name, ()):
        if name not in bases and not (name == "list_name" and "list name" in bases):
            word = chinese_word(sheet.name, name)
            free = sheet.columns[-1] + 1
            yield problem("column-missing", sheet.name, sheet.top, at=free, name=name, name_zh=word)
    for heading, base, place in zip(sheet.headings, bases, sheet.columns, strict=True):
        if base not in known and not is_remark(heading):
            yield from _unknown(sheet, heading, base, place, known)
    yield from _strays(sheet)


def _unknown(
    sheet: Sheet, heading: str, base: str, place: int, known: tuple[str, ...]
) -> Iterator[Problem]:
    words = {**COLUMNS, **COLUMNS_OF_SHEET.get(sheet.name, {})}
    named = [word for word, meant in words.items() if meant.partition("::")[0] in known]
    near = _VERY_NEAR if sheet.name == "choices" else _NEAR
    best = next(iter(get_close_matches(base, (*named, *known), 1, near)), "")
    if sheet.name == "choices" and not best:
        if not NAME.fullmatch(base.replace(" ", "_")):
            yield problem("heading-name", sheet.name, sheet.top, heading, at=place, name=heading)
        return
    yield problem(
        "heading-unknown", sheet.name, sheet.top, heading, at=place, name=heading,
        hint=f" (is it “{best}”?)" if best else "",
        hint_zh=f"（是不是“{best}”？）" if best else "",
    )  # fmt: skip


def _strays(sheet: Sheet) -> Iterator[Problem]:
    for row, place in sheet.strays:
        yield problem("cell-without-heading", sheet.name, row, at=place)
