"""An invented salon, made through the intents that owners and visitors use. It writes no table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from ringonce.availability.model import Mode, Rolling
from ringonce.booking.catalogue_edit import create_service
from ringonce.booking.catalogue_model import (
    Approval,
    Location,
    LocationKind,
    Question,
    QuestionKind,
    Service,
    ServiceDraft,
    ServiceHost,
    ServiceRules,
    TeamDraft,
    usual_questions,
)
from ringonce.booking.catalogue_teams import create_team
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.model import ConfirmBooking, Details, HoldSlot
from ringonce.booking.refusals import SlotRefusal
from ringonce.booking.scene import SceneAsk, load_scene
from ringonce.calendars.edit import create_host, create_schedule
from ringonce.calendars.model import HostDraft, HostKind, Role, ScheduleDraft
from ringonce.demo.chats import build_chats
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace
from ringonce.identity.visitors import remember_visitor, visitor_of
from ringonce.kernel.db import Database
from ringonce.kernel.execute import Executor
from ringonce.kernel.secrets import new_token
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import HostId, RequestId, TeamId, WorkspaceId
from ringonce.web.edge import Edge

T = TypeVar("T")

SLUG = "studio"
ZONE = "Europe/Amsterdam"
OWNER_EMAIL = "demo@example.org"
FIRST = "cut"
#: The service that the race page fights for: one person gives it, so a time is had once.
RACED = "beard"

HOUR = 60
DAY = ((9 * HOUR, 12 * HOUR), (13 * HOUR, 18 * HOUR))
SHORT_DAY = ((9 * HOUR, 12 * HOUR), (12 * HOUR + 30, 16 * HOUR))
WEEKLY = ((), DAY, DAY, DAY, DAY, SHORT_DAY, ())
STUDIO = Location(
    id="studio", kind=LocationKind.IN_PERSON, label="At the studio", value="Lange Nieuwstraat 9, Utrecht"
)
CALL = Location(id="call", kind=LocationKind.PHONE_HOST_CALLS, label="We call you")
PHONE = Question(id="phone", kind=QuestionKind.PHONE, label="Phone", required=True)
WISHES = Question(id="wishes", kind=QuestionKind.LONG_TEXT, label="Anything we should know")

GUESTS = (
    "Sofia Almeida", "Noah de Vries", "Lin Yue", "Emma Jansen", "Omar Haddad", "Julia Novak", "Daan Bakker",
    "Priya Raman", "Lucas Meyer", "Chiara Conti", "Zoe Martin", "Finn O’Brien", "Hana Sato", "Yara Costa",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Builder:
    """Runs intents in the salon's workspace."""

    executor: Executor
    database: Database
    workspace_id: WorkspaceId
    request_id: str

    async def do(self, intent: Callable[[Work], Awaitable[T]], actor: Actor | None = None) -> T:
        owner = Actor("system", "demo")
        return await self.executor.run(self.workspace_id, actor or owner, self.request_id, intent)


async def build_salon(edge: Edge, password_hash: str) -> None:
    """Make the workspace, its people, services and two weeks of bookings."""
    builder = Builder(edge.executor, edge.database, edge.ids.new(WorkspaceId), edge.ids.new(RequestId))
    ask = FoundWorkspace(
        token="",
        name="Mei Tanaka",
        email=OWNER_EMAIL,
        password_hash=password_hash,
        workspace_name="Studio Nine",
        slug=SLUG,
        zone=ZONE,
    )
    founded = await builder.do(lambda work: open_workspace(work, ask))
    draft = ScheduleDraft(name="Studio hours", zone=ZONE, weekly=WEEKLY, is_default=True)
    hours = await builder.do(lambda work: create_schedule(work, draft))
    people = {name: await _host(builder, name) for name in ("Ana", "Rui", "Mei")}
    room = await _host(builder, "Colour room", HostKind.RESOURCE)
    stylists = TeamDraft(slug="stylists", name="Stylists", zone=ZONE, hosts=tuple(people.values()))
    team = await builder.do(lambda work: create_team(work, stylists))
    made = [await _service(builder, draft) for draft in _drafts(people, room, team.id)]
    await _fill(builder, edge.clock.now(), made)
    await build_chats(builder.do, hours.id, FIRST, founded.owner)


async def _host(builder: Builder, name: str, kind: HostKind = HostKind.PERSON) -> HostId:
    host = await builder.do(lambda work: create_host(work, HostDraft(name=name, kind=kind)))
    return host.id


async def _service(builder: Builder, draft: ServiceDraft) -> Service:
    return await builder.do(lambda work: create_service(work, draft))


def _drafts(people: dict[str, HostId], room: HostId, team_id: TeamId) -> list[ServiceDraft]:
    rotating = tuple(ServiceHost(host_id=host, role=Role.ROTATING) for host in people.values())
    colourists = tuple(ServiceHost(host_id=people[name], role=Role.ROTATING) for name in ("Ana", "Mei"))
    in_room = ServiceHost(host_id=room, role=Role.GROUP, group_no=1)
    everybody = tuple(ServiceHost(host_id=host, role=Role.FIXED) for host in people.values())
    soon = ServiceRules(notice=60, window=Rolling(60), interval=30)
    with_wishes = (*usual_questions(), WISHES)
    return [
        ServiceDraft(
            slug=FIRST, title="Cut & finish", colour="#0e5359", price_text="€38, paid at the studio",
            description="Wash, cut and blow-dry. Come with your hair as you wear it on an ordinary day.",
            lengths=(45, 60), mode=Mode.ANY, hosts=rotating, rules=soon, locations=(STUDIO,),
            questions=with_wishes, cancel_until=24 * HOUR, move_until=24 * HOUR, position=1,
        ),
        ServiceDraft(
            slug="colour", title="Colour", colour="#8a4f7d", price_text="from €85",
            description="In the colour room, with ten minutes to clear up afterwards.", lengths=(90, 120),
            mode=Mode.ANY, hosts=(*colourists, in_room), locations=(STUDIO,), position=2,
            rules=ServiceRules(notice=120, window=Rolling(60), interval=30, after=10), questions=with_wishes,
        ),
        ServiceDraft(
            slug=RACED, title="Beard trim", colour="#a97a24", price_text="€18", lengths=(30,),
            description="With Rui, hot towel included.", rules=soon, locations=(STUDIO,), position=3,
            hosts=(ServiceHost(host_id=people["Rui"]),),
        ),
        ServiceDraft(
            slug="makeover", title="Makeover with all three", colour="#3b6e8f", price_text="€160",
            description="Cut, colour advice and styling: Ana, Rui and Mei at once.", lengths=(60,),
            mode=Mode.ALL, hosts=everybody, locations=(STUDIO,), position=4,
            rules=ServiceRules(notice=120, window=Rolling(60), interval=60),
        ),
        ServiceDraft(
            slug="braiding", title="Braiding class", colour="#5b5ea6", price_text="€25 a person",
            description="Up to eight people learn three braids.", seats=8, lengths=(90,),
            locations=(STUDIO,), position=5,
            hosts=(ServiceHost(host_id=people["Ana"]),),
            rules=ServiceRules(notice=120, window=Rolling(60), interval=180),
        ),
        ServiceDraft(
            slug="bridal", title="Bridal styling", colour="#9c5a3c", price_text="on request", lengths=(120,),
            description="Ask for a time; Mei answers within a day.", approval=Approval.ALWAYS, position=6,
            hosts=(ServiceHost(host_id=people["Mei"]),), locations=(STUDIO,), questions=with_wishes,
            rules=ServiceRules(notice=24 * HOUR, window=Rolling(60), interval=60),
        ),
        ServiceDraft(
            slug="advice", title="Advice by phone", colour="#4d7c59", price_text="free", lengths=(15, 30),
            description="One of the stylists calls you.", mode=Mode.ANY, hosts=rotating, team_id=team_id,
            locations=(CALL,), position=7, rules=soon,
            questions=(*usual_questions(), PHONE),
        ),
    ]  # fmt: skip


async def _fill(builder: Builder, now: int, made: list[Service]) -> None:
    """Book like a busy fortnight: each guest takes a free time of some service, as visitors do."""
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(ZONE)).date()
    for number, name in enumerate(GUESTS * 2):
        service = made[number * 5 % len(made)]
        on = today + timedelta(days=number * 3 % 13)
        await _book_one(
            builder, now, service, datetime(on.year, on.month, on.day, tzinfo=ZoneInfo(ZONE)), name, number
        )


async def _book_one(
    builder: Builder, now: int, service: Service, day: datetime, name: str, number: int
) -> None:
    first = int(day.timestamp()) // 60
    ask = SceneAsk(service_id=service.id, first_minute=first, last_minute=first + 5 * 24 * HOUR)
    scene = await builder.database.read(lambda tx: load_scene(tx, builder.workspace_id, ask, now))
    starts = [slot.start for slot in scene.offer.slots]
    if not starts:
        return
    guest = visitor_of(f"vst_{new_token(256)}", builder.workspace_id)
    address = f"{name.split()[0].lower()}@example.org"
    details = Details(name=name, email=address, zone=ZONE, phone="+31 30 123 45 67", answers={"wishes": ""})
    slot = HoldSlot(service_id=service.id, start_minute=starts[number * 7 % min(len(starts), 24)])

    async def book(work: Work) -> None:
        await remember_visitor(work, guest)
        await confirm_booking(work, ConfirmBooking(details=details, slot=slot))

    try:
        await builder.do(book, Actor("visitor", guest.id))
    except SlotRefusal:
        # Time has passed since the offer was read; a fortnight with one booking less will do.
        return
