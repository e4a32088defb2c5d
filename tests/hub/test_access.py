"""Every route with every speaker: a route without a line here or in ``hub/access.py`` is red."""

from itertools import product

import httpx2
import psycopg
import pytest
from starlette.routing import Route

from hub import sessions, visits
from hub.access import LINES, ROLES
from hub.app import application
from hub.database import Database
from hub.seal import Seal
from hub.sql import hubs, people
from hub.web.guard import COOKIE
from tests.hub import kit, served

SEAL = Seal(bytes(range(32)))
CITY, COUNTY, BESIDE = kit.SCOPE, "371302", "371311"
LAPTOPS = ("device", "revoked")
SPEAKERS = ("nobody", "first", *ROLES, *LAPTOPS, *(f"city-{role}" for role in ROLES), "beside")
"""People are of the county, the page is of the county; ``city-`` is above, ``beside`` beside it."""

ALL = set(SPEAKERS)
PEOPLE = ALL - {"nobody", *LAPTOPS}
ADMIN = {"administrator", "city-administrator"}
WATCH = ADMIN | {"auditor", "city-auditor"}
LOOK = WATCH | {"reviewer", "city-reviewer"}
DECIDE = {"reviewer", "administrator"}

MAY = {
    ("GET", "/healthz"): ALL,
    ("GET", "/metrics"): ALL,
    ("POST", "/v1/enrol"): ALL,
    ("POST", "/v1/challenge"): ALL,
    ("POST", "/v1/session"): ALL,
    ("GET", "/v1/heads"): set(LAPTOPS),
    ("POST", "/v1/push"): set(LAPTOPS),
    ("GET", "/v1/pull"): {"device"},
    ("POST", "/v1/leases"): {"device"},
    ("POST", "/v1/bundle"): {"device"},
    ("POST", "/v1/blobs/have"): set(LAPTOPS),
    ("PATCH", "/v1/blobs/{name}"): set(LAPTOPS),
    ("GET", "/v1/blobs/{name}"): {"device"},
    ("GET", "/v1/segments/{name}"): {"device"},
    ("GET", "/v1/snapshot"): {"device"},
    ("GET", "/v1/snapshot/{name}"): {"device"},
    ("POST", "/v1/offer"): {"device"},
    ("POST", "/v1/give"): {"device"},
    ("GET", "/v1/checkpoint"): {"device"},
    ("GET", "/v1/proof"): {"device"},
    ("GET", "/static/{name}"): ALL,
    ("GET", "/v"): ALL,
    ("GET", "/v/{code:path}"): ALL,
    ("POST", "/v/{code:path}"): ALL,
    ("POST", "/hand-in/{code:path}"): ALL,
    ("GET", "/"): ALL,
    ("GET", "/sign-in"): ALL,
    ("POST", "/sign-in"): ALL,
    ("GET", "/oidc"): ALL,
    ("GET", "/oidc/back"): ALL,
    ("GET", "/oidc/leave"): ALL,
    ("POST", "/sign-out"): PEOPLE,
    ("GET", "/password"): PEOPLE,
    ("POST", "/password"): PEOPLE,
    ("GET", "/admin/{scope}"): LOOK,
    ("GET", "/admin/{scope}/people"): WATCH,
    ("POST", "/admin/{scope}/people"): ADMIN,
    ("POST", "/admin/{scope}/people/{id}"): ADMIN,
    ("POST", "/admin/{scope}/people/{id}/password"): ADMIN,
    ("POST", "/admin/{scope}/people/{id}/code"): ADMIN,
    ("GET", "/admin/{scope}/devices"): LOOK,
    ("POST", "/admin/{scope}/devices/{id}"): ADMIN,
    ("GET", "/admin/{scope}/numbers"): LOOK,
    ("GET", "/admin/{scope}/conflicts"): LOOK,
    ("GET", "/admin/{scope}/moves"): LOOK,
    ("POST", "/admin/{scope}/moves"): {"administrator"},
    ("GET", "/admin/{scope}/quarantine"): LOOK,
    ("POST", "/admin/{scope}/quarantine/{id}/{seq}"): DECIDE,
    ("GET", "/admin/{scope}/forms"): LOOK,
    ("POST", "/admin/{scope}/forms"): DECIDE,
    ("GET", "/admin/{scope}/forms/{id}"): LOOK,
    ("POST", "/admin/{scope}/forms/{id}"): DECIDE,
    ("GET", "/admin/{scope}/forms/{id}/workbook"): LOOK,
    ("GET", "/admin/{scope}/proposals/{id}"): LOOK,
    ("POST", "/admin/{scope}/proposals/{id}"): DECIDE,
    ("GET", "/admin/{scope}/proposals/{id}/marked"): LOOK,
    ("GET", "/admin/{scope}/tables"): LOOK,
    ("POST", "/admin/{scope}/tables"): DECIDE,
    ("GET", "/admin/{scope}/tables/{name}"): LOOK,
    ("POST", "/admin/{scope}/tables/{name}"): DECIDE,
    ("GET", "/admin/{scope}/tables/{name}/csv"): LOOK,
    ("GET", "/admin/{scope}/table-proposals/{id}"): LOOK,
    ("POST", "/admin/{scope}/table-proposals/{id}"): DECIDE,
    ("GET", "/admin/{scope}/export/{name}"): LOOK,
    ("GET", "/admin/{scope}/audit"): WATCH,
}
PLACES = {"scope": COUNTY, "id": "none", "seq": "1", "name": "records.csv", "code:path": "XJ1:NO"}


def routes(app):
    """(method, path) of every route of the application."""
    return [
        (method, route.path)
        for route in app.routes
        if isinstance(route, Route)
        for method in sorted((route.methods or {"GET"}) - {"HEAD"})
    ]


def enter(db, speaker):
    """Enter a person or laptop; returns the headers it speaks with."""
    if speaker in LAPTOPS:
        laptop = kit.Laptop(speaker, COUNTY)
        row = people.Device(
            COUNTY,
            speaker,
            "x",
            speaker,
            laptop.caller.public_key,
            "active" if speaker == "device" else speaker,
        )
        people.add_device(db, row, kit.NOW)
        stamp = sessions.challenge(SEAL, kit.NOW)
        message = sessions.session_claim("hub", speaker, stamp)
        answer = sessions.Answer(COUNTY, speaker, stamp, laptop.key.sign(message))
        token = sessions.begin(db, SEAL, ("hub", 1), answer, kit.NOW)
        return {"authorization": f"Bearer {token}"}, ""
    if speaker == "nobody":
        return {}, ""
    scope = CITY if speaker.startswith("city-") else BESIDE if speaker == "beside" else COUNTY
    role = speaker.removeprefix("city-")
    role = role if role in ROLES else "administrator"
    state = "first" if speaker == "first" else "active"
    row = people.Account(scope, f"who-{speaker}", speaker, speaker, None, role, None, state)
    people.add_account(db, row, kit.NOW)
    token = visits.begin(db, scope, row.account, kit.NOW)
    return {"cookie": f"{COOKIE}={token}"}, visits.mark(SEAL, token)


@pytest.fixture(scope="module")
def hub():
    """A served hub of three bureaus, and how each speaker speaks."""
    url = kit.database()
    with psycopg.connect(url, autocommit=True) as db:
        db.execute("UPDATE hub SET hub_id = 'hub'")
        hubs.add_scope(db, COUNTY, CITY, "兰陵县市场监督管理局", kit.NOW)
        hubs.add_scope(db, BESIDE, CITY, "罗庄区市场监督管理局", kit.NOW)
        with served.running(url) as address, httpx2.Client(base_url=address, timeout=30) as line:
            yield line, db, url


def anew(db, speaker):
    """Enter a speaker into an empty hub."""
    db.execute("DELETE FROM account; DELETE FROM visit; DELETE FROM device; DELETE FROM attempt")
    return enter(db, speaker)


def asked(line, method, path, speech):
    """Ask for a route; returns whether the door was open."""
    headers, mark = speech
    for name, value in PLACES.items():
        path = path.replace("{" + name + "}", value)
    if method == "POST" and not path.startswith("/v1"):
        sent = {"origin": str(line.base_url).rstrip("/")}
        found = line.post(path, data={"mark": mark}, headers=headers | sent)
    else:
        found = line.request(method, path, headers=headers)
    assert found.status_code < 500, (path, found.text)
    turned_away = found.status_code == 303 and found.headers["location"] in {
        "/sign-in",
        "/password",
    }
    if found.status_code == 401 and path == "/sign-in":
        return True
    if path == "/":
        return found.status_code == 303
    return found.status_code not in {401, 403} and not turned_away


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_every_route_with_every_speaker(hub, speaker):
    line, db, _url = hub
    speech = anew(db, speaker)
    for (method, path), may in MAY.items():
        assert asked(line, method, path, speech) == (speaker in may), (method, path)
        if method == "POST":
            speech = anew(db, speaker)


def test_the_table_has_every_route_and_no_other():
    url = kit.database()
    database = Database(url)
    database.open()
    found = routes(application(database, SEAL))
    database.close()
    assert sorted(found) == sorted(MAY) == sorted(LINES)


@pytest.mark.parametrize(
    ("method", "path"), [key for key in MAY if key[0] == "POST" and "/v1" not in key[1]]
)
def test_a_form_of_another_site_or_without_its_mark_does_nothing(hub, method, path):
    line, db, _url = hub
    headers, mark = anew(db, "administrator")
    before = db.execute("SELECT count(*) FROM audit").fetchone()
    for name, value in PLACES.items():
        path = path.replace("{" + name + "}", value)
    here = str(line.base_url).rstrip("/")
    for origin, sent in product((here, "https://evil.example", ""), (mark, "", "0" * 64)):
        if (origin, sent) == (here, mark):
            continue
        found = line.post(path, data={"mark": sent}, headers=headers | {"origin": origin})
        photos = origin == here and path.startswith("/hand-in")  # its mark is the paper's
        assert found.status_code == (415 if photos else 403)
    assert db.execute("SELECT count(*) FROM audit").fetchone() == before


def test_every_answer_carries_the_headers(hub):
    line, _db, _url = hub
    for path in ("/sign-in", "/healthz", "/static/hub.css", "/nothing", "/v1/heads"):
        headers = line.get(path).headers
        assert "script-src" not in headers["content-security-policy"]
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    assert "未找到" in line.get("/nothing").text
