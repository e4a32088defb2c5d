"""The first start: the hub's identity, its bureau, an administrator, and a code for a laptop."""

import datetime as dt
from dataclasses import dataclass

from db.journal.ids import new_id
from hub import enrolling, passwords
from hub.sql import hubs, people
from hub.sql.base import Db

SCOPE = "3713"
NAME = "东原市市场监督管理局"
ADMINISTRATOR = "admin"


@dataclass(frozen=True, slots=True)
class Given:
    """What is shown once, at the first start."""

    login: str
    password: str
    code: str


def set_up(db: Db, now: dt.datetime, scope: str = SCOPE, name: str = NAME) -> Given | None:
    """Enter the hub, its first bureau and an administrator; None when that was done before."""
    with db.transaction():
        if hubs.hub(db) is not None:
            return None
        password = passwords.one_time()
        hubs.set_up(db, new_id(), now)
        hubs.add_scope(db, scope, None, name, now)
        row = people.Account(
            scope,
            new_id(),
            ADMINISTRATOR,
            "管理员",
            None,
            "administrator",
            passwords.hashed(password),
            "first",
        )
        people.add_account(db, row, now)
        inspector = people.Account(
            scope, new_id(), "inspector", "张检查员", "ZF-0001", "inspector", None, "active"
        )
        people.add_account(db, inspector, now)
        return Given(ADMINISTRATOR, password, enrolling.new_code(db, scope, inspector.account, now))
