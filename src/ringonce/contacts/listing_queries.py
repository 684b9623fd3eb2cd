"""Reads of people for the desk: a list with search, and contacts that may be one person."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import BindParameter, and_, bindparam, func, or_, select

from ringonce.contacts import store
from ringonce.contacts.model import Contact
from ringonce.contacts.people import family_of, load_contact, to_contact
from ringonce.contacts.tables import contact_terms, contacts, identities
from ringonce.kernel.db import Row, Tx, in_list, json_array, statement
from ringonce.values.paging import Page, PageAsk
from ringonce.values.terms import Needle, holds, needles_of

# A search looks at so many hits of each word at most.
_HITS_MOST = 2_000
_SUGGESTED_MOST = 20
_LAST = 2**62

_W: BindParameter[str] = bindparam("workspace_id")
c, t, i = contacts.c, contact_terms.c, identities.c
_ROOT = func.coalesce(c.merged_into, c.id)
_BEFORE = or_(
    c.seen_at < bindparam("before_at"),
    and_(c.seen_at == bindparam("before_at"), c.id < bindparam("before_id")),
)
_SHOWN = and_(c.workspace_id == _W, c.merged_into.is_(None), c.erased_at.is_(None), _BEFORE)
_NEWEST = (c.seen_at.desc(), c.id.desc())

_LIST = statement(select(contacts).where(_SHOWN).order_by(*_NEWEST).limit(bindparam("most")))
_LIST_IN = statement(
    select(contacts).where(_SHOWN, in_list(c.id, "ids")).order_by(*_NEWEST).limit(bindparam("most"))
)
_BY_TERM = statement(
    select(_ROOT.label("root"))
    .distinct()
    .select_from(contact_terms.join(contacts, and_(c.workspace_id == t.workspace_id, c.id == t.contact_id)))
    .where(t.workspace_id == _W, t.term == bindparam("word"))
    .limit(bindparam("most"))
)
# Terms are sorted by their bytes on both engines, so that what begins with a word is a range.
_BY_PREFIX = statement(
    select(_ROOT.label("root"))
    .distinct()
    .select_from(contact_terms.join(contacts, and_(c.workspace_id == t.workspace_id, c.id == t.contact_id)))
    .where(t.workspace_id == _W, t.term >= bindparam("word"), t.term < bindparam("word_end"))
    .limit(bindparam("most"))
)
_EQUAL = statement(
    select(_ROOT.label("root"), i.kind, i.value)
    .distinct()
    .select_from(identities.join(contacts, and_(c.workspace_id == i.workspace_id, c.id == i.contact_id)))
    .where(
        i.workspace_id == _W,
        i.kind == bindparam("kind"),
        i.value == bindparam("value"),
        c.erased_at.is_(None),
    )
    .limit(bindparam("most"))
)
_WORDS_OF = statement(
    select(_ROOT.label("root"), c.name, c.attributes).where(
        c.workspace_id == _W, in_list(_ROOT, "ids"), c.erased_at.is_(None)
    )
)
_ADDRESSES_OF = statement(
    select(_ROOT.label("root"), i.value)
    .select_from(identities.join(contacts, and_(c.workspace_id == i.workspace_id, c.id == i.contact_id)))
    .where(i.workspace_id == _W, i.kind != "visitor", in_list(_ROOT, "ids"), c.erased_at.is_(None))
)


async def list_contacts(tx: Tx, workspace_id: str, query: str, ask: PageAsk) -> Page[Contact]:
    """People, who was seen last first, without aliases and erased people. `query`: all words must fit."""
    at, before = ask.after or (_LAST, "")
    place = {"workspace_id": workspace_id, "before_at": at, "before_id": before, "most": ask.limit + 1}
    if query.strip():
        found = await _search(tx, workspace_id, query)
        rows = await tx.all(_LIST_IN, **place, ids=json_array(sorted(found)))
    else:
        rows = await tx.all(_LIST, **place)
    shown = rows[: ask.limit]
    people = tuple([await _contact(tx, workspace_id, row) for row in shown])
    more = len(rows) > ask.limit
    return Page(people, (shown[-1]["seen_at"], shown[-1]["id"]) if more else None)


async def list_suggestions(tx: Tx, workspace_id: str, contact_id: str) -> tuple[tuple[Contact, str], ...]:
    """Others with the same address, typed or proved, and which kind of address it is; for members only.

    Raises ContactMissing.
    """
    person = await load_contact(tx, workspace_id, contact_id)
    found: dict[str, str] = {}
    for identity in person.identities:
        if identity.kind in ("email", "phone"):
            rows = await tx.all(
                _EQUAL,
                workspace_id=workspace_id,
                kind=identity.kind,
                value=identity.value,
                most=_SUGGESTED_MOST,
            )
            for row in rows:
                if row["root"] != person.id:
                    found.setdefault(row["root"], identity.kind)
    listed = list(found.items())[:_SUGGESTED_MOST]
    return tuple([(await load_contact(tx, workspace_id, each), kind) for each, kind in listed])


async def _search(tx: Tx, workspace_id: str, query: str) -> set[str]:
    found: set[str] | None = None
    for needle in needles_of(query):
        for term in needle.terms:
            place = {"workspace_id": workspace_id, "word": term, "most": _HITS_MOST}
            if needle.prefix:
                rows = await tx.all(_BY_PREFIX, **place, word_end=term + "\U0010ffff")
            else:
                rows = await tx.all(_BY_TERM, **place)
            hits = {row["root"] for row in rows}
            found = hits if found is None else found & hits
    return await those_that_hold(tx, workspace_id, found or set(), needles_of(query))


async def those_that_hold(
    tx: Tx, workspace_id: str, contact_ids: Iterable[str], needles: tuple[Needle, ...]
) -> set[str]:
    """Those of these people (by the name that stands for them) in whose words every needle really stands.

    Pairs of characters may all be there without the word: the tables propose, the text decides.
    """
    wanted = set(contact_ids)
    if not wanted or all(len(needle.terms) < 2 for needle in needles):
        return wanted
    texts: dict[str, list[str]] = {each: [] for each in wanted}
    place = {"workspace_id": workspace_id, "ids": json_array(sorted(wanted))}
    for row in await tx.all(_WORDS_OF, **place):
        attributes = msgspec.json.decode(row["attributes"]).values()
        texts[row["root"]] += [row["name"], *(each for each in attributes if isinstance(each, str))]
    for row in await tx.all(_ADDRESSES_OF, **place):
        texts[row["root"]].append(row["value"])
    return {each for each, words in texts.items() if holds("\n".join(words), needles)}


async def _contact(tx: Tx, workspace_id: str, row: Row) -> Contact:
    known = await tx.all(store.IDENTITIES_OF, workspace_id=workspace_id, contact_id=row["id"])
    aliases: Sequence[str] = (await family_of(tx, workspace_id, row["id"]))[1:]
    return to_contact(row, known, tuple(aliases))
