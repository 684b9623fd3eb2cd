"""Threads over sockets: nothing lost, nothing doubled, one encoding for all who look alike."""

import asyncio
import random
from typing import Any

import pytest
import pytest_asyncio

from tests.support.chats import Desk, ThreadSocket, Visitor, client_id, open_desk
from tests.support.house import House, done

CUTS = 30


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest_asyncio.fixture
async def visitor(desk: Desk) -> Visitor:
    made = desk.visitor()
    await made.start("Hello")
    return made


async def told(socket: ThreadSocket) -> list[str]:
    return socket.page.thread.texts()


async def test_a_page_is_told_what_there_is_and_what_comes(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page:
        first = await page.follow()
        assert (first["reset"], first["from"], first["upto"]) == (True, 0, 2)
        await desk.owner.say(visitor.conversation or "", "Good morning")
        frame = await page.hear()
        assert (frame["reset"], frame["from"], frame["upto"]) == (False, 2, 3)
        assert await told(page) == ["Hello", "Good morning"]


async def test_a_page_without_a_conversation_is_told_when_another_tab_starts_one(desk: Desk) -> None:
    visitor = desk.visitor()
    async with desk.socket(visitor) as page:
        first = await page.follow()
        assert (first["conversation"], first["messages"], first["upto"]) == (None, [], 0)
        await visitor.start("From the other tab")
        await page.catch_up(2)
        assert await told(page) == ["From the other tab"]


async def test_notes_and_the_desks_lines_are_never_told_a_visitor(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as colleague:
        await page.follow()
        await colleague.follow(visitor.conversation)
        await desk.owner.say(visitor.conversation or "", "Between us", note=True)
        await desk.owner.do(visitor.conversation or "", "priority", priority="urgent")
        await desk.owner.say(visitor.conversation or "", "Between you and me")
        await colleague.catch_up(5)
        await page.catch_up(3)
    assert [each["kind"] for each in colleague.page.thread.messages] == [
        "event", "text", "note", "event", "text",
    ]  # fmt: skip
    assert [each["seq"] for each in page.page.thread.messages] == [1, 2, 3]
    assert "Between us" not in str(page.page.thread)


async def test_another_visitors_conversation_is_as_if_there_were_none(desk: Desk, visitor: Visitor) -> None:
    stranger = desk.visitor()
    async with desk.socket(stranger) as page:
        frame = await page.follow(visitor.conversation)
        assert (frame["conversation"], frame["messages"]) == (None, [])
        await desk.owner.say(visitor.conversation or "", "For her alone")
        await stranger.start("My own")
        await page.catch_up(2)
        assert await told(page) == ["My own"]


async def test_without_a_token_there_is_no_chat(house: House, desk: Desk) -> None:
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug)
        await socket.say(type="subscribe", id="t", topic="chat", inbox="website")
        refused = await socket.hear("problem")
        assert (refused["id"], refused["problem"]["code"]) == ("t", "sign-in-needed")
        for topic in ("thread", "inbox", "presence"):
            await socket.say(type="subscribe", id=topic, topic=topic, conversation="cnv_x")
            assert (await socket.hear("problem"))["problem"]["code"] == "sign-in-needed"


async def test_a_visitor_does_not_get_the_desks_view(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page:
        assert page.live is not None
        for topic in ("thread", "inbox", "presence"):
            await page.live.say(type="subscribe", id=topic, topic=topic, conversation=visitor.conversation)
            assert (await page.live.hear("problem"))["problem"]["code"] == "sign-in-needed"


async def test_a_resume_brings_what_was_missed_and_no_more(desk: Desk, visitor: Visitor) -> None:
    page = desk.socket(visitor)
    await page.connect()
    await page.follow()
    await page.cut()
    await desk.owner.say(visitor.conversation or "", "While you were away")
    await page.connect()
    frame = await page.follow()
    await page.cut()
    assert (frame["reset"], frame["from"]) == (False, 2)
    assert [each["text"] for each in frame["messages"]] == ["While you were away"]


async def test_a_page_that_has_more_than_there_is_begins_anew(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page:
        assert page.live is not None
        ask = {"inbox": "website", "conversation": visitor.conversation, "after": 99}
        await page.live.say(type="subscribe", id="t", topic="chat", **ask)
        frame = await page.live.hear("thread")
        assert (frame["reset"], frame["from"], frame["upto"]) == (True, 0, 2)


async def test_long_threads_come_in_pages(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.live_chat.PLACES_MOST", 4)
    for number in range(9):
        await visitor.say(f"Line {number}")
    async with desk.socket(visitor) as page:
        await page.follow()
        sizes = [page.page.thread.upto]
        while page.page.thread.upto < 11:
            await page.hear()
            sizes.append(page.page.thread.upto)
        assert sizes == [4, 8, 11]


async def test_both_sides_through_thirty_cuts_lose_nothing_and_double_nothing(
    desk: Desk, visitor: Visitor
) -> None:
    chance = random.Random(20261201)
    pages = [desk.socket(visitor), desk.socket(visitor), desk.socket(desk.owner)]
    said: list[str] = ["Hello"]

    async def again(page: ThreadSocket) -> None:
        await page.cut()
        await page.connect()
        await page.follow(visitor.conversation)

    for page in pages:
        await again(page)
    for number in range(CUTS):
        for line in range(chance.randrange(1, 4)):
            text = f"{number}.{line}"
            said.append(text)
            if chance.random() < 0.5:
                await visitor.say(text)
            else:
                await desk.owner.say(visitor.conversation or "", text)
        page = chance.choice(pages)
        for _ in range(chance.randrange(0, 2)):
            if page.live is not None and not page.live.is_silent():
                await page.live.hear("thread")  # heard, and lost before it was taken in
        await again(page)
    for page in pages:
        await again(page)
        await page.catch_up(len(said) + 1)
        assert await told(page) == said
        assert [each["seq"] for each in page.page.thread.messages] == list(range(1, len(said) + 2))
        await page.cut()


async def test_a_thousand_pages_are_one_reading(house: House, desk: Desk, visitor: Visitor) -> None:
    """Frames for everybody who looks alike are encoded once."""
    rooms = house.app.feed.chat.threads
    pages = [desk.socket(visitor) for _ in range(40)]
    for page in pages:
        await page.connect()
        await page.follow()
    joined = rooms.encoded
    assert joined <= 3, "those who join at the same place share a frame"
    await desk.owner.say(visitor.conversation or "", "To all of you")
    for page in pages:
        await page.catch_up(3)
    assert rooms.encoded - joined == 1
    for page in pages:
        await page.cut()


async def test_only_rooms_that_the_log_names_are_looked_at(
    house: House, desk: Desk, visitor: Visitor
) -> None:
    other = desk.visitor()
    await other.start("Elsewhere")
    async with desk.socket(visitor) as page, desk.socket(other) as beside:
        await page.follow()
        await beside.follow()
        looked: list[str] = []
        rooms = house.app.feed.chat.threads
        refresh = rooms._refresh

        async def counted(room: Any) -> None:
            looked.append(room.target.id)
            await refresh(room)

        rooms._refresh = counted  # type: ignore[method-assign]
        await other.say("Only here")
        await beside.catch_up(3)
        assert set(looked) == {other.conversation}


async def test_seen_and_assigned_are_frames_without_messages(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page:
        await page.follow()
        await desk.owner.do(visitor.conversation or "", "seen", seq=2)
        frame = await page.hear()
        assert (frame["messages"], frame["conversation"]["seen"]) == ([], 2)


async def test_a_new_name_of_the_contact_reaches_the_thread_and_the_inbox(
    desk: Desk, visitor: Visitor
) -> None:
    async with desk.socket(desk.owner) as page:
        assert page.live is not None
        first = await page.follow(visitor.conversation)
        await page.live.say(type="subscribe", id="i", topic="inbox")
        await page.live.hear("inbox")
        contact = await done(desk.owner.person.get(f"/contacts/{first['conversation']['contact']['id']}"))
        change = {"version": contact["version"], "name": "Ada Lovelace"}
        await done(desk.owner.person.patch(f"/contacts/{contact['id']}", change))
        frames = [await page.live.hear(), await page.live.hear()]
        shown = {each["type"]: each for each in frames}
        assert shown["thread"]["conversation"]["contact"]["name"] == "Ada Lovelace"
        assert shown["inbox"]["conversations"][0]["contact"]["name"] == "Ada Lovelace"


async def test_the_inbox_tells_what_changed_and_counts(desk: Desk) -> None:
    async with desk.socket(desk.owner) as page:
        assert page.live is not None
        await page.live.say(type="subscribe", id="i", topic="inbox")
        first = await page.live.hear("inbox")
        assert (first["conversations"], first["counts"]["unassigned"], first["reset"]) == ([], 0, False)
        visitor = desk.visitor()
        await visitor.start("Anybody there?")
        frame = await page.live.hear("inbox")
        assert [each["id"] for each in frame["conversations"]] == [visitor.conversation]
        assert (frame["conversations"][0]["unread"], frame["counts"]["unassigned"]) == (1, 1)
        upto = frame["upto"]
    await visitor.say("Still waiting")
    async with desk.socket(desk.owner) as page:
        assert page.live is not None
        await page.live.say(type="subscribe", id="i", topic="inbox", after=upto)
        missed = await page.live.hear("inbox")
        assert [each["unread"] for each in missed["conversations"]] == [2]


async def test_an_inbox_that_missed_too_much_lists_anew(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.live_chat_inbox.MISSED_MOST", 1)
    await visitor.say("More")
    async with desk.socket(desk.owner) as page:
        assert page.live is not None
        await page.live.say(type="subscribe", id="i", topic="inbox", after=0)
        frame = await page.live.hear("inbox")
        assert (frame["reset"], frame["conversations"]) == (True, [])


async def test_a_merge_moves_the_page_and_an_undo_moves_it_back(desk: Desk, visitor: Visitor) -> None:
    other = desk.visitor()
    await other.start("From my telephone")
    async with desk.socket(other) as phone, desk.socket(visitor) as page:
        await phone.follow()
        await page.follow()
        body = {"kind": "conversations", "winner_id": visitor.conversation, "loser_ids": [other.conversation]}
        merge = (await done(desk.owner.person.post("/merges", body)))["merge"]
        frame = await phone.hear()
        while not frame["reset"]:
            frame = await phone.hear()
        assert frame["conversation"]["id"] == visitor.conversation
        assert sorted(await told(phone)) == ["From my telephone", "Hello"]
        await page.catch_up(phone.page.thread.upto)
        assert page.page.thread.messages == phone.page.thread.messages
        await done(desk.owner.person.post(f"/merges/{merge['id']}/undo", {}))
        frame = await phone.hear()
        while not frame["reset"]:
            frame = await phone.hear()
        assert frame["conversation"]["id"] == other.conversation
        assert await told(phone) == ["From my telephone"]
        await page.hear()
        assert await told(page) == ["Hello"]


async def test_the_line_of_an_undone_merge_empties_nothing_where_a_later_merge_places_it(
    desk: Desk, visitor: Visitor
) -> None:
    """The numbers in it are places of the conversation in which it was written."""
    other = desk.visitor()
    await other.start("From my telephone")
    mine, theirs = visitor.conversation, other.conversation

    async def merge(winner: str | None, loser: str | None) -> str:
        body = {"kind": "conversations", "winner_id": winner, "loser_ids": [loser]}
        return str((await done(desk.owner.person.post("/merges", body)))["merge"]["id"])

    undone = await merge(theirs, mine)
    await done(desk.owner.person.post(f"/merges/{undone}/undo", {}))
    for number in range(4):
        await visitor.say(f"Word {number}")
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as colleague:
        for each in (page, colleague):
            await each.follow(mine)
        await merge(mine, theirs)
        for each in (page, colleague):
            while "From my telephone" not in await told(each):
                await each.hear()
            words = ["Hello", *(f"Word {number}" for number in range(4)), "From my telephone"]
            assert sorted(await told(each)) == sorted(words)


async def test_a_slow_page_is_let_go_and_resumes(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.live.FRAMES_WAITING", 3)
    page = desk.socket(visitor)
    live = await page.connect()
    await page.follow()
    live.reading.clear()
    async with desk.socket(visitor) as witness:
        await witness.follow()
        for number in range(8):
            await visitor.say(f"Line {number}")
            await witness.catch_up(3 + number)
    live.reading.set()
    assert await live.ends() == 4408
    await page.cut()
    await page.connect()
    await page.follow()
    assert (await page.catch_up(10)).texts() == ["Hello", *(f"Line {number}" for number in range(8))]
    await page.cut()


async def test_frames_go_to_sockets_of_other_conversations_never(desk: Desk) -> None:
    """Twenty visitors and as many conversations at once: each hears its own and nothing else."""
    visitors = [desk.visitor() for _ in range(20)]
    pages = [desk.socket(each) for each in visitors]
    for page in pages:
        await page.connect()
        await page.follow()
    await asyncio.gather(*(each.start(f"I am {number}") for number, each in enumerate(visitors)))
    for number, page in enumerate(pages):
        assert (await page.catch_up(2)).texts() == [f"I am {number}"]
        await page.cut()


async def test_an_answer_of_the_agent_is_the_same_by_socket_and_by_http(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as agent:
        await page.follow()
        await agent.follow(visitor.conversation)
        said = await desk.owner.say(visitor.conversation or "", "The same", client_id=client_id())
        await agent.catch_up(3)
        assert agent.page.thread.messages[-1] == said["message"]
        await page.catch_up(3)
        read = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
        assert list(page.page.thread.messages) == read["messages"]


async def test_what_went_out_is_noted_for_the_trace(house: House, desk: Desk, visitor: Visitor) -> None:
    pages = [desk.socket(visitor) for _ in range(3)]
    for page in pages:
        await page.connect()
        await page.follow()
    await desk.owner.say(visitor.conversation or "", "To all three")
    for page in pages:
        await page.catch_up(3)
        await page.cut()
    story = house.app.edge.pushes.of(desk.workspace.id, range(1, 1_000))
    assert [each.pages for each in story] == [3]
