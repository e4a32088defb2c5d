"""The survey sheet as a tree of paths, so that every later check can name its row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.expressions.context import Shape
from forms.publish_problems import Problem, problem
from forms.publish_workbook import Row, Sheet

ROOT = "/data"
DEPTH_LIMIT = 20
_FILES = frozenset({"xml-external", "csv-external"})  # a file to read, no question
_META = (f"{ROOT}/meta", f"{ROOT}/meta/instanceID", f"{ROOT}/meta/instanceName")


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the sheet that stands for something: ``kind`` is question, group or repeat."""

    path: str
    name: str
    kind: str
    type: str
    row: Row

    def cell(self, column: str) -> str:
        """The text of a column, "" when empty."""
        return self.row.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Survey:
    """All rows by path, in order."""

    nodes: tuple[Node, ...]

    @property
    def shape(self) -> Shape:
        """What the expression compiler needs to know."""
        paths = (ROOT, *(node.path for node in self.nodes), *_META)
        return Shape.of(paths, (node.path for node in self.of_kind("repeat")))

    def of_kind(self, kind: str) -> Iterator[Node]:
        """The groups, the repeats or the questions."""
        return (node for node in self.nodes if node.kind == kind)

    def by_name(self) -> Mapping[str, tuple[Node, ...]]:
        """Nodes by name; a name may stand in several groups."""
        found: dict[str, tuple[Node, ...]] = {}
        for node in self.nodes:
            found[node.name] = (*found.get(node.name, ()), node)
        return found

    def unique(self) -> Mapping[str, Node]:
        """The nodes a page may name: those whose name stands once."""
        return {name: nodes[0] for name, nodes in self.by_name().items() if len(nodes) == 1}

    def repeat_of(self, path: str) -> str:
        """The path of the innermost repeat around a path, or ""."""
        inside = (node.path for node in self.of_kind("repeat") if path.startswith(node.path + "/"))
        return max(inside, key=len, default="")


def survey_of(sheet: Sheet) -> tuple[Survey, list[Problem]]:
    """The tree of a survey sheet; unmatched ends are left for pyxform to report."""
    nodes: list[Node] = []
    around = [ROOT]
    problems: list[Problem] = []
    for row in sheet.rows:
        kind = " ".join(row.cells.get("type", "").replace("_", " ").split())
        name = row.cells.get("name", "").strip()
        if kind.startswith("end ") and kind.split()[1] in {"group", "repeat"}:
            if len(around) > 1:
                around.pop()
            continue
        if not name or kind in _FILES:
            continue
        path = f"{around[-1]}/{name}"
        if kind.startswith("begin "):
            nodes.append(Node(path, name, _container(kind), kind, row))
            around.append(path)
            if len(around) == DEPTH_LIMIT + 2:
                problems.append(
                    problem(
                        "too-deep", "survey", row.number, "type",
                        count=DEPTH_LIMIT + 1, limit=DEPTH_LIMIT,
                    )
                )  # fmt: skip
        else:
            nodes.append(Node(path, name, "question", row.cells.get("type", ""), row))
    return Survey(tuple(nodes)), problems


def _container(kind: str) -> str:
    return "repeat" if kind.split()[1:2] == ["repeat"] else "group"
