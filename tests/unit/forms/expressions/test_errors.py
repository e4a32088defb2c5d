"""Every mistake in an expression has a name and a place in the text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.expressions import (
    CODES,
    FUNCTIONS,
    Context,
    EvaluationError,
    ExpressionError,
    Scope,
    Shape,
    World,
    compile,  # noqa: A004 - the word everyone uses
)
from forms.expressions.nodes import document

SHAPE = Shape.of(
    ["/data", "/data/lot", "/data/a", "/data/a/note", "/data/b", "/data/b/note", "/data/rows"],
    ["/data/rows"],
)


def error_of(text: str, context: Context | None = None) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        compile(text, context or Context())
    return caught.value


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "empty", 0),
        ("   ", "empty", 0),
        ("if(1, 2", "unexpected-end", 7),
        ("1 +", "unexpected-end", 3),
        ("a b", "unexpected-token", 2),
        ("(1 + 2))", "unexpected-token", 7),
        ("a[1", "unexpected-end", 3),
        ("'open", "unclosed-string", 0),
        ("1 + ${lot", "unclosed-name", 4),
        ("a # b", "unexpected-character", 2),
        ("up::a", "unknown-axis", 0),
        ("$x + 1", "variable", 0),
        ("1 + todya()", "unknown-function", 4),
        ("substr('a')", "too-few-arguments", 0),
        ("not(true(), false())", "too-many-arguments", 12),
        ("'text' | a", "needs-nodes", 0),
        ("(" * 200 + "1" + ")" * 200, "too-deep", 100),
        ("1" * 40_000, "too-long", 32_000),
    ],
)
def test_broken_text_is_named_where_it_breaks(text, code, offset):
    error = error_of(text)
    assert (error.code, error.offset) == (code, offset)
    assert error.code in CODES


@pytest.mark.parametrize(
    ("text", "code", "offset", "nearest"),
    [
        ("${lott} > 3", "unknown-name", 0, "lot"),
        ("1 + /data/lto", "unknown-name", 10, "lot"),
        ("../lot + ../lto", "unknown-name", 12, "lot"),
        ("${note} = 'x'", "ambiguous-name", 0, None),
        ("instance('cities')/root/item[name = 'x']", "unknown-list", 0, None),
    ],
)
def test_names_that_lead_nowhere_are_errors_when_a_form_is_published(text, code, offset, nearest):
    context = Context(SHAPE, "/data/rows", strict=True, lists=frozenset({"lifts"}))
    error = error_of(text, context)
    assert (error.code, error.offset) == (code, offset)
    if nearest is not None:
        assert error.facts["nearest"] == nearest


def test_of_two_questions_with_one_name_the_nearer_is_meant():
    expression = compile("${note}", Context(SHAPE, "/data/a/other"))
    assert {read.path for read in expression.reading.nodes} == {"/data/a/note"}


def test_a_misspelt_function_says_which_one_was_meant():
    assert error_of("selcted(., 'a')").facts == {"name": "selcted", "nearest": "selected"}


def test_what_cannot_be_computed_is_an_evaluation_error_not_a_crash():
    for text in ("regex('a', '(')", "digest('a', 'ROT13')", "count('a')", "geofence('0 0', '1 1')"):
        with pytest.raises(EvaluationError):
            compile(text).run(Scope(World(), document()))


def test_every_function_says_what_it_is_for():
    """The reference page is made of these words."""
    for function in FUNCTIONS:
        assert function.summary.endswith("."), function.name
        assert function.signature.endswith(")"), function.name


WORDS = st.sampled_from(
    [
        *(
            [
                "(",
                ")",
                "[",
                "]",
                "/",
                "//",
                ".",
                "..",
                "@",
                ",",
                "|",
                "+",
                "-",
                "*",
                "=",
                "!=",
                "<",
                ">=",
                "and",
                "or",
                "div",
                "mod",
                "1",
                "2.5",
                "'a'",
            ]
        ),
        *(
            [
                "a",
                "b:c",
                "${x}",
                "$",
                "::",
                "child",
                "count",
                "substr",
                "if",
                "today",
                "indexed-repeat",
                "position",
                "last",
            ]
        ),
        *(["current", "instance", "text()", "node()", "沂"]),
    ]
)


def trouble_with(text: str) -> ExpressionError | None:
    """The named error of a text; None when it compiles and can be run."""
    try:
        expression = compile(text)
    except ExpressionError as error:
        return error
    with suppress(EvaluationError):
        expression.run(Scope(World(), document()))
    return None


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=40))
def test_any_text_compiles_or_is_a_named_error_inside_the_text(text):
    error = trouble_with(text)
    assert error is None or (error.code in CODES and 0 <= error.offset <= len(text))


@pytest.mark.parametrize("pattern", ["(a|a)*$", "(a|aa)+$"])
def test_a_pattern_that_would_search_for_ever_is_given_up(pattern):
    """A form from elsewhere may bring one; the screen must not stand still for it."""
    run = compile(f"regex('{'a' * 60}!', '{pattern}')").run
    with pytest.raises(EvaluationError, match="for ever"):
        run(Scope(World(), document()))


def test_a_pattern_that_only_looks_endless_is_answered():
    for pattern in ("(a+)+$", "([a-z]+)*[0-9]"):
        run = compile(f"regex('{'a' * 60}!', '{pattern}')").run
        assert run(Scope(World(), document())) is False
