"""Printing through CUPS: `lp` and `cancel` act, IPP on the server's own socket tells.

`lpstat` cannot tell a job that was done from one that was aborted or cancelled, so the
state is asked for in IPP, where it is a number (RFC 8011, 5.3.7).
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.shell.ipp import (
    GET_JOB_ATTRIBUTES,
    GET_PRINTERS,
    NOT_FOUND,
    Answer,
    Group,
    read_answer,
    request,
)
from app.shell.marks import override
from app.shell.spooler import JobState, PrinterError, PrinterState, PrintOrder

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 15  # seconds for one question or command
SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock")

_JOB_STATES = {
    3: "waiting",
    4: "held",
    5: "printing",
    6: "held",
    7: "cancelled",
    8: "failed",
    9: "done",
}
_PRINTER_STATES = {3: "ready", 4: "printing", 5: "stopped"}
# Keywords of RFC 8011, 5.4.12, with their endings -report, -warning, -error taken off.
_TROUBLES = (
    (re.compile(r"^(offline|shutdown|timed-out|cups-ipp-)"), "offline"),
    (re.compile(r"^(media-(empty|needed|low)|input-tray-missing|output-area-full)"), "paper"),
    (re.compile(r"^media-jam"), "jam"),
    (re.compile(r"^(toner|marker|developer|opc)"), "ink"),
    (re.compile(r"^(cover|door|interlock)"), "cover"),
    (re.compile(r"^(paused|moving-to-paused|stopped-partly|hold-new-jobs)"), "paused"),
)
_HARMLESS = re.compile(
    r"^(none|connecting-to-device|.*-(low|report)(-report)?|cups-(missing|insecure)-filter.*)$"
)
_ABOUT_PRINTER = (
    "printer-name",
    "printer-info",
    "printer-state",
    "printer-state-message",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "sides-supported",
    "printer-type",
)
_ABOUT_JOB = (
    "job-state",
    "job-state-reasons",
    "job-printer-state-message",
    "job-printer-state-reasons",
    "job-hold-until",
)


@dataclass(frozen=True, slots=True)
class CupsSpooler:
    """The CUPS server of this machine; `server` is 'host:port' or the path of a socket."""

    server: str

    def printers(self) -> tuple[PrinterState, ...]:
        """List the queues, the default one marked; raises PrinterError."""
        answer = self._ask(request(GET_PRINTERS, None, _ABOUT_PRINTER))
        if not answer.good and answer.status != NOT_FOUND:
            raise PrinterError("broken", said=hex(answer.status))
        found = [printer_of(group) for group in answer.groups if "printer-name" in group]
        default = self._default()
        ordered = sorted(found, key=lambda printer: (printer.name != default, printer.title))
        return tuple(replace(printer, default=printer.name == default) for printer in ordered)

    def send(self, order: PrintOrder) -> JobState:
        """Queue a paper with `lp`; raises PrinterError."""
        if not order.pdf.startswith(b"%PDF-"):
            raise PrinterError("unreadable", printer=order.printer)
        sides = "two-sided-long-edge" if order.duplex else "one-sided"
        command = ["lp", "-d", order.printer, "-n", str(order.copies), "-t", _line(order.title)]
        done = self._run([*command, "-o", f"sides={sides}", "-"], order.pdf)
        said = done.stderr.decode("utf-8", "replace").strip()
        found = re.search(rb"-(\d+) \(", done.stdout)
        if done.returncode == 0 and found is not None:
            return JobState(order.printer, int(found[1]), "waiting")
        code = "broken"
        if "not accepting" in said:
            code = "rejected"
        elif "does not exist" in said:
            code = "no-printer"
        raise PrinterError(code, printer=order.printer, said=said)

    def look(self, job: JobState) -> JobState:
        """Ask how a job is; raises PrinterError when nobody answers."""
        uri = f"ipp://localhost/jobs/{job.job}"
        answer = self._ask(request(GET_JOB_ATTRIBUTES, uri, _ABOUT_JOB))
        if answer.status == NOT_FOUND:
            return replace(job, state="gone")
        if not answer.good:
            raise PrinterError("broken", printer=job.printer, said=hex(answer.status))
        facts = {name: value for group in answer.groups for name, value in group.items()}
        seen = job_of(job, facts)
        if seen.ended or seen.trouble:
            return seen
        return self._with_printer(seen)

    def cancel(self, job: JobState) -> None:
        """Take a job back with `cancel`; one that has ended already is no error."""
        done = self._run(["cancel", f"{job.printer}-{job.job}"], b"")
        said = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode != 0 and not self.look(job).ended:
            raise PrinterError("broken", printer=job.printer, said=said)

    def _with_printer(self, job: JobState) -> JobState:
        """Add the printer's trouble: a stopped printer keeps a job waiting for ever."""
        for printer in self.printers():
            if printer.name == job.printer and (printer.trouble or printer.state == "stopped"):
                trouble = printer.trouble or "paused"
                return replace(job, state="held", trouble=trouble, said=printer.said)
        return job

    def _default(self) -> str:
        done = self._run(["lpstat", "-d"], b"")
        return done.stdout.decode("utf-8", "replace").partition(": ")[2].strip()

    def _run(self, command: list[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
        """Run one of CUPS's commands, speaking English so that it can be read."""
        program = shutil.which(command[0])
        if program is None:
            raise PrinterError("no-spooler", said=command[0])
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "CUPS_SERVER": self.server}
        try:
            return subprocess.run(  # noqa: S603  # our own words, no shell
                [program, *command[1:]],
                input=data,
                capture_output=True,
                timeout=PATIENCE,
                env=environment,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PrinterError("no-spooler", said=command[0]) from error

    def _ask(self, question: bytes) -> Answer:
        connection = _connection(self.server)
        try:
            connection.request("POST", "/", question, {"Content-Type": "application/ipp"})
            return read_answer(connection.getresponse().read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise PrinterError("no-spooler", said=str(error)) from error
        finally:
            connection.close()


def find_server(environment: Mapping[str, str]) -> str | None:
    """Return where CUPS answers on this machine, or nothing where it does not."""
    if shutil.which("lp") is None:
        return None
    chosen = environment.get("CUPS_SERVER")
    candidates = (
        [chosen] if chosen else [*(s for s in SOCKETS if Path(s).exists()), "localhost:631"]
    )
    for server in candidates:
        connection = _connection(server)
        try:
            connection.connect()
        except OSError:
            continue
        finally:
            connection.close()
        return server
    return None


def printer_of(facts: Group) -> PrinterState:
    """Make a printer of what CUPS says about it."""
    name = _text(facts, "printer-name")
    reasons = tuple(str(part) for part in facts.get("printer-state-reasons", ()))
    sides = facts.get("sides-supported")
    return PrinterState(
        name=name,
        title=_text(facts, "printer-info") or name,
        state=_PRINTER_STATES.get(_number(facts, "printer-state"), "stopped"),
        accepts=facts.get("printer-is-accepting-jobs", (True,))[0] is True,
        trouble=trouble_of(reasons),
        said=_text(facts, "printer-state-message"),
        duplex=None if sides is None else any(str(side).startswith("two") for side in sides),
    )


def job_of(job: JobState, facts: Group) -> JobState:
    """Bring a job up to date with what CUPS says about it."""
    state = _JOB_STATES.get(_number(facts, "job-state"), "held")
    said = _text(facts, "job-printer-state-message")
    if state == "done":
        return replace(job, state=state, trouble="", said="")
    reasons = tuple(str(part) for part in facts.get("job-printer-state-reasons", ()))
    trouble = trouble_of(reasons)
    if state == "printing" and not trouble and re.search("unavailable|not respond|unreach", said):
        trouble = "offline"  # the network backends say it only in words
    if state == "held" and not trouble:
        trouble = "paused"
    return replace(job, state=state, trouble=trouble, said=said)


def trouble_of(reasons: tuple[str, ...]) -> str:
    """Put the keywords a printer gives for its state into one of our few words."""
    real = [reason for reason in reasons if not _HARMLESS.match(reason) or "offline" in reason]
    for reason in real:
        for pattern, trouble in _TROUBLES:
            if pattern.match(reason):
                return trouble
    return "other" if real else ""


class _UnixConnection(http.client.HTTPConnection):
    """HTTP over the socket file of a CUPS server."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=PATIENCE)
        self._path = path

    @override
    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(PATIENCE)
        self.sock.connect(self._path)


def _connection(server: str) -> http.client.HTTPConnection:
    if server.startswith("/"):
        return _UnixConnection(server)
    host, _, port = server.partition(":")
    return http.client.HTTPConnection(host, int(port) if port.isdigit() else 631, timeout=PATIENCE)


def _text(facts: Group, name: str) -> str:
    values = facts.get(name, ())
    return str(values[0]).strip() if values else ""


def _number(facts: Group, name: str) -> int:
    values = facts.get(name, (0,))
    return values[0] if isinstance(values[0], int) else 0


def _line(text: str) -> str:
    """Make one line of a title; a queue shows no more."""
    return " ".join(text.split())[:120] or "xunjian"
