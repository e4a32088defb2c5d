"""What is known when an expression is compiled: the form's shape and where the expression stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Shape:
    """The template paths of a form, attributes included (``/data/meta/entity/@id``)."""

    paths: frozenset[str]
    repeats: frozenset[str] = frozenset()
    children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Iterable[str], repeats: Iterable[str] = ()) -> "Shape":
        """The shape made of these paths; parents must be among them."""
        known = tuple(dict.fromkeys(paths))
        children: dict[str, list[str]] = {}
        by_name: dict[str, list[str]] = {}
        for path in known:
            parent, _, name = path.rpartition("/")
            children.setdefault(parent, []).append(path)
            by_name.setdefault(name, []).append(path)
        return cls(
            frozenset(known),
            frozenset(repeats),
            {path: tuple(below) for path, below in children.items()},
            {name: tuple(found) for name, found in by_name.items()},
        )

    def below(self, path: str) -> Iterable[str]:
        """Every path under a path."""
        for child in self.children.get(path, ()):
            yield child
            yield from self.below(child)

    def like(self, name: str) -> str:
        """The known name most like a misspelt one, or ""."""
        return next(iter(get_close_matches(name, self.by_name, 1)), "")


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands.

    ``at`` is the template path of its node, "" for none. Without a ``shape`` names are not
    checked. ``strict`` makes a path that leads nowhere an error; ``deferred`` lets an unknown
    function fail only when it is computed, as programs without a publishing step do. ``lists`` are the known choice
    lists (None: do not check). ``namespaces`` resolve prefixes.
    """

    shape: Shape | None = None
    at: str = ""
    strict: bool = False
    deferred: bool = False
    lists: frozenset[str] | None = None
    namespaces: Mapping[str, str] = field(default_factory=dict)


PLAIN = Context()
