"""Agents: their status, whether they are there, how many conversations they are given at once."""

from collections.abc import Iterable
from typing import Final

from ringonce.chat import agents_store
from ringonce.chat.desk_events import AgentCapacityChanged, AgentStatusChanged
from ringonce.chat.desk_model import Agent, Status
from ringonce.chat.desk_refusals import AgentUnknown
from ringonce.kernel.db import Row, Tx, json_array
from ringonce.kernel.work import Work

#: What an agent without a number of her own is shown to take: what an inbox says unless its owner changed it.
CAPACITY: Final = 10
#: Milliseconds for which one beat of a socket counts: three beats may be lost.
PRESENT_FOR: Final = 90_000


async def set_status(work: Work, member_id: str, status: Status) -> Agent:
    """An agent says whether she takes conversations. Raises AgentUnknown; the same again is no fact."""
    row = await lock_agent(work, member_id)
    if row["status"] != status.value:
        await work.tx.run(
            agents_store.SET_STATUS,
            workspace_id=work.workspace_id,
            member_id=member_id,
            new_status=status.value,
        )
        work.append(AgentStatusChanged(member_id, status.value))
    return await load_agent(work.tx, work.workspace_id, member_id)


async def set_capacity(work: Work, member_id: str, capacity: int) -> Agent:
    """How many open conversations an agent is given by turns. Raises AgentUnknown."""
    row = await lock_agent(work, member_id)
    if row["capacity"] != capacity:
        await work.tx.run(
            agents_store.SET_CAPACITY,
            workspace_id=work.workspace_id,
            member_id=member_id,
            new_capacity=capacity,
        )
        work.append(AgentCapacityChanged(member_id, capacity))
    return await load_agent(work.tx, work.workspace_id, member_id)


async def beat_presence(work: Work, member_id: str) -> bool:
    """A socket of hers is alive; no fact. True: she was not there before, so the waiting may be served."""
    row = await lock_agent(work, member_id)
    await work.tx.run(
        agents_store.SET_PRESENT,
        workspace_id=work.workspace_id,
        member_id=member_id,
        until=work.now + PRESENT_FOR,
    )
    return bool(row["present_until"] <= work.now)


async def leave_desk(work: Work, member_id: str) -> None:
    """Her last socket is gone; no fact."""
    await work.tx.run(
        agents_store.SET_PRESENT, workspace_id=work.workspace_id, member_id=member_id, until=work.now
    )


async def lock_agent(work: Work, member_id: str) -> Row:
    """The row of an active member, locked, made if this is her first time. Raises AgentUnknown."""
    if not await known_agents(work.tx, work.workspace_id, [member_id]):
        raise AgentUnknown(member_id=member_id)
    where = {"workspace_id": work.workspace_id, "member_id": member_id}
    await work.tx.run(
        agents_store.ENSURE_AGENT,
        **where,
        status=Status.ONLINE.value,
        capacity=None,
        present_until=0,
        assigned_at=0,
    )
    row = await work.tx.one(agents_store.LOCK_AGENT, **where)
    if row is None:
        raise AgentUnknown(member_id=member_id)
    return row


async def known_agents(tx: Tx, workspace_id: str, member_ids: Iterable[str]) -> set[str]:
    """Those among these ids that are active members here."""
    wanted = sorted(set(member_ids))
    if not wanted:
        return set()
    rows = await tx.all(agents_store.KNOWN_AGENTS, workspace_id=workspace_id, ids=json_array(wanted))
    return {row["id"] for row in rows}


async def load_agent(tx: Tx, workspace_id: str, member_id: str) -> Agent:
    """Raises AgentUnknown."""
    row = await tx.one(agents_store.LIST_AGENTS, workspace_id=workspace_id, one=member_id)
    if row is None:
        raise AgentUnknown(member_id=member_id)
    return _agent(row)


async def list_agents(tx: Tx, workspace_id: str) -> tuple[Agent, ...]:
    """Every active member by name."""
    rows = await tx.all(agents_store.LIST_AGENTS, workspace_id=workspace_id, one="")
    return tuple(_agent(row) for row in rows)


def _agent(row: Row) -> Agent:
    return Agent(
        member_id=row["member_id"],
        name=row["name"],
        role=row["role"],
        status=Status(row["status"] or "online"),
        capacity=row["capacity"] or CAPACITY,
        present_until=row["present_until"] or 0,
        open=row["open"],
    )
