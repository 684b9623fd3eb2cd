"""SQL of the search in messages: those that carry every term, where each of them stands now."""

from functools import cache
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, func, literal_column, select

from ringonce.chat.tables import conversations, message_terms, messages, placements
from ringonce.contacts.tables import contact_terms, contacts
from ringonce.kernel.db import Statement, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
#: After every term that begins with a word.
END: Final = "\U0010ffff"
_PERSON: Final = contacts.alias("person")
_ROOT: Final = contacts.alias("root")


@cache
def candidates(words: int, prefixes: int) -> Statement:
    """Messages that carry so many whole terms and so many beginnings of terms, the newest first.

    Binds `word0`.. and `prefix0`.. with `end0`..; ids before `before_id`.
    """
    wanted = [_carried(number, prefix=False) for number in range(words)]
    wanted += [_carried(number, prefix=True) for number in range(prefixes)]
    return statement(
        select(
            messages.c.id,
            messages.c.body,
            placements.c.seq,
            placements.c.conversation_id.label("placed_in"),
        )
        .join(
            placements,
            and_(
                placements.c.workspace_id == messages.c.workspace_id,
                placements.c.message_id == messages.c.id,
            ),
        )
        .join(
            conversations,
            and_(
                conversations.c.workspace_id == placements.c.workspace_id,
                conversations.c.id == placements.c.conversation_id,
            ),
        )
        .where(
            messages.c.workspace_id == _W,
            messages.c.id < bindparam("before_id"),
            messages.c.erased_at.is_(None),
            placements.c.withdrawn_at.is_(None),
            # A merged conversation keeps its places, but its messages are shown in the winner.
            conversations.c.state != literal_column("'merged'"),
            *wanted,
        )
        .order_by(messages.c.id.desc())
        .limit(bindparam("most"))
    )


@cache
def people(words: int, prefixes: int) -> Statement:
    """People who carry every word in a name or an address, under the name that stands for them now."""
    wanted = [_carried(number, prefix=False, of=_PERSON) for number in range(words)]
    wanted += [_carried(number, prefix=True, of=_PERSON) for number in range(prefixes)]
    shown = func.coalesce(_ROOT.c.id, _PERSON.c.id)
    name = func.coalesce(_ROOT.c.name, _PERSON.c.name)
    seen = func.max(func.coalesce(_ROOT.c.seen_at, _PERSON.c.seen_at))
    return statement(
        select(shown.label("id"), name.label("name"))
        .select_from(_PERSON)
        .outerjoin(
            _ROOT, and_(_ROOT.c.workspace_id == _PERSON.c.workspace_id, _ROOT.c.id == _PERSON.c.merged_into)
        )
        .where(_PERSON.c.workspace_id == _W, _PERSON.c.erased_at.is_(None), *wanted)
        .group_by(shown, name)
        .order_by(seen.desc(), shown)
        .limit(bindparam("most"))
    )


def _carried(number: int, *, prefix: bool, of: Any = messages) -> ColumnElement[bool]:
    place = f"{'prefix' if prefix else 'word'}_{number}"
    table = message_terms if of is messages else contact_terms
    term: Any = table.alias(place).c
    owner = term.message_id if of is messages else term.contact_id
    if prefix:
        fits = and_(term.term >= bindparam(f"prefix{number}"), term.term < bindparam(f"end{number}"))
    else:
        fits = term.term == bindparam(f"word{number}")
    # Not a question asked of each row: a rare word would be looked for in every message there is.
    found: ColumnElement[bool] = of.c.id.in_(select(owner).where(term.workspace_id == _W, fits))
    return found
