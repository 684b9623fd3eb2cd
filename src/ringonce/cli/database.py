"""`ringonce migrate`."""

from typing import Any

import click

from ringonce.app.server_secret import prepare_folder
from ringonce.cli.options import read_flags, run_plainly, setting_flags
from ringonce.kernel import migrate as migrations


@click.command()
@setting_flags("data", "database")
def migrate(**given: Any) -> None:
    """Bring the database to this program's schema and end. `serve` does the same by itself."""
    settings = read_flags(**given)
    if settings.on_sqlite:
        prepare_folder(settings.data)
    reached = run_plainly(migrations.upgrade(settings.database_url))
    click.echo(f"The database has schema {reached}.")
