"""The tree of answers: one cell for each node, with stable refs for the rows of repeats."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from forms.expressions.nodes import Node, NodeKind
from forms.model import Branch, Form, Group, Item, Question, Repeat
from forms.typed import as_stored

_NUMERIC = frozenset({"integer", "decimal"})


class Cell(Node):
    """A node of the answers.

    ``ref`` is its storage path, ``key`` the row's key, ``depth`` how many steps its path has. ``own_relevant`` is what its own condition
    says; ``relevant`` adds the surrounding ones. ``parked`` rows are kept beyond a repeat's count.
    """

    __slots__ = (
        *("depth", "item", "key", "number", "own_relevant"),
        *("parked", "readonly", "ref", "required"),
    )

    def __init__(self, item: Item, parent: "Cell | None", key: str = "") -> None:
        attribute = item.name.startswith("@")
        super().__init__(
            NodeKind.ATTRIBUTE if attribute else NodeKind.ELEMENT, item.name.removeprefix("@")
        )
        self.item = item
        self.key = key
        self.number = 0
        self.own_relevant = True
        self.required = False
        self.readonly = False
        self.parked: list[Cell] = []
        self.depth = item.path.count("/")
        above = "" if parent is None else parent.ref
        self.ref: str = f"{above}/{item.name}" + (f"{{{key}}}" if key else "")
        self.numeric = isinstance(item, Question) and item.datatype in _NUMERIC

    def above(self) -> "Cell | None":
        """The surrounding cell."""
        return self.parent if isinstance(self.parent, Cell) else None


class Instance:
    """All cells of one form, by ref and as a tree expressions can walk over."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.document = Node(NodeKind.ROOT)
        self.cells: dict[str, Cell] = {}
        self._places = {item.path: place for place, item in enumerate((form.body, *form.items()))}
        self.top = Cell(form.body, None)
        self.document.add(self.top)
        self.cells[self.top.ref] = self.top
        for name, text in form.attributes.items():
            self.top.set_attribute(Node(NodeKind.ATTRIBUTE, name, text))

    def fill(self, *, fresh: bool) -> None:
        """Make all cells that stand from the start; ``fresh`` ones take their defaults."""
        self._fill(self.top, self.form.body, fresh=fresh)

    def _fill(
        self, cell: Cell, item: Group | Repeat, *, fresh: bool, branch: Branch | None = None
    ) -> None:
        given = {} if branch is None else {child.name: child for child in branch.children}
        for child in item.children:
            own = given.get(child.name)
            if isinstance(child, Repeat):
                if fresh:
                    rows = [c for c in branch.children if c.name == child.name] if branch else None
                    self._first_rows(cell, child, rows)
                continue
            made = self._make(child, cell)
            if isinstance(child, Group):
                self._fill(made, child, fresh=fresh, branch=own)
            elif fresh:
                given_text = child.default if own is None else own.text.strip() and own.text
                made.value = as_stored(given_text, child.datatype)
        if isinstance(item, Group):
            bound = {child.name for child in item.children}
            for name, text in item.attributes.items():
                if f"@{name}" not in bound and item is not self.form.body:
                    cell.set_attribute(Node(NodeKind.ATTRIBUTE, name, text))

    def _first_rows(self, cell: Cell, repeat: Repeat, given: list[Branch] | None) -> None:
        rows = (
            repeat.initial
            if given is None
            else [b for b in given if "jr:template" not in b.attributes]
        )
        if repeat.count:
            return
        first: tuple[Branch | None, ...] = (*rows,)
        if repeat.fixed and not first:
            first = (None,)  # nobody can add the row that must be there
        for number, branch in enumerate(first, 1):
            self.add_row(cell, repeat, f"{number:08x}", branch=branch)

    def _make(self, item: Item, parent: Cell, key: str = "", place: int | None = None) -> Cell:
        cell = Cell(item, parent, key)
        if cell.kind is NodeKind.ATTRIBUTE:
            parent.set_attribute(cell)
        else:
            parent.add(cell, place)
        self.cells[cell.ref] = cell
        return cell

    def add_row(  # noqa: PLR0913 - three ways a row comes: by hand, by default, from storage
        self,
        parent: Cell,
        repeat: Repeat,
        key: str,
        *,
        fresh: bool = True,
        branch: Branch | None = None,
        number: int | None = None,
    ) -> Cell:
        """A new row at the end of a repeat, with everything in it."""
        row = self._make(repeat, parent, key, self._row_place(parent, repeat))
        row.number = self.next_number(parent, repeat) if number is None else number
        self._fill(row, repeat, fresh=fresh, branch=branch)
        return row

    def next_number(self, parent: Cell, repeat: Repeat) -> int:
        """The number of the next new row: one more than any row here has."""
        rows = (*self.rows(parent, repeat.name), *self.parked(parent, repeat.path))
        return max((row.number for row in rows), default=0) + 1

    def _row_place(self, parent: Cell, repeat: Repeat) -> int:
        """Behind the last row, or behind the last sibling that does not come after the repeat."""
        rows = parent.named(repeat.name)
        if rows:
            return parent.children.index(rows[-1]) + 1
        own = self._places[repeat.path]
        place = 0
        for index, child in enumerate(parent.children, 1):
            if isinstance(child, Cell) and self._places[child.item.path] <= own:
                place = index
        return place

    def drop(self, row: Cell) -> None:
        """Take a row away for good."""
        if row.parent is not None:
            row.parent.remove(row)
        self._forget(row)

    def park(self, row: Cell) -> None:
        """Take a row out of sight and keep it."""
        parent = row.above()
        if parent is None:
            return
        parent.remove(row)
        row.parent = None
        parent.parked.insert(0, row)
        self._forget(row)

    def unpark(self, parent: Cell, repeat: Repeat) -> Cell | None:
        """Bring the first parked row of a repeat back to its end."""
        row = next(iter(self.parked(parent, repeat.path)), None)
        if row is not None:
            parent.parked.remove(row)
            parent.add(row, self._row_place(parent, repeat))
            for cell in inside(row):
                self.cells[cell.ref] = cell
        return row

    def parked(self, parent: Cell, path: str) -> list[Cell]:
        """The rows kept beyond a repeat's count, in order."""
        return [row for row in parent.parked if row.item.path == path]

    def _forget(self, row: Cell) -> None:
        for cell in inside(row):
            self.cells.pop(cell.ref, None)

    def rows(self, parent: Cell, name: str) -> list[Cell]:
        """The rows of a repeat below a cell, in order."""
        return [row for row in parent.named(name) if isinstance(row, Cell)]

    def at(self, path: str, anchor: Cell) -> list[Cell]:
        """Every cell with a template path at or below an anchor."""
        base = anchor.item.path
        if path == base:
            return [anchor]
        if not path.startswith(base + "/"):
            return []
        found: list[Node] = [anchor]
        for name in _steps(path[len(base) + 1 :]):
            if name.startswith("@"):
                found = [a for node in found for a in node.attributes if a.name == name[1:]]
            else:
                found = [child for node in found for child in node.named(name)]
        return [node for node in found if isinstance(node, Cell)]


@lru_cache(maxsize=10_000)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("/"))


def inside(cell: Cell, *, parked: bool = False) -> Iterator[Cell]:
    """A cell and every cell below it, attributes included, in document order."""
    yield cell
    for attribute in cell.attributes:
        if isinstance(attribute, Cell):
            yield attribute
    for child in cell.children:
        if isinstance(child, Cell):
            yield from inside(child, parked=parked)
    if parked:
        for row in cell.parked:
            yield from inside(row, parked=True)


def stored(top: Cell) -> dict[str, str]:
    """Everything to store below a cell: values by ref, and the rows of repeats by their numbers."""
    found: dict[str, str] = {}
    for cell in inside(top, parked=True):
        if cell.key:
            found[cell.ref] = str(cell.number)
        elif isinstance(cell.item, Question) and cell.value:
            found[cell.ref] = cell.value
    return found


def said(top: Cell) -> dict[str, str]:
    """The answers below a cell that are relevant and not empty, by ref."""
    return {
        cell.ref: cell.value
        for cell in inside(top)
        if cell.relevant and isinstance(cell.item, Question) and cell.value
    }


def locked(cell: Cell) -> bool:
    """Whether nobody may answer at a cell: it or its surroundings are read-only, or it is computed."""
    above: Cell | None = cell
    while above is not None:
        if above.readonly:
            return True
        above = above.above()
    return isinstance(cell.item, Question) and bool(cell.item.calculate or cell.item.kind == "note")


def split_ref(ref: str) -> tuple[tuple[str, str], ...]:
    """The steps of a ref as names and keys: ``/data/rows{0a}/q`` → data, rows+0a, q."""
    steps: list[tuple[str, str]] = []
    for step in ref.split("/")[1:]:
        name, _, key = step.partition("{")
        steps.append((name, key.removesuffix("}")))
    return tuple(steps)


def template_path(ref: str) -> str:
    """A ref without the keys of its rows."""
    return "".join("/" + name for name, _ in split_ref(ref))


def restore(instance: Instance, answers: Mapping[str, str]) -> None:
    """Put stored answers back: rows first, in their order, then values; strangers are left out."""
    rows = [ref for ref in answers if ref.endswith("}")]
    rows.sort(key=lambda ref: (ref.count("/"), _number(answers[ref])))
    for ref in rows:
        above, _, last = ref.rpartition("/")
        name, _, key = last.partition("{")
        parent = instance.cells.get(above)
        item = _repeat(parent, name)
        if parent is not None and item is not None:
            number = int(_number(answers[ref]))
            instance.add_row(parent, item, key.removesuffix("}"), fresh=False, number=number)
    for ref, value in answers.items():
        cell = instance.cells.get(ref)
        if cell is not None and isinstance(cell.item, Question):
            cell.value = value


def _number(text: str) -> float:
    return float(text) if text.isdigit() else 0


def _repeat(parent: Cell | None, name: str) -> Repeat | None:
    if parent is None or isinstance(parent.item, Question):
        return None
    found = (item for item in parent.item.children if item.name == name)
    return next((item for item in found if isinstance(item, Repeat)), None)
