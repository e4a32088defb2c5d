"""One question, group or repeat in two versions: its words, its rules, and what it means."""

from collections.abc import Iterator

from forms.compare_match import Matching
from forms.compare_rules import implies, shown, words_of
from forms.compare_words import Difference, difference
from forms.model import Action, Item, Question, Repeat

_NEVER = frozenset({"", "false()"})


def question_differences(found: Matching, old: Question, new: Question) -> Iterator[Difference]:
    """Everything that differs between two versions of a question."""
    if (old.kind, old.datatype) != (new.kind, new.datatype):
        was, now = (_type(one, old.kind == new.kind) for one in (old, new))
        yield _of(new, "type-changed", old=was, new=now)
    yield from rules_of_all(found, old, new)
    yield from _words(old, new)
    yield from _required(found, old, new)
    yield from _constraint(found, old, new)
    if not _same(found, old.calculate, new.calculate):
        yield _of(new, "calculation-changed", old=old.calculate, new=new.calculate)
    if _actions(found, old) != _actions(None, new, found.new.actions):
        yield _of(new, "trigger-changed")
    yield from _itemset(found, old, new)


def rules_of_all(found: Matching, old: Item, new: Item) -> Iterator[Difference]:
    """What groups and repeats have as well: label, looks, relevance, read-only, meaning."""
    if old.label != new.label:
        yield _of(new, "label")
    if old.appearance != new.appearance:
        yield _of(new, "looks")
    if not _same(found, old.relevant, new.relevant):
        yield _of(new, "relevance-changed", old=old.relevant, new=new.relevant)
    if not _same(found, old.readonly, new.readonly):
        yield _of(new, "readonly-changed", old=old.readonly, new=new.readonly)
    counts = [one.count if isinstance(one, Repeat) else "" for one in (old, new)]
    if not _same(found, *counts):
        yield _of(new, "count-changed", old=counts[0], new=counts[1])
    for name in dict.fromkeys((*old.attributes, *new.attributes)):
        was, now = old.attributes.get(name, ""), new.attributes.get(name, "")
        if not _same(found, was, now):
            yield _of(new, "meaning-changed", attribute=name, old=was, new=now)


def _of(item: Item, code: str, **facts: str) -> Difference:
    language = next(iter(item.label.texts), "")
    label = item.label.get(language) or item.name
    told = {name: shown(text) for name, text in facts.items()}
    return difference(code, item.path, name=item.name, label=label, **told)


def _type(question: Question, same_kind: bool) -> str:  # noqa: FBT001 - one private caller
    return question.datatype if same_kind else question.kind


def _same(found: Matching, old: str, new: str) -> bool:
    return old == new or words_of(old, found.names) == words_of(new)


def _words(old: Question, new: Question) -> Iterator[Difference]:
    if (old.hint, old.guidance) != (new.hint, new.guidance):
        yield _of(new, "hint")
    before = (old.constraint_message, old.required_message)
    if before != (new.constraint_message, new.required_message):
        yield _of(new, "message")
    if (old.default, old.preload) != (new.default, new.preload):
        yield _of(new, "default")
    if dict(old.parameters) != dict(new.parameters) and new.kind != "range":
        yield _of(new, "looks")


def _required(found: Matching, old: Question, new: Question) -> Iterator[Difference]:
    if _same(found, old.required, new.required):
        return
    if new.required in _NEVER:
        if old.required not in _NEVER:
            yield _of(new, "no-longer-required")
    elif old.required in _NEVER:
        yield _of(new, "now-required")
    else:
        yield _of(new, "required-changed", old=old.required, new=new.required)


def _constraint(found: Matching, old: Question, new: Question) -> Iterator[Difference]:
    """Wider, narrower or different; a range is bounded by its parameters."""
    was, now = old.constraint, new.constraint
    if new.kind == "range" and dict(old.parameters) != dict(new.parameters):
        told = (
            " ".join(f"{name}={text}" for name, text in one.parameters.items())
            for one in (old, new)
        )
        yield _of(new, "constraint-changed", old=next(told), new=next(told))
    if _same(found, was, now):
        return
    before, after = words_of(was, found.names), words_of(now)
    facts = {"old": was or "—", "new": now or "—"}
    if not now or (was and implies(before, after)):
        yield _of(new, "constraint-wider", **facts)
    elif not was or implies(after, before):
        yield _of(new, "constraint-narrower", **facts)
    else:
        yield _of(new, "constraint-changed", **facts)


def _actions(
    found: Matching | None, question: Question, actions: tuple[Action, ...] = ()
) -> list[tuple[object, ...]]:
    """What sets a question from elsewhere, in the names of the new form."""
    names = found.names if found else None
    paths = found.paths if found else {}
    return [
        (
            action.events,
            paths.get(action.source, action.source),
            words_of(action.value, names),
            action.text,
            action.kind,
        )
        for action in (found.old.actions if found else actions)
        if action.target == question.path
    ]


def _itemset(found: Matching, old: Question, new: Question) -> Iterator[Difference]:
    was, now = old.itemset, new.itemset
    if was is None or now is None:
        return
    if was.list_id != now.list_id:
        yield _of(new, "list-changed", old=was.list_id, new=now.list_id)
    elif not _same(found, was.nodeset, now.nodeset):
        yield _of(new, "filter-changed")
