"""What stopped a round with the hub or an enrolment, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

SYNC: Final[Mapping[str, tuple[str, str]]] = {
    "hub-offline": (
        QT_TRANSLATE_NOOP("sentences", "The bureau cannot be reached"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Go on working: everything is kept here and is sent by itself once there is a network.",
        ),
    ),
    "hub-strange": (
        QT_TRANSLATE_NOOP("sentences", "Something else answered in place of the bureau"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Often this is the login page of a hotel or guest network: log in to it in a browser, "
            "or use another network. Nothing was handed over.",
        ),
    ),
    "hub-untrusted": (
        QT_TRANSLATE_NOOP("sentences", "The server's certificate is not the bureau's"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Nothing was sent. Use another network; if it stays so, ask the bureau for its "
            "certificate fingerprint and connect again in the settings.",
        ),
    ),
    "hub-busy": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's server is busy"),
        QT_TRANSLATE_NOOP(
            "sentences", "It is tried again by itself, a little later each time. Nothing is lost."
        ),
    ),
    "hub-stalled": (
        QT_TRANSLATE_NOOP("sentences", "The connection stood still and was ended"),
        QT_TRANSLATE_NOOP(
            "sentences", "What had arrived stays arrived; the rest is sent again by itself."
        ),
    ),
    "hub-cancelled": (
        QT_TRANSLATE_NOOP("sentences", "Stopped by you"),
        QT_TRANSLATE_NOOP(
            "sentences", "What had arrived stays arrived. Press Send now to go on at once."
        ),
    ),
    "hub-code": (
        QT_TRANSLATE_NOOP("sentences", "This code is not valid"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It was mistyped, used on another computer, or is older than three days. Check it, or "
            "ask the bureau for a new one.",
        ),
    ),
    "hub-device": (
        QT_TRANSLATE_NOOP("sentences", "The bureau knows this computer with another key"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "That happens when its keys were replaced or its data copied. Ask the bureau to revoke "
            "the old entry; nothing here is lost.",
        ),
    ),
    "hub-session": (
        QT_TRANSLATE_NOOP("sentences", "The bureau does not let this computer in"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Ask the bureau whether it is still registered, and connect again with a new code. "
            "Everything stays here.",
        ),
    ),
    "hub-revoked": (
        QT_TRANSLATE_NOOP("sentences", "The bureau has withdrawn this computer's right"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What was written here has been handed over and waits for a decision there; nothing "
            "new is received. Speak to your section head.",
        ),
    ),
    "hub-other-hub": (
        QT_TRANSLATE_NOOP("sentences", "This is not the server this computer belongs to"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Nothing was sent. Check the address; if the bureau has a new server, connect again "
            "with a new code.",
        ),
    ),
    "hub-fork": (
        QT_TRANSLATE_NOOP("sentences", "The bureau has other entries of this computer"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "This computer was restored from an older copy, or its data run on a second one. Do "
            "not issue anything and call the administrator: both versions are kept.",
        ),
    ),
    "hub-twice": (
        QT_TRANSLATE_NOOP("sentences", "The bureau has these entries from another computer"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It was given them while this one was about to send the same; they are kept once. The "
            "next round puts it right by itself.",
        ),
    ),
    "hub-gap": (
        QT_TRANSLATE_NOOP("sentences", "The bureau misses earlier entries of this computer"),
        QT_TRANSLATE_NOOP(
            "sentences", "They are offered again by itself. If it stays so, call the administrator."
        ),
    ),
    "hub-signature": (
        QT_TRANSLATE_NOOP("sentences", "The bureau does not accept this computer's signature"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Its keys do not fit its entry there. Connect again with a new code; nothing is lost.",
        ),
    ),
    "hub-parted": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's record and this one have parted"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The server was set back further than can be mended by itself. Call the "
            "administrator; everything stays here.",
        ),
    ),
    "hub-body": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's server does not understand this version"),
        QT_TRANSLATE_NOOP(
            "sentences", "Ask the administrator which version to use. Everything stays here."
        ),
    ),
    "hub-body-large": (
        QT_TRANSLATE_NOOP("sentences", "An entry is too large for the bureau's server"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It stays here with all that follows it, and what others wrote arrives. Call the "
            "administrator: the server can be set to take more.",
        ),
    ),
    "hub-broken": (
        QT_TRANSLATE_NOOP("sentences", "What the bureau sent does not fit together"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It was not taken in, and nothing here changed. If it stays so, call the administrator.",
        ),
    ),
    "hub-machine": (
        QT_TRANSLATE_NOOP("sentences", "This computer could not write what arrived"),
        QT_TRANSLATE_NOOP(
            "sentences", "Look at the health of its data. It goes on from the same place."
        ),
    ),
    "hub-stopped": (
        QT_TRANSLATE_NOOP("sentences", "The sending of files was stopped"),
        QT_TRANSLATE_NOOP(
            "sentences", "What arrived counts; the next round goes on from the same place."
        ),
    ),
    "hub-full": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's server has no room for more photos"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Your records have arrived; the photos wait here and are sent by themselves. Tell the "
            "administrator.",
        ),
    ),
    "hub-blob": (
        QT_TRANSLATE_NOOP("sentences", "A photo or file has not crossed yet"),
        QT_TRANSLATE_NOOP(
            "sentences", "It is offered again by itself in the next round. Nothing is lost."
        ),
    ),
    "hub-blob-hash": (
        QT_TRANSLATE_NOOP("sentences", "A photo or file came out of the line damaged"),
        QT_TRANSLATE_NOOP(
            "sentences", "It was not kept and is sent anew by itself. The original is untouched."
        ),
    ),
    "hub-blob-unknown": (
        QT_TRANSLATE_NOOP("sentences", "The bureau does not have this photo or file yet"),
        QT_TRANSLATE_NOOP(
            "sentences", "The laptop it was taken with has not sent it. Look again later."
        ),
    ),
    "hub-often": (
        QT_TRANSLATE_NOOP("sentences", "This was tried too often in a short time"),
        QT_TRANSLATE_NOOP("sentences", "Wait a minute, then try again. Everything stays here."),
    ),
    "hub-challenge": (
        QT_TRANSLATE_NOOP("sentences", "The greeting of the bureau's server ran out"),
        QT_TRANSLATE_NOOP(
            "sentences", "The line was too slow for it. It is tried again by itself."
        ),
    ),
    "hub-role": (
        QT_TRANSLATE_NOOP("sentences", "The bureau does not allow this computer to do that"),
        QT_TRANSLATE_NOOP(
            "sentences", "Ask the administrator which right is missing. Everything stays here."
        ),
    ),
    "hub-lease": (
        QT_TRANSLATE_NOOP("sentences", "The bureau gives no numbers for this series"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Everything else has arrived. Ask the administrator for the numbers of this year.",
        ),
    ),
    "hub-newer": (
        QT_TRANSLATE_NOOP("sentences", "The bureau asks for a newer version of this program"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What you wrote is sent all the same. Have it brought up to version {version} before "
            "you issue the next paper.",
        ),
    ),
    "hub-clock": (
        QT_TRANSLATE_NOOP("sentences", "This computer's clock is wrong"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Set it before you issue a paper, which carries its time. What was written before "
            "stays valid.",
        ),
    ),
    "hub-other": (
        QT_TRANSLATE_NOOP("sentences", "The bureau did not take it"),
        QT_TRANSLATE_NOOP(
            "sentences", "It says: {code}. Everything stays here; tell the administrator."
        ),
    ),
    "hub-copied": (
        QT_TRANSLATE_NOOP("sentences", "These data were set back, or run on a second computer"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What was written here meanwhile was issued again by itself; nothing is lost, and the "
            "document numbers left went back. If another computer works with a copy, stop using it "
            "and tell the administrator.",
        ),
    ),
    "hub-decided-again": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's server was set back, and it decides again"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{count} decisions about entries that were held back do not stand any more as they were "
            "taken. What was decided last counts here too: an entry taken in then can be held back "
            "now, or the reverse. The content is kept in full.",
        ),
    ),
    "hub-url": (
        QT_TRANSLATE_NOOP("sentences", "This is no address of a server"),
        QT_TRANSLATE_NOOP("sentences", "Type it exactly as the bureau gave it."),
    ),
    "conflict-empty": (
        QT_TRANSLATE_NOOP("sentences", "No value was written"),
        QT_TRANSLATE_NOOP(
            "sentences", "Write the value that is right, or choose one of those that stand."
        ),
    ),
    "conflict-moved-on": (
        QT_TRANSLATE_NOOP("sentences", "Something changed meanwhile"),
        QT_TRANSLATE_NOOP(
            "sentences", "Another value arrived or was decided on. Look again, then choose."
        ),
    ),
}


_SAME: Final = {"nobody": "role", "first": "role"}
"""Refusals that mean the same to a person."""


def witness_code(word: str) -> str:
    """The code under which the sentence of a hub that did not keep its word stands."""
    return f"witness-{word}"


def link_code(problem: str) -> str:
    """The code under which the sentence of a problem with the hub stands."""
    wanted = f"hub-{_SAME.get(problem, problem)}"
    if wanted in SYNC:
        return wanted
    family = f"hub-{problem.partition('-')[0]}"
    return family if family in SYNC else "hub-other"
