"""Things put in an order in which each follows what it waits for."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def in_order(
    things: Iterable[_T], before: Callable[[_T], Iterable[_T]]
) -> tuple[list[_T], tuple[_T, ...]]:
    """Things so that each follows those before it, and the first circle met (empty: none)."""
    done: dict[int, bool] = {}
    order: list[_T] = []
    circle: tuple[_T, ...] = ()
    for thing in things:
        if id(thing) in done:
            continue
        line: list[tuple[_T, Iterator[_T]]] = [(thing, iter(before(thing)))]
        done[id(thing)] = False
        while line:
            current, rest = line[-1]
            following = next(rest, None)
            if following is None:
                line.pop()
                done[id(current)] = True
                order.append(current)
            elif id(following) not in done:
                done[id(following)] = False
                line.append((following, iter(before(following))))
            elif not done[id(following)] and not circle:
                names = [entry[0] for entry in line]
                circle = (*names[names.index(following) :], following)
    return order, circle
