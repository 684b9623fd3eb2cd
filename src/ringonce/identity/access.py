"""The permission gate: every `access_*` lets a principal pass or raises. Nothing else decides.

A principal has been found for one workspace before it comes here, so tenancy is already settled.
"""

from ringonce.identity.model import KeyPrincipal, Member, MemberPrincipal, Nobody, Principal, Role, Scope
from ringonce.values.errors import DomainError, Kind


class SignInNeeded(DomainError):
    """Nobody in particular asked for something that somebody in particular may have."""

    code = "sign-in-needed"
    kind = Kind.UNAUTHENTICATED


class NotAllowed(DomainError):
    """The principal is known and may not do this."""

    code = "not-allowed"
    kind = Kind.FORBIDDEN


def access_public(principal: Principal) -> None:
    """What everybody may see: services, slots, one's own booking by its code."""


def access_own_intents(principal: Principal) -> None:
    """To ask what became of one's own keys: anybody who can be told apart. Raises SignInNeeded."""
    if isinstance(principal, Nobody):
        raise SignInNeeded(needs="visitor-token")


def access_visit(principal: Principal) -> None:
    """To hold and to book: visitors, members, keys that may book. Raises SignInNeeded, NotAllowed."""
    access_own_intents(principal)
    if isinstance(principal, KeyPrincipal) and Scope.BOOK not in principal.key.scopes:
        raise NotAllowed(needs="scope", scope=Scope.BOOK)


def access_read_desk(principal: Principal) -> None:
    """To read bookings, hosts, rules. Raises SignInNeeded, NotAllowed."""
    _member_or_key(principal, frozenset(Role), Scope.READ)


def access_work_desk(principal: Principal) -> None:
    """To approve, cancel, move and book for others. Raises SignInNeeded, NotAllowed."""
    _member_or_key(principal, frozenset(Role), Scope.BOOK)


def access_configure(principal: Principal) -> None:
    """To change services, hours, hosts, teams. Raises SignInNeeded, NotAllowed."""
    _member_or_key(principal, frozenset({Role.OWNER, Role.ADMIN}), Scope.CONFIGURE)


def access_people(principal: Principal) -> None:
    """To see and change members and keys: people only, never a key. Raises SignInNeeded, NotAllowed."""
    _member_or_key(principal, frozenset({Role.OWNER, Role.ADMIN}), None)


def access_own_workspace(principal: Principal) -> None:
    """To change the workspace itself. Raises SignInNeeded, NotAllowed."""
    _member_or_key(principal, frozenset({Role.OWNER}), None)


def access_own_account(principal: Principal) -> None:
    """To read and end one's own session. Raises SignInNeeded, NotAllowed."""
    _member_or_key(principal, frozenset(Role), None)


def access_grant_role(actor: Member | None, role: Role) -> None:
    """Only an owner makes or changes an owner; the command line (`None`) may. Raises NotAllowed."""
    if role is Role.OWNER and actor is not None and actor.role is not Role.OWNER:
        raise NotAllowed(needs="owner")


def _member_or_key(principal: Principal, roles: frozenset[Role], scope: Scope | None) -> None:
    if isinstance(principal, MemberPrincipal):
        if principal.member.role not in roles:
            raise NotAllowed(needs="role", roles=sorted(roles))
        return
    if isinstance(principal, KeyPrincipal):
        if scope is None or scope not in principal.key.scopes:
            raise NotAllowed(needs="scope", scope=scope)
        return
    raise SignInNeeded(needs="member")
