"""One hash of many things."""

from __future__ import annotations

from jobglot.hashes import hash_of


def test_a_hash_tells_where_its_parts_end():
    assert hash_of(b"ab", b"c") != hash_of(b"a", b"bc") != hash_of(b"abc")
    assert hash_of(b"ab", b"c") == hash_of(*[b"ab", b"c"])
    assert len({hash_of(), hash_of(b""), hash_of(b"", b"")}) == 3
