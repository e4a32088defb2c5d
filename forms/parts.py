"""The expressions of a node by its parts, and the computed pieces of all its words."""

from collections.abc import Iterator

from forms.model import Item, Label, Output, Question, Repeat


def texts(item: Item) -> Iterator[tuple[str, str, str]]:
    """The expressions of an item: part, name of the attribute for people, text."""
    if item.relevant:
        yield "relevant", "relevant", item.relevant
    if item.readonly and not (isinstance(item, Question) and item.kind == "note"):
        yield "readonly", "readonly", item.readonly
    if isinstance(item, Repeat) and item.count:
        yield "count", "repeat_count", item.count
    if isinstance(item, Repeat) and item.required:
        yield "required", "required", item.required
    if not isinstance(item, Question):
        return
    for part in ("calculate", "required", "constraint"):
        text: str = getattr(item, part)
        if text:
            yield part, part, text
    if item.itemset is not None:
        yield "choices", "choice_filter", item.itemset.nodeset


def outputs(item: Item) -> Iterator[tuple[str, Output]]:
    """The computed pieces of an item's own words: whose words they are, and the piece."""
    labels = [("label", item.label)]
    if isinstance(item, Question):
        labels += [
            ("hint", item.hint),
            ("hint", item.guidance),
            ("constraint_message", item.constraint_message),
            ("required_message", item.required_message),
            *(("label", choice.label) for choice in item.choices),
        ]
    for attribute, label in labels:
        for piece in pieces(label):
            yield attribute, piece


def pieces(label: Label) -> Iterator[Output]:
    """The computed pieces of a label in all its languages."""
    for words in label.texts.values():
        for piece in words:
            if isinstance(piece, Output):
                yield piece
