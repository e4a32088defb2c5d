"""The beginning of a matter: what it is, with whom, and for which campaign."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.layout import dotted, label_column
from app.screens.matter_words import icon_of, matter_words
from app.screens.place import record_place
from app.screens.sentences import sentence
from app.screens.visit_box import VisitBox
from app.services import campaigns, cases, settings, sites
from app.services.errors import Refused
from app.services.matters import SPOT_CHECK, in_order, matter_of
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item
from app.widgets.labelled import Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.cases import Started
    from app.services.changes import Result
    from app.services.matters import Matter
    from db.rows import Person

SHOWN = 12
"""Kinds of matter seen at once in the list; more are scrolled to."""


class StartDialog(DialogFrame):
    """A matter is about to begin: of what kind, with whom, and for which campaign.

    ``kind`` is the kind chosen at first; ``equipment_id`` the device a check is of; ``origin`` the
    case, finding, complaint or report it comes from. Without an enterprise ("") only what needs
    none is offered.
    """

    def __init__(  # noqa: PLR0913 - what is begun, each named at the call
        self,
        desk: Desk,
        enterprise_id: str,
        parent: QWidget,
        kind: str = SPOT_CHECK,
        *,
        equipment_id: str = "",
        origin: str = "",
    ) -> None:
        title = QCoreApplication.translate("StartDialog", "Start a matter")
        super().__init__(desk.theme, title, width=560, parent=parent)
        self._desk = desk
        self._enterprise_id = enterprise_id
        self._equipment_id = equipment_id
        self._origin = origin
        act = desk.duty.act()
        me = act.who
        unit = self.tr("Without an enterprise; one may be chosen in the paper")
        if enterprise_id:
            unit = sites.get(desk.reader, enterprise_id).name
        others = [one for one in settings.inspectors(desk.reader) if one.id != me.person_id]
        others.sort(key=self._lapsed)
        self._kind = self._kinds(kind)
        self._partner = ChoiceField(desk.theme, self.tr("Second inspector"))
        self._partner.set_items(
            [Item(one.id, one.name, self._certificate_words(one)) for one in others]
        )
        if others and not self._lapsed(others[0]):
            self._partner.set_value(others[0].id)
        self._partner.chosen.connect(self._clear_error)
        running = campaigns.running(desk.reader, act.today)
        self._campaign = running.key if running else ""
        self.body.addWidget(Label(desk.theme, unit, "strong", wrap=True))
        wide = label_column()
        what = Labelled(desk.theme, self.tr("What is begun"), self._kind, column=wide)
        self.body.addWidget(what)
        first = Label(desk.theme, dotted(me.name, me.certificate), "field")
        self.body.addWidget(Labelled(desk.theme, self.tr("First inspector"), first, column=wide))
        self._line = Labelled(
            desk.theme,
            self.tr("Second inspector"),
            self._partner,
            hint=self._team_hint(kind),
            required=True,
            column=wide,
        )
        self.body.addWidget(self._line)
        if running is not None:
            name = Label(desk.theme, running.name, "field", wrap=True)
            drive = Labelled(desk.theme, self.tr("Campaign"), name, column=wide)
            self.body.addWidget(drive)
            drive.setHidden(not matter_of(kind).campaign)
            self._kind.chosen.connect(lambda now: drive.setHidden(not matter_of(now).campaign))
        self.visit = VisitBox(desk, enterprise_id)
        self.body.addWidget(self.visit)
        if origin and matter_of(kind).visit:
            self.visit.set_kind("complaint")
        self._kind.chosen.connect(self._fit)
        self._fit(kind)
        if not others:
            self._line.set_error(
                self.tr("Nobody else is registered here. Add the second inspector in the settings.")
            )
        self.add_leave()
        self._go = self.add_act(self.tr("Begin"), "primary", "plus")
        self._go.setDefault(True)
        self._go.clicked.connect(self._begin)
        self._partner.setFocus()

    def _fit(self, kind: str) -> None:
        """Ask for what this kind needs: a visit, and a colleague or not."""
        matter = matter_of(kind)
        self.visit.setHidden(not matter.visit)
        self._line.set_hint(self._team_hint(kind))
        self.adjustSize()

    def _team_hint(self, kind: str) -> str:
        if matter_of(kind).alone:
            return self.tr("One officer may do this; nobody has to be chosen")
        return self.tr("Two sworn inspectors are needed (Procedure Rules art. 22)")

    def _kinds(self, kind: str) -> ChoiceField:
        codes = sites.kind_codes(self._desk.reader, self._enterprise_id)
        items = [
            Item(
                one.kind,
                matter_words(one.kind),
                "" if one.fits(codes) else self.tr("none here"),
                icon_of(one.form_id),
            )
            for one in in_order(codes)
            if self._may(one) or one.kind == kind
        ]
        field = ChoiceField(self._desk.theme, self.tr("What is begun"), items)
        field.setMaxVisibleItems(SHOWN)
        field.set_value(kind)
        return field

    def _may(self, one: Matter) -> bool:
        """Whether a matter is offered: without an enterprise, or from something, only some are."""
        return (bool(self._enterprise_id) or one.bare) and (one.visit or not self._origin)

    def _lapsed(self, person: Person) -> bool:
        expires = person.certificate_expires
        return expires is not None and expires < self._desk.duty.act().today

    def _certificate_words(self, person: Person) -> str:
        if self._lapsed(person):
            return dotted(person.certificate, self.tr("certificate expired"))
        return person.certificate

    def _clear_error(self, _value: str) -> None:
        self._line.set_error("")

    def _begin(self) -> None:
        partner, act = self._partner.value, self._desk.duty.act()
        enterprise_id, campaign = self._enterprise_id, self._campaign
        matter = matter_of(self._kind.value)
        if not partner and not matter.alone:
            self._line.set_error(self.tr("Choose the second inspector."))
            self._partner.setFocus()
            return
        if matter.visit and not self.visit.complete():
            return
        self._go.setEnabled(False)
        start = partial(
            cases.start,
            act=act,
            enterprise_id=enterprise_id,
            kind=self._kind.value,
            partner_id=partner or None,
            campaign=campaign,
            equipment_id=self._equipment_id,
            origin=self._origin,
            visit=self.visit.wish() if matter.visit else None,
        )
        self._desk.jobs.write(start, done=self._begun, failed=self._refused, initiator=self)

    def _begun(self, result: Result[Started]) -> None:
        self.accept()
        self._desk.go(record_place(result.value.record))

    def _refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        if isinstance(error, Refused) and error.code == "inspectors-same":
            self._line.set_error(" ".join(sentence(error.code, error.facts)))
        else:
            self._desk.tell(error)
