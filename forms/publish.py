"""Workbook → checked, immutable, hashed package; everything wrong is told with its place.

Only this and ``publish_xlsform`` need pyxform, and only while publishing.
"""

from pathlib import Path

from forms.compose import compose
from forms.graph import FormError, FormProblem
from forms.lists import REGISTERS, Lists
from forms.package import Package
from forms.publish_columns import check_columns
from forms.publish_expressions import check_expressions, expression_problem
from forms.publish_headings import english
from forms.publish_lists import beside, chosen
from forms.publish_media import media_beside
from forms.publish_page import check_page, draw_once, rows_of_sheet
from forms.publish_places import placed
from forms.publish_plausible import NOW, TrialLists, facts_for, fill
from forms.publish_problems import Problem, PublishError, problem
from forms.publish_renamed import check_renamed, renamed_of
from forms.publish_rows import OF_TREE, check_rows
from forms.publish_settings import (
    check_languages,
    check_meanings,
    check_settings,
    settings_of,
)
from forms.publish_survey import Survey, survey_of
from forms.publish_trial import run_tests
from forms.publish_workbook import Book, read
from forms.publish_xlsform import convert
from forms.session import Session

__all__ = ["Problem", "PublishError", "publish"]


def publish(source: Path | bytes, name: str = "", *, lists: Lists | None = None) -> Package:
    """Check a workbook and freeze it.

    ``source`` is a file or the bytes of one; ``name`` tells the kind of bytes (``x.md``,
    ``x.xlsx``, ``x.xls``, ``x.csv``). CSV files beside a workbook file travel with it. While it is tried, registers
    have made-up rows (``enterprise-1``, ``person-1``, ``person-2``, ``product-1``) and ``lists``
    answers whatever else it asks. The same workbook always gives the same package.

    Raises:
        PublishError: with every problem found; later checks run only when earlier ones pass.
    """
    found = read(source, name)
    try:
        book = english(found)
        survey = _checked(book)
        form_xml = convert(book)
        package = _package(book, survey, form_xml, source)
        _tried(package, survey, lists)
    except PublishError as error:
        raise PublishError(placed(error.problems, found)) from None
    return package


def _checked(book: Book) -> Survey:
    """Everything that can be seen without running the form."""
    if problems := check_columns(book):
        raise PublishError(tuple(problems))
    survey, problems = survey_of(book.sheets["survey"])
    problems += check_rows(book)
    settings = settings_of(book)
    sound = not any(one.code in OF_TREE for one in problems)
    problems += check_settings(book)
    if sound:  # else every name below would be told as unknown
        problems += [
            *check_languages(book),
            *check_expressions(book, survey),
            *check_meanings(survey, book),
            *check_page(book, survey, settings),
            *check_renamed(book, survey),
        ]
    if problems:
        raise PublishError(tuple(problems))
    return survey


def _package(book: Book, survey: Survey, form_xml: bytes, source: Path | bytes) -> Package:
    settings = settings_of(book)
    external = _external(survey)
    lists = beside(source, external) | chosen(book)
    if isinstance(source, Path):
        _require_lists(survey, frozenset(lists) | REGISTERS, source)
    tests = book.sheets.get("tests")
    return Package(
        id=settings["form_id"],
        version=settings["version"],
        title=settings["form_title"],
        form_xml=form_xml,
        settings=settings,
        print_rows=rows_of_sheet(book, "print"),
        label_rows=rows_of_sheet(book, "label"),
        tests=tuple({"row": str(row.number), **row.cells} for row in (tests.rows if tests else ())),
        lists=lists,
        registers=tuple(name for name in external if name not in lists),
        source=book.source,
        source_name=f"source{book.suffix}",
        renamed=renamed_of(book),
        media=media_beside(source, form_xml),
    )


def _require_lists(survey: Survey, known: frozenset[str], source: Path) -> None:
    """A list that is nowhere would leave its question without choices for ever."""
    missing = [
        problem("list-missing", "survey", node.row.number, "type", name=words[1], file=source.name)
        for node in survey.of_kind("question")
        if len(words := node.type.split()) > 1
        and "from_file" in words[0]
        and Path(words[1]).stem not in known
    ]
    if missing:
        raise PublishError(tuple(missing))


def _external(survey: Survey) -> tuple[str, ...]:
    """The lists asked by ``select_…_from_file``, by name and in order."""
    files = (node.type.split() for node in survey.of_kind("question"))
    names = (words[1] for words in files if len(words) > 1 and "from_file" in words[0])
    return tuple(dict.fromkeys(Path(name).stem for name in names))


_COLUMNS = {"calculate": "calculation", "readonly": "read_only"}


def _of_engine(found: FormProblem, survey: Survey) -> Problem:
    """What only the running form noticed, at the row of the question."""
    nodes = {node.path: node for node in survey.nodes}
    node = nodes.get(found.path)
    column = _COLUMNS.get(found.attribute, found.attribute)
    row = node.row.number if node else 0
    if found.error.code == "cycle":
        around = found.error.facts["path"].split(" → ")
        names = [path.rpartition("/")[2] for path in (*around, around[0])]
        return problem("cycle", "survey", row, column, path=" → ".join(names))
    return expression_problem(found.error, "survey", row, column, found.text)


def _tried(package: Package, survey: Survey, lists: Lists | None) -> None:
    """The form loaded, its tests played, its page drawn with long answers."""
    try:
        answered = TrialLists(package.form, lists)
        session = Session(package.form, answered, now=lambda: NOW)
    except FormError as error:
        told = tuple(_of_engine(one, survey) for one in error.problems)
        raise PublishError(told) from None
    except ValueError as error:
        facts = getattr(error, "facts", {})
        reason = facts.get("reason") or getattr(error, "code", error)
        raise PublishError((problem("form-unreadable", reason=reason),)) from None
    problems = run_tests(package, answered)
    fill(session, adverse=True)
    facts = facts_for(package, session)
    for sheet, rows in (("print", package.print_rows), ("label", package.label_rows)):
        if rows:
            problems.extend(draw_once(compose(package, session, facts, sheet=sheet), sheet, rows))
    if problems:
        raise PublishError(tuple(problems))
