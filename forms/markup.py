"""Reads XML safely: no entities, bounded size and depth, names with settled prefixes."""

from collections.abc import Mapping
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
    from xml.etree.ElementTree import ParseError, XMLParser

    if len(data) > MAX_BYTES:
        raise XFormError("too-large", limit=str(MAX_BYTES))
    prefixes = _scan(data)
    parser = XMLParser()  # noqa: S314 - ``_scan`` has refused what an entity could do
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise XFormError("not-xml", reason=str(error)) from error
    _rename(root, prefixes)
    return root, {prefix: space for space, prefix in prefixes.items() if prefix}


def _scan(data: bytes) -> dict[str, str]:
    """Read the document once for what must not be in it; gives its namespaces and their prefixes.

    Without a document type no entity can be declared, and without one nothing from outside be named.
    """
    from xml.parsers import expat

    prefixes = dict(PREFIXES)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartNamespaceDeclHandler = lambda prefix, space: prefixes.setdefault(
        space or "", prefix or ""
    )
    try:
        parser.Parse(data, True)
    except XFormError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise XFormError("not-xml", reason=str(error)) from error
    return prefixes


def _refuse_document_type(name: str, *_ids: object) -> None:
    raise XFormError("forbidden", reason=f"<!DOCTYPE {name}>")


def _rename(root: "Element", prefixes: Mapping[str, str]) -> None:
    names = _Names(prefixes)
    level = [root]
    for _ in range(MAX_DEPTH):
        below: list[Element] = []
        for element in level:
            element.tag = names[element.tag]
            attributes = element.attrib
            for name in attributes:
                if name[0] == "{":
                    renamed = {names[one]: text for one, text in attributes.items()}
                    attributes.clear()
                    attributes.update(renamed)
                    break
            below.extend(element)
        if not below:
            return
        level = below
    raise XFormError("too-deep", limit=str(MAX_DEPTH))


class _Names(dict[str, str]):
    """Our names by those of the parser (``{namespace}name``); each is made when first met."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, name: str) -> str:
        known = name
        if name.startswith("{"):
            space, _, local = name[1:].partition("}")
            prefix = self._prefixes.get(space, "")
            known = f"{prefix}:{local}" if prefix else local
        self[name] = known
        return known
