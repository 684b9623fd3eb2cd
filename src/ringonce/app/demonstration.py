"""The demonstration: a server of its own folder, with the salon built and `/demo` beside the usual doors."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ringonce.app.logs import configure_logs
from ringonce.app.serve import Started, bind, run
from ringonce.app.server_secret import prepare_folder
from ringonce.app.settings import Settings
from ringonce.app.wiring import App, build
from ringonce.demo.pages import DESK_BESIDE, Passes, demo_doors, is_built
from ringonce.demo.salon import FIRST, OWNER_EMAIL, SLUG, build_salon
from ringonce.identity.keys import issue_key
from ringonce.identity.model import IssueKey, Scope
from ringonce.identity.passwords import hash_password
from ringonce.identity.queries import WorkspaceUnknown, find_workspace_by_slug
from ringonce.kernel import migrate
from ringonce.kernel.secrets import new_token
from ringonce.kernel.work import Actor
from ringonce.values.ids import RequestId

#: A newcomer presses the race's buttons more often in a minute than people book.
RATE_PER_MINUTE = 2_000


@dataclass(frozen=True, slots=True)
class DemoStarted:
    """Where things are; `password` is known only at the start that built the salon."""

    pages: tuple[tuple[str, str], ...]
    email: str
    password: str | None


async def serve_demo(
    settings: Settings, tell: Callable[[DemoStarted], None], say: Callable[[str], None]
) -> None:
    """Build the salon where there is none, then serve. Raises what `serve` raises."""
    if settings.rate_per_minute == Settings().rate_per_minute:
        settings = replace(settings, rate_per_minute=RATE_PER_MINUTE)
    # The addresses are what a newcomer should see; requests are logged when they ask for it.
    configure_logs("warning" if settings.log_level == "info" else settings.log_level)
    listener = bind(settings.host, settings.port)
    try:
        prepare_folder(settings.data)
        say("preparing the database")
        await migrate.upgrade(settings.database_url)
        passes = Passes(desk=new_token())
        app = await build(settings, doors=demo_doors(passes), desk_ancestors=DESK_BESIDE)
        password = await _build(app, say)
        passes.log_key = await _log_key(app)
        await run(app, settings, listener, lambda started: tell(_where(started, passes, password)))
    finally:
        listener.close()


async def _build(app: App, say: Callable[[str], None]) -> str | None:
    if await app.edge.database.read(is_built):
        say("the salon stands already")
        return None
    say("building the salon Studio Nine: people, services, two weeks of bookings")
    password = new_token(128)
    await build_salon(app.edge, await hash_password(password))
    return password


async def _log_key(app: App) -> str:
    """A key that may read and nothing else; the race page counts with it."""
    edge = app.edge
    workspace = await edge.database.read(lambda tx: find_workspace_by_slug(tx, SLUG))
    if workspace is None:
        raise WorkspaceUnknown(workspace=SLUG)
    ask = IssueKey(name="Race page", scopes=(Scope.READ,))
    made = await edge.executor.run(
        workspace.id, Actor("system", "demo"), edge.ids.new(RequestId), lambda work: issue_key(work, ask)
    )
    return made.secret


def _where(started: Started, passes: Passes, password: str | None) -> DemoStarted:
    url = started.url
    pages = (
        ("Shop and desk", f"{url}/demo/side#{passes.desk}"),
        ("Demonstration", f"{url}/demo"),
        ("Shop with chat", f"{url}/demo/shop"),
        ("Booking page", f"{url}/{SLUG}/{FIRST}"),
        ("All services", f"{url}/{SLUG}"),
        ("Desk, signed in", f"{url}/demo/desk#{passes.desk}"),
        ("The race", f"{url}/demo/race"),
    )
    return DemoStarted(pages=pages, email=OWNER_EMAIL, password=password)
