"""What a finished paper teaches the registers: ODK entities, ``save_to`` in the workbook."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.services.changes import Changes, touched
from app.services.records import Opened
from db.connection import Store
from db.journal.ids import new_id
from db.rows import Enterprise, Product
from db.store import nouns
from forms.model import Group

_SAVED_TO = "entities:saveto"
_TRUE = frozenset({"1", "true", "true()"})


def teach(store: Store, opened: Opened) -> Changes:
    """Update or create the row of a register that the paper's entity names.

    Known registers are ``enterprises`` (updated) and ``products`` (updated or created).
    """
    entity = next(
        (i for i in opened.form.items() if isinstance(i, Group) and "dataset" in i.attributes), None
    )
    if entity is None:
        return Changes()
    fields = _fields(opened)
    register = entity.attributes["dataset"]
    if _says(opened, f"{entity.path}/@update"):
        return _update(store, register, _value(opened, f"{entity.path}/@id"), fields)
    if register == "products" and _says(opened, f"{entity.path}/@create"):
        return _new_product(store, opened, _value(opened, f"{entity.path}/label"), fields)
    return Changes()


def _fields(opened: Opened) -> dict[str, str]:
    final = opened.session.final()
    return {
        question.attributes[_SAVED_TO]: final[question.path]
        for question in opened.form.questions()
        if _SAVED_TO in question.attributes and final.get(question.path)
    }


def _value(opened: Opened, path: str) -> str:
    try:
        return opened.session.answer(path).value
    except KeyError:
        return ""


def _says(opened: Opened, path: str) -> bool:
    return _value(opened, path).strip().lower() in _TRUE


def _update(store: Store, register: str, key: str, fields: Mapping[str, str]) -> Changes:
    """Only columns the register has are written, only where they differ."""
    if register == "enterprises":
        unit = nouns.get(store, Enterprise, key)
        if unit is not None:
            nouns.save(store, replace(unit, **_columns(unit, fields)))
            return touched("enterprise", key)
    if register == "products":
        product = nouns.get(store, Product, key)
        if product is not None:
            nouns.save(store, replace(product, **_columns(product, fields)))
            return touched("product", key, product.enterprise_id)
    return Changes()


def _columns(row: Enterprise | Product, fields: Mapping[str, str]) -> dict[str, Any]:
    """Those of the fields that are text columns of the row, its id left out."""
    return {
        name: value
        for name, value in fields.items()
        if name != "id" and isinstance(getattr(row, name, None), str)
    }


def _new_product(store: Store, opened: Opened, label: str, fields: Mapping[str, str]) -> Changes:
    if not label.strip() or opened.enterprise is None:
        return Changes()
    row = Product(
        id=new_id(),
        enterprise_id=opened.enterprise.id,
        name=label.strip(),
        spec=fields.get("spec", ""),
        brand=fields.get("brand", ""),
        standard=fields.get("standard", ""),
        licence=fields.get("licence", ""),
    )
    nouns.save(store, row)
    return touched("product", row.id, row.enterprise_id)
