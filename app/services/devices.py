"""Devices: the public keys that may have signed a document, by their short id."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services.changes import Result, touched
from app.services.context import DeviceSeal
from db.connection import Reader, Store
from db.store import settings

PREFIX = "device/"
"""Each device has a setting of its own: two laptops never write the same one."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device that signs: its label and its public Ed25519 key."""

    label: str
    public: bytes


def known_devices(reader: Reader) -> Mapping[str, Device]:
    """Every known device by the hex of its key id."""
    kept = settings.beginning(reader, PREFIX)
    return {
        key.removeprefix(PREFIX): Device(one["label"], bytes.fromhex(one["public"]))
        for key, one in kept.items()
    }


def enrol(store: Store, seal: DeviceSeal, label: str) -> Result[None]:
    """Make this device's key known to all who share the store's data; nothing if it is already."""
    key = PREFIX + seal.key_id.hex()
    entry = {"label": label, "public": seal.public.hex()}
    if settings.get(store, key, {}).get("public") != entry["public"]:
        settings.put(store, key, entry)
    return Result(None, touched("setting", key))
