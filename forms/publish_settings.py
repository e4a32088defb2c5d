"""The settings sheet, both languages, and what adverse answers mean: checked against the data."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from forms.package import parse_copies, parse_signers
from forms.publish_headings import chinese_word
from forms.publish_problems import Problem, problem
from forms.publish_survey import Survey
from forms.publish_workbook import Book, Sheet

OURS = (
    "kind", "series", "number_pattern", "copies", "signers", "layout", "legal_basis",
    "effective_from", "title",
)  # fmt: skip
_ID = re.compile(r"[a-z][a-z0-9-]{1,63}")
_VERSION = re.compile(r"[0-9]{1,18}")
_OUR_COLUMN = "bind::xj:"
_OUR_SPACE = re.compile(r"(?:^|\s)xj\s*=\s*[\"'][^\"']+[\"']")
_SLOT = re.compile(r"[a-z][a-z0-9-]*\??")
_WORDS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_SEVERITIES = ("general", "serious", "major")
CONFIDENTIAL = "confidential"
"""The group a question that is kept from ordinary view stands in: search leaves its answers out."""


def is_ours(heading: str) -> bool:
    """Whether a settings column is ours and unknown to pyxform."""
    return heading.partition("::")[0] in OURS


def settings_of(book: Book) -> dict[str, str]:
    """The first row of the settings sheet as text."""
    sheet = book.sheets.get("settings")
    return dict(sheet.rows[0].cells) if sheet and sheet.rows else {}


def check_settings(book: Book) -> list[Problem]:
    """Everything wrong with the settings sheet."""
    settings = settings_of(book)
    row = book.sheets["settings"].rows[0].number if settings else 0
    uses_ours = _uses_ours(book)
    found = list(_missing(settings, row, uses_ours=uses_ours))
    for name, fits, why, why_en in _rules(settings, uses_ours=uses_ours):
        if settings.get(name) and not fits:
            found.append(
                problem(
                    "setting-wrong", "settings", row, name,
                    name=name, name_zh=chinese_word("settings", name), value=settings[name],
                    why=why, why_en=why_en,
                )
            )  # fmt: skip
    return found


def _uses_ours(book: Book) -> bool:
    survey = book.sheets["survey"]
    return any(head.startswith(_OUR_COLUMN) for row in survey.rows for head in row.cells)


def _missing(settings: Mapping[str, str], row: int, *, uses_ours: bool) -> Iterator[Problem]:
    needed = {
        "form_title": ("写表单的名称", "the name of the form"),
        "form_id": ("写表单的编号，用小写字母", "the id of the form in small letters"),
        "version": ("写版本号，例如 2026090101", "the version, for instance 2026090101"),
        "kind": ("record（记录）或者 document（文书）", "record or document"),
        "layout": ("letter（公文）、table（表格）或者 label（标签）", "letter, table or label"),
        "effective_from": ("写施行日期，例如 2026-09-01", "the date it holds from"),
    }
    if settings.get("kind") == "document":
        needed["series"] = ("文书要有文号字，例如 责改", "a document needs the word of its number")
        needed["copies"] = (
            "文书要写明份数，例如 送达当事人=2; 归档=1",
            "who keeps how many copies",
        )
    if uses_ours:
        needed["namespaces"] = (
            '用了法律、严重程度、措施、期限这些列，要照写 xj="urn:xunjian:form"',
            'the columns on law and severity need xj="urn:xunjian:form"',
        )
    for name, (why, why_en) in needed.items():
        if not settings.get(name):
            yield problem(
                "setting-missing", "settings", row, name, name=name,
                name_zh=chinese_word("settings", name), why=why, why_en=why_en,
            )  # fmt: skip


def _rules(settings: Mapping[str, str], *, uses_ours: bool) -> Iterator[tuple[str, bool, str, str]]:
    """Each rule: setting, whether it holds, and what it asks for in Chinese and English."""
    get = settings.get
    yield (
        "form_id",
        bool(_ID.fullmatch(get("form_id", ""))),
        "只能用小写字母、数字和连字符，以字母开头",
        "use small letters, digits and hyphens, beginning with a letter",
    )
    yield (
        "version",
        bool(_VERSION.fullmatch(get("version", ""))),
        "只能用数字 0–9，最多 18 位",
        "use the digits 0-9 only, 18 at most",
    )
    yield (
        "namespaces",
        not uses_ours or bool(_OUR_SPACE.search(get("namespaces", ""))),
        '照写 xj="urn:xunjian:form"',
        'write xj="urn:xunjian:form"',
    )
    yield (
        "kind",
        get("kind") in {"record", "document"},
        "只能是 record（记录）或者 document（文书）",
        "it is record or document",
    )
    yield (
        "layout",
        get("layout") in {"letter", "table", "label"},
        "只能是 letter（公文）、table（表格）或者 label（标签）",
        "it is letter, table or label",
    )
    yield (
        "effective_from",
        _reads(dt.date.fromisoformat, get("effective_from", "")),
        "写成 2026-09-01 这样的日期",
        "write a date like 2026-09-01",
    )
    yield (
        "copies",
        _reads(parse_copies, get("copies", "")),
        "写成 送达当事人=2; 归档=1",
        "write keeper=2; keeper=1",
    )
    yield (
        "signers",
        all(_SLOT.fullmatch(word) for word in get("signers", "").split()),
        "写成 inspector-1 inspector-2 party witness?",
        "write inspector-1 inspector-2 party witness?",
    )


def _reads(reader: object, text: str) -> bool:
    try:
        reader(text)  # type: ignore[operator]  # one of the readers named above
    except ValueError:
        return False
    return True


def signer_slots(settings: Mapping[str, str]) -> frozenset[str]:
    """The places to sign that the settings name."""
    return frozenset(place.slot for place in parse_signers(settings.get("signers", "")))


# ── languages ───────────────────────────────────────────────────────────────────────────────────


def check_languages(book: Book) -> list[Problem]:
    """Words that stand in one language and are missing in another the form speaks."""
    sheets = [book.sheets[name] for name in ("survey", "choices") if name in book.sheets]
    languages = {
        heading.partition("::")[2]
        for sheet in sheets
        for heading in sheet.headings
        if heading.startswith("label::")
    }
    return [found for sheet in sheets for found in _gaps(sheet, languages)]


def _gaps(sheet: Sheet, languages: Iterable[str]) -> Iterator[Problem]:
    for row in sheet.rows:
        for word in _WORDS:
            present = {language for language in languages if row.cells.get(f"{word}::{language}")}
            if not present:
                continue
            for language in sorted(set(languages) - present):
                yield problem(
                    "language-incomplete", sheet.name, row.number, f"{word}::{language}",
                    name=row.cells.get("name", ""), language=language,
                )  # fmt: skip


# ── law ─────────────────────────────────────────────────────────────────────────────────────────


def check_meanings(survey: Survey, book: Book) -> list[Problem]:
    """Article, severity and clock of adverse answers; an article must be known and citable."""
    from resources import data

    laws = {article.key: article.citable for article in data.load_laws()}
    clocks = {clock.id for clock in data.load_clocks()}
    found: list[Problem] = []
    for node in survey.nodes:
        law, clock = node.cell("bind::xj:law"), node.cell("bind::xj:clock")
        severity = node.cell("bind::xj:severity")
        place = ("survey", node.row.number)
        if law:
            found.extend(_law(law, laws, *place, "bind::xj:law"))
        if clock and clock not in clocks:
            found.append(problem("clock-unknown", *place, "bind::xj:clock", name=clock))
        sensitive = node.cell("bind::xj:sensitive")
        if sensitive and sensitive not in {"yes", "no"}:
            found.append(problem("sensitive-unknown", *place, "bind::xj:sensitive", name=sensitive))
        if sensitive == "yes" and CONFIDENTIAL not in node.path.split("/"):
            found.append(problem("sensitive-outside", *place, "bind::xj:sensitive", name=node.name))
        if severity and severity not in _SEVERITIES:
            found.append(problem("severity-unknown", *place, "bind::xj:severity", name=severity))
    for row in book.sheets["settings"].rows[:1]:
        for key in row.cells.get("legal_basis", "").split():
            found.extend(_law(key, laws, "settings", row.number, "legal_basis"))
    return found


def _law(
    key: str, laws: Mapping[str, bool], sheet: str, row: int, column: str
) -> Iterator[Problem]:
    if key not in laws:
        yield problem("law-unknown", sheet, row, column, name=key)
    elif not laws[key]:
        yield problem("law-not-citable", sheet, row, column, name=key)
