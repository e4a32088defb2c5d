"""A line between a laptop and a hub: so fast, and cut after so many bytes up or down."""

import contextlib
import itertools
import socket
import threading
import time


class Line:
    """Carries bytes to the hub at ``target`` (host, port); ``carried`` counts them by direction.

    ``rate`` is in bytes a second each way, None for as fast as it goes. ``up`` and ``down`` are
    places, counted in all bytes carried that way: where one is reached, the connection is cut.
    ``delay`` is waited for whenever the other side begins to speak.
    """

    def __init__(self, target, rate=None, up=(), down=(), delay=0.0):
        self.target, self.rate, self.delay = target, rate, delay
        self._last = ""
        self._free = {"up": 0.0, "down": 0.0}
        self.carried = {"up": 0, "down": 0}
        self.cuts = 0
        self._places = {"up": iter(up), "down": iter(down)}
        self._next = {way: next(places, None) for way, places in self._places.items()}
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._open = set()
        self._threads = [threading.Thread(target=self._accept)]

    def __enter__(self):
        self._threads[0].start()
        return self

    def __exit__(self, *_):
        for one in (self._listening, *self._open):
            _end(one)
        for thread in self._threads:
            thread.join()

    def _accept(self):
        with self._listening, contextlib.suppress(OSError):
            while True:
                laptop, _address = self._listening.accept()
                self._threads.append(threading.Thread(target=self._carry, args=(laptop,)))
                self._threads[-1].start()

    def _carry(self, laptop):
        with laptop, contextlib.suppress(OSError), self._reached() as hub:
            self._open |= {laptop, hub}
            back = threading.Thread(target=self._way, args=("down", hub, laptop))
            back.start()
            self._way("up", laptop, hub)
            back.join()
            self._open -= {laptop, hub}

    def _reached(self):
        return socket.create_connection(self.target)

    def _way(self, way, source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(2048):
                if way != self._last:
                    self._last = way
                    time.sleep(self.delay)
                room = None if self._next[way] is None else self._next[way] - self.carried[way]
                part = data if room is None else data[: max(room, 0)]
                self.carried[way] += len(part)
                sink.sendall(part)
                if len(part) < len(data):
                    self._next[way] = next(self._places[way], None)
                    self.cuts += 1
                    break
                if self.rate:
                    self._wait(way, len(part) / self.rate)
        _end(source)
        _end(sink)

    def _wait(self, way, seconds):
        """Keep to the rate; what is owed is slept off together, for a short sleep is too long."""
        now = time.monotonic()
        self._free[way] = max(self._free[way], now) + seconds
        if self._free[way] > now + 0.003:
            time.sleep(self._free[way] - now)


def _end(one):
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)


def now_and_then(random, share, stretch=64 << 10, start=0):
    """Places where a line is cut: one in so large a share of the stretches, anywhere within."""
    for at in itertools.count(start, stretch):
        if random.random() < share:
            yield at + random.randrange(stretch)


class Balancer(Line):
    """Leads each connection to the next of several hubs, past those that take none."""

    def __init__(self, ports):
        super().__init__(None)
        self._ports, self._turn = ports, itertools.count()

    def _reached(self):
        first = next(self._turn)
        for at in range(len(self._ports)):
            with contextlib.suppress(OSError):
                port = self._ports[(first + at) % len(self._ports)]
                return socket.create_connection(("127.0.0.1", port))
        raise ConnectionRefusedError
