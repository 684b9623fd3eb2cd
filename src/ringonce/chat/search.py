"""Search in messages: the tables propose, the text decides. Every word must be in one message.

Words of messages enter the tables with the message (`placing`) and leave them when it is erased.
"""

from typing import Final

from ringonce.chat import listing_store, search_store
from ringonce.chat.desk_model import Hit
from ringonce.contacts.listing_queries import those_that_hold
from ringonce.kernel.db import Tx, json_array
from ringonce.values.terms import Needle, excerpt_of, holds, needles_of

#: Candidates read at a time, and how many times.
_PAGE: Final = 200
_PAGES: Final = 10
#: After every id, whatever language a database sorts by.
_LAST: Final = "msg_" + 40 * "z"


async def find_messages(
    tx: Tx, workspace_id: str, query: str, most: int, *, page: int = _PAGE
) -> tuple[Hit, ...]:
    """Messages that hold every word, the newest first, with a stretch of plain text around the hit."""
    needles = needles_of(query)
    if not needles:
        return ()
    words, prefixes, values = _terms(needles)
    asked = search_store.candidates(words, prefixes)
    hits: list[Hit] = []
    before = _LAST
    for _ in range(_PAGES):
        rows = await tx.all(asked, workspace_id=workspace_id, before_id=before, most=page, **values)
        hits += [
            Hit(
                conversation_id=row["placed_in"],
                message_id=row["id"],
                seq=row["seq"],
                excerpt=excerpt_of(row["body"], needles),
            )
            for row in rows
            # A set of pairs may be there without the word.
            if holds(row["body"], needles)
        ]
        if len(hits) >= most or len(rows) < page:
            break
        before = rows[-1]["id"]
    return tuple(hits[:most])


async def find_conversations(tx: Tx, workspace_id: str, query: str, most: int = 500) -> tuple[str, ...]:
    """Conversations that hold the words in one message, or have this number ("#12"), or this person."""
    found = {hit.conversation_id: None for hit in await find_messages(tx, workspace_id, query, most)}
    number = query.strip().removeprefix("#")
    if number.isdecimal() and len(number) < 10:
        row = await tx.one(listing_store.BY_NUMBER, workspace_id=workspace_id, number=int(number))
        if row is not None:
            found[row["id"]] = None
    people = await find_people(tx, workspace_id, query, 100)
    ids = json_array([person_id for person_id, _ in people])
    for row in await tx.all(listing_store.OF_PEOPLE, workspace_id=workspace_id, ids=ids, most=most):
        found[row["id"]] = None
    return tuple(found)


async def find_people(tx: Tx, workspace_id: str, query: str, most: int) -> tuple[tuple[str, str], ...]:
    """Ids and names of people who carry every word in their names or addresses, who was seen last first."""
    needles = needles_of(query)
    if not needles:
        return ()
    words, prefixes, values = _terms(needles)
    asked = search_store.people(words, prefixes)
    rows = await tx.all(asked, workspace_id=workspace_id, most=_PAGE + most, **values)
    held = await those_that_hold(tx, workspace_id, [row["id"] for row in rows], needles)
    return tuple((row["id"], row["name"]) for row in rows if row["id"] in held)[:most]


def _terms(needles: tuple[Needle, ...]) -> tuple[int, int, dict[str, str]]:
    words = [term for needle in needles if not needle.prefix for term in needle.terms]
    words = list(dict.fromkeys(words))[:12]
    prefixes = [needle.terms[0] for needle in needles if needle.prefix]
    values = {f"word{number}": word for number, word in enumerate(words)}
    values |= {f"prefix{number}": word for number, word in enumerate(prefixes)}
    values |= {f"end{number}": word + search_store.END for number, word in enumerate(prefixes)}
    return len(words), len(prefixes), values
