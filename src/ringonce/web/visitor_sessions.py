"""Doors of visitors' sessions: what a browser is known as, a new token for it, and shutting it out."""

from typing import Annotated

import msgspec

from ringonce.chat.queries import is_signed, sessions_of
from ringonce.chat.session_queries import inboxes_of_sessions
from ringonce.contacts.edit import note_attributes
from ringonce.contacts.people import find_proved, load_contact
from ringonce.identity.model import VisitorPrincipal, VisitorSession
from ringonce.identity.visitors import SessionMissing, list_visitors, revoke_sessions, rotate_token
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.web.accounts_model import Ask, View
from ringonce.web.call import Call, Reply
from ringonce.web.chat_public import VisitorNeeded
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import Instant, at_ms

routes = Routes("Chat")
desk = Routes("Contacts")

#: Browsers of one person that are looked at.
SESSIONS_MOST = 1_000


class RotateBody(Ask):
    """The new token, kept by the browser before it is sent here."""

    token: Annotated[str, msgspec.Meta(pattern=r"^vst_[A-Za-z0-9_-]{43,128}$")]


class AttributesBody(Ask):
    """What the site says of its visitor: at most 50, texts, numbers and booleans; null takes one away."""

    attributes: dict[str, str | int | float | bool | None]


class AttributesView(View):
    """How many there are now."""

    count: int


class RotatedView(View):
    """The visitor whom the new token names: the same as before."""

    visitor_id: str


class VisitorSessionView(View):
    """`known`: this visitor has done something here; `signed`: the site has shown who it is."""

    visitor_id: str
    known: bool
    name: str
    signed: bool
    since: Instant | None
    seen_at: Instant | None


class SessionInboxView(View):
    id: str
    name: str


class ContactSessionView(View):
    """One browser of a person, and the inboxes where it has a conversation."""

    id: str
    created_at: Instant
    seen_at: Instant
    revoked_at: Instant | None
    inboxes: list[SessionInboxView]


class ContactSessionList(View):
    items: list[ContactSessionView]


@routes.read(
    "/chat/session", answer=VisitorSessionView, who=Who.VISITOR, errors=("visitor-needed", "session-revoked"),
    summary="What this browser is known as",
)  # fmt: skip
async def read_session(call: Call, _: Nothing) -> Reply:
    visitor, workspace_id = _visitor(call), call.workspace.id

    async def read(tx: Tx) -> VisitorSessionView:
        found = await list_visitors(tx, workspace_id, [visitor.id])
        owner = await find_proved(tx, workspace_id, "visitor", visitor.id)
        return VisitorSessionView(
            visitor_id=visitor.id,
            known=bool(found),
            name="" if owner is None else (await load_contact(tx, workspace_id, owner)).name,
            signed=await is_signed(tx, workspace_id, visitor.id),
            since=at_ms(found[0].created_at) if found else None,
            seen_at=at_ms(found[0].seen_at) if found else None,
        )

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/chat/session/rotate", body=RotateBody, answer=RotatedView, who=Who.VISITOR,
    errors=("visitor-needed", "session-revoked", "token-known", "token-replaced"),
    summary="Give this browser a new token; the old one is taken for ten minutes more",
    example={"token": "vst_3q2-7wJY0kq4n9yqv3m8yB0b6c5t2r1f4d7h8k9m1n0"},
)  # fmt: skip
async def rotate(call: Call, ask: RotateBody) -> Reply:
    """Keep the new token before asking, the old one until this is answered; the same key may ask again."""
    visitor = _visitor(call)

    async def intent(work: Work) -> RotatedView:
        return RotatedView(visitor_id=(await rotate_token(work, visitor, ask.token)).id)

    return await call.execute(intent)


@routes.write(
    "POST", "/chat/attributes", body=AttributesBody, answer=AttributesView, who=Who.VISITOR,
    summary="Note what the site says of this browser's person",
    errors=("visitor-needed", "session-missing", "attributes-refused"),
)  # fmt: skip
async def write_attributes(call: Call, ask: AttributesBody) -> Reply:
    """Shown to agents beside what was typed; proves nothing."""
    visitor = _visitor(call)

    async def intent(work: Work) -> AttributesView:
        owner = await find_proved(work.tx, work.workspace_id, "visitor", visitor.id)
        if owner is None:
            raise SessionMissing()
        return AttributesView(count=len((await note_attributes(work, owner, ask.attributes)).attributes))

    return await call.execute(intent)


@desk.read(
    "/contacts/{contact_id}/sessions", answer=ContactSessionList, who=Who.READ, errors=("contact-missing",),
    summary="The browsers of a person, who was seen last first",
)  # fmt: skip
async def contact_sessions(call: Call, _: Nothing) -> Reply:
    """Of every name that merges gave the person."""
    wanted, workspace_id = call.path["contact_id"], call.workspace.id

    async def read(tx: Tx) -> ContactSessionList:
        contact = await load_contact(tx, workspace_id, wanted)
        ids = await sessions_of(tx, workspace_id, contact.id, SESSIONS_MOST)
        return ContactSessionList(items=await _views(tx, workspace_id, ids))

    return call.ok(await call.read(read))


@desk.write(
    "POST", "/contacts/{contact_id}/sessions/{visitor_id}/revoke", answer=ContactSessionView, who=Who.WORK,
    errors=("contact-missing", "session-missing"),
    summary="Shut a browser out: it sees nothing of this person any more, and begins as somebody new",
)  # fmt: skip
async def revoke_session(call: Call, _: Nothing) -> Reply:
    """Revoking twice is revoking once. Raises ContactMissing, SessionMissing."""
    wanted, visitor_id = call.path["contact_id"], call.path["visitor_id"]

    async def intent(work: Work) -> ContactSessionView:
        contact = await load_contact(work.tx, work.workspace_id, wanted)
        if visitor_id not in await sessions_of(work.tx, work.workspace_id, contact.id, SESSIONS_MOST):
            raise SessionMissing()
        await revoke_sessions(work, [visitor_id])
        views = await _views(work.tx, work.workspace_id, [visitor_id])
        if not views:
            raise SessionMissing()
        return views[0]

    return await call.execute(intent)


async def _views(tx: Tx, workspace_id: str, visitor_ids: list[str]) -> list[ContactSessionView]:
    found = await list_visitors(tx, workspace_id, visitor_ids)
    inboxes = await inboxes_of_sessions(tx, workspace_id, visitor_ids)
    return [_view(each, inboxes.get(each.id, ())) for each in found]


def _view(session: VisitorSession, inboxes: tuple[tuple[str, str], ...]) -> ContactSessionView:
    return ContactSessionView(
        id=session.id,
        created_at=at_ms(session.created_at),
        seen_at=at_ms(session.seen_at),
        revoked_at=None if session.revoked_at is None else at_ms(session.revoked_at),
        inboxes=[SessionInboxView(id=each, name=name) for each, name in inboxes],
    )


def _visitor(call: Call) -> VisitorPrincipal:
    """Raises VisitorNeeded for members and keys."""
    if not isinstance(call.principal, VisitorPrincipal):
        raise VisitorNeeded()
    return call.principal
