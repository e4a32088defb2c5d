"""Who may do what: one line for every route, read before its work begins.

A route without a line does not start. A speaker is a device by its session, a person by the visit
of a browser, or nobody. A person acts in the jurisdiction of the account; where a line says so,
also in those below it, never in one beside or above.
"""

from collections.abc import Mapping
from dataclasses import dataclass

INSPECTOR, REVIEWER, ADMINISTRATOR, AUDITOR = "inspector", "reviewer", "administrator", "auditor"
ROLES = (INSPECTOR, REVIEWER, ADMINISTRATOR, AUDITOR)
"""What a person can be; a reviewer is a section chief."""
NOBODY, DEVICE, REVOKED = "nobody", "device", "revoked"
"""The speakers that are no person. A revoked device may still hand over evidence."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands for a route.

    ``below`` lets a person in from a jurisdiction above. ``first`` lets one in whose password is
    still the one-time one. ``logged`` names the act in the audit log. ``most`` are the requests
    a minute from one address, 0 for any number. ``file`` are the bytes of a file its form may
    bring, 0 where it brings none.
    """

    who: frozenset[str]
    below: bool = False
    first: bool = False
    logged: str = ""
    most: int = 0
    file: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who asks: a kind or role, the jurisdiction, and whether the password is the one-time one."""

    kind: str = NOBODY
    scope: str = ""
    first: bool = False


class Refused(Exception):  # noqa: N818 - it tells what happened
    """The speaker may not; ``code``: ``nobody`` (signs in first), ``first`` (a password), ``role``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


_ANYONE = frozenset({NOBODY, DEVICE, REVOKED, *ROLES})
_PEOPLE = frozenset(ROLES)
_LOOK = frozenset({REVIEWER, ADMINISTRATOR, AUDITOR})
_ADMIN = frozenset({ADMINISTRATOR})
_DECIDE = frozenset({REVIEWER, ADMINISTRATOR})
_WORKBOOK = 4 << 20
_WATCH = frozenset({ADMINISTRATOR, AUDITOR})
_LAPTOP = frozenset({DEVICE})
_KNOWN = frozenset({DEVICE, REVOKED})

LINES: Mapping[tuple[str, str], Line] = {
    ("GET", "/healthz"): Line(_ANYONE),
    ("GET", "/metrics"): Line(_ANYONE),  # with HUB_METRICS_TOKEN, else from the hub's own machine
    ("POST", "/v1/enrol"): Line(_ANYONE, most=120),
    ("POST", "/v1/challenge"): Line(_ANYONE),
    ("POST", "/v1/session"): Line(_ANYONE),
    ("GET", "/v1/heads"): Line(_KNOWN),
    ("POST", "/v1/push"): Line(_KNOWN),
    ("GET", "/v1/pull"): Line(_LAPTOP),
    ("POST", "/v1/leases"): Line(_LAPTOP),
    ("POST", "/v1/bundle"): Line(_LAPTOP),
    ("POST", "/v1/blobs/have"): Line(_KNOWN),
    ("PATCH", "/v1/blobs/{name}"): Line(_KNOWN),
    ("GET", "/v1/blobs/{name}"): Line(_LAPTOP),
    ("GET", "/v1/segments/{name}"): Line(_LAPTOP),
    ("GET", "/v1/snapshot"): Line(_LAPTOP),
    ("GET", "/v1/snapshot/{name}"): Line(_LAPTOP),
    ("POST", "/v1/offer"): Line(_LAPTOP),
    ("POST", "/v1/give"): Line(_LAPTOP),
    ("GET", "/v1/checkpoint"): Line(_LAPTOP),
    ("GET", "/v1/proof"): Line(_LAPTOP),
    ("GET", "/static/{name}"): Line(_ANYONE),
    ("GET", "/v"): Line(_ANYONE, most=60),
    ("GET", "/v/{code:path}"): Line(_ANYONE, most=60),
    ("POST", "/v/{code:path}"): Line(_ANYONE, most=20),
    ("POST", "/hand-in/{code:path}"): Line(_ANYONE, most=10),
    ("GET", "/"): Line(_ANYONE),
    ("GET", "/sign-in"): Line(_ANYONE),
    ("POST", "/sign-in"): Line(_ANYONE, most=20),
    ("GET", "/oidc"): Line(_ANYONE, most=20),
    ("GET", "/oidc/back"): Line(_ANYONE, most=20),
    ("GET", "/oidc/leave"): Line(_ANYONE, most=20),
    ("POST", "/sign-out"): Line(_PEOPLE, first=True, logged="signed-out"),
    ("GET", "/password"): Line(_PEOPLE, first=True),
    ("POST", "/password"): Line(_PEOPLE, first=True, logged="password", most=20),
    ("GET", "/admin/{scope}"): Line(_LOOK, below=True),
    ("GET", "/admin/{scope}/people"): Line(_WATCH, below=True, logged="people-read"),
    ("POST", "/admin/{scope}/people"): Line(_ADMIN, below=True, logged="person-add"),
    ("POST", "/admin/{scope}/people/{id}"): Line(_ADMIN, below=True, logged="person-change"),
    ("POST", "/admin/{scope}/people/{id}/password"): Line(
        _ADMIN, below=True, logged="person-password"
    ),
    ("POST", "/admin/{scope}/people/{id}/code"): Line(_ADMIN, below=True, logged="code-made"),
    ("GET", "/admin/{scope}/devices"): Line(_LOOK, below=True),
    ("POST", "/admin/{scope}/devices/{id}"): Line(_ADMIN, below=True, logged="device-revoked"),
    ("GET", "/admin/{scope}/numbers"): Line(_LOOK, below=True),
    ("GET", "/admin/{scope}/conflicts"): Line(_LOOK, below=True, logged="conflicts-read"),
    ("GET", "/admin/{scope}/moves"): Line(_LOOK, below=True, logged="moves-read"),
    ("POST", "/admin/{scope}/moves"): Line(_ADMIN, logged="record-moved"),
    ("GET", "/admin/{scope}/quarantine"): Line(_LOOK, below=True, logged="quarantine-read"),
    ("POST", "/admin/{scope}/quarantine/{id}/{seq}"): Line(_DECIDE, logged="quarantine-decided"),
    ("GET", "/admin/{scope}/forms"): Line(_LOOK, below=True),
    ("POST", "/admin/{scope}/forms"): Line(
        _DECIDE, logged="form-handed-in", most=30, file=_WORKBOOK
    ),
    ("GET", "/admin/{scope}/forms/{id}"): Line(_LOOK, below=True),
    ("POST", "/admin/{scope}/forms/{id}"): Line(_DECIDE, logged="form-back"),
    ("GET", "/admin/{scope}/forms/{id}/workbook"): Line(_LOOK, below=True),
    ("GET", "/admin/{scope}/proposals/{id}"): Line(_LOOK, below=True),
    ("POST", "/admin/{scope}/proposals/{id}"): Line(_DECIDE, logged="form-decided"),
    ("GET", "/admin/{scope}/proposals/{id}/marked"): Line(_LOOK, below=True, most=30),
    ("GET", "/admin/{scope}/tables"): Line(_LOOK, below=True),
    ("POST", "/admin/{scope}/tables"): Line(
        _DECIDE, logged="table-handed-in", most=30, file=_WORKBOOK
    ),
    ("GET", "/admin/{scope}/tables/{name}"): Line(_LOOK, below=True),
    ("POST", "/admin/{scope}/tables/{name}"): Line(_DECIDE, logged="table-back"),
    ("GET", "/admin/{scope}/tables/{name}/csv"): Line(_LOOK, below=True),
    ("GET", "/admin/{scope}/table-proposals/{id}"): Line(_LOOK, below=True),
    ("POST", "/admin/{scope}/table-proposals/{id}"): Line(_DECIDE, logged="table-decided"),
    ("GET", "/admin/{scope}/export/{name}"): Line(_LOOK, below=True, logged="exported"),
    ("GET", "/admin/{scope}/audit"): Line(_WATCH, below=True),
}


def line(method: str, path: str) -> Line:
    """Return the line of a route.

    Raises:
        LookupError: there is none, so nobody may.
    """
    found = LINES.get((method, path))
    if found is None:
        raise LookupError(f"no line in hub/access.py for {method} {path}")
    return found


def check(line: Line, speaker: Speaker, scope: str | None, above: Mapping[str, str | None]) -> None:
    """See that a speaker may take a route, for a jurisdiction where the route names one.

    ``above`` is the jurisdiction above each.

    Raises:
        Refused: ``nobody``, ``first`` or ``role``.
    """
    if speaker.kind not in line.who:
        raise Refused("nobody" if speaker.kind == NOBODY else "role")
    if speaker.first and not line.first and NOBODY not in line.who:
        raise Refused("first")
    if scope is None:
        return
    if scope not in above or (speaker.scope != scope and not line.below):
        raise Refused("role")
    if speaker.scope not in lineage(scope, above):
        raise Refused("role")


def lineage(scope: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return a jurisdiction and all above it, the nearest first."""
    found: list[str] = []
    at: str | None = scope
    while at is not None and at not in found:
        found.append(at)
        at = above.get(at)
    return tuple(found)


def under(scope: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return a jurisdiction and all below it."""
    return tuple(one for one in sorted(above) if scope in lineage(one, above))
