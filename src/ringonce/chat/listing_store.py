"""SQL of the desk's lists: conversations with what stands beside them, and how many each view has."""

from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
)

from ringonce.chat.reading_store import READ_ELSEWHERE
from ringonce.chat.tables import (
    conversation_labels,
    conversations,
    mentions,
    merges,
    messages,
    placements,
    reads,
)
from ringonce.contacts.tables import contacts
from ringonce.kernel.db import Statement, in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_MEMBER: Final[BindParameter[str]] = bindparam("member_id")
_C: Final = conversations.c
_OPEN: Final = _C.state == literal_column("'open'")

_PERSON: Final = contacts.alias("person")
#: A merged contact is another name of the one that won.
_ROOT: Final = contacts.alias("root")

_UNREAD: Final = (
    select(func.count())
    .select_from(placements)
    .join(
        messages,
        and_(messages.c.workspace_id == placements.c.workspace_id, messages.c.id == placements.c.message_id),
    )
    .where(
        placements.c.workspace_id == _C.workspace_id,
        placements.c.conversation_id == _C.id,
        placements.c.from_visitor == 1,
        # Nobody can read what was erased.
        messages.c.erased_at.is_(None),
        placements.c.withdrawn_at.is_(None),
        placements.c.seq
        > func.coalesce(
            select(reads.c.seq)
            .where(
                reads.c.workspace_id == _C.workspace_id,
                reads.c.conversation_id == _C.id,
                reads.c.member_id == _MEMBER,
            )
            # Named, or it would range over every conversation that the member has read.
            .correlate(conversations)
            .scalar_subquery(),
            0,
        ),
        not_(READ_ELSEWHERE),
    )
    .correlate(conversations)
    .scalar_subquery()
)
_WORDS: Final = or_(
    *(messages.c.kind == literal_column(f"'{kind}'") for kind in ("text", "note", "offer", "receipt"))
)
_LAST: Final = (
    select(placements.c.message_id)
    .join(
        messages,
        and_(messages.c.workspace_id == placements.c.workspace_id, messages.c.id == placements.c.message_id),
    )
    .where(
        placements.c.workspace_id == _C.workspace_id,
        placements.c.conversation_id == _C.id,
        placements.c.withdrawn_at.is_(None),
        _WORDS,
    )
    .order_by(placements.c.seq.desc())
    .limit(1)
    .correlate(conversations)
    .scalar_subquery()
)
_SHOWN: Final = messages.alias("shown")
_MERGED: Final = (
    select(func.count())
    .where(
        merges.c.workspace_id == _C.workspace_id, merges.c.winner_id == _C.id, merges.c.undone_at.is_(None)
    )
    .correlate(conversations)
    .scalar_subquery()
)
_MENTIONED: Final = exists(
    select(mentions.c.message_id)
    .join(
        placements,
        and_(
            placements.c.workspace_id == mentions.c.workspace_id,
            placements.c.message_id == mentions.c.message_id,
        ),
    )
    .where(
        mentions.c.workspace_id == _C.workspace_id,
        mentions.c.member_id == _MEMBER,
        mentions.c.seen_at.is_(None),
        placements.c.conversation_id == _C.id,
        placements.c.withdrawn_at.is_(None),
    )
    .correlate(conversations)
)

_FILTERS: Final[dict[str, ColumnElement[bool]]] = {
    "state": _C.state == bindparam("state"),
    "standing": _C.state != literal_column("'merged'"),
    "mine": _C.assignee_id == _MEMBER,
    "unassigned": _C.assignee_id.is_(None),
    "mentions": _MENTIONED,
    "inbox_id": _C.inbox_id == bindparam("inbox_id"),
    "team_id": _C.team_id == bindparam("team_id"),
    "assignee_id": _C.assignee_id == bindparam("assignee_id"),
    "label_id": exists().where(
        conversation_labels.c.workspace_id == _C.workspace_id,
        conversation_labels.c.conversation_id == _C.id,
        conversation_labels.c.label_id == bindparam("label_id"),
    ),
    # Whatever name the person has: her own, one that was merged into hers, or the one hers was merged into.
    "contact_id": or_(
        _C.contact_id == bindparam("contact_id"),
        func.coalesce(_PERSON.c.merged_into, _PERSON.c.id) == bindparam("contact_id"),
        func.coalesce(_PERSON.c.merged_into, _PERSON.c.id)
        == select(contacts.c.merged_into)
        .where(contacts.c.workspace_id == _W, contacts.c.id == bindparam("contact_id"))
        .scalar_subquery(),
    ),
    "ids": in_list(_C.id, "ids"),
    "after": or_(
        _C.last_message_at < bindparam("after_at"),
        and_(_C.last_message_at == bindparam("after_at"), _C.id < bindparam("after_id")),
    ),
}


@cache
def list_statement(filters: frozenset[str]) -> Statement:
    """The list under these filters, newest words first. One text for each set: an index serves each well."""
    columns: list[Any] = [
        *_C,
        func.coalesce(_ROOT.c.id, _PERSON.c.id, _C.contact_id).label("person_id"),
        func.coalesce(_ROOT.c.name, _PERSON.c.name, "").label("person_name"),
        _UNREAD.label("unread"),
        _MERGED.label("number_of_merged"),
        _SHOWN.c.body.label("preview_body"),
        _SHOWN.c.author_kind.label("preview_author"),
        _SHOWN.c.created_at.label("preview_at"),
    ]
    return statement(
        select(*columns)
        .outerjoin(_PERSON, and_(_PERSON.c.workspace_id == _C.workspace_id, _PERSON.c.id == _C.contact_id))
        .outerjoin(
            _ROOT, and_(_ROOT.c.workspace_id == _PERSON.c.workspace_id, _ROOT.c.id == _PERSON.c.merged_into)
        )
        .outerjoin(_SHOWN, and_(_SHOWN.c.workspace_id == _C.workspace_id, _SHOWN.c.id == _LAST))
        .where(_C.workspace_id == _W, *(_FILTERS[name] for name in sorted(filters)))
        .order_by(_C.last_message_at.desc(), _C.id.desc())
        .limit(bindparam("most"))
    )


def _how_many(wanted: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((wanted, 1), else_=0)), 0)


COUNTS: Final = statement(
    select(
        _how_many(_C.assignee_id == _MEMBER).label("mine"),
        _how_many(_C.assignee_id.is_(None)).label("unassigned"),
        func.count().label("all"),
    ).where(_C.workspace_id == _W, _OPEN)
)
COUNT_MENTIONS: Final = statement(
    select(func.count().label("mentions"))
    .select_from(conversations)
    .where(_C.workspace_id == _W, _C.state != literal_column("'merged'"), _MENTIONED)
)
#: Where the messages of "#12" stand now.
BY_NUMBER: Final = statement(
    select(func.coalesce(_C.merged_into, _C.id).label("id")).where(
        _C.workspace_id == _W, _C.number == bindparam("number")
    )
)
#: Conversations of these people, whatever name they were begun under.
OF_PEOPLE: Final = statement(
    select(_C.id)
    .join(_PERSON, and_(_PERSON.c.workspace_id == _C.workspace_id, _PERSON.c.id == _C.contact_id))
    .where(
        _C.workspace_id == _W,
        _C.state != literal_column("'merged'"),
        in_list(func.coalesce(_PERSON.c.merged_into, _PERSON.c.id), "ids"),
    )
    .order_by(_C.last_message_at.desc())
    .limit(bindparam("most"))
)
