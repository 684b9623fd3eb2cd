"""`ringonce demo`."""

import asyncio
import contextlib
import shutil
import webbrowser
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from ringonce.app.demonstration import DemoStarted, serve_demo
from ringonce.cli.options import CannotGoOn, read_flags, setting_flags, speaking_plainly

FOLDER = Path("ringonce-demo")
#: What a folder must hold before `--reset` deletes it: nobody loses a folder that is not a demonstration's.
MARK = "ringonce.sqlite3"


@click.command()
@setting_flags()
@click.option(
    "--reset", is_flag=True, help="delete the demonstration's folder first and build the salon anew"
)
@click.option("--no-browser", is_flag=True, help="do not open the pages")
def demo(reset: bool, no_browser: bool, **given: Any) -> None:
    """Run a salon with demo data, in a folder of its own (ringonce-demo)."""
    settings = read_flags(**{**given, "data": given.get("data") or FOLDER})
    console = Console(highlight=False)
    if reset:
        _forget(settings.data)

    def tell(started: DemoStarted) -> None:
        _tell(console, started)
        if not no_browser:
            with contextlib.suppress(webbrowser.Error):
                webbrowser.open(started.pages[0][1])

    def say(step: str) -> None:
        console.print(f"  {step}", soft_wrap=True)

    speaking_plainly(lambda: asyncio.run(serve_demo(settings, tell, say)))


def _forget(folder: Path) -> None:
    if not folder.exists():
        return
    if not (folder / MARK).is_file():
        raise CannotGoOn(f"{folder} holds no demonstration, so it is not deleted. Name another with --data.")
    shutil.rmtree(folder)


def _tell(console: Console, started: DemoStarted) -> None:
    console.print("\n[bold]Studio Nine is open.[/bold] Everybody in it is invented.\n")
    for name, url in started.pages:
        console.print(f"  {name:<16} [bold]{url}[/bold]", soft_wrap=True)
    if started.password is not None:
        console.print(f"\n  The desk by password: {started.email}  {started.password}", soft_wrap=True)
    console.print("\n  Ctrl-C ends it.\n")
