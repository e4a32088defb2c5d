"""A proxy on the loopback that cuts a connection after so many bytes, going up or coming down."""

import contextlib
import socket
import threading

PIECE = 4096


class Cutting:
    """``cut`` is (direction, bytes): ``up`` or ``down``; None lets everything through."""

    def __init__(self, port, behind="127.0.0.1"):
        self.cut = None
        self.carried = {"up": 0, "down": 0}
        self._behind = (behind, port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._threads = []
        self._thread.start()

    def begin(self, cut):
        """Count from nothing, and cut there."""
        self.cut = cut
        self.carried = {"up": 0, "down": 0}

    def close(self):
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()
        for thread in self._threads:
            thread.join()

    def _serve(self):
        while True:
            try:
                near, _who = self._listening.accept()
            except OSError:
                return
            try:
                far = self._reach()
            except OSError:
                near.close()
                continue
            thread = threading.Thread(target=self._both, args=(near, far))
            thread.start()
            self._threads.append(thread)

    def _reach(self):
        return socket.create_connection(self._behind)

    def _both(self, near, far):
        back = threading.Thread(target=self._carry, args=("down", far, near))
        back.start()
        self._carry("up", near, far)
        back.join()
        near.close()
        far.close()

    def _carry(self, way, one, two):
        with contextlib.suppress(OSError):
            while piece := one.recv(PIECE):
                left = len(piece)
                if self.cut is not None and self.cut[0] == way:
                    left = max(0, self.cut[1] - self.carried[way])
                two.sendall(piece[:left])
                self.carried[way] += len(piece[:left])
                if left < len(piece):
                    break
        for end in (one, two):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
