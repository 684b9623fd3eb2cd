"""Doors of people and merges: who may, what they answer, and that a press is one merge."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from ringonce.chat.inbox_model import InboxDraft, InboxSettings, Prechat
from ringonce.chat.inboxes import create_inbox
from ringonce.identity.model import Role
from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Work
from tests.support.clock import MovableClock
from tests.support.house import TESTER, House, Person, Shop, done, fresh_key, make_house, open_shop

STARTS = ("2026-12-02T09:00:00Z", "2026-12-02T11:00:00Z", "2026-12-02T13:00:00Z")


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()


@pytest_asyncio.fixture
async def shop(house: House) -> Shop:
    return await open_shop(house)


async def book(house: House, shop: Shop, number: int, name: str, email: str) -> Person:
    visitor = house.visitor(shop.workspace)
    body = {"service": "cut", "start": STARTS[number], "name": name, "email": email}
    await done(visitor.post("/bookings", body))
    return visitor


async def people(shop: Shop) -> dict[str, Any]:
    return {each["name"]: each for each in (await done(shop.owner.get("/contacts")))["items"]}


async def test_contacts_are_listed_read_and_changed(house: House, shop: Shop) -> None:
    for number, name in enumerate(("Ada Lovelace", "Bob", "Eve")):
        await book(house, shop, number, name, f"{name.split()[0].lower()}@example.org")
    page = await done(shop.owner.get("/contacts", {"limit": 2}))
    rest = await done(shop.owner.get("/contacts", {"limit": 2, "cursor": page["next_cursor"]}))
    assert len(page["items"]) == 2
    assert rest["next_cursor"] is None
    assert {each["name"] for each in [*page["items"], *rest["items"]]} == {"Ada Lovelace", "Bob", "Eve"}
    (ada,) = (await done(shop.owner.get("/contacts", {"q": "lovel"})))["items"]
    assert ada["identities"] == [{"kind": "email", "value": "ada@example.org", "proved_at": None}]
    change = {"version": ada["version"], "name": "Ada", "attributes": {"plan": "pro", "gone": None}}
    changed = await done(shop.owner.patch(f"/contacts/{ada['id']}", change))
    assert (changed["name"], changed["attributes"]) == ("Ada", {"plan": "pro"})
    stale = await shop.owner.patch(f"/contacts/{ada['id']}", change)
    assert (stale.status_code, stale.json()["code"]) == (409, "version-behind")
    assert (await done(shop.owner.get("/contacts", {"q": "pro"})))["items"][0]["id"] == ada["id"]


async def test_suggestions_are_for_members_only(house: House, shop: Shop) -> None:
    visitor = await book(house, shop, 0, "Ada", "ada@example.org")
    await book(house, shop, 1, "Countess", "ada@example.org")
    ada = (await people(shop))["Ada"]["id"]
    told = await done(shop.owner.get(f"/contacts/{ada}/suggestions"))
    assert [(each["contact"]["name"], each["by"]) for each in told["items"]] == [("Countess", "email")]
    secret = (await done(shop.owner.post("/keys", {"name": "k", "scopes": ["read", "configure", "book"]})))[
        "secret"
    ]
    for person, status in ((visitor, 401), (house.holder(secret), 403)):
        refused = await person.get(f"/contacts/{ada}/suggestions")
        assert refused.status_code == status
        assert "Countess" not in refused.text


async def test_contacts_are_merged_and_undone_by_administrators(house: House, shop: Shop) -> None:
    await book(house, shop, 0, "Ada", "ada@example.org")
    await book(house, shop, 1, "Countess", "countess@example.org")
    known = await people(shop)
    ada, other = known["Ada"]["id"], known["Countess"]["id"]
    body = {"kind": "contacts", "winner_id": ada, "loser_ids": [other], "fields": {"name": other}}
    agent = await house.signed_in(await house.member(shop.workspace, Role.AGENT))
    assert (await agent.post("/merges", body)).status_code == 403
    preview = await done(shop.owner.post("/merges/preview", body))
    assert [(each["field"], each["wins"]) for each in preview["fields"]] == [("name", other)]
    key = fresh_key()
    first, again = [await shop.owner.post("/merges", body, key=key) for _ in range(2)]
    assert first.status_code == 201
    assert first.content == again.content
    merge = first.json()["merge"]
    other_press = (await done(shop.owner.post("/merges", body)))["merge"]
    assert other_press["id"] == merge["id"]
    shown = await done(shop.owner.get(f"/contacts/{other}"))
    assert (shown["id"], shown["name"], shown["aliases"], shown["sessions"]) == (ada, "Countess", [other], 2)
    listed = await done(shop.owner.get("/merges", {"contact": other}))
    assert [each["id"] for each in listed["items"]] == [merge["id"]]
    log = await done(shop.owner.get("/log", {"contact": ada}))
    assert {"BookingConfirmed", "ContactMerged"} <= {each["action"] for each in log["items"]}
    undone = (await done(shop.owner.post(f"/merges/{merge['id']}/undo")))["merge"]
    assert undone["undone_at"] is not None
    twice = await shop.owner.post(f"/merges/{merge['id']}/undo")
    assert (twice.status_code, twice.json()["code"]) == (409, "merge-undone")
    assert (await done(shop.owner.get(f"/contacts/{ada}")))["name"] == "Ada"


async def test_conversations_are_merged_and_undone(house: House, shop: Shop) -> None:
    async def inbox(work: Work) -> None:
        quiet = InboxSettings(prechat=Prechat(when="off"))
        await create_inbox(work, InboxDraft(slug="website", name="Website", settings=quiet))

    await house.app.edge.executor.run(shop.workspace.id, TESTER, "req_inbox", inbox)
    visitors = [house.visitor(shop.workspace) for _ in range(2)]
    ids = []
    for number, visitor in enumerate(visitors):
        body: dict[str, Any] = {
            "inbox": "website",
            "client_id": f"client-00{number}",
            "text": f"hello {number}",
        }
        body["filled_for_ms"] = 20_000
        ids.append((await done(visitor.post("/chat/start", body)))["conversation"]["id"])
    asked = {"kind": "conversations", "winner_id": ids[0], "loser_ids": [ids[1]]}
    preview = await done(shop.owner.post("/merges/preview", asked))
    assert preview["moved_sessions"] == 1
    merge = (await done(shop.owner.post("/merges", asked)))["merge"]
    thread = await done(visitors[1].get(f"/chat/conversations/{ids[1]}/messages"))
    assert thread["conversation"]["id"] == ids[0]
    said = [each["text"] for each in thread["messages"] if each["kind"] == "text"]
    assert said == ["hello 0", "hello 1"]
    await done(shop.owner.post(f"/merges/{merge['id']}/undo"))
    back = await done(visitors[1].get(f"/chat/conversations/{ids[1]}/messages"))
    assert back["conversation"]["id"] == ids[1]
    assert [each["text"] for each in back["messages"] if each["kind"] == "text"] == ["hello 1"]
    closed = await visitors[1].get(f"/chat/conversations/{ids[0]}/messages")
    assert (closed.status_code, closed.json()["code"]) == (404, "conversation-missing")
    log = await done(shop.owner.get("/log", {"conversation": ids[1]}))
    assert {"ConversationMerged", "ConversationUnmerged"} <= {each["action"] for each in log["items"]}
    erased = await done(shop.owner.post(f"/contacts/{log['items'][0]['refs']['contact']}/erase"))
    assert erased["messages"] >= 1
    gone = await visitors[1].get(f"/chat/conversations/{ids[1]}/messages")
    assert (gone.status_code, gone.json()["code"]) == (401, "session-revoked")
