"""Tokens → tree: the XPath 1.0 grammar by precedence climbing."""

from decimal import Decimal
from functools import lru_cache

from forms.expressions.errors import ExpressionError
from forms.expressions.tokens import Kind, Token, tokenize
from forms.expressions.tree import (
    Call,
    Chain,
    Filter,
    Negate,
    Number,
    Path,
    Reference,
    Step,
    Test,
    Text,
    Tree,
    plain_path,
)

MAX_DEPTH = 100
UNION = 7
_UNARY = 6
_LEVELS = {
    "or": 0,
    "and": 1,
    "=": 2,
    "!=": 2,
    "<": 3,
    "<=": 3,
    ">": 3,
    ">=": 3,
    "+": 4,
    "-": 4,
    "*": 5,
    "div": 5,
    "mod": 5,
    "|": UNION,
}
_AXES = frozenset(
    {
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    }
)
_NODE_TYPES = frozenset({"node", "text", "comment", "processing-instruction"})
_ANY = Test("node")


@lru_cache(maxsize=4096)
def parse(text: str) -> Tree:
    """The tree of an expression; the same text is read once.

    Raises:
        ExpressionError: the text does not follow the grammar; its offset is the first bad word.
    """
    tokens = tokenize(text)
    if tokens[0].kind is Kind.END:
        raise ExpressionError("empty", 0)
    parser = _Parser(tokens)
    tree = parser.binary(0)
    if parser.token.kind is not Kind.END:
        raise parser.surprise("operator")
    return tree


class _Parser:
    """A cursor over tokens; each method reads one rule of the grammar."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0
        self.token = tokens[0]

    def surprise(self, expected: str) -> ExpressionError:
        token = self.token
        if token.kind is Kind.END:
            return ExpressionError("unexpected-end", token.offset, expected=expected)
        return ExpressionError(
            "unexpected-token", token.offset, found=token.text, expected=expected
        )

    def binary(self, lowest: int) -> Tree:
        """Operands joined by operators of at least this precedence."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError("too-deep", self.token.offset, limit=str(MAX_DEPTH))
        minus = self._take("-") if lowest <= _UNARY else None
        left: Tree = self._path() if minus is None else Negate(self.binary(_UNARY), minus.offset)
        open_chain = False
        while (level := self._operator_level()) >= lowest:
            operator = self._advance()
            right = self.binary(level + 1)
            if open_chain and isinstance(left, Chain) and left.level == level:
                left = Chain(
                    (*left.operands, right), (*left.operators, operator.text), level, left.offset
                )
            else:
                left = Chain((left, right), (operator.text,), level, operator.offset)
                open_chain = True
        self._depth -= 1
        return left

    def _operator_level(self) -> int:
        return _LEVELS[self.token.text] if self.token.kind is Kind.OPERATOR else -1

    def _advance(self) -> Token:
        token = self.token
        if token.kind is not Kind.END:
            self._place += 1
            self.token = self._tokens[self._place]
        return token

    def _is(self, symbol: str) -> bool:
        return self.token.mark == symbol

    def _take(self, symbol: str) -> Token | None:
        return self._advance() if self.token.mark == symbol else None

    def _expect(self, symbol: str) -> None:
        if self._take(symbol) is None:
            raise self.surprise(symbol)

    def _path(self) -> Tree:
        """A location path, or a primary expression with what may follow it."""
        token = self.token
        if token.kind is Kind.PATH:
            self._advance()
            return plain_path(tuple(token.text.split("/")[1:]), token.offset)
        if self._starts_primary():
            primary = self._predicated(self._primary())
            if not (self._is("/") or self._is("//")):
                return primary
            return Path(
                absolute=False, start=primary, steps=self._more_steps(), offset=token.offset
            )
        if self._take("/"):
            steps = self._relative() if self._starts_step() else ()
            return Path(absolute=True, start=None, steps=steps, offset=token.offset)
        if self._is("//"):
            return Path(absolute=True, start=None, steps=self._more_steps(), offset=token.offset)
        if not self._starts_step():
            raise self.surprise("operand")
        return Path(absolute=False, start=None, steps=self._relative(), offset=token.offset)

    def _starts_primary(self) -> bool:
        token = self.token
        if token.kind in (Kind.NUMBER, Kind.STRING, Kind.REFERENCE):
            return True
        if token.kind is Kind.SYMBOL:
            return token.text in {"(", "$"}
        return (
            token.kind is Kind.NAME
            and self._tokens[self._place + 1].text == "("
            and self._tokens[self._place + 1].kind is Kind.SYMBOL
            and token.text not in _NODE_TYPES
        )

    def _starts_step(self) -> bool:
        token = self.token
        if token.kind in (Kind.NAME, Kind.AXIS):
            return True
        return token.kind is Kind.SYMBOL and token.text in {".", "..", "@", "*"}

    def _primary(self) -> Tree:
        token = self._advance()
        match token.kind:
            case Kind.NUMBER:
                return Number(Decimal(token.text), token.offset)
            case Kind.STRING:
                return Text(token.text, token.offset)
            case Kind.REFERENCE:
                return Reference(token.text, token.offset)
            case Kind.NAME:
                return Call(token.text, self._arguments(), token.offset)
            case _ if token.text == "$":
                raise ExpressionError("variable", token.offset, name=self.token.text)
            case _:
                inner = self.binary(0)
                self._expect(")")
                return Filter(inner, (), token.offset)

    def _arguments(self) -> tuple[Tree, ...]:
        self._expect("(")
        arguments: list[Tree] = []
        if self._take(")"):
            return ()
        arguments.append(self.binary(0))
        while self._take(","):
            arguments.append(self.binary(0))
        if not self._take(")"):
            raise self.surprise(")")
        return tuple(arguments)

    def _predicated(self, operand: Tree) -> Tree:
        offset = self.token.offset
        predicates = self._predicates()
        return Filter(operand, predicates, offset) if predicates else operand

    def _predicates(self) -> tuple[Tree, ...]:
        found: list[Tree] = []
        while self._take("["):
            found.append(self.binary(0))
            self._expect("]")
        return tuple(found)

    def _relative(self) -> tuple[Step, ...]:
        return (self._step(), *self._more_steps())

    def _more_steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while True:
            token = self.token
            if self._take("//"):
                steps.append(Step("descendant-or-self", _ANY, (), token.offset))
            elif not self._take("/"):
                return tuple(steps)
            if not self._starts_step():
                raise self.surprise("name")
            steps.append(self._step())

    def _step(self) -> Step:
        token = self.token
        if self._take("."):
            return Step("self", _ANY, self._predicates(), token.offset)
        if self._take(".."):
            return Step("parent", _ANY, self._predicates(), token.offset)
        axis = "child"
        if self._take("@"):
            axis = "attribute"
        elif token.kind is Kind.AXIS:
            axis = self._advance().text
            if axis not in _AXES:
                raise ExpressionError("unknown-axis", token.offset, name=axis)
            self._expect("::")
        test = self._test()
        return Step(axis, test, self._predicates(), token.offset)

    def _test(self) -> Test:
        token = self.token
        if self._take("*"):
            return Test("name", "*")
        if token.kind is not Kind.NAME:
            raise self.surprise("name")
        self._advance()
        if token.text not in _NODE_TYPES or not self._take("("):
            return Test("name", token.text)
        target = ""
        if token.text == "processing-instruction" and self.token.kind is Kind.STRING:
            target = self._advance().text
        self._expect(")")
        return Test(token.text, target)
