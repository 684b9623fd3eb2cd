"""Rules 18 to 20: who is needed, who could take it, who does."""

import pytest

from ringonce.availability.assign import Turn, choose, pick, present_minutes, ranked
from ringonce.availability.model import Cause, Mode
from ringonce.availability.roles import fill
from ringonce.values.interval import MINUTE_MS
from tests.unit.availability.build import asked, at, away, clock, codes, person, rules, taken

BOTH = [person("ann"), person("bob")]
ROTATING = rules(mode=Mode.ANY, rotating=("ann", "bob"))


def test_one_hold_does_not_hide_the_slot_for_the_team() -> None:
    made = asked(ROTATING, BOTH, [taken("10:00", "11:00", cause=Cause.HOLD)])
    slot = made.at(at("10:00"))
    assert slot is not None
    assert slot.hosts == ("bob",)


def test_no_free_fixed_host_no_slot() -> None:
    rule = rules(mode=Mode.ANY, fixed=("cy",), rotating=("ann", "bob"))
    made = asked(rule, [*BOTH, person("cy")], [taken("10:00", "11:00", host="cy")])
    assert made.at(at("10:00")) is None
    assert codes(made, at("10:00")) == ["busy-booking"]
    slot = made.at(at("9:00"))
    assert slot is not None
    assert (slot.hosts, slot.fixed) == (("ann", "bob"), ("cy",))


@pytest.mark.parametrize("mode", [Mode.ANY, Mode.ALL])
def test_only_fixed_hosts_are_as_all(mode: Mode) -> None:
    rule = rules(mode=mode, fixed=("ann", "bob"))
    made = asked(rule, BOTH, [taken("10:00", "11:00", host="bob")])
    assert "10:00" not in clock(made)
    assert made.slots[0].hosts == ("ann", "bob")


def test_a_missing_host_is_said() -> None:
    rule = rules(mode=Mode.ANY, fixed=("gone",), rotating=("ann",))
    made = asked(rule, BOTH)
    assert made.starts == ()
    assert codes(made, at("9:00")) == ["host-missing"]
    nobody = asked(rules(mode=Mode.ANY, rotating=("gone",)), BOTH)
    assert codes(nobody, at("9:00")) == ["host-missing"]


def test_groups_need_one_free_host_each_and_only_refuse() -> None:
    rooms = [person("red", "0:00-24:00"), person("blue", "0:00-24:00")]
    rule = rules(groups=(("red", "blue"),))
    busy = [
        taken("10:00", "10:40", host="red"),
        taken("10:20", "11:00", host="blue"),
        taken("12:00", "12:30", host="red"),
    ]
    made = asked(rule, [person(), *rooms], busy)
    assert clock(made) == ["9:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00"]
    slot = made.at(at("12:00"))
    assert slot is not None
    assert slot.groups == (("blue",),)
    assert sorted(codes(made, at("10:00"))) == ["busy-booking", "busy-booking"]


def test_a_host_is_not_in_two_places() -> None:
    rule = rules(groups=(("red", "blue"), ("blue",)))
    rooms = [person("red"), person("blue")]
    made = asked(rule, [person(), *rooms], [taken("10:00", "11:00", host="red")])
    assert "10:00" not in clock(made)
    assert codes(made, at("10:00")) == ["host-missing"]
    assert pick(made.slots[0], {}).hosts == ("ann", "red", "blue")
    assert fill([["a", "b"], ["a"]]) == ["b", "a"]
    assert fill([["a"], ["a"]]) is None


def test_asking_for_a_host_filters_and_does_not_move_the_grid() -> None:
    hosts = [person("ann", "9:00-12:00"), person("bob", "9:30-13:00")]
    assert clock(asked(ROTATING, hosts, host="bob")) == ["10:00", "11:00", "12:00"]
    assert codes(asked(ROTATING, hosts, host="zoe"), at("10:00")) == ["host-missing"]


def turns(**booked: int) -> list[Turn]:
    """Hosts of equal weight with so many bookings."""
    return [Turn(host, booked=count, present=1000) for host, count in booked.items()]


def test_the_host_furthest_below_its_share_comes_first() -> None:
    assert ranked(turns(ann=3, bob=1, cy=2), {"ann", "bob", "cy"}) == ["bob", "cy", "ann"]
    heavy = [Turn("ann", weight=300, booked=3, present=9), Turn("bob", weight=100, booked=2, present=9)]
    assert choose(heavy, {"ann", "bob"}) == "ann"


def test_priority_comes_before_shares_and_busy_hosts_keep_their_part() -> None:
    first = [*turns(ann=0, bob=5), Turn("cy", priority=1, booked=9, present=1000)]
    assert choose(first, {"ann", "cy"}) == "cy"
    assert choose(first, {"ann", "bob"}) == "ann"


def test_ties_go_to_the_least_recently_booked_then_by_id() -> None:
    assert choose([Turn("bob"), Turn("ann")], {"ann", "bob"}) == "ann"
    later = [Turn("ann", last_booked_at=9), Turn("bob", last_booked_at=5)]
    assert choose(later, {"ann", "bob"}) == "bob"
    assert choose([*later, Turn("cy")], {"ann", "bob", "cy"}) == "cy"


def test_who_joined_late_or_was_away_is_not_flooded() -> None:
    # Three weeks in, Bob has been there for one: three to one is more than his share.
    month = [Turn("ann", booked=6, present=21), Turn("bob", booked=3, present=7)]
    assert choose(month, {"ann", "bob"}) == "ann"
    start = at("0:00")
    assert present_minutes(start, start + 1000, start + 400, [away("8:00", "9:00")]) == 540
    assert present_minutes(start, start + 1000, start - 9999, []) == 1000


def test_a_preferred_host_comes_first_if_free() -> None:
    assert choose(turns(ann=0, bob=9), {"ann", "bob"}, ("zoe", "bob")) == "bob"
    assert choose(turns(ann=0, bob=9), {"ann"}, ("bob",)) == "ann"
    assert choose([], set()) is None


def test_picking_names_everybody() -> None:
    rule = rules(mode=Mode.ANY, fixed=("cy",), rotating=("ann", "bob"), groups=(("red",),))
    made = asked(rule, [*BOTH, person("cy"), person("red")])
    taking = pick(made.slots[0], {turn.host: turn for turn in turns(ann=2, bob=1)})
    assert (taking.host, taking.hosts, taking.sitting) == ("bob", ("cy", "bob", "red"), None)


def test_the_same_state_always_picks_the_same_host() -> None:
    order = turns(ann=1, bob=1, cy=1)
    assert {choose(order[shift:] + order[:shift], {"ann", "bob", "cy"}) for shift in range(3)} == {"ann"}


def test_a_taken_host_leaves_the_slot_to_the_other_at_once() -> None:
    now = at("8:00") * MINUTE_MS
    first = asked(ROTATING, BOTH, now=now)
    held = pick(first.slots[0], {}).hosts[0]
    second = asked(ROTATING, BOTH, [taken("9:00", "10:00", host=held, cause=Cause.HOLD)], now=now)
    assert second.slots[0].start == first.slots[0].start
    assert held not in second.slots[0].hosts
