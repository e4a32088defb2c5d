"""A real S3-compatible server on this machine: OpenStack Swift with its s3api, one copy of all.

Four processes as Swift has them (proxy, account, container, object) on a folder of the test's own;
any of them can be killed, stopped in its tracks and started again. The same steps were walked by hand
on a Ceph Object Gateway 16, which is too heavy for every run.
"""

import contextlib
import datetime as dt
import getpass
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from string import Template

import httpx2
import obstore
from obstore.store import S3Store

KEY, SECRET, REGION = "bureau:hub", "a-secret-of-the-bucket", "cn-lab"
_PARTS = ("account", "container", "object", "proxy")
_RINGS = """
import sys
from swift.common.ring import RingBuilder
folder, *ports = sys.argv[1:]
for name, port in zip(("account", "container", "object"), ports):
    ring = RingBuilder(4, 1, 1)
    place = {"region": 1, "zone": 1, "ip": "127.0.0.1", "port": int(port), "device": "disk"}
    ring.add_dev({**place, "weight": 1})
    ring.rebalance()
    ring.get_ring().save(f"{folder}/{name}.ring.gz")
"""
_COMMON = Template("""
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $port
swift_dir = $folder
devices = $folder
user = $user
mount_check = false
workers = 0
""")
_SERVER = Template("""
[pipeline:main]
pipeline = $name-server
[app:$name-server]
use = egg:swift#$name
""")
_PROXY = Template("""
[pipeline:main]
pipeline = catch_errors s3api tempauth container-quotas slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:s3api]
use = egg:swift#s3api
location = $region
[filter:tempauth]
use = egg:swift#tempauth
user_$user = $secret .admin
[filter:container-quotas]
use = egg:swift#container_quotas
[filter:slo]
use = egg:swift#slo
""")
_HASHES = """
[swift-hash]
swift_hash_path_suffix = tests
[storage-policy:0]
name = only
default = yes
"""


class Bucket:
    """A running server with one bucket of the name ``files``."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "disk").mkdir(parents=True)
        self.ports = dict(zip(_PARTS, _free(len(_PARTS)), strict=True))
        self._running = {}
        self._configure()
        for name in _PARTS:
            self.start(name)
        self.make("files")

    @property
    def url(self):
        """Where the server answers."""
        return f"http://127.0.0.1:{self.ports['proxy']}"

    @property
    def environment(self):
        """What a hub is told to keep its files here."""
        return {
            "HUB_BLOB_URL": "s3://files/of/the hub",
            "AWS_ENDPOINT_URL": self.url,
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_ALLOW_HTTP": "true",
        }

    def start(self, name="proxy"):
        """Start a part and wait until it listens."""
        module = "obj" if name == "object" else name
        with (self.folder / f"{name}.log").open("ab") as log:
            self._running[name] = subprocess.Popen(
                [
                    *(sys.executable, "-W", "ignore", "-c"),
                    f"from swift.{module}.server import main; main()",
                    str(self.folder / f"{name}.conf"),
                ],
                stdout=log,
                stderr=log,
            )
        for _ in range(600):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.ports[name])).close()
                return
            time.sleep(0.05)
        raise AssertionError((self.folder / f"{name}.log").read_text())

    def kill(self, name="proxy"):
        """End a part at once."""
        self._running[name].kill()
        self._running[name].wait()

    @contextlib.contextmanager
    def silent(self):
        """For a while it takes connections and says nothing."""
        process = self._running["proxy"]
        process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            process.send_signal(signal.SIGCONT)

    def make(self, name, most_bytes=None):
        """Make a bucket; with ``most_bytes`` no more goes in."""
        whole = S3Store(
            "-",
            endpoint=self.url,
            region=REGION,
            access_key_id=KEY,
            secret_access_key=SECRET,
            virtual_hosted_style_request=True,  # so that the path is the bucket itself
            client_options={"allow_http": True},
        )
        signed = obstore.sign(whole, "PUT", name, dt.timedelta(minutes=1))
        quota = {"x-container-meta-quota-bytes": str(most_bytes)} if most_bytes else {}
        httpx2.put(signed, headers=quota).raise_for_status()

    def close(self):
        """End every part."""
        for name in self._running:
            self.kill(name)

    def _configure(self):
        (self.folder / "swift.conf").write_text(_HASHES)
        rings = [str(self.ports[name]) for name in _PARTS[:-1]]
        command = [sys.executable, "-W", "ignore", "-c", _RINGS, str(self.folder), *rings]
        subprocess.run(command, check=True)
        told = {"folder": self.folder, "region": REGION, "secret": SECRET}
        for name, port in self.ports.items():
            common = _COMMON.substitute(told, port=port, user=getpass.getuser())
            own = _PROXY if name == "proxy" else _SERVER
            text = common + own.substitute(told, name=name, user=KEY.replace(":", "_"))
            (self.folder / f"{name}.conf").write_text(text)


def fits(folder):
    """Whether files there may have attributes; in memory they may from Linux 6.6 on."""
    try:
        os.setxattr(folder, "user.fits", b"yes")
    except OSError:
        return False
    return True


def _free(count):
    """Ports nobody listens on."""
    with contextlib.ExitStack() as stack:
        taken = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in taken]


@contextlib.contextmanager
def running(folder: Path):
    """A server that ends with the block."""
    made = None
    try:
        made = Bucket(folder)
        yield made
    finally:
        if made:
            made.close()
