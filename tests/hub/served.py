"""A hub that answers on a real socket of the loopback, and a laptop that speaks to it."""

import contextlib
import socket
import threading
import time

import uvicorn

from hub.app import application
from hub.database import Database
from hub.seal import Seal
from tests.hub import kit


class Clock:
    """The hub's wall clock; a test sets it."""

    def __init__(self):
        self.now = kit.NOW

    def __call__(self):
        return self.now


@contextlib.contextmanager
def running(url, clock=None):
    """A served hub on a database; yields its address."""
    database = Database(url)
    database.open()
    app = application(database, Seal(bytes(range(32))), clock or Clock())
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        database.close()
