"""Which choices a question offers now, and what they are called."""

from collections.abc import Mapping

from forms.expressions import FAILURES, Expression, Scope, World, query_of
from forms.expressions.nodes import Node, NodeKind, element
from forms.expressions.paths import ListQuery
from forms.graph import Plan, context_of
from forms.instance import Cell
from forms.model import Branch, Choice, Form, Label, Question
from forms.sentences import sentence
from forms.state import NO_MEDIA, Option

#: The longest list a screen gets at once; longer ones are searched.
MOST_OFFERED = 500


def documents(form: Form) -> dict[str, Node]:
    """The secondary instances inside a form as nodes."""
    return {name: _grow(branch) for name, branch in form.documents.items()}


def _grow(branch: Branch) -> Node:
    node = element(branch.name, branch.text)
    for name, text in branch.attributes.items():
        node.set_attribute(Node(NodeKind.ATTRIBUTE, name, text))
    for child in branch.children:
        node.add(_grow(child))
    return node


def is_outside(form: Form, question: Question) -> bool:
    """Whether a question's choices come from a register or file rather than the form."""
    itemset = question.itemset
    return itemset is not None and bool(itemset.list_id) and itemset.list_id not in form.documents


class Offers:
    """Answers what a question offers; remembers by question until its filter changes."""

    def __init__(self, plan: Plan, world: World, language: str) -> None:
        self._plan = plan
        self._form = plan.form
        self._world = world
        self.language = language
        self._labels: dict[str, Expression | None] = {}
        self._queries: dict[str, ListQuery | None] = {}
        self._fixed: dict[tuple[str, str], tuple[Option, ...]] = {}
        self._by_cell: dict[str, tuple[Option, ...]] = {}

    def speak(self, language: str) -> None:
        """Name the choices in another language from now on."""
        self.language = language
        self._by_cell.clear()

    def forget(self, ref: str) -> tuple[Option, ...] | None:
        """Drop what is remembered for a ref and return it."""
        return self._by_cell.pop(ref, None)

    def forget_all(self) -> None:
        """Drop everything remembered, because registers have changed."""
        self._by_cell.clear()

    def of(self, cell: Cell) -> tuple[Option, ...]:
        """The choices offered now, at most ``MOST_OFFERED`` of an outside list."""
        question = cell.item
        if not isinstance(question, Question):
            return ()
        if question.itemset is None:
            return tuple(self._option_of(choice, cell) for choice in question.choices)
        known = self._by_cell.get(cell.ref)
        if known is None:
            known = self._compute(cell, question)
            self._by_cell[cell.ref] = known
        return known

    def search(self, cell: Cell, text: str, limit: int) -> tuple[Option, ...]:
        """The choices whose words or codes contain a text."""
        question = cell.item
        if not isinstance(question, Question):
            return ()
        if is_outside(self._form, question):
            query = self._query(question)
            if query is not None:
                found = query.search(Scope(self._world, cell), text, limit)
                return tuple(self._option(node, question, cell) for node in found)
        needle = text.casefold()
        fitting = (
            option
            for option in self.of(cell)
            if needle in option.label.casefold() or needle in option.value.casefold()
        )
        return tuple(option for option, _ in zip(fitting, range(limit), strict=False))

    def allows(self, cell: Cell, value: str) -> bool:
        """Whether every chosen value is offered now."""
        question = cell.item
        if not isinstance(question, Question) or not value:
            return True
        chosen = [value] if question.kind == "select_one" else value.split()
        if is_outside(self._form, question):
            return all(self._row(question, word) is not None for word in chosen)
        offered = {option.value for option in self.of(cell)}
        return all(word in offered for word in chosen)

    def label(self, question: Question, value: str, cell: Cell | None = None) -> str:
        """The words of one stored value, or the value itself when nothing is known of it."""
        found = self.name(question, value, cell)
        return value if found is None else found

    def name(self, question: Question, value: str, cell: Cell | None = None) -> str | None:
        """The words of one stored value (itself where it has none), None when it is no choice."""
        itemset = question.itemset
        if itemset is None:
            named = (choice.label for choice in question.choices if choice.value == value)
            label = next(named, None)
            return None if label is None else self._said(label, cell) or value
        if itemset.list_id:
            row = self._row(question, value)
            return None if row is None else self._row_label(row, question, cell) or value
        offered = () if cell is None else self.of(cell)
        return next((one.label or value for one in offered if one.value == value), None)

    def choices(self, question: Question) -> tuple[Choice, ...]:
        """All choices of a question's list, filtered or not; none for outside lists."""
        if question.itemset is None:
            return question.choices
        return tuple(self._form.lists.get(question.itemset.list_id, ()))

    def _compute(self, cell: Cell, question: Question) -> tuple[Option, ...]:
        target = self._plan.of_path.get(question.path, {}).get("choices")
        if target is None or question.itemset is None:
            return ()
        outside = is_outside(self._form, question)
        fixed = self._fixed_key(question)
        if fixed is not None and fixed in self._fixed:
            return self._fixed[fixed]
        before = self._world.most_rows
        self._world.most_rows = MOST_OFFERED if outside else before
        try:
            nodes = target.expression.as_nodes(Scope(self._world, cell))
        except FAILURES:
            nodes = []
        finally:
            self._world.most_rows = before
        options = tuple(
            option for node in nodes if (option := self._option(node, question, cell)).value
        )
        if fixed is not None:
            self._fixed[fixed] = options
        return options

    def _fixed_key(self, question: Question) -> tuple[str, str] | None:
        """A key shared by every question that offers one whole list of the form."""
        itemset = question.itemset
        if itemset is None or itemset.list_id not in self._form.documents:
            return None
        if self._plan.in_lists.get(itemset.list_id):
            return None
        if itemset.nodeset != f"instance('{itemset.list_id}')/root/item":
            return None
        return f"{itemset.list_id}\n{itemset.value}\n{itemset.label}", self.language

    def _said(self, label: Label, cell: Cell | None) -> str:
        if cell is None:
            return label.get(self.language)
        return sentence(label.words(self.language), self._plan, self._world, cell)

    def _option_of(self, choice: Choice, cell: Cell) -> Option:
        label = choice.label
        media = label.shown_media(self.language) if label.media else NO_MEDIA
        return Option(choice.value, self._said(label, cell), choice.extra, media)

    def _option(self, node: Node, question: Question, cell: Cell) -> Option:
        itemset = question.itemset
        if itemset is None:
            return Option("", "")
        value = self._cell(node, itemset.value or "name", cell)
        label = self._cell(node, itemset.label or "label", cell)
        if not itemset.list_id:
            return Option(value, label or value)  # a row of answers, whose others are no columns
        extra = {child.name: child.text() for child in node.children if not child.children}
        return Option(value, label or value, extra, self._media(extra.get("itextId", "")))

    def _media(self, text_id: str) -> Mapping[str, str]:
        """The files shown with a choice whose words stand under an id."""
        known = self._form.words.get(text_id)
        return known.shown_media(self.language) if known is not None and known.media else NO_MEDIA

    def _cell(self, node: Node, reference: str, asking: Cell | None) -> str:
        """A column of a row, or any expression a label may be; ``current()`` is who asks."""
        column = node.named(reference)
        if column:
            return column[0].text()
        if reference not in self._labels:
            self._labels[reference] = self._compiled(reference)
        expression = self._labels[reference]
        if expression is None:
            return ""
        try:
            return expression.as_text(Scope(self._world, node, origin=asking))
        except FAILURES:
            return ""

    def _compiled(self, reference: str) -> Expression | None:
        from forms.expressions import ExpressionError, compile  # noqa: A004 - its name in this module

        try:
            return compile(reference)
        except ExpressionError:
            return None

    def _query(self, question: Question) -> ListQuery | None:
        if question.path not in self._queries:
            target = self._plan.of_path.get(question.path, {}).get("choices")
            self._queries[question.path] = (
                None
                if target is None
                else query_of(target.expression, context_of(self._form, question.path))
            )
        return self._queries[question.path]

    def _row(self, question: Question, value: str) -> Node | None:
        itemset = question.itemset
        if itemset is None:
            return None
        column = itemset.value or "name"
        found = self._world.items(itemset.list_id, {column: value})
        return found[0] if found else None

    def _row_label(self, row: Node, question: Question, cell: Cell | None) -> str:
        itemset = question.itemset
        return "" if itemset is None else self._cell(row, itemset.label or "label", cell)
