"""Who may open a live socket, and for how long they may keep it."""

from typing import Any

from litestar import WebSocket

from ringonce.identity.model import CodePrincipal, KeyPrincipal, MemberPrincipal, Nobody, VisitorPrincipal
from ringonce.identity.queries import find_session, is_key_taken
from ringonce.identity.visitors import is_taken
from ringonce.kernel.db import Tx
from ringonce.web.auth import Caller, CrossSite, check_same_origin, is_same_origin, session_cookie
from ringonce.web.edge import edge_of
from ringonce.web.limits import address_prefix, is_this_machine

AnySocket = WebSocket[Any, Any, Any]

#: Of one network: a school has one address, and none may take every place there is.
SOCKETS_OF_ADDRESS = 2_000


def network_of(socket: AnySocket) -> dict[str, int]:
    """How many sockets a page's network may have; a proxy that names nobody is not counted as one."""
    host = socket.client.host if socket.client else None
    return {} if is_this_machine(host) else {address_prefix(host): SOCKETS_OF_ADDRESS}


def check_origin(socket: AnySocket, caller: Caller) -> None:
    """The page that opened the socket is one of ours: a member's cookie, and a visitor's token, are used by
    our own pages alone. Raises CrossSite.
    """
    if caller.by_cookie:
        check_same_origin(socket)
    elif isinstance(caller.principal, VisitorPrincipal) and "origin" in socket.headers:
        if not is_same_origin(socket):
            raise CrossSite()


async def is_let_in(socket: AnySocket, caller: Caller) -> bool:
    """Whether what the caller came in with is good still: a session, a key, a visitor's token. One read."""
    edge, principal = edge_of(socket), caller.principal
    if isinstance(principal, Nobody | CodePrincipal):
        return True
    cookie, now = session_cookie(socket), edge.clock.now()

    async def look(tx: Tx) -> bool:
        match principal:
            case VisitorPrincipal():
                return await is_taken(tx, caller.workspace.id, principal, now)
            case KeyPrincipal():
                return await is_key_taken(tx, principal.key)
            case MemberPrincipal():
                return cookie is not None and await find_session(tx, cookie, now) is not None

    return await edge.database.read(look)
