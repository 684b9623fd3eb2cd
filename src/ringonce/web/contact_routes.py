"""Doors about people: finding, reading, changing, who may be the same person, the right to be forgotten."""

from ringonce.booking.erase import erase_contact
from ringonce.chat.erase import erase_said
from ringonce.chat.queries import sessions_of
from ringonce.contacts.edit import edit_contact
from ringonce.contacts.listing_queries import list_contacts, list_suggestions
from ringonce.contacts.model import EditContact
from ringonce.contacts.people import load_contact
from ringonce.identity.visitors import revoke_sessions
from ringonce.kernel.work import Work
from ringonce.values.paging import PageAsk, decode_cursor, encode_cursor
from ringonce.web.accounts_model import View
from ringonce.web.call import Call, Reply
from ringonce.web.contact_model import (
    ContactList,
    ContactPatch,
    ContactsQuery,
    ContactView,
    SuggestionList,
    SuggestionView,
    contact_view,
)
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Contacts")


class ErasedView(View):
    """What was erased; bookings and the places of messages stand without the person's words."""

    contact_id: str
    bookings: int
    messages: int


@routes.read(
    "/contacts", query=ContactsQuery, answer=ContactList, who=Who.READ, errors=("malformed-cursor",),
    summary="People, who was seen last first; searched by words",
)  # fmt: skip
async def contacts(call: Call, ask: ContactsQuery) -> Reply:
    after = decode_cursor(ask.cursor, (int, str)) if ask.cursor else None
    page_ask = PageAsk(ask.limit, after)
    page = await call.read(lambda tx: list_contacts(tx, call.workspace.id, ask.q, page_ask))
    cursor = encode_cursor(page.next_after) if page.next_after else None
    return call.ok(ContactList(items=[contact_view(each) for each in page.items], next_cursor=cursor))


@routes.read(
    "/contacts/{contact_id}", answer=ContactView, who=Who.READ, errors=("contact-missing",),
    summary="One person; the id of a merged contact answers the person it belongs to",
)  # fmt: skip
async def contact(call: Call, _: Nothing) -> Reply:
    wanted = call.path["contact_id"]
    return call.ok(contact_view(await call.read(lambda tx: load_contact(tx, call.workspace.id, wanted))))


@routes.write(
    "PATCH", "/contacts/{contact_id}", body=ContactPatch, answer=ContactView, who=Who.WORK,
    errors=("contact-missing", "version-behind", "attributes-refused"),
    summary="Change what is written about a person",
)  # fmt: skip
async def change_contact(call: Call, ask: ContactPatch) -> Reply:
    """What is left out stays as it is. Raises ContactMissing, VersionBehind, AttributesRefused."""
    edit = EditContact(
        contact_id=call.path["contact_id"],
        version=ask.version,
        name=ask.name,
        locale=ask.locale,
        zone=ask.zone,
        email=ask.email,
        phone=ask.phone,
        attributes=ask.attributes,
    )

    async def intent(work: Work) -> ContactView:
        return contact_view(await edit_contact(work, edit))

    return await call.execute(intent)


@routes.read(
    "/contacts/{contact_id}/suggestions", answer=SuggestionList, who=Who.SELF, errors=("contact-missing",),
    summary="Who may be the same person: others with an equal address, for members only",
)  # fmt: skip
async def suggestions(call: Call, _: Nothing) -> Reply:
    """A typed address proves nothing: a member looks and decides."""
    wanted = call.path["contact_id"]
    found = await call.read(lambda tx: list_suggestions(tx, call.workspace.id, wanted))
    items = [SuggestionView(contact=contact_view(person), by=by) for person, by in found]  # type: ignore[arg-type]
    return call.ok(SuggestionList(items=items))


@routes.write(
    "POST", "/contacts/{contact_id}/erase", answer=ErasedView, who=Who.CONFIGURE, errors=("contact-missing",),
    summary="Erase a person: names, addresses, answers and receipts go, the log's ids stay",
)  # fmt: skip
async def erase(call: Call, _: Nothing) -> Reply:
    """Erasing twice is erasing once. Raises ContactMissing."""
    contact_id = call.path["contact_id"]

    async def intent(work: Work) -> ErasedView:
        # First the sessions, whose rows their own intents lock before all else; then what was said: once the
        # contact is erased, nobody knows whose sessions they were.
        sessions = await sessions_of(work.tx, work.workspace_id, contact_id, 10_000)
        await revoke_sessions(work, sessions, erased=True)
        messages = await erase_said(work, contact_id)
        bookings = await erase_contact(work, contact_id)
        return ErasedView(contact_id=contact_id, bookings=bookings, messages=messages)

    return await call.execute(intent)
