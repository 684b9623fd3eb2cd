"""Erasing a person: what they typed goes, the ids in the log stay, and its chain stays whole."""

from ringonce.booking import store
from ringonce.booking.events import ContactErased
from ringonce.contacts import people
from ringonce.kernel import receipts
from ringonce.kernel.work import Work


async def erase_contact(work: Work, contact_id: str) -> int:
    """Delete a person's name, addresses, answers and receipts; how many bookings were theirs.

    The bookings themselves stand: cancel what is still to come first. Erasing twice is erasing once. Raises
    ContactMissing.
    """
    before = await people.load_contact(work.tx, work.workspace_id, contact_id)
    visitors = await people.erase(work, contact_id)
    bookings = 0
    for each in (before.id, *before.aliases):
        bookings += await store.erase_text(work.tx, work.workspace_id, each)
    for visitor_id in visitors:
        await receipts.erase(work.tx, work.workspace_id, f"visitor:{visitor_id}")
    if before.erased_at is None:
        work.append(ContactErased(contact_id=before.id, bookings=bookings))
    return bookings
