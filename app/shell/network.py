"""Tells when a network appears, as far as the system says so."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation


class NetworkWatch(QObject):
    """Listens to the system; where it says nothing, nothing is told and rounds go by the clock.

    Signals:
        appeared: There is a way out that was not there before.
    """

    appeared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if not QNetworkInformation.availableBackends():
            return
        if QNetworkInformation.loadDefaultBackend():
            QNetworkInformation.instance().reachabilityChanged.connect(self._tell)

    def _tell(self, reach: QNetworkInformation.Reachability) -> None:
        if reach in {
            QNetworkInformation.Reachability.Online,
            QNetworkInformation.Reachability.Site,
            QNetworkInformation.Reachability.Local,
        }:
            self.appeared.emit()
