"""The measures tell how busy a bureau is: only who has the token reads them, or the hub's machine."""

import pytest
from starlette.requests import Request

from hub import config
from hub.metrics import may_read


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
