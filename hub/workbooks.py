"""Workbooks of forms looked at in a process of their own, bounded in memory and time.

A workbook is a stranger's file, and what reads it is large. Whatever becomes of that process, the
hub goes on: it gets an answer, or learns that there is none.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from forms.compare_words import Difference
from forms.publish_problems import Problem

MOST_BYTES = 4 << 20
"""Bytes of a workbook that is handed in."""
MOST_PACKAGE = 8 << 20
"""Bytes of what is published: every laptop fetches it."""
SUFFIXES = (".xlsx", ".xls", ".csv", ".md")
SECONDS = 60
"""So long a workbook may take, by the clock and of a processor."""
MEMORY = 2 << 30

_Answer = TypeVar("_Answer")
_TOP = Path(__file__).parent.parent
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LD_LIBRARY_PATH")
"""All the process is told of the hub's surroundings: no address and no secret."""


class Heavy(Exception):  # noqa: N818 - it tells what happened
    """The workbook took more time or memory than any form needs, or broke what read it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A workbook by its file's name; ``used`` are the forms in use, by id, as packages.

    With a ``marked`` language (``zh``, ``en``) a copy with its errors written in is wanted.
    """

    name: str
    source: bytes
    used: Mapping[str, bytes]
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with a workbook, or the package it gives beside the one in use.

    ``previous`` is the hash of the one in use, "" for a new form; ``older`` its version. ``newer``
    tells whether the version is above it, ``grave`` how many of the differences, the gravest first,
    need a second person, ``unmapped`` the names that are gone without a word, ``tests`` how many
    tests of the workbook passed.
    """

    problems: tuple[Problem, ...] = ()
    package: bytes = b""
    hash: str = ""
    form_id: str = ""
    version: str = ""
    title: str = ""
    previous: str = ""
    older: str = ""
    newer: bool = True
    differences: tuple[Difference, ...] = ()
    grave: int = 0
    unmapped: tuple[str, ...] = ()
    tests: int = 0


def look(asked: Asked) -> Looked:
    """Check a workbook and compare it with the version in use.

    Raises:
        Heavy: it could not be read within bounds.
    """
    return _answer(asked, Looked)


def marked(asked: Asked) -> bytes:
    """Return a copy of a workbook, as .xlsx, with every error in it.

    Raises:
        Heavy: it could not be read within bounds.
    """
    return _answer(asked, bytes)


def _answer(asked: Asked, kind: type[_Answer]) -> _Answer:
    command = [sys.executable, "-m", "hub.workbook_reader"]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command,
            input=msgspec.msgpack.encode(asked),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            cwd=_TOP,
            env=kept | {"PYTHONUTF8": "1"},
        )
        return msgspec.msgpack.decode(done.stdout, type=kind)
    except (subprocess.SubprocessError, OSError, msgspec.DecodeError) as error:
        raise Heavy from error
