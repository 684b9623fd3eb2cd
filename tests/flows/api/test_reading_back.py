"""What the desk reads back over HTTP: letters, the log, and a person who asks to be forgotten."""

from typing import Any

from tests.support.house import House, Shop, done

FORM = {"name": "Ada Lovelace", "email": "ada@example.org", "zone": "UTC"}


async def book(house: House, shop: Shop, start: str = "2026-12-02T10:00:00Z") -> dict[str, Any]:
    visitor = house.visitor(shop.workspace)
    made: dict[str, Any] = await done(visitor.post("/bookings", {"service": "cut", "start": start, **FORM}))
    await house.app.worker.mail.outbox.pass_once()
    booking: dict[str, Any] = made["booking"]
    return booking


async def desk_booking(shop: Shop) -> dict[str, Any]:
    listed = await done(shop.owner.get("/bookings"))
    found: dict[str, Any] = listed["items"][0]
    return found


async def test_without_a_mail_server_the_desk_reads_the_letter_and_its_link(house: House, shop: Shop) -> None:
    booking = await book(house, shop)
    page = await done(shop.owner.get("/mails"))
    (kept,) = page["items"]
    assert (kept["state"], kept["recipient"], kept["kind"]) == ("kept", "ada@example.org", "confirmed")
    letter = await done(shop.owner.get(f"/mails/{kept['id']}"))
    assert booking["manage_path"] in letter["text"]


async def test_letters_come_in_pages_the_newest_first(house: House, shop: Shop) -> None:
    for hour in (10, 11, 12):
        await book(house, shop, f"2026-12-02T{hour}:00:00Z")
    first = await done(shop.owner.get("/mails", {"limit": 2}))
    rest = await done(shop.owner.get("/mails", {"limit": 2, "cursor": first["next_cursor"]}))
    ids = [letter["id"] for letter in first["items"] + rest["items"]]
    assert len(set(ids)) == 3
    assert rest["next_cursor"] is None


async def test_the_log_is_read_by_request_by_stream_and_after_a_place(house: House, shop: Shop) -> None:
    head = await done(shop.owner.get("/log/head"))
    visitor = house.visitor(shop.workspace)
    body = {"service": "cut", "start": "2026-12-02T10:00:00Z", **FORM}
    await done(visitor.post("/bookings", body, X_Request_ID="one-click-0001"))
    by_request = await done(shop.owner.get("/log", {"request_id": "one-click-0001"}))
    assert "BookingConfirmed" in [entry["action"] for entry in by_request["items"]]
    after = await done(shop.owner.get("/log", {"after": head["seq"]}))
    assert [entry["seq"] for entry in after["items"]] == list(
        range(head["seq"] + 1, head["seq"] + 1 + len(after["items"]))
    )
    confirmed = await done(shop.owner.get("/log", {"action": "BookingConfirmed"}))
    stream = confirmed["items"][0]["stream"]
    of_stream = await done(shop.owner.get("/log", {"stream": stream}))
    assert {entry["stream"] for entry in of_stream["items"]} == {stream}


async def test_the_log_holds_no_words_of_a_person(house: House, shop: Shop) -> None:
    await book(house, shop)
    raw = (await shop.owner.get("/log", {"limit": 200})).text
    assert "Ada" not in raw
    assert "ada@example.org" not in raw


async def test_a_person_is_forgotten_and_the_booking_stands(house: House, shop: Shop) -> None:
    booking = await book(house, shop)
    seen = await desk_booking(shop)
    answer = await done(shop.owner.post(f"/contacts/{seen['contact_id']}/erase"))
    assert answer["bookings"] == 1
    await house.app.worker.mail.outbox.pass_once()
    after = await desk_booking(shop)
    assert (after["id"], after["start"]) == (seen["id"], seen["start"])
    for path in ("/bookings", "/mails", "/log"):
        raw = (await shop.owner.get(path)).text
        assert "Ada" not in raw, path
        assert "ada@example.org" not in raw, path
    public = (await house.nobody(shop.workspace).get(f"/public/bookings/{booking['code']}")).text
    assert "ada@example.org" not in public


async def test_nobody_but_the_owners_side_may_erase(house: House, shop: Shop) -> None:
    await book(house, shop)
    contact_id = (await desk_booking(shop))["contact_id"]
    stranger = await house.visitor(shop.workspace).post(f"/contacts/{contact_id}/erase")
    assert stranger.status_code == 401


async def test_the_log_is_read_backwards_in_pages(shop: Shop) -> None:
    """Both pages together are the log, the newest first, with nothing twice."""
    head = await done(shop.owner.get("/log/head"))
    first = (await done(shop.owner.get("/log", {"order": "newest", "limit": 3})))["items"]
    second = (
        await done(shop.owner.get("/log", {"order": "newest", "before": first[-1]["seq"], "limit": 3}))
    )["items"]
    newest = [each["seq"] for each in first + second]
    assert newest == list(range(head["seq"], head["seq"] - 6, -1))
