"""Reads XML safely: no entities, bounded size and depth, names with settled prefixes."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 64
XFORMS = "http://www.w3.org/2002/xforms"
#: Prefixes we always use for these namespaces, whatever the document calls them.
PREFIXES: Mapping[str, str] = {
    XFORMS: "",
    "http://www.w3.org/1999/xhtml": "",
    "http://www.w3.org/2001/xml-events": "ev",
    "http://openrosa.org/javarosa": "jr",
    "http://openrosa.org/xforms": "orx",
    "http://www.opendatakit.org/xforms": "odk",
    "http://www.opendatakit.org/xforms/entities": "entities",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


class XFormError(ValueError):
    """A document that is no form we can load.

    ``code`` is one of ``too-large too-deep forbidden not-xml no-model no-instance``; ``facts``
    say what and where.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, str] = facts


def read(data: bytes) -> "tuple[Element, Mapping[str, str]]":
    """The root element with tags and attributes renamed to ``prefix:name``, and the prefixes.

    Elements of XForms and XHTML have no prefix.

    Raises:
        XFormError: too large, too deep, entities or document types, or no XML at all.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    if len(data) > MAX_BYTES:
        raise XFormError("too-large", limit=str(MAX_BYTES))
    prefixes = dict(PREFIXES)
    roots: list[Element] = []
    depth = 0
    try:
        for event, item in iterparse(
            BytesIO(data), events=("start", "end", "start-ns"), forbid_dtd=True
        ):
            if event == "start-ns":
                prefixes.setdefault(item[1], item[0])
                continue
            depth += 1 if event == "start" else -1
            if depth > MAX_DEPTH:
                raise XFormError("too-deep", limit=str(MAX_DEPTH))
            if not roots:
                roots.append(item)
    except DefusedXmlException as error:
        raise XFormError("forbidden", reason=type(error).__name__) from error
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, XFormError):
            raise
        raise XFormError("not-xml", reason=str(error)) from error
    root = roots[0]
    _rename(root, prefixes)
    return root, {prefix: space for space, prefix in prefixes.items() if prefix}


def _rename(root: "Element", prefixes: Mapping[str, str]) -> None:
    for element in root.iter():
        element.tag = _qualified(element.tag, prefixes)
        if any(name.startswith("{") for name in element.attrib):
            renamed = {_qualified(name, prefixes): text for name, text in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(renamed)


def _qualified(name: str, prefixes: Mapping[str, str]) -> str:
    if not name.startswith("{"):
        return name
    space, _, local = name[1:].partition("}")
    prefix = prefixes.get(space, "")
    return f"{prefix}:{local}" if prefix else local
