"""Signing in by the bureau's own identity provider: OpenID Connect, code flow with PKCE.

Of what a provider says only the claims of an identity token count, and only one that is signed with
a key of the provider, made for this hub, and for the very asking this browser began. What a browser
is to prove lies in a cookie that only the hub can make; an answer counts once. Nothing is kept.
"""

import asyncio
import base64
import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from hub.seal import Seal

VALID_SECONDS = 600
"""So long a browser may take at the provider."""
LEEWAY_SECONDS = 60
SECONDS = 8.0
MOST_ANSWER = 256 * 1024
LONGEST = 4000
SIGNED = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA", "Ed25519"),
)
"""What an identity token may be signed with: never a shared secret, never nothing."""
_HOME = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Provider:
    """Who the bureau's people are known to.

    ``claim`` is what names a person there as the login does here; ``secret`` is "" for a hub that
    the provider knows without one.
    """

    issuer: str
    client: str
    secret: str = field(default="", repr=False)
    claim: str = "sub"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a provider is asked, as it says itself; ``basic``: the secret goes in a header.

    ``leave`` is where a browser is signed out there as well, "" where it says no such place.
    """

    authorize: str
    token: str
    keys: str
    basic: bool
    leave: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """One sign-in under way: what comes back with the answer, stands in the token, opens the code."""

    state: str
    nonce: str
    verifier: str
    until: int


class NotProved(Exception):  # noqa: N818 - it tells what happened
    """Nobody was proved to be anyone.

    ``code``: ``state`` (not this browser's asking, too old, or answered before), ``away`` (the
    provider cannot be asked), ``said`` (it said no), ``token`` (what it says does not hold).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_issuer(url: str) -> bool:
    """Tell whether a provider may be asked there: by TLS, or on this very machine."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    home = parts.scheme == "http" and _at_home(url)
    return (parts.scheme == "https" or home) and bool(parts.hostname) and not parts.query


def _at_home(url: str) -> bool:
    return urlsplit(url).hostname in _HOME


def discover(provider: Provider) -> Places:
    """Ask a provider where its doors are.

    Raises:
        NotProved: ``away``, or ``token`` for one that is another than it is called.
    """
    url = provider.issuer.rstrip("/") + "/.well-known/openid-configuration"
    told = _fetched("GET", url)
    if told.get("issuer") != provider.issuer:
        raise NotProved("token")
    doors = [
        str(told.get(one, "")) for one in ("authorization_endpoint", "token_endpoint", "jwks_uri")
    ]
    if not all(_is_door(provider, one) for one in doors):
        raise NotProved("token")
    leave = str(told.get("end_session_endpoint") or "")
    ways = told.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    authorize, token, keys = doors
    basic = "client_secret_basic" in ways
    return Places(authorize, token, keys, basic, leave if _is_door(provider, leave) else "")


def _is_door(provider: Provider, url: str) -> bool:
    """Tell whether a provider may be asked there; one elsewhere has no door on this machine."""
    away = urlsplit(provider.issuer).scheme == "https"
    return is_issuer(url.partition("?")[0]) and not (away and _at_home(url))


def begin(now: dt.datetime) -> Asking:
    """Return a new sign-in."""
    until = int(now.timestamp()) + VALID_SECONDS
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    return Asking(state, nonce, verifier, until)


def address(provider: Provider, places: Places, asking: Asking, back: str) -> str:
    """Return where the browser is sent to be asked who it is, and comes ``back`` from."""
    digest = hashlib.sha256(asking.verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": provider.client,
        "redirect_uri": back,
        "scope": "openid profile email",
        "state": asking.state,
        "nonce": asking.nonce,
        "code_challenge": _plain(digest),
        "code_challenge_method": "S256",
    }
    return _asking(places.authorize, asked)


def leaving(provider: Provider, places: Places, back: str) -> str:
    """Return where the browser is sent to be signed out there too, and comes ``back`` from.

    No token is kept here that would name who it is: the provider knows it by its own cookie.
    """
    return _asking(places.leave, {"client_id": provider.client, "post_logout_redirect_uri": back})


def _asking(url: str, asked: Mapping[str, str]) -> str:
    return f"{url}{'&' if '?' in url else '?'}{urlencode(asked)}"


def sealed(seal: Seal, asking: Asking) -> str:
    """Return a sign-in as the browser carries it."""
    held = [asking.state, asking.nonce, asking.verifier, asking.until]
    plain = _plain(json.dumps(held).encode())
    return f"{plain}.{seal.tag(b'oidc ' + plain.encode()).hex()}"


def opened(seal: Seal, carried: str, state: str, now: dt.datetime) -> Asking:
    """Return the sign-in a browser carries, where the answer is to that one.

    Raises:
        NotProved: ``state``.
    """
    plain, _dot, tag = carried[:LONGEST].partition(".")
    right = seal.tag(b"oidc " + plain.encode()).hex()
    if not secrets.compare_digest(right.encode(), tag.encode()):
        raise NotProved("state")
    asking = Asking(*json.loads(base64.urlsafe_b64decode(plain + "=" * (-len(plain) % 4))))
    same = secrets.compare_digest(asking.state.encode(), state.encode())
    if not same or now.timestamp() > asking.until:
        raise NotProved("state")
    return asking


def prove(
    provider: Provider, asking: Asking, code: str, back: str, now: dt.datetime
) -> Mapping[str, Any]:
    """Return the claims the provider makes of whoever brought the code.

    Raises:
        NotProved: ``away``, ``said`` or ``token``.
    """
    places = discover(provider)
    sent = {
        "grant_type": "authorization_code",
        "code": code[:LONGEST],
        "redirect_uri": back,
        "code_verifier": asking.verifier,
        "client_id": provider.client,
    }
    auth = (provider.client, provider.secret) if provider.secret and places.basic else None
    if provider.secret and auth is None:
        sent["client_secret"] = provider.secret
    told = _fetched("POST", places.token, data=sent, auth=auth)
    return checked(
        provider, asking, str(told.get("id_token", "")), _fetched("GET", places.keys), now
    )


def checked(
    provider: Provider, asking: Asking, token: str, keys: Mapping[str, Any], now: dt.datetime
) -> Mapping[str, Any]:
    """Return the claims of an identity token that holds.

    Raises:
        NotProved: ``token``.
    """
    try:
        claims = jwt.decode(token, KeySet.import_key_set(_public(keys)), algorithms=SIGNED).claims
        rules = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": provider.issuer},
            aud={"essential": True, "value": provider.client},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": asking.nonce},
        )
        rules.validate(claims)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotProved("token") from error
    others = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    party = claims.get("azp", provider.client if len(others) == 1 else None)
    if party != provider.client:
        raise NotProved("token")
    return claims


def login(provider: Provider, claims: Mapping[str, Any]) -> str:
    """Return what names the person here, "" where the provider does not vouch for it."""
    found = claims.get(provider.claim)
    if provider.claim == "email" and claims.get("email_verified") is not True:
        return ""
    return found if isinstance(found, str) else ""


def _public(keys: Mapping[str, Any]) -> Any:
    """The keys a token may be signed with: no shared secret, none to encrypt with."""
    found = [one for one in keys.get("keys", ()) if isinstance(one, dict)]
    return {"keys": [one for one in found if one.get("kty") != "oct" and one.get("use") != "enc"]}


def _plain(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _fetched(method: str, url: str, **more: Any) -> Mapping[str, Any]:
    """Ask the provider; its answer is bounded in size and time, and it is not followed elsewhere."""
    import httpx2

    try:
        status, data = asyncio.run(_asked(method, url, more))
        told = json.loads(data)
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError, RecursionError) as error:
        raise NotProved("away") from error
    if status != httpx2.codes.OK or not isinstance(told, dict):
        raise NotProved("said" if method == "POST" and status < 500 else "away")
    return told


async def _asked(method: str, url: str, more: Mapping[str, Any]) -> tuple[int, bytes]:
    """Ask; whoever sends drop by drop, be it the head of the answer, is left within the time.

    Raises:
        TimeoutError: the time is over.
        NotProved: ``away``: the answer is too large.
    """
    import httpx2

    headers = {"accept": "application/json", "accept-encoding": "identity"}
    data = bytearray()
    async with (
        asyncio.timeout(2 * SECONDS),
        httpx2.AsyncClient(timeout=SECONDS, follow_redirects=False) as line,
        line.stream(method, url, headers=headers, **more) as answer,
    ):
        async for piece in answer.aiter_raw():
            data += piece
            if len(data) > MOST_ANSWER:
                raise NotProved("away")
        return answer.status_code, bytes(data)
