"""A site of somebody else with the chat on it, the panel in its frame, and an agent who answers."""

import re
import secrets
from dataclasses import dataclass
from typing import Any, Self

import httpx
from playwright.async_api import BrowserContext, Frame, Locator, Page, Route

from tests.support.desk import WORKSPACE, owner_password
from tests.support.product import Product

Json = dict[str, Any]

INBOX = "website"
SITE = "http://shop.example"
STRICT = (
    "default-src 'none'; script-src {origin}; style-src 'self'; frame-src {origin}; img-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)

# One session of the desk for each product: signing in is limited, as it should be.
_sessions: dict[str, httpx.Cookies] = {}


def host_page(origin: str, *, tags: int = 1, head: str = "", attributes: str = "") -> str:
    """Another site's page: its own words, and our one line as often as `tags`."""
    tag = f'<script async src="{origin}/embed.js" data-workspace="{WORKSPACE}" data-inbox="{INBOX}"></script>'
    return (
        f"<!doctype html><html lang=en {attributes}><head><meta charset=utf-8><title>Shop</title>"
        "<meta name=viewport content='width=device-width, initial-scale=1'>"
        f"{head}</head><body><main><h1>Shop</h1><p>Things.</p></main>{tag * tags}</body></html>"
    )


async def serve_site(context: BrowserContext, page: str, policy: str = "") -> None:
    """Let every page of the site be this one."""

    async def answer(route: Route) -> None:
        headers = {"Content-Security-Policy": policy} if policy else {}
        await route.fulfill(body=page, content_type="text/html; charset=utf-8", headers=headers)

    await context.route(f"{SITE}/**", answer)


@dataclass(slots=True)
class Panel:
    """The chat as its visitor sees it."""

    page: Page
    frame: Frame

    @classmethod
    async def on(cls, page: Page, origin: str, *, at: str = "/", opened: bool = True, **site: Any) -> Self:
        """Visit the site and open the chat."""
        policy = site.pop("policy", "")
        await serve_site(page.context, host_page(origin, **site), policy.format(origin=origin))
        await page.goto(SITE + at)
        await page.wait_for_function("window.ringonce && window.ringonce.loaded")
        if opened:
            await page.evaluate("ringonce('open')")
        return cls(page, await frame_of(page))

    @property
    def write(self) -> Locator:
        return self.frame.get_by_role("textbox", name="Write a message")

    @property
    def log(self) -> Locator:
        return self.frame.get_by_role("log")

    def mine(self, text: str) -> Locator:
        return self.frame.locator(".msg.me", has_text=text)

    async def choose(self, label: str) -> None:
        """Press something in the menu."""
        more = self.frame.get_by_role("button", name="More")
        if await more.get_attribute("aria-expanded") == "false":
            await more.click()
        await self.frame.get_by_role("button", name=label).click()

    async def say(self, text: str) -> None:
        await self.write.fill(text)
        await self.write.press("Enter")

    async def said(self, text: str) -> None:
        """Say it, and wait until it has its place."""
        await self.say(text)
        await self.sent(text)

    async def sent(self, text: str) -> None:
        await self.frame.locator(".msg.me:not(.wait):not(.fail)", has_text=text).wait_for()


async def frame_of(page: Page) -> Frame:
    """The chat's frame, ready."""
    for _ in range(200):
        found = [frame for frame in page.frames if f"/chat/{WORKSPACE}/" in frame.url]
        if found:
            await found[0].locator("[data-ready]").wait_for(state="attached")
            return found[0]
        await page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError("no frame came")


@dataclass(slots=True)
class Desk:
    """An agent by HTTP."""

    client: httpx.AsyncClient

    @classmethod
    async def of(cls, salon: Product) -> Self:
        headers = {"Origin": salon.url, "Ringonce-Workspace": WORKSPACE}
        cookies = _sessions.get(salon.url)
        client = httpx.AsyncClient(
            base_url=f"{salon.url}/api/v1", headers=headers, cookies=cookies, trust_env=False
        )
        if cookies is None:
            body = {"email": "demo@example.org", "password": owner_password(salon)}
            answer = await client.post("/session", json=body)
            assert answer.status_code in (200, 201), answer.text
            _sessions[salon.url] = client.cookies
        return cls(client)

    async def conversations(self, text: str) -> list[Json]:
        """The live ones whose messages hold these words, each with its `texts` in order."""
        listed = await self._get("/conversations?view=all&limit=100")
        found = []
        for each in listed["items"]:
            thread = await self._get(f"/conversations/{each['id']}/messages?after=0&limit=200")
            texts = [place.get("text", "") for place in thread["messages"] if place.get("kind") == "text"]
            if any(text in line for line in texts):
                found.append({**each, "texts": texts})
        return found

    async def say(self, conversation: str, text: str) -> Json:
        return await self.post(f"/conversations/{conversation}/messages", {"client_id": name(), "text": text})

    async def post(self, path: str, body: Json) -> Json:
        answer = await self.client.post(path, json=body, headers={"Idempotency-Key": f'"{name()}"'})
        assert answer.status_code < 300, answer.text
        given: Json = answer.json()
        return given

    async def _get(self, path: str) -> Json:
        answer = await self.client.get(path)
        assert answer.status_code == 200, answer.text
        given: Json = answer.json()
        return given


def name() -> str:
    return secrets.token_urlsafe(18)


def words() -> str:
    """Words that no other test says."""
    return f"Do you do beards, {re.sub(r'[^a-z]', 'x', secrets.token_hex(6))}{secrets.randbelow(10**9)}?"
