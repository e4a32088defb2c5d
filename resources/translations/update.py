"""Collect the words for people from the code and compile their Chinese translation.

``python -m resources.translations.update`` rewrites ``zh_CN.ts`` and ``zh_CN.qm``; with ``--check``
it changes nothing and fails when the code has words the translation lacks.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET  # our own file, never one from outside

HERE = Path(__file__).parent
TOP = HERE.parent.parent
TS = HERE / "zh_CN.ts"
QM = HERE / "zh_CN.qm"


def tool(name: str) -> str:
    """The path of a Qt tool beside the running Python."""
    return str(Path(sys.executable).parent / name)


def collect(target: Path) -> None:
    """Bring the words of the code into a .ts file, keeping what is translated."""
    sources = sorted(str(path.relative_to(TOP)) for path in (TOP / "app").rglob("*.py"))
    subprocess.run(  # noqa: S603 - our own tool on our own files
        [tool("pyside6-lupdate"), *sources, "-no-obsolete", "-locations", "none",
         "-source-language", "en", "-target-language", "zh_CN", "-ts", str(target)],
        check=True, cwd=TOP, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def missing(source: Path) -> list[str]:
    """The words of a .ts file that have no translation yet."""
    found = []
    for message in ET.parse(source).getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        text = "" if translation is None else "".join(translation.itertext()).strip()
        unfinished = translation is None or translation.get("type") == "unfinished"
        if unfinished or not text:
            found.append(message.findtext("source") or "")
    return found


def known(source: Path) -> set[tuple[str, str]]:
    """Context and words of every message in a .ts file."""
    pairs: set[tuple[str, str]] = set()
    for context in ET.parse(source).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        pairs.update((name, m.findtext("source") or "") for m in context.iter("message"))
    return pairs


def check() -> int:
    """Compare the code with the committed translation; 0 when they agree."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / TS.name
        shutil.copy(TS, copy)
        collect(copy)
        wrong = known(copy) ^ known(TS)
        lacking = missing(copy)
    for context, words in sorted(wrong):
        print(f"not in step, run make translate: {context}: {words}", file=sys.stderr)  # noqa: T201
    for words in lacking:
        print(f"not translated: {words}", file=sys.stderr)  # noqa: T201
    return 1 if wrong or lacking else 0


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return check()
    collect(TS)
    subprocess.run(  # noqa: S603 - our own tool on our own files
        [tool("pyside6-lrelease"), str(TS), "-qm", str(QM), "-silent"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
