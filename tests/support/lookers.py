"""Pages whose sockets are cut again and again while both sides talk, and what they must know at the end.

A page knows only what it heard and asks only by what it holds. It takes every frame at its word: one that
does not begin where the page stands, that leaves a place out or brings one twice, is an AssertionError.
"""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Protocol

import httpx

from tests.support.chats import client_id
from tests.support.thread_replay import Page, View

#: Bytes that a wire lasts, on average.
LASTS = 1_800


class Line(Protocol):
    """An open socket. Both raise ConnectionError when the wire is dead."""

    async def say(self, **frame: Any) -> None: ...

    async def hear(self) -> dict[str, Any]: ...


class Speaker(Protocol):
    """Somebody at the doors."""

    async def post(self, path: str, body: Any = None, *, key: str | None = None) -> httpx.Response: ...

    async def get(self, path: str, query: Mapping[str, Any] | None = None) -> httpx.Response: ...


#: Opens a socket and says hello; it dies after so many bytes, None: never.
Dial = Callable[[int | None], AbstractAsyncContextManager[Line]]


class Looker:
    """One page over whatever sockets it gets."""

    def __init__(self, dial: Dial) -> None:
        self._dial = dial
        self.cuts = 0

    def ask(self) -> dict[str, Any]:
        """What it subscribes with."""
        raise NotImplementedError

    async def take(self, frame: Mapping[str, Any]) -> None:
        raise NotImplementedError

    async def check(self) -> None:
        """With a good wire it knows what the doors say there is, and nothing else. Raises AssertionError."""
        raise NotImplementedError

    async def look(self, most: int | None, is_enough: Callable[[], bool] = lambda: False) -> None:
        """Connect, and learn until the wire is cut or it is enough."""
        try:
            async with self._dial(most) as line:
                await line.say(type="subscribe", id="t", **self.ask())
                while not is_enough():
                    frame = await line.hear()
                    assert frame["type"] != "problem", frame
                    await self.take(frame)
        except ConnectionError:
            self.cuts += 1

    async def look_through(self, cuts: int, chance: random.Random, tell: Callable[[], None]) -> None:
        """Until its wires were cut so often."""
        while self.cuts < cuts:
            await self.look(int(chance.expovariate(1 / LASTS)))
            tell()


class ThreadLooker(Looker):
    """A page that follows one thread: a visitor's, or an agent's who opened one copy of it."""

    def __init__(self, dial: Dial, view: View, who: Speaker, conversation: str | None = None) -> None:
        super().__init__(dial)
        self.page = Page(view)
        self._who = who
        self._opened = conversation

    def ask(self) -> dict[str, Any]:
        held = self.page.ask()
        if self.page.view == "visitor":
            return {"topic": "chat", "inbox": "website", **held}
        return {
            "topic": "thread",
            "conversation": held["conversation"] or self._opened,
            "after": held["after"],
        }

    async def take(self, frame: Mapping[str, Any]) -> None:
        if frame["type"] != "thread":
            return
        seqs = [place["seq"] for place in frame["messages"]]
        assert seqs == list(range(frame["from"] + 1, frame["upto"] + 1)), "a place is left out, or twice"
        assert frame["reset"] or frame["from"] == self.page.thread.upto, "not where the page stands"
        self.page.take(frame)

    async def check(self) -> None:
        conversation, places = await self._there()
        stands = [place for place in places if "withdrawn" not in place]

        def knows_it() -> bool:
            held = self.page.thread
            return held.conversation == conversation and list(held.messages) == stands

        with suppress(TimeoutError):
            await self.look(None, knows_it)
        thread = self.page.thread
        assert thread.conversation == conversation, (thread.conversation, conversation)
        differ = [pair for pair in zip_longest(thread.messages, stands) if pair[0] != pair[1]]
        assert differ == []
        assert thread.upto == len(places)

    async def _there(self) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        base = "/conversations"
        # An agent who was led to the winner stays there when the merge is undone.
        named = self.page.ask()["conversation"] or self._opened
        if self.page.view == "visitor":
            base = "/chat/conversations"
            listed = (await self._who.get(base, {"inbox": "website"})).json()
            named = listed["live"]
        places: list[dict[str, Any]] = []
        while True:
            answer = await self._who.get(f"{base}/{named}/messages", {"after": len(places), "limit": 100})
            page = answer.json()
            if page.get("reset") or page["conversation"]["id"] != named:
                named, places = page["conversation"]["id"], []
                continue
            places += page["messages"]
            if not page["more"]:
                return page["conversation"], places


class InboxLooker(Looker):
    """An agent's list: it keeps the newest of each conversation, and lists anew only when told to."""

    def __init__(self, dial: Dial, who: Speaker) -> None:
        super().__init__(dial)
        self._who = who
        self.upto: int | None = None
        self.known: dict[str, Mapping[str, Any]] = {}
        self.counts: Mapping[str, int] = {}

    def ask(self) -> dict[str, Any]:
        return {"topic": "inbox", "after": self.upto}

    async def take(self, frame: Mapping[str, Any]) -> None:
        if frame["type"] != "inbox":
            return
        if frame["reset"] or self.upto is None:
            listed, _ = await self._listed()
            self.known = {each["id"]: each for each in listed}
        for each in frame["conversations"]:
            if self.known.get(each["id"], each)["version"] <= each["version"]:
                self.known[each["id"]] = each
        self.upto, self.counts = frame["upto"], frame["counts"]

    async def check(self) -> None:
        listed, counts = await self._listed()
        wanted = {each["id"]: each for each in listed}

        def shown() -> dict[str, Mapping[str, Any]]:
            return {name: each for name, each in self.known.items() if each["state"] != "merged"}

        with suppress(TimeoutError):
            await self.look(None, lambda: shown() == wanted and self.counts == counts)
        assert shown() == wanted
        assert self.counts == counts

    async def _listed(self) -> tuple[list[dict[str, Any]], dict[str, int]]:
        items: list[dict[str, Any]] = []
        cursor: str | None = None
        while True:
            query = {"limit": 100, **({} if cursor is None else {"cursor": cursor})}
            page = (await self._who.get("/conversations", query)).json()
            items += page["items"]
            cursor = page["next_cursor"]
            if cursor is None:
                return items, page["counts"]


@dataclass
class Talkers:
    """Two visitors and an agent, who talk, merge and take apart as chance has it."""

    owner: Speaker
    visitors: Sequence[Speaker]
    chance: random.Random
    rooms: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    merge: str | None = None

    async def begin(self) -> None:
        for each in self.visitors:
            self.rooms.append(await self._start(each, "Hello"))

    async def _start(self, who: Speaker, text: str) -> str:
        said = self._note()
        body = {"inbox": "website", "client_id": said, "text": text, "filled_for_ms": 5_000}
        return str((await done(who.post("/chat/start", body)))["conversation"]["id"])

    def _note(self) -> str:
        made = client_id()
        self.said.add(made)
        return made

    async def deed(self) -> None:
        """One of many; what the moment forbids is refused, and that is well."""
        at = self.chance.randrange(2)
        room, visitor = self.rooms[at], self.visitors[at]
        words = "x" * self.chance.randrange(1, 200)
        match self.chance.randrange(12):
            case 0 | 1 | 2:
                body = {"client_id": self._note(), "text": words}
                await done(visitor.post(f"/chat/conversations/{room}/messages", body))
            case 3 | 4 | 5:
                answer = {"client_id": self._note(), "text": words, "note": self.chance.random() < 0.3}
                await done(self.owner.post(f"/conversations/{room}/messages", answer))
            case 6:
                await self.owner.post(f"/conversations/{room}/seen", {"seq": self.chance.randrange(1, 30)})
            case 7:
                seen = {"seq": self.chance.randrange(1, 30)}
                await visitor.post(f"/chat/conversations/{room}/seen", seen)
            case 8:
                level = self.chance.choice(("low", "high", "urgent"))
                await self.owner.post(f"/conversations/{room}/priority", {"priority": level})
            case 9:
                await self.owner.post(f"/conversations/{room}/resolve", {})
            case 10:
                await self._end_and_start(at)
            case _:
                await self._merge_or_undo()

    async def _end_and_start(self, at: int) -> None:
        await self.visitors[at].post(f"/chat/conversations/{self.rooms[at]}/end", {})
        self.rooms[at] = await self._start(self.visitors[at], "Anew")

    async def _merge_or_undo(self) -> None:
        if self.merge is None:
            winner, loser = self.chance.sample(self.rooms, 2)
            body = {"kind": "conversations", "winner_id": winner, "loser_ids": [loser]}
            answer = await self.owner.post("/merges", body)
            if answer.is_success:
                self.merge = answer.json()["merge"]["id"]
        else:
            group, self.merge = self.merge, None
            await self.owner.post(f"/merges/{group}/undo", {})

    async def end(self) -> None:
        """Everybody has a live conversation at the end."""
        for room, visitor in zip(self.rooms, self.visitors, strict=True):
            body = {"client_id": self._note(), "text": "The end"}
            await done(visitor.post(f"/chat/conversations/{room}/messages", body))


async def done(answer: Any) -> Any:
    """The body of an answer that must be a success."""
    response = await answer
    assert response.is_success, f"{response.status_code}: {response.text}"
    return response.json()


async def talk_through_cuts(
    talkers: Talkers, lookers: Sequence[Looker], cuts: int, tell: Callable[[], None] = lambda: None
) -> None:
    """Talk until every page's wires were cut so often; then each must know what there is."""
    moved = asyncio.Event()

    def cut() -> None:
        moved.set()
        tell()

    looking = [
        asyncio.create_task(each.look_through(cuts, random.Random(talkers.chance.random()), cut))
        for each in lookers
    ]
    try:
        while not all(task.done() for task in looking):
            together = talkers.chance.randrange(1, 4)
            await asyncio.gather(*(talkers.deed() for _ in range(together)))
            failed = [task for task in looking if task.done() and task.exception()]
            if failed:
                break
            # Wires are cut by what goes over them: talk, and look what that did.
            with suppress(TimeoutError):
                async with asyncio.timeout(0.05):
                    await moved.wait()
            moved.clear()
        await asyncio.gather(*looking)
    finally:
        for task in looking:
            task.cancel()
    await talkers.end()
