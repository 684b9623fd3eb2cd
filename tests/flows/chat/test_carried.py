"""What a conversation carries along: its place in the list, its labels, whose turn it is. On both engines."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest_asyncio

from ringonce.app.chat_chores import ChatChores
from ringonce.chat.agents import beat_presence
from ringonce.chat.inbox_model import InboxDraft, InboxSettings, Prechat
from ringonce.chat.inboxes import create_inbox
from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Actor
from tests.support.chats import Agent, Desk, Visitor, client_id, open_desk
from tests.support.clock import MovableClock
from tests.support.house import TESTER, House, done, make_house

PLAIN = InboxSettings(prechat=Prechat(when="off"), assignment="manual")


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


async def begun(desk: Desk, text: str = "Hello", **fields: Any) -> str:
    visitor = desk.visitor()
    await visitor.start(text, **fields)
    desk.house.clock.move(timedelta(minutes=1))
    assert visitor.conversation is not None
    return visitor.conversation


async def listed(desk: Desk) -> list[str]:
    page = await done(desk.owner.person.get("/conversations"))
    return [each["id"] for each in page["items"]]


async def read(desk: Desk, conversation: str) -> dict[str, Any]:
    found: dict[str, Any] = await done(desk.owner.person.get(f"/conversations/{conversation}"))
    return found


async def thread(desk: Desk, conversation: str) -> list[dict[str, Any]]:
    page = await done(desk.owner.person.get(f"/conversations/{conversation}/messages", {"limit": 200}))
    return [each for each in page["messages"] if not each.get("withdrawn")]


async def label(desk: Desk, name: str) -> str:
    made = await done(desk.owner.person.post("/labels", {"name": name, "hue": 10}))
    return str(made["id"])


async def there(desk: Desk, agent: Agent) -> None:
    actor = Actor("member", agent.member.id)
    await desk.house.app.edge.executor.run(
        desk.workspace.id, actor, "req_beat", lambda work: beat_presence(work, agent.member.id)
    )


async def test_a_deed_of_the_desk_lifts_nothing_and_words_do(desk: Desk) -> None:
    old, new = await begun(desk), await begun(desk)
    said_at = (await read(desk, old))["last_message_at"]
    tag = await label(desk, "Later")
    await desk.owner.do(old, "labels", add=[tag], remove=[])
    await desk.owner.do(old, "assign", assignee_id=desk.owner.member.id)
    await desk.owner.do(old, "priority", priority="high")
    assert await listed(desk) == [new, old]
    assert (await read(desk, old))["last_message_at"] == said_at
    await desk.owner.say(old, "Here I am")
    assert await listed(desk) == [old, new]


async def test_places_are_dated_in_their_order_though_the_clock_goes_back(desk: Desk) -> None:
    here = await begun(desk)
    await desk.owner.do(here, "assign", assignee_id=desk.owner.member.id)
    desk.house.clock.move(timedelta(minutes=-30))
    await desk.owner.say(here, "Here I am")
    dates = [each["at"] for each in await thread(desk, here)]
    assert dates == sorted(dates)


async def test_a_label_keeps_nothing_from_ending_by_silence(desk: Desk) -> None:
    here, tag = await begun(desk), await label(desk, "Later")
    desk.house.clock.move(timedelta(days=6))
    await desk.owner.do(here, "labels", add=[tag], remove=[])
    desk.house.clock.move(timedelta(days=1, minutes=1))
    assert await ChatChores(desk.house.app.edge).resolve_silent() == 1
    assert (await read(desk, here))["state"] == "resolved"


async def test_what_was_reopened_or_woken_has_its_week_again(desk: Desk) -> None:
    chores, reopened, woken = ChatChores(desk.house.app.edge), await begun(desk), await begun(desk)
    await desk.owner.do(reopened, "resolve")
    await desk.owner.do(woken, "snooze", until="2026-12-20T10:00:00Z")
    desk.house.clock.move(timedelta(days=20))
    await desk.owner.do(reopened, "reopen")
    assert await chores.wake_snoozed() == 1
    assert await chores.resolve_silent() == 0
    assert await listed(desk) == [woken, reopened]


async def test_a_merge_carries_labels_and_its_undo_takes_them_back(desk: Desk) -> None:
    winner, loser = await begun(desk), await begun(desk)
    both, theirs = await label(desk, "Both"), await label(desk, "Theirs")
    await desk.owner.do(winner, "labels", add=[both], remove=[])
    await desk.owner.do(loser, "labels", add=[both, theirs], remove=[])
    before = await read(desk, winner)
    ask = {"kind": "conversations", "winner_id": winner, "loser_ids": [loser]}
    merge = (await done(desk.owner.person.post("/merges", ask)))["merge"]
    merged = await read(desk, winner)
    assert set(merged["labels"]) == {both, theirs}
    assert merged["last_message_at"] > before["last_message_at"]
    await done(desk.owner.person.post(f"/merges/{merge['id']}/undo"))
    after = await read(desk, winner)
    assert after["labels"] == [both]
    assert after["last_message_at"] == before["last_message_at"]
    assert set((await read(desk, loser))["labels"]) == {both, theirs}


async def test_a_label_that_two_losers_bring_stays_while_one_of_them_does(desk: Desk) -> None:
    winner, first, second = await begun(desk), await begun(desk), await begun(desk)
    tag = await label(desk, "Theirs")
    merges = []
    for loser in (first, second):
        await desk.owner.do(loser, "labels", add=[tag], remove=[])
        ask = {"kind": "conversations", "winner_id": winner, "loser_ids": [loser]}
        merges.append((await done(desk.owner.person.post("/merges", ask)))["merge"])
    await done(desk.owner.person.post(f"/merges/{merges[0]['id']}/undo"))
    assert (await read(desk, winner))["labels"] == [tag]


async def test_a_bulk_deed_on_a_merged_one_shows_the_one_it_was_done_to(desk: Desk) -> None:
    winner, loser = await begun(desk), await begun(desk)
    await done(
        desk.owner.person.post(
            "/merges", {"kind": "conversations", "winner_id": winner, "loser_ids": [loser]}
        )
    )
    answer = await done(desk.owner.person.post("/conversations/bulk", {"ids": [loser], "action": "resolve"}))
    (result,) = answer["results"]
    assert (result["id"], result["code"]) == (loser, None)
    assert (result["conversation"]["id"], result["conversation"]["state"]) == (winner, "resolved")


async def test_the_inbox_says_how_much_an_agent_is_given_who_has_no_number_of_her_own(house: House) -> None:
    settings = InboxSettings(prechat=Prechat(when="off"), capacity=2)
    desk = await open_desk(house, settings)
    await there(desk, desk.owner)
    given = []
    for _ in range(3):
        given.append((await read(desk, await begun(desk)))["assignee_id"])
        await there(desk, desk.owner)
    assert given == [desk.owner.member.id, desk.owner.member.id, None]
    await done(desk.owner.person.patch(f"/agents/{desk.owner.member.id}", {"capacity": 4}))
    assert (await read(desk, await begun(desk)))["assignee_id"] == desk.owner.member.id


async def test_the_waiting_are_served_by_the_clock_in_turns(house: House) -> None:
    desk = await open_desk(house, InboxSettings(prechat=Prechat(when="off"), capacity=1))
    chores = ChatChores(house.app.edge)
    first, second, third = [await begun(desk) for _ in range(3)]
    assert await chores.serve_waiting() == 0
    other = await desk.agent()
    await there(desk, desk.owner)
    await there(desk, other)
    assert await chores.serve_waiting() == 2
    assert {(await read(desk, each))["assignee_id"] for each in (first, second)} == {
        desk.owner.member.id,
        other.member.id,
    }
    assert (await read(desk, third))["assignee_id"] is None
    assert await chores.serve_waiting() == 0


async def test_an_inbox_assigned_by_hand_keeps_nobody_else_waiting(house: House) -> None:
    desk = await open_desk(house, PLAIN)
    await begun(desk)
    wanted = InboxDraft(slug="shop", name="Shop", settings=InboxSettings(prechat=Prechat(when="off")))
    await house.app.edge.executor.run(
        desk.workspace.id, TESTER, "req_shop", lambda work: create_inbox(work, wanted)
    )
    waiting = await begun(desk, inbox="shop")
    await there(desk, desk.owner)
    assert await ChatChores(house.app.edge).serve_waiting() == 1
    assert (await read(desk, waiting))["assignee_id"] == desk.owner.member.id


async def test_one_client_id_in_two_inboxes_is_two_messages(desk: Desk) -> None:
    wanted = InboxDraft(slug="shop", name="Shop", settings=PLAIN)
    await desk.house.app.edge.executor.run(
        desk.workspace.id, TESTER, "req_shop", lambda work: create_inbox(work, wanted)
    )
    token = desk.visitor().token
    number = int(token.removeprefix("vst_"))
    website, shop = desk.visitor(number), desk.visitor(number)
    shop.inbox = "shop"
    await website.start("For the website")
    await shop.start("For the shop", client_id="client-first")
    said = await website.say("For the website too", client_id="client-first")
    assert said["conversation"]["id"] == website.conversation
    assert said["message"]["text"] == "For the website too"
    again = await shop.start("For the shop", client_id="client-first")
    assert (again["conversation"]["id"], again["created"]) == (shop.conversation, False)
    assert [each["text"] for each in again["messages"] if each["kind"] == "text"] == ["For the shop"]


async def named(desk: Desk, visitor: Visitor, name: str) -> None:
    found = await read(desk, str(visitor.conversation))
    contact = await done(desk.owner.person.get(f"/contacts/{found['contact']['id']}"))
    await done(
        desk.owner.person.patch(f"/contacts/{contact['id']}", {"version": contact["version"], "name": name})
    )


async def test_people_are_found_by_what_their_names_hold_and_not_by_chance(desk: Desk) -> None:
    real, chance = desk.visitor(), desk.visitor()
    for visitor, name in ((real, "王明天明"), (chance, "明天 天明")):
        await visitor.start()
        await named(desk, visitor, name)
    for path, key in (("/search", "contacts"), ("/contacts", "items")):
        answer = await done(desk.owner.person.get(path, {"q": "明天明"}))
        assert [each["name"] for each in answer[key]] == ["王明天明"]
    page = await done(desk.owner.person.get("/conversations", {"q": "明天明"}))
    assert [each["id"] for each in page["items"]] == [real.conversation]


async def unread(desk: Desk, *conversations: str) -> list[int]:
    return [(await read(desk, each))["unread"] for each in conversations]


async def seen(desk: Desk, conversation: str, seq: int) -> None:
    await done(desk.owner.person.post(f"/conversations/{conversation}/seen", {"seq": seq}))


async def merged(desk: Desk, winner: str, *losers: str) -> str:
    ask = {"kind": "conversations", "winner_id": winner, "loser_ids": list(losers)}
    return str((await done(desk.owner.person.post("/merges", ask)))["merge"]["id"])


async def test_what_was_read_stays_read_through_a_merge_its_undo_and_a_merge_again(desk: Desk) -> None:
    winner, other = await begun(desk, "w1"), desk.visitor()
    await other.start("l1")
    for text in ("l2", "l3"):
        await other.say(text)
    loser = str(other.conversation)
    # Event, l1, l2: the third message of the other is unread, and of the winner the only one.
    await seen(desk, loser, 3)
    assert await unread(desk, winner, loser) == [1, 1]
    merge = await merged(desk, winner, loser)
    assert await unread(desk, winner) == [2]
    await other.say("l4")
    assert await unread(desk, winner) == [3]
    await seen(desk, winner, (await read(desk, winner))["last_seq"] - 1)
    assert await unread(desk, winner) == [1]
    await done(desk.owner.person.post(f"/merges/{merge}/undo"))
    assert await unread(desk, winner, loser) == [0, 1]
    await merged(desk, winner, loser)
    assert await unread(desk, winner) == [1]
    newcomer = await desk.agent()
    shown = await done(newcomer.person.get(f"/conversations/{winner}"))
    assert shown["unread"] == 5


async def test_the_visitor_s_badge_counts_nothing_twice_through_a_merge_and_its_undo(desk: Desk) -> None:
    first, second = desk.visitor(), desk.visitor()
    for visitor in (first, second):
        await visitor.start()
        await desk.owner.say(str(visitor.conversation), "An answer")
    winner, loser = str(first.conversation), str(second.conversation)
    await done(second.person.post(f"/chat/conversations/{loser}/seen", {"seq": 3}))

    async def badge(visitor: Visitor, conversation: str) -> int:
        page = await done(visitor.person.get("/chat/conversations", {"inbox": "website"}))
        return int(next(each["unread"] for each in page["items"] if each["id"] == conversation))

    assert (await badge(first, winner), await badge(second, loser)) == (1, 0)
    merge = await merged(desk, winner, loser)
    assert await badge(second, winner) == 1
    await done(desk.owner.person.post(f"/merges/{merge}/undo"))
    assert (await badge(first, winner), await badge(second, loser)) == (1, 0)


async def test_a_winner_that_had_ended_ends_again_with_the_merge(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start("one")
    winner = str(visitor.conversation)
    await done(visitor.person.post(f"/chat/conversations/{winner}/end"))
    await visitor.start("two")
    loser = str(visitor.conversation)
    merge = await merged(desk, winner, loser)
    assert (await read(desk, winner))["state"] == "open"
    await done(desk.owner.person.post(f"/merges/{merge}/undo"))
    assert [(await read(desk, each))["state"] for each in (winner, loser)] == ["resolved", "open"]
    page = await done(visitor.person.get("/chat/conversations", {"inbox": "website"}))
    assert page["live"] == loser


async def test_signs_that_nobody_sees_are_no_message(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    path = f"/chat/conversations/{visitor.conversation}/messages"
    for text in ("", " \n\t", "\u200b", "\u202e\u2066 \u200d", "\u3164\u2800", "\ufe0f\u115f"):
        answer = await visitor.person.post(
            path, {"client_id": f"client-{ord(text[:1] or '0'):x}", "text": text}
        )
        assert (answer.status_code, answer.json()["code"]) == (400, "text-missing")
    said = await visitor.say("👩\u200d👧")
    assert said["message"]["text"] == "👩\u200d👧"


async def test_a_page_of_the_desk_asked_for_by_a_merged_one_begins_at_the_first_place(desk: Desk) -> None:
    winner, loser = await begun(desk), await begun(desk)
    await merged(desk, winner, loser)
    page = await done(desk.owner.person.get(f"/conversations/{loser}/messages", {"after": 2}))
    assert page["conversation"]["id"] == winner
    assert [each["seq"] for each in page["messages"]] == list(range(1, page["upto"] + 1))
    beyond = await done(desk.owner.person.get(f"/conversations/{winner}/messages", {"after": 10**6}))
    assert (beyond["messages"], beyond["upto"], beyond["more"]) == ([], page["upto"], False)


async def test_nobody_waits_in_what_was_erased_and_nothing_of_it_is_unread(desk: Desk) -> None:
    here = await begun(desk)
    assert await unread(desk, here) == [1]
    contact = (await read(desk, here))["contact"]["id"]
    await done(desk.owner.person.post(f"/contacts/{contact}/erase"))
    after = await read(desk, here)
    assert (after["unread"], after["state"], after["waiting_since"]) == (0, "resolved", None)
    assert here not in [
        each["id"]
        for each in (await done(desk.owner.person.get("/conversations", {"state": "open"})))["items"]
    ]


async def test_a_form_is_no_message_that_waits_to_be_read(house: House) -> None:
    desk = await open_desk(house, InboxSettings(assignment="manual"))
    visitor = desk.visitor()
    started = await visitor.start()
    assert [each["kind"] for each in started["messages"]] == ["event", "text", "form"]
    assert started["conversation"]["unread"] == 0
    await desk.owner.say(str(visitor.conversation), "An answer")
    page = await done(visitor.person.get("/chat/conversations", {"inbox": "website"}))
    assert page["items"][0]["unread"] == 1


async def test_the_promised_time_is_that_of_visitors_who_waited(desk: Desk) -> None:
    async def promised() -> int | None:
        inbox = await done(desk.owner.person.get("/chat/inbox", {"inbox": "website"}))
        minutes: int | None = inbox["reply_minutes"]
        return minutes

    for _ in range(5):
        visitor = desk.visitor()
        await visitor.start()
        contact = (await read(desk, str(visitor.conversation)))["contact"]["id"]
        await done(visitor.person.post(f"/chat/conversations/{visitor.conversation}/end"))
        body = {
            "inbox_id": desk.inbox.id,
            "contact_id": contact,
            "client_id": client_id(),
            "text": "Still here?",
        }
        begun_here = (await done(desk.owner.person.post("/conversations", body)))["conversation"]["id"]
        visitor.conversation = begun_here
        desk.house.clock.move(timedelta(hours=5))
        await visitor.say("Yes")
        await desk.owner.say(begun_here, "Good")
    assert await promised() is None
    for _ in range(5):
        waiting = await begun(desk)
        desk.house.clock.move(timedelta(minutes=2))
        await desk.owner.say(waiting, "Here I am")
    assert await promised() == 3


async def test_people_merged_by_hand_read_nothing_of_each_other(desk: Desk) -> None:
    first, second = desk.visitor(), desk.visitor()
    await first.start()
    await second.start()
    contacts = [(await read(desk, str(each.conversation)))["contact"]["id"] for each in (first, second)]
    ask = {"kind": "contacts", "winner_id": contacts[0], "loser_ids": contacts[1:]}
    await done(desk.owner.person.post("/merges", ask))
    for visitor in (first, second):
        page = await done(visitor.person.get("/chat/conversations", {"inbox": "website"}))
        assert [(each["id"], each["state"]) for each in page["items"]] == [(visitor.conversation, "open")]
