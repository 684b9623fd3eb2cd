"""Draws a mail about a conversation from what its places hold now: what was erased or withdrawn is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from jinja2 import Environment, PackageLoader, StrictUndefined

from ringonce.chat.inbox_model import Inbox
from ringonce.chat.model import AuthorKind, Conversation, MessageKind, Placed, State
from ringonce.chat.queries import load_inbox, root_of, thread_after
from ringonce.chat.refusals import ConversationMissing, InboxMissing
from ringonce.contacts.people import ContactMissing, load_contact
from ringonce.kernel.db import Tx
from ringonce.notify.chat_model import ChatLetterKind, ChatLetterRow
from ringonce.notify.model import Letter, Words
from ringonce.notify.queries import Home, find_home, list_colleagues

_PAGES: Final = Environment(
    loader=PackageLoader("ringonce.notify"), autoescape=True, undefined=StrictUndefined
)
_PAGE: Final = 500
#: A mail is no archive: a longer conversation is told by its last messages.
_SHOWN_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One message as a mail shows it; `text` may have several lines."""

    who: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class _Scene:
    kept: ChatLetterRow
    conversation: Conversation
    home: Home
    inbox: Inbox
    contact: str
    words: Words
    #: The places that the letter tells of: of its own conversation, or of the winner.
    places_of: str
    upto: int

    def say(self, key: str, **values: object) -> str:
        known = {"workspace": self.home.workspace, "number": self.conversation.number, "name": self.contact}
        return self.words(self.kept.locale, f"mail.chat.{key}", {**known, **values})


async def draw_chat(
    tx: Tx, kept: ChatLetterRow, *, words: Words, base_url: str, at_desk: bool = False
) -> Letter | None:
    """The mail; None where it tells of nothing any more: read meanwhile, erased, withdrawn.

    `at_desk`: to be looked at and not to go: what was read or merged since is shown all the same.
    """
    scene = await _scene(tx, kept, words, at_desk=at_desk)
    if scene is None or (_is_seen(scene) and not at_desk):
        return None
    placed = await _placed(tx, scene)
    lines = await _lines(tx, scene, placed)
    if not lines:
        return None
    kind = kept.kind.value
    subject = " ".join(scene.say(f"{kind}.subject").split())
    opening = scene.say(f"{kind}.opening")
    links = [(scene.say(f"{kind}.link"), _link(scene, base_url))]
    said = [f"{line.who}, {line.when}\n{line.text}\n" for line in lines]
    calls = [f"{label}:\n{url}\n" for label, url in links]
    text = "\n".join([opening, "", *said, *calls, scene.home.workspace, ""])
    page = _PAGES.get_template("chat_letter.html").render(
        locale=kept.locale,
        subject=subject,
        opening=opening,
        lines=lines,
        links=links,
        workspace=scene.home.workspace,
    )
    return Letter(subject=subject, text=text, html=page, invitation=None, method=None)


async def _scene(tx: Tx, kept: ChatLetterRow, words: Words, *, at_desk: bool) -> _Scene | None:
    home = await find_home(tx, kept.workspace_id)
    try:
        conversation = await root_of(tx, kept.workspace_id, kept.conversation_id)
        inbox = await load_inbox(tx, kept.workspace_id, conversation.inbox_id)
    except (ConversationMissing, InboxMissing):
        return None
    is_moved = conversation.id != kept.conversation_id and not at_desk
    if home is None or (is_moved and kept.kind is not ChatLetterKind.TRANSCRIPT):
        # Merged meanwhile: the winner's watch tells of it, by the winner's places.
        return None
    try:
        name = (await load_contact(tx, kept.workspace_id, conversation.contact_id)).name
    except ContactMissing:
        name = ""
    # A copy of a conversation that was merged since holds the winner's places.
    places_of = conversation.id if is_moved else kept.conversation_id
    upto = conversation.last_visitor_seq if is_moved else kept.upto_seq
    scene = _Scene(kept, conversation, home, inbox, name, words, places_of, upto)
    return scene if name else replace(scene, contact=scene.say("visitor"))


def _is_seen(scene: _Scene) -> bool:
    if scene.kept.kind is ChatLetterKind.WAITING and scene.conversation.state is State.RESOLVED:
        return True
    seen = {
        ChatLetterKind.ANSWER: scene.conversation.visitor_seen,
        ChatLetterKind.WAITING: scene.conversation.agents_seen,
    }.get(scene.kept.kind)
    return seen is not None and seen >= scene.kept.upto_seq


async def _placed(tx: Tx, scene: _Scene) -> list[Placed]:
    """What the visitor may read of the places told of, in the order it is drawn."""
    kept, upto = scene.kept, scene.upto
    after = 0 if kept.kind is ChatLetterKind.TRANSCRIPT else kept.after_seq
    found: list[Placed] = []
    while page := await thread_after(tx, kept.workspace_id, scene.places_of, after, _PAGE):
        found += [one for one in page if one.visitor_seq is not None and one.visitor_seq <= upto]
        after = page[-1].visitor_seq or after
        if after >= upto:
            break
    wanted = [one for one in found if _is_shown(one, kept.kind)]
    wanted.sort(key=lambda one: (one.message.created_at, one.seq))
    return wanted[-_SHOWN_MOST:]


def _is_shown(placed: Placed, kind: ChatLetterKind) -> bool:
    message = placed.message
    if placed.is_withdrawn or message.kind in (MessageKind.NOTE, MessageKind.EVENT, MessageKind.FORM):
        return False
    if kind is ChatLetterKind.TRANSCRIPT:
        return True
    return message.erased_at is None and placed.from_visitor == (kind is ChatLetterKind.WAITING)


async def _lines(tx: Tx, scene: _Scene, placed: Sequence[Placed]) -> list[Line]:
    ids = {one.message.author_id for one in placed if one.message.author_kind is AuthorKind.MEMBER}
    names = {one.id: one.name for one in await list_colleagues(tx, scene.kept.workspace_id, sorted(ids))}
    zone, locale = ZoneInfo(scene.kept.zone), Locale.parse(scene.kept.locale, sep="-")
    lines = []
    for one in placed:
        message = one.message
        at = datetime.fromtimestamp(message.created_at / 1000, UTC).astimezone(zone)
        day = format_date(at, "medium", locale=locale)
        when = f"{day} {format_time(at, 'short', tzinfo=zone, locale=locale)}"
        if message.author_kind is AuthorKind.VISITOR:
            who = scene.contact
        else:
            who = names.get(message.author_id) or scene.home.workspace
        lines.append(Line(" ".join(who.split()), when, _text(scene, one)))
    return lines


def _text(scene: _Scene, placed: Placed) -> str:
    message = placed.message
    if message.erased_at is not None:
        return scene.say("erased")
    parts = [message.body] if message.body else []
    if message.kind in (MessageKind.OFFER, MessageKind.RECEIPT):
        parts.append(scene.say(message.kind.value))
    parts += [scene.say("file", file=one.name) for one in message.attachments]
    return "\n".join(parts)


def _link(scene: _Scene, base_url: str) -> str:
    """Where the reader goes on: the desk, or the page the visitor wrote from, if its site is known here.

    A visitor names that page herself: one that no owner has listed could lead anybody anywhere.
    """
    if scene.kept.kind is ChatLetterKind.WAITING:
        return f"{base_url}/desk/inbox/{scene.conversation.id}"
    page = str(scene.conversation.page.get("url", ""))
    place = urlsplit(page)
    if place.scheme in {"http", "https"} and f"{place.scheme}://{place.netloc}" in scene.inbox.settings.sites:
        return page
    return f"{base_url}/chat/{scene.home.slug}/{scene.inbox.slug}"
