"""Doors to what can be booked: services and teams, read by everybody, changed by those who configure."""

from ringonce.booking.catalogue_edit import create_service, renew_private_link, retire_service, update_service
from ringonce.booking.catalogue_model import ServiceDraft, TeamDraft
from ringonce.booking.catalogue_queries import list_services, list_teams, load_team
from ringonce.booking.catalogue_teams import create_team, retire_team, update_team
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.values.paging import PageAsk, decode_cursor, encode_cursor
from ringonce.web.accounts_model import Done, PageQuery
from ringonce.web.booking_model import VersionBody
from ringonce.web.call import Call, Reply
from ringonce.web.catalogue_model import (
    ServiceBody,
    ServiceList,
    ServicePatch,
    ServiceView,
    TeamBody,
    TeamList,
    TeamPatch,
    TeamView,
)
from ringonce.web.catalogue_views import changes_of, service_view, team_view
from ringonce.web.public_slots import check_private, is_desk
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Services")
EDITS = ("fields-invalid", "edit-stale")


class ServiceQuery(PageQuery):
    """`private`: the token of a private service's link."""

    private: str | None = None


@routes.read(
    "/services", query=PageQuery, answer=ServiceList, who=Who.ANYONE,
    summary="Services by position; visitors see those that are neither hidden nor private",
    errors=("malformed-cursor",),
)  # fmt: skip
async def services(call: Call, ask: PageQuery) -> Reply:
    desk = is_desk(call.principal)
    page_ask = PageAsk(ask.limit, None if ask.cursor is None else decode_cursor(ask.cursor, (int, str)))

    async def read(tx: Tx) -> ServiceList:
        page = await list_services(tx, call.workspace.id, page_ask, only_public=not desk)
        cursor = encode_cursor(page.next_after) if page.next_after else None
        return ServiceList(
            items=[service_view(each, with_token=desk) for each in page.items], next_cursor=cursor
        )

    return call.ok(await call.read(read))


@routes.read(
    "/services/{service}", query=ServiceQuery, answer=ServiceView, who=Who.ANYONE,
    summary="One service, by id or slug", errors=("service-missing",),
)  # fmt: skip
async def service(call: Call, ask: ServiceQuery) -> Reply:
    async def read(tx: Tx) -> ServiceView:
        found = await check_private(tx, call.workspace.id, call.principal, call.path["service"], ask.private)
        return service_view(found, with_token=is_desk(call.principal))

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/services", body=ServiceBody, answer=ServiceView, who=Who.CONFIGURE, status=201,
    summary="Make a service", errors=("fields-invalid",),
    example={"slug": "haircut", "title": "Haircut", "lengths": [30, 45], "hosts": []},
)  # fmt: skip
async def make_service(call: Call, ask: ServiceBody) -> Reply:
    draft = ServiceDraft(**changes_of(ask))

    async def intent(work: Work) -> ServiceView:
        return service_view(await create_service(work, draft), with_token=True)

    return await call.execute(intent)


@routes.write(
    "PATCH", "/services/{service_id}", body=ServicePatch, answer=ServiceView, who=Who.CONFIGURE,
    summary="Change a service", errors=("service-missing", *EDITS),
)  # fmt: skip
async def patch_service(call: Call, ask: ServicePatch) -> Reply:
    changes = changes_of(ask)

    async def intent(work: Work) -> ServiceView:
        changed = await update_service(work, call.path["service_id"], ask.version, changes)
        return service_view(changed, with_token=True)

    return await call.execute(intent)


@routes.write(
    "POST", "/services/{service_id}/private-link", body=VersionBody, answer=ServiceView, who=Who.CONFIGURE,
    summary="Give a private service another secret link", errors=("service-missing", "edit-stale"),
)  # fmt: skip
async def new_private_link(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> ServiceView:
        changed = await renew_private_link(work, call.path["service_id"], ask.version)
        return service_view(changed, with_token=True)

    return await call.execute(intent)


@routes.write(
    "DELETE", "/services/{service_id}", body=VersionBody, answer=Done, who=Who.CONFIGURE,
    summary="Retire a service; its bookings stand", errors=("service-missing", "edit-stale"),
)  # fmt: skip
async def delete_service(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> Done:
        await retire_service(work, call.path["service_id"], ask.version)
        return Done()

    return await call.execute(intent)


@routes.read(
    "/teams", query=PageQuery, answer=TeamList, who=Who.ANYONE, summary="Teams, oldest first",
    errors=("malformed-cursor",),
)  # fmt: skip
async def teams(call: Call, ask: PageQuery) -> Reply:
    page_ask = PageAsk(ask.limit, None if ask.cursor is None else decode_cursor(ask.cursor, (int, str)))

    async def read(tx: Tx) -> TeamList:
        page = await list_teams(tx, call.workspace.id, page_ask)
        cursor = encode_cursor(page.next_after) if page.next_after else None
        return TeamList(items=[team_view(each) for each in page.items], next_cursor=cursor)

    return call.ok(await call.read(read))


@routes.read(
    "/teams/{team}", answer=TeamView, who=Who.ANYONE, summary="One team, by id or slug",
    errors=("team-missing",),
)  # fmt: skip
async def team(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: load_team(tx, call.workspace.id, call.path["team"]))
    return call.ok(team_view(found))


@routes.write(
    "POST", "/teams", body=TeamBody, answer=TeamView, who=Who.CONFIGURE, status=201, summary="Make a team",
    errors=("fields-invalid",),
)  # fmt: skip
async def make_team(call: Call, ask: TeamBody) -> Reply:
    draft = TeamDraft(**changes_of(ask))

    async def intent(work: Work) -> TeamView:
        return team_view(await create_team(work, draft))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/teams/{team_id}", body=TeamPatch, answer=TeamView, who=Who.CONFIGURE, summary="Change a team",
    errors=("team-missing", *EDITS),
)  # fmt: skip
async def patch_team(call: Call, ask: TeamPatch) -> Reply:
    changes = changes_of(ask)

    async def intent(work: Work) -> TeamView:
        return team_view(await update_team(work, call.path["team_id"], ask.version, changes))

    return await call.execute(intent)


@routes.write(
    "DELETE", "/teams/{team_id}", body=VersionBody, answer=Done, who=Who.CONFIGURE, summary="Retire a team",
    errors=("team-missing", "edit-stale", "team-in-use"),
)  # fmt: skip
async def delete_team(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> Done:
        await retire_team(work, call.path["team_id"], ask.version)
        return Done()

    return await call.execute(intent)
