"""What can be wrong with a workbook, as facts and as one Chinese and one English sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from forms.publish_sentences import OF_WORKBOOK
from forms.publish_sentences_form import OF_FORM

SENTENCES: Mapping[str, tuple[str, str]] = {**OF_WORKBOOK, **OF_FORM}
"""Code: Chinese and English; {names} are filled from the facts of the problem."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where it is (1-based ``row`` as the spreadsheet shows it, 0 = the sheet).

    ``code`` is a key of ``SENTENCES``; ``facts`` what fills its sentence. ``sheet`` and ``column``
    are what they mean (``survey``, ``constraint``); ``own_sheet``, ``own_column`` and ``cell`` are
    what the writer sees (问题, 约束, ``F4``), and ``at`` counts the column from 1, 0 when unknown.
    """

    sheet: str
    row: int
    column: str
    code: str
    facts: Mapping[str, str]
    message_zh: str
    message_en: str
    at: int = 0
    own_sheet: str = ""
    own_column: str = ""
    cell: str = ""

    def place(self, language: str = "zh") -> str:
        """Where it is, in Chinese (``zh``) or English; "" for the workbook as a whole."""
        sheet, column = self.own_sheet or self.sheet, self.own_column or self.column
        if language == "zh":
            spots = (
                f"工作表 {sheet}" if sheet else "",
                f"第 {self.row} 行" if self.row else "",
                f"{column} 列" if column else "",
                f"{self.cell} 格" if self.cell else "",
            )
            return "，".join(spot for spot in spots if spot)
        spots = (
            f"sheet {sheet}" if sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {column}" if column else "",
            f"cell {self.cell}" if self.cell else "",
        )
        return ", ".join(spot for spot in spots if spot)

    def sentence(self, language: str = "zh") -> str:
        """What is wrong, in Chinese (``zh``) or English."""
        return self.message_zh if language == "zh" else self.message_en

    def line(self, language: str = "zh") -> str:
        """Place and sentence on one line, in Chinese (``zh``) or English."""
        place, between = self.place(language), "，" if language == "zh" else ": "
        return f"{place}{between}{self.sentence(language)}" if place else self.sentence(language)


class PublishError(Exception):
    """A workbook that cannot be published; ``problems`` says everything found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.line("en") for problem in problems))
        self.problems = problems


def problem(  # noqa: PLR0913 - the place is four words, and the names of facts are free
    code: str,
    sheet: str = "",
    row: int = 0,
    column: str = "",
    /,
    *,
    at: int = 0,
    facts: Mapping[str, object] | None = None,
    **more: object,
) -> Problem:
    """A problem with its sentences filled in from ``facts`` and the named ones.

    A fact ``NAME_zh`` takes the place of ``NAME`` in the Chinese sentence.
    """
    texts = {name: str(fact) for name, fact in {**(facts or {}), **more}.items()}
    chinese, english = SENTENCES[code]
    told = texts | {
        name.removesuffix("_zh"): text for name, text in texts.items() if name.endswith("_zh")
    }
    return Problem(
        sheet,
        row,
        column,
        code,
        texts,
        chinese.format_map({**texts, **told}),
        english.format_map(texts),
        at,
    )
