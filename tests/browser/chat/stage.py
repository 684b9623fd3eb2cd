"""A visitor's first visit to an inbox of this case alone, and how its truth is read behind the page."""

import asyncio
import secrets
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from tests.browser.chat.tabs import Tab
from tests.browser.widget.acts import Desk, Json
from tests.support.desk import WORKSPACE
from tests.support.faultproxy import Exchange, FaultProxy
from tests.support.hostsite import HostSite
from tests.support.product import Product

WHEN = ("before", "off", "after")
ASKED = [
    {"id": "name", "type": "text", "required": True},
    {"id": "email", "type": "email", "required": True},
]
PRESS = """(selector, times) => {
    const key = document.querySelector(selector);
    for (let n = 0; n < times; n++) key.click();
}"""
#: It stands in the thread once, as sent, and nothing of it waits beside that.
SENT = """(text) => {
    const mine = [...document.querySelectorAll('.msg.me')].filter((each) => each.textContent.includes(text));
    const chat = document.querySelector('textarea.write') !== null;
    return chat && mine.length === 1 && !mine[0].matches('.wait, .fail');
}"""
HEARD = """(text) => {
    return [...document.querySelectorAll('.msg.ag')].some((each) => each.textContent.includes(text))
}"""
SAYS = "(text) => document.body.innerText.includes(text)"

_CONVERSATIONS = "select id from conversations where inbox_id = '{inbox}' order by created_at, id"
WORDS = (
    "select m.body as body from messages m join conversations c on c.workspace_id = m.workspace_id and "
    "c.id = m.conversation_id join placements p on p.workspace_id = m.workspace_id and p.message_id = m.id "
    "where c.inbox_id = '{inbox}' and m.kind = 'text' and m.author_kind = 'visitor' order by p.seq"
)


def starts(exchange: Exchange) -> bool:
    return exchange.method == "POST" and exchange.path == "/api/v1/chat/start"


def asks_after(exchange: Exchange) -> bool:
    """The page asks what became of a key."""
    return "/api/v1/intents/" in exchange.path


def lives(exchange: Exchange) -> bool:
    """The page's socket."""
    return exchange.path.startswith("/api/v1/live")


def chat_code(exchange: Exchange) -> bool:
    return exchange.path.startswith("/assets/widget")


async def rows(product: Product, question: str) -> list[str]:
    """The first column of what the database itself answers."""
    if product.database:
        connection = await asyncpg.connect(product.database)
        try:
            return [str(row[0]) for row in await connection.fetch(question)]
        finally:
            await connection.close()
    file = sqlite3.connect(product.folder / "ringonce.sqlite3", timeout=10)
    try:
        return [str(row[0]) for row in file.execute(question).fetchall()]
    finally:
        file.close()


async def open_inbox(desk: Desk, when: str, schedule_id: str | None = None, **settings: Any) -> Json:
    """An inbox that nobody else uses; without a schedule it is open at every hour."""
    slug = f"case-{secrets.token_hex(5)}"
    prechat = {"when": when, "fields": ASKED if when != "off" else []}
    whole = {"prechat": prechat, "assignment": "manual", **settings}
    body: Json = {"slug": slug, "name": "Studio Nine", "settings": whole}
    return await desk.post("/inboxes", body if schedule_id is None else {**body, "schedule_id": schedule_id})


@dataclass(slots=True)
class Stage:
    """One visitor, one inbox, one bad network."""

    product: Product
    desk: Desk
    faults: FaultProxy
    site: HostSite
    when: str
    inbox: Json
    #: Another tab of the same visitor; what it cannot do is not asked of it.
    new_tab: Callable[[], Awaitable[Tab]]
    text: str = field(default_factory=lambda: f"Do you do beards, {secrets.token_hex(6)}?")
    tabs: list[Tab] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.site.url(self.faults.url, WORKSPACE, self.inbox["slug"])

    @property
    def start(self) -> str:
        return "form.start button[type=submit]" if self.when == "before" else "button.go"

    async def arrive(self, times: int = 1) -> Tab:
        """Another tab on the page, the chat open."""
        tab = await self.new_tab()
        self.tabs.append(tab)
        await tab.visit(self.url)
        await tab.press_launcher(times)
        await tab.ready()
        return tab

    async def back(self, tab: Tab) -> None:
        """The page anew, and the chat open again."""
        await tab.reload()
        await tab.press_launcher(1)
        await tab.ready()

    async def write(self, tab: Tab, text: str = "") -> str:
        """Fill in what is asked; the field in which Enter would send it."""
        if self.when != "before":
            await tab.fill("textarea.write", text or self.text)
            return "textarea.write"
        await tab.fill("form.start [name=name]", "Ida Founder")
        await tab.fill("form.start [name=_text]", text or self.text)
        await tab.fill("form.start [name=email]", "ida@example.org")
        return "form.start [name=email]"

    async def press(self, tab: Tab, times: int = 10) -> None:
        await tab.run(PRESS, self.start, times)

    @property
    def asked(self) -> list[Exchange]:
        """The starts that left the page."""
        return [each for each in self.faults.seen if starts(each)]

    async def is_one(self, *texts: str) -> str:
        """One conversation in the database, its words once and in this order if it was one tab that wrote."""
        wanted = list(texts) or [self.text]
        found = await rows(self.product, _CONVERSATIONS.format(inbox=self.inbox["id"]))
        assert len(found) == 1, f"{len(found)} conversations"
        said = await rows(self.product, WORDS.format(inbox=self.inbox["id"]))
        assert sorted(said) == sorted(wanted)
        log = (await self.desk._get(f"/log?conversation={found[0]}&limit=100"))["items"]
        assert [each["action"] for each in log].count("ConversationStarted") == 1, log
        return found[0]

    async def holds(self, *texts: str) -> None:
        """The whole promise: every tab shows it as sent, it is one, and an answer reaches every tab."""
        for tab in self.tabs:
            for text in texts or (self.text,):
                await tab.until(SENT, text)
        conversation = await self.is_one(*texts)
        answer = f"We do, {secrets.token_hex(6)}."
        await self.desk.say(conversation, answer)
        await asyncio.gather(*(tab.until(HEARD, answer) for tab in self.tabs))
