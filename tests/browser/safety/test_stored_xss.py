"""The corpus of attacks, stored by the product's own doors and shown in every view that draws it."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser

import httpx
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.safety.watched import Watched
from tests.browser.widget.acts import SITE, Desk, Json, frame_of, host_page, name, serve_site
from tests.support.desk import WORKSPACE, enter_desk
from tests.support.product import Product
from tests.support.xss import PAYLOADS

WIDE = {"width": 1440, "height": 900}
#: Payloads that fit where few characters do.
SHORT = [each for each in PAYLOADS if len(each) <= 60 and "\n" not in each]
PEOPLE = 30
END = "the very last line"


@dataclass(slots=True)
class Attacked:
    """An inbox full of attacks: one thread that holds all of them, and many people who are made of them."""

    salon: Product
    desk: Desk
    slug: str
    token: str = field(default_factory=lambda: f"vst_{secrets.token_urlsafe(40)}")
    conversation: str = ""
    others: list[str] = field(default_factory=list)

    def visitor(self, token: str | None = None) -> httpx.AsyncClient:
        headers = {"Ringonce-Workspace": WORKSPACE, "Authorization": f"Bearer {token or self.token}"}
        return httpx.AsyncClient(base_url=f"{self.salon.url}/api/v1", headers=headers, trust_env=False)


async def post(client: httpx.AsyncClient, path: str, body: Json) -> Json:
    answer = await client.post(path, json=body, headers={"Idempotency-Key": f'"{name()}"'})
    assert answer.status_code < 300, f"{path} {body}: {answer.text}"
    found: Json = answer.json()
    return found


async def all_of(acts: Iterable[Callable[[], Awaitable[object]]], at_once: int = 6) -> None:
    gate = asyncio.Semaphore(at_once)

    async def one(act: Callable[[], Awaitable[object]]) -> None:
        async with gate:
            await act()

    await asyncio.gather(*(one(act) for act in acts))


async def begin(client: httpx.AsyncClient, slug: str, text: str, evil: str) -> str:
    page = {"url": f"https://shop.example/?{evil}"[:300], "title": evil, "referrer": evil[:300]}
    body = {"inbox": slug, "client_id": name(), "text": text, "filled_for_ms": 5_000, "page": page}
    started = await post(client, "/chat/start", {**body, "locale": "en", "zone": "UTC"})
    found: str = started["conversation"]["id"]
    form = {"client_id": name(), "answers": {"name": evil, "email": f"{secrets.token_hex(4)}@example.org"}}
    await post(client, f"/chat/conversations/{found}/form", form)
    return found


async def attach_evil(room: Attacked, client: httpx.AsyncClient) -> None:
    """Files whose names are attacks."""
    kept = []
    for evil in PAYLOADS[::40]:
        answer = await client.post(
            "/chat/attachments",
            params={"inbox": room.slug, "name": evil},
            content=f"Nothing but {secrets.token_hex(4)}".encode(),
            headers={"Idempotency-Key": f'"{name()}"'},
        )
        assert answer.status_code == 201, answer.text
        kept.append(answer.json()["id"])
    body = {"client_id": name(), "text": "Some files", "attachments": kept[:10]}
    await post(client, f"/chat/conversations/{room.conversation}/messages", body)


async def fill(room: Attacked) -> None:
    """Every payload as a visitor's and as an agent's words; some as names, titles, labels, replies, files."""
    agent = room.desk.client
    async with room.visitor() as visitor:
        room.conversation = await begin(visitor, room.slug, "Good morning", SHORT[0])
        here = f"/chat/conversations/{room.conversation}/messages"
        there = f"/conversations/{room.conversation}/messages"
        await all_of(
            [lambda evil=evil: post(visitor, here, {"client_id": name(), "text": evil}) for evil in PAYLOADS]
            + [lambda evil=evil: post(agent, there, {"client_id": name(), "text": evil}) for evil in PAYLOADS]
        )
        note = {"client_id": name(), "text": "\n".join(PAYLOADS[:60]), "note": True}
        await post(agent, there, note)
        await attach_evil(room, visitor)
        for number, evil in enumerate(SHORT[:12]):
            label = await post(agent, "/labels", {"name": f"{evil} {number}", "hue": number})
            await post(
                agent, f"/conversations/{room.conversation}/labels", {"add": [label["id"]], "remove": []}
            )
            shortcut = f"x{secrets.token_hex(4)}"
            await post(agent, "/canned-replies", {"shortcut": shortcut, "body": evil})
        await post(visitor, here, {"client_id": name(), "text": END})

    async def person(evil: str) -> None:
        async with room.visitor(f"vst_{secrets.token_urlsafe(40)}") as stranger:
            room.others.append(await begin(stranger, room.slug, evil, evil))

    wanted = PAYLOADS[:: len(PAYLOADS) // PEOPLE]
    await all_of([partial(person, evil) for evil in wanted], 4)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def room(salon: Product) -> AsyncIterator[Attacked]:
    desk = await Desk.of(salon)
    slug = f"evil-{secrets.token_hex(4)}"
    await desk.post("/inboxes", {"slug": slug, "name": SHORT[1]})
    made = Attacked(salon, desk, slug)
    await fill(made)
    yield made
    await desk.client.aclose()


async def shown(watched: Watched, where: Page) -> None:
    """Everything is drawn and what was set off has had its turn; nothing happened."""
    await where.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert await watched.faults() == []


async def test_the_visitor_reads_every_attack_as_text(
    chromium: Browser, contexts: Contexts, room: Attacked
) -> None:
    page = await (await contexts(chromium)).new_page()
    watched = await Watched.on(page, room.salon.url, SITE)
    html = host_page(room.salon.url).replace('data-inbox="website"', f'data-inbox="{room.slug}"')
    await serve_site(page.context, html)
    put = f"localStorage.setItem('ringonce:visitor:{WORKSPACE}', '{room.token}')"
    await page.add_init_script(f"if (location.origin === '{SITE}') {put}")
    await page.goto(SITE)
    await page.wait_for_function("window.ringonce && window.ringonce.loaded")
    await page.evaluate("ringonce('open')")
    frame = await frame_of(page)
    await frame.get_by_text(END).last.wait_for()
    await shown(watched, page)
    # As text, letter for letter: the words of a visitor are never Markdown.
    texts = await frame.evaluate("() => document.querySelector('[role=log]').textContent")
    for evil in (PAYLOADS[0], PAYLOADS[11], PAYLOADS[100]):
        assert evil in texts


async def test_a_window_of_its_own_reads_them_as_text(
    chromium: Browser, contexts: Contexts, room: Attacked
) -> None:
    page = await (await contexts(chromium)).new_page()
    watched = await Watched.on(page, room.salon.url)
    put = f"localStorage.setItem('ringonce:visitor:{WORKSPACE}', '{room.token}')"
    await page.add_init_script(put)
    await page.goto(f"{room.salon.url}/chat/{WORKSPACE}/{room.slug}")
    await page.get_by_text(END).last.wait_for()
    await shown(watched, page)


async def test_the_desk_reads_every_attack_as_text(
    chromium: Browser, contexts: Contexts, room: Attacked
) -> None:
    """The list's previews, the thread with its notes and files, the person beside it, the search."""
    page = await (await contexts(chromium, viewport=WIDE)).new_page()
    watched = await Watched.on(page, room.salon.url)
    await enter_desk(page, room.salon, "/desk/inbox?view=all")
    await (
        page.locator(f'[data-conversation="{room.others[0]}"]')
        .or_(page.locator("[data-conversation]").first)
        .first.wait_for()
    )
    await shown(watched, page)
    await page.goto(f"{room.salon.url}/desk/inbox/{room.conversation}?view=all")
    await expect(page.get_by_role("log")).to_contain_text(END)
    await shown(watched, page)
    for each in room.others[::4]:
        await page.goto(f"{room.salon.url}/desk/inbox/{each}?view=all")
        await page.get_by_role("log").locator("[data-seq], li, article, .msg").first.wait_for()
        await shown(watched, page)
    await page.keyboard.press("/")
    box = page.get_by_role("searchbox").first
    await box.fill("alert")
    await page.get_by_role("region").locator("a").first.wait_for()
    await shown(watched, page)


async def test_the_other_rooms_of_the_desk_read_them_as_text(
    chromium: Browser, contexts: Contexts, room: Attacked
) -> None:
    page = await (await contexts(chromium, viewport=WIDE)).new_page()
    watched = await Watched.on(page, room.salon.url)
    await enter_desk(page, room.salon)
    for place in ("people", "log", "mails", "settings", "settings/chat"):
        await page.goto(f"{room.salon.url}/desk/{place}")
        await page.get_by_role("navigation").first.wait_for()
        await page.wait_for_load_state("networkidle")
        await shown(watched, page)


class _Tags(HTMLParser):
    """What a browser would build of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for key, value in attrs:
            if key.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "//evil")):
                self.faults.append(f"{tag} {key}={value}")


async def test_what_an_owner_writes_is_text_on_the_chat_page(
    chromium: Browser, contexts: Contexts, room: Attacked
) -> None:
    """Name, greeting, tagline and the form's labels: each in turn, by the page that the server draws."""
    slug = f"owner-{secrets.token_hex(4)}"
    made = await room.desk.post("/inboxes", {"slug": slug, "name": "Owner"})
    page = await (await contexts(chromium)).new_page()
    watched = await Watched.on(page, room.salon.url)
    where = f"{room.salon.url}/chat/{WORKSPACE}/{slug}"
    expected: list[str] = []
    for number, evil in enumerate(SHORT[::3]):
        fields = [{"id": "q", "type": "choice", "label": evil, "required": False, "options": [evil, "other"]}]
        settings = {
            **made["settings"],
            "greeting": evil,
            "tagline": evil,
            "prechat": {"when": "before", "fields": fields},
        }
        body = {"version": made["version"], "name": evil, "settings": settings}
        answer = await room.desk.client.patch(
            f"/inboxes/{made['id']}", json=body, headers={"Idempotency-Key": f'"{name()}"'}
        )
        assert answer.status_code == 200, answer.text
        made = answer.json()
        parser = _Tags()
        parser.feed((await room.desk.client.get(where)).text)
        expected = expected or parser.tags
        assert (parser.tags, parser.faults) == (expected, []), evil
        if number % 12 == 0:
            await page.goto(where)
            await page.locator("[data-ready]").wait_for(state="attached")
            await page.get_by_text(evil, exact=True).first.wait_for()
            await shown(watched, page)


async def test_the_watch_sees_what_it_is_for(chromium: Browser, contexts: Contexts, room: Attacked) -> None:
    """The control: a page that draws texts as markup is found out in each way."""
    page = await (await contexts(chromium)).new_page()
    watched = await Watched.on(page, SITE)
    evil = "<main><img src=//evil.example/x onerror=alert(1)><a href=' javascript:alert(1)'>x</a></main>"
    await serve_site(page.context, f"<!doctype html><body>{evil}</body>")
    await page.goto(SITE)
    await page.wait_for_function("window.__xss.length > 0")
    found = " ".join(await watched.faults())
    for trace in ("alert:1", "request http://evil.example/x", "onerror=alert(1)", "href=javascript:alert(1)"):
        assert trace in found
