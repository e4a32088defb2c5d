"""The body of an XForm: which control shows which node, in which order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forms.model import NO_LABEL, POSITION, Action, Choice, Itemset, Label
from forms.words import Vocabulary

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_INPUTS = frozenset(
    {"input", "secret", "select", "select1", "odk:rank", "rank", "range", "upload", "trigger"}
)
_KNOWN = frozenset({"ref", "bind", "nodeset", "appearance", "class", "mediatype"})
ACTIONS = frozenset({"setvalue", POSITION, "odk:recordaudio"})


@dataclass(frozen=True, slots=True)
class Control:
    """One element of the body; ``tag`` also tells a group and a repeat."""

    tag: str
    ref: str
    order: int
    section: int = -1
    label: Label = NO_LABEL
    hint: Label = NO_LABEL
    guidance: Label = NO_LABEL
    appearance: str = ""
    mediatype: str = ""
    itemset: Itemset | None = None
    choices: tuple[Choice, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """All controls by the path they show (groups apart from repeats), and the actions inside."""

    controls: Mapping[str, Control]
    repeats: Mapping[str, Control]
    actions: tuple[Action, ...]


def read_body(body: "Element | None", root: str, words: Vocabulary, ids: Mapping[str, str]) -> Body:
    """Walk a form's body.

    ``root`` is the path of the primary instance's root, ``ids`` the paths of binds with an id.
    """
    reader = _Reader(words, ids)
    if body is not None:
        reader.walk(body, root, -1)
    return Body(reader.controls, reader.repeats, tuple(reader.actions))


class _Reader:
    """Collects controls; sections are numbered by the top-level groups."""

    def __init__(self, words: Vocabulary, ids: Mapping[str, str]) -> None:
        self._words = words
        self._ids = ids
        self._order = 0
        self._sections = 0
        self.controls: dict[str, Control] = {}
        self.repeats: dict[str, Control] = {}
        self.actions: list[Action] = []

    def walk(self, parent: "Element", around: str, section: int, *, top: bool = True) -> None:
        for element in parent:
            tag = str(element.tag)
            if tag in ACTIONS:
                self.actions.append(read_action(element, around, "" if top else around))
            elif tag in {"group", "repeat"}:
                self._group(element, around, section, top=top)
            elif tag in _INPUTS:
                self._input(element, around, section)

    def _path(self, element: "Element", around: str) -> str:
        bind = element.get("bind")
        if bind is not None and bind in self._ids:
            return self._ids[bind]
        return absolute(element.get("ref") or element.get("nodeset") or "", around)

    def _group(self, element: "Element", around: str, section: int, *, top: bool) -> None:
        if top:
            section, self._sections = self._sections, self._sections + 1
        path = self._path(element, around) if element.get("ref") or element.get("nodeset") else ""
        control = self._control(element, path or around, section)
        if element.tag == "repeat":
            self.repeats[path] = control
        elif path:
            self.controls.setdefault(path, control)
        self.walk(element, path or around, section, top=False)

    def _input(self, element: "Element", around: str, section: int) -> None:
        path = self._path(element, around)
        self.controls.setdefault(path, self._control(element, path, section))
        for child in element:
            if child.tag in ACTIONS:
                self.actions.append(read_action(child, path, path))

    def _control(self, element: "Element", path: str, section: int) -> Control:
        self._order += 1
        hint = element.find("hint")
        return Control(
            tag=str(element.tag),
            ref=path,
            order=self._order,
            section=section,
            label=self._words.of(element.find("label")),
            hint=self._words.of(hint),
            guidance=self._words.guidance_of(hint),
            appearance=element.get("appearance", ""),
            mediatype=element.get("mediatype", ""),
            itemset=self._itemset(element),
            choices=tuple(self._choices(element)),
            attributes={name: text for name, text in element.attrib.items() if name not in _KNOWN},
        )

    def _itemset(self, control: "Element") -> Itemset | None:
        element = control.find("itemset")
        if element is None:
            # select_one_external: its rows stand in a file, in columns of fixed names
            query = control.get("query", "").strip()
            return Itemset(query, "name", "label", list_id(query)) if query else None
        value, label = element.find("value"), element.find("label")
        nodeset = element.get("nodeset", "").strip()
        return Itemset(
            nodeset,
            (value.get("ref", "") if value is not None else "").strip(),
            (label.get("ref", "") if label is not None else "").strip(),
            list_id(nodeset),
        )

    def _choices(self, element: "Element") -> Iterator[Choice]:
        for item in element.findall("item"):
            value = (item.findtext("value") or "").strip()
            yield Choice(value, self._words.of(item.find("label")))


def list_id(nodeset: str) -> str:
    """The secondary instance an itemset starts from, "" when its rows are answers."""
    _, mark, rest = nodeset.partition("instance(")
    if not mark or nodeset.startswith("/"):
        return ""
    return rest.partition(")")[0].strip().strip("'\"")


def absolute(reference: str, around: str) -> str:
    """A reference as a template path; relative ones start at ``around``."""
    reference = "".join(reference.split())
    if reference.startswith("/"):
        return reference.rstrip("/")
    path = around
    for step in reference.split("/"):
        if step == "..":
            path = path.rpartition("/")[0]
        elif step not in {".", "", "current()"}:
            path = f"{path}/{step}"
    return path


def read_action(element: "Element", around: str, source: str) -> Action:
    """A ``setvalue`` (or another action) with the events that start it."""
    events = element.get("event") or element.get("ev:event") or ""
    kind = str(element.tag)
    place = (element.get("ref") or element.get("bind") or "").strip()
    return Action(
        tuple(events.split()),
        source,
        absolute(_without_conditions(place), around),
        (element.get("value") or "").strip(),
        "".join(element.itertext()) if kind == "setvalue" else "",
        kind,
        place if "[" in place else "",
    )


def _without_conditions(reference: str) -> str:
    """A reference without what stands in square brackets."""
    kept, depth = "", 0
    for sign in reference:
        depth += sign == "["
        if not depth:
            kept += sign
        depth -= sign == "]"
    return kept
