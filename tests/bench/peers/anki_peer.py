"""Anki's own sync server and two of its collections: ``python anki_peer.py records rounds folder``.

Run by the Python of an environment of its own; prints one JSON object of seconds. It knows nothing
of our program and our program nothing of it.
"""

import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import time

from anki.collection import AddNoteRequest, Collection

WORDS = "巡检现场发现过期食品原料台账缺失整改通知书负责人签字留样设备运行记录安全培训证明文件"
USER = ("who", "secret")


def main(count, rounds, folder):
    """Measure so many rounds, each with a server of its own."""
    folder = pathlib.Path(folder)
    told = [measured(count, folder / str(number)) for number in range(rounds)]
    json.dump(told, sys.stdout)


def measured(count, folder):
    """One round: seconds of push, pull, no-op, one edit across, and a new device."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "server").mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "SYNC_USER1": ":".join(USER),
        "SYNC_BASE": str(folder / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return walked(count, folder, f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait()


def walked(count, folder, endpoint):
    """The walk through a server that is up."""
    one = Collection(str(folder / "one.anki2"))
    auth = signed_in(one, endpoint)
    whole(one, auth, upload=True)
    two = Collection(str(folder / "two.anki2"))
    whole(two, auth, upload=False)
    dice = random.Random(1)
    kind = one.models.by_name("Basic")
    notes = []
    for number in range(count):
        note = one.new_note(kind)
        note["Front"] = str(number)
        note["Back"] = "".join(dice.choices(WORDS, k=340))
        notes.append(AddNoteRequest(note, 1))
    one.add_notes(notes)
    told = {"push": timed(lambda: synced(one, auth)), "pull": timed(lambda: synced(two, auth))}
    told["noop"] = min(timed(lambda: synced(one, auth)) for _ in range(7))
    assert two.note_count() == count
    edits = []
    for number in range(5):
        note = one.get_note(one.find_notes("")[number])
        note["Back"] = f"edit {number}"
        one.update_note(note)
        edits.append(timed(lambda: (synced(one, auth), synced(two, auth))))
    assert two.find_notes('"Back:edit 4"')
    told["edit"] = sorted(edits)[2]
    three = Collection(str(folder / "three.anki2"))
    told["new"] = timed(lambda: whole(three, auth, upload=False))
    assert three.note_count() == count
    for each in (one, two, three):
        each.close()
    return told


def signed_in(collection, endpoint):
    """The key of the account, asked for until the server answers."""
    for _ in range(100):
        try:
            return collection.sync_login(*USER, endpoint)
        except Exception:  # noqa: BLE001 - whatever a server that is not up yet makes of it
            time.sleep(0.1)
    raise SystemExit("the sync server did not come up")


def synced(collection, auth):
    """An ordinary synchronisation."""
    told = collection.sync_collection(auth, sync_media=False)
    assert told.required in {told.NO_CHANGES, told.NORMAL_SYNC}, told


def whole(collection, auth, *, upload):
    """The whole collection as one file, one way."""
    collection.close_for_full_sync()
    collection.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    collection.reopen(after_full_sync=True)


def timed(work):
    """Seconds the work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
