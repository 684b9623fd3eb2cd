"""Doors about people who booked. For now one: the right to be forgotten."""

from ringonce.booking.erase import erase_contact
from ringonce.kernel.work import Work
from ringonce.web.accounts_model import View
from ringonce.web.call import Call, Reply
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Contacts")


class ErasedView(View):
    """What was erased; the bookings stand without the person's words."""

    contact_id: str
    bookings: int


@routes.write(
    "POST", "/contacts/{contact_id}/erase", answer=ErasedView, who=Who.CONFIGURE, errors=("contact-missing",),
    summary="Erase a person: names, addresses, answers and receipts go, the log's ids stay",
)  # fmt: skip
async def erase(call: Call, _: Nothing) -> Reply:
    """Erasing twice is erasing once. Raises ContactMissing."""
    contact_id = call.path["contact_id"]

    async def intent(work: Work) -> ErasedView:
        return ErasedView(contact_id=contact_id, bookings=await erase_contact(work, contact_id))

    return await call.execute(intent)
