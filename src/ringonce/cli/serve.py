"""`ringonce serve`."""

from typing import Any

import click
from rich.console import Console

from ringonce.app.serve import Started, run_until_stopped
from ringonce.cli.options import read_flags, setting_flags, speaking_plainly


@click.command()
@setting_flags()
def serve(**given: Any) -> None:
    """Run the server until Ctrl-C; the database is made or brought up to date first."""
    settings = read_flags(**given)
    speaking_plainly(lambda: run_until_stopped(settings, _tell))


def _tell(started: Started) -> None:
    console = Console(highlight=False)
    console.print(f"Ringonce is open at [bold]{started.url}[/bold]", soft_wrap=True)
    if started.setup_url is not None:
        console.print("Nobody works here yet. Set it up once with this link:", soft_wrap=True)
        console.print(f"  [bold]{started.setup_url}[/bold]", soft_wrap=True)
