"""One person's story: one list, in order, over every name a merge gave her."""

from ringonce.booking.change import cancel_booking
from ringonce.booking.model import BookingRef, CancelBooking
from ringonce.contacts.merge import MergeContacts, merge_contacts
from ringonce.desk.timeline import Moment, read_timeline
from ringonce.kernel.db import Tx
from ringonce.values.paging import Page, PageAsk
from tests.support.parlour import Parlour
from tests.support.world import WORKSPACE, minute, visitor

TEN, NOON = minute("10:00"), minute("12:00")


async def contact_of(parlour: Parlour, talk: str) -> str:
    rows = await parlour.world.rows(f"SELECT contact_id FROM conversations WHERE id = '{talk}'")
    return str(rows[0]["contact_id"])


async def story(parlour: Parlour, contact_id: str, ask: PageAsk | None = None) -> Page[Moment]:
    async def read(tx: Tx) -> Page[Moment]:
        return await read_timeline(tx, WORKSPACE, contact_id, ask or PageAsk(50))

    return await parlour.world.database.read(read)


async def test_everything_in_one_order(parlour: Parlour) -> None:
    talk = await parlour.start()
    message_id = (await parlour.offer(talk, TEN)).placed.message.id
    await parlour.take(message_id, TEN)
    contact_id = await contact_of(parlour, talk)
    booking = (await parlour.world.rows("SELECT id FROM bookings"))[0]["id"]
    ask = CancelBooking(booking=BookingRef(booking_id=booking), version=1)
    await parlour.world.do(lambda work: cancel_booking(work, ask))
    page = await story(parlour, contact_id)
    assert [one.kind for one in page.items] == [
        "booking-cancelled",
        "time-taken",
        "booking-made",
        "times-offered",
        "conversation-started",
    ]
    seqs = [one.entry.seq for one in page.items]
    assert seqs == sorted(seqs, reverse=True)
    started = page.items[-1].conversation
    assert started is not None
    assert (started["id"], started["messages"]) == (talk, 1)
    cancelled = page.items[0].booking
    assert cancelled is not None
    assert (cancelled["id"], cancelled["state"]) == (booking, "cancelled")


async def test_pages_join_without_a_gap_or_a_double(parlour: Parlour) -> None:
    talk = await parlour.start()
    for start in (TEN, NOON):
        await parlour.take((await parlour.offer(talk, start)).placed.message.id, start)
    contact_id = await contact_of(parlour, talk)
    whole = [one.entry.seq for one in (await story(parlour, contact_id)).items]
    read: list[int] = []
    ask = PageAsk(2)
    while True:
        page = await story(parlour, contact_id, ask)
        read += [one.entry.seq for one in page.items]
        if page.next_after is None:
            break
        # More is written while somebody reads: it is newer and belongs to no later page.
        await parlour.offer(talk, minute("9:00", day=14 + len(read) // 2))
        ask = PageAsk(2, page.next_after)
    assert read == whole


async def test_a_merge_joins_both_stories(parlour: Parlour) -> None:
    first = await parlour.start(1)
    second = await parlour.start(2)
    winner, loser = await contact_of(parlour, first), await contact_of(parlour, second)
    ask = MergeContacts(winner_id=winner, loser_ids=(loser,))
    await parlour.world.do(lambda work: merge_contacts(work, ask))
    told = [(one.kind, one.entry.refs.get("conversation")) for one in (await story(parlour, loser)).items]
    assert told[0][0] == "contact-merged"
    assert set(told[1:]) == {("conversation-started", first), ("conversation-started", second)}


async def test_others_are_not_in_it(parlour: Parlour) -> None:
    mine, theirs = await parlour.start(1), await parlour.start(2)
    await parlour.world.book(parlour.service, TEN, visitor(2))
    page = await story(parlour, await contact_of(parlour, mine))
    assert [one.kind for one in page.items] == ["conversation-started"]
    assert theirs not in {one.entry.refs.get("conversation") for one in page.items}
