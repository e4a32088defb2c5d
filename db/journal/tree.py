"""The Merkle tree of RFC 6962 over a feed's operation hashes: heads, and proofs about them.

Whoever hands out a tree names its perfect subtrees: ``perfect(level, at)`` is the hash over the
leaves from ``at << level`` on, ``1 << level`` of them. All else is put together from those, so a
head or a proof over any number of leaves asks for a few dozen.
"""

import hashlib
from collections.abc import Callable, Sequence

Perfect = Callable[[int, int], bytes]


def leaf(data: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\0" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees."""
    return hashlib.sha256(b"\1" + left + right).digest()


def folded(hashes: Sequence[bytes]) -> bytes:
    """Return the hash over a power of two of subtrees of one size."""
    while len(hashes) > 1:
        hashes = [node(*hashes[at : at + 2]) for at in range(0, len(hashes), 2)]
    return hashes[0]


def root(size: int, perfect: Perfect) -> bytes:
    """Return the head of the tree over so many leaves."""
    return _over(0, size, perfect) if size else hashlib.sha256().digest()


def inclusion(at: int, size: int, perfect: Perfect) -> tuple[bytes, ...]:
    """Return the proof that the leaf at a place (from 0) is under the head of so many leaves."""
    lo, hi = 0, size
    found: list[bytes] = []
    while hi - lo > 1:
        split = lo + _split(hi - lo)
        if at < split:
            found.append(_over(split, hi, perfect))
            hi = split
        else:
            found.append(_over(lo, split, perfect))
            lo = split
    return tuple(reversed(found))


def consistency(old: int, size: int, perfect: Perfect) -> tuple[bytes, ...]:
    """Return the proof that the head of so many leaves continues the head of fewer."""
    if not 0 < old < size:
        return ()
    lo, hi, whole = 0, size, True
    found: list[bytes] = []
    while old != hi:
        split = lo + _split(hi - lo)
        if old <= split:
            found.append(_over(split, hi, perfect))
            hi = split
        else:
            found.append(_over(lo, split, perfect))
            lo, whole = split, False
    if not whole:
        found.append(_over(lo, hi, perfect))
    return tuple(reversed(found))


def included(data: bytes, at: int, head: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows the leaf at a place under a head (RFC 9162, 2.1.3.2)."""
    size, wanted = head
    if not 0 <= at < size:
        return False
    first, last, found = at, size - 1, leaf(data)
    for one in proof:
        if last == 0:
            return False
        if first & 1 or first == last:
            found = node(one, found)
            first, last = _risen(first, last)
        else:
            found = node(found, one)
        first, last = first >> 1, last >> 1
    return last == 0 and found == wanted


def consistent(old: tuple[int, bytes], new: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that one head continues another (RFC 9162, 2.1.4.2)."""
    (fewer, before), (size, after) = old, new
    if fewer == size or not fewer:
        return not proof and (not fewer or before == after)
    if not 0 < fewer < size:
        return False
    path = [before, *proof] if fewer & (fewer - 1) == 0 else list(proof)
    if not path:
        return False
    first, last = fewer - 1, size - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    was = now = path[0]
    for one in path[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            was, now = node(one, was), node(one, now)
            first, last = _risen(first, last)
        else:
            now = node(now, one)
        first, last = first >> 1, last >> 1
    return last == 0 and was == before and now == after


def _risen(first: int, last: int) -> tuple[int, int]:
    """Where a path goes on that was a right edge: up to where it is a right child."""
    while not first & 1 and first:
        first, last = first >> 1, last >> 1
    return first, last


def _split(count: int) -> int:
    """The largest power of two below a number."""
    return 1 << ((count - 1).bit_length() - 1)


def _over(lo: int, hi: int, perfect: Perfect) -> bytes:
    count = hi - lo
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return perfect(level, lo >> level)
    split = lo + _split(count)
    return node(_over(lo, split, perfect), _over(split, hi, perfect))
