"""What somebody tries who means harm, through the doors of chat."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio

from ringonce.chat.inbox_model import Inbox, InboxSettings, Prechat
from ringonce.chat.inboxes import rotate_secret
from ringonce.chat.queries import load_inbox
from ringonce.chat.signed import secret_of
from tests.support.chats import Desk, Visitor, client_id, open_desk
from tests.support.house import ORIGIN, TESTER, House, done, fresh_key
from tests.support.identity_tokens import coded, jwt, short

OPEN = Prechat(when="off")


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest_asyncio.fixture
async def visitor(desk: Desk) -> Visitor:
    made = desk.visitor()
    await made.start("The secret of the house")
    return made


async def inbox_now(desk: Desk) -> Inbox:
    return await desk.house.app.edge.database.read(
        lambda tx: load_inbox(tx, desk.workspace.id, desk.inbox.id)
    )


async def token_for(desk: Desk, sub: str, **more: Any) -> str:
    edge = desk.house.app.edge
    claims = {"wsp": desk.workspace.slug, "inb": "website", "sub": sub, "exp": edge.clock.now() // 1000 + 600}
    return jwt(secret_of(edge.codes, await inbox_now(desk)), {**claims, **more})


async def identify(visitor: Visitor, token: str) -> httpx.Response:
    return await visitor.person.post("/chat/identify", {"inbox": "website", "token": token})


async def upload(visitor: Visitor) -> httpx.Response:
    headers = {**visitor.person.headers, "Idempotency-Key": f'"{fresh_key()}"', "Content-Type": "text/plain"}
    path = "/chat/attachments?inbox=website&name=a.txt"
    return await visitor.person.client.post(path, content=b"words", headers=headers)


async def require_identity(desk: Desk) -> None:
    inbox = await done(desk.owner.person.get(f"/inboxes/{desk.inbox.id}"))
    settings = {**inbox["settings"], "identity": "required"}
    body = {"version": inbox["version"], "settings": settings}
    await done(desk.owner.person.patch(f"/inboxes/{desk.inbox.id}", body))


# --- who sees what


async def test_history_is_shown_to_signed_people_alone_where_the_inbox_asks_it(
    desk: Desk, visitor: Visitor
) -> None:
    here = f"/chat/conversations/{visitor.conversation}"
    await require_identity(desk)
    listed = await done(visitor.person.get("/chat/conversations", {"inbox": "website"}))
    assert (listed["items"], listed["live"]) == ([], None)
    assert (await visitor.person.get(f"{here}/messages")).status_code == 404
    for deed, body in (("end", {}), ("seen", {"seq": 1})):
        assert (await visitor.person.post(f"{here}/{deed}", body)).status_code == 404
    refused = await visitor.person.post(f"{here}/messages", {"client_id": client_id(), "text": "let me in"})
    assert (refused.status_code, refused.json()["code"]) == (403, "identity-needed")
    stored = await upload(visitor)
    assert (stored.status_code, stored.json()["code"]) == (403, "identity-needed")
    async with desk.socket(visitor) as page:
        assert (await page.follow())["conversation"] is None
    assert (await identify(visitor, await token_for(desk, "user-1"))).status_code == 200
    assert (await upload(visitor)).status_code == 201
    shown = await done(visitor.person.get(f"{here}/messages"))
    assert "The secret of the house" in json.dumps(shown)
    await visitor.say("Here I am")


async def test_a_second_device_that_wrote_before_it_signed_in_is_signed(desk: Desk, visitor: Visitor) -> None:
    second = desk.visitor()
    await second.start("From my telephone")
    for each in (visitor, second):
        assert (await identify(each, await token_for(desk, "user-1"))).status_code == 200
    await require_identity(desk)
    assert (await done(second.person.get("/chat/conversations", {"inbox": "website"})))["live"]


async def test_another_person_in_the_same_browser_sees_nothing_of_the_first(
    desk: Desk, visitor: Visitor
) -> None:
    here = f"/chat/conversations/{visitor.conversation}"
    assert (await identify(visitor, await token_for(desk, "user-1"))).status_code == 200
    async with desk.socket(visitor) as page:
        await page.follow()
        assert (await identify(visitor, await token_for(desk, "user-2"))).status_code == 200
        assert page.live
        frame = await page.live.hear("thread")
        assert (frame["conversation"], frame["reset"]) == (None, True)
    assert (await visitor.person.get(f"{here}/messages")).status_code == 404
    assert (await done(visitor.person.get("/chat/conversations", {"inbox": "website"})))["items"] == []
    started = await visitor.start("I am new here")
    assert "secret of the house" not in json.dumps(started)


async def test_what_is_anothers_is_as_if_it_were_not(desk: Desk, visitor: Visitor) -> None:
    stranger = desk.visitor()
    # Known to the server, but without a part in it.
    await stranger.start("Good morning")
    made_up = visitor.conversation[:-4] + "zzzz" if visitor.conversation else ""
    for deed, body in (
        ("messages", {"client_id": client_id(), "text": "x"}),
        ("end", {}),
        ("seen", {"seq": 1}),
    ):
        answers = [
            await stranger.person.post(f"/chat/conversations/{each}/{deed}", body)
            for each in (visitor.conversation, made_up)
        ]
        assert [each.status_code for each in answers] == [404, 404]
        assert answers[0].json()["code"] == answers[1].json()["code"] == "conversation-missing"


async def test_typing_an_address_tells_nothing_about_who_has_it(desk: Desk, visitor: Visitor) -> None:
    token = await token_for(desk, "user-1", email="ada@example.org", name="Ada Known")
    assert (await identify(visitor, token)).status_code == 200
    told = []
    for email in ("ada@example.org", "nobody@example.org"):
        stranger = desk.visitor()
        answers = {"email": email, "name": "Somebody"}
        started = await stranger.start("Hello", answers=answers)
        assert "Ada Known" not in json.dumps(started)
        page = await done(stranger.person.get("/chat/conversations", {"inbox": "website"}))
        assert [each["id"] for each in page["items"]] == [stranger.conversation]
        told.append([sorted(started), sorted(started["conversation"]), len(started["messages"])])
    assert told[0] == told[1]


async def test_a_visitor_is_told_nothing_of_the_desk(desk: Desk, visitor: Visitor) -> None:
    colleague = await desk.agent()
    note = {"note": True, "mentions": [colleague.member.id]}
    await desk.owner.say(str(visitor.conversation), "Between us: difficult", **note)
    await desk.owner.say(str(visitor.conversation), "Good morning")
    async with desk.socket(visitor) as page:
        frame = json.dumps(await page.follow())
    thread = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
    inbox = await done(visitor.person.get("/chat/inbox", {"inbox": "website"}))
    said = frame + json.dumps(thread)
    # Who answers in an inbox is shown to everybody; that she was called to this conversation is not.
    assert colleague.member.id not in said
    for hidden in ("Between us", colleague.member.email, desk.owner.member.email, "ctc_"):
        assert hidden not in said + json.dumps(inbox), hidden


# --- signed identities


async def test_identities_that_are_not_what_the_site_signed(desk: Desk, visitor: Visitor) -> None:
    edge, inbox = desk.house.app.edge, await inbox_now(desk)
    secret, now = secret_of(edge.codes, inbox), edge.clock.now() // 1000
    claims = {"wsp": desk.workspace.slug, "inb": "website", "sub": "user-1", "exp": now + 600}
    good = jwt(secret, claims)
    other = jwt(secret, {**claims, "sub": "boss", "email": "boss@example.org"})
    head, body, mac = good.split(".")
    sent = short(secret, desk.workspace.slug, "website", now + 600, "user-1", "a@example.org").split(".")
    none = coded(json.dumps({"alg": "none"}).encode())
    tried = {
        "no algorithm": f"{none}.{body}.",
        "no algorithm, with a signature": f"{none}.{body}.{mac}",
        "claims of another token": f"{head}.{other.split('.')[1]}.{mac}",
        "signature of another token": f"{head}.{body}.{other.split('.')[2]}",
        "no signature": f"{head}.{body}.",
        "half a signature": f"{head}.{body}.{mac[:20]}",
        "a key by name": jwt("", claims, {"alg": "HS256", "kid": "../../dev/null"}),
        "a key inside": jwt("k", claims, {"alg": "HS256", "jwk": {"kty": "oct", "k": "aw"}}),
        "another algorithm": jwt(secret, claims, {"alg": "RS256"}),
        "critical": jwt(secret, claims, {"alg": "HS256", "crit": ["exp"]}),
        "expired": jwt(secret, {**claims, "exp": now}),
        "for ever": jwt(secret, {**claims, "exp": now + 10**9}),
        "a fraction": jwt(secret, {**claims, "exp": now + 600.5}),
        "a text": jwt(secret, {**claims, "exp": str(now + 600)}),
        "before time": jwt(secret, {**claims, "exp": -1}),
        "truth": jwt(secret, {**claims, "exp": True}),
        "beyond numbers": jwt(secret, {**claims, "exp": 2**70}),
        "another inbox": jwt(secret, {**claims, "inb": "sales"}),
        "another workspace": jwt(secret, {**claims, "wsp": "elsewhere"}),
        "a list of ids": jwt(secret, {**claims, "sub": ["user-1", "boss"]}),
        "a line break": jwt(secret, {**claims, "email": "a@example.org\r\nBcc: b@example.org"}),
        "half a character": jwt(secret, {**claims, "sub": "\ud800"}),
        "huge": jwt(secret, {**claims, "name": "x" * 5_000}),
        "blanks around": f" {good} ",
        "four parts": f"{good}.{mac}",
        "short, another's id": ".".join([*sent[:2], coded(b"boss"), *sent[3:]]),
        "short, another's address": ".".join([*sent[:3], coded(b"boss@example.org"), sent[4]]),
        "short, longer life": ".".join([sent[0], str(now + 900), *sent[2:]]),
        "short, a bar": ".".join([*sent[:2], coded(b"user-1|x"), *sent[3:]]),
        "short, other digits": ".".join([sent[0], "\u0661\u0662", *sent[2:]]),
        "deep": f"{head}.{coded(b'[' * 3_000)}.{mac}",
    }
    for name, token in tried.items():
        refused = await identify(visitor, token)
        assert refused.status_code in (400, 403), name
        assert refused.json()["code"] in ("identity-refused", "request-invalid"), name
        assert "boss" not in refused.text, name
    assert (await identify(visitor, good)).status_code == 200


async def test_a_secret_that_was_changed_is_taken_for_its_time_only(desk: Desk, visitor: Visitor) -> None:
    edge = desk.house.app.edge
    old = await token_for(desk, "user-1")
    await edge.executor.run(
        desk.workspace.id,
        TESTER,
        "req_rotate",
        lambda work: rotate_secret(work, desk.inbox.id, desk.inbox.version, old_for_ms=60_000),
    )
    assert (await identify(visitor, old)).status_code == 200
    desk.house.clock.move(timedelta(seconds=61))
    refused = await identify(desk.visitor(), old)
    assert (refused.status_code, refused.json()["code"]) == (403, "identity-refused")
    assert (await identify(desk.visitor(), await token_for(desk, "user-1"))).status_code == 200


# --- origins, addresses, headers


async def test_the_page_without_the_s_is_not_ours(house: House, desk: Desk) -> None:
    cookie = f"__Host-ringonce={desk.owner.session.token}"
    person = house.person(Cookie=cookie)
    secure = ORIGIN.replace("http:", "https:")
    sent = {"Idempotency-Key": f'"{fresh_key()}"', "Cookie": cookie}
    for origin, status in ((ORIGIN, 403), ("null", 403), ("https://evil.example", 403), (secure, 200)):
        answer = await person.client.request(
            "PATCH", f"{secure}/api/v1/agents/me", json={"status": "away"}, headers={**sent, "Origin": origin}
        )
        assert answer.status_code == status, origin


async def test_no_other_site_may_read_an_answer(desk: Desk, visitor: Visitor) -> None:
    for path in (f"/chat/conversations/{visitor.conversation}/messages", "/chat/conversations?inbox=website"):
        answer = await visitor.person.get(path, Origin="https://evil.example")
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert answer.headers["cache-control"] == "no-store"
    asked = await visitor.person.client.options(
        "/chat/start", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    )
    assert "access-control-allow-origin" not in asked.headers


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example"])
async def test_a_page_that_is_no_address_is_nobodys_link(desk: Desk, url: str) -> None:
    visitor = desk.visitor()
    await visitor.start("Hello", page={"url": url, "title": "<b>", "referrer": url})
    seen = await done(desk.owner.person.get(f"/conversations/{visitor.conversation}"))
    assert url not in json.dumps(seen)


async def test_a_request_id_cannot_write_lines_of_the_log(house: House, desk: Desk) -> None:
    for name in ("short", "x" * 200, "with blanks in it", "{evil}\tlevel=error"):
        answer = await desk.owner.person.get("/inboxes", X_Request_ID=name)
        assert answer.headers["x-request-id"] != name
        assert answer.headers["x-request-id"].startswith("req_")


# --- files


async def test_settings_hold_nothing_that_a_policy_would_read(house: House, desk: Desk) -> None:
    """A site is an origin: no directive, no wildcard of everything, no scheme that runs."""
    inbox = await done(desk.owner.person.get(f"/inboxes/{desk.inbox.id}"))
    for site in (
        "https://a.example; script-src *",
        "*",
        "javascript:alert(1)",
        "https://*",
        "data:",
        "'none'",
    ):
        body = {"version": inbox["version"], "settings": {**inbox["settings"], "sites": [site]}}
        refused = await desk.owner.person.patch(f"/inboxes/{desk.inbox.id}", body)
        assert refused.status_code == 400, site
    assert InboxSettings(prechat=OPEN).sites == ()
