"""Building without the garbage collector, which would look through all that stays again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Let the collector rest while something large is built that nothing of will be thrown away.

    It goes on as before afterwards, also after an error; where it rests already it keeps resting.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
