"""What changed from one version of a form to the next, and whether drafts can go on with it."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import chain

from forms.compare_match import Matching, match, repeats_around
from forms.compare_questions import question_differences, rules_of_all
from forms.compare_words import LEVELS, Difference, Level, difference
from forms.model import Choice, Item, Label, Question, Repeat
from forms.package import Package

__all__ = ["Difference", "Level", "compare", "matching"]

_WORDS = frozenset(
    ("form_title", "title", "copies", "legal_basis", "effective_from", "style", "instance_name")
)
_UNSAID = frozenset({"form_id", "version", "kind", "namespaces", "default_language"})


def compare(old: Package, new: Package) -> tuple[Difference, ...]:
    """Everything that differs, the gravest first; nothing for two equal packages."""
    found = list(
        chain(_settings(old, new), _nodes(matching(old, new)), _choices(old, new), _pages(old, new))
    )
    older, newer = old.version, new.version
    if found and old.id == new.id and not _above(newer, older):
        found.append(difference("version-not-newer", "settings/version", old=older, new=newer))
    order = list(LEVELS)
    return tuple(sorted(found, key=lambda one: order.index(one.level)))


def matching(old: Package, new: Package) -> Matching:
    """Which question is which, with the names the new version says it changed."""
    return match(old.form, new.form, new.renamed)


def _above(newer: str, older: str) -> bool:
    if newer.isdigit() and older.isdigit():
        return int(newer) > int(older)
    return newer != older


def _settings(old: Package, new: Package) -> Iterator[Difference]:
    if old.id != new.id:
        yield difference("other-form", "settings/form_id", old=old.id, new=new.id)
    kinds = old.settings.get("kind", "record"), new.settings.get("kind", "record")
    if kinds[0] != kinds[1]:
        yield difference("kind-changed", "settings/kind", old=kinds[0], new=kinds[1])
    for name in dict.fromkeys((*old.settings, *new.settings)):
        was, now = old.settings.get(name, ""), new.settings.get(name, "")
        if was != now and name not in _UNSAID:
            code = "setting-words" if name.partition("::")[0] in _WORDS else "setting-changed"
            yield difference(code, f"settings/{name}", name=name, old=was, new=now)


def _pages(old: Package, new: Package) -> Iterator[Difference]:
    pages = (
        ("print", old.print_rows, new.print_rows),
        ("label", old.label_rows, new.label_rows),
    )
    for name, before, after in pages:
        was = [(row.block, row.text, row.when, row.style) for row in before]
        if was != [(row.block, row.text, row.when, row.style) for row in after]:
            yield difference("page-changed", name, name=name)


# ── nodes ───────────────────────────────────────────────────────────────────────────────────────


def _nodes(found: Matching) -> Iterator[Difference]:
    for now, names in found.clashes.items():
        yield difference("renamed-together", now, old=" ".join(names), new=now)
    for item in found.gone:
        yield _gone(item, found.meant)
    for item in found.fresh:
        yield _fresh(item)
    for old, new in found.pairs:
        if old.name != new.name:
            yield difference("renamed", new.path, old=old.name, new=new.name)
        yield from _moved(found, old, new)
        if isinstance(old, Question) and isinstance(new, Question):
            yield from question_differences(found, old, new)
        elif type(old) is not type(new):
            yield _named("type-changed", new, old=_type(old), new=_type(new))
        else:
            yield from rules_of_all(found, old, new)
    yield from _order(found)


def _gone(item: Item, meant: frozenset[str]) -> Difference:
    if isinstance(item, Question):
        code = {"calculate": "computed-removed", "note": "note-removed"}.get(item.kind, "removed")
    else:
        code = "repeat-removed" if isinstance(item, Repeat) else "group-removed"
    if code in {"removed", "repeat-removed"} and item.name in meant:
        code = "removed-meant"
    return _named(code, item)


def _fresh(item: Item) -> Difference:
    if not isinstance(item, Question):
        return _named("repeat-added" if isinstance(item, Repeat) else "group-added", item)
    if item.kind == "calculate":
        return _named("computed-added", item)
    required = item.required not in {"", "false()"}
    return _named("added-required" if required else "added", item)


def _named(code: str, item: Item, **facts: str) -> Difference:
    label = next(iter(item.label.texts), "")
    return difference(
        code, item.path, name=item.name, label=item.label.get(label) or item.name, **facts
    )


def _type(item: Item) -> str:
    return item.kind if isinstance(item, Question) else type(item).__name__.lower()


def _moved(found: Matching, old: Item, new: Item) -> Iterator[Difference]:
    """Into, out of or between repeats; else from one group to another."""
    around = repeats_around(found.old, old.path)
    before = tuple(found.paths.get(path, path) for path in around)
    after = repeats_around(found.new, new.path)
    if before != after:
        names = _last(around), _last(after)
        code = "moved-between-repeats"
        if len(before) != len(after):
            code = "moved-into-repeat" if len(before) < len(after) else "moved-out-of-repeat"
        yield _named(code, new, old=names[0], new=names[1])
        return
    parent, place = old.path.rpartition("/")[0], new.path.rpartition("/")[0]
    if found.paths.get(parent, parent) != place:
        yield _named("moved-group", new, old=_last((parent,)), new=_last((place,)))


def _last(paths: tuple[str, ...]) -> str:
    return paths[-1].rpartition("/")[2] if paths else ""


def _order(found: Matching) -> Iterator[Difference]:
    """Groups whose nodes, as far as both forms have them there, stand in another order."""
    old_groups = {item.path: item for item in (found.old.body, *found.old.items())}
    new_groups = {item.path: item for item in (found.new.body, *found.new.items())}
    for was, now in found.paths.items():
        old, new = old_groups[was], new_groups[now]
        if isinstance(old, Question) or isinstance(new, Question):
            continue
        before = [found.paths.get(item.path, "") for item in old.children]
        after = [item.path for item in new.children]
        if [path for path in before if path in after] != [p for p in after if p in before]:
            yield difference("order", now, name=new.name)


# ── choices ─────────────────────────────────────────────────────────────────────────────────────


def _choices(old: Package, new: Package) -> Iterator[Difference]:
    """Every choice list of the form and every list that travels with it, by name."""
    before, after = _lists(old), _lists(new)
    for name in before:
        if name in after:
            yield from _list(name, before[name], after[name])


def _lists(package: Package) -> dict[str, dict[str, Choice]]:
    form = package.form
    found = {name: {one.value: one for one in rows} for name, rows in form.lists.items() if rows}
    for question in form.questions():
        if question.choices:
            name = question.itemset.list_id if question.itemset else ""
            found[name or question.name] = {one.value: one for one in question.choices}
    return found | {name: _table(text) for name, text in package.lists.items()}


def _table(text: str) -> dict[str, Choice]:
    """The rows of a CSV list as choices."""
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error:
        return {}
    found = {}
    for row in rows:
        cells = {key: value or "" for key, value in row.items() if isinstance(key, str)}
        name, label = cells.pop("name", ""), cells.pop("label", "")
        found[name] = Choice(name, Label({"": (label,)}), cells)
    return found


def _list(name: str, old: Mapping[str, Choice], new: Mapping[str, Choice]) -> Iterator[Difference]:
    path = f"choices/{name}"
    for value, choice in old.items():
        facts = {"list": name, "name": value}
        now = new.get(value)
        if now is None:
            language = next(iter(choice.label.texts), "")
            label = choice.label.get(language) or value
            yield difference("choice-removed", path, **facts, label=label)
            continue
        if choice.label != now.label:
            yield difference("choice-label", path, **facts)
        if dict(choice.extra) != dict(now.extra):
            yield difference("choice-meaning", path, **facts)
    for value in new:
        if value not in old:
            yield difference("choice-added", path, list=name, name=value)
    if [value for value in old if value in new] != [value for value in new if value in old]:
        yield difference("choice-order", path, list=name)
