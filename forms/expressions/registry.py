"""The table of functions: name, how many arguments, what it is for, and how it is computed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from forms.expressions.scope import Closure
from forms.expressions.values import Value


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the language.

    ``most`` is None when any number of arguments may stand. A ``lazy`` function receives its
    arguments as closures, others as values. ``signature`` and ``summary`` make the reference page.
    """

    name: str
    least: int
    most: int | None
    run: Callable[..., Value]
    signature: str
    summary: str
    lazy: bool = False
    volatile: bool = False

    def bind(self, arguments: tuple[Closure, ...]) -> Closure:
        """The call with these arguments as one closure."""
        run = self.run
        if self.lazy:
            return lambda scope: run(scope, *arguments)
        match arguments:
            case ():
                return run
            case (one,):
                return lambda scope: run(scope, one(scope))
            case (one, two):
                return lambda scope: run(scope, one(scope), two(scope))
            case _:
                return lambda scope: run(scope, *[argument(scope) for argument in arguments])


class Functions:
    """A set of functions by name; modules of functions fill one each and they are joined."""

    def __init__(self, *parts: "Functions") -> None:
        self._table: dict[str, Function] = {}
        for part in parts:
            self._table.update({function.name: function for function in part})

    def add(  # noqa: PLR0913 - a table row: few of its columns are filled at once
        self,
        signature: str,
        least: int,
        most: int | None,
        *,
        lazy: bool = False,
        volatile: bool = False,
        also: Iterable[str] = (),
    ) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
        """Register the decorated function; its docstring becomes the reference page's words.

        ``signature`` starts with the name: ``substr(text, start, end?)``.
        """

        def register(run: Callable[..., Value]) -> Callable[..., Value]:
            name = signature.partition("(")[0]
            summary = " ".join((run.__doc__ or "").split())
            for known_as in (name, *also):
                self._table[known_as] = Function(
                    known_as, least, most, run, signature, summary, lazy, volatile
                )
            return run

        return register

    def get(self, name: str) -> Function | None:
        """The function, or None."""
        return self._table.get(name)

    def nearest(self, name: str) -> str:
        """The known name most like a misspelt one (capitals as spreadsheets write them), or ""."""
        return next(iter(get_close_matches(name.lower(), self._table, 1)), "")

    def __iter__(self) -> Iterator[Function]:
        return iter(sorted(self._table.values(), key=lambda function: function.name))
