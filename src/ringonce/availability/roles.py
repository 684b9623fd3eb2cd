"""Filling roles with different hosts: whether each role can have its own. Chooses by order, not fairness."""

from collections.abc import Sequence


def fill(choices: Sequence[Sequence[str]]) -> list[str] | None:
    """One host for each role, none twice, earlier choices preferred; None where it cannot be done."""
    taken: dict[str, int] = {}

    def place(role: int, tried: set[str]) -> bool:
        for host in choices[role]:
            if host in tried:
                continue
            tried.add(host)
            if host not in taken or place(taken[host], tried):
                taken[host] = role
                return True
        return False

    if not all(place(role, set()) for role in range(len(choices))):
        return None
    by_role = {role: host for host, role in taken.items()}
    return [by_role[role] for role in range(len(choices))]


def can_fill(choices: Sequence[Sequence[str]]) -> bool:
    """Whether each role can have a host of its own."""
    return fill(choices) is not None
