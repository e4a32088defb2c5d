"""The proof of a paper as an address: what a phone opens, and the proof read back out of it.

The address is ``https://<hub>/v/`` and the proof's text, percent-encoded where a path needs it. A
slash of the proof is encoded too, so that no server or browser takes it for a step of the path.
"""

from urllib.parse import quote, unquote, urlsplit

PREFIX = "XJ1:"
"""What every proof begins with, alone or at the end of an address."""
LONGEST_HUB = 80
"""Characters of a hub's address with which the code still reads well in its 30 mm."""
_PATH = "/v/"
_PLAIN = "$*+-.:"  # signs of a proof that a path may hold as they are; a capital's code is as short
_LONGEST = 800


def is_hub(url: str) -> bool:
    """Tell whether a text is an address a phone may be sent to: https, a host, short."""
    try:
        parts = urlsplit(url)
        named = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    plain = url.isascii() and url.isprintable() and not {" ", "?", "#", "@"} & {*url}
    return named and plain and len(url) <= LONGEST_HUB


def address(hub: str, proof: str) -> str:
    """Return the address that shows a paper at a hub."""
    return hub.rstrip("/") + _PATH + quote(proof, safe=_PLAIN)


def bare(text: str) -> str:
    """Return the proof in a scanned text, be it bare or an address; any other text as it is."""
    tidy = text.strip()
    if not tidy.lower().startswith("https://") or len(tidy) > _LONGEST:
        return tidy
    found = unquote(tidy.rpartition(_PATH)[2])
    return found if found.startswith(PREFIX) else tidy
