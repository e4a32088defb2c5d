"""A real hub for the real window: a served hub, a code for an inspector, and another laptop."""

from contextlib import contextmanager

import psycopg

from hub import enrolling
from hub.sql import people
from tests.hub import kit, served


class Bureau:
    """A served hub: its address, its clock, and its database."""

    def __init__(self, url, clock):
        self.url = url
        self.clock = clock
        self.address = ""
        self._serving = None

    def up(self):
        """Serve."""
        self._serving = served.running(self.url, self.clock)
        self.address = self._serving.__enter__()
        return self.address

    def down(self):
        """Serve no more."""
        if self._serving is not None:
            self._serving.__exit__(None, None, None)
            self._serving = None

    def ask(self, work):
        """Do something with the hub's database."""
        with psycopg.connect(self.url, autocommit=True) as db:
            return work(db)

    def code(self, name="zhang"):
        """A new code for a new account."""

        def work(db):
            account = people.Account(
                kit.SCOPE, f"who-{name}", name, "张检查员", "ZF-1", "inspector", None, "active"
            )
            people.add_account(db, account, kit.NOW)
            return enrolling.new_code(db, kit.SCOPE, account.account, kit.NOW)

        return self.ask(work)


@contextmanager
def served_hub():
    """A hub that is served until it is done with."""
    made = Bureau(kit.database(), served.Clock())
    made.up()
    try:
        yield made
    finally:
        made.down()
