"""`ringonce trace`."""

from pathlib import Path
from typing import Any

import click
import msgspec

from ringonce.app.control import Refused, command_running, find_running
from ringonce.app.pushed import AskPushes, PushesTold
from ringonce.cli.options import CannotGoOn, read_flags, run_plainly, setting_flags
from ringonce.insight.story import Story, tell_stories
from ringonce.kernel.db import Tx
from ringonce.kernel.engines import open_database
from ringonce.kernel.pushes import Pushes
from ringonce.web.times import ms_text
from ringonce.web.trace_view import StepView, StoryView, Told, story_view, with_letters


@click.command()
@click.argument("request_id")
@setting_flags("data", "database")
def trace(request_id: str, **given: Any) -> None:
    """Print everything that one request did: attempts, replays, facts, pushes, letters.

    Pushes to open pages are told by the running server, on SQLite; elsewhere the page of the desk has them.
    """
    settings = read_flags(**given)
    stories = run_plainly(_read(settings.database_url, settings.data, request_id))
    if not stories:
        raise CannotGoOn(f"No request with the id {request_id} left anything in this database.")
    for workspace_id, story in stories:
        for line in _lines(workspace_id, story):
            click.echo(line)


async def _read(url: str, folder: Path, request_id: str) -> list[tuple[str, StoryView]]:
    database = await open_database(url, read_only=True)

    async def job(tx: Tx) -> list[Told]:
        return [await with_letters(tx, one) for one in await tell_stories(tx, request_id)]

    try:
        told = await database.read(job)
    finally:
        await database.close()
    return [
        (one.story.workspace_id, story_view(request_id, one, await _pushes(folder, one.story)))
        for one in told
    ]


async def _pushes(folder: Path, story: Story) -> Pushes | None:
    """What the running server pushed to open pages; None where none runs."""
    where = find_running(folder)
    if where is None:
        return None
    ask = AskPushes(workspace_id=story.workspace_id, seqs=[entry.seq for entry in story.entries])
    try:
        said = await command_running(where, "pushes", ask)
    except (OSError, Refused):
        return None
    pushes = Pushes()
    for one in msgspec.json.decode(said, type=PushesTold).pushes:
        pushes.note(one.workspace_id, one.after, one.upto, one.at, one.pages)
    return pushes


def _lines(workspace_id: str, story: StoryView) -> list[str]:
    lines = [
        f"{story.request_id} in {workspace_id}:"
        f" {story.attempts} attempts, {story.replays} replayed, {story.facts} facts"
    ]
    lines += [f"  {ms_text(int(step.at.timestamp() * 1000))}  {_said(step)}" for step in story.steps]
    lines += [
        f"  outbox {one.consumer}: {one.state}{f' ({one.reason})' if one.reason else ''}"
        for one in story.deliveries
    ]
    return lines


def _said(step: StepView) -> str:
    match step.kind:
        case "attempt" | "replay":
            return f"{step.kind:<8} {step.request_id} by {step.principal}: {step.status}"
        case "fact":
            refs = " ".join(f"{name}={value}" for name, value in (step.refs or {}).items())
            return (
                f"fact     {step.seq} {step.action} {step.stream} by {step.actor_kind}:{step.actor_id} {refs}"
            )
        case "push":
            return f"push     {step.seq} to {step.pages} open pages"
        case _:
            return f"{step.kind:<8} {step.letter_id or ''} {step.text} {step.state}"
