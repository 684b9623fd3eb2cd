"""Letters over HTTP: what went out about bookings, or would have gone where no mail server is set."""

from typing import Annotated, Any, Literal

import msgspec

from ringonce.kernel.db import Tx
from ringonce.notify.draw import draw
from ringonce.notify.model import LetterRow
from ringonce.notify.queries import find_letter, list_newest
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
    """A letter about a booking. `kept`: no mail server is set; `held`: more than five in an hour."""

    id: str
    kind: str
    reader: Literal["guest", "companion", "host"]
    state: Literal["pending", "kept", "sent", "failed", "held", "erased"]
    booking_id: str
    recipient: str
    start: Instant
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
    summary="Letters about bookings, the newest first",
)  # fmt: skip
async def list_mails(call: Call, ask: MailQuery) -> Reply:
    """Also those that would have gone, where no mail server is set."""
    after = None if ask.cursor is None else decode_cursor(ask.cursor, (int, str))
    page = await call.read(lambda tx: list_newest(tx, call.workspace.id, PageAsk(ask.limit, after)))
    cursor = None if page.next_after is None else encode_cursor(page.next_after)
    return call.ok(MailPage(items=[MailView(**_fields(kept)) for kept in page.items], next_cursor=cursor))


@routes.read(
    "/mails/{id}", answer=MailText, who=Who.WORK, errors=("mail-missing",),
    summary="One letter, with its words and links",
)  # fmt: skip
async def load_mail(call: Call, _: Nothing) -> Reply:
    """Drawn from the booking as it now is. Raises MailMissing."""

    async def read(tx: Tx) -> MailText:
        kept = await find_letter(tx, call.workspace.id, call.path["id"])
        if kept is None or kept.state == "erased":
            raise MailMissing()
        drawn = await draw(
            tx, call.edge.codes, kept, words=say, base_url=call.base_url, sender=call.edge.options.mail_from
        )
        if drawn is None:
            raise MailMissing()
        return MailText(**_fields(kept), subject=drawn.subject, text=drawn.text)

    return call.ok(await call.read(read))


def _fields(kept: LetterRow) -> dict[str, Any]:
    return {
        "id": kept.id,
        "kind": kept.kind.value,
        "reader": kept.reader.value,
        "state": kept.state,
        "booking_id": kept.booking_id,
        "recipient": kept.recipient,
        "start": at_minute(kept.start_minute),
        "attempts": kept.attempts,
        "problem": kept.problem,
        "created_at": at_ms(kept.created_at),
        "sent_at": None if kept.sent_at is None else at_ms(kept.sent_at),
    }
