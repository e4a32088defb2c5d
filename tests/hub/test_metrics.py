"""The measures tell how busy a bureau is: only who has the token reads them, or the hub's machine.

They, the log and the word on health say nothing of people and papers.
"""

import json
import logging

import httpx2
import pytest
from starlette.requests import Request

from hub import config, database
from hub.metrics import may_read
from tests.hub import kit, served


def asked(host, said=""):
    headers = [(b"authorization", said.encode())] if said else []
    client = (host, 1) if host else None
    return Request({"type": "http", "headers": headers, "client": client})


@pytest.mark.parametrize(("host", "said", "token", "may"), [
    ("127.0.0.1", "", "", True), ("::1", "", "", True), ("::ffff:127.0.0.1", "", "", True),
    ("10.0.0.7", "", "", False), ("10.0.0.7", "Bearer ", "", False), ("", "", "", False),
    ("testclient", "", "", False),
    ("10.0.0.7", "Bearer s3cret", "s3cret", True), ("10.0.0.7", "bearer s3cret", "s3cret", True),
    ("10.0.0.7", "Bearer s3cre", "s3cret", False), ("10.0.0.7", "Basic s3cret", "s3cret", False),
    ("127.0.0.1", "", "s3cret", False), ("127.0.0.1", "Bearer 密", "s3cret", False),
])  # fmt: skip
def test_who_reads_the_measures(host, said, token, may):
    assert may_read(asked(host, said), token) is may


def test_the_token_is_set_by_the_environment():
    assert config.read({"HUB_METRICS_TOKEN": "s3cret"}).metrics == "s3cret"
    assert config.read({}).metrics == ""


SECRET = ("wangxiaoming", "geheim-geheim", "XJ1PAPER7", "371302198001011234", "tok3n", "c0de")


def test_neither_log_nor_measures_say_who_or_what_it_was_about(caplog):
    """A log is copied, sent and kept by people who may not read papers."""
    login, password, paper, person, token, code = SECRET
    caplog.set_level(logging.INFO, logger="hub")
    with served.running(kit.database()) as address, httpx2.Client(base_url=address) as line:
        line.get(f"/v/{paper}")
        line.post(
            "/sign-in",
            data={"scope": kit.SCOPE, "login": login, "password": password},
            headers={"origin": address},
        )
        line.get(f"/admin/{kit.SCOPE}/export/{person}?q={person}")
        line.get(f"/v1/blobs/{paper}", headers={"authorization": f"Bearer {token}"})
        line.get(f"/oidc/back?code={code}&state={code}")
        line.get(f"/nothing/{person}")
        assert line.get("/healthz").text == "ok\n"
        measures = line.get("/metrics").text
    told = [one.getMessage() for one in caplog.records if one.name.startswith("hub")]
    rows = [json.loads(one) for one in told]
    assert {"/v/{code:path}", "/sign-in", "other"} <= {row["route"] for row in rows}
    assert all(set(row) == {"route", "method", "status", "ms"} for row in rows)
    assert 'hub_requests_total{method="GET",route="/v/{code:path}"' in measures
    for secret in (*SECRET, "127.0.0.1"):
        assert not any(secret in one for one in (*told, measures))


def test_a_hub_without_its_database_says_that_it_is_not_well(url, monkeypatch):
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.2)
    with served.running(url) as address, kit.shut(url):
        answer = httpx2.get(f"{address}/healthz", timeout=60)
    assert (answer.status_code, answer.text) == (503, "database\n")
