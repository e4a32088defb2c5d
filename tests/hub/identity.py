"""A small OpenID provider on the loopback: it approves whoever comes, and lies when it is told to."""

import base64
import contextlib
import hashlib
import secrets
import socket
import threading
import time
from html import escape
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Route

from tests.hub import kit

CLIENT, SECRET = "xunjian", "s3cret/+"


class Identity:
    """What it says: ``claims`` beside the usual ones, ``key`` it signs with, ``said`` of itself.

    ``token`` makes a token of the claims in another way; ``asks`` shows a page first; ``gate`` holds answers.
    """

    def __init__(self, issuer):
        self.issuer = issuer
        self.honest = RSAKey.generate_key(2048, {"kid": "one"})
        self.other = ECKey.generate_key("P-256", {"kid": "two"})
        self.reset()

    def reset(self):
        """Be honest again."""
        self.claims, self.said, self.codes = {"preferred_username": "chen"}, {}, {}
        self.asks, self.waiting, self.left = False, 0, 0
        self.gate = threading.Event()
        self.gate.set()
        self.key, self.header, self.token = self.honest, {"alg": "RS256", "kid": "one"}, None

    def discovery(self, _request):
        self.waiting += 1
        self.gate.wait(50)
        told = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/leave",
        }
        return JSONResponse(told | self.said)

    def jwks(self, _request):
        public = [key.as_dict(private=False) for key in (self.honest, self.other)]
        return JSONResponse({"keys": public})

    def authorize(self, request):
        asked = dict(request.query_params)
        assert (asked["client_id"], asked["code_challenge_method"]) == (CLIENT, "S256")
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"]}
        where = f"{asked['redirect_uri']}?{urlencode(back)}"
        if self.asks:  # as a person meets it: what follows is begun on a page of another site
            return HTMLResponse(f'<meta charset="utf-8"><a href="{escape(where)}">同意</a>')
        return RedirectResponse(where, 303)

    def leave(self, request):
        """End the session of whoever comes, and send the browser back."""
        asked = dict(request.query_params)
        assert asked["client_id"] == CLIENT
        self.left += 1
        return RedirectResponse(asked["post_logout_redirect_uri"], 303)

    async def exchange(self, request):
        sent = {name: one[0] for name, one in parse_qs((await request.body()).decode()).items()}
        whole = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self.codes.pop(sent["code"], None)
        proved = request.headers.get("authorization") == f"Basic {whole}"
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        right = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or not proved
            or asked["code_challenge"] != right
            or asked["redirect_uri"] != sent["redirect_uri"]
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "x", "id_token": self.id_token(asked["nonce"])})

    def id_token(self, nonce):
        """An identity token over a nonce, as it stands to be given."""
        now = int(kit.NOW.timestamp())
        told = {"iss": self.issuer, "sub": "u-1", "aud": CLIENT, "exp": now + 300, "iat": now}
        told |= {"nonce": nonce} | self.claims
        told = {name: value for name, value in told.items() if value is not None}
        return self.token or jwt.encode(
            self.header, told, self.key, algorithms=[self.header["alg"]]
        )


@contextlib.contextmanager
def running():
    """A served provider."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    made = Identity(f"http://localhost:{listening.getsockname()[1]}")  # another site than the hub
    app = Starlette(
        routes=[
            Route("/.well-known/openid-configuration", made.discovery),
            Route("/authorize", made.authorize),
            Route("/token", made.exchange, methods=["POST"]),
            Route("/jwks", made.jwks),
            Route("/leave", made.leave),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield made
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
