"""Ids, errors and pages: the plain words."""

from typing import ClassVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import IDS, BookingId, HoldId, MalformedId, format_id, parse_id
from ringonce.values.paging import (
    LimitOutOfRange,
    MalformedCursor,
    PageAsk,
    decode_cursor,
    encode_cursor,
)

TIMES = st.integers(0, (1 << 48) - 1)
ENTROPY = st.integers(0, (1 << 80) - 1)


@given(TIMES, ENTROPY)
def test_an_id_is_read_back(at: int, entropy: int) -> None:
    made = format_id(BookingId, at, entropy)
    assert len(made) == len("bkg_") + 26
    assert parse_id(BookingId, made) == made


@given(TIMES, TIMES, ENTROPY, ENTROPY)
def test_ids_sort_by_time(first: int, second: int, one: int, other: int) -> None:
    if first < second:
        assert format_id(BookingId, first, one) < format_id(BookingId, second, other)


@given(TIMES, ENTROPY, TIMES, ENTROPY)
def test_different_ids_are_written_differently(at: int, one: int, then: int, other: int) -> None:
    same = (at, one) == (then, other)
    assert (format_id(HoldId, at, one) == format_id(HoldId, then, other)) == same


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bkg_",
        "bkg",
        "hld_01m7q5cqg0g000000000000005",
        "bkg_01M7Q5CQG0G000000000000005",
        "bkg_01m7q5cqg0g00000000000000",
        "bkg_01m7q5cqg0g0000000000000055",
        "bkg_81m7q5cqg0g000000000000005",
        "bkg_01m7q5cqg0g00000000000000u",
        "bkg_01m7q5cqg0g000000000000005\n",
        "bkg_bkg_1m7q5cqg0g000000000000",
    ],
)
def test_what_is_no_id_of_the_kind_is_refused(text: str) -> None:
    with pytest.raises(MalformedId):
        parse_id(BookingId, text)


def test_prefixes_are_distinct() -> None:
    assert len(set(IDS.values())) == len(IDS)


def test_finality_follows_from_the_kind_unless_said() -> None:
    finals = {}
    for kind in Kind:
        made = type("Made", (DomainError,), {"code": "made", "kind": kind})
        finals[kind] = bool(vars(made)["final"])
    assert {kind for kind, final in finals.items() if final} == {Kind.MISSING, Kind.CONFLICT}


@pytest.mark.parametrize("kind", [Kind.FORBIDDEN, Kind.UNAUTHENTICATED, Kind.LIMITED, Kind.UNAVAILABLE])
def test_what_says_nothing_about_the_action_cannot_be_final(kind: Kind) -> None:
    with pytest.raises(TypeError, match="can never be final"):
        type("Made", (DomainError,), {"code": "made", "kind": kind, "final": True})


def test_a_class_may_take_back_its_finality_and_its_children_inherit() -> None:
    class Soft(DomainError):
        code = "soft"
        kind = Kind.CONFLICT
        final: ClassVar[bool] = False

    class Softer(Soft):
        code = "softer"

    assert not Soft.final
    assert not Softer.final
    assert Softer(a=1).params == {"a": 1}
    assert str(Softer(a=1)) == "softer(a=1)"


#: What a row can hold on both engines: 64-bit integers, text without NUL.
_COLUMNS = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20),
)


@given(st.lists(_COLUMNS, max_size=4))
@example(["預" * 200, "預" * 200, "預" * 200, "預" * 200])
def test_a_cursor_is_read_back(values: list[int | str]) -> None:
    position = tuple(values)
    shape = tuple(type(value) for value in values)
    assert decode_cursor(encode_cursor(position), shape) == position


@pytest.mark.parametrize(
    "text", ["", "x", "é", "WzFd", "WzEsMl0", "bnVsbA", "WyJhIl0", "W3RydWVd", "A" * 6_000]
)
def test_a_foreign_cursor_is_refused(text: str) -> None:
    with pytest.raises(MalformedCursor):
        decode_cursor(text, (int, str))


@pytest.mark.parametrize("limit", [0, -1, 201])
def test_a_page_has_bounds(limit: int) -> None:
    with pytest.raises(LimitOutOfRange):
        PageAsk(limit)
