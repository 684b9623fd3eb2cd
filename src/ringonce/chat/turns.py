"""Whose turn it is: conversations of nobody go round among the agents who are there.

Locks, after the conversation: the agents' rows by id, and only then is counted what each has in hand. Two
starts at once therefore count one after the other, and nobody is given more than she can take.
"""

from collections.abc import Sequence
from typing import Final

from ringonce.chat import agents_store, inbox_store, store
from ringonce.chat.desk_events import ConversationAssigned
from ringonce.chat.inbox_model import InboxSettings
from ringonce.chat.inbox_store import settings_of
from ringonce.chat.model import SYSTEM, Draft, MessageKind, State
from ringonce.chat.placing import place
from ringonce.kernel.db import Row, Statement, Tx, json_array
from ringonce.kernel.work import Work

#: How many waiting conversations one intent gives out at most: it holds all their locks.
_AT_ONCE: Final = 50


async def take_turn(work: Work, row: Row, member_id: str = "") -> bool:
    """Give a locked, open conversation of nobody to the next agent; False: there is none, or it needs none.

    Among those who are online, there, of its inbox and team, and below capacity: who was given one longest
    ago. `member_id` asks for this agent alone.
    """
    if row["state"] != State.OPEN.value or row["assignee_id"] is not None:
        return False
    rules = await _rules_of_turns(work, row["inbox_id"])
    if rules is None:
        return False
    candidates = await _candidates(work, row["inbox_id"], row["team_id"] or "", member_id)
    agent = await _next(work, candidates, rules.capacity)
    if agent is None:
        return False
    await work.tx.run(
        agents_store.SET_ASSIGNED, workspace_id=work.workspace_id, member_id=agent, now=work.now
    )
    row["assignee_id"] = agent
    row["assigned_at"] = work.now
    # Whoever acts, she did not choose this: the system did.
    told = {"code": "assigned", "assignee_id": agent, "auto": True}
    await place(work, row, Draft(author=SYSTEM, kind=MessageKind.EVENT, extra=told))
    work.append(
        ConversationAssigned(
            **store.fact_of(row), assignee_id=agent, before_id=None, team_id=row["team_id"], auto=True
        )
    )
    return True


async def serve_waiting(work: Work, member_id: str = "", inbox_id: str = "") -> int:
    """Give out waiting conversations, those who wait longest first: to an agent who has come or has room
    again, or to whose turn it is; of one inbox, or of every inbox that goes by turns.

    Answers how many. An intent of its own: it locks conversations before agents.
    """
    wanted = await work.tx.all(
        agents_store.WAITING,
        workspace_id=work.workspace_id,
        queues=json_array(await _queues_with_room(work, member_id, inbox_id)),
        most=_AT_ONCE,
    )
    ids = [each["id"] for each in wanted]
    locked = {}
    for conversation_id in sorted(ids):
        row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
        if row is not None and row["id"] == conversation_id:
            locked[conversation_id] = row
    work.locked()
    return sum([await take_turn(work, locked[each], member_id) for each in ids if each in locked])


async def list_waiting(tx: Tx, now: int) -> list[tuple[str, str]]:
    """Workspaces and inboxes where somebody waits for an agent while one is there. For the worker."""
    rows = await tx.all(agents_store.WAITING_IN, now=now)
    return [(row["workspace_id"], row["inbox_id"]) for row in rows]


async def _rules_of_turns(work: Work, inbox_id: str) -> InboxSettings | None:
    """An inbox's rules; None where people assign by hand."""
    row = await work.tx.one(inbox_store.FIND_INBOX, workspace_id=work.workspace_id, id=inbox_id)
    rules = None if row is None else settings_of(row["settings"])
    return rules if rules is not None and rules.assignment == "round-robin" else None


async def _queues_with_room(work: Work, member_id: str, inbox_id: str) -> list[str]:
    """Inboxes by turns, each with a team or none, where an agent may have room for what waits.

    The others are left out beforehand: what waits there longest would stand in front of everybody else.
    """
    found = await work.tx.all(inbox_store.LIST_INBOXES, workspace_id=work.workspace_id)
    rules = {each["id"]: settings_of(each["settings"]) for each in found if inbox_id in ("", each["id"])}
    by_turns = [each for each, settings in rules.items() if settings.assignment == "round-robin"]
    queues = await work.tx.all(
        agents_store.QUEUES, workspace_id=work.workspace_id, inbox_ids=json_array(by_turns)
    )
    open_to_some = []
    for each in queues:
        candidates = await _candidates(work, each["inbox_id"], each["team_id"], member_id)
        if await _free(work, candidates, rules[each["inbox_id"]].capacity, agents_store.FIND_AGENTS):
            open_to_some.append(f"{each['inbox_id']}/{each['team_id']}")
    return open_to_some


async def _candidates(work: Work, inbox_id: str, team_id: str, member_id: str) -> list[str]:
    found = await work.tx.all(
        agents_store.CANDIDATES,
        workspace_id=work.workspace_id,
        inbox_id=inbox_id,
        team_id=team_id,
        now=work.now,
        one=member_id,
    )
    return [str(each["member_id"]) for each in found]


async def _next(work: Work, candidates: Sequence[str], capacity: int) -> str | None:
    free = await _free(work, candidates, capacity, agents_store.LOCK_AGENTS)
    if not free:
        return None
    first = min(free, key=lambda each: (each["assigned_at"], each["member_id"]))
    return str(first["member_id"])


async def _free(work: Work, candidates: Sequence[str], capacity: int, read: Statement) -> list[Row]:
    """Those of the candidates who are there and can take one more."""
    if not candidates:
        return []
    ids = json_array(sorted(candidates))
    agents = await work.tx.all(read, workspace_id=work.workspace_id, ids=ids)
    loads = {
        each["assignee_id"]: each["n"]
        for each in await work.tx.all(agents_store.LOADS, workspace_id=work.workspace_id, ids=ids)
    }
    return [
        each
        for each in agents
        # Where it is read under the lock: she may have left, or filled up, while this waited.
        if each["status"] == "online"
        and each["present_until"] > work.now
        and loads.get(each["member_id"], 0) < (each["capacity"] or capacity)
    ]
