"""XForm XML → Form: what pyxform writes becomes frozen facts."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from forms.controls import ACTIONS, Body, Control, absolute, read_action, read_body
from forms.markup import PREFIXES, XFormError, read
from forms.model import (
    NO_LABEL,
    Branch,
    Choice,
    Form,
    Group,
    Item,
    Label,
    Question,
    Repeat,
)
from forms.unswept import unswept
from forms.words import Vocabulary, read_vocabulary

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["XFormError", "load"]

_TYPES = {
    "int": "integer",
    "integer": "integer",
    "long": "integer",
    "decimal": "decimal",
    "double": "decimal",
    "float": "decimal",
    "boolean": "boolean",
    "date": "date",
    "time": "time",
    "dateTime": "datetime",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
    "binary": "binary",
}
_CONTROL_KINDS = {
    "select1": "select_one",
    "select": "select_multiple",
    "odk:rank": "rank",
    "rank": "rank",
    "range": "range",
    "trigger": "acknowledge",
}
_BIND_KNOWN = frozenset(
    {
        "nodeset",
        "ref",
        "id",
        "type",
        "required",
        "relevant",
        "readonly",
        "constraint",
        "calculate",
        "jr:constraintMsg",
        "jr:requiredMsg",
        "jr:preload",
        "jr:preloadParams",
    }
)
_NO_BIND: Mapping[str, str] = MappingProxyType({})
_PLAIN_NAME = re.compile(r"[^\W\d][\w.\-]*")
_TRUE = frozenset({"true()", "true"})


def load(xml: bytes, settings: Mapping[str, str] | None = None) -> Form:
    """The form an XForm document describes.

    ``settings`` are those pyxform does not carry over (kind, series, copies …).

    Raises:
        XFormError: the document is unsafe, too large, or no XForm.
    """
    with unswept():
        return _loaded(xml, settings)


def _loaded(xml: bytes, settings: Mapping[str, str] | None) -> Form:
    root, namespaces = read(xml)
    model = root.find("head/model")
    if model is None:
        model = root.find(".//model")
    if model is None:
        raise XFormError("no-model")
    instance = next(iter(model.findall("instance")), None)
    top = next(iter(instance), None) if instance is not None else None
    if top is None:
        raise XFormError("no-instance")
    words = read_vocabulary(model.find("itext"))
    path = "/" + _local(top)
    binds, ids = _binds(model, path)
    body = read_body(root.find("body"), path, words, ids)
    actions = [read_action(child, path, "") for child in model if child.tag in ACTIONS]
    builder = _Builder(binds, body, words, {action.target for action in (*actions, *body.actions)})
    documents, external = _secondary(model)
    return Form(
        id=top.get("id") or path[1:],
        version=top.get("version") or top.get("orx:version") or "",
        title=(root.findtext("head/title") or "").strip(),
        languages=words.languages,
        default_language=words.default,
        settings=dict(settings or {}),
        body=builder.group(top, path),
        lists={name: _choices(branch, words) for name, branch in documents.items()},
        documents=documents,
        external=external,
        namespaces=dict(namespaces)
        | {prefix: space for space, prefix in PREFIXES.items() if prefix},
        words=words.labels,
        actions=(*actions, *body.actions),
        attributes={name: text for name, text in top.attrib.items() if name != "id"},
    )


def _local(element: "Element") -> str:
    """The tag as a step; the root's own namespace counts as none."""
    return str(element.tag)


def _binds(model: "Element", root: str) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Binds by path (several for one path are joined), and paths by bind id."""
    binds: dict[str, dict[str, str]] = {}
    ids: dict[str, str] = {}
    for bind in model.findall("bind"):
        path = absolute(bind.get("nodeset") or bind.get("ref") or "", root)
        binds.setdefault(path, {}).update(bind.attrib)
        if "id" in bind.attrib:
            ids[bind.attrib["id"]] = path
    return binds, ids


def _secondary(model: "Element") -> tuple[dict[str, Branch], dict[str, str]]:
    inside: dict[str, Branch] = {}
    outside: dict[str, str] = {}
    for instance in model.findall("instance")[1:]:
        name = instance.get("id", "")
        if instance.get("src") and not len(instance):
            outside[name] = instance.get("src", "")
        else:
            inside[name] = _branch(instance)
    return inside, outside


def _branch(element: "Element") -> Branch:
    children = tuple(_branch(child) for child in element)
    text = "" if children else element.text or ""
    return Branch(str(element.tag), text, dict(element.attrib), children)


def _choices(document: Branch, words: Vocabulary) -> tuple[Choice, ...]:
    """The rows of an XLSForm list: ``root/item`` with ``name`` and ``itextId`` or ``label``."""
    found: list[Choice] = []
    for top in document.children:
        for item in top.children:
            cells = {cell.name: cell.text for cell in item.children}
            label = NO_LABEL
            if "itextId" in cells:
                label = words.labels.get(cells["itextId"], NO_LABEL)
            elif "label" in cells:
                label = Label({"": (cells["label"],)})
            extra = {
                name: text
                for name, text in cells.items()
                if name not in {"name", "label", "itextId"}
            }
            found.append(Choice(cells.get("name", ""), label, extra))
    return tuple(found)


class _Builder:
    """Turns the elements of the primary instance into items, with what binds and body say."""

    def __init__(
        self,
        binds: Mapping[str, Mapping[str, str]],
        body: Body,
        words: Vocabulary,
        targets: set[str],
    ) -> None:
        self._binds = binds
        self._body = body
        self._words = words
        self._bound_attributes: dict[str, list[str]] = {}
        for path in (*binds, *targets):
            parent, mark, name = path.rpartition("/@")
            if mark and name not in self._bound_attributes.setdefault(parent, []):
                self._bound_attributes[parent].append(name)

    def group(self, element: "Element", path: str, *, rows: bool = True) -> Group:
        """A group with everything in it; ``rows`` as for ``_repeat``."""
        bind = self._binds.get(path, _NO_BIND)
        control = self._body.controls.get(path)
        children = self._children(element, path, new_rows=rows)
        return Group(
            path,
            path.rpartition("/")[2],
            (control.label if control else NO_LABEL) or _grid_title(children),
            control.appearance if control else "",
            _expression(bind, "relevant"),
            _expression(bind, "readonly"),
            children,
            dict(element.attrib) | _others(bind),
        )

    def _repeat(self, elements: "list[Element]", path: str, *, rows: bool) -> Repeat:
        """A repeat; ``rows`` says whether its rows belong to the pattern of surrounding new rows.

        Where a row without a template is the pattern, the rows inside it are answers.
        """
        bind = self._binds.get(path, _NO_BIND)
        control, group = self._body.repeats[path], self._body.controls.get(path)
        template = next((e for e in elements if "jr:template" in e.attrib), elements[0])
        count = control.attributes.get("jr:count", "").strip()
        if count and _PLAIN_NAME.fullmatch(count):
            count = absolute(count, path.rpartition("/")[0])
        return Repeat(
            path,
            path.rpartition("/")[2],
            (group.label if group else NO_LABEL) or control.label,
            " ".join(filter(None, (group.appearance if group else "", control.appearance))),
            _expression(bind, "relevant"),
            _expression(bind, "readonly"),
            count,
            bool(count) or control.attributes.get("jr:noAddRemove", "") in _TRUE,
            self._children(template, path, new_rows="jr:template" in template.attrib),
            tuple(_branch(e) for e in elements if "jr:template" not in e.attrib) if rows else (),
            _others(bind),
            _expression(bind, "required"),
        )

    def _children(
        self, element: "Element", path: str, *, new_rows: bool = True
    ) -> tuple[Item, ...]:
        by_tag: dict[str, list[Element]] = {}
        for child in element:
            if isinstance(child.tag, str):
                by_tag.setdefault(child.tag, []).append(child)
        items: list[Item] = [
            self._question(f"{path}/@{name}", element.get(name, ""))
            for name in self._bound_attributes.get(path, ())
        ]
        items.extend(
            self._item(same, f"{path}/{tag}", rows=new_rows) for tag, same in by_tag.items()
        )
        return self._in_screen_order(items)

    def _item(self, elements: "list[Element]", path: str, *, rows: bool) -> Item:
        if path in self._body.repeats:
            return self._repeat(elements, path, rows=rows)
        element = elements[0]
        if len(element) or path in self._bound_attributes or self._is_group(path):
            return self.group(element, path, rows=rows)
        return self._question(path, element.text or "")

    def _is_group(self, path: str) -> bool:
        control = self._body.controls.get(path)
        return control is not None and control.tag == "group"

    def _in_screen_order(self, items: list[Item]) -> tuple[Item, ...]:
        """Nodes with controls in the body's order; the others stay behind their neighbour."""
        keyed: list[tuple[int, int, Item]] = []
        last = 0
        for place, item in enumerate(items):
            last = self._order(item) or last
            keyed.append((last, place, item))
        return tuple(item for _, _, item in sorted(keyed, key=lambda key: key[:2]))

    def _order(self, item: Item) -> int:
        control = self._body.controls.get(item.path) or self._body.repeats.get(item.path)
        if control is not None:
            return control.order
        if isinstance(item, Question):
            return 0
        return min(filter(None, map(self._order, item.children)), default=0)

    def _question(self, path: str, default: str) -> Question:
        bind = self._binds.get(path, _NO_BIND)
        control = self._body.controls.get(path)
        datatype = _TYPES.get(bind.get("type", "").rpartition(":")[2], "string")
        others = _others(bind)
        return Question(
            path=path,
            name=path.rpartition("/")[2],
            kind=_kind(control, datatype, bind, default.strip()),
            datatype=datatype,
            label=control.label if control else NO_LABEL,
            hint=control.hint if control else NO_LABEL,
            guidance=control.guidance if control else NO_LABEL,
            appearance=control.appearance if control else "",
            required=_expression(bind, "required"),
            required_message=self._words.by_reference(bind.get("jr:requiredMsg", "")),
            constraint=_expression(bind, "constraint"),
            constraint_message=self._words.by_reference(bind.get("jr:constraintMsg", "")),
            relevant=_expression(bind, "relevant"),
            calculate=_expression(bind, "calculate"),
            readonly=_expression(bind, "readonly"),
            itemset=control.itemset if control else None,
            choices=control.choices if control else (),
            parameters=_parameters(control, others),
            attributes=others,
            default=default if default.strip() else "",
            preload=(bind.get("jr:preload", ""), bind.get("jr:preloadParams", "")),
            section=control.section if control else -1,
        )


def _grid_title(children: tuple[Item, ...]) -> Label:
    """The title of a ``table-list``: pyxform takes it off the group and writes it as a note."""
    first = next(iter(children), None)
    made = first is not None and first.name.startswith("generated_table_list_label_")
    return first.label if made and first is not None else NO_LABEL


def _expression(bind: Mapping[str, str], name: str) -> str:
    text = bind.get(name, "").strip()
    if name == "relevant" and text in _TRUE:
        return ""
    if name != "calculate" and text in {"false()", "false"} and name != "relevant":
        return ""
    return {"true": "true()", "false": "false()"}.get(text, text)


def _others(bind: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in bind.items() if name not in _BIND_KNOWN}


def _parameters(control: Control | None, others: Mapping[str, str]) -> dict[str, str]:
    """What a control is told besides: its own attributes and those bound by OpenRosa."""
    found = dict(control.attributes) if control else {}
    if control is not None and control.mediatype and not control.mediatype.endswith("/*"):
        found["mediatype"] = control.mediatype  # more than the kind says already
    found.update(
        {name.removeprefix("orx:"): text for name, text in others.items() if name[:4] == "orx:"}
    )
    return found


def _kind(
    control: Control | None, datatype: str, bind: Mapping[str, str], default: str = ""
) -> str:
    if control is None:
        return "calculate"
    if control.tag in _CONTROL_KINDS or "query" in control.attributes:
        return _CONTROL_KINDS.get(control.tag, "select_one")
    if control.tag == "upload":
        kind = control.mediatype.partition("/")[0]
        return kind if kind in {"image", "audio", "video"} else "file"
    if datatype != "string":
        return "file" if datatype == "binary" else datatype
    if bind.get("readonly", "").strip() in _TRUE and not bind.get("calculate") and not default:
        return "note"
    return "text"
