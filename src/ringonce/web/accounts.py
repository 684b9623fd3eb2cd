"""Doors for people who work here: set-up, sessions, members, keys, the workspace."""

from ringonce.chat.first_inbox import open_first_inbox
from ringonce.identity.found import find_setup_workspace, found_workspace
from ringonce.identity.keys import issue_key, revoke_key
from ringonce.identity.members import add_member, change_member, change_workspace, end_sessions, folded
from ringonce.identity.model import (
    AddMember,
    ChangeMember,
    ChangeWorkspace,
    FoundWorkspace,
    IssueKey,
    Member,
    MemberPrincipal,
    Principal,
)
from ringonce.identity.passwords import hash_password
from ringonce.identity.queries import list_keys, list_members, load_member, load_workspace
from ringonce.identity.sign_in import NewSession, check_password, close_session, open_session
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import KeyId, MemberId
from ringonce.values.paging import PageAsk, decode_cursor, encode_cursor
from ringonce.web.accounts_model import (
    Done,
    KeyBody,
    KeyList,
    KeyView,
    MemberBody,
    MemberList,
    MemberPatch,
    MemberView,
    NewKeyView,
    PageQuery,
    SessionView,
    SetUp,
    SignIn,
    SignOut,
    WorkspacePatch,
    WorkspaceView,
    key_view,
    member_view,
    workspace_view,
)
from ringonce.web.auth import check_same_origin, cookie_set, session_cookie
from ringonce.web.call import Call, Reply
from ringonce.web.limits import address_prefix
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import at_ms

routes = Routes("Accounts")
# Signing in has no member yet who could be named as the actor.
DOOR = Actor("system", "door")


@routes.write(
    "POST", "/session", body=SignIn, answer=SessionView, who=Who.OUTSIDE, keyed=False, limited=False,
    summary="Sign in with a password; sets the session cookie",
    errors=("sign-in-refused", "too-many-requests"),
)  # fmt: skip
async def sign_in(call: Call, ask: SignIn) -> Reply:
    """Needs no key: it names itself, and doing it twice makes two sessions of one person."""
    if call.header("origin") is not None:
        check_same_origin(call.request)
    edge = call.edge
    client = call.request.client
    edge.sign_ins.take(address_prefix(client.host if client else None), f"email:{ask.email.casefold()}")
    member = await check_password(edge.database, ask.email, ask.password, ask.workspace)
    former = session_cookie(call.request)

    async def intent(work: Work) -> NewSession:
        return await open_session(work, member.id, days=edge.options.session_days, replacing=former)

    session = await edge.executor.run(member.workspace_id, DOOR, call.request_id, intent)
    return await _session_reply(call, session)


@routes.write(
    "POST", "/setup", body=SetUp, answer=SessionView, who=Who.OUTSIDE, keyed=False, limited=False, status=201,
    summary="Use the one-time set-up link: make the workspace and its owner",
    errors=("setup-link-dead", "slug-refused", "password-too-weak", "email-refused"),
)  # fmt: skip
async def set_up(call: Call, ask: SetUp) -> Reply:
    """Needs no key: the link works once."""
    edge = call.edge
    client = call.request.client
    edge.sign_ins.take(address_prefix(client.host if client else None))
    folded(ask.email)
    workspace_id = await edge.database.read(lambda tx: find_setup_workspace(tx, ask.token, edge.clock.now()))
    asked = FoundWorkspace(
        token=ask.token,
        name=ask.name,
        email=ask.email,
        password_hash=await hash_password(ask.password),
        workspace_name=ask.workspace_name,
        slug=ask.slug,
        zone=ask.zone,
        locale=ask.locale,
    )

    async def intent(work: Work) -> NewSession:
        founded = await found_workspace(work, asked)
        await open_first_inbox(work, asked.workspace_name)
        return await open_session(work, founded.owner.id, days=edge.options.session_days)

    session = await edge.executor.run(workspace_id, DOOR, call.request_id, intent)
    return await _session_reply(call, session)


@routes.read("/session", answer=SessionView, who=Who.SELF, summary="Who is signed in")
async def who_am_i(call: Call, _: Nothing) -> Reply:
    member = _member(call.principal)
    return call.ok(SessionView(member=member_view(member), workspace=workspace_view(call.workspace)))


@routes.write(
    "DELETE", "/session", body=SignOut, answer=Done, who=Who.SELF, keyed=False, limited=False,
    summary="Sign out, here or everywhere",
)  # fmt: skip
async def sign_out(call: Call, ask: SignOut) -> Reply:
    """Needs no key: a session ends once."""

    async def intent(work: Work) -> None:
        if isinstance(call.principal, MemberPrincipal):
            await close_session(work, call.principal)
            if ask.everywhere:
                await end_sessions(work, call.principal.id)

    await call.run(intent)
    return call.ok(Done(), {"Set-Cookie": cookie_set(call.request, "", 0)})


@routes.read(
    "/members", query=PageQuery, answer=MemberList, who=Who.PEOPLE, summary="Members of the workspace"
)
async def members(call: Call, ask: PageQuery) -> Reply:
    page_ask = page_of(ask)
    page = await call.read(lambda tx: list_members(tx, call.workspace.id, page_ask))
    cursor = encode_cursor(page.next_after) if page.next_after else None
    return call.ok(MemberList(items=[member_view(each) for each in page.items], next_cursor=cursor))


@routes.read(
    "/members/{member_id}",
    answer=MemberView,
    who=Who.PEOPLE,
    summary="One member",
    errors=("member-unknown",),
)
async def member(call: Call, _: Nothing) -> Reply:
    wanted = MemberId(call.path["member_id"])
    return call.ok(member_view(await call.read(lambda tx: load_member(tx, call.workspace.id, wanted))))


@routes.write(
    "POST", "/members", body=MemberBody, answer=MemberView, who=Who.PEOPLE, status=201,
    summary="Add a member", errors=("email-refused", "not-allowed", "password-too-weak"),
)  # fmt: skip
async def create_member(call: Call, ask: MemberBody) -> Reply:
    hashed = None if ask.password is None else await hash_password(ask.password)
    asked = AddMember(ask.name, ask.email, ask.role, hashed, ask.locale)

    async def intent(work: Work) -> MemberView:
        return member_view(await add_member(work, asked, by=_member(call.principal)))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/members/{member_id}", body=MemberPatch, answer=MemberView, who=Who.PEOPLE,
    summary="Change a member; a new password ends every session",
    errors=("member-unknown", "version-behind", "last-owner", "not-allowed"),
)  # fmt: skip
async def patch_member(call: Call, ask: MemberPatch) -> Reply:
    asked = ChangeMember(
        member_id=MemberId(call.path["member_id"]),
        version=ask.version,
        name=ask.name,
        role=ask.role,
        active=ask.active,
        password_hash=None if ask.password is None else await hash_password(ask.password),
        locale=ask.locale,
    )

    async def intent(work: Work) -> MemberView:
        return member_view(await change_member(work, asked, by=_member(call.principal)))

    return await call.execute(intent)


@routes.read(
    "/keys", query=PageQuery, answer=KeyList, who=Who.PEOPLE, summary="API keys, without their secrets"
)
async def keys(call: Call, ask: PageQuery) -> Reply:
    page_ask = page_of(ask)
    page = await call.read(lambda tx: list_keys(tx, call.workspace.id, page_ask))
    cursor = encode_cursor(page.next_after) if page.next_after else None
    return call.ok(KeyList(items=[key_view(each) for each in page.items], next_cursor=cursor))


@routes.write(
    "POST", "/keys", body=KeyBody, answer=NewKeyView, who=Who.PEOPLE, status=201,
    summary="Issue an API key; its secret is shown once",
)  # fmt: skip
async def create_key(call: Call, ask: KeyBody) -> Reply:
    async def intent(work: Work) -> NewKeyView:
        new = await issue_key(work, IssueKey(ask.name, tuple(ask.scopes)))
        return NewKeyView(key=key_view(new.key), secret=new.secret)

    return await call.execute(intent)


@routes.write(
    "DELETE", "/keys/{key_id}", answer=KeyView, who=Who.PEOPLE, summary="Revoke an API key",
    errors=("key-unknown",),
)  # fmt: skip
async def delete_key(call: Call, _: Nothing) -> Reply:
    async def intent(work: Work) -> KeyView:
        return key_view(await revoke_key(work, KeyId(call.path["key_id"])))

    return await call.execute(intent)


@routes.read("/workspace", answer=WorkspaceView, who=Who.ANYONE, summary="The workspace's name and zone")
async def workspace(call: Call, _: Nothing) -> Reply:
    return call.ok(workspace_view(call.workspace))


@routes.write(
    "PATCH", "/workspace", body=WorkspacePatch, answer=WorkspaceView, who=Who.OWNER,
    summary="Change the workspace", errors=("version-behind", "zone-unknown"),
)  # fmt: skip
async def patch_workspace(call: Call, ask: WorkspacePatch) -> Reply:
    async def intent(work: Work) -> WorkspaceView:
        return workspace_view(
            await change_workspace(work, ChangeWorkspace(ask.version, ask.name, ask.zone, ask.locale))
        )

    return await call.execute(intent)


def page_of(ask: PageQuery) -> PageAsk:
    """The page that a list ordered by id is asked for. Raises MalformedCursor."""
    return PageAsk(ask.limit, None if ask.cursor is None else decode_cursor(ask.cursor, (str,)))


def _member(principal: Principal) -> Member:
    if not isinstance(principal, MemberPrincipal):
        raise TypeError("the gate lets only members in here")
    return principal.member


async def _session_reply(call: Call, session: NewSession) -> Reply:
    found = await call.edge.database.read(lambda tx: load_workspace(tx, session.member.workspace_id))
    view = SessionView(
        member=member_view(session.member),
        workspace=workspace_view(found),
        expires_at=at_ms(session.expires_at),
    )
    cookie = cookie_set(call.request, session.token, call.edge.options.session_days)
    return call.ok(view, {"Set-Cookie": cookie})
