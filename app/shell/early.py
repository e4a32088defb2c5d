"""What is looked at before Qt is imported: libraries, the display, the input method.

Qt ends the program with a line for programmers when one of these is missing, so they are
asked about first and answered in a sentence. There is no translator yet: both languages.
"""

from __future__ import annotations

import ctypes
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

# Shared object → Debian package; what the PySide6 wheel does not bring itself.
_ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
_ON_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def uses_x11(environment: Mapping[str, str]) -> bool:
    """Say whether Qt will open its windows on an X11 display."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.startswith("xcb")
    return bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")


def missing_packages(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Name the Debian packages whose libraries Qt needs here and cannot find."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = _ALWAYS | (_ON_X11 if uses_x11(environment) else {})
    return tuple(package for library, package in wanted.items() if not _loads(library))


def libraries_sentence(packages: tuple[str, ...]) -> str:
    """Say exactly what to install."""
    command = "sudo apt-get install -y " + " ".join(packages)
    return f"缺少系统组件，请先运行：{command}\nSystem libraries are missing; run: {command}"


def spare_feature_search() -> None:
    """Let no module's source be read again to see whether it asks for PySide's spelling features.

    We use none, and a frozen program has no sources to search; reading them takes a tenth of the
    start. Call it before anything of ours that imports Qt.
    """
    import PySide6.QtCore  # noqa: F401 - brings the module below

    # WORKAROUND PYSIDE-2029: ``feature_imported`` reads the source of every module imported
    # after Qt. What it finds out is "not used", which is what we answer without looking.
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]  # noqa: SLF001


def display_problem(environment: Mapping[str, str]) -> str | None:
    """Say in a sentence why no window can be opened, or nothing when one can."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return "这台机器没有显示器（DISPLAY 未设置）。\nThere is no display (DISPLAY is not set)."
    if _answers(display):
        return None
    return f"显示器 {display} 没有应答。\nThe display {display} does not answer."


def choose_input_method(environment: MutableMapping[str, str], plugins: Path | None = None) -> None:
    """Let Chinese be typed on X11: the wheel speaks ibus and no fcitx.

    Fcitx 5 answers the ibus protocol too, so this serves both.
    """
    if not uses_x11(environment) or environment.get("QT_IM_MODULE", "fcitx") not in {
        "fcitx",
        "fcitx5",
    }:
        return
    folder = plugins or _input_plugins()
    if folder is None or not any(folder.glob("*fcitx*")):
        environment["QT_IM_MODULE"] = "ibus"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Knock at the display; a remote or odd one is believed."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if host not in {"", "unix"} or not number.isdigit():
        return True
    import socket

    name = f"/tmp/.X11-unix/X{number}"  # noqa: S108  # where X itself puts it
    for address in (name, "\0" + name):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
            knock.settimeout(2)
            try:
                knock.connect(address)
            except OSError:
                continue
            return True
    return False


def _input_plugins() -> Path | None:
    found = find_spec("PySide6")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).parent / "Qt" / "plugins" / "platforminputcontexts"
