"""Run every test in two processes side by side: ``python -m tests.both``.

The window's tests and all others take about the same time, and no test needs the other half. What
the first half says is shown as it comes, what the second says when both have ended.
"""

import subprocess
import sys
import tempfile
import time

WINDOW = ("tests/gui", "tests/guards")
PYTEST = (sys.executable, "-m", "pytest")
OTHERS = (*PYTEST, "-o", "cache_dir=.pytest_cache/others", *(f"--ignore={one}" for one in WINDOW))


def main():
    """0 when both halves passed, else the worse of their exit codes."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as told:
        others = subprocess.Popen(OTHERS, stdout=told, stderr=subprocess.STDOUT)
        try:
            first = subprocess.run((*PYTEST, *WINDOW), check=False).returncode
            second = others.wait()
        except BaseException:
            others.kill()
            raise
        told.seek(0)
        sys.stdout.buffer.write(told.read())
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    say(f"both halves: {minutes} min {seconds} s, exit codes {first} and {second}")
    return max(first, second)


def say(line):
    """One line for whoever waits at the terminal."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
