"""A session shows who it belongs to, by a token that the site signed with the inbox's secret.

Two sessions of one person join one contact and one conversation; a session that shows somebody else sees
nothing of the first person any more.
"""

from dataclasses import dataclass

from ringonce.chat import merge_store, store
from ringonce.chat.inbox_model import Inbox
from ringonce.chat.model import Conversation, State
from ringonce.chat.placing import note_event
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.unify import unify_contact
from ringonce.contacts.edit import fill_contact
from ringonce.contacts.events import ContactIdentified, ContactsLeftApart, SessionDetached
from ringonce.contacts.merge import join_contacts
from ringonce.contacts.model import Contact
from ringonce.contacts.people import (
    IdentityTaken,
    attach_session,
    family_of,
    find_proved,
    folded,
    load_contact,
    move_session,
    new_contact,
    prove,
)
from ringonce.contacts.signed import SignedIdentity, read_identity
from ringonce.identity.queries import load_workspace
from ringonce.kernel.db import Row, json_array
from ringonce.kernel.secrets import Codes
from ringonce.kernel.work import Work

PREFIX = "ris_"


@dataclass(frozen=True, slots=True)
class Identified:
    """Who it is, and the live conversation that the session is in now. `joined`: it was not in it before."""

    contact: Contact
    conversation: Conversation | None
    joined: bool


def secret_of(codes: Codes, inbox: Inbox) -> str:
    """The secret that a site signs with now; it follows from the server's key and is not stored."""
    return _secret(codes, inbox.id, inbox.secret_no)


def secrets_of(codes: Codes, inbox: Inbox, now: int) -> tuple[str, ...]:
    """Every secret that is taken: the one before for a while after a rotation."""
    current = secret_of(codes, inbox)
    if inbox.old_secret_until is None or inbox.old_secret_until <= now or inbox.secret_no <= 1:
        return (current,)
    return (current, _secret(codes, inbox.id, inbox.secret_no - 1))


def _secret(codes: Codes, inbox_id: str, number: int) -> str:
    return PREFIX + codes.of("identity", f"{inbox_id}:{number}")


async def identify(work: Work, visitor_id: str, inbox: Inbox, token: str) -> Identified:
    """Make this session the signed person's. Raises IdentityRefused, with a reason and nothing else."""
    workspace = await load_workspace(work.tx, work.workspace_id)
    signed = read_identity(
        token,
        workspace=workspace.slug,
        inbox=inbox.slug,
        secrets=secrets_of(work.codes, inbox, work.now),
        now=work.now,
    )
    place = {"workspace_id": work.workspace_id, "inbox_id": inbox.id, "visitor_id": visitor_id}
    await work.tx.run(
        store.CLAIM_PARTICIPATION, **place, conversation_id=None, came_from=None, joined_at=work.now
    )
    session = await work.tx.one(store.LOCK_PARTICIPATION, **place)
    if session is None:
        raise LookupError("a participation that was just made is gone")
    before = session["conversation_id"]
    try:
        contact_id, is_new = await _person(work, visitor_id, signed)
    except IdentityTaken:
        # Another device has shown the same identity just now: this time it is found.
        contact_id, is_new = await _person(work, visitor_id, signed)
    await _prove_addresses(work, contact_id, signed, is_new)
    await fill_contact(work, contact_id, signed.name)
    await unify_contact(work, contact_id, inbox.id)
    conversation = await _join(work, contact_id, inbox.id, visitor_id)
    # A page says who it is each time it opens; only the first time is news.
    if is_new:
        work.append(ContactIdentified(contact_id=contact_id, visitor_id=visitor_id, by="signed"))
        if conversation is not None:
            conversation = await _note(work, conversation.id, contact_id)
    contact = await load_contact(work.tx, work.workspace_id, contact_id)
    now_in = conversation.id if conversation is not None else None
    return Identified(contact, conversation, joined=now_in is not None and now_in != before)


async def _person(work: Work, visitor_id: str, signed: SignedIdentity) -> tuple[str, bool]:
    """The contact of the signed identity, with this session in it; False where it was so before."""
    owner = await find_proved(work.tx, work.workspace_id, "signed", signed.sub)
    mine = await find_proved(work.tx, work.workspace_id, "visitor", visitor_id)
    if mine is not None and mine == owner:
        return mine, False
    if mine is None:
        owner = owner or await new_contact(work, signed.name)
        await attach_session(work, owner, visitor_id)
        await prove(work, owner, "signed", signed.sub)
        return owner, True
    if await _is_signed(work, mine):
        # The browser was somebody else's until now: nothing of theirs may be seen from it.
        owner = owner or await new_contact(work, signed.name)
        await move_session(work, owner, visitor_id)
        await work.tx.run(merge_store.DETACH_SESSION, workspace_id=work.workspace_id, visitor_id=visitor_id)
        await work.tx.run(merge_store.FORGET_READER, workspace_id=work.workspace_id, visitor_id=visitor_id)
        await prove(work, owner, "signed", signed.sub)
        work.append(SessionDetached(contact_id=mine, visitor_id=visitor_id))
        return owner, True
    if owner is None:
        await prove(work, mine, "signed", signed.sub)
        return mine, True
    if await join_contacts(work, owner, mine):
        return (await family_of(work.tx, work.workspace_id, owner))[0], True
    # Two people's worth of merges stand in between: the session alone goes over, with what it can read.
    await move_session(work, owner, visitor_id)
    return owner, True


async def _note(work: Work, conversation_id: str, contact_id: str) -> Conversation:
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    if row is None:
        raise ConversationMissing()
    await note_event(work, row, "identified", contact=contact_id)
    return store.conversation_of(row)


async def _is_signed(work: Work, contact_id: str) -> bool:
    contact = await load_contact(work.tx, work.workspace_id, contact_id)
    return any(one.kind == "signed" for one in contact.identities)


async def _prove_addresses(work: Work, contact_id: str, signed: SignedIdentity, is_new: bool) -> None:
    """Addresses inside a signed token are proved. Where another contact proved one before, the two are one
    person, unless the site itself tells them apart by two ids.
    """
    for kind, value in (("email", signed.email), ("phone", signed.phone)):
        if not folded(kind, value):
            continue
        try:
            await prove(work, contact_id, kind, value)
        except IdentityTaken:
            owner = await find_proved(work.tx, work.workspace_id, kind, folded(kind, value))
            if owner is None:
                continue
            if not await _is_signed(work, owner):
                await join_contacts(work, contact_id, owner)
            elif is_new:
                apart = ContactsLeftApart(
                    contact_id=contact_id, other_id=owner, reason="two-signed-identities"
                )
                work.append(apart)


async def _join(work: Work, contact_id: str, inbox_id: str, visitor_id: str) -> Conversation | None:
    """Let the session read what this person said in the inbox, and name the live conversation if any."""
    family = await family_of(work.tx, work.workspace_id, contact_id)
    rows = await work.tx.all(
        merge_store.ALL_OF_IN,
        workspace_id=work.workspace_id,
        inbox_id=inbox_id,
        contacts=json_array(family),
    )
    for row in rows:
        await work.tx.run(
            store.JOIN_CONVERSATION,
            workspace_id=work.workspace_id,
            conversation_id=row["id"],
            visitor_id=visitor_id,
            joined_at=work.now,
        )
    place = {"workspace_id": work.workspace_id, "inbox_id": inbox_id, "visitor_id": visitor_id}
    session = await work.tx.one(store.LOCK_PARTICIPATION, **place)
    live = [row for row in rows if State(row["state"]).is_live]
    if session is None or not live:
        return None
    named = [row for row in live if row["id"] == session["conversation_id"]]
    chosen: Row = named[0] if named else live[0]
    if not named:
        await store.move_participation(work.tx, session, chosen["id"])
    return store.conversation_of(chosen)
