"""Sockets cut at random bytes while messages flow both ways, merge and come apart: no gap, no double.

Ten thousand cuts of real wires: `scripts/prove sockets`.
"""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from ringonce.chat.model import Conversation
from ringonce.kernel.db import Database, Tx
from ringonce.web.live_chat import Room, ThreadRooms
from tests.support.chats import Agent, Desk, Visitor, open_desk
from tests.support.house import ORIGIN, House
from tests.support.lookers import Dial, InboxLooker, Looker, Talkers, ThreadLooker, talk_through_cuts
from tests.support.whole import check_whole, places_of
from tests.support.wire import CutSocket
from tests.support.world import make_world

#: Six pages, each cut so often.
PAGES, CUTS = 6, 34


def dial_of(desk: Desk, who: Visitor | Agent) -> Dial:
    hello: dict[str, Any] = {"type": "hello", "workspace": desk.workspace.slug}
    headers: dict[str, str] = {}
    if isinstance(who, Visitor):
        hello["token"] = who.token
    else:
        headers = {"Cookie": f"ringonce={who.session.token}", "Origin": ORIGIN}

    @asynccontextmanager
    async def dial(most: int | None) -> AsyncIterator[CutSocket]:
        async with CutSocket(desk.house.socket(**headers), most) as line:
            await line.say(**hello)
            yield line

    return dial


def talkers_of(desk: Desk, visitors: list[Visitor], chance: random.Random) -> Talkers:
    return Talkers(desk.owner.person, [each.person for each in visitors], chance)


async def test_two_hundred_cuts_lose_nothing_and_double_nothing(house: House, database: Database) -> None:
    """Both views, the page of a session that a merge moves, agents at either copy, and the inbox."""
    desk = await open_desk(house)
    visitors = [desk.visitor(), desk.visitor()]
    talkers = talkers_of(desk, visitors, random.Random(20261201))
    await talkers.begin()
    agent = dial_of(desk, desk.owner)
    threads = [
        ThreadLooker(dial_of(desk, visitors[0]), "visitor", visitors[0].person),
        ThreadLooker(dial_of(desk, visitors[0]), "visitor", visitors[0].person),
        ThreadLooker(dial_of(desk, visitors[1]), "visitor", visitors[1].person),
        ThreadLooker(agent, "desk", desk.owner.person, talkers.rooms[0]),
        ThreadLooker(agent, "desk", desk.owner.person, talkers.rooms[1]),
    ]
    lookers: list[Looker] = [*threads, InboxLooker(agent, desk.owner.person)]
    await talk_through_cuts(talkers, lookers, CUTS)
    assert sum(each.cuts for each in lookers) >= 200
    for each in lookers:
        await each.check()
    tables = make_world(database, house.clock)
    await check_whole(tables, desk.workspace.id)
    for page in threads:
        thread = page.page.thread
        assert thread.conversation is not None
        place = "seq" if page.page.view == "desk" else "visitor_seq"
        stands = {
            one[place]: one["message_id"]
            for one in await places_of(tables, thread.conversation["id"])
            if one[place] is not None and one["withdrawn_at"] is None
        }
        assert {one["seq"]: one["id"] for one in thread.messages} == stands
    kept = await tables.rows("SELECT client_id FROM messages WHERE kind IN ('text', 'note')")
    assert sorted(row["client_id"] for row in kept) == sorted(talkers.said)


async def test_control_a_server_that_only_tells_what_comes_leaves_gaps(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As publish and subscribe do: whoever comes back hears what is said from then on."""

    async def from_now_on(
        rooms: ThreadRooms, tx: Tx, room: Room, step: Any, found: Conversation, after: int
    ) -> None:
        step.joined_from = (found.id, step.upto)
        step.joining = await rooms._frames(tx, room.eye, found, step.told, step.upto, reset=False, changed=())

    desk = await open_desk(house)
    visitors = [desk.visitor(), desk.visitor()]
    talkers = talkers_of(desk, visitors, random.Random(20261201))
    await talkers.begin()
    page = ThreadLooker(dial_of(desk, visitors[0]), "visitor", visitors[0].person)
    monkeypatch.setattr(ThreadRooms, "_join_step", from_now_on)
    with pytest.raises(AssertionError, match="not where the page stands"):
        await talk_through_cuts(talkers, [page], CUTS)
