"""What a form is: questions, groups, repeats, choices and words, as frozen facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Output:
    """A computed piece inside a label: the expression whose value stands there."""

    expression: str


Words = tuple[str | Output, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """Words in several languages; the key ``""`` holds words that are the same in all of them."""

    texts: Mapping[str, Words] = field(default_factory=dict)
    media: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def words(self, language: str) -> Words:
        """The pieces for a language; else those for every language; else the first there are."""
        for known in (language, ""):
            if known in self.texts:
                return self.texts[known]
        return next(iter(self.texts.values()), ())

    def get(self, language: str) -> str:
        """The plain text for a language; a computed piece is shown as ``${expression}``."""
        return "".join(
            piece if isinstance(piece, str) else "${" + piece.expression + "}"
            for piece in self.words(language)
        )

    def shown_media(self, language: str) -> Mapping[str, str]:
        """The files shown with the words, by ``image big-image audio video``; plain names.

        The language is chosen as for the words.
        """
        known = next((self.media[one] for one in (language, "") if one in self.media), None)
        if known is None:
            known = next(iter(self.media.values()), {})
        return {form: name.rpartition("/")[2] for form, name in known.items() if name}

    def __bool__(self) -> bool:
        return any(self.texts.values())


NO_LABEL = Label()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; ``extra`` holds the other columns of the choices sheet."""

    value: str
    label: Label
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Itemset:
    """Where a question's choices come from.

    ``nodeset`` is the expression of the rows, ``value`` and ``label`` the columns' names, and
    ``list_id`` the secondary instance asked first (empty when the rows are answers themselves).
    """

    nodeset: str
    value: str
    label: str
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A piece of a document as plain facts: name, text, attributes, and what is below."""

    name: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: "tuple[Branch, ...]" = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One node that holds an answer, with or without a control on the screen.

    ``path`` is the storage path (``/data/group/name``).
    ``kind`` is one of ``text integer decimal boolean date time datetime select_one
    select_multiple rank range geopoint geotrace geoshape barcode image audio video file note
    acknowledge calculate``; a ``calculate`` has no control. ``datatype`` is the type of the value.
    ``required constraint relevant calculate readonly`` are expressions as written, "" when absent.
    ``attributes`` keeps what is not XForms' own (``xj:law``, ``entities:saveto``), ``parameters``
    those of the control (``start end step`` of a range, ``rows``, ``max-pixels``).
    ``section`` counts the top-level groups from 0; -1 stands outside all of them.
    """

    path: str
    name: str
    kind: str
    datatype: str = "string"
    label: Label = NO_LABEL
    hint: Label = NO_LABEL
    guidance: Label = NO_LABEL
    appearance: str = ""
    required: str = ""
    required_message: Label = NO_LABEL
    constraint: str = ""
    constraint_message: Label = NO_LABEL
    relevant: str = ""
    calculate: str = ""
    readonly: str = ""
    itemset: Itemset | None = None
    choices: tuple[Choice, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    preload: tuple[str, str] = ("", "")
    section: int = -1

    @property
    def has_control(self) -> bool:
        """Whether it is shown at all."""
        return self.kind != "calculate"

    @property
    def is_sensitive(self) -> bool:
        """Whether its answer is kept from ordinary view: pages, exports, and the finished paper."""
        return self.attributes.get("xj:sensitive", "") == "yes"

    @property
    def is_head(self) -> bool:
        """Whether it only names the choices over the rows of a grid (appearance ``label``)."""
        return self.kind in {"select_one", "select_multiple"} and "label" in self.appearance.split()

    @property
    def is_asked(self) -> bool:
        """Whether it waits for a person's answer."""
        return self.kind not in {"note", "calculate"} and not self.is_head


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that stand together; the outermost group is the form's root node."""

    path: str
    name: str
    label: Label = NO_LABEL
    appearance: str = ""
    relevant: str = ""
    readonly: str = ""
    children: "tuple[Item, ...]" = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A group that may stand several times; ``count`` is an expression when it is counted.

    ``initial`` are the rows of an untouched form; other new rows take each question's default.
    ``fixed`` says that rows cannot be added or removed by hand; ``required`` is an expression as
    written: one row must be filled in, where others may be left empty.
    """

    path: str
    name: str
    label: Label = NO_LABEL
    appearance: str = ""
    relevant: str = ""
    readonly: str = ""
    count: str = ""
    fixed: bool = False
    children: "tuple[Item, ...]" = ()
    initial: tuple[Branch, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    required: str = ""


Item = Question | Group | Repeat


def has_control(item: Item) -> bool:
    """Whether anything of an item is shown."""
    if isinstance(item, Question):
        return item.has_control
    return any(has_control(child) for child in item.children)


#: The action that sets where the device is; only the screen can know it.
POSITION = "odk:setgeopoint"


@dataclass(frozen=True, slots=True)
class Action:
    """A value set when something happens.

    ``events`` are XForms event names; ``source`` is the path of the question or repeat that
    raises them ("" for the form itself); ``target`` the path that receives ``value`` (expression)
    or, without one, ``text``; ``place`` is the reference as written where it has conditions, which
    says which rows at that path receive it. ``kind`` is ``setvalue`` or an action only some devices can do.
    """

    events: tuple[str, ...]
    source: str
    target: str
    value: str = ""
    text: str = ""
    kind: str = "setvalue"
    place: str = ""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Form:
    """A whole form; two forms are the same only when they are the same object.

    ``body`` is the root group with every node in screen order. ``lists`` are the choice lists
    inside the form, ``documents`` all its secondary instances as they stand, ``external`` the names
    of those asked elsewhere, mapped to their address. ``namespaces`` are the declared prefixes,
    ``words`` the translated texts by id.
    ``settings`` are our own (kind, series, copies, signers, layout, legal_basis, effective_from).
    """

    id: str
    version: str
    title: str
    languages: tuple[str, ...]
    default_language: str
    settings: Mapping[str, str]
    body: Group
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    documents: Mapping[str, Branch] = field(default_factory=dict)
    external: Mapping[str, str] = field(default_factory=dict)
    namespaces: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Label] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)

    def items(self) -> Iterator[Item]:
        """Every node below the root, parents before children, in screen order."""
        waiting: list[Item] = list(reversed(self.body.children))
        while waiting:
            item = waiting.pop()
            yield item
            if not isinstance(item, Question):
                waiting.extend(reversed(item.children))

    def questions(self) -> Iterator[Question]:
        """Every question in screen order, calculated ones included."""
        return (item for item in self.items() if isinstance(item, Question))

    def item(self, path: str) -> Item | None:
        """The node at a storage path (without row keys), or None."""
        if path == self.body.path:
            return self.body
        return next((item for item in self.items() if item.path == path), None)
