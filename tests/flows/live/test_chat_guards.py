"""Whispers, presence, and whom a socket is closed upon: foreign pages, floods, ended sessions."""

from datetime import timedelta

import pytest
import pytest_asyncio

from ringonce.kernel.bus import WHISPER_MOST
from ringonce.web.live_chat_whispers import Visited
from tests.support.chats import Desk, Visitor, open_desk
from tests.support.house import House, done


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest_asyncio.fixture
async def visitor(desk: Desk) -> Visitor:
    made = desk.visitor()
    await made.start("Hello")
    return made


async def test_typing_reaches_the_other_side_and_a_note_only_colleagues(desk: Desk, visitor: Visitor) -> None:
    colleague = await desk.agent()
    async with (
        desk.socket(visitor) as page,
        desk.socket(desk.owner) as one,
        desk.socket(colleague) as two,
    ):
        await page.follow()
        await one.follow(visitor.conversation)
        await two.follow(visitor.conversation)
        assert page.live
        assert one.live
        assert two.live
        await page.live.say(type="typing", conversation=visitor.conversation, on=True)
        heard = await one.live.hear("typing")
        assert (heard["who"]["kind"], heard["on"], heard["note"]) == ("visitor", True, False)
        assert (await two.live.hear("typing"))["for_ms"] == 6_000
        await one.live.say(type="typing", conversation=visitor.conversation, on=True, note=True)
        assert (await two.live.hear("typing"))["note"] is True
        await one.live.say(type="typing", conversation=visitor.conversation, on=True)
        heard = await page.live.hear("typing")
        assert (heard["who"]["kind"], heard["who"]["name"], heard["note"]) == ("agent", "Olive Owner", False)


async def test_nobody_types_where_she_does_not_look(desk: Desk, visitor: Visitor) -> None:
    stranger = desk.visitor()
    async with desk.socket(stranger) as page, desk.socket(desk.owner) as agent:
        await page.follow()
        await agent.follow(visitor.conversation)
        assert page.live
        assert agent.live
        await page.live.say(type="typing", conversation=visitor.conversation, on=True)
        await page.live.say(type="beat")
        await page.live.hear("beat")
        await visitor.say("A frame to end with")
        frame = await agent.live.hear()
        while frame["type"] != "thread":
            assert frame["type"] != "typing"
            frame = await agent.live.hear()


async def test_colleagues_see_who_looks(desk: Desk, visitor: Visitor) -> None:
    colleague = await desk.agent()
    async with desk.socket(desk.owner) as one:
        await one.follow(visitor.conversation)
        assert one.live
        assert (await one.live.hear("looking"))["members"] == []
        async with desk.socket(colleague) as two:
            assert two.live
            await two.live.say(type="looking", conversation=visitor.conversation)
            assert (await one.live.hear("looking"))["members"] == [colleague.member.id]
        assert (await one.live.hear("looking"))["members"] == []


async def test_presence_is_beaten_while_a_socket_is_open(desk: Desk) -> None:
    colleague = await desk.agent()
    async with desk.socket(desk.owner) as one:
        assert one.live
        await one.live.say(type="subscribe", id="p", topic="presence")
        first = await one.live.hear("presence")
        assert first["agents"][desk.owner.member.id] == "online"
        assert first["agents"][colleague.member.id] == "offline"
        assert first["is_open"] is True
        async with desk.socket(colleague):
            heard = await one.live.hear("presence")
            assert heard["agents"][colleague.member.id] == "online"
        await done(colleague.person.patch("/agents/me", {"status": "away"}))
        heard = await one.live.hear("presence")
        assert heard["agents"][colleague.member.id] == "away"


async def test_a_foreign_page_cannot_use_a_visitors_token(house: House, desk: Desk, visitor: Visitor) -> None:
    async with house.socket(Origin="https://evil.example") as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug, token=visitor.token)
        assert await socket.ends() == 4403


async def test_a_foreign_page_cannot_bring_the_token_later(
    house: House, desk: Desk, visitor: Visitor
) -> None:
    async with house.socket(Origin="https://evil.example") as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug)
        await socket.hear("welcome")
        await socket.say(type="token", token=visitor.token)
        refused = await socket.hear("problem")
        assert refused["problem"]["code"] == "cross-site"
        await socket.say(type="subscribe", id="t", topic="chat", inbox="website")
        assert (await socket.hear("problem"))["problem"]["code"] == "sign-in-needed"


async def test_a_foreign_page_cannot_use_a_members_cookie(house: House, desk: Desk) -> None:
    cookie = f"ringonce={desk.owner.session.token}"
    async with house.socket(Origin="https://evil.example", Cookie=cookie) as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug)
        assert await socket.ends() == 4403


async def test_our_own_page_may(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor, Origin="http://desk.test") as page:
        assert (await page.follow())["upto"] == 2


async def test_one_socket_is_one_visitor(desk: Desk, visitor: Visitor) -> None:
    other = desk.visitor()
    async with desk.socket(visitor) as page:
        await page.follow()
        assert page.live
        await page.live.say(type="token", token=other.token)
        assert await page.live.ends() == 4401


async def test_a_flood_of_frames_ends_the_socket(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page:
        await page.follow()
        assert page.live
        for _ in range(200):
            await page.live.say(type="typing", conversation=visitor.conversation, on=True)
        assert await page.live.ends() == 4429


async def test_a_frame_that_is_too_large_ends_the_socket(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page:
        assert page.live
        await page.live.say(type="typing", conversation="x" * 20_000, on=True)
        assert await page.live.ends() == 4400


async def test_an_agent_whose_session_ended_is_shown_out(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.live.BEAT_SECONDS", 0.05)
    agent = await desk.agent()
    async with desk.socket(agent) as page:
        await page.follow(visitor.conversation)
        assert page.live
        await done(agent.person.delete("/session", {}))
        assert await page.live.ends() == 4401


PAGE = {"type": "page", "url": "https://shop.example/prices?a=1#top", "title": "  Prices\n of today "}


async def test_members_see_which_page_the_visitor_is_on(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as agent:
        await page.follow()
        await agent.follow(visitor.conversation)
        assert page.live
        assert agent.live
        await page.live.say(conversation=visitor.conversation, **PAGE)
        heard = await agent.live.hear("page")
        assert heard.pop("at")
        assert heard == {
            "type": "page",
            "conversation": visitor.conversation,
            "url": "https://shop.example/prices?a=1#top",
            "title": "Prices of today",
        }
        await page.live.say(type="beat")
        assert (await page.live.hear())["type"] == "beat"


async def test_who_comes_within_five_minutes_is_told_the_page(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as agent:
        await page.follow()
        assert page.live
        await page.live.say(conversation=visitor.conversation, **PAGE)
        await page.live.say(type="beat")
        await page.live.hear("beat")
        desk.house.clock.move(timedelta(minutes=5))
        await agent.follow(visitor.conversation)
        assert agent.live
        assert (await agent.live.hear("page"))["title"] == "Prices of today"
        desk.house.clock.move(timedelta(milliseconds=1))
        await agent.follow(visitor.conversation)
        await agent.live.say(type="beat")
        kinds = [(await agent.live.hear())["type"]]
        while kinds[-1] != "beat":
            kinds.append((await agent.live.hear())["type"])
        assert "page" not in kinds


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "/prices",
        "",
        "https://",
        'https://a.example/"onclick',
        "https://a.example/<b>",
        "https://a.example/a b",
        "https://bücher.example/",
        "ftp://a.example/",
    ],
)
async def test_only_an_address_of_the_web_is_told(desk: Desk, visitor: Visitor, url: str) -> None:
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as agent:
        await page.follow()
        await agent.follow(visitor.conversation)
        assert page.live
        assert agent.live
        await page.live.say(**{**PAGE, "url": url}, conversation=visitor.conversation)
        await page.live.say(**PAGE, conversation=visitor.conversation)
        assert (await agent.live.hear("page"))["url"] == PAGE["url"]


async def test_a_stranger_and_a_member_say_no_page(desk: Desk, visitor: Visitor) -> None:
    """Only the visitor of the thread knows where he is."""
    stranger = desk.visitor()
    async with (
        desk.socket(stranger) as page,
        desk.socket(desk.owner) as agent,
        desk.socket(visitor) as own,
    ):
        await page.follow()
        await agent.follow(visitor.conversation)
        await own.follow()
        assert page.live
        assert agent.live
        assert own.live
        wrong = {**PAGE, "url": "https://wrong.example/"}
        for other in (page.live, agent.live):
            await other.say(conversation=visitor.conversation, **wrong)
            await other.say(type="beat")
            await other.hear("beat")
        await own.live.say(conversation=visitor.conversation, **PAGE)
        assert (await agent.live.hear("page"))["url"] == PAGE["url"]


async def test_the_longest_page_goes_from_process_to_process(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As large as a whisper gets; one that is larger would be told in this process alone."""
    sent: list[bytes] = []
    bus = desk.house.app.edge.bus
    monkeypatch.setattr(bus, "whisper", lambda _workspace, payload: sent.append(payload))
    address = "https://shop.example/"
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as agent:
        await page.follow()
        await agent.follow(visitor.conversation)
        assert page.live
        assert agent.live
        url = address + "a" * (2_000 - len(address))
        await page.live.say(type="page", conversation=visitor.conversation, url=url, title="𠮷" * 300)
        heard = await agent.live.hear("page")
        assert (heard["url"], len(heard["title"])) == (url, 120)
    pages = [payload for payload in sent if b'"page"' in payload]
    assert len(pages) == 1
    assert len(pages[0]) <= WHISPER_MOST


async def test_pages_that_are_remembered_are_bounded(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.live_chat_whispers.VISITS_MOST", 1)
    whispers = desk.house.app.feed.chat.whispers
    whispers.start()
    now = desk.house.clock.now()
    for name in ("cnv_a", "cnv_b"):
        whispers.send(
            desk.workspace.id, Visited(conversation=name, url="https://a.example/", title="", at=now)
        )
    assert whispers.visited_of(desk.workspace.id, "cnv_a") is None
    assert whispers.visited_of(desk.workspace.id, "cnv_b") is not None
    desk.house.clock.move(timedelta(minutes=6))
    whispers.forget_old()
    assert len(whispers._visits) == 0
