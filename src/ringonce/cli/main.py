"""The command `ringonce`. A new command is a click command added to `main` here."""

import gc

import click

from ringonce.app.wiring import program_version
from ringonce.cli.admin import admin
from ringonce.cli.audit import audit
from ringonce.cli.database import migrate
from ringonce.cli.demo import demo
from ringonce.cli.serve import serve
from ringonce.cli.trace import trace


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(program_version(), prog_name="ringonce")
def main() -> None:
    """The front desk of a website: people book a time, and a click happens once."""
    if not gc.isenabled():
        # What was imported stays: it is not looked through again.
        gc.freeze()
        gc.enable()


@main.command()
def version() -> None:
    """Print the version."""
    click.echo(program_version())


for command in (demo, serve, migrate, admin, trace, audit):
    main.add_command(command)
