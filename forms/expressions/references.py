"""What an expression reads, found without computing it: names, lists, and how far it looks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from forms.expressions.conditions import children
from forms.expressions.context import Context, Shape
from forms.expressions.errors import ExpressionError
from forms.expressions.steps import plain_child
from forms.expressions.tree import Call, Chain, Filter, Path, Reference, Step, Test, Text, Tree


@dataclass(frozen=True, slots=True, order=True)
class Read:
    """A template path that is read.

    ``within`` is the template path of the innermost node that the reader and what it reads
    certainly share: a change elsewhere under another such node does not concern the reader.
    """

    path: str
    within: str


Found = frozenset[Read]
NOWHERE: Found = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """All an expression reads: nodes, choice lists, and the functions it calls.

    ``chosen`` are the quoted paths of the questions it asks the names of choices of.
    """

    nodes: Found = NOWHERE
    lists: frozenset[str] = frozenset()
    calls: frozenset[str] = field(default_factory=frozenset)
    chosen: frozenset[str] = field(default_factory=frozenset)


def resolve(reference: Reference, context: Context) -> Path:
    """``${name}`` as an absolute path.

    Raises:
        ExpressionError: no question has the name, or several have and none is nearer.
    """
    shape = context.shape or Shape(frozenset())
    found = shape.by_name.get(reference.name, ())
    if not found:
        raise ExpressionError(
            "unknown-name",
            reference.offset,
            name=reference.name,
            nearest=shape.like(reference.name),
        )
    if len(found) > 1:
        found = _nearest(found, context.at)
    if len(found) > 1:
        raise ExpressionError("ambiguous-name", reference.offset, name=reference.name)
    names = tuple(found[0].split("/")[1:])
    steps = tuple(Step("child", Test("name", name), (), reference.offset) for name in names)
    plain = names if not any(name.startswith("@") for name in names) else ()
    return Path(absolute=True, start=None, steps=steps, offset=reference.offset, plain=plain)


def _nearest(found: tuple[str, ...], at: str) -> tuple[str, ...]:
    """Those whose parent is the innermost group around ``at`` that holds any of them."""
    around = at
    while around:
        near = tuple(path for path in found if path.rpartition("/")[0] == around)
        if near:
            return near
        around = around.rpartition("/")[0]
    return found


def list_name(path: Path) -> str:
    """The choice list a path starts from, or ""."""
    match path.start:
        case Call(name="instance", arguments=(Text(value=name),)):
            return name
        case _:
            return ""


def shared_row(path: Path, context: Context) -> tuple[int, int]:
    """How many steps of an absolute path lead to a row the expression itself stands in.

    Inside a row, ``/data/rows/qty`` means the quantity of this row, as it does in every ODK
    client; a path that ends at the repeat itself means all rows. Gives the number of steps the
    row answers for (0: none) and how far it is above the expression's node.
    """
    if context.shape is None or not context.shape.repeats or not context.at:
        return 0, 0
    if path.plain:
        return _shared_names(path.plain, context.at, context.shape.repeats)
    own = context.at.split("/")[1:]
    shared, here = 0, ""
    for place, (step, name) in enumerate(zip(path.steps[:-1], own, strict=False), 1):
        if not plain_child(step) or step.predicates or step.test.name != name:
            break
        here += "/" + name
        if here in context.shape.repeats:
            shared = place
    return shared, len(own) - shared


@lru_cache(maxsize=10_000)
def _shared_names(names: tuple[str, ...], at: str, repeats: frozenset[str]) -> tuple[int, int]:
    own = at.split("/")[1:]
    shared, here = 0, ""
    for place, (name, mine) in enumerate(zip(names[:-1], own, strict=False), 1):
        if name != mine:
            break
        here += "/" + name
        if here in repeats:
            shared = place
    return shared, len(own) - shared


def read_references(tree: Tree, context: Context) -> Reading:
    """Everything a tree reads.

    Raises:
        ExpressionError: ``unknown-name`` or ``unknown-list`` when the context is strict.
    """
    reader = _Reader(context)
    reader.read(tree, frozenset({Read(context.at, context.at)}) if context.at else None)
    return Reading(
        frozenset(reader.found),
        frozenset(reader.lists),
        frozenset(reader.calls),
        frozenset(reader.chosen),
    )


def stands_anywhere(tree: Tree) -> bool:
    """Whether a tree surely means the same at every node that stands in no row."""
    match tree:
        case Path():
            return bool(tree.plain)
        case Reference() | Call(name="current"):
            return False
        case Filter(predicates=(_, *_)):
            return False
        case _:
            return all(stands_anywhere(child) for child in children(tree))


class _Reader:
    """Walks a tree with the set of template paths the context node may have.

    None stands for nodes outside the form (rows of a list), of which nothing is known.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.found: set[Read] = set()
        self.lists: set[str] = set()
        self.calls: set[str] = set()
        self.chosen: set[str] = set()

    def read(self, tree: Tree, here: Found | None) -> None:
        """Note what a tree reads when its own value is used."""
        self.found |= self._nodes(tree, here) or NOWHERE

    def _nodes(self, tree: Tree, here: Found | None) -> Found | None:
        match tree:
            case Reference():
                return self._path(resolve(tree, self._context), here)
            case Path():
                return self._path(tree, here)
            case Filter():
                found = self._nodes(tree.operand, here)
                self._predicates(tree.predicates, found)
                return found
            case Call():
                return self._call(tree, here)
            case Chain(level=7):
                parts = [self._nodes(operand, here) for operand in tree.operands]
                return frozenset().union(*(part for part in parts if part is not None))
            case _:
                for child in children(tree):
                    self.read(child, here)
                return None

    def _call(self, tree: Call, here: Found | None) -> Found | None:
        self.calls.add(tree.name)
        match tree:
            case Call(name="current", arguments=()):
                at = self._context.at
                return frozenset({Read(at, at)}) if at else None
            case Call(name="instance", arguments=(Text(value=name),)):
                self._note_list(name, tree.offset)
                return None
            case Call(name="indexed-repeat"):
                self._indexed(tree, here)
                return None
            case Call(name="randomize", arguments=(first, *rest)):
                for argument in rest:
                    self.read(argument, here)
                return self._nodes(first, here)
            case Call(name="jr:choice-name", arguments=(value, Text(value=path))):
                self.chosen.add(path)
                self.read(value, here)
                return None
            case _:
                for argument in tree.arguments:
                    self.read(argument, here)
                return None

    def _note_list(self, name: str, offset: int) -> None:
        self.lists.add(name)
        known = self._context.lists
        if known is not None and name not in known:
            raise ExpressionError("unknown-list", offset, name=name)

    def _indexed(self, tree: Call, here: Found | None) -> None:
        """``indexed-repeat`` looks into any row of the repeats it names.

        Raises:
            ExpressionError: what it looks for does not stand in the repeat at all.
        """
        target, *rest = tree.arguments
        goals = self._anywhere(target, here)
        for repeat, number in zip(rest[::2], rest[1::2], strict=False):
            self.read(number, here)
            around = self._anywhere(repeat, here)
            if goals and around and not any(_is_inside(goal, around) for goal in goals):
                reason = next(iter(goals)).removeprefix("/")
                raise ExpressionError("bad-argument", target.offset, name=tree.name, reason=reason)

    def _anywhere(self, tree: Tree, here: Found | None) -> frozenset[str]:
        """The paths a tree leads to, read in whatever row they stand."""
        found = frozenset(read.path for read in self._nodes(tree, here) or NOWHERE)
        self.found |= {Read(path, "") for path in found}
        return found

    def _path(self, path: Path, here: Found | None) -> Found | None:
        if list_name(path):
            self._nodes(path.start, here) if path.start is not None else None
            self._steps(path.steps, None)
            return None
        if path.start is not None:
            return self._steps(path.steps, self._nodes(path.start, here))
        if not path.absolute:
            return self._steps(path.steps, here)
        shared, _ = shared_row(path, self._context)
        row = "".join("/" + step.test.name for step in path.steps[:shared])
        if path.plain and self._context.shape is not None:
            whole = "/" + "/".join(path.plain)
            if whole in self._context.shape.paths:
                return frozenset({Read(whole, row)})
        return self._steps(path.steps[shared:], frozenset({Read(row, row)}))

    def _steps(self, steps: Iterable[Step], found: Found | None) -> Found | None:
        for step in steps:
            found = self._step(step, found)
            self._predicates(step.predicates, found)
        return found

    def _predicates(self, predicates: Iterable[Tree], found: Found | None) -> None:
        for predicate in predicates:
            self.read(predicate, found)

    def _step(self, step: Step, found: Found | None) -> Found | None:
        shape = self._context.shape
        if found is None or shape is None:
            return None
        if plain_child(step):
            there = ((f"{read.path}/{step.test.name}", read.within) for read in found)
            reached = frozenset(Read(*pair) for pair in there if pair[0] in shape.paths)
        else:
            reached = frozenset(
                Read(path, _shared(read.within, path, step.axis))
                for read in found
                for path in _moved(read.path, step.axis, shape)
                if _accepted(step.test, path, step.axis)
            )
        if not reached and found and self._context.strict and step.test.kind == "name":
            raise ExpressionError(
                "unknown-name",
                step.offset,
                name=step.test.name,
                nearest=shape.like(step.test.name),
            )
        return reached


def _is_inside(path: str, around: frozenset[str]) -> bool:
    return any(path.startswith(one + "/") for one in around)


def _shared(within: str, path: str, axis: str) -> str:
    """What a reader still shares with a node after a step to ``path``."""
    if axis in {"child", "self", "descendant", "descendant-or-self", "attribute"}:
        return within
    around = path if axis in {"parent", "ancestor", "ancestor-or-self"} else _parent(path)
    return around if (within + "/").startswith(around + "/") else within


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _moved(path: str, axis: str, shape: Shape) -> Iterable[str]:  # noqa: PLR0911 - one line an axis
    """The template paths an axis leads to."""
    match axis:
        case "self":
            return (path,)
        case "child":
            return shape.children.get(path, ())
        case "attribute":
            return shape.children.get(path, ())
        case "parent":
            return (_parent(path),) if path else ()
        case "descendant":
            return shape.below(path)
        case "descendant-or-self":
            return (path, *shape.below(path))
        case "ancestor" | "ancestor-or-self":
            return _above(path, itself=axis == "ancestor-or-self")
        case "following-sibling" | "preceding-sibling":
            return shape.children.get(_parent(path), ())
        case _:
            return shape.paths


def _above(path: str, *, itself: bool) -> list[str]:
    found = [path] if itself else []
    while path:
        path = _parent(path)
        found.append(path)
    return found


def _accepted(test: Test, path: str, axis: str) -> bool:
    name = path.rpartition("/")[2]
    is_attribute = name.startswith("@")
    if is_attribute != (axis == "attribute") and axis not in {"self", "parent"}:
        return False
    if test.kind != "name":
        return test.kind == "node"
    wanted = test.name
    return wanted == "*" or name.removeprefix("@") == wanted or _same_local(wanted, name)


def _same_local(wanted: str, name: str) -> bool:
    """Prefixes may differ between the expression and the form; the local name decides then."""
    prefix, _, local = wanted.rpartition(":")
    return bool(prefix) and local in {"*", name.rpartition(":")[2]}
