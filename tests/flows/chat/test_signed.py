"""Signed identities: two devices are one person, another person sees nothing, nobody learns who exists."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from ringonce.chat import start
from ringonce.chat.inbox_model import Inbox
from ringonce.chat.inboxes import rotate_secret
from ringonce.chat.merge import merge_conversations
from ringonce.chat.merge_model import MergeGroup
from ringonce.chat.model import StartConversation
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.signed import Identified, identify, secret_of
from ringonce.chat.start import start_conversation
from ringonce.chat.unify import unify_contact
from ringonce.chat.unmerge import undo_merge
from ringonce.contacts import people
from ringonce.contacts.listing_queries import list_contacts
from ringonce.contacts.merge import MergeContacts, merge_contacts
from ringonce.contacts.people import find_proved, load_contact, note_typed
from ringonce.contacts.signed import IdentityRefused
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace
from ringonce.kernel.db import Row
from ringonce.kernel.eventlog import verify_chain
from ringonce.kernel.execute import Intent
from ringonce.kernel.work import Work
from ringonce.values.paging import PageAsk
from tests.flows.chat.talk import Talk, check_gapless, open_inbox, read_inbox
from tests.support.identity_tokens import jwt
from tests.support.world import CODES, WORKSPACE, World, all_at_once, visitor


@dataclass
class Site:
    """A site that signs its people in."""

    talk: Talk

    @property
    def world(self) -> World:
        return self.talk.world

    def token(self, sub: str, *, inbox: Inbox | None = None, **claims: Any) -> str:
        where = inbox or self.talk.inbox
        soon = self.world.clock.now() // 1000 + 3600
        return jwt(
            secret_of(CODES, where),
            {"wsp": "studio", "inb": where.slug, "sub": sub, "exp": soon, **claims},
        )

    async def identify(self, number: int, sub: str, **claims: Any) -> Identified:
        return await self.show(number, self.token(sub, **claims))

    async def show(self, number: int, token: str) -> Identified:
        who = visitor(number)
        inbox = await read_inbox(self.world, self.talk.inbox.id)
        return await self.world.do(lambda work: identify(work, who.id, inbox, token), who)


@pytest_asyncio.fixture
async def site(world: World) -> AsyncIterator[Site]:
    ask = FoundWorkspace(
        token="",
        name="Olive Owner",
        email="olive@example.com",
        password_hash="none",
        workspace_name="Studio",
        slug="studio",
        zone="UTC",
    )
    await world.do(lambda work: open_workspace(work, ask))
    yield Site(await open_inbox(world))


async def test_two_devices_of_one_person_are_one_conversation(site: Site) -> None:
    first = await site.talk.start(1)
    site.world.clock.move(timedelta(minutes=1))
    second = await site.talk.start(2)
    everything = sorted(await site.talk.standing(first) + await site.talk.standing(second))
    assert (await site.identify(1, "u-7", name="Ada")).contact.name == "Ada"
    told = await site.identify(2, "u-7")
    assert told.conversation is not None
    assert (told.conversation.id, told.joined) == (first, True)
    assert sorted(await site.talk.standing(first)) == everything
    places = await site.talk.places(first)
    check_gapless(places)
    assert sum('"merged"' in row["extra"] and "identity" in row["extra"] for row in places) == 1
    assert (await site.talk.session(2))["conversation_id"] == first
    merged = await site.world.rows("SELECT cause, merged_by FROM conversation_merges")
    assert [row["cause"] for row in merged] == ["identity"]
    assert [await owner_of(site.world, number) for number in (1, 2)] == [told.contact.id] * 2
    await verify_chain(site.world.database, WORKSPACE)


async def owner_of(world: World, number: int) -> str:
    """The contact that a session belongs to."""
    who = visitor(number).id
    found = await world.database.read(lambda tx: find_proved(tx, WORKSPACE, "visitor", who))
    assert found is not None
    return found


async def test_a_new_device_joins_what_the_person_has_open(site: Site) -> None:
    first = await site.talk.start(1)
    await site.identify(1, "u-7")
    told = await site.identify(2, "u-7")
    assert told.conversation is not None
    assert (told.conversation.id, told.joined) == (first, True)
    said = await site.talk.say(2, first)
    assert said.placed.conversation_id == first
    again = await site.identify(2, "u-7")
    assert not again.joined


async def test_saying_it_again_writes_nothing(site: Site) -> None:
    await site.talk.start(1)
    await site.identify(1, "u-7", name="Ada")
    before = await site.world.actions()
    places = await site.world.count("placements")
    await site.identify(1, "u-7", name="Ada")
    assert await site.world.actions() == before
    assert await site.world.count("placements") == places


async def test_another_person_on_the_same_browser_sees_nothing(site: Site) -> None:
    first = await site.talk.start(1)
    await site.identify(1, "u-7", name="Ada")
    told = await site.identify(1, "u-8", name="Bob")
    assert (told.contact.name, told.conversation) == ("Bob", None)
    with pytest.raises(ConversationMissing):
        await site.talk.say(1, first)
    assert await site.world.count("conversation_visitors", f"visitor_id = '{visitor(1).id}'") == 0
    assert (await site.talk.session(1))["conversation_id"] is None
    anew = await site.talk.start(1)
    assert anew != first
    # Ada's own device still has hers.
    back = await site.identify(2, "u-7")
    assert back.conversation is not None
    assert back.conversation.id == first


async def test_an_undo_gives_a_browser_nothing_of_whose_it_was_before(site: Site) -> None:
    await site.identify(1, "alice")
    hers, other = await site.talk.start(1), await site.talk.start(2)
    group = await site.world.do(lambda work: merge_conversations(work, other, [hers]))
    await site.identify(1, "bob")
    await site.world.do(lambda work: undo_merge(work, group.id))
    assert (await site.talk.session(1))["conversation_id"] is None
    assert (await site.talk.row(hers))["state"] == "open"
    assert await site.talk.start(1) not in (hers, other)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"wsp": "other"}, "other-workspace"),
        ({"inb": "shop"}, "other-inbox"),
        ({"exp": 1}, "expired"),
        ({"exp": 2**40}, "lives-too-long"),
    ],
)
async def test_a_refusal_changes_nothing(site: Site, claims: dict[str, Any], told: str) -> None:
    await site.talk.start(1)
    before = await site.world.actions()
    with pytest.raises(IdentityRefused) as refused:
        await site.identify(1, "u-7", **claims)
    assert refused.value.params == {"reason": told}
    assert await site.world.actions() == before
    assert await site.world.count("identities", "kind = 'signed'") == 0


async def test_a_token_of_another_inbox_is_forged_here(site: Site) -> None:
    other = await open_inbox(site.world, "shop")
    token = site.token("u-7", inbox=replace(other.inbox, slug="website"))
    with pytest.raises(IdentityRefused) as refused:
        await site.show(1, token)
    assert refused.value.params == {"reason": "forged"}


async def test_a_refusal_does_not_tell_whether_the_person_exists(site: Site) -> None:
    await site.identify(1, "u-7", email="ada@example.org")
    told = []
    for sub in ("u-7", "nobody"):
        token = site.token(sub)
        with pytest.raises(IdentityRefused) as refused:
            await site.show(2, token[:-2] + ("AA" if token[-2:] != "AA" else "BB"))
        told.append(refused.value.params)
    assert told[0] == told[1] == {"reason": "forged"}


async def test_the_secret_before_holds_for_a_while_after_a_rotation(site: Site) -> None:
    old = site.token("u-7", exp=site.world.clock.now() // 1000 + 24 * 3600)
    inbox_id = site.talk.inbox.id
    version = site.talk.inbox.version
    await site.world.do(lambda work: rotate_secret(work, inbox_id, version, 3_600_000))
    assert (await site.show(1, old)).contact.id
    new = site.token("u-8", inbox=await read_inbox(site.world, inbox_id))
    assert (await site.show(2, new)).contact.id
    site.world.clock.move(timedelta(hours=1, seconds=1))
    with pytest.raises(IdentityRefused) as refused:
        await site.show(3, old)
    assert refused.value.params == {"reason": "forged"}


async def test_an_address_in_a_token_is_proved_and_joins_who_proved_it_before(site: Site) -> None:
    await site.talk.start(1)
    ada = await owner_of(site.world, 1)
    await site.world.do(lambda work: note_typed(work, ada, "email", "ada@example.org"))
    told = await site.identify(2, "u-7", email="Ada@Example.org")
    # Typing proved nothing: they stay two.
    assert told.contact.id != ada
    proved = [one for one in told.contact.identities if one.kind == "email"]
    assert [(one.value, one.proved_at is not None) for one in proved] == [("ada@example.org", True)]
    # The site says that these are two people with one mailbox.
    other = await site.identify(3, "u-8", email="ada@example.org")
    assert other.contact.id != told.contact.id
    assert "ContactsLeftApart" in await site.world.actions()


async def test_twenty_devices_at_once_are_one_person_and_one_conversation(site: Site) -> None:
    starts = [await site.talk.start(number) for number in range(1, 7)]
    said = [each for start in starts for each in await site.talk.standing(start)]

    async def attempt(number: int) -> str:
        return (await site.identify(number % 6 + 1, "u-7")).contact.id

    await all_at_once(12, attempt)
    page = await site.world.database.read(lambda tx: list_contacts(tx, WORKSPACE, "", PageAsk()))
    assert len(page.items) == 1
    live = await site.world.rows("SELECT id FROM conversations WHERE state <> 'merged'")
    assert len(live) == 1
    assert sorted(await site.talk.standing(live[0]["id"])) == sorted(said)
    for number in range(1, 7):
        assert (await site.talk.session(number))["conversation_id"] == live[0]["id"]


async def texts(site: Site, conversation_id: str) -> int:
    return sum(row["kind"] == "text" for row in await site.talk.places(conversation_id))


async def test_a_second_device_begins_where_the_first_one_did(site: Site) -> None:
    for number in (1, 2):
        await site.identify(number, "u-7")
    first = await site.talk.start(1)
    assert await site.talk.start(2) == first
    assert (await site.talk.session(2))["conversation_id"] == first
    assert await texts(site, first) == 2
    # Who has shown nothing begins alone.
    assert await site.talk.start(3) != first


async def test_six_devices_of_one_person_that_begin_at_once_are_one_conversation(site: Site) -> None:
    for number in range(1, 7):
        await site.identify(number, "u-7")
    begun = await all_at_once(6, lambda number: site.talk.start(number + 1))
    assert len(set(begun)) == 1
    assert await texts(site, begun[0]) == 6
    check_gapless(await site.talk.places(begun[0]))


@pytest.mark.parametrize("engine", ["postgresql"])
@pytest.mark.parametrize("locked", [True, False])
async def test_the_row_of_the_contact_is_what_makes_the_second_device_wait(
    engine: str, locked: bool, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two devices of one person begin at once; without the lock each finds nothing live."""
    for number in (1, 2):
        told = await site.identify(number, "u-7")
    together = asyncio.Barrier(2)
    look = start._live_of_person

    async def looked_and_met(work: Work, participation: Row, contact_id: str) -> Row | None:
        found = await look(work, participation, contact_id)
        if found is None:
            with suppress(TimeoutError, asyncio.BrokenBarrierError):
                async with asyncio.timeout(2):
                    await together.wait()
        return found

    async def unlocked(*_: Any) -> str:
        return told.contact.id

    monkeypatch.setattr(start, "_live_of_person", looked_and_met)
    if not locked:
        monkeypatch.setattr(people, "contact_of_visitor", unlocked)
    begun = await all_at_once(2, lambda number: site.talk.start(number + 1))
    assert len(set(begun)) == (1 if locked else 2)


async def test_a_retry_of_whose_browser_it_was_tells_the_next_person_nothing(site: Site) -> None:
    await site.identify(1, "alice")
    who, said = visitor(1), "client-of-alice"
    ask = StartConversation(
        inbox_id=site.talk.inbox.id, visitor_id=who.id, client_id=said, text="for nobody else"
    )
    await site.world.do(lambda work: start_conversation(work, ask), who)
    await site.identify(1, "bob")
    with pytest.raises(ConversationMissing):
        await site.world.do(lambda work: start_conversation(work, ask), who)


async def test_a_signed_phone_without_a_digit_is_no_phone(site: Site) -> None:
    for number in (1, 2):
        told = await site.identify(number, f"u-{number}", phone="n/a")
        assert [one.kind for one in told.contact.identities if one.kind == "phone"] == []


async def test_uniting_avoids_a_chain_or_leaves_it_and_says_so(site: Site) -> None:
    """Two conversations of one person have both been merged into: one stays apart, for people to decide."""
    talk, world = site.talk, site.world
    ids = []
    for number in range(1, 6):
        world.clock.move(timedelta(minutes=1))
        ids.append(await talk.start(number))
    for winner, loser in ((ids[1], ids[2]), (ids[3], ids[4])):
        await world.do(merging(winner, loser))
    people = [await owner_of(world, number) for number in (1, 2, 4)]
    ask = MergeContacts(winner_id=people[0], loser_ids=tuple(people[1:]), cause="import")
    await world.do(lambda work: merge_contacts(work, ask))
    groups = await world.do(lambda work: unify_contact(work, people[0], cause="import"))
    # The oldest has no merges of its own, so it goes into the next one that has.
    assert [(each.winner_id, each.loser_ids) for each in groups] == [(ids[1], (ids[0],))]
    assert (await talk.row(ids[3]))["state"] == "open"
    assert "ConversationLeftApart" in await world.actions()
    contact = await world.database.read(lambda tx: load_contact(tx, WORKSPACE, people[0]))
    assert len(contact.aliases) == 2


def merging(winner: str, loser: str) -> Intent[MergeGroup]:
    async def intent(work: Work) -> MergeGroup:
        return await merge_conversations(work, winner, [loser])

    return intent
