"""A page that asks again is told 304; on SQLite without a read, and never past a commit or its time."""

import secrets
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.house import House, Person, Shop, done

FREE = "2026-12-02T09:00:00Z"
WEEK = {"service": "cut", "from": "2026-12-01", "to": "2026-12-07", "zone": "UTC"}


async def etag_of(person: Person) -> str:
    answer = await person.get("/slots", WEEK)
    assert answer.status_code == 200
    return answer.headers["etag"]


@pytest.fixture
def reads(house: House, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many reads there have been since it was last asked."""
    database, count = house.app.edge.database, 0
    read = database.read

    async def counting(job: Any) -> Any:
        nonlocal count
        count += 1
        return await read(job)

    monkeypatch.setattr(database, "read", counting)

    def take() -> int:
        nonlocal count
        taken, count = count, 0
        return taken

    return take


async def test_asking_again_costs_no_read_where_nobody_else_writes(
    house: House, shop: Shop, reads: Callable[[], int]
) -> None:
    nobody = house.nobody(shop.workspace)
    seen = await etag_of(nobody)
    assert reads() > 0
    again = await nobody.get("/slots", WEEK, If_None_Match=seen)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", seen)
    assert again.headers["cache-control"] == "no-store"
    assert (reads() == 0) == (house.app.edge.database.dialect == "sqlite")


async def test_a_hold_is_seen_by_the_very_next_question(house: House, shop: Shop) -> None:
    nobody = house.nobody(shop.workspace)
    seen = await etag_of(nobody)
    await done(house.visitor(shop.workspace).post("/holds", {"service": "cut", "start": FREE}))
    again = await nobody.get("/slots", WEEK, If_None_Match=seen)
    assert again.status_code == 200
    assert FREE not in {slot["start"] for slot in again.json()["slots"]}


async def test_time_alone_ends_it(house: House, shop: Shop) -> None:
    nobody = house.nobody(shop.workspace)
    answer = await nobody.get("/slots", WEEK)
    seen = answer.headers["etag"]
    until = int(seen.split(".")[1])
    assert until
    house.clock.set(until - 1)
    assert (await nobody.get("/slots", WEEK, If_None_Match=seen)).status_code == 304
    house.clock.set(until)
    assert (await nobody.get("/slots", WEEK, If_None_Match=seen)).status_code == 200


async def test_who_holds_something_is_looked_up_each_time(
    house: House, shop: Shop, reads: Callable[[], int]
) -> None:
    visitor = house.visitor(shop.workspace, token="vst_" + secrets.token_urlsafe(33))
    await done(visitor.post("/holds", {"service": "cut", "start": FREE}))
    seen = await etag_of(visitor)
    reads()
    assert (await visitor.get("/slots", WEEK, If_None_Match=seen)).status_code == 304
    assert reads() > 0


async def test_one_question_does_not_answer_another(house: House, shop: Shop) -> None:
    nobody = house.nobody(shop.workspace)
    seen = await etag_of(nobody)
    other = await nobody.get("/slots", {**WEEK, "to": "2026-12-08"}, If_None_Match=seen)
    assert other.status_code == 200
    elsewhere = await house.person().get("/slots", WEEK, If_None_Match=seen)
    assert elsewhere.status_code == 400


async def test_a_member_is_looked_up_each_time(house: House, shop: Shop, reads: Callable[[], int]) -> None:
    seen = await etag_of(shop.owner)
    reads()
    assert (await shop.owner.get("/slots", WEEK, If_None_Match=seen)).status_code == 304
    assert reads() > 0


async def test_a_long_list_comes_packed_and_is_the_same_list(house: House, shop: Shop) -> None:
    nobody = house.nobody(shop.workspace)
    packed = await nobody.get("/slots", WEEK, Accept_Encoding="gzip")
    plain = await nobody.get("/slots", WEEK, Accept_Encoding="identity")
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert packed.json() == plain.json()
    assert len(packed.json()["slots"]) > 10
    assert {"start", "end", "hosts"} <= packed.json()["slots"][0].keys()


async def test_a_list_with_a_hold_is_never_packed(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    await done(visitor.post("/holds", {"service": "cut", "start": FREE}))
    answer = await visitor.get("/slots", WEEK, Accept_Encoding="gzip")
    assert answer.json()["hold"]["token"]
    assert "content-encoding" not in answer.headers
