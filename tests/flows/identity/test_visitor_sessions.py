"""Visitors' tokens: replaced by a new one, revoked by the desk, and gone with the person."""

import asyncio
import secrets
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from ringonce.identity.visitors import GRACE_MS, remember_visitor, visitor_of
from ringonce.web import live
from tests.flows.identity.tables import dump
from tests.support.chats import Desk, Visitor, open_desk
from tests.support.house import TESTER, House, Person, done, fresh_key

GRACE = timedelta(milliseconds=GRACE_MS)


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest_asyncio.fixture
async def visitor(desk: Desk) -> Visitor:
    made = desk.visitor()
    await made.start("Hello")
    return made


def new_token() -> str:
    return f"vst_{secrets.token_urlsafe(33)}"


def holding(desk: Desk, token: str) -> Person:
    return desk.house.visitor(desk.workspace, token=token)


async def known(person: Person) -> dict[str, Any]:
    found: dict[str, Any] = await done(person.get("/chat/session"))
    return found


async def refusal(answer: Any) -> tuple[int, str]:
    told = await answer
    return told.status_code, told.json()["code"]


async def contact_of(desk: Desk, visitor: Visitor) -> str:
    found = await done(desk.owner.person.get(f"/conversations/{visitor.conversation}"))
    contact: str = found["contact"]["id"]
    return contact


async def sessions(desk: Desk, contact: str) -> list[dict[str, Any]]:
    answer = await done(desk.owner.person.get(f"/contacts/{contact}/sessions"))
    items: list[dict[str, Any]] = answer["items"]
    return items


async def revoke(desk: Desk, visitor: Visitor) -> dict[str, Any]:
    contact = await contact_of(desk, visitor)
    [session] = await sessions(desk, contact)
    path = f"/contacts/{contact}/sessions/{session['id']}/revoke"
    revoked: dict[str, Any] = await done(desk.owner.person.post(path))
    return revoked


async def test_a_first_request_is_already_its_visitors(desk: Desk) -> None:
    token = new_token()
    before = await known(holding(desk, token))
    assert (before["known"], before["since"], before["name"], before["signed"]) == (False, None, "", False)
    await Visitor(token, holding(desk, token)).start("Hello")
    after = await known(holding(desk, token))
    assert (after["known"], after["visitor_id"]) == (True, before["visitor_id"])
    assert after["since"] == after["seen_at"] is not None


async def test_a_rotated_token_is_the_same_visitor_and_two_tabs_live_on(desk: Desk, visitor: Visitor) -> None:
    before, token = await known(visitor.person), new_token()
    other_tab = holding(desk, visitor.token)
    assert await done(visitor.person.post("/chat/session/rotate", {"token": token})) == {
        "visitor_id": before["visitor_id"]
    }
    fresh = Visitor(token, holding(desk, token), conversation=visitor.conversation)
    assert (await known(fresh.person))["visitor_id"] == before["visitor_id"]
    await fresh.say("From the new token")
    desk.house.clock.move(GRACE - timedelta(milliseconds=1))
    said = await Visitor(visitor.token, other_tab, conversation=visitor.conversation).say("From the old tab")
    assert said["message"]["seq"] == 4
    assert len((await done(fresh.person.get("/chat/conversations", {"inbox": "website"})))["items"]) == 1


async def test_an_old_token_is_refused_after_its_grace(desk: Desk, visitor: Visitor) -> None:
    token = new_token()
    await done(visitor.person.post("/chat/session/rotate", {"token": token}))
    desk.house.clock.move(GRACE)
    path = f"/chat/conversations/{visitor.conversation}/messages"
    assert await refusal(visitor.person.get(path)) == (401, "session-revoked")
    assert await refusal(visitor.person.post(path, {"client_id": "c-00000001", "text": "x"})) == (
        401,
        "session-revoked",
    )
    assert (await holding(desk, token).get(path)).status_code == 200


async def test_the_same_key_asks_again_and_is_answered_the_same(desk: Desk, visitor: Visitor) -> None:
    key, body = fresh_key(), {"token": new_token()}
    first = await visitor.person.post("/chat/session/rotate", body, key=key)
    again = await visitor.person.post("/chat/session/rotate", body, key=key)
    by_new = await holding(desk, body["token"]).post("/chat/session/rotate", body, key=key)
    assert [first.status_code, again.status_code, by_new.status_code] == [200, 200, 200]
    assert first.content == again.content == by_new.content
    assert again.headers["idempotency-replayed"] == "true"


async def test_a_token_that_was_used_cannot_take_anothers_place(desk: Desk, visitor: Visitor) -> None:
    other = desk.visitor()
    await other.start("Somebody else")
    for known_token in (other.token, visitor.token):
        answer = visitor.person.post("/chat/session/rotate", {"token": known_token})
        assert await refusal(answer) == (409, "token-known")
    taken = new_token()
    await done(other.person.post("/chat/session/rotate", {"token": taken}))
    answer = visitor.person.post("/chat/session/rotate", {"token": taken})
    assert await refusal(answer) == (409, "token-known")
    assert (await known(visitor.person))["visitor_id"] != (await known(other.person))["visitor_id"]


async def test_a_retired_token_makes_no_third(desk: Desk, visitor: Visitor) -> None:
    """Else whoever kept it could go on from it for ever."""
    await done(visitor.person.post("/chat/session/rotate", {"token": new_token()}))
    answer = visitor.person.post("/chat/session/rotate", {"token": new_token()})
    assert await refusal(answer) == (409, "token-replaced")


async def test_two_tabs_that_rotate_at_once_end_with_one_token(desk: Desk, visitor: Visitor) -> None:
    tokens = [new_token() for _ in range(8)]
    answers = await asyncio.gather(
        *(holding(desk, visitor.token).post("/chat/session/rotate", {"token": each}) for each in tokens)
    )
    won = [token for token, answer in zip(tokens, answers, strict=True) if answer.status_code == 200]
    codes = {answer.json()["code"] for answer in answers if answer.status_code != 200}
    assert len(won) == 1
    assert codes == {"token-replaced"}
    mine = (await known(visitor.person))["visitor_id"]
    of_all = [(await known(holding(desk, each)))["visitor_id"] for each in tokens]
    assert [token for token, of in zip(tokens, of_all, strict=True) if of == mine] == won


async def test_a_token_says_nothing_in_another_workspace(house: House, desk: Desk, visitor: Visitor) -> None:
    elsewhere = await open_desk(house)
    token = new_token()
    await done(visitor.person.post("/chat/session/rotate", {"token": token}))
    stranger = await known(holding(elsewhere, token))
    assert (stranger["known"], stranger["name"]) == (False, "")
    assert stranger["visitor_id"] != (await known(holding(desk, token)))["visitor_id"]
    await revoke(desk, visitor)
    assert (await known(holding(elsewhere, token)))["known"] is False


async def test_a_malformed_token_is_no_new_token(visitor: Visitor) -> None:
    for broken in ("", "vst_short", f"ses_{'a' * 43}", f"vst_{'a' * 129}", f"vst_{'é' * 43}"):
        answer = await visitor.person.post("/chat/session/rotate", {"token": broken})
        assert answer.status_code == 400, broken
    assert await refusal(visitor.person.post("/chat/session/rotate", {})) == (400, "request-invalid")


async def test_members_have_no_token_to_rotate(desk: Desk) -> None:
    answer = desk.owner.person.post("/chat/session/rotate", {"token": new_token()})
    assert await refusal(answer) == (403, "visitor-needed")


async def test_the_desk_sees_browsers_and_shuts_one_out(desk: Desk, visitor: Visitor) -> None:
    contact, mine = await contact_of(desk, visitor), await known(visitor.person)
    [session] = await sessions(desk, contact)
    assert (session["id"], session["revoked_at"]) == (mine["visitor_id"], None)
    assert session["inboxes"] == [{"id": desk.inbox.id, "name": "Website"}]
    revoked = await revoke(desk, visitor)
    assert revoked["revoked_at"] is not None
    assert (await revoke(desk, visitor))["revoked_at"] == revoked["revoked_at"]
    doors = [
        visitor.person.get("/chat/session"),
        visitor.person.get("/chat/conversations", {"inbox": "website"}),
        visitor.person.get("/chat/inbox", {"inbox": "website"}),
        visitor.person.post("/chat/start", {"inbox": "website"}),
        visitor.person.post("/chat/session/rotate", {"token": new_token()}),
        visitor.person.post("/holds", {"service": "cut", "start": "2026-12-02T11:00:00Z"}),
        visitor.person.post(f"/chat/conversations/{visitor.conversation}/seen", {"seq": 1}),
    ]
    assert [await refusal(each) for each in doors] == [(401, "session-revoked")] * len(doors)


async def test_a_rotated_visitor_is_shut_out_with_every_token(desk: Desk, visitor: Visitor) -> None:
    token = new_token()
    await done(visitor.person.post("/chat/session/rotate", {"token": token}))
    await revoke(desk, visitor)
    assert await refusal(holding(desk, token).get("/chat/session")) == (401, "session-revoked")
    assert await refusal(visitor.person.get("/chat/session")) == (401, "session-revoked")


async def test_only_a_persons_own_browsers_are_hers(desk: Desk, visitor: Visitor) -> None:
    other = desk.visitor()
    await other.start("Somebody else")
    contact, theirs = await contact_of(desk, visitor), (await known(other.person))["visitor_id"]
    answer = desk.owner.person.post(f"/contacts/{contact}/sessions/{theirs}/revoke")
    assert await refusal(answer) == (404, "session-missing")
    assert (await known(other.person))["known"] is True


async def test_an_intent_on_its_way_is_not_passed_by_a_revocation(desk: Desk, visitor: Visitor) -> None:
    """The request was let in; before it writes, the visitor was shut out."""
    principal = visitor_of(visitor.token, desk.workspace.id)
    run = desk.house.app.edge.executor.run
    await run(desk.workspace.id, TESTER, "req_a", lambda work: remember_visitor(work, principal))
    await revoke(desk, visitor)
    with pytest.raises(Exception, match="session-revoked"):
        await run(desk.workspace.id, TESTER, "req_b", lambda work: remember_visitor(work, principal))


async def test_erasing_a_person_shuts_her_browsers_out(desk: Desk, visitor: Visitor) -> None:
    contact = await contact_of(desk, visitor)
    await done(desk.owner.person.post(f"/contacts/{contact}/erase"))
    assert await refusal(visitor.person.get("/chat/session")) == (401, "session-revoked")
    assert await sessions(desk, contact) == []


async def test_browsers_of_every_name_of_a_person_are_listed(desk: Desk, visitor: Visitor) -> None:
    other = desk.visitor()
    await other.start("On the phone")
    one, two = await contact_of(desk, visitor), await contact_of(desk, other)
    await done(desk.owner.person.post("/merges", {"kind": "contacts", "winner_id": one, "loser_ids": [two]}))
    ids = {(await known(each.person))["visitor_id"] for each in (visitor, other)}
    for name in (one, two):
        assert {each["id"] for each in await sessions(desk, name)} == ids


async def test_the_database_holds_no_token(desk: Desk, visitor: Visitor) -> None:
    token = new_token()
    await done(visitor.person.post("/chat/session/rotate", {"token": token}))
    kept = await dump(desk.house, "visitors", "visitor_tokens", "log", "receipts")
    assert token not in kept
    assert visitor.token not in kept


async def test_the_log_names_what_was_done(desk: Desk, visitor: Visitor) -> None:
    await done(visitor.person.post("/chat/session/rotate", {"token": new_token()}))
    await revoke(desk, visitor)
    log = await done(desk.owner.person.get("/log", {"limit": "100"}))
    told = [each["action"] for each in log["items"] if each["stream"].startswith("visitor:")]
    assert sorted(told) == ["VisitorSessionRevoked", "VisitorTokenRotated"]


async def test_a_revoked_visitors_thread_is_closed_at_once(desk: Desk, visitor: Visitor) -> None:
    async with desk.socket(visitor) as page:
        await page.follow()
        await revoke(desk, visitor)
        assert page.live
        assert await page.live.ends() == live.SIGNED_OUT


async def test_a_revoked_token_opens_no_socket(desk: Desk, visitor: Visitor) -> None:
    await revoke(desk, visitor)
    async with desk.house.socket() as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug, token=visitor.token)
        assert await socket.ends() == live.SIGNED_OUT


async def test_a_page_that_follows_nothing_is_shut_out_by_the_heartbeat(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BEAT_SECONDS", 0.01)
    async with desk.socket(visitor) as page:
        assert page.live
        await page.live.hear("beat")
        await revoke(desk, visitor)
        assert await page.live.ends() == live.SIGNED_OUT


async def test_a_socket_of_a_retired_token_ends_with_its_grace(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BEAT_SECONDS", 0.01)
    token = new_token()
    async with desk.socket(visitor) as old, desk.socket(visitor) as told:
        assert old.live
        assert told.live
        await told.follow()
        await done(visitor.person.post("/chat/session/rotate", {"token": token}))
        await told.live.say(type="token", token=token)
        for _ in range(live.VISITOR_BEATS + 1):
            await old.live.hear("beat")
            await told.live.hear("beat")
        desk.house.clock.move(GRACE)
        assert await old.live.ends() == live.SIGNED_OUT
        for _ in range(live.VISITOR_BEATS + 1):
            await told.live.hear("beat")
        assert told.live.closed_with is None
