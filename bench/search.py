"""Searching what was said: a hundred thousand messages, two Chinese characters and a Latin word.

`python -m bench search`. The messages are copies of one that was sent, with other words, written into the
database while the server is down: sending them would take longer than measuring.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from itertools import islice
from time import perf_counter
from typing import Any
from urllib.parse import quote

from bench.figures import Figure
from bench.support.parlours import Parlour, new_visitor, open_parlours, start
from bench.support.wire import Wire, percentile
from ringonce.values.terms import terms_of
from tests.support.product import Product

MESSAGES = 100_000
IN_A_CONVERSATION = 20
ASKED = 40
#: Each hundredth message holds them, in one of the two languages.
CHINESE, LATIN = "染发", "balayage"
_RARE = 100
_EASTERN = tuple("请问周六下午可以预约吗我想剪短一点大概需要多久价格是多少谢谢老师今天人多明天再来")
_WESTERN = tuple(
    "hello could you tell me when the shop opens on saturday and whether there is time for a cut or a trim "
    "before noon because my train leaves at one and I would like to buy that clay you showed".split()
)


def _text(number: int) -> str:
    """Some words, other ones for each message; as many Chinese as Latin ones."""
    eastern, rare = number % 2 == 0, number % _RARE in (0, 1)
    source = _EASTERN if eastern else _WESTERN
    picked = [source[(number * 7919 + place * (number % 97 + 3)) % len(source)] for place in range(12)]
    if rare:
        picked.insert(6, CHINESE if eastern else LATIN)
    return ("" if eastern else " ").join(picked)


class _Copies:
    """Writes copies of the one conversation that a database holds."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        store.row_factory = sqlite3.Row
        self._conversation = self._one("SELECT * FROM conversations")
        self._message = self._one("SELECT * FROM messages WHERE kind = 'text'")
        asked = "SELECT * FROM placements WHERE message_id = ?"
        self._place = self._one(asked, self._message["id"])

    def _one(self, asked: str, *values: str) -> dict[str, Any]:
        return dict(self._store.execute(asked, values).fetchone())

    def write(self) -> None:
        """All of them, and the words under which they are found."""
        count = MESSAGES // IN_A_CONVERSATION
        self._fill("conversations", (self._conversation_of(number) for number in range(count)))
        self._fill("messages", (self._message_of(number) for number in range(MESSAGES)))
        self._fill("placements", (self._place_of(number) for number in range(MESSAGES)))
        self._fill("message_terms", self._terms())
        self._store.execute("ANALYZE")
        self._store.commit()

    def _conversation_of(self, number: int) -> dict[str, Any]:
        last = {"last_seq": IN_A_CONVERSATION, "last_visitor_seq": IN_A_CONVERSATION}
        return {**self._conversation, **last, "id": f"cnv_{number:026d}", "number": number + 2}

    def _message_of(self, number: int) -> dict[str, Any]:
        where = f"cnv_{number // IN_A_CONVERSATION:026d}"
        names = {"id": f"msg_{number:026d}", "conversation_id": where, "addressed_id": where}
        return {**self._message, **names, "client_id": f"copy-{number}", "body": _text(number)}

    def _place_of(self, number: int) -> dict[str, Any]:
        conversation, seq = divmod(number, IN_A_CONVERSATION)
        names = {"conversation_id": f"cnv_{conversation:026d}", "message_id": f"msg_{number:026d}"}
        return {**self._place, **names, "seq": seq + 1, "visitor_seq": seq + 1}

    def _terms(self) -> Iterator[dict[str, Any]]:
        for number in range(MESSAGES):
            for term in terms_of(_text(number)):
                yield {
                    "workspace_id": self._message["workspace_id"],
                    "term": term,
                    "message_id": f"msg_{number:026d}",
                }

    def _fill(self, table: str, rows: Iterator[dict[str, Any]]) -> None:
        first = next(rows)
        names = ", ".join(f'"{name}"' for name in first)
        # The table's name stands above, and the columns' come from the database.
        wanted = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(first))})"
        self._store.execute(wanted, tuple(first.values()))
        while batch := [tuple(row.values()) for row in islice(rows, 20_000)]:
            self._store.executemany(wanted, batch)


async def _fill(product: Product, parlour: Parlour) -> None:
    wire = Wire(product.port)
    await start(wire, parlour, new_visitor())
    wire.close()
    await product.stop()
    store = sqlite3.connect(product.folder / "ringonce.sqlite3")
    store.execute("PRAGMA synchronous = OFF")
    store.execute("PRAGMA cache_size = -400000")
    _Copies(store).write()
    store.close()
    await product.start()


async def _search(wire: Wire, parlour: Parlour, words: str) -> list[float]:
    """How long each search took (s). Raises RuntimeError where nothing is found."""
    took: list[float] = []
    headers = {**parlour.desk, "Ringonce-Workspace": parlour.slug}
    for _ in range(ASKED):
        begun = perf_counter()
        answer = await wire.ask("GET", f"/api/v1/search?q={quote(words)}", headers)
        took.append(perf_counter() - begun)
        if answer.status != 200 or not answer.json()["conversations"]:
            raise RuntimeError(f"search: {answer.status} {answer.body[:300]!r}")
    return took[1:]


async def _all() -> list[Figure]:
    figures = []
    async with open_parlours("", 1) as (product, parlours):
        await _fill(product, parlours[0])
        wire = Wire(product.port)
        for name, words in (("two Chinese characters", CHINESE), ("a Latin word", LATIN)):
            took = await _search(wire, parlours[0], words)
            note = (
                f"{MESSAGES:,} messages, {MESSAGES // _RARE:,} hold it, over HTTP, SQLite; "
                f"first screen; p95 {percentile(took, 0.95) * 1000:.0f} ms"
            )
            figures.append(Figure(f"search for {name}, p50", percentile(took, 0.5) * 1000, "ms", None, note))
        wire.close()
    return figures


def main() -> list[Figure]:
    return asyncio.run(_all())
