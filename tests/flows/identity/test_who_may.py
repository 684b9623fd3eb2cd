"""Whose word counts: a key that may only read books nothing, and a form of another site does nothing."""

import pytest

from tests.support.house import House, done, fresh_key, open_shop

FREE = "2026-12-02T09:00:00Z"


@pytest.mark.parametrize(("scope", "status"), [("read", 403), ("configure", 403), ("book", 201)])
async def test_a_key_books_only_if_it_may(house: House, scope: str, status: int) -> None:
    shop = await open_shop(house)
    secret = (await done(shop.owner.post("/keys", {"name": "k", "scopes": [scope]})))["secret"]
    holder, key = house.holder(secret), fresh_key()
    body = {"service": "cut", "start": FREE}
    assert (await holder.post("/holds", body, key=key)).status_code == status
    later = {**body, "start": "2026-12-02T11:00:00Z"}
    booked = await holder.post("/bookings", {**later, "name": "Ada", "email": "ada@example.org"})
    assert booked.status_code == status
    found = await done(holder.get(f"/intents/{key}"))
    assert found["state"] == ("done" if status == 201 else "none")


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"Origin": "https://evil.example"}, "confirmed"),
        ({"Origin": "null"}, "confirmed"),
        ({"Origin": "http://desk.test", "Sec-Fetch-Site": "cross-site"}, "confirmed"),
        ({"Origin": "http://desk.test"}, "cancelled"),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, "cancelled"),
        ({}, "cancelled"),
    ],
)
async def test_a_form_counts_only_from_a_page_of_ours(house: House, said: dict[str, str], state: str) -> None:
    shop = await open_shop(house)
    visitor = house.visitor(shop.workspace)
    body = {"service": "cut", "start": FREE, "name": "Ada", "email": "ada@example.org"}
    code = (await done(visitor.post("/bookings", body)))["booking"]["code"]
    form = {"key": fresh_key(), "version": "1"}
    await visitor.client.post(
        f"http://desk.test/{shop.workspace.slug}/b/{code}/cancel", data=form, headers=said
    )
    shown = await done(house.nobody(shop.workspace).get(f"/public/bookings/{code}"))
    assert shown["booking"]["state"] == state
