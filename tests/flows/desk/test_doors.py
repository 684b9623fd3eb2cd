"""The doors of offers, bookings in the widget, the away card and a person's story; the socket too."""

from datetime import timedelta
from typing import Any

import pytest_asyncio

from ringonce.chat.inbox_model import Away, InboxSettings, Prechat
from ringonce.chat.inboxes import update_inbox
from ringonce.kernel.work import Work
from tests.support.chats import Desk, Visitor, client_id, open_desk
from tests.support.house import TESTER, House, done

TEN, ELEVEN, NOON = (f"2026-12-02T{hour}:00:00Z" for hour in (10, 11, 12))
ADA = {"name": "Ada Lovelace", "email": "ada@example.org"}


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    """An inbox whose away card offers cuts of an hour, on weekdays from nine to five."""
    settings = InboxSettings(prechat=Prechat(when="off"), away=Away(service="cut"))
    made = await open_desk(house, settings)
    owner = made.owner.person
    week = [[[540, 1020]]] * 5 + [[], []]
    await done(
        owner.post("/schedules", {"name": "Office", "zone": "UTC", "weekly": week, "is_default": True})
    )
    host = await done(owner.post("/hosts", {"name": "Ines"}))
    body = {
        "slug": "cut",
        "title": "Cut",
        "lengths": [60],
        "rules": {"notice_minutes": 0},
        "hosts": [{"host_id": host["id"]}],
    }
    await done(owner.post("/services", body))
    return made


async def offered(desk: Desk, visitor: Visitor, *starts: str) -> dict[str, Any]:
    body = {"client_id": client_id(), "service": "cut", "starts": list(starts), "zone": "UTC"}
    path = f"/conversations/{visitor.conversation}/offers"
    answer: dict[str, Any] = await done(desk.owner.person.post(path, body))
    return answer


async def test_an_offer_is_drawn_alike_for_both_sides(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    made = await offered(desk, visitor, TEN, NOON)
    assert made["message"]["kind"] == "offer"
    thread = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
    shown = thread["messages"][-1]
    assert shown["extra"] == made["message"]["extra"]
    assert [(time["start"], time["state"]) for time in shown["extra"]["times"]] == [
        (TEN, "held"),
        (NOON, "held"),
    ]
    assert shown["extra"]["service"]["title"] == "Cut"


async def test_a_tap_answers_with_receipt_offer_and_booking(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    made = await offered(desk, visitor, TEN, NOON)
    path = f"/chat/offers/{made['message']['id']}/take"
    response = await visitor.person.post(path, {"start": TEN, "version": 1})
    assert (response.status_code, response.json()["code"]) == (400, "details-needed")
    assert [field["id"] for field in response.json()["fields"]] == ["name", "email"]
    taken = await done(visitor.person.post(path, {"start": TEN, "version": 1, **ADA}))
    receipt = taken["message"]
    assert (receipt["kind"], receipt["extra"]["state"]) == ("receipt", "booked")
    assert receipt["extra"]["title"] == "Cut"
    assert receipt["extra"]["hosts"] == ["Ines"]
    assert receipt["extra"]["manage_url"] == taken["booking"]["manage_path"]
    assert [time["state"] for time in taken["offer"]["extra"]["times"]] == ["booked", "released"]
    page = await visitor.person.get(f"/public/bookings/{receipt['extra']['code']}")
    assert page.json()["booking"]["start"] == TEN
    again = await done(visitor.person.post(path, {"start": TEN, "version": 1}))
    assert again["message"]["id"] == receipt["id"]
    other = await visitor.person.post(path, {"start": NOON, "version": 1, **ADA})
    assert (other.status_code, other.json()["code"]) == (409, "offer-taken")


async def test_a_stranger_taps_at_nothing(desk: Desk) -> None:
    visitor, stranger = desk.visitor(), desk.visitor()
    await visitor.start()
    await stranger.start()
    made = await offered(desk, visitor, TEN)
    path = f"/chat/offers/{made['message']['id']}/take"
    response = await stranger.person.post(path, {"start": TEN, **ADA})
    assert (response.status_code, response.json()["code"]) == (404, "offer-missing")
    response = await desk.owner.person.post(path, {"start": TEN, **ADA})
    assert (response.status_code, response.json()["code"]) == (403, "visitor-needed")


async def test_a_lost_tap_names_the_next_and_shows_it(desk: Desk) -> None:
    visitor, other = desk.visitor(), desk.visitor()
    await visitor.start()
    made = await offered(desk, visitor, TEN)
    desk.house.clock.move(timedelta(minutes=11))
    await done(other.person.post("/bookings", {"service": "cut", "start": TEN, **ADA}))
    path = f"/chat/offers/{made['message']['id']}/take"
    response = await visitor.person.post(path, {"start": TEN, **ADA}, key="the-same-tap-twice")
    body = response.json()
    assert response.status_code == 409
    assert body["alternatives"]
    assert [(time["start"], time["state"], time["was"]) for time in body["offer"]["times"]] == [
        (ELEVEN, "near", TEN)
    ]
    again = await visitor.person.post(path, {"start": TEN, **ADA}, key="the-same-tap-twice")
    assert (again.content, again.headers["idempotency-replayed"]) == (response.content, "true")
    thread = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
    assert thread["messages"][-1]["extra"]["times"] == body["offer"]["times"]
    taken = await done(visitor.person.post(path, {"start": ELEVEN, "version": 2, **ADA}))
    assert taken["booking"]["start"] == ELEVEN


async def test_the_socket_carries_buttons_and_receipts(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    async with desk.socket(visitor) as page:
        await page.follow(visitor.conversation)
        made = await offered(desk, visitor, TEN, NOON)
        await page.catch_up(3)
        path = f"/chat/offers/{made['message']['id']}/take"
        await done(visitor.person.post(path, {"start": NOON, **ADA}))
        thread = await page.catch_up(4)
        read = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
        assert list(thread.messages) == read["messages"]
        assert [time["state"] for time in thread.messages[2]["extra"]["times"]] == ["released", "booked"]


async def test_withdrawing_reaches_the_page(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    async with desk.socket(visitor) as page:
        await page.follow(visitor.conversation)
        made = await offered(desk, visitor, TEN)
        await page.catch_up(3)
        answer = await done(desk.owner.person.post(f"/offers/{made['message']['id']}/withdraw", {}))
        assert answer["message"]["extra"]["state"] == "withdrawn"
        while page.page.thread.messages[2]["extra"]["state"] != "withdrawn":
            await page.hear()
        assert page.page.thread.messages[2]["extra"]["times"][0]["state"] == "released"


async def test_the_worker_lets_buttons_say_what_is_so(desk: Desk) -> None:
    visitor, other = desk.visitor(), desk.visitor()
    await visitor.start()
    made = await offered(desk, visitor, TEN)
    worker = desk.house.app.worker
    assert await worker.desk.refresh_offers() == 0
    desk.house.clock.move(timedelta(minutes=11))
    await worker.sweep()
    assert await worker.desk.refresh_offers() == 1
    await done(other.person.post("/bookings", {"service": "cut", "start": TEN, **ADA}))
    assert await worker.desk.refresh_offers() == 1
    assert await worker.desk.refresh_offers() <= 1
    path = f"/conversations/{visitor.conversation}/messages"
    shown = (await done(desk.owner.person.get(path)))["messages"][-1]
    assert shown["id"] == made["message"]["id"]
    assert shown["extra"]["times"][0] == {
        "start": ELEVEN,
        "end": NOON,
        "state": "near",
        "held_until": None,
        "was": TEN,
    }


async def test_the_away_card_has_the_next_three_times(desk: Desk) -> None:
    nobody = desk.house.nobody(desk.workspace)
    query = {"inbox": "website", "zone": "Europe/Berlin"}
    card = await done(nobody.get("/chat/away", query))
    assert card["service"]["slug"] == "cut"
    starts = [time["start"] for time in card["times"]]
    assert starts == [f"2026-12-01T{hour}:00:00Z" for hour in ("09", "10", "11")]
    await done(desk.visitor().person.post("/bookings", {"service": "cut", "start": starts[0], **ADA}))
    card = await done(nobody.get("/chat/away", query))
    assert card["times"][0]["start"] == starts[1]
    slots = await done(
        nobody.get("/slots", {"service": "cut", "from": "2026-12-01", "to": "2026-12-02", "zone": "UTC"})
    )
    assert [time["start"] for time in card["times"]] == [slot["start"] for slot in slots["slots"]][:3]
    assert (await nobody.get("/chat/away", {"inbox": "nowhere"})).json()["code"] == "inbox-missing"


async def test_times_are_looked_for_as_far_as_the_month(desk: Desk) -> None:
    nobody = desk.house.nobody(desk.workspace)
    service = await done(desk.owner.person.get("/services/cut"))
    rules = {**service["rules"], "notice_minutes": 20 * 24 * 60}
    body = {"version": service["revision"] if "revision" in service else service["version"], "rules": rules}
    await done(desk.owner.person.patch(f"/services/{service['id']}", body))
    card = await done(nobody.get("/chat/away", {"inbox": "website"}))
    assert [time["start"][:10] for time in card["times"]] == ["2026-12-21"] * 3


async def test_without_a_service_the_card_has_no_times(desk: Desk) -> None:
    async def intent(work: Work) -> object:
        changes = {"settings": InboxSettings(away=Away(service=None))}
        return await update_inbox(work, desk.inbox.id, desk.inbox.version, changes)

    await desk.house.app.edge.executor.run(desk.workspace.id, TESTER, "req_house", intent)
    card = await done(desk.house.nobody(desk.workspace).get("/chat/away", {"inbox": "website"}))
    assert (card["service"], card["times"], card["is_open"]) == (None, [], True)


async def test_booking_in_the_widget(desk: Desk) -> None:
    visitor = desk.visitor()
    body = {"inbox": "website", "client_id": client_id(), "service": "cut", "start": TEN, **ADA}
    hold = await done(visitor.person.post("/holds", {"service": "cut", "start": TEN}))
    proof = {"hold_id": hold["id"], "hold_token": hold["token"], "generation": hold["generation"]}
    booked = await done(visitor.person.post("/chat/bookings", {**body, **proof}))
    assert booked["message"]["kind"] == "receipt"
    assert booked["booking"]["start"] == TEN
    again = await done(visitor.person.post("/chat/bookings", {**body, **proof}))
    assert again["message"]["id"] == booked["message"]["id"]
    listed = await done(desk.owner.person.get("/conversations", {"view": "all"}))
    assert [one["id"] for one in listed["items"]] == [booked["conversation"]["id"]]
    assert listed["items"][0]["unread"] == 1
    shown = (await done(desk.owner.person.get("/bookings")))["items"][0]
    assert shown["conversation_id"] == booked["conversation"]["id"]
    assert booked["booking"].get("conversation_id") is None


async def test_a_persons_story_over_http(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start(page={"url": "https://shop.example/cuts", "title": "Cuts", "referrer": ""})
    made = await offered(desk, visitor, TEN)
    await done(visitor.person.post(f"/chat/offers/{made['message']['id']}/take", {"start": TEN, **ADA}))
    listed = await done(desk.owner.person.get("/conversations", {"view": "all"}))
    path = f"/contacts/{listed['items'][0]['contact']['id']}/timeline"
    first = await done(desk.owner.person.get(path, {"limit": 3}))
    assert [one["kind"] for one in first["items"]] == ["time-taken", "booking-made", "times-offered"]
    rest = await done(desk.owner.person.get(path, {"limit": 3, "cursor": first["next_cursor"]}))
    started = rest["items"][-1]
    assert (started["kind"], started["conversation"]["page"]["url"]) == (
        "conversation-started",
        "https://shop.example/cuts",
    )
    assert rest["next_cursor"] is None
    assert (await visitor.person.get(path)).status_code == 401
    missing = await desk.owner.person.get("/contacts/ctc_nowhere/timeline")
    assert missing.json()["code"] == "contact-missing"
