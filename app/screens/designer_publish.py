"""Putting a version into use: what that means for drafts, and the word of a second person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.screens.designer_check import difference_remark
from app.screens.layout import column, dotted, label_column, scroll_over
from app.screens.sentences import sentence
from app.services import publishing
from app.services.errors import Refused
from app.services.publishing import Confirmation
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item, TextField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.remarks import RemarkCard

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.packages import FormLine
    from forms.beside import Checked

HIGH: Final = 240  # pixels of the changes before they scroll
WIDE: Final = 680


class PublishDialog(DialogFrame):
    """Shows what breaks, asks a second person where something does, and puts it into use.

    Signals:
        published: The form as one may begin it now (a ``FormLine``).
    """

    published = Signal(object)

    def __init__(self, desk: Desk, found: Checked, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", width=WIDE, parent=parent)
        self._desk = desk
        self._found = found
        title = self.tr("Put version {version} into use").format(version=found.package.version)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)
        theme = desk.theme
        self.body.addWidget(Label(theme, self._means(), "field", "muted", wrap=True))
        shown = found.unmapped or found.grave
        self.changes = RemarkCard(theme)
        self.changes.set_remarks([difference_remark(one) for one in shown])
        if shown:
            self.body.addWidget(self._scrolled(self.changes), 1)
        self.person = ChoiceField(theme, self.tr("Second person"), hint=self.tr("Choose"))
        self.reason = TextField(theme, self.tr("Reason"))
        self._person_line = Labelled(
            theme, self.tr("Second person"), self.person, required=True, column=label_column()
        )
        self._reason_line = Labelled(
            theme, self.tr("Reason"), self.reason, required=True, column=label_column()
        )
        blocked = bool(found.unmapped) or not found.newer
        for line in (self._person_line, self._reason_line):
            self.body.addWidget(line)
            line.setVisible(bool(found.grave) and not blocked)
        self._none = Label(theme, "", "label", "warning", wrap=True)
        self.body.addWidget(self._none)
        self._offer_people()
        self.add_leave(self.tr("Close") if blocked else "")
        self.act = self.add_act(self.tr("Put into use"), "primary", "tick")
        self.act.setVisible(not blocked)
        self.act.clicked.connect(self.publish)

    def publish(self) -> None:
        """Put it into use, with the second person's word where one is needed."""
        commit_input_method()
        for line in (self._person_line, self._reason_line):
            line.set_error("")
        confirmation = None
        if self._found.grave:
            if not self.person.value:
                self._person_line.set_error(self.tr("Choose who confirms it."))
                self.person.setFocus()
                return
            confirmation = Confirmation(self.person.value, self.reason.text())
        self.act.setEnabled(False)
        job = partial(
            publishing.publish_new_version,
            act=self._desk.duty.act(),
            package=self._found.package,
            confirmation=confirmation,
        )
        self._desk.jobs.write(job, done=self._tell, failed=self._refuse)

    # --- inside -------------------------------------------------------------------------------

    def _means(self) -> str:
        found = self._found
        if not found.newer and found.previous is not None:
            return self.tr(
                "Version {newest} is in use. Write a higher number into the sheet “settings” of "
                "the workbook and save; then it can be put into use."
            ).format(newest=found.previous.version)
        if found.unmapped:
            return self.tr(
                "Drafts hold answers to questions that are gone. Say in the sheet “renamed” of "
                "the workbook what each is called now, or that it is meant to be gone, and save; "
                "then it can be put into use."
            )
        if found.grave:
            return self.tr(
                "Drafts cannot go on by themselves after these changes. A second inspector looks "
                "at them and confirms; name and reason are kept with the form for good."
            )
        if found.previous is None:
            return self.tr("The form can be begun from now on.")
        return self.tr(
            "New records begin with this version. Drafts stay on theirs until somebody moves "
            "them; nothing that was issued changes."
        )

    def _offer_people(self) -> None:
        if not self._found.grave or self._found.unmapped or not self._found.newer:
            self._none.hide()
            return
        people = publishing.confirmers(self._desk.reader, self._desk.duty.act())
        self.person.set_items([Item(one.id, one.name, dotted(one.certificate)) for one in people])
        self.person.setCurrentIndex(-1)
        self._none.setText(
            ""
            if people
            else self.tr(
                "There is no second inspector with a certificate here; add one in the settings."
            )
        )
        self._none.setVisible(not people)

    def _scrolled(self, card: RemarkCard) -> QWidget:
        page = QWidget()
        lines = column(page)
        lines.addWidget(card)
        lines.addStretch(1)
        area = scroll_over(page)
        area.setMinimumHeight(min(page.sizeHint().height() + 4, HIGH))
        return area

    def _tell(self, result: Result[FormLine]) -> None:
        self.accept()
        self.published.emit(result.value)

    def _refuse(self, error: Exception) -> None:
        self.act.setEnabled(True)
        if not isinstance(error, Refused):
            self._desk.tell(error)
            return
        bold, body = sentence(error.code, error.facts)
        if error.code == "reason-missing":
            self._reason_line.set_error(self.tr("Write why drafts may be broken."))
            self.reason.setFocus()
        elif error.code in {"approval-same-person", "person-inactive", "certificate-missing"}:
            self._person_line.set_error(bold)
            self.person.setFocus()
        else:
            self._none.setText(f"{bold} {body}")
            self._none.show()
