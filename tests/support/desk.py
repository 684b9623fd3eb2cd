"""The desk seen by a person who works there, and a visitor who books by the public API meanwhile."""

import re
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

import httpx
from playwright.async_api import Page

from tests.support.product import Product

WORKSPACE = "studio"
ZONE = ZoneInfo("Europe/Amsterdam")
Json = dict[str, Any]

_DESK_LINK = re.compile(r"http\S+(/demo/desk#\S+)")
_PASSWORD = re.compile(r"demo@example\.org\s+(\S+)")
_SET_UP = re.compile(r"http\S+(/setup\S+)")


def desk_link(salon: Product) -> str:
    """The signed-in link that the demo printed."""
    return salon.url + _found(_DESK_LINK, salon)


def set_up_link(product: Product) -> str:
    """The one-time link of a first start."""
    return product.url + _found(_SET_UP, product)


def owner_password(salon: Product) -> str:
    return _found(_PASSWORD, salon)


def _found(pattern: re.Pattern[str], product: Product) -> str:
    found = pattern.search(product.printed())
    assert found is not None, product.printed()
    return found[1]


async def enter_desk(page: Page, salon: Product, place: str = "/desk/bookings?view=list") -> None:
    """Sign in by the printed link and go to a place of the desk."""
    await page.goto(desk_link(salon))
    await page.wait_for_url("**/desk**")
    await page.goto(salon.url + place)
    await page.get_by_role("navigation").wait_for()


@dataclass(slots=True)
class Visitor:
    """Somebody on another machine who books through the public API."""

    client: httpx.AsyncClient

    @classmethod
    def of(cls, salon: Product, cookie: str | None = None) -> Self:
        headers = {"Ringonce-Workspace": WORKSPACE}
        if cookie is None:
            headers["Authorization"] = f"Bearer vst_{secrets.token_urlsafe(32)}"
        else:
            headers["Cookie"] = cookie
            headers["Origin"] = salon.url
        client = httpx.AsyncClient(base_url=f"{salon.url}/api/v1", headers=headers, trust_env=False)
        return cls(client)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()

    async def read(self, path: str, **query: str | int) -> Json:
        answer = await self.client.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def write(self, method: str, path: str, body: Json) -> Json:
        key = {"Idempotency-Key": f'"{secrets.token_hex(16)}"'}
        answer = await self.client.request(method, path, json=body, headers=key)
        assert answer.status_code in (200, 201), answer.text
        return dict(answer.json())

    async def slots(self, service: str, on: date, **query: str | int) -> list[str]:
        """The starts offered on one date of the salon."""
        day = on.isoformat()
        found = await self.read(
            "/slots", service=service, **{"from": day, "to": day}, zone=str(ZONE), **query
        )
        return [slot["start"] for slot in found["slots"]]

    async def book(self, service: str, start: str, name: str, **more: Any) -> Json:
        """One booking, held and confirmed at once; needs no phone unless the service asks for it."""
        body = {
            "service": service,
            "start": start,
            "name": name,
            "email": f"{secrets.token_hex(4)}@example.org",
            "zone": str(ZONE),
            **more,
        }
        return dict((await self.write("POST", "/bookings", body))["booking"])


async def free_start(visitor: Visitor, service: str, after_days: int) -> str:
    """An offered start at least so many days ahead; tests of one salon take different days."""
    first = date.today() + timedelta(days=after_days)  # noqa: DTZ011 - only far enough ahead
    for ahead in range(14):
        starts = await visitor.slots(service, first + timedelta(days=ahead))
        if starts:
            return starts[len(starts) // 2]
    raise AssertionError(f"{service} has no free time from {first} on")


async def desk_visitor(page: Page, salon: Product) -> Visitor:
    """The signed-in person's own session, for looking behind the page."""
    cookies = await page.context.cookies(salon.url)
    return Visitor.of(salon, "; ".join(f"{one.get('name')}={one.get('value')}" for one in cookies))
