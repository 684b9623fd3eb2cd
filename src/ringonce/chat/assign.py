"""Assigning: who answers a conversation. Compare and set under the conversation's lock.

Two agents at once: one has it, the other is told who. Round robin is in `turns`.
"""

from dataclasses import dataclass

from msgspec import UNSET, UnsetType

from ringonce.chat import agents_store, store
from ringonce.chat.agents import lock_agent
from ringonce.chat.desk_events import ConversationAssigned
from ringonce.chat.desk_refusals import AssignedMeanwhile
from ringonce.chat.model import Author, AuthorKind, Conversation, Draft, MessageKind, State
from ringonce.chat.placing import note_event, place
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.teams import check_team
from ringonce.chat.turns import take_turn
from ringonce.chat.words import said
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """What is left out stays; a team without an agent gives it to whoever of the team is free.

    `expected_id` is whom the asking agent saw; left out, nothing is compared. `note` goes to colleagues.
    """

    conversation_id: str
    assignee_id: str | UnsetType | None = UNSET
    expected_id: str | UnsetType | None = UNSET
    team_id: str | UnsetType | None = UNSET
    note: str = ""


async def assign(work: Work, ask: Assign) -> Conversation:
    """Let somebody answer, or nobody. Already so: nothing happens but that the note is kept.

    Raises ConversationMissing, AssignedMeanwhile, AgentUnknown, AgentTeamMissing.
    """
    row = await lock_row(work, ask.conversation_id)
    await _assign(work, row, ask)
    return store.conversation_of(row)


async def lock_row(work: Work, conversation_id: str) -> Row:
    """The row that holds this conversation now, locked, with a fresh `now`. Raises ConversationMissing."""
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    if row is None:
        raise ConversationMissing(conversation_id=conversation_id)
    work.locked()
    return row


async def _assign(work: Work, row: Row, ask: Assign) -> None:
    before_agent, before_team = row["assignee_id"], row["team_id"]
    team_id = before_team if isinstance(ask.team_id, UnsetType) else ask.team_id
    moved = team_id != before_team
    wanted = before_agent if isinstance(ask.assignee_id, UnsetType) else ask.assignee_id
    if moved and isinstance(ask.assignee_id, UnsetType):
        # To the team: whoever had it lets go, and it is the team's turn.
        wanted = None
    if wanted == before_agent and not moved:
        await _note(work, row, ask.note)
        return
    if not isinstance(ask.expected_id, UnsetType) and before_agent != ask.expected_id:
        raise AssignedMeanwhile(assignee_id=before_agent)
    if moved and team_id is not None:
        await check_team(work, team_id)
    if wanted is not None and wanted != before_agent:
        await lock_agent(work, wanted)
        await work.tx.run(
            agents_store.SET_ASSIGNED, workspace_id=work.workspace_id, member_id=wanted, now=work.now
        )
    row["assignee_id"], row["team_id"] = wanted, team_id
    if wanted != before_agent:
        row["assigned_at"] = None if wanted is None else work.now
    await _tell(work, row, before_agent, before_team, ask.note)
    if wanted is None and row["state"] == State.OPEN.value and moved:
        await take_turn(work, row)


async def _note(work: Work, row: Row, note: str) -> None:
    """What is told colleagues with it, also where somebody else has assigned so meanwhile."""
    if note.strip():
        author = Author(AuthorKind(work.actor.kind), work.actor.id)
        await place(work, row, Draft(author=author, kind=MessageKind.NOTE, body=said(note)))


async def _tell(work: Work, row: Row, before_agent: str | None, before_team: str | None, note: str) -> None:
    await _note(work, row, note)
    agent, team = row["assignee_id"], row["team_id"]
    if team != before_team:
        await note_event(work, row, "team", team_id=team, before_id=before_team)
    if agent is not None and agent != before_agent:
        # Who takes it herself is shown to the visitor as having come; being given it is the desk's affair.
        code = "joined" if agent == work.actor.id else "assigned"
        await note_event(work, row, code, assignee_id=agent, before_id=before_agent)
    elif agent is None and before_agent is not None:
        await note_event(work, row, "unassigned", before_id=before_agent)
    work.append(
        ConversationAssigned(
            **store.fact_of(row), assignee_id=agent, before_id=before_agent, team_id=team, auto=False
        )
    )
