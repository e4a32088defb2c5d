"""Giving a hub back what it lost, each operation once, under whichever name it has it.

A hub set back lacks what came later. Authors give theirs again; for one who is gone, whoever holds
it hands it over. What two issued again in the meantime is sent by the first of them only.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from app.services.hub_answers import Heads, Pushed
from app.services.transport import LinkError
from db.connection import Reader, Store
from db.journal import wire
from db.journal.operation import Dot
from db.store import arrivals, claims, decisions, forks, twice

_NOT_GIVEN = frozenset({"fork", "gap", "signature", "twice", "body-author", "body-chain"})
"""What the hub says to a batch it cannot take back: its author has to."""

Write = Callable[[Callable[[Store], Any]], Any]


class Hub(Protocol):
    """What is asked of the line to the hub."""

    def offer(self, held: Mapping[str, int]) -> Mapping[str, int]:
        """Say which streams of others are here; the hub tells which it lost."""

    def give(self, batch: wire.Batch) -> Pushed:
        """Hand over a batch of another device."""


def unsent(reader: Reader, ends: Mapping[str, int]) -> bool:
    """Tell whether what was issued again waits to be sent; ``ends``: how far the hub has streams."""
    return bool(twice.unsent(reader, ends))


def lost(reader: Reader, ends: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return the own streams of which the hub has less than it once said, and how far it has them.

    Whoever holds what it lost may have issued it again meanwhile.
    """
    found = ((name, ends.get(name, 0)) for name in arrivals.own_streams(reader))
    return tuple(
        (name, seq)
        for name, seq in found
        if seq < arrivals.hub_has(reader, name) and arrivals.next_batch(reader, name, seq)
    )


def shed(hub: Hub, reader: Reader, write: Write, ends: Mapping[str, int]) -> None:
    """Leave out of what waits to be sent what the hub has under another name already.

    Raises:
        LinkError: as the line says.
    """
    while any(_is_shed(hub, reader, write, one, ends) for one in _waiting(reader, ends)):
        pass  # what is left of it waits in another stream, and is looked at as well


def _waiting(reader: Reader, ends: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(dict.fromkeys(twice.unsent(reader, ends) + lost(reader, ends)))


def _is_shed(
    hub: Hub, reader: Reader, write: Write, what: tuple[str, int], ends: Mapping[str, int]
) -> bool:
    others = claims.heads(reader)
    found = twice.elsewhere(reader, *what, {**others, **ends})
    asked = {name: others[name] for name, _seq in found.values() if name in others}
    lost = hub.offer(asked) if asked else {}
    known = {dot: at for dot, at in found.items() if at[1] <= lost.get(at[0], at[1])}
    if known:
        write(partial(_shed, *what, known))
    return bool(known)


def _left_out(stream: str, after: int, known: Mapping[Dot, Dot], store: Store) -> None:
    forks.take_over(store, stream, after, known)


def _shed(stream: str, after: int, known: Mapping[Dot, Dot], store: Store) -> None:
    forks.shed(store, stream, after, known)


def _unlearn(words: tuple[int, ...], store: Store) -> None:
    decisions.unlearn(store, words)


def heal(hub: Hub, reader: Reader, write: Write, heads: Heads) -> None:
    """Give a hub back what it lost of others' operations, when more is here than it has.

    A feed is as long as its streams together, so what it can hold of others is known without asking.

    Raises:
        LinkError: as the line says.
    """
    held = claims.heads(reader)
    own = sum(seq for seq, _chain in heads.streams.values())
    if sum(held.values()) <= heads.feed[0] - own:
        return
    lost, again = hub.offer(held), twice.again(reader)
    there = {name: lost.get(name, seq) for name, seq in held.items()} | arrivals.own_ends(reader)
    for stream, lost_after in lost.items():
        if words := decisions.lost_after(reader, stream, lost_after):
            write(partial(_unlearn, words))
        known = twice.later(reader, stream, lost_after, again)  # it is given under that name
        known |= twice.elsewhere(reader, stream, lost_after, there)  # it is there under that name
        if known:
            write(partial(_left_out, stream, lost_after, known))
            continue
        try:
            _give(hub, reader, stream, lost_after)
        except LinkError as error:
            if error.code not in _NOT_GIVEN:
                raise


def _give(hub: Hub, reader: Reader, stream: str, after: int) -> None:
    while (batch := claims.next_batch(reader, stream, after)) is not None:
        after = hub.give(batch).seq
        if after < batch.last:
            raise LinkError("strange")
