"""Seconds at the doors: busy time that is pushed with them is widened, and no offered time has any."""

from tests.support.house import House, Shop, done


async def starts_of(house: House, shop: Shop) -> list[str]:
    ask = {"service": "cut", "from": "2026-12-02", "to": "2026-12-02", "zone": "UTC"}
    found = await done(house.nobody(shop.workspace).get("/slots", ask))
    return [slot["start"][11:] for slot in found["slots"]]


async def test_outside_busy_time_with_seconds_is_widened(house: House, shop: Shop) -> None:
    calendar = await done(shop.owner.post(f"/hosts/{shop.host['id']}/calendars", {"name": "Private"}))
    body = {
        "calendar_id": calendar["id"],
        "start": "2026-12-02T00:00:00Z",
        "end": "2026-12-03T00:00:00Z",
        "busy": [
            {"start": "2026-12-02T09:59:59.5Z", "end": "2026-12-02T11:00:01Z"},
            {"start": "2026-12-02T14:30:20Z", "end": "2026-12-02T14:30:20Z"},
        ],
    }
    await done(shop.owner.post(f"/hosts/{shop.host['id']}/external-busy", body))
    # From 09:59 to 11:01; the empty one does nothing.
    assert await starts_of(house, shop) == [
        f"{hour}:15:00Z" for hour in ("11", "12", "13", "14", "15")
    ]  # fmt: skip


async def test_absence_with_seconds_is_widened(house: House, shop: Shop) -> None:
    away = {"start": "2026-12-02T09:59:30Z", "end": "2026-12-02T16:00:00.001Z"}
    made = await done(shop.owner.post(f"/hosts/{shop.host['id']}/aways", away))
    assert (made["start"], made["end"]) == ("2026-12-02T09:59:00Z", "2026-12-02T16:01:00Z")
    assert await starts_of(house, shop) == []
