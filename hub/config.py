"""What an administrator sets by environment variables, with what holds when nothing is set.

``HUB_BLOB_URL`` names a folder (``file:///…``) or a bucket and a folder within it (``s3://files/hub``).
How a bucket is reached is told by the names every tool for such stores knows: ``AWS_ENDPOINT_URL``
(its server; the bucket goes into the path unless ``AWS_VIRTUAL_HOSTED_STYLE_REQUEST`` is ``true``),
``AWS_REGION``, ``AWS_ACCESS_KEY_ID`` and ``AWS_SECRET_ACCESS_KEY``; ``AWS_CA_BUNDLE`` a file with the
certificate of an own authority; ``AWS_ALLOW_HTTP=true`` for a server without TLS, refused otherwise;
``AWS_CONDITIONAL_PUT=disabled`` for one that knows no ``If-None-Match``. None of them is ever logged.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from forms.paper import link
from hub import oidc
from hub.oidc import Provider


@dataclass(frozen=True, slots=True)
class Config:
    """Where the hub keeps things and listens.

    ``database`` is a PostgreSQL URL, "" for the embedded one in ``folder``; ``blobs`` a URL of a
    folder or an S3-compatible bucket; ``secret`` the file of the hub's secret, the same for all
    instances; ``certificate`` (with its ``.key`` beside it) what TLS shows; ``public`` the address
    under which anyone's phone reaches the hub with a certificate it trusts, "" where none does;
    ``metrics`` the token with which the measures are read, "" where only this machine may read them;
    ``oidc`` who may prove people beside their passwords, None where nobody does.
    """

    folder: Path
    database: str
    blobs: str
    secret: Path
    certificate: Path
    host: str
    port: int
    public: str
    metrics: str = ""
    oidc: Provider | None = None


def read(environment: Mapping[str, str] = os.environ) -> Config:
    """Return the configuration in an environment."""
    folder = Path(environment.get("HUB_FOLDER") or "hub-data").absolute()
    return Config(
        folder=folder,
        database=environment.get("HUB_DATABASE_URL", ""),
        blobs=environment.get("HUB_BLOB_URL") or (folder / "blobs").as_uri(),
        secret=Path(environment.get("HUB_SECRET_FILE") or folder / "hub.secret"),
        certificate=Path(environment.get("HUB_CERTIFICATE_FILE") or folder / "hub.pem"),
        host=environment.get("HUB_HOST") or "127.0.0.1",
        port=int(environment.get("HUB_PORT") or 8443),
        public=_public(environment.get("HUB_PUBLIC_URL", "")),
        metrics=environment.get("HUB_METRICS_TOKEN", ""),
        oidc=_provider(environment),
    )


def _provider(environment: Mapping[str, str]) -> Provider | None:
    """The identity provider, where one is named.

    Raises:
        ValueError: it is named by halves, or is to be asked without TLS.
    """
    issuer = environment.get("HUB_OIDC_ISSUER", "")
    client = environment.get("HUB_OIDC_CLIENT_ID", "")
    if not issuer:
        return None
    if not oidc.is_issuer(issuer) or not client:
        raise ValueError("HUB_OIDC_ISSUER is no https address, or HUB_OIDC_CLIENT_ID is missing")
    secret = environment.get("HUB_OIDC_CLIENT_SECRET", "")
    return Provider(issuer, client, secret, environment.get("HUB_OIDC_CLAIM") or "sub")


def _public(url: str) -> str:
    """The public address as it is printed.

    Raises:
        ValueError: it is none a phone can be sent to.
    """
    if url and not link.is_hub(url):
        raise ValueError(f"HUB_PUBLIC_URL is no https address of at most {link.LONGEST_HUB} signs")
    return url.rstrip("/")
