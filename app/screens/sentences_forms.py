"""What is said about the versions of forms: which is in use, and who may put one into use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMS: Final[Mapping[str, tuple[str, str]]] = {
    "form-unknown": (
        QT_TRANSLATE_NOOP("sentences", "The form is not on this computer"),
        QT_TRANSLATE_NOOP(
            "sentences", "{form_id} is not in the library. Receive the bureau's forms, then go on."
        ),
    ),
    "form-too-new": (
        QT_TRANSLATE_NOOP("sentences", "The form needs a newer program"),
        QT_TRANSLATE_NOOP(
            "sentences", "It is kept here. Install the newer version of the program to open it."
        ),
    ),
    "form-of-bureau": (
        QT_TRANSLATE_NOOP("sentences", "The bureau publishes this form for everybody"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Hand the workbook of {title} to whoever keeps the forms of the bureau. Nothing was "
            "changed.",
        ),
    ),
    "version-moved-on": (
        QT_TRANSLATE_NOOP("sentences", "This paper has changed its form version again"),
        QT_TRANSLATE_NOOP(
            "sentences", "The earlier change can no longer be taken back. Nothing was changed."
        ),
    ),
    "version-not-newer": (
        QT_TRANSLATE_NOOP("sentences", "This version is not newer than the one in use"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{newest} is in use. Raise the version {version} in the workbook, save, then put it into "
            "use. Nothing was changed.",
        ),
    ),
    "renames-missing": (
        QT_TRANSLATE_NOOP("sentences", "The workbook does not say what became of some questions"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write in the sheet “renamed” what each is called now, or that it is meant to be gone: "
            "{names}. Nothing was put into use.",
        ),
    ),
    "approval-missing": (
        QT_TRANSLATE_NOOP("sentences", "A second person must confirm this version"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Drafts cannot go on by themselves after {count} of the changes. Have a second "
            "inspector confirm them with a reason. Nothing was put into use.",
        ),
    ),
    "approval-same-person": (
        QT_TRANSLATE_NOOP("sentences", "The second person must be another one"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} is putting this version into use. Choose another inspector. Nothing was changed.",
        ),
    ),
}
