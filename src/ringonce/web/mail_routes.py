"""Letters over HTTP: about bookings and conversations, sent, or kept where no mail server is set."""

from typing import Annotated, Any, Literal

import msgspec

from ringonce.kernel.db import Tx
from ringonce.notify.chat_draw import draw_chat
from ringonce.notify.chat_model import ChatLetterRow
from ringonce.notify.draw import draw
from ringonce.notify.mail_queries import Mail, find_mail, list_kept, mail_of
from ringonce.notify.model import Letter, LetterRow
from ringonce.values.errors import DomainError, Kind
from ringonce.values.paging import DEFAULT_LIMIT, MAX_LIMIT, PageAsk, decode_cursor, encode_cursor
from ringonce.web.accounts_model import Ask, View
from ringonce.web.call import Call, Reply
from ringonce.web.messages import say
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import Instant, at_minute, at_ms

routes = Routes("Mails")


class MailQuery(Ask):
    """A page of letters, the newest first."""

    limit: Annotated[int, msgspec.Meta(ge=1, le=MAX_LIMIT)] = DEFAULT_LIMIT
    cursor: str | None = None


class MailView(View):
    """A letter about a booking or a conversation; the other one's id is null.

    `start` is the booking's. `kept`: no mail server is set; `held`: more than five in an hour; `seen`: it did
    not go, for what it tells of was read first, or is gone.
    """

    id: str
    about: Literal["booking", "conversation"]
    kind: Literal[
        "confirmed", "requested", "approved", "rejected", "moved", "cancelled", "expired",
        "transcript", "answer", "waiting",
    ]  # fmt: skip
    reader: Literal["guest", "companion", "host", "visitor", "agent"]
    state: Literal["pending", "kept", "sent", "failed", "held", "seen", "erased"]
    booking_id: str | None
    conversation_id: str | None
    recipient: str
    start: Instant | None
    attempts: int
    problem: str
    created_at: Instant
    sent_at: Instant | None


class MailPage(View):
    """Letters and the cursor of the next page."""

    items: list[MailView]
    next_cursor: str | None


class MailText(MailView):
    """A letter with its words and links."""

    subject: str
    text: str


class MailMissing(DomainError):
    """There is no such letter, or what it was about has been erased."""

    code = "mail-missing"
    kind = Kind.MISSING


@routes.read(
    "/mails", query=MailQuery, answer=MailPage, who=Who.WORK,
    summary="Letters about bookings and conversations, the newest first",
)  # fmt: skip
async def list_mails(call: Call, ask: MailQuery) -> Reply:
    """Also those that would have gone, where no mail server is set."""
    after = None if ask.cursor is None else decode_cursor(ask.cursor, (int, str))
    page = await call.read(lambda tx: list_kept(tx, call.workspace.id, PageAsk(ask.limit, after)))
    cursor = None if page.next_after is None else encode_cursor(page.next_after)
    return call.ok(MailPage(items=[MailView(**_fields(mail)) for mail in page.items], next_cursor=cursor))


@routes.read(
    "/mails/{id}", answer=MailText, who=Who.WORK, errors=("mail-missing",),
    summary="One letter, with its words and links",
)  # fmt: skip
async def load_mail(call: Call, _: Nothing) -> Reply:
    """Drawn from the booking or the messages as they now are. Raises MailMissing."""

    async def read(tx: Tx) -> MailText:
        kept = await find_mail(tx, call.workspace.id, call.path["id"])
        if kept is None or kept.state == "erased":
            raise MailMissing()
        drawn = await _drawn(tx, call, kept)
        if drawn is None:
            raise MailMissing()
        return MailText(**_fields(mail_of(kept)), subject=drawn.subject, text=drawn.text)

    return call.ok(await call.read(read))


async def _drawn(tx: Tx, call: Call, kept: LetterRow | ChatLetterRow) -> Letter | None:
    if isinstance(kept, ChatLetterRow):
        return await draw_chat(tx, kept, words=say, base_url=call.base_url, at_desk=True)
    sender = call.edge.options.mail_from
    return await draw(tx, call.edge.codes, kept, words=say, base_url=call.base_url, sender=sender)


def _fields(mail: Mail) -> dict[str, Any]:
    return {name: getattr(mail, name) for name in MailView.__struct_fields__ if name in Mail.__slots__} | {
        "start": None if mail.start_minute is None else at_minute(mail.start_minute),
        "created_at": at_ms(mail.created_at),
        "sent_at": None if mail.sent_at is None else at_ms(mail.sent_at),
    }
