"""The booking pages by plain links and forms, as a browser without script sends them."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from tests.support.house import ORIGIN, House, Shop, done, open_shop

NINE, ELEVEN, ONE = (f"2026-12-02T{hour}:00:00Z" for hour in ("09", "11", "13"))
ADA = {"name": "Ada", "email": "ada@example.org", "zone": "UTC"}
LENGTHS = [30, 60]


class Forms(HTMLParser):
    """The hidden fields of each form of a page, by the last word of its action."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.of: dict[str, dict[str, str]] = {}
        self._form: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = self.of.setdefault(found.get("action", "").rpartition("/")[2], {})
        elif tag == "input" and found.get("type") == "hidden":
            self._form[found["name"]] = found["value"]


class Guest:
    """A browser without script, with a booking of an hour at nine."""

    def __init__(self, house: House, shop: Shop, booking: dict[str, Any]) -> None:
        self.client = house.person().client
        self.api = house.nobody(shop.workspace)
        self.home = f"{ORIGIN}/{shop.workspace.slug}"
        self.code = booking["code"]
        self.receipt = ORIGIN + booking["manage_path"]

    async def get(self, address: str) -> httpx.Response:
        return await self.client.get(address)

    async def send(self, form: str, said: dict[str, str], service: str = "cut") -> httpx.Response:
        return await self.client.post(f"{self.home}/{service}/{form}", data=said)

    async def hold_to_move(self, start: str, **more: str) -> dict[str, str]:
        """From the receipt to the held time, as its reader would go; the form that moves."""
        shown = await self.get(self.receipt)
        link = re.search(r'href="([^"]*[?&;]move=[^"]*)"', shown.text)
        assert link is not None
        page = await self.get(ORIGIN + unescape(link[1]))
        assert page.status_code == 200
        fields = {**Forms(page.text).of["hold"], **more, "start": start}
        held = await self.send("hold", fields)
        assert held.status_code == 200, held.text
        form = Forms(held.text).of["book"]
        assert form["hold_id"]
        return form

    async def booking(self) -> tuple[str, int]:
        """When it starts, and its length."""
        found = (await done(self.api.get(f"/public/bookings/{self.code}")))["booking"]
        return found["start"], found["length_minutes"]


async def guest_of(house: House, *, is_private: bool = False, **more: Any) -> Guest:
    shop = await open_shop(house, lengths=LENGTHS, is_private=is_private, **more)
    body = {"service": "cut", "start": NINE, "length_minutes": 60, **ADA}
    if is_private:
        body["private"] = shop.service["private_token"]
    made = (await done(house.visitor(shop.workspace).post("/bookings", body)))["booking"]
    return Guest(house, shop, made)


@pytest.mark.parametrize("is_private", [False, True], ids=["public", "private"])
async def test_a_booking_is_moved_as_long_as_it_was_and_twice_is_once(house: House, is_private: bool) -> None:
    guest = await guest_of(house, is_private=is_private)
    form = await guest.hold_to_move(ELEVEN)
    pressed = [await guest.send("book", form) for _ in range(2)]
    assert [each.status_code for each in pressed] == [303, 303]
    assert {ORIGIN + each.headers["location"] for each in pressed} == {f"{guest.receipt}?zone=UTC"}
    assert await guest.booking() == (ELEVEN, 60)


async def test_another_length_is_taken_where_it_is_chosen(house: House) -> None:
    guest = await guest_of(house)
    form = await guest.hold_to_move(ELEVEN, length="30")
    # The time pressed instead of the held one has the length that the page shows.
    assert (await guest.send("book", {**form, "start": ONE})).status_code == 303
    assert await guest.booking() == (ONE, 30)


async def test_a_booking_changed_meanwhile_is_not_moved_by_an_older_form(house: House) -> None:
    guest = await guest_of(house)
    form = await guest.hold_to_move(ELEVEN)
    path = f"/public/bookings/{guest.code}/reschedule"
    await done(guest.api.post(path, {"version": 1, "start": ONE}))
    assert (await guest.send("book", form)).status_code == 409
    assert await guest.booking() == (ONE, 60)


async def test_only_ones_own_booking_that_stands_opens_a_private_service(house: House) -> None:
    guest = await guest_of(house, is_private=True)
    day = {"service": "cut", "from": "2026-12-02", "to": "2026-12-02"}
    moving = {**day, "moving": guest.code}
    assert (await guest.api.get("/slots", day)).status_code == 404
    assert (await guest.api.get("/slots", moving)).status_code == 200
    why = {"service": "cut", "start": NINE, "moving": guest.code}
    assert (await guest.api.get("/explain", why)).status_code == 200
    await done(guest.api.post(f"/public/bookings/{guest.code}/cancel", {"version": 1}))
    assert (await guest.api.get("/slots", moving)).status_code == 404
    assert (await guest.get(f"{guest.home}/cut?move={guest.code}")).status_code == 404


async def test_a_booking_of_one_service_opens_no_other(house: House) -> None:
    shop = await open_shop(house)
    body = {"service": "cut", "start": NINE, **ADA}
    made = (await done(house.visitor(shop.workspace).post("/bookings", body)))["booking"]
    host = {"host_id": shop.host["id"]}
    secret = {"slug": "vip", "title": "Vip", "lengths": [60], "hosts": [host], "is_private": True}
    await done(shop.owner.post("/services", secret))
    guest = Guest(house, shop, made)
    asked = {"service": "vip", "from": "2026-12-02", "to": "2026-12-02", "moving": guest.code}
    assert (await guest.api.get("/slots", asked)).status_code == 404
    assert (await guest.get(f"{guest.home}/vip?move={guest.code}")).status_code == 404


async def test_a_page_that_is_not_there_is_not_there(house: House) -> None:
    guest = await guest_of(house)
    for path in ("cut?move=unknown", "team/wrong/cut", "team/wrong/cut?month=2027-01"):
        assert (path, (await guest.get(f"{guest.home}/{path}")).status_code) == (path, 404)


@pytest.mark.parametrize("number", ["²", "9" * 5000, "-1", "x"])
async def test_forged_numbers_are_refused(house: House, number: str) -> None:
    guest = await guest_of(house)
    form = await guest.hold_to_move(ELEVEN)
    for field in ("version", "generation"):
        answer = await guest.send("book", {**form, field: number})
        assert 400 <= answer.status_code < 500
    asked = Forms((await guest.get(f"{guest.receipt}?do=cancel")).text).of["cancel"]
    answer = await guest.client.post(f"{guest.receipt}/cancel", data={**asked, "version": number})
    assert 400 <= answer.status_code < 500
    assert await guest.booking() == (NINE, 60)


async def test_a_forged_visitor_counts_as_not_said(house: House) -> None:
    guest = await guest_of(house)
    fields = Forms((await guest.get(f"{guest.home}/cut")).text).of["hold"] | {"start": ELEVEN}
    held = await guest.send("hold", {**fields, "visitor": "☃"})
    assert held.status_code == 200
    assert re.fullmatch(r"vst_[\w-]{43}", Forms(held.text).of["book"]["visitor"])
