"""Writes and reads mails about conversations, and what is waited for before one is written."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, and_, bindparam, func, select, update

from ringonce.kernel.db import Row, Tx, in_list, json_array, statement
from ringonce.notify.chat_model import ChatLetterKind, ChatLetterRow, Side, Watch
from ringonce.notify.chat_tables import chat_letters, unseen_watches
from ringonce.values.ids import WorkspaceId

_W: Final[BindParameter[str]] = bindparam("workspace")
_OF: Final = and_(chat_letters.c.workspace_id == _W, chat_letters.c.id == bindparam("letter"))
_WATCH: Final = and_(
    unseen_watches.c.workspace_id == _W,
    unseen_watches.c.conversation_id == bindparam("conversation"),
    unseen_watches.c.side == bindparam("of_side"),
)

#: A burst keeps the time of its first message.
_WAIT_FOR: Final = statement(
    lambda insert: (
        insert(unseen_watches)
        .values(
            workspace_id=_W,
            conversation_id=bindparam("conversation"),
            side=bindparam("of_side"),
            due_at=bindparam("due"),
            told_seq=0,
            told_at=0,
        )
        .on_conflict_do_update(
            index_elements=["workspace_id", "conversation_id", "side"],
            set_={"due_at": func.coalesce(unseen_watches.c.due_at, bindparam("due"))},
        )
    )
)
_WATCHES_DUE: Final = statement(
    select(unseen_watches)
    .where(unseen_watches.c.due_at <= bindparam("now"))
    .order_by(unseen_watches.c.due_at)
    .limit(bindparam("most"))
)
_LOCK_WATCH: Final = statement(
    select(unseen_watches).where(_WATCH, unseen_watches.c.due_at <= bindparam("now")).with_for_update()
)
_SETTLE_WATCH: Final = statement(
    update(unseen_watches)
    .where(_WATCH)
    .values(due_at=bindparam("due"), told_seq=bindparam("told"), told_at=bindparam("told_when"))
)

_INSERT: Final = statement(lambda insert: insert(chat_letters).on_conflict_do_nothing())
_FIND: Final = statement(select(chat_letters).where(_OF))
_COUNT: Final = statement(
    select(func.count().label("written")).where(
        chat_letters.c.workspace_id == _W,
        chat_letters.c.conversation_id == bindparam("conversation"),
        in_list(chat_letters.c.kind, "kinds"),
        chat_letters.c.created_at > bindparam("since"),
    )
)
_COUNT_TO: Final = statement(
    select(func.count().label("written")).where(
        chat_letters.c.workspace_id == _W,
        # Plain ASCII by the rule for addresses, so that both engines fold it alike.
        func.lower(chat_letters.c.recipient) == bindparam("to_whom"),
        chat_letters.c.created_at > bindparam("since"),
    )
)
_DUE: Final = statement(
    select(chat_letters)
    .where(chat_letters.c.state == "pending", chat_letters.c.due_at <= bindparam("now"))
    .order_by(chat_letters.c.due_at)
    .limit(bindparam("most"))
)
# Taking a letter moves its due time on: two processes never send the same attempt.
_TAKE: Final = statement(
    update(chat_letters)
    .where(_OF, chat_letters.c.state == "pending", chat_letters.c.due_at <= bindparam("now"))
    .values(due_at=bindparam("until"), attempts=chat_letters.c.attempts + 1)
)
_SETTLE: Final = statement(
    update(chat_letters)
    .where(_OF, chat_letters.c.state == "pending")
    .values(
        state=bindparam("new_state"),
        due_at=bindparam("due"),
        problem=bindparam("why"),
        sent_at=bindparam("gone_at"),
    )
)
# What went to members stays: their addresses are their own.
_ERASE: Final = statement(
    update(chat_letters)
    .where(
        chat_letters.c.workspace_id == _W,
        in_list(chat_letters.c.conversation_id, "conversations"),
        chat_letters.c.member_id.is_(None),
    )
    .values(recipient="", state="erased", due_at=None, problem="")
)


async def wait_for(tx: Tx, workspace_id: WorkspaceId, conversation_id: str, side: Side, due_at: int) -> None:
    """Look at `due_at` whether a side has read; what is waited for already keeps its time."""
    await tx.run(
        _WAIT_FOR, workspace=workspace_id, conversation=conversation_id, of_side=side.value, due=due_at
    )


async def list_watches_due(tx: Tx, now: int, most: int) -> list[Watch]:
    """What should be looked at now, of every workspace."""
    return [_watch_of(row) for row in await tx.all(_WATCHES_DUE, now=now, most=most)]


async def lock_watch(tx: Tx, watch: Watch, now: int) -> Watch | None:
    """The watch, locked; None where another process has looked meanwhile."""
    row = await tx.one(
        _LOCK_WATCH,
        workspace=watch.workspace_id,
        conversation=watch.conversation_id,
        of_side=watch.side.value,
        now=now,
    )
    return None if row is None else _watch_of(row)


async def settle_watch(
    tx: Tx,
    watch: Watch,
    *,
    due_at: int | None = None,
    told_seq: int | None = None,
    told_at: int | None = None,
) -> None:
    """Say when to look again, if at all, and how far the side was told now."""
    await tx.run(
        _SETTLE_WATCH,
        workspace=watch.workspace_id,
        conversation=watch.conversation_id,
        of_side=watch.side.value,
        due=due_at,
        told=watch.told_seq if told_seq is None else told_seq,
        told_when=watch.told_at if told_at is None else told_at,
    )


async def insert_letters(tx: Tx, letters: Sequence[ChatLetterRow]) -> None:
    """Write letters; one that stands already is left as it is."""
    await tx.run_many(_INSERT, [_values(letter) for letter in letters])


async def count_since(
    tx: Tx, workspace_id: WorkspaceId, conversation_id: str, kinds: Sequence[ChatLetterKind], since: int
) -> int:
    """Letters of these kinds about one conversation that were written after `since` (ms)."""
    row = await tx.one(
        _COUNT,
        workspace=workspace_id,
        conversation=conversation_id,
        kinds=json_array([kind.value for kind in kinds]),
        since=since,
    )
    return 0 if row is None else int(row["written"])


async def count_to_since(tx: Tx, workspace_id: WorkspaceId, recipient: str, since: int) -> int:
    """Letters to one address, however it is capitalised, that were written after `since` (ms)."""
    row = await tx.one(_COUNT_TO, workspace=workspace_id, to_whom=recipient.lower(), since=since)
    return 0 if row is None else int(row["written"])


async def list_due(tx: Tx, now: int, most: int) -> list[ChatLetterRow]:
    """Letters that should go now, of every workspace."""
    return [_letter_of(row) for row in await tx.all(_DUE, now=now, most=most)]


async def find_letter(tx: Tx, workspace_id: WorkspaceId, letter_id: str) -> ChatLetterRow | None:
    """One letter."""
    row = await tx.one(_FIND, workspace=workspace_id, letter=letter_id)
    return None if row is None else _letter_of(row)


async def take(tx: Tx, letter: ChatLetterRow, now: int, until: int) -> bool:
    """Claim one attempt until `until`; False where another process has it."""
    return await tx.run(_TAKE, workspace=letter.workspace_id, letter=letter.id, now=now, until=until) == 1


async def settle(
    tx: Tx,
    letter: ChatLetterRow,
    state: str,
    *,
    due: int | None = None,
    why: str = "",
    gone_at: int | None = None,
) -> None:
    """Say how an attempt ended."""
    await tx.run(
        _SETTLE,
        workspace=letter.workspace_id,
        letter=letter.id,
        new_state=state,
        due=due,
        why=why,
        gone_at=gone_at,
    )


async def erase(tx: Tx, workspace_id: WorkspaceId, conversation_ids: Sequence[str]) -> None:
    """Forget the addresses that were no member's; what waits to go to one goes no more."""
    await tx.run(_ERASE, workspace=workspace_id, conversations=json_array(conversation_ids))


def _values(letter: ChatLetterRow) -> dict[str, Any]:
    return {name: getattr(letter, name) for name in ChatLetterRow.__slots__} | {"kind": letter.kind.value}


def _letter_of(row: Row) -> ChatLetterRow:
    values = {name: row[name] for name in ChatLetterRow.__slots__}
    return ChatLetterRow(**values | {"kind": ChatLetterKind(row["kind"])})


def _watch_of(row: Row) -> Watch:
    values = {name: row[name] for name in Watch.__slots__}
    return Watch(**values | {"side": Side(row["side"])})
