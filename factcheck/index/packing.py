"""Claims in few bytes: their JSON, compressed with a dictionary of how claims look.

The dictionary, `claims.json`, holds claims of the sample corpus as they are stored; the passage
itself is added to it, since its claims repeat its words. Together they bring the claims of one
passage, too short to be compressed by themselves, to a ninth of their JSON. The dictionary is part
of the stored form: another one is another form.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec

from factcheck.schema import Claim, decode_claims, encode_claims

DICTIONARY = Path(__file__).with_name("claims.json").read_bytes()
_RAW = -15  # no header and no checksum: a passage has its seal


def pack_claims(claims: tuple[Claim, ...], text: str) -> bytes:
    """Return the stored form of the claims of the passage with this text."""
    if not claims:
        return b""
    press = zlib.compressobj(
        zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, _RAW, 9, zlib.Z_DEFAULT_STRATEGY, _with(text)
    )
    return press.compress(encode_claims(claims)) + press.flush()


def unpack_claims(data: bytes, text: str) -> tuple[Claim, ...]:
    """Return the claims that `pack_claims` packed with the same text.

    Raises:
        ValueError: they are no claims.
    """
    if not data:
        return ()
    press = zlib.decompressobj(_RAW, _with(text))
    try:
        return decode_claims(press.decompress(data) + press.flush())
    except (msgspec.MsgspecError, zlib.error) as error:
        raise ValueError("no packed claims") from error


def _with(text: str) -> bytes:
    return DICTIONARY + text.encode("utf-8", "surrogatepass")
