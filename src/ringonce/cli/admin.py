"""`ringonce admin`: people, from the machine the server runs on."""

from typing import Any

import click
import msgspec

from ringonce.app.admin import COMMANDS, AdminDone, CreateAdmin, ResetPassword
from ringonce.app.control import Refused, command_running, find_running
from ringonce.app.server_secret import prepare_folder
from ringonce.app.settings import Settings
from ringonce.app.wiring import build
from ringonce.cli.options import CannotGoOn, read_flags, run_plainly, setting_flags
from ringonce.identity.model import Role
from ringonce.kernel import migrate
from ringonce.kernel.secrets import new_token
from ringonce.values.errors import DomainError
from ringonce.web.problems import words_of


@click.group()
def admin() -> None:
    """Add people and reset passwords, whether the server runs or not."""


@admin.command()
@click.option("--email", required=True, help="mail address to sign in with")
@click.option("--name", required=True, help="name as others see it")
@click.option(
    "--role",
    type=click.Choice([each.value for each in Role]),
    default=Role.OWNER.value,
    help="what they may do",
)
@click.option("--workspace", default=None, help="slug of the workspace; made if there is none at all")
@click.option("--workspace-name", default=None, help="name of the workspace that is made")
@click.option(
    "--zone", default="UTC", help="time zone of the workspace that is made, such as Europe/Amsterdam"
)
@click.option("--password", default=None, help="left out: one is made and printed")
@setting_flags("data", "database")
def create(
    email: str,
    name: str,
    role: str,
    workspace: str | None,
    workspace_name: str | None,
    zone: str,
    password: str | None,
    **given: Any,
) -> None:
    """Add a member who can sign in at the desk."""
    ask = CreateAdmin(
        email=email,
        name=name,
        password=password or new_token(128),
        role=Role(role),
        workspace=workspace,
        workspace_name=workspace_name,
        zone=zone,
    )
    done = _do("admin-create", ask, read_flags(**given))
    if done.made_workspace:
        click.echo(f"Made the workspace {done.workspace}.")
    click.echo(f"{done.email} can sign in as {done.role.value} of {done.workspace}.")
    _tell_password(password, ask.password)


@admin.command(name="reset-password")
@click.option("--email", required=True, help="mail address of the member")
@click.option("--workspace", default=None, help="slug of the workspace, where there are several")
@click.option("--password", default=None, help="left out: one is made and printed")
@setting_flags("data", "database")
def reset_password(email: str, workspace: str | None, password: str | None, **given: Any) -> None:
    """Give a member a new password; every session of theirs ends."""
    ask = ResetPassword(email=email, password=password or new_token(128), workspace=workspace)
    done = _do("admin-reset-password", ask, read_flags(**given))
    click.echo(f"{done.email} of {done.workspace} has a new password and is signed out everywhere.")
    _tell_password(password, ask.password)


def _tell_password(given: str | None, used: str) -> None:
    if given is None:
        click.echo(f"Password: {used}")


def _do(command: str, ask: msgspec.Struct, settings: Settings) -> AdminDone:
    """In the running server if there is one, because SQLite has one writer; else here."""
    try:
        return run_plainly(_anywhere(command, ask, settings))
    except Refused as refusal:
        raise CannotGoOn(_sentence(refusal.code, refusal.params)) from refusal
    except DomainError as refusal:
        raise CannotGoOn(_sentence(refusal.code, dict(refusal.params))) from refusal


async def _anywhere(command: str, ask: msgspec.Struct, settings: Settings) -> AdminDone:
    where = find_running(settings.data) if settings.on_sqlite else None
    if where is not None:
        try:
            return msgspec.json.decode(await command_running(where, command, ask), type=AdminDone)
        except ConnectionError:
            # The file outlived its server; the lock on the database will say if somebody is there after all.
            pass
    return await _here(command, ask, settings)


async def _here(command: str, ask: msgspec.Struct, settings: Settings) -> AdminDone:
    prepare_folder(settings.data)
    await migrate.upgrade(settings.database_url)
    app = await build(settings)
    try:
        done = await COMMANDS[command][1](app.edge, ask)
    finally:
        await app.stop()
    return msgspec.convert(done, AdminDone)


def _sentence(code: str, params: dict[str, Any]) -> str:
    title, detail = words_of(code)
    facts = ", ".join(f"{name}: {value}" for name, value in params.items())
    return " ".join(part for part in (f"{title}.", detail, f"({facts})" if facts else "") if part)
