"""Printing on a real CUPS server of our own: what comes out, what is held, what fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from functools import partial
from pathlib import Path

import pytest

from app.shell.cups import CupsSpooler, find_server
from app.shell.jobs import Jobs
from app.shell.printer import (
    JobState,
    PrinterError,
    Printing,
    PrintOrder,
    find_spooler,
    list_printers,
)

PDF = b"%PDF-1.4\n% one page\n%%EOF\n"

# A printer of paper is a program for CUPS: this one keeps what it is given, or fails.
BACKEND = """\
#!/bin/sh
if [ $# -eq 0 ]; then exit 0; fi
case "$DEVICE_URI" in
keep:fail) exit 1 ;;
keep:slow) echo "STATE: +media-empty-error" >&2; sleep 60; exit 0 ;;
keep:*) cat ${6:+"$6"} > "${DEVICE_URI#keep:}/$1-copies$4-${5%% *}.pdf"; exit 0 ;;
esac
"""

CUPSD = """\
Listen {home}/cups.sock
LogLevel info
MaxLogSize 0
Browsing No
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""

FILES = """\
ServerRoot {home}
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/state
TempDir {home}/spool
AccessLog {home}/access.log
ErrorLog {home}/error.log
PageLog {home}/page.log
DataDir /usr/share/cups
ServerBin {home}/bin
SystemGroup root
"""


class Cups:
    """A CUPS server on a socket of its own, with five queues."""

    def __init__(self, home):
        self.home = home
        self.server = str(home / "cups.sock")
        self.paper = home / "paper"
        self.process = None

    def start(self):
        for name in ("spool", "cache", "state", "bin/backend", "paper"):
            (self.home / name).mkdir(parents=True)
        self.home.chmod(0o755)
        self.paper.chmod(0o777)
        for folder in Path("/usr/lib/cups").iterdir():
            if folder.name != "backend":
                (self.home / "bin" / folder.name).symlink_to(folder)
        backend = self.home / "bin" / "backend" / "keep"
        backend.write_text(BACKEND)
        backend.chmod(0o755)
        (backend.parent / "socket").symlink_to("/usr/lib/cups/backend/socket")
        (self.home / "cupsd.conf").write_text(CUPSD.format(home=self.home))
        (self.home / "cups-files.conf").write_text(FILES.format(home=self.home))
        self.process = subprocess.Popen(
            [
                shutil.which("cupsd", path="/usr/sbin:/usr/bin") or "cupsd",
                *("-f", "-c", str(self.home / "cupsd.conf")),
                *("-s", str(self.home / "cups-files.conf")),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if not wait_until(lambda: find_server({"CUPS_SERVER": self.server}) is not None):
            return False
        self.admin("lpadmin", "-p", "Paper", "-v", f"keep:{self.paper}", "-D", "Front office", "-E")
        self.admin(
            "lpadmin",
            "-p",
            "Broken",
            "-v",
            "keep:fail",
            "-o",
            "printer-error-policy=abort-job",
            "-E",
        )
        self.admin("lpadmin", "-p", "Empty", "-v", "keep:slow", "-E")
        self.admin("lpadmin", "-p", "Gone", "-v", "socket://127.0.0.1:9", "-E")
        self.admin("lpadmin", "-p", "Stopped", "-v", f"keep:{self.paper}", "-E")
        self.admin("cupsdisable", "-r", "out of order", "Stopped")
        self.admin("lpadmin", "-d", "Paper")
        return True

    def admin(self, *command):
        environment = {**os.environ, "CUPS_SERVER": self.server, "LC_ALL": "C"}
        path = f"{os.environ.get('PATH', '')}:/usr/sbin"
        program = shutil.which(command[0], path=path)
        subprocess.run([program, *command[1:]], env=environment, check=True, capture_output=True)

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def wait_until(true, seconds=15.0):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture(scope="module")
def cups():
    if shutil.which("cupsd", path="/usr/sbin:/usr/bin") is None or shutil.which("lp") is None:
        pytest.skip("cupsd and lp are not installed here (Debian: cups, cups-client)")
    made = Cups(Path(tempfile.mkdtemp(prefix="xj-cups-", dir="/tmp")))  # short: it holds a socket
    try:
        if not made.start():
            pytest.skip("cupsd is installed but does not start here")
        yield made
    finally:
        made.stop()


@pytest.fixture
def spooler(cups):
    return CupsSpooler(cups.server)


def order(printer, **more):
    return PrintOrder(PDF, printer, "责改〔2026〕0017", **more)


def follow(spooler, job, good):
    """Look again and again until a job is as expected, and return how it was last."""
    seen = [job]

    def look():
        seen.append(spooler.look(seen[-1]))
        return good(seen[-1])

    wait_until(look)
    return seen[-1]


def test_the_printers_are_listed_with_their_state(spooler, monkeypatch):
    """The status line shows it before anybody presses print."""
    printers = {printer.name: printer for printer in spooler.printers()}
    assert set(printers) == {"Paper", "Broken", "Empty", "Gone", "Stopped"}
    assert next(iter(printers)) == "Paper"
    assert (printers["Paper"].title, printers["Paper"].default) == ("Front office", True)
    assert printers["Paper"].ready
    stopped = printers["Stopped"]
    assert (stopped.state, stopped.trouble, stopped.said) == ("stopped", "paused", "out of order")
    assert not stopped.ready
    monkeypatch.setenv("CUPS_SERVER", spooler.server)
    assert list_printers() == spooler.printers()
    assert find_spooler(lambda *_: (0, 0, b""), lambda _: ()) == spooler


def test_a_paper_comes_out_as_the_bytes_that_were_sent(spooler, cups):
    """CUPS takes the PDF itself; the copies reach the printer."""
    job = spooler.send(order("Paper", copies=2, duplex=True))
    assert follow(spooler, job, lambda job: job.ended).state == "done"
    (sheet,) = cups.paper.glob(f"{job.job}-*")
    assert sheet.read_bytes() == PDF
    assert "-copies2-" in sheet.name


def test_a_printer_that_fails_is_a_failed_job_and_not_a_done_one(spooler):
    """`lp` had said yes; the page never came."""
    job = spooler.send(order("Broken"))
    assert follow(spooler, job, lambda job: job.ended).state == "failed"


def test_a_printer_without_paper_is_said_while_the_job_waits(spooler):
    """The inspector fills the tray and the job goes on."""
    job = spooler.send(order("Empty"))
    seen = follow(spooler, job, lambda job: bool(job.trouble))
    assert (seen.trouble, seen.ended) == ("paper", False)
    spooler.cancel(seen)
    assert follow(spooler, seen, lambda job: job.ended).state == "cancelled"


def test_a_printer_that_is_switched_off_is_said_while_the_job_waits(spooler):
    """Submission succeeds all the same; only the job's state tells."""
    job = spooler.send(order("Gone"))
    seen = follow(spooler, job, lambda job: bool(job.trouble))
    assert (seen.state, seen.trouble) == ("printing", "offline")
    assert seen.said
    spooler.cancel(seen)
    assert follow(spooler, seen, lambda job: job.ended).state == "cancelled"


def test_a_stopped_queue_holds_the_job_and_says_why(spooler):
    """Somebody paused it on another day and forgot."""
    job = spooler.send(order("Stopped"))
    seen = follow(spooler, job, lambda job: bool(job.trouble))
    assert (seen.state, seen.trouble, seen.said) == ("held", "paused", "out of order")
    spooler.cancel(seen)
    seen = follow(spooler, seen, lambda job: job.ended)
    assert seen.state == "cancelled"
    spooler.cancel(seen)  # a second time is no error


def test_what_cannot_be_printed_is_refused_with_a_code(spooler, cups):
    """Each code has a sentence."""
    cups.admin("cupsreject", "-r", "full", "Broken")
    codes = []
    for wrong in (order("Nowhere"), order("Broken"), PrintOrder(b"no pdf", "Paper", "x")):
        with pytest.raises(PrinterError) as caught:
            spooler.send(wrong)
        codes.append(caught.value.code)
    cups.admin("cupsaccept", "Broken")
    assert codes == ["no-printer", "rejected", "unreadable"]


def test_a_job_cups_has_forgotten_is_gone(spooler):
    """A server that keeps no history."""
    assert spooler.look(JobState("Paper", 99999, "waiting")).state == "gone"


def test_a_silent_server_is_a_code(tmp_path):
    """CUPS was stopped while the program ran."""
    for call in (
        CupsSpooler(str(tmp_path / "none")).printers,
        partial(CupsSpooler(str(tmp_path / "none")).look, JobState("P", 1, "waiting")),
    ):
        with pytest.raises(PrinterError) as caught:
            call()
        assert caught.value.code == "no-spooler"
    assert find_server({"CUPS_SERVER": str(tmp_path / "none")}) is None


class NoStore:
    def flush_journal(self):
        pass

    def close(self):
        pass


def test_a_paper_is_followed_from_the_window_until_it_has_come_out(qtbot, spooler, cups):
    """The screen only listens."""
    jobs = Jobs(NoStore, expected=(PrinterError,))
    printing, news, failures = Printing(jobs, spooler, every=50), [], []
    printing.followed.connect(news.append)
    printing.failed.connect(failures.append)
    with qtbot.waitSignal(printing.listed, timeout=20_000) as listed:
        printing.refresh()
    ticket = printing.send(order("Paper"))
    wrong = printing.send(order("Nowhere"))
    qtbot.waitUntil(lambda: not printing.under_way() and bool(failures), timeout=20_000)
    printing.stop()
    assert jobs.close()
    assert len(listed.args[0]) == 5
    assert [ticket] * len(news) == [number for number, _ in news]
    assert news[-1][1].state == "done"
    ((failed, error),) = failures
    assert (failed, error.code) == (wrong, "no-printer")


def test_a_paper_in_the_queue_is_taken_back_from_the_window(qtbot, spooler):
    """Wrong printer chosen."""
    jobs = Jobs(NoStore, expected=(PrinterError,))
    printing, news = Printing(jobs, spooler, every=50), []
    printing.followed.connect(news.append)
    ticket = printing.send(order("Stopped"))
    qtbot.waitUntil(lambda: bool(news) and news[-1][1].trouble == "paused", timeout=20_000)
    printing.cancel(ticket)
    qtbot.waitUntil(lambda: not printing.under_way(), timeout=20_000)
    printing.stop()
    assert jobs.close()
    assert news[-1][1].state == "cancelled"
