"""A process of its own that races for one slot: `python -m tests.races.racer URL SERVICE START FIRST COUNT`.

Says `ready`, waits for a line, then lets its visitors run and prints what each was told, as JSON.
"""

import asyncio
import sys

import msgspec

from ringonce.booking.confirm import confirm_booking
from ringonce.booking.model import ConfirmBooking, HoldSlot
from ringonce.kernel.engines import open_database
from tests.support.clock import MovableClock
from tests.support.world import Outcome, all_at_once, details, intent_of, make_world, visitor


async def race(url: str, service_id: str, start: int, first: int, count: int) -> list[Outcome]:
    """Visitors `first` to `first + count - 1` book the slot at once."""
    database = await open_database(url)
    try:
        world = make_world(database, MovableClock())

        async def attempt(number: int) -> Outcome:
            slot = HoldSlot(service_id=service_id, start_minute=start)
            ask = ConfirmBooking(details=details(), slot=slot)
            who = visitor(first + number)
            return await world.send(intent_of(confirm_booking, ask), who, key=f"racer-{first + number:016d}")

        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.readline)
        return await all_at_once(count, attempt)
    finally:
        await database.close()


if __name__ == "__main__":
    url, service_id, *numbers = sys.argv[1:]
    told = asyncio.run(race(url, service_id, *map(int, numbers)))
    sys.stdout.write(msgspec.json.encode(told).decode() + "\n")
