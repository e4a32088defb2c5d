"""What came packed with zstd, unpacked within bounds."""

from db.journal import wire


def unzip(data: bytes) -> bytes:
    """Return what is packed in bytes.

    Raises:
        BadBody: ``large``, or ``body`` for bytes that are cut or none.
    """
    from backports import zstd

    unpacking = zstd.ZstdDecompressor()
    try:
        plain = unpacking.decompress(data, max_length=wire.MOST_BODY + 1)
    except zstd.ZstdError as error:
        raise wire.BadBody("body") from error
    if not unpacking.eof:
        raise wire.BadBody("large" if len(plain) > wire.MOST_BODY else "body")
    return plain
