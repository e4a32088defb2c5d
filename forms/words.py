"""The words of an XForm: labels with computed pieces, and the table of translations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.model import NO_LABEL, Label, Output, Words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BY_ID = re.compile(r"\s*(?:jr:)?itext\(\s*(['\"])(.*?)\1\s*\)\s*", re.DOTALL)
_COMPUTED_ID = re.compile(r"\s*(?:jr:)?itext\(")
_MISSING = ("-",)
#: What pyxform writes for ``or_other`` in every language, and what it is in Chinese.
_OF_PYXFORM: Mapping[Words, Words] = {
    ("Other",): ("其他",),
    ("Specify other.",): ("请注明其他内容",),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every translated text by its id, the languages in order, and the default one."""

    labels: Mapping[str, Label]
    guidance: Mapping[str, Label]
    languages: tuple[str, ...]
    default: str

    def by_reference(self, text: str) -> Label:
        """The label behind ``jr:itext('id')``, or what ``jr:itext`` of anything computed says.

        Other text is the label itself.
        """
        match = _BY_ID.fullmatch(text)
        if match is not None:
            return self.labels.get(match[2], NO_LABEL)
        if _COMPUTED_ID.match(text):
            return Label({"": (Output(text.strip()),)})
        return Label({"": (text,)}) if text.strip() else NO_LABEL

    def of(self, element: "Element | None") -> Label:
        """The label an element carries, by reference or as its own text."""
        if element is None:
            return NO_LABEL
        reference = element.get("ref")
        if reference is None:
            own = words_of(element)
            return Label(_spoken({"": own}, self.languages)) if own else NO_LABEL
        if _BY_ID.fullmatch(reference):
            return self.by_reference(reference)
        return Label({"": (Output(reference.strip()),)})

    def guidance_of(self, element: "Element | None") -> Label:
        """The longer guidance kept beside a hint."""
        match = _BY_ID.fullmatch(element.get("ref", "")) if element is not None else None
        return NO_LABEL if match is None else self.guidance.get(match[2], NO_LABEL)


def read_vocabulary(itext: "Element | None") -> Vocabulary:
    """The translations of a form; empty when it has none."""
    plain: dict[str, dict[str, Words]] = {}
    guidance: dict[str, dict[str, Words]] = {}
    media: dict[str, dict[str, dict[str, str]]] = {}
    languages: list[str] = []
    default = ""
    for translation in itext.findall("translation") if itext is not None else ():
        language = translation.get("lang", "")
        languages.append(language)
        if "default" in translation.attrib and not default:
            default = language
        for entry in translation.findall("text"):
            key = entry.get("id", "")
            for value in entry.findall("value"):
                _note(value, value.get("form", ""), key, language, plain, guidance, media)
    default = default or next(iter(languages), "")
    order = (default, *(language for language in languages if language != default))
    return Vocabulary(
        {key: _label(plain.get(key, {}), media.get(key, {}), order) for key in plain | media},
        {key: _label(texts, {}, order) for key, texts in guidance.items()},
        order if languages else (),
        default,
    )


def _note(  # noqa: PLR0913, PLR0917 - three tables filled in one pass
    value: "Element",
    form: str,
    key: str,
    language: str,
    plain: dict[str, dict[str, Words]],
    guidance: dict[str, dict[str, Words]],
    media: dict[str, dict[str, dict[str, str]]],
) -> None:
    if form == "guidance":
        guidance.setdefault(key, {})[language] = words_of(value)
    elif form in {"", "long"}:
        plain.setdefault(key, {})[language] = words_of(value)
    elif form == "short":
        plain.setdefault(key, {}).setdefault(language, words_of(value))
    else:
        media.setdefault(key, {}).setdefault(language, {})[form] = (value.text or "").strip()


def _label(
    texts: Mapping[str, Words], media: Mapping[str, Mapping[str, str]], order: tuple[str, ...]
) -> Label:
    """A label whose first language is the default; pyxform's "-" for a gap is no translation."""
    real = {language: texts[language] for language in order if texts.get(language)}
    told = {language: words for language, words in real.items() if words != _MISSING}
    return Label(_spoken(told or real, order), media)


def _spoken(texts: Mapping[str, Words], languages: tuple[str, ...]) -> Mapping[str, Words]:
    """The texts of a label, in Chinese too where pyxform has put in its own English words."""
    only = set(texts.values())
    known = _OF_PYXFORM.get(next(iter(only))) if len(only) == 1 else None
    if known is None:
        return texts
    return {**texts, **{name: known for name in languages if is_chinese(name)}}


def is_chinese(language: str) -> bool:
    """Whether a form's name of a language means Chinese: ``zh``, ``中文 (zh)``, ``zh-CN``."""
    return "zh" in language.lower() or "中文" in language


def words_of(element: "Element") -> Words:
    """The text of an element, its ``<output value="…"/>`` pieces as expressions."""
    if not len(element):
        text = (element.text or "").strip()
        return (text,) if text else ()
    pieces: list[str | Output] = [element.text or ""]
    for child in element:
        if child.tag == "output":
            pieces.append(Output((child.get("value") or child.get("ref") or "").strip()))
        else:
            pieces.extend(words_of(child))
        pieces.append(child.tail or "")
    if isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return tuple(piece for piece in pieces if piece)
