"""The chat's own page and the loader: whole in one answer, framed by the owner's sites alone."""

import json
import re
from html import unescape

import pytest_asyncio

from ringonce.chat.inbox_model import InboxSettings, Prechat
from ringonce.chat.inboxes import retire_inbox
from ringonce.web.frame_page import inlined
from tests.support.chats import Desk, open_desk
from tests.support.house import ORIGIN, TESTER, House, done

SITES = ("https://shop.example", "https://www.shop.example")


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


def frame(desk: Desk, inbox: str = "website") -> str:
    return f"{ORIGIN}/chat/{desk.workspace.slug}/{inbox}"


def directive(policy: str, name: str) -> str:
    return next(each for each in policy.split("; ") if each.startswith(f"{name} ")).removeprefix(f"{name} ")


async def test_the_page_holds_all_that_the_widget_needs(house: House, desk: Desk) -> None:
    page = await house.person().get(frame(desk))
    assert page.status_code == 200
    found = re.search(r'<script type="application/json" id="config">(.*?)</script>', page.text)
    assert found is not None
    config = json.loads(found[1])
    asked = await done(house.nobody(desk.workspace).get("/chat/inbox", {"inbox": "website"}))
    assert config["inbox"] == asked
    assert (config["workspace"], config["locale"]) == (desk.workspace.slug, "en")
    assert '<main id="chat" class="panel"' in page.text
    assert "Olive" in unescape(page.text)


async def test_it_sets_no_cookie_and_is_kept_nowhere(house: House, desk: Desk) -> None:
    page = await house.person().get(frame(desk))
    assert "set-cookie" not in page.headers
    assert page.headers["cache-control"] == "no-store"
    policy = page.headers["content-security-policy"]
    assert directive(policy, "base-uri") == "'none'"
    assert directive(policy, "require-trusted-types-for") == "'script'"
    assert "unsafe" not in policy
    nonces = set(re.findall(r'nonce="([^"]+)"', page.text))
    assert len(nonces) == 1
    assert f"'nonce-{nonces.pop()}'" in policy
    assert directive(policy, "frame-ancestors") == "*"


async def test_only_the_owners_sites_frame_it(house: House) -> None:
    settings = InboxSettings(prechat=Prechat(when="off"), sites=SITES)
    desk = await open_desk(house, settings)
    page = await house.person().get(frame(desk))
    ancestors = directive(page.headers["content-security-policy"], "frame-ancestors")
    assert ancestors == f"'self' {SITES[0]} {SITES[1]}"
    services = await house.person().get(f"{ORIGIN}/{desk.workspace.slug}")
    assert directive(services.headers["content-security-policy"], "frame-ancestors") == ancestors


async def test_what_an_owner_writes_cannot_end_the_script(house: House) -> None:
    evil = '</script><script>alert(1)</script><!-- "'
    settings = InboxSettings(prechat=Prechat(when="off"), greeting=evil, tagline=evil)
    desk = await open_desk(house, settings)
    page = await house.person().get(frame(desk))
    assert "<script>alert" not in page.text
    assert page.text.count("</script>") == page.text.count("<script")
    found = re.search(r'id="config">(.*?)</script>', page.text)
    assert found is not None
    assert json.loads(found[1])["inbox"]["greeting"] == evil


def test_inlined_json_is_inert() -> None:
    assert inlined({"a": "</script>\u2028<!--"}) == '{"a":"\\u003c/script>\\u2028\\u003c!--"}'


async def test_the_language_is_one_that_the_inbox_speaks(house: House) -> None:
    desk = await open_desk(house, InboxSettings(prechat=Prechat(when="off"), languages=("en",)))
    page = await house.person().get(f"{frame(desk)}?locale=zh-CN")
    assert '<html lang="en"' in page.text
    both = await open_desk(house)
    page = await house.person().get(f"{frame(both)}?locale=zh-CN")
    assert '<html lang="zh-CN"' in page.text


async def test_an_inbox_that_is_not_there_is_a_page_that_says_nothing(house: House, desk: Desk) -> None:
    edge = house.app.edge
    await edge.executor.run(
        desk.workspace.id,
        TESTER,
        "req_retire",
        lambda work: retire_inbox(work, desk.inbox.id, desk.inbox.version),
    )
    for where in (frame(desk), frame(desk, "nowhere"), f"{ORIGIN}/chat/no-such/website"):
        page = await house.person().get(where)
        assert page.status_code == 404
        assert "<body></body>" in page.text
        assert '"type":"gone"' in page.text


async def test_an_opened_page_marks_the_inbox_as_seen_and_the_loader_does_not(
    house: House, desk: Desk
) -> None:
    await house.person().get(f"{ORIGIN}/embed.js")
    listed = await done(desk.owner.person.get("/inboxes"))
    assert listed["items"][0]["seen_at"] is None
    await house.person().get(frame(desk))
    listed = await done(desk.owner.person.get("/inboxes"))
    assert listed["items"][0]["seen_at"] is not None


async def test_the_loader_is_for_every_site(house: House) -> None:
    first = await house.person().get(f"{ORIGIN}/embed.js", Origin="https://any.example")
    assert first.status_code == 200
    assert first.headers["content-type"].startswith("text/javascript")
    assert first.headers["cross-origin-resource-policy"] == "cross-origin"
    assert first.headers["cache-control"] == "public, max-age=300"
    again = await house.person().get(f"{ORIGIN}/embed.js", If_None_Match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
