"""Signing in by the bureau's identity provider: a real one on the loopback, honest and lying."""

import contextlib
import datetime as dt
import hmac
import json
import re
import socket
import threading
import time
from base64 import urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Event
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import httpx2
import psycopg
import pytest
from joserfc.jwk import OctKey, RSAKey
from playwright.sync_api import expect

from hub import certificate, config, oidc, visits
from hub.oidc import NotProved, Provider
from hub.seal import Seal
from hub.sql import hubs
from hub.web.guard import COOKIE
from hub.web.unified import CARRIED
from tests.hub import bureau, identity, kit, served
from tests.hub.test_pages import browser, picture

__all__ = ["browser"]
CLAIM = "preferred_username"


@pytest.fixture(scope="module")
def provider():
    with identity.running() as made:
        yield made


@pytest.fixture(scope="module")
def hub(provider, tmp_path_factory):
    """A hub with TLS whose people are known to the provider: its address and a connection."""
    place = tmp_path_factory.mktemp("hub") / "hub.pem"
    certificate.ensure(place, ("127.0.0.1",), dt.datetime.now(dt.UTC))
    url = kit.database()
    known = Provider(provider.issuer, identity.CLIENT, identity.SECRET, CLAIM)
    with psycopg.connect(url, autocommit=True) as db:
        bureau.filled(db)
        with served.running(url, certificate=place, oidc=known) as address:
            yield address, db


@pytest.fixture
def line(hub, provider):
    """A browser's line to the hub that follows nothing by itself."""
    provider.reset()
    hub[1].execute("DELETE FROM attempt")
    with httpx2.Client(base_url=hub[0], verify=False) as made:
        yield made


def begun(line):
    """Go to the provider and come back: the address the browser is sent to."""
    out = line.get("/oidc")
    assert out.status_code == 303
    return httpx2.get(out.headers["location"]).headers["location"]


def told(line):
    """A whole sign-in: its answer."""
    return line.get(begun(line))


def entered(answer):
    return COOKIE in answer.cookies


def test_who_is_known_there_and_here_comes_in_and_nobody_is_entered(line, hub):
    people = hub[1].execute("SELECT count(*) FROM account").fetchone()
    answer = told(line)
    assert (answer.status_code, entered(answer)) == (200, True)
    assert "陈科长" in line.get("/", follow_redirects=True).text
    assert hub[1].execute("SELECT count(*) FROM account").fetchone() == people


def acts(hub):
    """What the audit log says of the section chief, the oldest first."""
    query = "SELECT act FROM audit WHERE account = 'who-chen' ORDER BY at, id"
    return [act for (act,) in hub[1].execute(query)]


def test_who_came_and_went_stands_in_the_audit_log(line, hub):
    hub[1].execute("DELETE FROM audit")
    told(line)
    begun = {"scope": kit.SCOPE, "login": "chen", "password": bureau.PASSWORD}
    leave_ = partial(line.post, "/sign-out", headers={"origin": hub[0]})
    for way in ("oidc", "password"):
        if way == "password":
            line.post("/sign-in", data=begun, headers={"origin": hub[0]})
        mark = visits.mark(Seal(bytes(range(32))), line.cookies[COOKIE])
        assert leave_(data={"mark": mark}).status_code == (200 if way == "oidc" else 303)
    wrong = line.post("/sign-in", data=begun | {"password": "x"}, headers={"origin": hub[0]})
    assert wrong.status_code == 401
    assert acts(hub) == ["signed-in-oidc", "signed-out", "signed-in", "signed-out"]


def test_where_the_provider_has_no_way_out_or_is_away_the_visit_ends_here(line, provider):
    for said in ({"end_session_endpoint": None}, {"end_session_endpoint": "http://elsewhere/x"},
                 {"issuer": "https://elsewhere"}):  # fmt: skip
        provider.said = said
        assert line.get("/oidc/leave").headers["location"] == "/sign-in?said=left"
    assert entered(told_honestly(line, provider))


def told_honestly(line, provider):
    provider.reset()
    return told(line)


@contextlib.contextmanager
def dripping(at):
    """A provider whose answer comes byte by byte, from its head or its body on; yields it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        issuer = f"http://127.0.0.1:{listening.getsockname()[1]}"
        body = json.dumps({"issuer": issuer, "padding": "x" * 500}).encode()
        head = f"HTTP/1.1 200 OK\r\ncontent-length: {len(body)}\r\nx-pad: {'x' * 500}\r\n\r\n"
        whole = head.encode() + body
        drips = SimpleNamespace(
            issuer=issuer, said=0, whole=len(head) if at == "head" else len(whole)
        )

        def answer():
            line, _who = listening.accept()
            with line, contextlib.suppress(OSError):
                line.recv(4096)
                at_once = 0 if at == "head" else len(head)
                line.sendall(whole[:at_once])
                for drips.said in range(at_once, len(whole)):
                    line.sendall(whole[drips.said : drips.said + 1])
                    time.sleep(0.02)

        thread = threading.Thread(target=answer)
        thread.start()
        yield drips
        thread.join()


@pytest.mark.parametrize("at", ["head", "body"])
def test_a_provider_that_answers_drip_by_drip_is_left_before_it_is_done(at, monkeypatch):
    """Each byte comes in time, and the whole would take as long as the other end likes."""
    monkeypatch.setattr(oidc, "SECONDS", 0.3)
    with dripping(at) as drips, pytest.raises(NotProved, match="away"):
        oidc.discover(Provider(drips.issuer, "c"))
    assert drips.said < drips.whole - 100


def test_one_whose_password_is_still_the_one_time_one_needs_none(line, provider):
    provider.claims[CLAIM] = "admin"
    assert entered(told(line))
    assert line.get(f"/admin/{kit.SCOPE}/people").status_code == 200


@pytest.mark.parametrize("name", ["nobody", "Chen", "", None, "zhang", ["chen"], "two"])
def test_who_is_nobody_here_or_not_just_one_stays_outside(line, provider, hub, name):
    hub[1].execute("UPDATE account SET login = 'two' WHERE login IN ('sun', 'two')")
    hub[1].execute(
        "INSERT INTO account (scope, account, login, name, role, state, created)"
        f" SELECT '{bureau.COUNTY}', 'second', 'two', 'x', 'auditor', 'active', now()"
        " WHERE NOT EXISTS (SELECT 1 FROM account WHERE account = 'second')"
    )
    if not hub[1].execute("SELECT 1 FROM scope WHERE scope = '37'").fetchone():
        hubs.add_scope(hub[1], "37", None, "省局", kit.NOW)
        hub[1].execute(  # who left and stands before them makes neither of the two the only one
            "INSERT INTO account (scope, account, login, name, role, state, created)"
            " VALUES ('37', 'gone', 'two', 'x', 'auditor', 'closed', now())"
        )
    provider.claims[CLAIM] = name
    answer = told(line)
    assert (answer.status_code, entered(answer)) == (401, False)
    assert re.search("没有您的账号|has no account", answer.text)


def packed(told):
    return urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")


def shared(key, header, claims):
    """A token whose signature is made with what anyone knows of the provider."""
    whole = f"{packed(header)}.{packed(claims)}"
    made = hmac.digest(key, whole.encode(), "sha256")
    return f"{whole}.{urlsafe_b64encode(made).decode().rstrip('=')}"


WRONG = {
    "another issuer": {"iss": "https://elsewhere"},
    "another audience": {"aud": "other"},
    "an audience beside, for the other party": {"aud": [identity.CLIENT, "o"], "azp": "o"},
    "an audience beside, for nobody named": {"aud": [identity.CLIENT, "o"]},
    "another nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "over": {"exp": int(kit.NOW.timestamp()) - 61},
    "never over": {"exp": None},
    "not yet": {"nbf": int(kit.NOW.timestamp()) + 3600},
    "of the future": {"iat": int(kit.NOW.timestamp()) + 3600},
    "of nobody": {"sub": None},
}


@pytest.mark.parametrize("claims", WRONG.values(), ids=WRONG)
def test_a_token_that_is_not_for_this_asking_lets_nobody_in(line, provider, claims):
    provider.claims |= claims
    answer = told(line)
    assert (answer.status_code, entered(answer)) == (401, False)
    assert re.search("没有通过核验|could not be verified", answer.text)


def test_a_forged_token_lets_nobody_in(line, provider):
    """Signed by another key under the right name, with a shared secret, with nothing, or cut."""
    forged = [
        (RSAKey.generate_key(2048, {"kid": "one"}), {"alg": "RS256", "kid": "one"}),
        (OctKey.import_key(identity.SECRET.encode().ljust(32)), {"alg": "HS256"}),
        (RSAKey.generate_key(2048), {"alg": "RS256", "kid": "three"}),
    ]
    for provider.key, provider.header in forged:
        assert (told(line).status_code, entered(told(line))) == (401, False)
    public = provider.honest.as_pem(private=False)
    by_hand = [
        lambda claims: f"{packed({'alg': 'none'})}.{packed(claims)}.",
        lambda claims: shared(public, {"alg": "HS256", "kid": "one"}, claims),
        lambda claims: f"{packed(claims)}.{packed(claims)}.{packed(claims)}",
        lambda _claims: "x",
        lambda _claims: "",
    ]
    for provider.token in by_hand:
        assert not entered(told(line))
    provider.reset()
    assert entered(told(line)), "an honest one still does"


def test_another_key_of_the_provider_is_as_good(line, provider):
    provider.key, provider.header = provider.other, {"alg": "ES256", "kid": "two"}
    assert entered(told(line))


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(line, hub):
    back = begun(line)
    carried = line.cookies[CARRIED]
    for wrong in (back.replace("state=", "state=x"), back.partition("&state")[0]):
        line.cookies.set(CARRIED, carried)
        assert "已过期" in line.get(wrong, headers={"accept-language": "zh"}).text
    with httpx2.Client(base_url=hub[0], verify=False) as other:
        assert not entered(other.get(back))
        other.get("/oidc")
        assert not entered(other.get(back)), "its own asking is another"
    line.cookies.clear()
    cookie = {"cookie": f"{CARRIED}={carried}"}
    assert entered(line.get(back, headers=cookie))
    line.cookies.clear()
    again = line.get(back, headers=cookie)
    assert (again.status_code, entered(again)) == (401, False), "replayed with all that was seen"
    assert re.search("已经用过|was used already", again.text), "the hub itself sees it"


def test_a_provider_that_says_no_or_nothing_lets_nobody_in(line, provider):
    back = begun(line)
    state = parse_qs(urlsplit(back).query)["state"][0]
    refused = line.get(f"/oidc/back?error=access_denied&state={state}")
    assert (refused.status_code, entered(refused)) == (401, False)
    back = begun(line)
    mixed = line.get(f"{back}&iss=https://elsewhere")
    assert not entered(mixed)
    back = begun(line)
    provider.codes.clear()
    assert not entered(line.get(back))
    for said in ({"issuer": "https://elsewhere"}, {"token_endpoint": "http://elsewhere/token"}):
        provider.said = said
        assert line.get("/oidc").status_code == 401
    provider.said = {"x": "x" * oidc.MOST_ANSWER}
    assert line.get("/oidc").status_code == 503


def hand_in(hub):
    """Hand in a workbook, as a section chief does."""
    token = visits.begin(hub[1], kit.SCOPE, "who-chen", kit.NOW)
    return httpx2.post(
        f"{hub[0]}/admin/{kit.SCOPE}/forms",
        data={"mark": visits.mark(Seal(bytes(range(32))), token)},
        files={"file": ("a.xlsx", b"none", "application/octet-stream")},
        headers={"cookie": f"{COOKIE}={token}", "origin": hub[0]},
        verify=False,
        timeout=15,
    )


def test_a_provider_that_never_answers_keeps_nobody_from_the_hubs_own_work(hub, provider):
    """Anyone may ask for the way out; a workbook is read in a room of its own."""
    provider.reset()
    provider.gate.clear()
    with ThreadPoolExecutor(4) as crowd:
        out = [
            crowd.submit(httpx2.get, f"{hub[0]}/oidc", verify=False, timeout=60) for _ in range(4)
        ]
        while provider.waiting < 4:
            time.sleep(0.01)
        try:
            answer = hand_in(hub)
        finally:
            provider.gate.set()
        assert "/proposals/" in answer.headers.get("location", ""), "it was read"
        assert [one.result().status_code for one in out] == [303] * 4


def test_what_a_browser_carries_is_the_hubs_and_grows_old():
    seal, asking = Seal(bytes(range(32))), oidc.begin(kit.NOW)
    carried = oidc.sealed(seal, asking)
    assert oidc.opened(seal, carried, asking.state, kit.NOW) == asking
    later = kit.NOW + dt.timedelta(seconds=oidc.VALID_SECONDS + 1)
    other = oidc.sealed(Seal(bytes(32)), asking)
    mended = oidc.sealed(seal, replace(asking, nonce="x")).partition(".")[0]
    for text, now in ((carried, later), (other, kit.NOW), ("", kit.NOW), ("é.é", kit.NOW),
                      (f"{mended}.{carried.partition('.')[2]}", kit.NOW)):  # fmt: skip
        with pytest.raises(NotProved, match="state"):
            oidc.opened(seal, text, asking.state, now)


def test_an_address_nobody_vouches_for_names_nobody():
    provider = Provider("https://i", "c", claim="email")
    assert oidc.login(provider, {"email": "a@b", "email_verified": True}) == "a@b"
    for claims in ({"email": "a@b"}, {"email": "a@b", "email_verified": "true"}, {}):
        assert oidc.login(provider, claims) == ""


def test_it_is_absent_until_it_is_set_whole(address):
    assert config.read({}).oidc is None
    assert "/oidc" not in httpx2.get(f"{address}/sign-in").text
    for path in ("/oidc", "/oidc/back?code=a&state=b"):
        assert httpx2.get(address + path).status_code == 404
    set_ = {"HUB_OIDC_ISSUER": "https://i.gov.cn", "HUB_OIDC_CLIENT_ID": "c"}
    assert config.read(set_).oidc == Provider("https://i.gov.cn", "c")
    for wrong in ({"HUB_OIDC_CLIENT_ID": ""}, {"HUB_OIDC_ISSUER": "http://i.gov.cn"}):
        with pytest.raises(ValueError, match="OIDC"):
            config.read(set_ | wrong)


@pytest.fixture
def address():
    """A hub nobody set a provider for."""
    with served.running(kit.database()) as at:
        yield at


def test_a_browser_goes_out_and_comes_back_signed_in(browser, hub, provider):
    """The cookie of a visit is kept from other sites: one comes from there all the same."""
    provider.reset()
    provider.asks = True
    context = browser.new_context(base_url=hub[0], locale="zh-CN", ignore_https_errors=True,
                                  viewport={"width": 1366, "height": 768})  # fmt: skip
    page = context.new_page()
    page.goto("/sign-in")
    picture(page, "sign-in-oidc")
    page.get_by_role("link", name="使用统一身份认证登录").click()
    page.get_by_role("link", name="同意").click()
    page.wait_for_url(f"**/admin/{kit.SCOPE}")
    assert "陈科长" in page.content()
    stays = Event()

    def stay(route):
        route.fulfill(status=204)
        stays.set()

    context.route("**/oidc/leave", stay)
    page.get_by_role("button", name="退出").click()
    while not stays.is_set():
        page.wait_for_timeout(20)
    expect(page.get_by_role("heading", name="已在局端退出登录")).to_be_visible()
    picture(page, "left-oidc")
    context.unroute("**/oidc/leave")
    page.get_by_role("link", name="退出统一身份认证").click()
    page.wait_for_url("**/sign-in")
    assert provider.left == 1, "signed out there as well"
    page.goto(f"/admin/{kit.SCOPE}")
    assert "/sign-in" in page.url
    context.clear_cookies()
    provider.claims[CLAIM] = "somebody"
    page.goto("/oidc")
    page.get_by_role("link", name="同意").click()
    expect(page.get_by_role("alert")).to_be_visible()
    picture(page, "sign-in-oidc-nobody")
    assert "局端没有您的账号" in page.get_by_role("alert").inner_text()
    context.close()
