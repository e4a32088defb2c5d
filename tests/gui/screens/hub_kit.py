"""A real hub for the real window: a served hub, a code for an inspector, and another laptop."""

from contextlib import contextmanager

import psycopg

from app.services import rounds
from app.services.transport import Address
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


def join(run, bureau):
    """Enrol the running program at the hub."""
    asking = rounds.Asking(Address(bureau.address), bureau.code(), "终端 07")
    told = []
    desk = run.desk
    desk.jobs.background(
        lambda: rounds.enrol(desk.own_reader, desk.jobs.write_and_wait, desk.duty.seal, asking),
        told.append,
    )
    run.settle()
    assert desk.jobs.flush(60)
    while not told:
        run.settle()
    assert told[0].problem == ""
    desk.sync.look()
