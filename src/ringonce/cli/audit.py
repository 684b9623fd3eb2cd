"""`ringonce audit`."""

from typing import Any

import click

from ringonce.cli.options import read_flags, run_plainly, setting_flags
from ringonce.insight.audit import Verdict, verify_logs
from ringonce.kernel.engines import open_database


@click.group()
def audit() -> None:
    """Look at the logs, whether the server runs or not."""


@audit.command()
@setting_flags("data", "database")
def verify(**given: Any) -> None:
    """Recompute the chain of every workspace's log; ends with 1 if a row was edited, removed or added."""
    settings = read_flags(**given)
    verdicts = run_plainly(_verify(settings.database_url))
    for verdict in verdicts:
        if verdict.broken_at is None:
            click.echo(f"{verdict.workspace_id}: whole up to {verdict.head.seq}, {verdict.head.hash}")
        else:
            click.echo(f"{verdict.workspace_id}: BROKEN at {verdict.broken_at}: {verdict.reason}")
    if not verdicts:
        click.echo("No workspace has a log yet.")
    if any(verdict.broken_at is not None for verdict in verdicts):
        raise SystemExit(1)


async def _verify(url: str) -> tuple[Verdict, ...]:
    database = await open_database(url, read_only=True)
    try:
        return await verify_logs(database)
    finally:
        await database.close()
