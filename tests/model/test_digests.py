"""Digests are those of the standard library."""

import hashlib

import pytest

from reader.model.digests import blake2b, sha256


@pytest.mark.parametrize("data", [b"", b"margin", bytes(range(256)) * 999])
def test_digests_are_those_of_the_standard_library(data: bytes) -> None:
    assert sha256(data).hexdigest() == hashlib.sha256(data).hexdigest()
    assert blake2b(data, digest_size=16).digest() == hashlib.blake2b(data, digest_size=16).digest()
    grown = sha256()
    grown.update(data)
    assert grown.digest() == sha256(data).digest()
