"""Keys, seals, tokens: what they promise without a database."""

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from ringonce.kernel.keys import KeyMalformed, KeyMissing, Rendered, Scope, fingerprint_of, parse_key_header
from ringonce.kernel.secrets import (
    BrokenSeal,
    Signer,
    derive,
    new_key,
    new_salt,
    new_token,
    salted_hash,
    seal,
    unseal,
)
from ringonce.values.ids import WorkspaceId

W = WorkspaceId("wsp_1")
KEY = "a-key-of-sixteen+"


@pytest.mark.parametrize(
    ("header", "key"),
    [
        (f'"{KEY}"', KEY),
        (f'  "{KEY}" ', KEY),
        ('"0123456789abcdef"', "0123456789abcdef"),
        (f'"{"x" * 128}"', "x" * 128),
        ('"with \\"quotes\\" \\\\ inside"', 'with "quotes" \\ inside'),
    ],
)
def test_a_quoted_key_is_read(header: str, key: str) -> None:
    assert parse_key_header(header) == key


@pytest.mark.parametrize("header", [None, "", "   "])
def test_a_missing_key_is_named(header: str | None) -> None:
    with pytest.raises(KeyMissing):
        parse_key_header(header)


@pytest.mark.parametrize(
    "header",
    [
        KEY,
        f'"{KEY}',
        f'{KEY}"',
        '"',
        '""',
        '"too-short-a-key"',
        f'"{"x" * 129}"',
        '"sixteen-chars-ü!"',
        '"with-a-tab\there---"',
        '"with-a-newline\n-here"',
        '"an-unescaped-"-quote"',
        '"a-trailing-backslash\\"',
        '"another-escape-\\n-here"',
        f'"{KEY}", "{KEY}"',
        f'"{KEY}";a=1',
    ],
)
def test_a_malformed_key_is_refused(header: str) -> None:
    with pytest.raises(KeyMalformed):
        parse_key_header(header)


def test_the_fingerprint_is_canonical() -> None:
    one = fingerprint_of("post", "/api/v1/holds", {"b": 1, "a": {"y": [1, 2], "x": None}})
    assert one == fingerprint_of("POST", "/api/v1/holds", {"a": {"x": None, "y": [1, 2]}, "b": 1})
    others = [
        fingerprint_of("PUT", "/api/v1/holds", {"b": 1, "a": {"y": [1, 2], "x": None}}),
        fingerprint_of("POST", "/api/v1/hold", {"b": 1, "a": {"y": [1, 2], "x": None}}),
        fingerprint_of("POST", "/api/v1/holds", {"b": 1, "a": {"y": [2, 1], "x": None}}),
        fingerprint_of("POST", "/api/v1/holds", {"b": "1", "a": {"y": [1, 2], "x": None}}),
        fingerprint_of("POST", "/api/v1/holds", None),
    ]
    assert len({one, *others}) == 6
    assert len(one) == 32


@given(st.binary(max_size=200), st.integers(200, 599))
def test_a_sealed_answer_opens_for_its_own_key_only(body: bytes, status: int) -> None:
    scope = Scope(W, "visitor:vis_1", KEY)
    row = {"status": status, "sealed": scope.close(Rendered(status, body, "text/plain"))}
    assert scope.open(row) == Rendered(status, body, "text/plain")
    for other in (
        Scope(W, "visitor:vis_1", KEY + "x"),
        Scope(W, "visitor:vis_2", KEY),
        Scope(WorkspaceId("wsp_2"), "visitor:vis_1", KEY),
    ):
        with pytest.raises(BrokenSeal):
            other.open(row)
    with pytest.raises(BrokenSeal):
        scope.open({**row, "status": status + 1})


@given(st.binary(max_size=100), st.integers(0, 500))
def test_an_altered_seal_is_found(plain: bytes, place: int) -> None:
    key = b"k" * 32
    sealed = bytearray(seal(key, plain))
    sealed[place % len(sealed)] ^= 1
    with pytest.raises(BrokenSeal):
        unseal(key, bytes(sealed))


def test_a_seal_too_short_to_be_one_is_broken() -> None:
    for length in range(13):
        with pytest.raises(BrokenSeal):
            unseal(b"k" * 32, b"x" * length)


@given(st.binary(min_size=1, max_size=200), st.text(max_size=50), st.integers(1, 64))
def test_our_derivation_is_hkdf(secret: bytes, purpose: str, length: int) -> None:
    assert derive(secret, purpose, length) == HKDF(hashes.SHA256(), length, None, purpose.encode()).derive(
        secret
    )


def test_tokens_are_long_and_never_the_same() -> None:
    assert len({new_token() for _ in range(100)}) == 100
    assert len(new_token(128)) >= 22
    with pytest.raises(ValueError, match="128"):
        new_token(64)


def test_a_salted_hash_says_nothing_without_its_salt() -> None:
    salt = new_salt()
    assert salted_hash(salt, "Anna") == salted_hash(salt, "Anna")
    assert salted_hash(salt, "Anna") != salted_hash(new_salt(), "Anna")


def test_a_signature_is_for_one_purpose() -> None:
    key = new_key()
    signed = Signer(key, "link").sign("bkg_1.move")
    assert Signer(key, "link").verify(signed) == "bkg_1.move"
    assert Signer(key, "cookie").verify(signed) is None
    assert Signer(new_key(), "link").verify(signed) is None
    assert Signer(key, "link").verify(signed + "x") is None
    assert Signer(key, "link").verify("bkg_2.move" + signed.removeprefix("bkg_1.move")) is None
    assert Signer(key, "link").verify("no-dot") is None
    assert Signer(key, "link").verify("ümlaut.ü") is None
