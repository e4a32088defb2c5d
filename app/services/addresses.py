"""Confirmed addresses 送达地址确认书: whether a party agreed to be served electronically, and where."""

from app.services.orders import said_by
from db.connection import Reader
from db.store import records

ADDRESS = "service-address"
_CHANNELS = ("e_phone", "e_mail", "im_account", "e_fax")


def confirmation(reader: Reader, enterprise_id: str) -> dict[str, str]:
    """What the confirmation signed last says, by question name; empty where there is none."""
    signed = [
        row
        for row in records.of_enterprise(reader, enterprise_id)
        if row.form_id == ADDRESS and row.state == "finished" and row.finished is not None
    ]
    if not signed:
        return {}
    newest = max(signed, key=lambda row: (row.finished, row.id))
    return said_by(reader, newest.id)


def electronic(reader: Reader, enterprise_id: str) -> str:
    """The account a party agreed to be served at electronically; "" where it did not agree."""
    said = confirmation(reader, enterprise_id)
    if said.get("accept_electronic") != "yes":
        return ""
    return next((said[name] for name in _CHANNELS if said.get(name)), "")
