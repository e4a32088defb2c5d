"""The operating system's own safe for small secrets, where there is one that works."""

from __future__ import annotations

import logging
import os
from typing import Protocol

log = logging.getLogger(__name__)
SERVICE = "xunjian"


class Ring(Protocol):
    """A safe that keeps short texts by name for the user who is logged in."""

    def get(self, name: str) -> str | None:
        """Return the text kept under a name."""

    def set(self, name: str, text: str) -> None:
        """Keep a text."""

    def delete(self, name: str) -> None:
        """Forget a text; one that is not there is no error."""


class RingUnavailableError(Exception):
    """The safe is locked, was refused by the user, or has gone away."""


class SystemRing:
    """The keyring of the desktop: Secret Service, KWallet, Windows (DPAPI), macOS."""

    def get(self, name: str) -> str | None:
        """Return the text kept under a name; raises RingUnavailableError."""
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(SERVICE, name)
        except (KeyringError, OSError, RuntimeError) as error:
            raise RingUnavailableError(type(error).__name__) from error

    def set(self, name: str, text: str) -> None:
        """Keep a text; raises RingUnavailableError."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, name, text)
        except (KeyringError, OSError, RuntimeError) as error:
            raise RingUnavailableError(type(error).__name__) from error

    def delete(self, name: str) -> None:
        """Forget a text; raises RingUnavailableError."""
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            keyring.delete_password(SERVICE, name)
        except PasswordDeleteError:
            log.debug("the keyring had nothing under that name")
        except (KeyringError, OSError, RuntimeError) as error:
            raise RingUnavailableError(type(error).__name__) from error


def system_ring() -> Ring | None:
    """Return the system's safe, or nothing where there is none that works.

    XUNJIAN_KEYS=file asks for key files even so: kiosks, sticks, tests.
    """
    if os.environ.get("XUNJIAN_KEYS") == "file":
        return None
    import keyring

    backend = keyring.get_keyring()
    name = type(backend).__module__
    if backend.priority < 1 or ".fail" in name or ".null" in name:
        log.info("the system keeps no keys; they will be kept in files")
        return None
    return SystemRing()
