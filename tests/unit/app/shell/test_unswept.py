"""While a job runs, nothing in a cycle is destroyed; afterwards the collector is as it was."""

import gc
import threading
import weakref

import pytest

from app.shell.unswept import Unswept


class Ring:
    """Something that only the collector can take away."""

    def __init__(self, died):
        self.me = self
        weakref.finalize(self, lambda: died.append(threading.current_thread()))


def fill():
    for _ in range(50_000):
        [[]].append(())
    return [[] for _ in range(50_000)]


@pytest.mark.parametrize("on", [True, False])
def test_nothing_dies_on_the_thread_of_a_job(on):
    was = gc.isenabled()
    (gc.enable if on else gc.disable)()
    died, unswept = [], Unswept()

    def job():
        with unswept, unswept:
            Ring(died)
            fill()

    try:
        thread = threading.Thread(target=job)
        thread.start()
        thread.join()
        assert died == []
        assert gc.isenabled() is on
        gc.collect()
        assert died == [threading.current_thread()]
    finally:
        (gc.enable if was else gc.disable)()
