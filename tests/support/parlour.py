"""A service, an inbox, a visitor who asks and an agent who offers times: chat and booking together."""

from dataclasses import dataclass
from typing import Any

from ringonce.booking.catalogue_edit import update_service
from ringonce.booking.catalogue_model import Service
from ringonce.chat.inbox_model import Away, Inbox, InboxDraft, InboxSettings, Prechat
from ringonce.chat.inboxes import create_inbox
from ringonce.chat.model import Author, AuthorKind, Placed, StartConversation
from ringonce.chat.queries import thread_after
from ringonce.chat.start import start_conversation
from ringonce.desk import queries
from ringonce.desk.book_in_chat import Booked, book_in_chat
from ringonce.desk.model import BookInChat, Offer, OfferTimes, Said, TakeOffer
from ringonce.desk.offers import Offered, offer_times, withdraw_offer
from ringonce.desk.refresh import KEEPER, refresh_offer
from ringonce.desk.take import Taken, take_offer
from ringonce.desk.teller import BookingTeller
from ringonce.kernel.execute import Intent
from ringonce.kernel.hub import Hub
from ringonce.kernel.outbox import Outbox
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import DomainError
from tests.support.world import OWNER, WORKSPACE, Outcome, World, visitor

AGENT = Author(AuthorKind.MEMBER, OWNER.id)
ADA = Said(name="Ada Lovelace", email="ada@example.org")


@dataclass
class Parlour:
    """One inbox and one service of a world."""

    world: World
    inbox: Inbox
    service: Service
    said: int = 0

    def client_id(self) -> str:
        self.said += 1
        return f"client-{self.said:06d}"

    async def start(self, number: int = 1) -> str:
        """A visitor writes; the conversation's id."""
        who = visitor(number)
        ask = StartConversation(
            inbox_id=self.inbox.id, visitor_id=who.id, client_id=self.client_id(), text="Is there time?"
        )
        started = await self.world.do(lambda work: start_conversation(work, ask), who)
        return started.conversation.id

    async def offer(self, conversation_id: str, *starts: int, **more: Any) -> Offered:
        """An agent offers times; none named: the next free ones."""
        ask = OfferTimes(
            **{"client_id": self.client_id(), "service_id": self.service.id, "starts": starts, **more}
        )
        return await self.world.do(lambda work: offer_times(work, conversation_id, AGENT, ask))

    def taking(self, message_id: str, start: int, number: int = 1, said: Said = ADA) -> Intent[Any]:
        """The intent of a tap."""
        ask = TakeOffer(
            message_id=message_id, visitor_id=visitor(number).id, start_minute=start, version=1, said=said
        )

        async def intent(work: Work) -> Taken | DomainError:
            return await take_offer(work, ask)

        return intent

    async def take(
        self, message_id: str, start: int, number: int = 1, said: Said = ADA
    ) -> Taken | DomainError:
        """A tap: what it led to, or the refusal that was returned."""
        return await self.world.do(self.taking(message_id, start, number, said), visitor(number))

    async def tap(self, message_id: str, start: int, number: int = 1) -> Outcome:
        """A tap under a key, as the edge would send it."""

        async def intent(work: Work) -> Any:
            taken = await self.taking(message_id, start, number)(work)
            if isinstance(taken, DomainError):
                return taken
            return {"booking": taken.booking.id, "receipt": taken.receipt.message.id}

        return await self.world.send(intent, visitor(number))

    async def only_lasts(self, *lengths: int) -> None:
        """The owner sells these lengths from now on."""
        was = self.service
        self.service = await self.world.do(
            lambda work: update_service(work, was.id, was.revision, {"lengths": lengths})
        )

    async def withdraw(self, message_id: str) -> Offered:
        return await self.world.do(lambda work: withdraw_offer(work, message_id))

    async def book(self, start: int, number: int = 1, **more: Any) -> Booked:
        """A booking in the widget."""
        ask = BookInChat(
            **{
                "inbox_id": self.inbox.id,
                "visitor_id": visitor(number).id,
                "client_id": self.client_id(),
                "service_id": self.service.id,
                "start_minute": start,
                "said": ADA,
                **more,
            }
        )
        return await self.world.do(lambda work: book_in_chat(work, ask), visitor(number))

    async def refresh(self, message_id: str) -> bool:
        return await self.world.do(lambda work: refresh_offer(work, message_id), KEEPER)

    async def find(self, message_id: str) -> Offer:
        """The offer as it is."""
        found = await self.world.database.read(lambda tx: queries.find_offer(tx, WORKSPACE, message_id))
        assert found is not None
        return found

    async def thread(self, conversation_id: str) -> list[Placed]:
        """What the visitor may read."""
        return await self.world.database.read(lambda tx: thread_after(tx, WORKSPACE, conversation_id, 0, 200))

    async def lines(self, conversation_id: str) -> list[str]:
        """The thread in words: kinds, and codes of events."""
        return [
            str(one.message.extra.get("code") or one.message.kind.value)
            for one in await self.thread(conversation_id)
        ]

    async def tell(self) -> None:
        """Let the conversations hear of their bookings, up to the end of the log."""
        world = self.world
        teller = BookingTeller(world.executor)
        outbox = Outbox(world.database, world.clock, Hub(), [teller], "evt_test")
        while await outbox.pass_once():
            continue


async def make_parlour(world: World, *hosts: str, actor: Actor = OWNER, **service: Any) -> Parlour:
    """An inbox that asks nothing, and a service of an hour."""
    made = await world.service(*(hosts or ("Mara",)), **service)
    settings = InboxSettings(prechat=Prechat(when="off"), away=Away(service=made.slug))
    draft = InboxDraft(slug="website", name="Website", settings=settings)
    inbox = await world.do(lambda work: create_inbox(work, draft), actor)
    return Parlour(world, inbox, made)
