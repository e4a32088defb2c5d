"""A hub that answers on a real socket of the loopback, and a laptop that speaks to it."""

import contextlib
import socket
import threading
import time

import uvicorn

from hub.app import application
from hub.certificate import fingerprint, key_of
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
def running(url, clock=None, certificate=None, public="", storage=None, measure=None, oidc=None):  # noqa: PLR0917 - what a hub may stand on
    """A served hub on a database, with TLS when there is a certificate; yields its address.

    ``measure`` is when it seals segments, ``storage`` where it keeps them. ``public`` True: this
    address is the one printed on papers.
    """
    database = Database(url)
    database.open()
    pin = fingerprint(certificate) if certificate else ""

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    here = f"http{'s' if certificate else ''}://127.0.0.1:{listening.getsockname()[1]}"
    seal, at = Seal(bytes(range(32))), clock or Clock()
    told = here if public is True else public
    app = application(database, seal, at, pin, storage, public=told, oidc=oidc)
    app.state.hub.sealer.measure = measure or app.state.hub.sealer.measure
    tls = {"ssl_certfile": certificate, "ssl_keyfile": key_of(certificate)} if certificate else {}
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on", **tls))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield here
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        database.close()
