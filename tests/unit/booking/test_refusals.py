"""Which refusal a set of reasons amounts to."""

import pytest

from ringonce.booking import refusals
from ringonce.booking.refusals import SlotRefusal, refusal_for


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        (["busy-booking"], "slot-taken"),
        (["held", "notice"], "rule-notice"),
        (["inactive", "held"], "inactive"),
        (["seats-full"], "slot-taken"),
        (["buffer", "limit-day"], "slot-taken"),
        (["limit-week"], "rule-limit"),
        (["limit-visitor", "held"], "visitor-limit"),
        (["busy-external"], "external-busy"),
        (["calendar-unreachable"], "unverifiable"),
        (["host-missing"], "host-removed"),
        (["closed"], "rule-changed"),
        (["off-grid"], "rule-changed"),
        ([], "rule-changed"),
    ],
)
def test_the_refusal_of_reasons(reasons: list[str], code: str) -> None:
    assert refusal_for(frozenset(reasons)).code == code


def test_every_code_of_the_protocol_exists_and_only_one_is_not_final() -> None:
    classes = [
        one for one in vars(refusals).values() if isinstance(one, type) and issubclass(one, SlotRefusal)
    ]
    codes = {one.code for one in classes}
    assert codes == {
        "slot-taken", "hold-expired", "hold-fenced", "hold-not-yours", "external-busy", "rule-notice",
        "rule-limit", "visitor-limit", "rule-changed", "host-removed", "inactive", "unverifiable",
    }  # fmt: skip
    assert {one.code for one in classes if not one.final} == {"unverifiable"}
