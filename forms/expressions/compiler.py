"""Tree → closures: each expression is understood once and computed many times."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from forms.expressions import values
from forms.expressions.context import PLAIN, Context
from forms.expressions.errors import EvaluationError, ExpressionError
from forms.expressions.library import FUNCTIONS
from forms.expressions.nodes import Node, in_document_order
from forms.expressions.parser import UNION, parse
from forms.expressions.paths import ListQuery, compile_path, list_query
from forms.expressions.references import Reading, read_references
from forms.expressions.scope import Closure, Scope
from forms.expressions.steps import narrow
from forms.expressions.tree import (
    Call,
    Chain,
    Filter,
    Negate,
    Number,
    Path,
    Reference,
    Text,
    Tree,
)
from forms.expressions.values import Value


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A compiled expression.

    ``reading`` names what it reads, so that it is computed again only when that changes.
    ``run`` gives the raw value in a scope; the methods give it as one type.
    """

    text: str
    tree: Tree
    run: Closure
    reading: Reading

    def as_text(self, scope: Scope) -> str:
        """The value as text."""
        return values.to_text(self.run(scope))

    def as_number(self, scope: Scope) -> Decimal:
        """The value as a number, NaN when it is none."""
        return values.to_number(self.run(scope), scope.world.zone)

    def as_nodes(self, scope: Scope) -> list[Node]:
        """The nodes found; no nodes when the value is something else."""
        value = self.run(scope)
        return value if isinstance(value, list) else []


def compile(text: str, context: Context = PLAIN) -> Expression:  # noqa: A001 - the word everyone uses
    """Understand an expression.

    Raises:
        ExpressionError: broken syntax, an unknown function or name, too few or many arguments.
    """
    tree = parse(text)
    run = _Compiler(context).closure(tree)
    return Expression(text, tree, run, read_references(tree, context))


def query_of(expression: Expression, context: Context = PLAIN) -> ListQuery | None:
    """The list an itemset expression asks, for searching in it; None when it asks none."""
    return list_query(expression.tree, _Compiler(context).closure)


class _Compiler:
    """Turns each kind of tree into a closure."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def closure(self, tree: Tree) -> Closure:  # noqa: PLR0911 - one line a kind of tree
        """The closure of any tree."""
        match tree:
            case Number(value=number):
                return lambda _scope: number
            case Text(value=text):
                return lambda _scope: text
            case Negate(operand=operand):
                return _negate(self.closure(operand))
            case Chain():
                return self._chain(tree)
            case Call():
                return self._call(tree)
            case Filter(predicates=()):
                return self.closure(tree.operand)
            case Filter():
                return self._filter(tree)
            case Path() | Reference():
                return compile_path(tree, self._context, self.closure)

    def _filter(self, tree: Filter) -> Closure:
        operand = self.nodes(tree.operand)
        predicates = tuple(self.closure(predicate) for predicate in tree.predicates)

        def run(scope: Scope) -> Value:
            found = operand(scope)
            for predicate in predicates:
                found = narrow(found, predicate, scope)
            return found

        return run

    def nodes(self, tree: Tree) -> Callable[[Scope], list[Node]]:
        """A closure that surely gives nodes; anything else becomes none."""
        if isinstance(tree, Number | Text | Negate):
            raise ExpressionError("needs-nodes", tree.offset, found=type(tree).__name__.lower())
        run = self.closure(tree)

        def checked(scope: Scope) -> list[Node]:
            value = run(scope)
            return value if isinstance(value, list) else []

        return checked

    def _call(self, tree: Call) -> Closure:
        try:
            return self._known_call(tree)
        except ExpressionError as error:
            if not self._context.deferred:
                raise
            return _fails(error)

    def _known_call(self, tree: Call) -> Closure:
        function = FUNCTIONS.get(tree.name)
        if function is None:
            raise ExpressionError(
                "unknown-function",
                tree.offset,
                name=tree.name,
                nearest=FUNCTIONS.nearest(tree.name),
            )
        given = len(tree.arguments)
        if given < function.least:
            raise ExpressionError(
                "too-few-arguments",
                tree.offset,
                name=tree.name,
                given=str(given),
                needed=str(function.least),
            )
        if function.most is not None and given > function.most:
            raise ExpressionError(
                "too-many-arguments",
                tree.arguments[function.most].offset,
                name=tree.name,
                given=str(given),
                allowed=str(function.most),
            )
        return function.bind(tuple(self.closure(argument) for argument in tree.arguments))

    def _chain(self, tree: Chain) -> Closure:
        if tree.level == UNION:
            return _union(tuple(self.nodes(operand) for operand in tree.operands))
        operands = tuple(self.closure(operand) for operand in tree.operands)
        return _JOINERS[tree.level](operands, tree.operators)


def _fails(error: ExpressionError) -> Closure:
    def run(_scope: Scope) -> Value:
        raise EvaluationError(str(error))

    return run


def _negate(operand: Closure) -> Closure:
    return lambda scope: values.to_number(operand(scope), scope.world.zone).copy_negate()


def _union(operands: tuple[Callable[[Scope], list[Node]], ...]) -> Closure:
    return lambda scope: in_document_order(node for operand in operands for node in operand(scope))


def _any_of(operands: tuple[Closure, ...], _operators: tuple[str, ...]) -> Closure:
    return lambda scope: any(values.to_boolean(operand(scope)) for operand in operands)


def _all_of(operands: tuple[Closure, ...], _operators: tuple[str, ...]) -> Closure:
    return lambda scope: all(values.to_boolean(operand(scope)) for operand in operands)


def _equalities(operands: tuple[Closure, ...], operators: tuple[str, ...]) -> Closure:
    first, *rest = operands
    pairs = tuple(
        (values.equal if operator == "=" else values.unequal, operand)
        for operator, operand in zip(operators, rest, strict=True)
    )
    if len(pairs) == 1:
        test, second = pairs[0]
        return lambda scope: test(first(scope), second(scope), scope.world.zone)

    def run(scope: Scope) -> Value:
        value = first(scope)
        for compare, operand in pairs:
            value = compare(value, operand(scope), scope.world.zone)
        return value

    return run


def _comparisons(operands: tuple[Closure, ...], operators: tuple[str, ...]) -> Closure:
    first, *rest = operands
    pairs = tuple(zip(operators, rest, strict=True))

    def run(scope: Scope) -> Value:
        value = first(scope)
        for operator, operand in pairs:
            value = values.compare(value, operand(scope), operator, scope.world.zone)
        return value

    return run


def _sums(operands: tuple[Closure, ...], operators: tuple[str, ...]) -> Closure:
    first, *rest = operands
    to_number = values.to_number
    pairs = tuple(zip(map(values.ARITHMETICS.__getitem__, operators), rest, strict=True))

    def run(scope: Scope) -> Value:
        zone = scope.world.zone
        value = to_number(first(scope), zone)
        for compute, operand in pairs:
            value = compute(value, to_number(operand(scope), zone))
        return value

    return run


_JOINERS: dict[int, Callable[[tuple[Closure, ...], tuple[str, ...]], Closure]] = {
    0: _any_of,
    1: _all_of,
    2: _equalities,
    3: _comparisons,
    4: _sums,
    5: _sums,
}
