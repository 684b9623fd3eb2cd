"""Whose turn it is: conversations of nobody go round among the agents who are there.

Locks, after the conversation: the agents' rows by id, and only then is counted what each has in hand. Two
starts at once therefore count one after the other, and nobody is given more than she can take.
"""

from collections.abc import Sequence
from typing import Final

from ringonce.chat import agents_store, store
from ringonce.chat.desk_events import ConversationAssigned
from ringonce.chat.model import SYSTEM, Draft, MessageKind, State
from ringonce.chat.placing import place
from ringonce.kernel.db import Row, json_array
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
    if not await _takes_turns(work, row["inbox_id"]):
        return False
    found = await work.tx.all(
        agents_store.CANDIDATES,
        workspace_id=work.workspace_id,
        inbox_id=row["inbox_id"],
        team_id=row["team_id"] or "",
        now=work.now,
        one=member_id,
    )
    agent = await _next(work, [each["member_id"] for each in found])
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


async def serve_waiting(work: Work, member_id: str) -> int:
    """An agent has come, or has room again: give her waiting conversations, those who wait longest first.

    Answers how many. An intent of its own: it locks conversations before agents.
    """
    wanted = await work.tx.all(agents_store.WAITING, workspace_id=work.workspace_id, most=_AT_ONCE)
    ids = [each["id"] for each in wanted]
    locked = {}
    for conversation_id in sorted(ids):
        row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
        if row is not None and row["id"] == conversation_id:
            locked[conversation_id] = row
    work.locked()
    return sum([await take_turn(work, locked[each], member_id) for each in ids if each in locked])


async def present_agents(work: Work) -> tuple[str, ...]:
    """Who is there and online, for a worker that serves the waiting one agent after the other."""
    rows = await work.tx.all(agents_store.PRESENT, workspace_id=work.workspace_id, now=work.now)
    return tuple(row["member_id"] for row in rows)


async def _takes_turns(work: Work, inbox_id: str) -> bool:
    row = await work.tx.one(agents_store.SETTINGS_OF_INBOX, workspace_id=work.workspace_id, inbox_id=inbox_id)
    return row is not None and store.from_text(row["settings"]).get("assignment") != "manual"


async def _next(work: Work, candidates: Sequence[str]) -> str | None:
    if not candidates:
        return None
    ids = json_array(sorted(candidates))
    agents = await work.tx.all(agents_store.LOCK_AGENTS, workspace_id=work.workspace_id, ids=ids)
    loads = {
        each["assignee_id"]: each["n"]
        for each in await work.tx.all(agents_store.LOADS, workspace_id=work.workspace_id, ids=ids)
    }
    free = [
        each
        for each in agents
        # Read under the lock: she may have left, or filled up, while this waited.
        if each["status"] == "online"
        and each["present_until"] > work.now
        and loads.get(each["member_id"], 0) < each["capacity"]
    ]
    if not free:
        return None
    first = min(free, key=lambda each: (each["assigned_at"], each["member_id"]))
    return str(first["member_id"])
