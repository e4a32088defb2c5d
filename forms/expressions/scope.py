"""Where an expression is computed: the node it stands at, and the world around it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forms.expressions import dates
from forms.expressions.nodes import Node, document, element
from forms.expressions.values import Value
from forms.lists import EmptyLists, Lists, Row

if TYPE_CHECKING:
    from forms.rules.calendar import WorkCalendar

#: How many rows of a register an unfiltered expression may look at.
MOST_ROWS = 10_000


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _no_words(_key: str, _node: Node) -> str:
    return ""


def _no_choice(_path: str, value: str) -> str:
    return value


@dataclass(slots=True)
class World:
    """Everything outside the expression that it may ask about.

    ``root`` is the document of the answers, ``secondary`` the choice lists inside the form,
    ``lists`` those outside it. ``words`` answers ``jr:itext`` as said at a node, ``choice_name`` gives a stored
    value's label at a template path. ``random`` gives numbers from 0 to 1.
    """

    root: Node = field(default_factory=document)
    secondary: Mapping[str, Node] = field(default_factory=dict)
    lists: Lists = field(default_factory=EmptyLists)
    namespaces: Mapping[str, str] = field(default_factory=dict)
    now: Callable[[], dt.datetime] = _utc_now
    zone: dt.tzinfo = dates.CHINA
    words: Callable[[str, Node], str] = _no_words
    choice_name: Callable[[str, str], str] = _no_choice
    meta: Mapping[str, str] = field(default_factory=dict)
    calendar: "WorkCalendar | None" = None
    most_rows: int = MOST_ROWS
    indexes: dict[tuple[str, str], dict[str, list[Node]]] = field(default_factory=dict)

    def today(self) -> dt.date:
        """The day on the wall clock of ``zone``."""
        return self.now().astimezone(self.zone).date()

    def items(
        self, list_id: str, where: Mapping[str, str], top: str = "root", item: str = "item"
    ) -> list[Node]:
        """Rows of a list whose cells equal ``where``, in order; found by index.

        ``top`` and ``item`` name the elements of a list inside the form; an index is kept of
        ``root`` and ``item``, the names every XLSForm has.
        """
        inside = self.secondary.get(list_id)
        if inside is None:
            rows = self.lists.rows(list_id, where, self.most_rows)
            return [row_node(row) for row in rows]
        found = [row for root in inside.named(top) for row in root.named(item)]
        if not where or (top, item) != ("root", "item"):
            return found
        column = min(where)
        return self._index(list_id, column, found).get(where[column], [])

    def _index(self, list_id: str, column: str, items: list[Node]) -> dict[str, list[Node]]:
        index = self.indexes.get((list_id, column))
        if index is None:
            index = {}
            for item in items:
                for cell in item.named(column):
                    index.setdefault(cell.text(), []).append(item)
            self.indexes[list_id, column] = index
        return index


def row_node(row: Row) -> Node:
    """A row of a register as nodes, so that paths can walk over it."""
    item = element("item")
    for column, cell in row.items():
        item.add(element(column, cell))
    return item


class Scope:
    """The context of one evaluation.

    ``node`` is the context node, ``position`` and ``size`` its place among those filtered now,
    ``origin`` the node the whole expression belongs to (``current()``).
    """

    __slots__ = ("node", "origin", "position", "size", "world")

    def __init__(
        self,
        world: World,
        node: Node,
        position: int = 1,
        size: int = 1,
        origin: Node | None = None,
    ) -> None:
        self.world = world
        self.node = node
        self.position = position
        self.size = size
        self.origin = node if origin is None else origin


Closure = Callable[[Scope], Value]
