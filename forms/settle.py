"""Brings a form to rest after a change: computes what must be computed, and nothing else."""

import secrets
from collections import deque
from collections.abc import Iterable
from heapq import heappop, heappush

from forms.expressions import FAILURES, Expression, Scope, World
from forms.expressions.values import Value, text_number, to_boolean
from forms.graph import CompiledAction, Plan, Target
from forms.instance import Cell, Instance, inside, locked
from forms.model import POSITION, Question, Repeat
from forms.offers import Offers, is_outside
from forms.state import Changed
from forms.typed import computed_text

#: How many values one change may set by actions before we take it for an endless circle.
MOST_ACTIONS = 10_000
_MOST_ROWS = 1_000
FIRST_LOAD = "odk-instance-first-load"


class Settler:
    """Keeps what waits to be computed and what has changed since it was last asked."""

    def __init__(self, plan: Plan, instance: Instance, world: World, offers: Offers) -> None:
        self._plan = plan
        self._instance = instance
        self._world = world
        self._offers = offers
        self._heap: list[int] = []
        self._waiting: dict[int, dict[int, Cell]] = {}
        self._actions: deque[tuple[CompiledAction, Cell]] = deque()
        self._budget = MOST_ACTIONS
        self._values: set[str] = set()
        self._visible: set[str] = set()
        self._choices: set[str] = set()
        self._structure: set[str] = set()
        self._touched: dict[str, Cell] = {}
        self._labels: dict[str, tuple[str, ...]] = {}
        self._positions: dict[str, None] = {}
        self._counts: dict[str, list[Target]] = {}
        for target in plan.targets:
            if target.part == "count":
                self._counts.setdefault(target.path.rpartition("/")[0], []).append(target)
        self._endless = tuple(target for target in plan.targets if target.endless)
        self._by_source: dict[str, list[CompiledAction]] = {}
        for action in plan.actions:
            if "xforms-value-changed" in action.action.events:
                self._by_source.setdefault(action.action.source, []).append(action)

    # --- what happened ---

    def compute_all(self) -> None:
        """Let everything be computed again."""
        for target in self._plan.targets:
            self._schedule(target, self._instance.top)
        for cell in self._instance.cells.values():
            self._touched[cell.ref] = cell

    def set(self, cell: Cell, text: str) -> None:
        """Store a value and wake what depends on it."""
        if cell.value == text:
            return
        cell.value = text
        self._values.add(cell.ref)
        self._touched[cell.ref] = cell
        self._wake(cell)
        for count in self._endless:
            if cell.item.path.startswith(count.path + "/"):
                self._schedule(count, self._climb(cell, count.depth - 1))
        for action in self._by_source.get(cell.item.path, ()):
            self._actions.append((action, cell))

    def row_came(self, row: Cell, *, by_hand: bool = True) -> None:
        """A row now stands: compute what is inside and what counts rows."""
        for cell in inside(row):
            self._values.add(cell.ref)
            self._touched[cell.ref] = cell
            for target in self._plan.of_path.get(cell.item.path, {}).values():
                self._schedule(target, cell)
            for count in self._counts.get(cell.item.path, ()):
                self._schedule(count, cell)
        self._refresh_relevance(row)
        self._rows_changed(row, row.above())
        if by_hand:
            self.happen("odk-new-repeat", row)

    def row_went(self, row: Cell, parent: Cell) -> None:
        """A row is gone: compute what counted it or looked into it."""
        for cell in inside(row):
            self._labels.pop(cell.ref, None)
            self._offers.forget(cell.ref)
        self._touched |= {left.ref: left for left in self._instance.rows(parent, row.item.name)}
        self._rows_changed(row, parent)

    def happen(self, event: str, cell: Cell | None = None) -> None:
        """Queue the actions an event starts, in the form's order; those of a row by what is in it."""
        path = "" if cell is None else cell.item.path
        for action in self._plan.actions:
            if event in action.action.events and (cell is None or action.row == path):
                self._actions.append((action, cell or self._instance.top))

    # --- coming to rest ---

    def settle(self) -> tuple[Changed, dict[str, Cell]]:
        """Compute until nothing waits; gives the changes, and the cells whose problems may differ."""
        self._budget = MOST_ACTIONS
        while self._heap or self._actions:
            while self._heap:
                self._compute_next()
            if self._actions:
                self._act(*self._actions.popleft())
        changed = Changed(
            values=frozenset(self._values),
            visible=frozenset(self._visible),
            choices=frozenset(self._choices),
            structure=frozenset(self._structure),
        )
        touched = self._touched
        self._values, self._visible, self._choices = set(), set(), set()
        self._structure, self._touched = set(), {}
        return changed, touched

    def _compute_next(self) -> None:
        rank = heappop(self._heap)
        target = self._plan.targets[rank]
        anchors = self._waiting.pop(rank)
        path = target.path.rpartition("/")[0] if target.part == "count" else target.path
        standing = self._instance.cells
        found = [self._at(path, one) for one in anchors.values() if standing.get(one.ref) is one]
        if len(found) == 1:
            cells = found[0]
        else:
            cells = list({id(cell): cell for some in found for cell in some}.values())
        for cell in cells:
            self._compute(target, cell)

    def _at(self, path: str, anchor: Cell) -> list[Cell]:
        """The cells at a path below an anchor, or the one above it."""
        found: Cell | None = anchor
        below = path + "/"
        while found is not None and found.item.path.startswith(below):
            found = found.above()
        return [] if found is None else self._instance.at(path, found)

    def _compute(self, target: Target, cell: Cell) -> None:
        match target.part:
            case "calculate":
                self.set(cell, self._value(target.expression, cell))
            case "relevant":
                self._relevant(target, cell)
            case "required":
                self._required(target, cell)
            case "readonly":
                self._readonly(target, cell)
            case "constraint":
                self._touched[cell.ref] = cell
            case "choices":
                self._offer(cell)
            case "label":
                self._label(target, cell)
            case _:
                self._count(target, cell)

    def _schedule(self, target: Target, anchor: Cell) -> None:
        anchors = self._waiting.get(target.rank)
        if anchors is None:
            self._waiting[target.rank] = {id(anchor): anchor}
            heappush(self._heap, target.rank)
        else:
            anchors[id(anchor)] = anchor

    def _wake(self, cell: Cell) -> None:
        for dependent in self._plan.dependents.get(cell.item.path, ()):
            self._schedule(dependent.target, self._climb(cell, dependent.depth))

    def _climb(self, cell: Cell, depth: int) -> Cell:
        """The cell at a depth above (the root for depth 0), or the cell itself."""
        if depth < 2:
            return self._instance.top
        found = cell
        for _ in range(cell.depth - depth):
            found = found.above() or found
        return found

    def _rows_changed(self, row: Cell, parent: Cell | None) -> None:
        if parent is None:
            return
        path = row.item.path
        self._structure.add(f"{parent.ref}/{row.item.name}")
        for read in (path, *self._plan.below[path]):
            for dependent in self._plan.dependents.get(read, ()):
                own_row = dependent.within.startswith(path) and read != path
                if not own_row:
                    self._schedule(dependent.target, self._climb_from(parent, dependent.depth))

    def _climb_from(self, cell: Cell, depth: int) -> Cell:
        return self._climb(cell, depth) if depth <= cell.depth else cell

    # --- the parts ---

    def _value(self, expression: Expression, cell: Cell) -> str:
        question = cell.item
        datatype = question.datatype if isinstance(question, Question) else "string"
        try:
            value = expression.run(Scope(self._world, cell))
        except FAILURES:
            return ""
        return computed_text(value, datatype, self._world.zone)

    def _holds(self, expression: Expression, cell: Cell) -> bool:
        try:
            return holds(expression.run(Scope(self._world, cell)))
        except FAILURES:
            return False

    def _relevant(self, target: Target, cell: Cell) -> None:
        now = self._holds(target.expression, cell)
        if now != cell.own_relevant:
            cell.own_relevant = now
            self._refresh_relevance(cell)

    def _refresh_relevance(self, cell: Cell) -> None:
        """Hand down what the surroundings say; wake whoever reads a cell that came or went."""
        above = cell.above()
        relevant = cell.own_relevant and (above is None or above.relevant)
        if relevant == cell.relevant:
            return
        cell.relevant = relevant
        self._visible.add(cell.ref)
        self._touched[cell.ref] = cell
        self._wake(cell)
        if cell.children or cell.attributes:
            for child in (*cell.attributes, *cell.children):
                if isinstance(child, Cell):
                    self._refresh_relevance(child)

    def _required(self, target: Target, cell: Cell) -> None:
        now = self._holds(target.expression, cell)
        if now != cell.required:
            cell.required = now
            self._choices.add(cell.ref)
            self._touched[cell.ref] = cell

    def _readonly(self, target: Target, cell: Cell) -> None:
        now = self._holds(target.expression, cell)
        if now != cell.readonly:
            cell.readonly = False
            self._choices.update(below.ref for below in inside(cell) if not locked(below))
            cell.readonly = now

    def _offer(self, cell: Cell) -> None:
        before = self._offers.forget(cell.ref)
        if not isinstance(cell.item, Question):
            return
        outside = is_outside(self._plan.form, cell.item)
        if outside or self._offers.of(cell) != before:
            self._choices.add(cell.ref)
            self._touched[cell.ref] = cell

    def _label(self, target: Target, cell: Cell) -> None:
        words = tuple(self.text(expression, cell) for expression in target.expressions)
        if self._labels.get(cell.ref) != words:
            self._labels[cell.ref] = words
            self._choices.add(cell.ref)
            self._touched[cell.ref] = cell

    def text(self, expression: Expression, cell: Cell) -> str:
        """The text of an expression at a cell, "" when it cannot be computed."""
        try:
            return expression.as_text(Scope(self._world, cell))
        except FAILURES:
            return ""

    def _count(self, target: Target, parent: Cell) -> None:
        """Add, park or bring back rows until there are as many as the count says.

        A count that depends on its own rows ("one more until the last one is marked") brings one
        row at a time, and none while the last is untouched.
        """
        repeat = self._plan.items[target.path]
        if not isinstance(repeat, Repeat):
            return
        rows = self._instance.rows(parent, repeat.name)
        wanted = self._wanted(target, parent, repeat)
        if target.endless and wanted > len(rows):
            wanted = len(rows) + (not rows or _begun(rows[-1]))
        for row in reversed(rows[wanted:]):
            self._instance.park(row)
            self.row_went(row, parent)
        for _ in range(wanted - len(rows)):
            kept = self._instance.unpark(parent, repeat)
            if kept is not None:
                self.row_came(kept, by_hand=False)
                continue
            number = self._instance.next_number(parent, repeat)
            row = self._instance.add_row(parent, repeat, f"{number:08x}", number=number)
            self.row_came(row)

    def _wanted(self, target: Target, parent: Cell, repeat: Repeat) -> int:
        probe = Cell(repeat, parent)
        probe.parent = parent
        try:
            number = target.expression.as_number(Scope(self._world, probe))
        except FAILURES:
            return 0
        return max(0, min(_MOST_ROWS, int(number))) if number.is_finite() else 0

    # --- actions ---

    def _act(self, compiled: CompiledAction, source: Cell) -> None:
        self._budget -= 1
        if self._budget < 0:
            return
        for cell in self._receivers(compiled, source):
            if compiled.action.kind == POSITION:
                self._positions[cell.ref] = None
            elif compiled.value is None:
                self.set(cell, compiled.action.text)
            else:
                self.set(cell, self._value(compiled.value, cell))

    def take_positions(self) -> tuple[str, ...]:
        """The refs that wait for where the device is, as far as this was not asked before."""
        wanted = tuple(ref for ref in self._positions if ref in self._instance.cells)
        self._positions = {}
        return wanted

    def positions_at_start(self) -> tuple[str, ...]:
        """The refs that want the position at which the form was begun and have none yet."""
        wanted = (
            cell
            for action in self._plan.actions
            if action.action.kind == POSITION and FIRST_LOAD in action.action.events
            for cell in self._receivers(action, self._instance.top)
        )
        return tuple(dict.fromkeys(cell.ref for cell in wanted if not cell.value))

    def _receivers(self, compiled: CompiledAction, source: Cell) -> Iterable[Cell]:
        """The cells that fit the conditions, or those at the path that share most with the source."""
        path = compiled.action.target
        if compiled.place is not None:
            fitting = compiled.place.as_nodes(Scope(self._world, source))
            return [cell for cell in fitting if isinstance(cell, Cell)]
        anchor: Cell | None = source
        while anchor is not None:
            found = self._instance.at(path, anchor)
            if found:
                return found
            anchor = anchor.above()
        return ()


def _begun(row: Cell) -> bool:
    """Whether a row has an answer given by hand."""
    return any(
        cell.value and isinstance(cell.item, Question) and cell.item.has_control
        for cell in inside(row)
    )


def holds(value: Value) -> bool:
    """Whether a condition holds; a bare question holds when its answer says something.

    Empty, ``false`` and ``0`` say nothing, so ``${agreed}`` alone is a condition.
    """
    if isinstance(value, list):
        text = value[0].text() if value else ""
        return text not in {"", "false"} and text_number(text) != 0
    return to_boolean(value)


def new_key(taken: Iterable[str]) -> str:
    """A fresh row key of eight hex digits."""
    used = set(taken)
    while (key := secrets.token_hex(4)) in used:
        pass
    return key
