"""The command line tells what only the running server knows: which pages were pushed to."""

import asyncio
from pathlib import Path

from click.testing import CliRunner, Result

from ringonce.app.control import FILE, Control
from ringonce.cli.main import main
from tests.support.chats import client_id, open_desk
from tests.support.house import House, done

CLICK = "req-said-while-open-01"


async def test_pushes_are_told_while_the_server_runs_and_left_out_afterwards(
    house: House, database_url: str, tmp_path: Path
) -> None:
    desk = await open_desk(house)
    visitor = desk.visitor()
    body = {"inbox": "website", "client_id": client_id(), "text": "Hello", "filled_for_ms": 5_000}
    await done(visitor.person.post("/chat/start", body, X_Request_ID=CLICK))
    story = await done(desk.owner.person.get(f"/trace/{CLICK}"))
    seq = max(step["seq"] for step in story["steps"] if step["seq"])
    edge = house.app.edge
    edge.pushes.note(desk.workspace.id, seq - 1, seq, edge.clock.now(), 3)
    control = Control(edge, tmp_path)
    await control.start()
    try:
        told = await trace(tmp_path, database_url)
        where = (tmp_path / FILE).read_bytes()
    finally:
        await control.stop()
    assert told.exit_code == 0, told.output
    assert f"push     {seq} to 3 open pages" in told.output
    (tmp_path / FILE).write_bytes(where)
    after = await trace(tmp_path, database_url)
    assert after.exit_code == 0, after.output
    assert "ConversationStarted" in after.output
    assert "push " not in after.output


async def trace(folder: Path, database_url: str) -> Result:
    """In a thread: it brings its own event loop, and the server goes on with this one."""
    words = ["trace", CLICK, "--data", str(folder), "--database", database_url]
    return await asyncio.to_thread(CliRunner().invoke, main, words)
