"""What must be so of every conversation whatever came at once, counted from the tables alone."""

from collections import Counter

from ringonce.kernel.db import Row
from ringonce.kernel.eventlog import verify_chain
from ringonce.values.ids import WorkspaceId
from tests.support.world import World

_PLACES = (
    "SELECT p.*, m.author_kind, m.author_id, m.client_id, m.kind, m.body, m.created_at, m.extra,"
    " m.conversation_id AS origin FROM placements p JOIN messages m"
    " ON m.workspace_id = p.workspace_id AND m.id = p.message_id"
)


async def places_of(world: World, conversation_id: str) -> list[Row]:
    """Every place of a conversation with its message, withdrawn ones too, in order."""
    return await world.rows(f"{_PLACES} WHERE p.conversation_id = '{conversation_id}' ORDER BY p.seq")


async def check_whole(world: World, workspace_id: WorkspaceId) -> None:
    """Places without gap, every message standing once and told of once, the chain of the log unbroken.

    Raises AssertionError.
    """
    conversations = await world.rows("SELECT * FROM conversations ORDER BY number")
    assert [row["number"] for row in conversations] == list(range(1, len(conversations) + 1))
    standing: Counter[str] = Counter()
    for row in conversations:
        places = await places_of(world, row["id"])
        assert [one["seq"] for one in places] == list(range(1, len(places) + 1))
        shown = [one["visitor_seq"] for one in places if one["visitor_seq"] is not None]
        assert shown == list(range(1, len(shown) + 1))
        assert (row["last_seq"], row["last_visitor_seq"]) == (len(places), len(shown))
        here = [one["created_at"] for one in places if one["merge_id"] is None and not one["withdrawn_at"]]
        assert here == sorted(here) or any(one["merge_id"] for one in places)
        if row["state"] != "merged":
            standing.update(one["message_id"] for one in places if one["withdrawn_at"] is None)
    written = await world.rows("SELECT id, kind, author_kind, author_id, client_id FROM messages")
    assert standing == Counter(row["id"] for row in written if row["id"] in standing)
    assert {row["id"] for row in written if row["kind"] != "event"} <= standing.keys()
    said = Counter(
        (row["author_kind"], row["author_id"], row["client_id"])
        for row in written
        if row["author_kind"] != "system"
    )
    assert [each for each, count in said.items() if count > 1] == []
    told = await world.count("log", "action = 'MessageSent'")
    assert told == sum(row["kind"] != "event" for row in written)
    live = await world.rows(
        "SELECT p.visitor_id, c.inbox_id, count(DISTINCT c.id) AS n FROM participations p"
        " JOIN conversations c ON c.workspace_id = p.workspace_id AND c.id = p.conversation_id"
        " WHERE c.state IN ('open', 'snoozed') GROUP BY p.visitor_id, c.inbox_id"
    )
    assert all(row["n"] == 1 for row in live)
    await verify_chain(world.database, workspace_id)


async def unread_counted(world: World, conversation_id: str, member_id: str) -> int:
    """How many messages of visitors a member has not read, counted by hand."""
    rows = await world.rows(
        "SELECT seq FROM conversation_reads"
        f" WHERE conversation_id = '{conversation_id}' AND member_id = '{member_id}'"
    )
    read = rows[0]["seq"] if rows else 0
    places = await places_of(world, conversation_id)
    return sum(bool(one["from_visitor"]) and not one["withdrawn_at"] and one["seq"] > read for one in places)
