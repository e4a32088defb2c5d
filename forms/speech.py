"""A form's words in one language: labels with their computed pieces, answers as printed."""

from forms.expressions import World
from forms.expressions.nodes import Node
from forms.graph import Plan
from forms.instance import Cell, template_path
from forms.model import Form, Label, Question
from forms.offers import Offers
from forms.sentences import sentence
from forms.state import Option
from forms.typed import part_asked, shown_text
from forms.words import is_chinese

CHOOSING = frozenset({"select_one", "select_multiple", "rank"})


class Speech:
    """Says labels, messages and answers in the session's language."""

    def __init__(self, plan: Plan, world: World, offers: Offers, language: str) -> None:
        self._plan = plan
        self._world = world
        self._offers = offers
        self.language = language
        world.words = self.by_id
        world.choice_name = self.choice_name

    def speak(self, language: str) -> None:
        """Use another language from now on, for choices too."""
        self.language = language
        self._offers.speak(language)

    def words(self, label: Label, cell: Cell) -> str:
        """A label or message at a cell, its computed pieces filled in."""
        return sentence(label.words(self.language), self._plan, self._world, cell)

    def by_id(self, key: str, node: Node) -> str:
        """The translated text under an id, as it is said at a node."""
        label = self._plan.form.words.get(key)
        if label is None:
            return ""
        return self.words(label, node) if isinstance(node, Cell) else label.get(self.language)

    def choice_name(self, path: str, value: str) -> str:
        """The words of a stored value of the question at a path; "" when it is none of its choices."""
        item = self._plan.items.get(template_path(path))
        if not isinstance(item, Question) or not value:
            return ""
        return self._offers.name(item, value) or ""

    def shown(self, cell: Cell) -> str:
        """An answer as it is printed: choices by their words, dates in the language's way."""
        item = cell.item
        if not isinstance(item, Question) or not cell.value:
            return ""
        chinese = is_chinese(self.language)
        if item.kind == "select_one":
            return self._offers.label(item, cell.value, cell)
        if item.kind in CHOOSING:
            return ("、" if chinese else ", ").join(one.label for one in self.chosen(cell))
        if item.kind == "acknowledge":
            return "已确认" if chinese else "Confirmed"
        part = part_asked(item.appearance)
        return shown_text(cell.value, item.datatype, chinese=chinese, part=part)

    def chosen(self, cell: Cell) -> tuple[Option, ...]:
        """The values of a choice of several with their words."""
        item = cell.item
        if not isinstance(item, Question) or item.kind not in CHOOSING - {"select_one"}:
            return ()
        return tuple(
            Option(word, self._offers.label(item, word, cell)) for word in cell.value.split()
        )


def spoken(form: Form, language: str) -> str:
    """The form's own name of a language: ``zh`` finds ``中文 (zh)``; else the form's default."""
    for name in form.languages:
        if language in {name, name.rpartition("(")[2].removesuffix(")")}:
            return name
    near = (name for name in form.languages if language.partition("-")[0] in name.split("-"))
    return next(near, form.default_language)
