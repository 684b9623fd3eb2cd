"""What a visitor does on the booking page, and what a rival does beside him through the API."""

import itertools
import re
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from playwright.async_api import BrowserContext, Frame, Page, expect

from tests.support.product import Product

WORKSPACE = "studio"
# One service of each kind: a single host, any of several, all of them, seats.
KINDS = {"single": "beard", "any": "cut", "all": "makeover", "seated": "braiding"}
OFFER = "#pick .slot:not(.gone)"
_days = itertools.count()


def next_day() -> int:
    """Another free day for each test, so that tests do not take each other's times."""
    return next(_days)


@dataclass
class Guest:
    """One visitor on one page (or in the frame of one)."""

    page: Page | Frame
    base: str
    service: str = "cut"
    # Nobody else's name, so that a test counts what this guest booked.
    name: str = field(default_factory=lambda: f"Ana {secrets.token_hex(4)}")

    @classmethod
    async def arrive(cls, context: BrowserContext, base: str, service: str = "cut", **query: str) -> "Guest":
        page = await context.new_page()
        guest = cls(page, base, service)
        await guest.visit(**query)
        return guest

    async def visit(self, **query: str) -> None:
        await self.page.goto(f"{self.base}/{WORKSPACE}/{self.service}?{urlencode(query)}")
        await self.ready()

    async def ready(self) -> None:
        await self.page.locator("body[data-ready]").wait_for()

    async def choose_day(self, nth: int) -> str:
        """The nth free day from next month on; its civil date."""
        await self.page.locator("#following").click()
        days = self.page.locator(".day.free")
        await expect(days.first).to_be_visible()
        day = days.nth(nth % await days.count())
        on = await day.get_attribute("value")
        assert on is not None
        await day.click()
        await expect(self.page.locator(f"td[aria-selected=true] > [value='{on}']")).to_be_visible()
        return on

    async def starts(self) -> list[str]:
        found: list[str] = await self.page.locator(OFFER).evaluate_all("all => all.map((each) => each.value)")
        return found

    def chip(self, start: str) -> Any:
        return self.page.locator(f"#pick .slot[value='{start}']")

    async def choose(self, start: str) -> None:
        await self.chip(start).click()
        await expect(self.chip(start).locator("small")).to_have_text("yours")

    async def go_on(self) -> None:
        """Press Next; it ignores presses in its first half second, as a double click must not fall on it."""
        await self.page.wait_for_function(
            """() => {
              if (!document.getElementById("details").hidden) return true;
              document.querySelector("#pick .next")?.click();
              return false;
            }"""
        )

    async def fill(self) -> None:
        await self.page.fill("[name=name]", self.name)
        await self.page.fill("[name=email]", "ana@example.org")

    async def hold(self, start: str) -> None:
        """As far as the filled form."""
        await self.choose(start)
        await self.go_on()
        await self.fill()

    async def confirm(self) -> None:
        await self.page.locator("#confirm").click()

    async def receipt(self) -> str:
        """The code of the booking whose receipt is on screen."""
        await expect(self.page.locator("#outcome")).to_have_text(re.compile("Booked|Asked for"))
        return self.page.url.split("?")[0].split("#")[0].rpartition("/")[2]


@dataclass
class Rival:
    """Another visitor, who uses the API."""

    salon: Product
    service: str = "cut"
    token: str = field(default_factory=lambda: "vst_" + secrets.token_urlsafe(32))

    async def post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Ringonce-Workspace": WORKSPACE,
            "Idempotency-Key": f'"{secrets.token_urlsafe(18)}"',
        }
        async with httpx.AsyncClient(base_url=f"{self.salon.url}/api/v1", trust_env=False) as client:
            return await client.post(path, json=body, headers=headers)

    async def book(self, start: str, **more: Any) -> dict[str, Any]:
        body = {"service": self.service, "start": start, "name": "Rival", "zone": "Europe/Amsterdam", **more}
        body.setdefault("email", "rival@example.org")
        answer = await self.post("/bookings", body)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()["booking"]
        return found

    async def book_every_place(self, start: str) -> list[dict[str, Any]]:
        """Until the time is gone: `any` services and sittings have several places."""
        found: list[dict[str, Any]] = []
        while True:
            answer = await Rival(self.salon, self.service).post(
                "/bookings",
                {"service": self.service, "start": start, "name": "Rival", "email": "rival@example.org"},
            )
            if answer.status_code != 201:
                assert answer.status_code == 409, answer.text
                return found
            found.append(answer.json()["booking"])

    async def cancel(self, booking: dict[str, Any]) -> None:
        answer = await self.post(
            f"/public/bookings/{booking['code']}/cancel", {"version": booking["version"]}
        )
        assert answer.status_code == 200, answer.text


# One desk session for each product: signing in is limited, as it should be.
_sessions: dict[str, httpx.Cookies] = {}


async def sign_in(salon: Product, client: httpx.AsyncClient) -> None:
    found = re.search(r"The desk by password: (\S+)\s+(\S+)", salon.printed())
    assert found is not None
    answer = await client.post("/api/v1/session", json={"email": found[1], "password": found[2]})
    assert answer.status_code in (200, 201), answer.text
    _sessions[salon.url] = client.cookies


async def booked(salon: Product, service: str, start: str) -> list[dict[str, Any]]:
    """What the desk sees booked at a start: the truth that a test counts."""
    headers = {"Origin": salon.url, "Ringonce-Workspace": WORKSPACE}
    query = {"from": start[:10], "to": start[:10], "zone": "UTC", "service": service, "limit": "200"}
    cookies = _sessions.get(salon.url)
    async with httpx.AsyncClient(
        base_url=salon.url, headers=headers, cookies=cookies, trust_env=False
    ) as client:
        if cookies is None:
            await sign_in(salon, client)
        listed = await client.get("/api/v1/bookings", params=query)
        assert listed.status_code == 200, listed.text
        return [
            each
            for each in listed.json()["items"]
            if each["start"] == start and each["state"] in ("confirmed", "requested")
        ]


def named(bookings: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [each for each in bookings if each["name"] == name]
