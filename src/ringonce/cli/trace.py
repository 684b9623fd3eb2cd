"""`ringonce trace`."""

from typing import Any

import click

from ringonce.cli.options import CannotGoOn, read_flags, run_plainly, setting_flags
from ringonce.insight.story import tell_stories
from ringonce.kernel.db import Tx
from ringonce.kernel.engines import open_database
from ringonce.web.times import ms_text
from ringonce.web.trace_view import StepView, StoryView, story_view, with_letters


@click.command()
@click.argument("request_id")
@setting_flags("data", "database")
def trace(request_id: str, **given: Any) -> None:
    """Print everything that one request did: attempts, replays, facts, letters. The server may run."""
    settings = read_flags(**given)
    stories = run_plainly(_read(settings.database_url, request_id))
    if not stories:
        raise CannotGoOn(f"No request with the id {request_id} left anything in this database.")
    for workspace_id, story in stories:
        for line in _lines(workspace_id, story):
            click.echo(line)


async def _read(url: str, request_id: str) -> list[tuple[str, StoryView]]:
    database = await open_database(url, read_only=True)

    async def job(tx: Tx) -> list[tuple[str, StoryView]]:
        stories = await tell_stories(tx, request_id)
        # What was pushed to pages only the running server knows.
        return [
            (one.workspace_id, story_view(request_id, await with_letters(tx, one), None)) for one in stories
        ]

    try:
        return await database.read(job)
    finally:
        await database.close()


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
        case _:
            return f"{step.kind:<8} {step.letter_id or ''} {step.text} {step.state}"
