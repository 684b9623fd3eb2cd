"""One person under two contacts: merged by hand, undone, found under every name."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from ringonce.booking.erase import erase_contact
from ringonce.contacts.edit import AttributesRefused, edit_contact
from ringonce.contacts.listing_queries import list_contacts, list_suggestions
from ringonce.contacts.merge import (
    MergeContacts,
    join_contacts,
    list_merges,
    merge_contacts,
    preview_contacts,
    undo_contacts,
)
from ringonce.contacts.model import Contact, EditContact
from ringonce.contacts.people import (
    ContactMissing,
    IdentityTaken,
    contact_of_visitor,
    family_of,
    load_contact,
    new_contact,
    note_typed,
    prove,
)
from ringonce.contacts.refusals import (
    MergeChain,
    MergeCycle,
    MergeFieldUnknown,
    MergeTooOld,
    MergeUndone,
    MergeWithItself,
)
from ringonce.identity.members import VersionBehind
from ringonce.kernel.eventlog import verify_chain
from ringonce.values.paging import PageAsk
from tests.support.world import WORKSPACE, World, all_at_once, visitor


async def person(world: World, name: str, **attributes: Any) -> str:
    made = await world.do(lambda work: new_contact(work, name))
    if attributes:
        ask = EditContact(contact_id=made, version=1, attributes=attributes)
        await world.do(lambda work: edit_contact(work, ask))
    return made


async def load(world: World, contact_id: str) -> Contact:
    return await world.database.read(lambda tx: load_contact(tx, WORKSPACE, contact_id))


async def merge(world: World, winner: str, *losers: str, **fields: str) -> str:
    named = {name.replace("__", "."): owner for name, owner in fields.items()}
    ask = MergeContacts(winner_id=winner, loser_ids=losers, fields=named)
    return (await world.do(lambda work: merge_contacts(work, ask))).id


async def found(world: World, query: str) -> list[str]:
    page = await world.database.read(lambda tx: list_contacts(tx, WORKSPACE, query, PageAsk()))
    return [each.id for each in page.items]


async def test_a_loser_is_another_name_of_the_winner(world: World) -> None:
    ada = await world.do(lambda work: contact_of_visitor(work, visitor(1).id, "Ada"))
    other = await world.do(lambda work: contact_of_visitor(work, visitor(2).id, "Lovelace"))
    await world.do(lambda work: note_typed(work, other, "email", "ada@example.org"))
    group = await merge(world, ada, other)
    assert await load(world, other) == await load(world, ada)
    # Both sessions, the proofs of either, and the addresses are one person's.
    assert await world.do(lambda work: contact_of_visitor(work, visitor(2).id, "")) == ada
    assert len((await load(world, ada)).identities) == 3
    assert await world.database.read(lambda tx: family_of(tx, WORKSPACE, other)) == (ada, other)
    assert await found(world, "lovelace") == [ada]
    await world.do(lambda work: undo_contacts(work, group))
    assert await world.do(lambda work: contact_of_visitor(work, visitor(2).id, "")) == other
    assert (await load(world, ada)).aliases == ()
    assert await found(world, "lovelace") == [other]
    await verify_chain(world.database, WORKSPACE)


async def test_a_preview_is_what_the_merge_does(world: World) -> None:
    ada = await person(world, "Ada", plan="pro", city="London")
    other = await person(world, "Countess", plan="free", age=36)
    ask = MergeContacts(winner_id=ada, loser_ids=(other,), fields={"attributes.plan": other})
    plan = await world.database.read(lambda tx: preview_contacts(tx, WORKSPACE, ask))
    assert (await load(world, other)).id == other
    promised = {one.field: dict(one.values).get(one.wins) for one in plan.fields}
    await world.do(lambda work: merge_contacts(work, ask))
    after = await load(world, ada)
    told = {"name": after.name} | {f"attributes.{key}": value for key, value in after.attributes.items()}
    assert promised == told
    assert told == {
        "name": "Ada",
        "attributes.plan": "free",
        "attributes.city": "London",
        "attributes.age": 36,
    }


async def test_undo_restores_what_nobody_changed_since(world: World) -> None:
    ada = await person(world, "Ada", plan="pro")
    other = await person(world, "Countess", plan="free", age=36)
    group = await merge(world, ada, other, name=other, attributes__plan=other)
    merged = await load(world, ada)
    assert (merged.name, merged.attributes) == ("Countess", {"plan": "free", "age": 36})
    edit = EditContact(contact_id=other, version=merged.version, attributes={"plan": "team"})
    await world.do(lambda work: edit_contact(work, edit))
    await world.do(lambda work: undo_contacts(work, group))
    back = await load(world, ada)
    assert (back.name, back.attributes) == ("Ada", {"plan": "team"})
    assert (await load(world, other)).attributes == {"plan": "free", "age": 36}
    with pytest.raises(MergeUndone):
        await world.do(lambda work: undo_contacts(work, group))


async def test_the_same_merge_is_one_merge_and_chains_are_refused(world: World) -> None:
    one, two, three = [await person(world, name) for name in ("One", "Two", "Three")]
    group = await merge(world, one, two)
    assert await merge(world, one, two) == group
    with pytest.raises(MergeCycle):
        await merge(world, two, one)
    with pytest.raises(MergeChain):
        await merge(world, three, one)
    with pytest.raises(MergeChain):
        await merge(world, three, two)
    with pytest.raises(MergeWithItself):
        await merge(world, one, one)
    with pytest.raises(MergeFieldUnknown):
        await merge(world, one, three, name=two)
    with pytest.raises(ContactMissing):
        await merge(world, one, "ctc_00000000000000000000000000")
    assert len(await world.database.read(lambda tx: list_merges(tx, WORKSPACE, [two]))) == 1


async def test_a_merge_is_undone_within_thirty_days(world: World) -> None:
    one, two = await person(world, "One"), await person(world, "Two")
    group = await merge(world, one, two)
    world.clock.move(timedelta(days=30, seconds=1))
    with pytest.raises(MergeTooOld):
        await world.do(lambda work: undo_contacts(work, group))


async def test_two_administrators_merge_each_other(world: World) -> None:
    for turn in range(5):
        pair = [await person(world, f"One {turn}"), await person(world, f"Two {turn}")]

        async def attempt(number: int, pair: list[str] = pair) -> str:
            try:
                await merge(world, pair[number], pair[1 - number])
            except (MergeCycle, MergeChain) as refusal:
                return refusal.code
            return "merged"

        async with asyncio.timeout(30):
            assert sorted(await all_at_once(2, attempt)) == ["merge-cycle", "merged"]


async def test_the_machine_avoids_a_chain_or_leaves_it_and_says_so(world: World) -> None:
    a, b, c, d = [await person(world, name) for name in "abcd"]
    await merge(world, b, c)
    assert await world.do(lambda work: join_contacts(work, a, b))
    # b has another name already, so it is a that becomes one.
    assert (await load(world, a)).id == b
    e = await person(world, "e")
    await merge(world, d, e)
    assert not await world.do(lambda work: join_contacts(work, b, d))
    assert "ContactsLeftApart" in await world.actions()


async def test_an_equal_address_only_suggests(world: World) -> None:
    ada, bob, eve = [await person(world, name) for name in ("Ada", "Bob", "Eve")]
    await world.do(lambda work: prove(work, ada, "email", "ada@example.org"))
    await world.do(lambda work: note_typed(work, bob, "email", " ADA@example.org"))
    await world.do(lambda work: note_typed(work, eve, "email", "eve@example.org"))
    told = await world.database.read(lambda tx: list_suggestions(tx, WORKSPACE, ada))
    assert [(each.id, by) for each, by in told] == [(bob, "email")]
    with pytest.raises(IdentityTaken):
        await world.do(lambda work: prove(work, bob, "email", "ada@example.org"))
    await merge(world, ada, bob)
    assert await world.database.read(lambda tx: list_suggestions(tx, WORKSPACE, ada)) == ()
    # A proof of one name is a proof of the person.
    await world.do(lambda work: prove(work, bob, "email", "ada@example.org"))


async def test_people_are_found_by_words(world: World) -> None:
    ada = await person(world, "Ada Lovelace", city="London")
    chen = await person(world, "陈小明")
    await world.do(lambda work: note_typed(work, ada, "email", "countess@example.org"))
    assert await found(world, "love") == [ada]
    assert await found(world, "小明") == [chen]
    assert await found(world, "countess@example.org") == [ada]
    assert await found(world, "london ada") == [ada]
    assert await found(world, "london chen") == []
    assert sorted(await found(world, "")) == sorted([ada, chen])
    await world.do(lambda work: erase_contact(work, ada))
    assert await found(world, "love") == []
    assert await world.count("contact_terms", f"contact_id = '{ada}'") == 0


async def test_erasing_a_person_erases_every_name(world: World) -> None:
    ada, other = await person(world, "Ada", plan="pro"), await person(world, "Countess", plan="free")
    await merge(world, ada, other, name=other)
    await world.do(lambda work: erase_contact(work, other))
    left = await world.rows("SELECT name, attributes, merged_into FROM contacts ORDER BY id")
    assert {(row["name"], row["attributes"]) for row in left} == {("", "{}")}
    kept = await world.rows("SELECT before, after FROM contact_merges")
    assert [(row["before"], row["after"]) for row in kept] == [("{}", "{}")]
    await verify_chain(world.database, WORKSPACE)


async def test_an_edit_of_something_older_is_refused(world: World) -> None:
    ada = await person(world, "Ada")
    change = EditContact(contact_id=ada, version=1, name="Ada L.")
    await world.do(lambda work: edit_contact(work, change))
    with pytest.raises(VersionBehind):
        await world.do(lambda work: edit_contact(work, change))
    many = EditContact(contact_id=ada, version=2, attributes={f"k{n}": n for n in range(51)})
    with pytest.raises(AttributesRefused):
        await world.do(lambda work: edit_contact(work, many))


async def test_a_phone_without_a_digit_suggests_nobody(world: World) -> None:
    ada, bob = await person(world, "Ada"), await person(world, "Bob")
    await world.do(lambda work: note_typed(work, ada, "phone", "----"))
    await world.do(lambda work: note_typed(work, bob, "phone", "----"))
    assert await world.count("identities", "kind = 'phone'") == 0
