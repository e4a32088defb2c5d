"""Writing a file for a clerk: whole or not at all, and a sentence in both languages when not."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write beside and replace: a file that stands there is whole or untouched.

    Raises:
        OSError: it cannot be written; nothing was changed.
    """
    if path.exists() and not path.is_file():  # a pipe or a device takes it as it comes
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


_WHY = {
    errno.ENOSPC: (
        "磁盘已满：请清出空间后重试",
        "the disk is full; free some space and try again",
    ),
    errno.EROFS: (
        "该文件夹不可写：请换一个位置",
        "the folder may not be written; choose another place",
    ),
    errno.ENOENT: ("没有该文件夹：请检查路径", "there is no such folder; check the path"),
}
_WHY |= {
    errno.EDQUOT: _WHY[errno.ENOSPC],
    errno.EACCES: _WHY[errno.EROFS],
    errno.EPERM: _WHY[errno.EROFS],
    errno.ENOTDIR: _WHY[errno.ENOENT],
}
_ELSE = ("无法写入该处：请检查路径和磁盘", "it cannot be written; check path and disk")


def not_written(out: Path, error: OSError) -> str:
    """Say in both languages why nothing was written, and that nothing was changed."""
    zh, en = _WHY.get(error.errno or 0, _ELSE)
    return (
        f"未能写出 {out}，{zh}。原有文件均未改动。\n"
        f"    {out} was not written: {en}. Nothing that stood there was changed.\n"
    )
