"""The salon's inbox, its agents, and some conversations, made by the intents that people use."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol, TypeVar

from ringonce.chat.assign import Assign, assign
from ringonce.chat.canned import create_canned_reply
from ringonce.chat.inbox_model import Away, Inbox, InboxDraft, InboxSettings
from ringonce.chat.inboxes import create_inbox
from ringonce.chat.labels import create_label
from ringonce.chat.model import Author, AuthorKind, Page, SayAsMember, SayAsVisitor, StartConversation
from ringonce.chat.say import say_as_member, say_as_visitor
from ringonce.chat.start import start_conversation
from ringonce.chat.states import label, resolve
from ringonce.identity.members import add_member
from ringonce.identity.model import AddMember, Member, Role
from ringonce.identity.visitors import remember_visitor, visitor_of
from ringonce.kernel.secrets import new_token
from ringonce.kernel.work import Actor, Work

T = TypeVar("T")

INBOX: Final = "website"
LABELS: Final = (("New client", 190), ("Colour", 320), ("Shop order", 40))
CANNED: Final = (
    ("hello", "Hello {{contact.first_name}}, good to hear from you. What can I do?"),
    ("where", "You find us at Lange Nieuwstraat 9, second door on the left. Tram 22 stops at the corner."),
    ("allergy", "For a colour we do a **patch test** two days before. It takes five minutes and is free."),
)


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation as a play: lines of the visitor and, marked with `>`, of an agent; `#` is a note."""

    name: str
    lines: Sequence[str]
    labels: Sequence[str] = ()
    ends: bool = False


CHATS: Final = (
    Chat(
        "Sofia Almeida",
        ("Do you do beards?", "> We do. It takes half an hour with Rui.", "Lovely, thank you"),
        ends=True,
    ),
    Chat(
        "Noah de Vries",
        ("Is the salt water spray back?", "> Since this morning. Shall I put one aside?", "Yes please, two"),
        ("Shop order",),
    ),
    Chat(
        "Lin Yue",
        (
            "请问周六下午可以染发吗？",
            "> 周六我们 16:00 关门，13:00 可以。",
            "# Prefers Ana; patch test first",
            "好的，谢谢",
        ),
        ("Colour",),
    ),
    Chat(
        "Emma Jansen",
        ("My colour turned a bit green after swimming. Can you help?",),
        ("Colour", "New client"),
    ),
    Chat("Omar Haddad", ("Can I bring my son along? He is four.", "> Of course. We have a book corner.")),
    Chat(
        "Julia Novak",
        ("How long does a bridal styling take?", "> About two hours, and a trial a week before."),
        ends=True,
    ),
    Chat("Daan Bakker", ("I am running ten minutes late!",)),
    Chat("", ("Hello, do you sell gift cards?",)),
)


class Doing(Protocol):
    """Runs an intent in the salon."""

    async def __call__(self, intent: Callable[[Work], Awaitable[T]], actor: Actor | None = None) -> T: ...


async def build_chats(do: Doing, schedule_id: str, service: str, owner: Member) -> None:
    """Open the inbox and play the conversations."""
    people = [owner]
    for name in ("Rui", "Ana"):
        ask = AddMember(name=name, email=f"{name.lower()}@example.org", role=Role.AGENT, password_hash=None)
        people.append(await do(partial(add_member, ask=ask, by=None)))
    settings = InboxSettings(tagline="Ask us anything, or book a time.", away=Away(service=service))
    draft = InboxDraft(slug=INBOX, name="Studio Nine", settings=settings, schedule_id=schedule_id)
    inbox = await do(partial(create_inbox, draft=draft))
    names = {name: (await do(partial(create_label, name=name, hue=hue))).id for name, hue in LABELS}
    for shortcut, body in CANNED:
        await do(partial(create_canned_reply, shortcut=shortcut, body=body))
    for number, chat in enumerate(CHATS):
        await _play(do, inbox, chat, [names[each] for each in chat.labels], people[number % len(people)])


async def _play(do: Doing, inbox: Inbox, chat: Chat, labels: list[str], agent: Member) -> None:
    guest = visitor_of(f"vst_{new_token(256)}", agent.workspace_id)
    visitor, member = Actor("visitor", guest.id), Actor("member", agent.id)
    ask = StartConversation(
        inbox_id=inbox.id,
        visitor_id=guest.id,
        client_id=new_token(),
        text=chat.lines[0],
        answers={"name": chat.name} if chat.name else {},
        page=Page(url="https://studio-nine.example/shop", title="Studio Nine, shop"),
        locale="en",
        zone="Europe/Amsterdam",
    )

    async def begin(work: Work) -> str:
        await remember_visitor(work, guest)
        return (await start_conversation(work, ask)).conversation.id

    room = await do(begin, visitor)
    if any(line[0] in ">#" for line in chat.lines):
        await do(partial(assign, ask=Assign(conversation_id=room, assignee_id=agent.id)), member)
    for line in chat.lines[1:]:
        if line[0] in ">#":
            said = SayAsMember(
                conversation_id=room,
                author=Author(AuthorKind.MEMBER, agent.id),
                client_id=new_token(),
                text=line[2:],
                note=line[0] == "#",
            )
            await do(partial(say_as_member, ask=said), member)
        else:
            heard = SayAsVisitor(conversation_id=room, visitor_id=guest.id, client_id=new_token(), text=line)
            await do(partial(say_as_visitor, ask=heard), visitor)
    if labels:
        await do(partial(label, conversation_id=room, add=labels, remove=()), member)
    if chat.ends:
        await do(partial(resolve, conversation_id=room), member)
