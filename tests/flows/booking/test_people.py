"""People: one contact per proof, nothing revealed by typing, and a person erased leaves the log whole."""

import pytest

from ringonce.booking.confirm import confirm_booking
from ringonce.booking.erase import erase_contact
from ringonce.booking.model import ConfirmBooking, HoldSlot
from ringonce.booking.queries import (
    BookingFilter,
    list_bookings,
    load_booking,
    load_public,
    read_history,
)
from ringonce.booking.refusals import BookingMissing
from ringonce.contacts.people import ContactMissing, IdentityTaken, load_contact, prove
from ringonce.kernel.eventlog import verify_chain
from ringonce.values.paging import PageAsk
from tests.support.world import CODES, WORKSPACE, World, details, key_of, minute, visitor

ADA, BOB = visitor(1), visitor(2)
TEN = minute("10:00")


async def test_one_visitor_is_one_contact(world: World) -> None:
    service = await world.service("Mara")
    first = await world.book(service, TEN, ADA)
    second = await world.book(service, minute("11:00"), ADA)
    assert first.contact_id == second.contact_id
    assert await world.count("contacts") == 1


async def test_a_typed_address_finds_nobody(world: World) -> None:
    """Bob types Ada's address: he is another contact, and hers learns nothing."""
    service = await world.service("Mara")
    ada = await world.book(service, TEN, ADA)
    bob = await world.book(service, minute("11:00"), BOB)
    assert ada.email == bob.email
    assert ada.contact_id != bob.contact_id
    known = await world.database.read(lambda tx: load_contact(tx, WORKSPACE, ada.contact_id or ""))
    assert [(one.kind, one.proved_at is not None) for one in known.identities] == [
        ("email", False),
        ("visitor", True),
    ]


async def test_a_proof_belongs_to_one_person(world: World) -> None:
    service = await world.service("Mara")
    ada, bob = await world.book(service, TEN, ADA), await world.book(service, minute("11:00"), BOB)
    await world.do(lambda work: prove(work, ada.contact_id or "", "email", "Ada@Example.org"))
    await world.do(lambda work: prove(work, ada.contact_id or "", "email", "ada@example.org"))
    with pytest.raises(IdentityTaken):
        await world.do(lambda work: prove(work, bob.contact_id or "", "email", "ada@example.org"))


async def test_erasing_a_person_leaves_the_chain_whole(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    form = details("Ada Lovelace", phone="+31 20 123 45 67", notes="blue door", guests=("bea@example.org",))
    ask = ConfirmBooking(details=form, hold=key_of(hold))
    told = await world.send(lambda work: confirm_booking(work, ask), ADA)
    bob = await world.book(service, minute("11:00"), BOB)
    contact_id = str(told.body["contact_id"])
    before = await world.database.read(lambda tx: read_history(tx, WORKSPACE, told.body["id"]))
    assert await world.do(lambda work: erase_contact(work, contact_id)) == 1
    assert await world.do(lambda work: erase_contact(work, contact_id)) == 1
    assert (await world.actions()).count("ContactErased") == 1
    erased = await world.database.read(lambda tx: load_booking(tx, CODES, WORKSPACE, told.body["id"]))
    assert (erased.name, erased.email, erased.phone, erased.notes, erased.guests) == ("", "", "", "", ())
    assert erased.state == "confirmed"
    assert await world.count("receipts", f"principal = 'visitor:{ADA.id}'") == 0
    assert await world.count("identities", f"contact_id = '{contact_id}'") == 0
    for word in ("Ada", "example.org", "blue door"):
        assert await world.count("log", f"refs LIKE '%{word}%'") == 0
    assert await world.database.read(lambda tx: read_history(tx, WORKSPACE, told.body["id"])) == before
    await verify_chain(world.database, WORKSPACE)
    kept = await world.database.read(lambda tx: load_booking(tx, CODES, WORKSPACE, bob.id))
    assert kept.name == "Ada Lovelace"
    with pytest.raises(ContactMissing):
        await world.do(lambda work: erase_contact(work, "ctc_nobody"))


async def test_the_code_is_not_in_the_database(world: World) -> None:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    found = await world.database.read(lambda tx: load_public(tx, CODES, WORKSPACE, booking.code))
    assert found == booking
    for table in ("bookings", "holds", "receipts", "log"):
        columns = "*"
        rows = await world.rows(f"SELECT {columns} FROM {table}")
        assert all(booking.code not in str(row) for row in rows)
    with pytest.raises(BookingMissing):
        await world.database.read(lambda tx: load_public(tx, CODES, WORKSPACE, booking.code[:-1] + "a"))


async def test_the_desk_pages_through_bookings(world: World) -> None:
    service, other = await world.service("Mara"), await world.service("Noor")
    for hour in range(9, 14):
        await world.book(service, minute(f"{hour}:00"), visitor(hour))
    await world.book(other, TEN, visitor(20))
    seen: list[int] = []
    after: tuple[str | int, ...] | None = None
    while True:
        page = PageAsk(limit=2, after=after)
        wanted = BookingFilter(service_id=service.id)
        got = await world.database.read(
            lambda tx, wanted=wanted, page=page: list_bookings(tx, CODES, WORKSPACE, wanted, page)  # type: ignore[misc]
        )
        seen += [one.start_minute for one in got.items]
        after = got.next_after
        if after is None:
            break
    assert seen == [minute(f"{hour}:00") for hour in range(9, 14)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (BookingFilter(word="LOVE"), 2),
        (BookingFilter(word="ada@"), 2),
        (BookingFilter(word="%"), 0),
        (BookingFilter(state="cancelled"), 0),
        (BookingFilter(state="confirmed"), 2),
        (BookingFilter(first_minute=TEN + 1), 1),
        (BookingFilter(last_minute=TEN), 0),
    ],
)
async def test_the_desk_filters(world: World, wanted: BookingFilter, found: int) -> None:
    service = await world.service("Mara")
    await world.book(service, TEN, ADA)
    await world.book(service, minute("11:00"), BOB)
    page = await world.database.read(lambda tx: list_bookings(tx, CODES, WORKSPACE, wanted, PageAsk()))
    assert len(page.items) == found


@pytest.mark.parametrize("word", ["Özil", "özil", "ÖZIL", "ivanov", "ИВАНОВ"])
async def test_a_name_is_found_in_every_script_and_case(world: World, word: str) -> None:
    service = await world.service("Mara")
    slot = HoldSlot(service_id=service.id, start_minute=TEN)
    ask = ConfirmBooking(details=details("Mesut Özil Иванов ivanov"), slot=slot)
    await world.do(lambda work: confirm_booking(work, ask), ADA)
    await world.book(service, minute("11:00"), BOB)
    found = await world.database.read(
        lambda tx: list_bookings(tx, CODES, WORKSPACE, BookingFilter(word=word), PageAsk())
    )
    assert [one.start_minute for one in found.items] == [TEN]


async def test_the_desk_filters_by_host(world: World) -> None:
    await world.book(await world.service("Mara"), TEN, ADA)
    await world.book(await world.service("Noor"), TEN, BOB)
    wanted = BookingFilter(host_id=world.hosts["Noor"])
    page = await world.database.read(lambda tx: list_bookings(tx, CODES, WORKSPACE, wanted, PageAsk()))
    assert [one.hosts for one in page.items] == [(world.hosts["Noor"],)]
