"""Samples after the draw, in words: what happened to one, its seal, its state, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.widgets.chips import Chip

if TYPE_CHECKING:
    from app.services.custody import Break

translate = QCoreApplication.translate

ICONS = {
    "sealed": "lock",
    "handed": "people",
    "posted": "send",
    "received": "tick-ring",
    "opened": "unlock",
    "returned": "undo",
    "destroyed": "trash",
}


def kind_words(kind: str) -> str:
    """What happened to a sample."""
    return {
        "sealed": translate("samples", "Sealed"),
        "handed": translate("samples", "Handed over"),
        "posted": translate("samples", "Posted"),
        "received": translate("samples", "Received by the laboratory"),
        "opened": translate("samples", "Opened"),
        "returned": translate("samples", "Given back"),
        "destroyed": translate("samples", "Destroyed"),
    }.get(kind, kind)


def seal_words(seal: str) -> str:
    """How a seal was."""
    return {
        "whole": translate("samples", "Seal whole"),
        "broken": translate("samples", "Seal broken"),
        "none": translate("samples", "No seal"),
    }.get(seal, seal)


def seal_chip(seal: str) -> Chip:
    """How a seal was, as a chip."""
    icon, tone = {"whole": ("tick", "ok"), "none": ("triangle", "danger")}.get(
        seal, ("triangle", "danger")
    )
    return Chip(seal_words(seal), tone, icon)


def state_words(state: str) -> str:
    """Where a sample is."""
    return {
        "drawn": translate("samples", "Sealed, not sent yet"),
        "sent": translate("samples", "On its way"),
        "received": translate("samples", "With the laboratory"),
        "opened": translate("samples", "Being tested"),
        "tested": translate("samples", "Tested"),
        "returned": translate("samples", "Given back"),
        "destroyed": translate("samples", "Destroyed"),
        "moved": translate("samples", "Handed over to another bureau"),
        "withdrawn": translate("samples", "Sheet withdrawn"),
    }.get(state, state)


def state_chip(state: str) -> Chip:
    """Where a sample is, as a chip."""
    icon, tone = {
        "drawn": ("lock", "mute"),
        "sent": ("send", "accent"),
        "received": ("flask", "accent"),
        "opened": ("flask", "accent"),
        "tested": ("tick-ring", "ok"),
        "returned": ("undo", "mute"),
        "destroyed": ("trash", "mute"),
        "moved": ("send", "mute"),
        "withdrawn": ("dash", "mute"),
    }.get(state, ("flask", "mute"))
    return Chip(state_words(state), tone, icon)


def break_sentence(found: Break) -> str:
    """What is wrong with a chain, as a sentence."""
    words = {
        "seal-broken": translate(
            "samples", "The seal was broken before the laboratory opened the sample."
        ),
        "seal-none": translate("samples", "The sample had no seal before it was opened."),
        "not-sent": translate(
            "samples", "It was received, but nobody is named who gave or posted it."
        ),
        "not-received": translate(
            "samples", "It was opened, but nobody is named who received it at the laboratory."
        ),
        "giver-differs": translate(
            "samples", "{expected} had the sample, but {found} gave it on: a hand is missing."
        ),
    }.get(found.code, found.code)
    return words.format(expected=found.expected, found=found.found)
