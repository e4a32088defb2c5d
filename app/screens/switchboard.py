"""Which screen stands behind which place, and the wires between frame, commands and screens."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final

from app.screens.place import Place, begin_place
from app.screens.start_notes import tell_doubt
from app.screens.status import StatusFeed
from app.services import bureau_tables
from app.shell.standing import when_standing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.main_window import MainWindow
    from app.screens.desk import Desk
    from app.screens.place import Screen
    from app.screens.search import SearchPanel
    from app.shell.clock import ClockWatch


def _start(desk: Desk) -> Screen:
    from app.screens.start import StartScreen

    return StartScreen(desk)


def _today(desk: Desk) -> Screen:
    from app.screens.today import TodayScreen

    return TodayScreen(desk)


def _cases(desk: Desk) -> Screen:
    from app.screens.cases import CasesScreen

    return CasesScreen(desk)


def _case(desk: Desk) -> Screen:
    from app.screens.case import CaseScreen

    return CaseScreen(desk)


def _sites(desk: Desk) -> Screen:
    from app.screens.sites import SitesScreen

    return SitesScreen(desk)


def _enterprise(desk: Desk) -> Screen:
    from app.screens.enterprise import EnterpriseScreen

    return EnterpriseScreen(desk)


def _equipment(desk: Desk) -> Screen:
    from app.screens.equipment import EquipmentScreen

    return EquipmentScreen(desk)


def _device(desk: Desk) -> Screen:
    from app.screens.device import DeviceScreen

    return DeviceScreen(desk)


def _documents(desk: Desk) -> Screen:
    from app.screens.documents import DocumentsScreen

    return DocumentsScreen(desk)


def _rectify(desk: Desk) -> Screen:
    from app.screens.rectify import RectifyScreen

    return RectifyScreen(desk)


def _campaigns(desk: Desk) -> Screen:
    from app.screens.campaigns import CampaignsScreen

    return CampaignsScreen(desk)


def _officers(desk: Desk) -> Screen:
    from app.screens.officers import OfficersScreen

    return OfficersScreen(desk)


def _fill(desk: Desk) -> Screen:
    from app.screens.fill import FillScreen

    return FillScreen(desk)


def _sampling(desk: Desk) -> Screen:
    from app.screens.sampling import SamplingScreen

    return SamplingScreen(desk)


def _sample(desk: Desk) -> Screen:
    from app.screens.sample import SampleScreen

    return SampleScreen(desk)


def _report(desk: Desk) -> Screen:
    from app.screens.report import ReportScreen

    return ReportScreen(desk)


def _batch(desk: Desk) -> Screen:
    from app.screens.batch import BatchScreen

    return BatchScreen(desk)


def _samples(desk: Desk) -> Screen:
    from app.screens.samples import SamplesScreen

    return SamplesScreen(desk)


def _review(desk: Desk) -> Screen:
    from app.screens.review import ReviewScreen

    return ReviewScreen(desk)


def _issue(desk: Desk) -> Screen:
    from app.screens.issue import IssueScreen

    return IssueScreen(desk)


def _document(desk: Desk) -> Screen:
    from app.screens.document import DocumentScreen

    return DocumentScreen(desk)


def _sync(desk: Desk) -> Screen:
    from app.screens.sync import SyncScreen

    return SyncScreen(desk)


def _settings(desk: Desk) -> Screen:
    from app.screens.settings import SettingsScreen

    return SettingsScreen(desk)


def _designer(desk: Desk) -> Screen:
    from app.screens.designer import DesignerScreen

    return DesignerScreen(desk)


# A screen's module is imported when the screen is first shown.
SCREENS: Final[Mapping[str, Callable[[Desk], Screen]]] = {
    "start": _start,
    "today": _today,
    "cases": _cases,
    "case": _case,
    "sites": _sites,
    "enterprise": _enterprise,
    "equipment": _equipment,
    "device": _device,
    "documents": _documents,
    "rectify": _rectify,
    "campaigns": _campaigns,
    "officers": _officers,
    "fill": _fill,
    "sampling": _sampling,
    "sample": _sample,
    "report": _report,
    "batch": _batch,
    "samples": _samples,
    "review": _review,
    "issue": _issue,
    "document": _document,
    "sync": _sync,
    "settings": _settings,
    "designer": _designer,
}


def connect_frame(window: MainWindow, desk: Desk, watch: ClockWatch) -> None:
    """Wire commands, search, scanning, the status line and the clock to the window."""

    @cache
    def panel() -> SearchPanel:
        from app.screens.search import SearchPanel

        made = SearchPanel(desk, window.top, window)
        window.reworded.connect(made.reword)
        return made

    feed = StatusFeed(desk, window)
    # The first screen stands before these are made and read.
    when_standing(window, panel)
    when_standing(window, feed.look)
    watch.midnight.connect(feed.look)
    watch.midnight.connect(lambda _day: desk.jobs.write(bureau_tables.settle, failed=desk.tell))
    watch.woke.connect(feed.look)
    watch.doubted.connect(partial(tell_doubt, desk))
    window.reworded.connect(feed.look)
    places = (
        *("today", "cases", "sites", "documents", "rectify", "samples", "campaigns"),
        *("sync", "settings"),
    )
    runs: dict[str, Callable[[], object]] = {
        screen: partial(desk.go, Place(screen)) for screen in places
    }
    runs |= {
        "search": lambda: panel().begin(),
        "scan": lambda: panel().scan(),
        "new": partial(desk.go, begin_place()),
        "spot-check": partial(desk.go, begin_place()),
        "back": window.back,
        "theme": partial(toggle_theme, desk),
        "language": partial(toggle_language, desk),
        "keys": lambda: panel().show_shortcuts(),
    }
    window.take_commands(runs)
    window.show_duty()


def toggle_theme(desk: Desk) -> None:
    """Change between light and dark, and remember it."""
    mode = "light" if desk.theme.dark else "dark"
    desk.config.change(theme=mode)
    desk.theme.set_mode(mode)


def toggle_language(desk: Desk) -> None:
    """Change between Chinese and English, and remember it."""
    language = "en" if desk.config.settings.language == "zh_CN" else "zh_CN"
    desk.config.change(language=language)
    desk.languages.use(language)
