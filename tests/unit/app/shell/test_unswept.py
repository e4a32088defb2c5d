"""While a job runs, nothing in a cycle is destroyed; it is when the GUI thread hears of its end."""

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


@pytest.fixture(params=[True, False])
def on(request):
    was = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was else gc.disable)()


def test_nothing_dies_on_the_thread_of_a_job(on):
    died, unswept = [], Unswept()

    def job():
        Ring(died)
        fill()

    unswept.begin(), unswept.begin()
    thread = threading.Thread(target=job)
    thread.start()
    thread.join()
    unswept.end()
    fill()
    assert died == []
    unswept.end()
    assert gc.isenabled() is on
    fill() if on else gc.collect()
    assert died == [threading.current_thread()]


def test_what_nobody_hears_of_does_not_keep_it_off(on):
    unswept = Unswept()
    unswept.begin(), unswept.begin()
    unswept.end_all(), unswept.end()
    assert gc.isenabled() is on
