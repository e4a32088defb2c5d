"""Products of enterprises."""

from collections.abc import Sequence

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Product
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, product_id: str) -> Product | None:
    """Return one product or None."""
    return nouns.get(reader, Product, product_id)


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[Product, ...]:
    """Return an enterprise's products, by name."""
    where = f"WHERE {OWN} ORDER BY name, id"
    return nouns.many(reader, Product, where, (enterprise_id,))


def page(reader: Reader, keys: Sequence[str]) -> tuple[Product, ...]:
    """Return the products with these ids, in their order."""
    return nouns.page(reader, Product, keys)


def save(store: Store, *rows: Product) -> tuple[Operation, ...]:
    """Make or edit products."""
    return nouns.save(store, *rows)
