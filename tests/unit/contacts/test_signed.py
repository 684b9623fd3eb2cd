"""Tokens of signed identities: what is taken, and why the rest is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringonce.contacts.signed import IdentityRefused, SignedIdentity, read_identity
from tests.support.identity_tokens import coded, jwt, short

SECRET, OTHER = "ris_the-secret-of-this-inbox", "ris_the-secret-of-another-one"
NOW = 1_800_000_000_000
SOON = NOW // 1000 + 3600
CLAIMS = {"wsp": "studio", "inb": "website", "sub": "u-7", "exp": SOON}


def read(token: str, *secrets: str, now: int = NOW) -> SignedIdentity:
    return read_identity(token, workspace="studio", inbox="website", secrets=secrets or (SECRET,), now=now)


def reason(token: str, *secrets: str, now: int = NOW) -> Any:
    with pytest.raises(IdentityRefused) as refused:
        read(token, *secrets, now=now)
    assert refused.value.params.keys() == {"reason"}
    return refused.value.params["reason"]


def test_a_token_of_the_site_is_taken() -> None:
    more = {"email": "ada@example.org", "name": "Ada", "phone": "+31 20 1"}
    assert read(jwt(SECRET, {**CLAIMS, **more})) == SignedIdentity(sub="u-7", **more)
    assert read(short(SECRET, "studio", "website", SOON, "u-7", "ada@example.org")) == SignedIdentity(
        sub="u-7", email="ada@example.org"
    )


def test_the_secret_before_is_taken_while_it_is_given() -> None:
    token = jwt(OTHER, CLAIMS)
    assert reason(token) == "forged"
    assert read(token, SECRET, OTHER).sub == "u-7"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"wsp": "elsewhere"}, "other-workspace"),
        ({"inb": "shop"}, "other-inbox"),
        ({"exp": NOW // 1000}, "expired"),
        ({"exp": NOW // 1000 - 1}, "expired"),
        ({"exp": NOW // 1000 + 24 * 3600 + 301}, "lives-too-long"),
        ({"exp": None}, "malformed"),
        ({"exp": True}, "malformed"),
        ({"exp": str(SOON)}, "malformed"),
        ({"exp": 1e300}, "malformed"),
        ({"sub": ""}, "malformed"),
        ({"sub": 7}, "malformed"),
        ({"sub": "x" * 201}, "malformed"),
        ({"sub": "a\nb"}, "malformed"),
        ({"email": ["ada@example.org"]}, "malformed"),
    ],
)
def test_claims_that_are_refused(changes: dict[str, Any], told: str) -> None:
    assert reason(jwt(SECRET, {**CLAIMS, **changes})) == told


def test_a_day_and_the_skew_of_two_clocks_are_allowed() -> None:
    assert read(jwt(SECRET, {**CLAIMS, "exp": NOW // 1000 + 24 * 3600 + 300})).sub == "u-7"


@pytest.mark.parametrize("name", ["exp", "sub", "wsp", "inb"])
def test_claims_that_must_be_there(name: str) -> None:
    assert reason(jwt(SECRET, {key: value for key, value in CLAIMS.items() if key != name})) == "malformed"


@pytest.mark.parametrize("alg", ["none", "None", "HS512", "RS256", "hs256", "", None, ["HS256"]])
def test_other_algorithms_are_refused(alg: object) -> None:
    assert reason(jwt(SECRET, CLAIMS, {"alg": alg})) == "malformed"
    head, claims, _ = jwt(SECRET, CLAIMS, {"alg": alg}).split(".")
    assert reason(f"{head}.{claims}.") == "malformed"


def test_swapped_parts_are_forged() -> None:
    mine, theirs = jwt(SECRET, CLAIMS), jwt(SECRET, {**CLAIMS, "sub": "u-8"})
    head, claims, _ = mine.split(".")
    assert reason(f"{head}.{claims}.{theirs.split('.')[2]}") == "forged"
    _, expiry, sub, email, _ = short(SECRET, "studio", "website", SOON, "u-7").split(".")
    other = short(SECRET, "studio", "website", SOON, "u-8").split(".")[4]
    assert reason(f"v1.{expiry}.{sub}.{email}.{other}") == "forged"


def test_a_short_token_holds_in_one_place_only() -> None:
    assert reason(short(SECRET, "studio", "shop", SOON, "u-7")) == "forged"
    assert reason(short(SECRET, "elsewhere", "website", SOON, "u-7")) == "forged"
    assert reason(short(SECRET, "studio", "website", NOW // 1000 - 1, "u-7")) == "expired"


def test_a_bar_in_the_id_would_let_two_people_share_a_signature() -> None:
    assert reason(short(SECRET, "studio", "website", SOON, "u-7|x", "y")) == "malformed"


@given(st.text(max_size=200))
def test_nonsense_is_malformed(text: str) -> None:
    assert reason(text) == "malformed"


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_nonsense_in_parts_is_refused(head: str, claims: str, signature: str) -> None:
    parts = [coded(each.encode("utf-8", "surrogatepass")) for each in (head, claims, signature)]
    assert reason(".".join(parts)) in {"malformed", "forged"}
