"""Which node of the new form is which of the old one, and where the answers of a draft would go."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from forms.compare_rules import Names
from forms.model import Form, Item, Repeat

_META = "/meta"


@dataclass(frozen=True)
class Matching:
    """Nodes in pairs, and those without a counterpart.

    ``renamed`` maps old names to new ones; ``clashes`` the new names several old ones claim;
    ``meant`` are old names that are meant to be gone.
    """

    old: Form
    new: Form
    renamed: Mapping[str, str]
    pairs: tuple[tuple[Item, Item], ...]
    gone: tuple[Item, ...]
    fresh: tuple[Item, ...]
    clashes: Mapping[str, tuple[str, ...]]
    meant: frozenset[str] = frozenset()

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The new storage path for every old one that still has a place."""
        found = {old.path: new.path for old, new in self.pairs}
        return {**found, self.old.body.path: self.new.body.path}

    @cached_property
    def names(self) -> Names:
        """How expressions of the old form name things in the new one."""
        return Names(self.paths, self.renamed)


def match(old: Form, new: Form, renamed: Mapping[str, str] | None = None) -> Matching:
    """Pair the nodes of two versions: by place, else by a name that stands once in both.

    ``renamed`` maps names of the old form to those they have now, "" to none.
    """
    meant = frozenset(was for was, now in (renamed or {}).items() if not now)
    renamed = {was: now for was, now in (renamed or {}).items() if now}
    before, after = _nodes(old), _nodes(new)
    present = {item.name for item in before.values()}
    known = {was: now for was, now in renamed.items() if was in present}
    claims: dict[str, tuple[str, ...]] = {}
    for was, now in known.items():
        claims[now] = (*claims.get(now, (now,) if now in present else ()), was)
    clashes = {now: names for now, names in claims.items() if len(names) > 1}
    known = {was: now for was, now in known.items() if now not in clashes}

    found: dict[str, str] = {}
    for path in before:
        steps = path.removeprefix(old.body.path).split("/")
        place = new.body.path + "/".join(known.get(step, step) for step in steps)
        if place in after:
            found[path] = place
    placed = set(found.values())
    free = {path: item for path, item in after.items() if path not in placed}
    once = Counter(known.get(item.name, item.name) for item in before.values())
    still = Counter(item.name for item in after.values())
    by_name = {item.name: path for path, item in free.items() if still[item.name] == 1}
    for path, item in before.items():
        name = known.get(item.name, item.name)
        if path not in found and once[name] == 1 and name in by_name:
            found[path] = by_name[name]
    taken = set(found.values())
    return Matching(
        old,
        new,
        known,
        tuple((before[path], after[place]) for path, place in found.items()),
        tuple(item for path, item in before.items() if path not in found),
        tuple(item for path, item in after.items() if path not in taken),
        clashes,
        meant,
    )


def moved_paths(matching: Matching) -> Mapping[str, str]:
    """Old storage paths whose answers belong elsewhere in the new form, each with its new path."""
    return {was: now for was, now in matching.paths.items() if was != now}


def repeats_around(form: Form, path: str) -> tuple[str, ...]:
    """The storage paths of the repeats a path stands in, outermost first."""
    return tuple(
        item.path
        for item in form.items()
        if isinstance(item, Repeat) and path.startswith(item.path + "/")
    )


def _nodes(form: Form) -> dict[str, Item]:
    """Nodes by path without the form's own data about itself."""
    meta = form.body.path + _META
    return {item.path: item for item in form.items() if item.path != f"{meta}/instanceID"}
