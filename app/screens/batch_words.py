"""A traced batch in words: where its parts went, what adds up, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from decimal import Decimal

    from app.services.batches import Balance, Line, PartyGap

translate = QCoreApplication.translate

ICONS = {
    "stock": "box",
    "tested": "flask",
    "sold": "send",
    "recalled": "undo",
    "lost": "cross-ring",
    "repaired": "rectify",
    "destroyed": "trash",
}


def kind_words(kind: str) -> str:
    """Where a part of a batch is, or what became of it."""
    return {
        "stock": translate("batches", "In stock, sealed up"),
        "tested": translate("batches", "Taken for tests"),
        "sold": translate("batches", "Sold"),
        "recalled": translate("batches", "Called back"),
        "lost": translate("batches", "Beyond reach"),
        "repaired": translate("batches", "Repaired"),
        "destroyed": translate("batches", "Destroyed"),
    }.get(kind, kind)


def amount(value: Decimal, unit: str) -> str:
    """A quantity without needless zeros, with its unit."""
    text = f"{value.normalize():f}" if value else "0"
    return f"{text}{unit}"


def sum_words(line: Line, balance: Balance, unit: str) -> str:
    """One sum that must come out, with its figures."""
    sums = {name: amount(value, unit) for name, value in balance.sums.items()}
    if line.code == "made":
        words = translate(
            "batches", "Made {made} = in stock {stock} + tests {tested} + sold {sold}"
        )
    elif line.code == "sold":
        words = translate("batches", "Sold {sold} = called back {recalled} + beyond reach {lost}")
    else:
        words = translate(
            "batches",
            "In stock {stock} + called back {recalled} = repaired {repaired} + destroyed {destroyed}",
        )
    made = amount(line.left, unit) if balance.known else "?"
    return words.format(made=made, **sums)


def gap_words(line: Line, unit: str) -> str:
    """What a sum lacks, or has too much of; empty where it comes out."""
    if not line.difference:
        return ""
    if line.difference < 0:
        words = translate("batches", "{amount} too many are told of")
        return words.format(amount=amount(-line.difference, unit))
    words = {
        "made": translate("batches", "{amount} are not accounted for"),
        "sold": translate("batches", "{amount} sold are neither back nor accounted for"),
        "held": translate("batches", "{amount} are neither repaired nor destroyed yet"),
    }[line.code]
    return words.format(amount=amount(line.difference, unit))


def party_words(gap: PartyGap, unit: str) -> str:
    """What is open with one buyer."""
    if gap.open < 0:
        words = translate("batches", "{party}: {amount} more came back than were sold there")
        return words.format(party=gap.party, amount=amount(-gap.open, unit))
    words = translate("batches", "{party}: {amount} still out")
    return words.format(party=gap.party, amount=amount(gap.open, unit))
