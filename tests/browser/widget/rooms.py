"""An inbox for one test alone, with the settings it is about."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

import httpx
from playwright.async_api import Page

from tests.browser.widget.acts import SITE, Desk, Json, Panel, frame_of, name, serve_site
from tests.support.desk import WORKSPACE


@dataclass(slots=True)
class Room:
    """One inbox, its desk, and pages of a site that carry it."""

    origin: str
    desk: Desk
    inbox: Json

    @property
    def slug(self) -> str:
        return str(self.inbox["slug"])

    @classmethod
    async def of(cls, origin: str, desk: Desk, *, schedule: str | None = None, **settings: Any) -> "Room":
        whole = {"prechat": {"when": "off", "fields": []}, "assignment": "manual", **settings}
        body: Json = {"slug": f"room-{secrets.token_hex(5)}", "name": "Studio Nine", "settings": whole}
        if schedule is not None:
            body["schedule_id"] = schedule
        return cls(origin, desk, await desk.post("/inboxes", body))

    def page(self, *, head: str = "", attributes: str = "", data: str = "") -> str:
        tag = f'<script async src="{self.origin}/embed.js" data-workspace="{WORKSPACE}"'
        return (
            f"<!doctype html><html lang=en {attributes}><head><meta charset=utf-8><title>Shop</title>"
            "<meta name=viewport content='width=device-width, initial-scale=1'>"
            f"{head}</head><body><main><h1>Shop</h1><p>Quiet things for good hair.</p></main>"
            f'{tag} data-inbox="{self.slug}" {data}></script></body></html>'
        )

    async def visit(self, page: Page, *, opened: bool = True, **how: str) -> Panel:
        """The site with this chat, open."""
        await serve_site(page.context, self.page(**how))
        await page.goto(SITE)
        await page.wait_for_function("window.ringonce && window.ringonce.loaded")
        if not opened:
            return Panel(page, page.main_frame)
        await page.evaluate("ringonce('open')")
        return Panel(page, await frame_of(page))

    async def conversation(self, text: str) -> str:
        [found] = await self.desk.conversations(text)
        return str(found["id"])

    async def contact(self, conversation: str) -> Json:
        """The contact of a conversation, with its attributes."""
        found = (await self.desk.client.get(f"/conversations/{conversation}")).json()
        of = found.get("conversation", found)["contact"]["id"]
        contact = (await self.desk.client.get(f"/contacts/{of}")).json()
        given: Json = contact.get("contact", contact)
        return given

    async def post(self, conversation: str, path: str, body: Json) -> Json:
        return await self.desk.post(f"/conversations/{conversation}/{path}", {"client_id": name(), **body})

    async def change(self, **changes: Any) -> None:
        """Change the inbox itself."""
        client = self.desk.client
        inbox = (await client.get(f"/inboxes/{self.inbox['id']}")).json()
        path, key = f"/inboxes/{self.inbox['id']}", {"Idempotency-Key": f'"{name()}"'}
        answer = await client.patch(path, json={"version": inbox["version"], **changes}, headers=key)
        assert answer.status_code == 200, answer.text

    async def retire(self) -> None:
        inbox = (await self.desk.client.get(f"/inboxes/{self.inbox['id']}")).json()
        body = json.dumps({"version": inbox["version"]})
        headers = {"Idempotency-Key": f'"{name()}"', "Content-Type": "application/json"}
        request = self.desk.client.build_request(
            "DELETE", f"/inboxes/{inbox['id']}", content=body, headers=headers
        )
        answer: httpx.Response = await self.desk.client.send(request)
        assert answer.status_code < 300, answer.text

    async def secret(self) -> str:
        answer = await self.desk.client.get(f"/inboxes/{self.inbox['id']}/secret")
        assert answer.status_code == 200, answer.text
        return str(answer.json()["secret"])


LISTEN = """(names) => { window.heard = []; for (const each of names)
    ringonce('on', each, (detail) => window.heard.push([each, detail])) }"""


async def heard(page: Page, event: str) -> Any:
    """The detail of the first such event."""
    found = await page.wait_for_function(
        "(wanted) => window.heard.find(([event]) => event === wanted)", arg=event
    )
    return (await found.json_value())[1]
