"""One page for each error code: what it means and its status, from the program and the catalogue."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ringonce
from ringonce.values.errors import DomainError, Kind
from ringonce.web.problems import STATUS, STATUS_OF_CODE, words_of

# Problems of HTTP itself, which no domain error stands for.
OF_HTTP = {"not-found": 404, "method-not-allowed": 405, "body-too-large": 413, "internal": 500}


class CodeUnknown(DomainError):
    """No error has this code."""

    code = "not-found"
    kind = Kind.MISSING


@dataclass(frozen=True, slots=True)
class ProblemPage:
    code: str
    status: int
    title: str
    detail: str
    #: What the code of the program promises about it: its docstring.
    meaning: str
    final: bool


def problem_page(code: str) -> ProblemPage:
    """The page of one code. Raises CodeUnknown."""
    found = {page.code: page for page in problem_pages()}.get(code)
    if found is None:
        raise CodeUnknown()
    return found


@cache
def problem_pages() -> tuple[ProblemPage, ...]:
    """Every code that this program can answer with, in order."""
    pages = {code: _page(code, status, "", final=False) for code, status in OF_HTTP.items()}
    for error in _errors():
        status = STATUS_OF_CODE.get(error.code, STATUS[error.kind])
        pages.setdefault(error.code, _page(error.code, status, error.__doc__ or "", final=error.final))
    return tuple(pages[code] for code in sorted(pages))


def status_of(code: str) -> int:
    """The status a code is answered with. Raises CodeUnknown."""
    return problem_page(code).status


def _page(code: str, status: int, meaning: str, *, final: bool) -> ProblemPage:
    title, detail = words_of(code)
    told = " ".join(line.strip() for line in meaning.strip().splitlines())
    return ProblemPage(code, status, title, detail, told, final)


def _errors() -> Iterator[type[DomainError]]:
    for module in pkgutil.walk_packages(ringonce.__path__, "ringonce."):
        # The migrations and the entry point run when imported.
        if ".migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting = list(DomainError.__subclasses__())
    seen: set[type[DomainError]] = set()
    while waiting:
        error = waiting.pop()
        if error in seen:
            continue
        seen.add(error)
        waiting += error.__subclasses__()
        if error.__module__.startswith("ringonce.") and "code" in error.__dict__:
            yield error
