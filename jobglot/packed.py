"""Values as bytes and back, for the way between processes and between runs: the door to msgspec.

MessagePack, read back as the types it was written from and as nothing else: unlike a pickle, such bytes can make no
object but values, so it does not matter who wrote them.
"""

from __future__ import annotations

import hashlib
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder()
_hasher = msgspec.msgpack.Encoder(enc_hook=str)


def pack(value: object) -> bytes | None:
    """The value as bytes; None for what MessagePack cannot hold: whole numbers beyond 64 bits, halves of surrogates."""
    try:
        return _encoder.encode(value)
    except (UnicodeEncodeError, OverflowError):
        return None


def digest_of(value: object) -> bytes:
    """The SHA-256 of the value, the same in every process. A map counts with its order; a set only by itself."""
    ordered = sorted(value) if isinstance(value, frozenset) else value
    return hashlib.sha256(_hasher.encode(ordered)).digest()


class Unpack(Generic[T]):
    """Reads values of one type, which is made of dataclasses, named tuples, enums, dates and the like."""

    def __init__(self, of: Any) -> None:
        self._decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(of)

    def __call__(self, data: bytes | memoryview) -> T:
        """A value equal to the one that was packed; ValueError when the bytes are none of the type."""
        try:
            return self._decoder.decode(data)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
            raise ValueError(str(wrong)) from wrong
