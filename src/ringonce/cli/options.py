"""Settings as flags: made from the settings' own table, so that none is described twice."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import asyncpg
import click

from ringonce.app.serve import PortTaken
from ringonce.app.settings import SettingMalformed, Settings, settings_from_process, variable_of
from ringonce.kernel.db import DatabaseUnavailable
from ringonce.kernel.engines import UnknownEngine
from ringonce.kernel.filelock import DatabaseInUse
from ringonce.kernel.migrate import SchemaTooNew, SchemaTooOld

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

# Faults that a person can mend: each carries or is given a sentence, and none deserves a traceback.
_SENTENCES = (PortTaken, DatabaseInUse, SchemaTooNew, SchemaTooOld, UnknownEngine, SettingMalformed)


class CannotGoOn(click.ClickException):
    """Ends the command with a sentence and status 1."""


def setting_flags(*names: str) -> Callable[[F], F]:
    """Flags for these settings; all that have one when none is named."""
    hints = get_type_hints(Settings)

    def add(command: F) -> F:
        for each in reversed(fields(Settings)):
            flag = each.metadata["flag"]
            if flag is None or (names and each.name not in names):
                continue
            kind: Any = click.Path(path_type=Path) if hints[each.name] is Path else hints[each.name]
            shown = f"{each.metadata['says']}  [{variable_of(each.name)}; default: {each.default or 'none'}]"
            command = click.option(flag, each.name, type=kind, default=None, help=shown)(command)
        return command

    return add


def read_flags(**given: Any) -> Settings:
    """Settings of this process. Ends the command with a sentence if one is malformed."""
    try:
        return settings_from_process(**given)
    except SettingMalformed as fault:
        raise CannotGoOn(str(fault)) from fault


def speaking_plainly(do: Callable[[], T]) -> T:
    """Run it; what a person can mend ends the command with a sentence instead of a traceback."""
    try:
        return do()
    except _SENTENCES as fault:
        raise CannotGoOn(str(fault)) from fault
    except DatabaseUnavailable as fault:
        raise CannotGoOn(
            f"The database does not answer: {fault.params.get('reason', fault.code)}."
        ) from fault
    except (asyncpg.PostgresError, OSError) as fault:
        raise CannotGoOn(f"The database cannot be opened: {fault}.") from fault


def run_plainly(work: Coroutine[Any, Any, T]) -> T:
    """As `speaking_plainly`, for a coroutine."""
    return speaking_plainly(lambda: asyncio.run(work))
