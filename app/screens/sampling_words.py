"""Sampling in words: the plan, what the catalogue says, how a draw is redone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services import goods
from app.services.lists import StoreLists
from app.services.records import answered

if TYPE_CHECKING:
    from app.services.records import Opened
    from app.services.repeats import Repeat
    from app.services.sampling_plan import Proposal
    from db.connection import Reader
    from resources.rows import ProductRisk

translate = QCoreApplication.translate


def catalogued(reader: Reader, opened: Opened) -> ProductRisk | None:
    """What the risk catalogue says about the kind of the product chosen, if one is."""
    product = StoreLists(reader).row("products", answered(opened, "product"))
    return goods.risk(reader, product.get("risk_id", "")) if product else None


def role_words(role: str) -> str:
    """What a unit drawn is for."""
    if role == "spare":
        return translate("sampling", "Spare sample")
    return translate("sampling", "Test sample")


def plan_words(proposal: Proposal) -> str:
    """The plan in one line: counts, letter, n, Ac, Re of GB/T 2828.1, or n and L."""
    counts = translate("sampling", "{test} for the test and {spare} spare, of {lot}").format(
        test=proposal.test, spare=proposal.spare, lot=proposal.lot.size
    )
    if proposal.source == "declared":
        plan = translate("sampling", "n = {n}, L = {limit}").format(
            n=proposal.test, limit=proposal.accept
        )
        return translate("sampling", "{counts}; {plan}").format(counts=counts, plan=plan)
    if proposal.source != "gbt2828":
        return counts
    plan = translate("sampling", "code letter {letter}, n = {n}, Ac = {ac}, Re = {re}").format(
        letter=proposal.letter, n=proposal.test, ac=proposal.accept, re=proposal.reject
    )
    return translate("sampling", "{counts}; {plan}").format(counts=counts, plan=plan)


def basis_words(proposal: Proposal) -> str:
    """Where the counts come from, and what they may be said to prove."""
    if proposal.source == "gbt2828":
        return translate(
            "sampling",
            "GB/T 2828.1, normal inspection, single sampling. Up to Ac nonconforming samples the "
            "lot is accepted, from Re on it is not accepted.",
        )
    if proposal.source == "declared":
        words = translate(
            "sampling",
            "Assessment of a declared quality. More than L nonconforming samples contradict it; "
            "otherwise it is not contradicted, which never certifies the lot.",
        )
        if proposal.risk is None:
            return words
        risk = translate(
            "sampling", "A true declaration would be contradicted by chance in {risk} of 100."
        ).format(risk=f"{proposal.risk * 100:.1f}")
        return f"{words} {risk}"
    return translate("sampling", "Fixed numbers by the implementation rules of the spot check.")


def catalogue_words(risk: ProductRisk) -> str:
    """What the catalogue usually takes of this kind of product."""
    return translate(
        "sampling", "Usual for {category}: {test} for the test and {spare} spare ({unit})"
    ).format(
        category=risk.category,
        test=risk.test or 0,
        spare=risk.spare or 0,
        unit=risk.unit,
    )


def repeat_words(before: Repeat) -> str:
    """The same product was drawn before: not again within six months."""
    return translate(
        "sampling",
        "This product of this unit was drawn on {day} already (sample {number}). The same product "
        "is not drawn again within six months, until {until}; choose another one, or a re-check.",
    ).format(day=before.drawn, number=before.number, until=before.until)


def redo_words() -> str:
    """How anyone can redo a draw."""
    return translate(
        "sampling",
        "Anyone can redo this: the units are numbered from 1; each number gets a ticket computed "
        "from the seed (HMAC-SHA256), and the smallest tickets are drawn. The same seed and lot "
        "always give the same units.",
    )
