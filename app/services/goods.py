"""Kinds of goods: what a paper says it is about, so that a campaign can count each kind apart."""

from app.services.clocks import corrections
from app.services.records import path_of
from db.connection import Reader
from db.store import products
from forms.model import Choice, Form, Question
from forms.speech import spoken
from resources.data import load_products
from resources.rows import ProductRisk

QUESTION = "goods"
"""The question that asks for the kind, by the name the counts look for."""


def offered(form: Form) -> tuple[Choice, ...]:
    """The kinds a form lets one choose from; none where it does not ask."""
    path = path_of(form, QUESTION)
    item = form.item(path) if path else None
    if not isinstance(item, Question):
        return ()
    return form.lists.get(item.itemset.list_id, ()) if item.itemset else item.choices


def risk(reader: Reader, risk_id: str) -> ProductRisk | None:
    """What the risk catalogue says of a kind, as it holds here."""
    every = load_products(corrections(reader))
    return next((one for one in every if one.id == risk_id), None)


def known(reader: Reader, form: Form, enterprise_id: str) -> dict[str, str]:
    """The answer where all products an enterprise has in the register are of one kind."""
    made = products.of_enterprise(reader, enterprise_id)
    groups = {one.category for one in made if one.category}
    if len(groups) != 1:
        return {}
    language = spoken(form, "zh")
    kind = next((one.value for one in offered(form) if one.label.get(language) in groups), "")
    return {QUESTION: kind} if kind else {}
