"""From a booking to a mailbox: each happening is told once to each person, by a real mail server."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.message import Message

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from icalendar import Calendar

from ringonce.booking.catalogue_model import Approval
from ringonce.booking.change import add_guests, cancel_booking
from ringonce.booking.decide import approve_request, reject_request
from ringonce.booking.erase import erase_contact
from ringonce.booking.model import (
    AddGuests,
    Booking,
    BookingRef,
    CancelBooking,
    DecideRequest,
    MoveBooking,
)
from ringonce.booking.move import move_booking
from ringonce.booking.sweep import find_due, sweep
from ringonce.contacts.merge import MergeContacts, merge_contacts
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.hub import Hub
from ringonce.kernel.outbox import Outbox
from ringonce.notify import store
from ringonce.notify.draw import draw
from ringonce.notify.mail_queries import find_mail, list_kept
from ringonce.notify.model import LetterRow
from ringonce.notify.post import SmtpPost
from ringonce.notify.postman import Postman
from ringonce.notify.queries import sequence_at
from ringonce.notify.write import LetterWriter
from ringonce.values.paging import PageAsk
from ringonce.web.messages import say
from tests.support.clock import MovableClock
from tests.support.world import CODES, WORKSPACE, World, details, intent_of, make_world, minute, visitor


@dataclass
class Mailbox:
    """A mail server that keeps what it gets, and refuses when told to."""

    got: list[Message] = field(default_factory=list)
    answer: str = "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        if self.answer.startswith("250") and isinstance(envelope.content, bytes):
            self.got.append(message_from_bytes(envelope.content))
        return self.answer


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
async def smtp_url(mailbox: Mailbox) -> AsyncIterator[str]:
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(mailbox), "127.0.0.1", 0)
    yield f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    await server.wait_closed()


@dataclass
class Office:
    """A world whose letters are written and carried when the test says so."""

    world: World
    outbox: Outbox
    postman: Postman
    clock: MovableClock

    async def work(self) -> None:
        await self.outbox.pass_once()
        while await self.postman.round():
            continue

    async def letters(self) -> list[LetterRow]:
        async def read(tx: Tx) -> list[LetterRow]:
            page = await list_kept(tx, WORKSPACE, PageAsk(limit=200))
            found = [await find_mail(tx, WORKSPACE, mail.id) for mail in page.items]
            return [each for each in found if isinstance(each, LetterRow)]

        return sorted(await self.world.database.read(read), key=lambda letter: (letter.seq, letter.id))


def writer(database: Database, clock: MovableClock, *, is_posted: bool) -> LetterWriter:
    return LetterWriter(
        database=database,
        codes=CODES,
        clock=clock,
        is_posted=is_posted,
        language=lambda locale: "zh-CN" if locale.startswith("zh") else "en",
        written=lambda: None,
    )


@pytest.fixture
async def office(database: Database, clock: MovableClock, smtp_url: str) -> Office:
    world = make_world(database, clock)
    ask = FoundWorkspace(
        token="",
        name="Owner",
        email="owner@example.org",
        password_hash="",
        workspace_name="Studio Nine",
        slug="studio",
        zone="Europe/Amsterdam",
        locale="en",
    )
    await world.do(intent_of(open_workspace, ask))
    outbox = Outbox(database, clock, Hub(), [writer(database, clock, is_posted=True)], "test")
    post = SmtpPost(smtp_url, "Studio Nine <desk@example.org>")
    postman = Postman(
        database=database, clock=clock, codes=CODES, post=post, words=say, base_url="https://book.example.org"
    )
    return Office(world, outbox, postman, clock)


def words_in(message: Message) -> str:
    """The plain text of a mail."""
    part = next(part for part in message.walk() if part.get_content_type() == "text/plain")
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    return raw.decode()


def entry_of(message: Message) -> tuple[str, str, str]:
    """UID, SEQUENCE and METHOD of the invitation in a mail."""
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    calendar = Calendar.from_ical(raw)
    event = calendar.walk("VEVENT")[0]
    return str(event["UID"]), str(event["SEQUENCE"]), str(calendar["METHOD"])


async def booked(office: Office, **more: object) -> Booking:
    service = await office.world.service("Mei", **more)  # type: ignore[arg-type]
    return await office.world.book(service, minute("10:00"), visitor(1))


async def test_one_booking_one_mail_with_an_invitation(office: Office, mailbox: Mailbox) -> None:
    booking = await booked(office)
    await office.work()
    await office.work()
    assert [message["To"] for message in mailbox.got] == ["ada@example.org"]
    assert entry_of(mailbox.got[0]) == (booking.ics_uid, "0", "REQUEST")
    assert f"https://book.example.org/studio/b/{booking.code}" in words_in(mailbox.got[0])


async def test_the_entry_keeps_its_uid_through_moves_and_ends_with_it(
    office: Office, mailbox: Mailbox
) -> None:
    booking = await booked(office)
    ref = BookingRef(booking_id=booking.id)
    moved = await office.world.do(
        intent_of(
            move_booking, MoveBooking(booking=ref, version=booking.version, start_minute=minute("14:00"))
        )
    )
    ended = await office.world.do(
        intent_of(cancel_booking, CancelBooking(booking=ref, version=moved.version))
    )
    await office.work()
    assert [entry_of(message) for message in mailbox.got] == [
        (booking.ics_uid, "0", "REQUEST"),
        (booking.ics_uid, "1", "REQUEST"),
        (booking.ics_uid, "2", "CANCEL"),
    ]
    assert ended.ics_sequence == 2


async def test_the_sequence_of_letters_is_that_of_the_booking_after_every_change(office: Office) -> None:
    service = await office.world.service("Mei", approval=Approval.ALWAYS)
    asked = await office.world.book(service, minute("10:00"), visitor(1))
    ref = BookingRef(booking_id=asked.id)
    now = await office.world.do(
        intent_of(approve_request, DecideRequest(booking_id=asked.id, version=asked.version))
    )
    now = await office.world.do(
        intent_of(add_guests, AddGuests(booking=ref, version=now.version, guests=("bob@example.org",)))
    )
    now = await office.world.do(
        intent_of(move_booking, MoveBooking(booking=ref, version=now.version, start_minute=minute("14:00")))
    )
    rejected = await office.world.book(service, minute("11:00"), visitor(2))
    no = await office.world.do(
        intent_of(reject_request, DecideRequest(booking_id=rejected.id, version=rejected.version))
    )
    for booking in (now, no):
        counted = await office.world.database.read(
            lambda tx, booking=booking: sequence_at(tx, WORKSPACE, booking.id, 10_000)  # type: ignore[misc]
        )
        assert counted == booking.ics_sequence


async def test_a_request_is_told_and_then_its_answer(office: Office, mailbox: Mailbox) -> None:
    asked = await booked(office, approval=Approval.ALWAYS)
    await office.work()
    await office.world.do(
        intent_of(approve_request, DecideRequest(booking_id=asked.id, version=asked.version))
    )
    await office.work()
    assert [letter.kind.value for letter in await office.letters()] == ["requested", "approved"]
    assert "text/calendar" not in str(mailbox.got[0])
    assert entry_of(mailbox.got[1])[2] == "REQUEST"


async def test_only_the_new_guests_are_told(office: Office, mailbox: Mailbox) -> None:
    booking = await booked(office)
    ask = AddGuests(
        booking=BookingRef(booking_id=booking.id), version=booking.version, guests=("bob@example.org",)
    )
    await office.work()
    await office.world.do(intent_of(add_guests, ask))
    await office.work()
    assert [message["To"] for message in mailbox.got] == ["ada@example.org", "bob@example.org"]
    assert booking.code not in words_in(mailbox.got[1])


async def test_a_guest_of_a_request_is_promised_nothing(office: Office, mailbox: Mailbox) -> None:
    asked = await booked(office, approval=Approval.ALWAYS)
    await office.work()
    ask = AddGuests(
        booking=BookingRef(booking_id=asked.id), version=asked.version, guests=("bob@example.org",)
    )
    await office.world.do(intent_of(add_guests, ask))
    await office.work()
    (letter,) = [each for each in await office.letters() if each.recipient == "bob@example.org"]
    assert letter.kind.value == "requested"
    (mail,) = [message for message in mailbox.got if message["To"] == "bob@example.org"]
    assert "text/calendar" not in str(mail)


@pytest.mark.parametrize("end", ["rejected", "expired"])
async def test_a_moved_request_that_fails_leaves_no_calendar(
    office: Office, mailbox: Mailbox, end: str
) -> None:
    asked = await booked(office, approval=Approval.ALWAYS)
    now = await office.world.do(
        intent_of(approve_request, DecideRequest(booking_id=asked.id, version=asked.version))
    )
    await office.work()
    ref = BookingRef(code=asked.code)
    move = MoveBooking(booking=ref, version=now.version, start_minute=minute("14:00"))
    now = await office.world.do(intent_of(move_booking, move), visitor(1))
    assert now.state == "requested"
    # Bob was never told a time that stands.
    ask = AddGuests(booking=ref, version=now.version, guests=("bob@example.org",))
    now = await office.world.do(intent_of(add_guests, ask), visitor(1))
    if end == "rejected":
        await office.world.do(
            intent_of(reject_request, DecideRequest(booking_id=now.id, version=now.version))
        )
    else:
        office.clock.move(timedelta(hours=24))
        for due in await office.world.database.read(lambda tx: find_due(tx, office.clock.now())):
            await office.world.do(intent_of(sweep, due))
    await office.work()
    last = {letter.recipient: letter for letter in await office.letters()}
    assert {letter.kind.value for letter in last.values()} == {end}
    ada = [message for message in mailbox.got if message["To"] == "ada@example.org"]
    assert entry_of(ada[-1]) == (asked.ics_uid, "3", "CANCEL")
    bob = [message for message in mailbox.got if message["To"] == "bob@example.org"]
    assert "text/calendar" not in str(bob[-1])


async def test_the_letter_is_in_the_zone_and_language_of_the_guest(office: Office, mailbox: Mailbox) -> None:
    service = await office.world.service("Mei")
    hold = await office.world.hold(service, minute("10:00"), visitor(1))
    await office.world.confirm(hold, visitor(1), details("王小明", zone="Asia/Shanghai", locale="zh-CN"))
    await office.work()
    assert "2026年12月2日星期三 18:00–19:00" in words_in(mailbox.got[0])


async def test_a_server_that_is_down_delays_and_loses_nothing(office: Office, mailbox: Mailbox) -> None:
    mailbox.answer = "451 try later"
    await booked(office)
    await office.work()
    assert [letter.state for letter in await office.letters()] == ["pending"]
    mailbox.answer = "250 OK"
    await office.work()
    assert mailbox.got == []
    office.clock.move(timedelta(minutes=1))
    await office.work()
    assert len(mailbox.got) == 1
    assert [letter.state for letter in await office.letters()] == ["sent"]


async def test_an_address_that_is_refused_for_good_is_not_tried_again(
    office: Office, mailbox: Mailbox
) -> None:
    mailbox.answer = "550 no such person"
    await booked(office)
    await office.work()
    (letter,) = await office.letters()
    assert letter.state == "failed"
    assert "550" in letter.problem


async def test_an_address_that_no_letter_can_carry_holds_up_nobody(office: Office, mailbox: Mailbox) -> None:
    service = await office.world.service("Mei")
    hold = await office.world.hold(service, minute("10:00"), visitor(1))
    await office.world.confirm(hold, visitor(1), details(email="jörg@example.org"))
    await office.world.book(service, minute("11:00"), visitor(2))
    await office.work()
    assert [letter.state for letter in await office.letters()] == ["failed", "sent"]
    assert [message["To"] for message in mailbox.got] == ["ada@example.org"]


async def test_two_postmen_carry_a_letter_once(office: Office, mailbox: Mailbox) -> None:
    await booked(office)
    await office.outbox.pass_once()
    (letter,) = await office.letters()
    now, until = office.clock.now(), office.clock.now() + 60_000
    taken = [
        await office.world.database.write(lambda tx: store.take(tx, letter, now, until)) for _ in range(2)
    ]
    assert taken == [True, False]
    await office.work()
    assert mailbox.got == []


async def test_a_flood_about_one_booking_waits_for_a_person(office: Office, mailbox: Mailbox) -> None:
    booking = await booked(office)
    ref = BookingRef(booking_id=booking.id)
    version = booking.version
    for turn in range(7):
        start = minute("14:00") if turn % 2 == 0 else minute("10:00")
        moved = await office.world.do(
            intent_of(move_booking, MoveBooking(booking=ref, version=version, start_minute=start))
        )
        version = moved.version
    await office.work()
    assert len(mailbox.got) == 5
    assert [letter.state for letter in await office.letters()] == ["sent"] * 5 + ["held"] * 3


async def test_without_a_mail_server_the_desk_shows_the_letter_with_its_link(
    database: Database, clock: MovableClock, office: Office
) -> None:
    booking = await booked(office)
    outbox = Outbox(database, clock, Hub(), [writer(database, clock, is_posted=False)], "test")
    await outbox.pass_once()
    (kept,) = await office.letters()
    assert kept.state == "kept"
    drawn = await database.read(
        lambda tx: draw(tx, CODES, kept, words=say, base_url="http://localhost:8400", sender="a@example.org")
    )
    assert drawn is not None
    assert f"http://localhost:8400/studio/b/{booking.code}" in drawn.text


async def test_a_stolen_database_shows_no_link(office: Office) -> None:
    booking = await booked(office)
    await office.outbox.pass_once()
    assert not [letter for letter in await office.letters() if booking.code in repr(letter)]


async def test_erasing_a_person_erases_the_address(office: Office) -> None:
    booking = await booked(office)
    await office.work()
    assert booking.contact_id is not None
    contact_id = booking.contact_id
    await office.world.do(lambda work: erase_contact(work, contact_id))
    await office.work()
    (letter,) = await office.letters()
    assert (letter.recipient, letter.state) == ("", "erased")


async def test_erasing_a_merged_person_erases_every_address_of_theirs(
    office: Office, mailbox: Mailbox
) -> None:
    service = await office.world.service("Mei")
    booked = [await office.world.book(service, minute(f"1{n}:00"), visitor(n)) for n in (1, 2)]
    await office.outbox.pass_once()
    winner, loser = (str(booking.contact_id) for booking in booked)
    ask = MergeContacts(winner_id=winner, loser_ids=(loser,))
    await office.world.do(lambda work: merge_contacts(work, ask))
    await office.world.do(lambda work: erase_contact(work, winner))
    await office.work()
    assert [(letter.recipient, letter.state) for letter in await office.letters()] == [("", "erased")] * 2
    assert mailbox.got == []
