"""The API's readable pages, from our own files: every operation, every error code. No script."""

from functools import cache
from html import escape
from typing import Any

import msgspec
from litestar import Request, Response, get

from ringonce.web import openapi
from ringonce.web.edge import API
from ringonce.web.problem_pages import ProblemPage, problem_page, problem_pages

_METHODS = ("get", "post", "patch", "delete")
_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem }
a { color: light-dark(#0e5359, #7cc6c3) }
code, pre { font: .875em/1.5 ui-monospace, monospace }
pre { overflow: auto; padding: .75rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: .5rem }
h2 { margin-top: 3rem } details { margin: .35rem 0; padding: .25rem 0 } summary { cursor: pointer; min-height: 2.75rem; align-content: center }
.method { display: inline-block; width: 4.5rem; font-weight: 650 } table { border-collapse: collapse; width: 100% }
td, th { text-align: start; padding: .35rem .75rem .35rem 0; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent) }
"""  # noqa: E501 - a style sheet


@get(f"{API}/openapi.json", include_in_schema=False)
async def contract() -> Response[bytes]:
    """The contract, for programs."""
    return Response(_contract(), media_type="application/json")


@get("/docs", include_in_schema=False)
async def docs(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The contract, for people."""
    return _answer(request, "The API", _operations())


@get("/docs/errors", include_in_schema=False)
async def errors(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Every error code."""
    rows = "".join(
        f'<tr><td><a href="/docs/errors/{page.code}"><code>{page.code}</code></a></td>'
        f"<td>{page.status}</td><td>{escape(page.title)}</td></tr>"
        for page in problem_pages()
    )
    return _answer(request, "Errors", f"<table><tr><th>Code<th>Status<th>Title</tr>{rows}</table>")


@get("/docs/errors/{code:str}", include_in_schema=False)
async def error(request: Request[Any, Any, Any]) -> Response[bytes]:
    """One error code. Raises CodeUnknown."""
    page = problem_page(str(request.path_params["code"]))
    return _answer(request, page.title, _error(page))


def _answer(request: Request[Any, Any, Any], title: str, body: str) -> Response[bytes]:
    nonce = request.scope["state"]["nonce"]
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)} · Ringonce</title><style nonce="{nonce}">{_STYLE}</style>'
        '<nav><a href="/docs">API</a> · <a href="/docs/errors">Errors</a> · '
        f'<a href="{API}/openapi.json">openapi.json</a></nav>'
        f"<main><h1>{escape(title)}</h1>{body}</main></html>"
    )
    return Response(page.encode(), media_type="text/html")


def _error(page: ProblemPage) -> str:
    kept = (
        "Final: it is stored under the key and replayed; another action needs another key."
        if page.final
        else "Not stored: the same key may be tried again."
    )
    meaning = f"<p>{escape(page.meaning)}</p>" if page.meaning else ""
    head = f"<p><code>{page.code}</code> · status {page.status}</p>"
    return f"{head}<p>{escape(page.detail)}</p>{meaning}<p>{kept}</p>"


@cache
def _contract() -> bytes:
    return msgspec.json.encode(openapi.document())


@cache
def _operations() -> str:
    found = openapi.document()
    told = [f"<p>{escape(found['info']['description'])}</p>"]
    for tag in found["tags"]:
        told.append(f"<h2>{escape(tag['name'])}</h2>")
        for path, methods in found["paths"].items():
            for method in _METHODS:
                operation = methods.get(method)
                if operation is not None and tag["name"] in operation["tags"]:
                    told.append(_operation(method, path, operation, found))
    schemas = "".join(
        f'<details id="{name}"><summary><code>{name}</code></summary>{_json(schema)}</details>'
        for name, schema in sorted(found["components"]["schemas"].items())
    )
    return "".join(told) + f"<h2>Shapes</h2>{schemas}"


def _operation(method: str, path: str, operation: dict[str, Any], found: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(each['name'])}</code></td><td>{each['in']}</td>"
        f"<td>{'needed' if each['required'] else ''}</td><td>{escape(each.get('description', ''))}</td></tr>"
        for each in (_resolved(parameter, found) for parameter in operation["parameters"])
    )
    answers = "".join(
        f"<tr><td>{status}</td><td>{escape(answer['description'])}{_shape(answer)}</td></tr>"
        for status, answer in operation["responses"].items()
    )
    body = operation.get("requestBody")
    return (
        f'<details id="{operation["operationId"]}"><summary><span class="method">{method.upper()}</span>'
        f"<code>{escape(path)}</code> {escape(operation['summary'])}</summary>"
        f"<p>{escape(operation['description'])}</p><table>{rows}</table>"
        + (f"<h4>Body</h4>{_shape(body)}{_example(body)}" if body else "")
        + f"<h4>Answers</h4><table>{answers}</table></details>"
    )


def _resolved(parameter: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    name = parameter.get("$ref", "").rpartition("/")[2]
    resolved: dict[str, Any] = found["components"]["parameters"][name] if name else parameter
    return resolved


def _shape(part: dict[str, Any]) -> str:
    for kind, media in part.get("content", {}).items():
        name = media["schema"].get("$ref", "").rpartition("/")[2]
        if not name:
            # Bytes as they are: a file has no shape of ours.
            return f" <code>{escape(kind)}</code>"
        return f' <a href="#{name}"><code>{name}</code></a>'
    return ""


def _example(part: dict[str, Any]) -> str:
    media = part["content"].get("application/json", {})
    return _json(media["example"]) if "example" in media else ""


def _json(value: Any) -> str:
    return f"<pre>{escape(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())}</pre>"


HANDLERS = [contract, docs, errors, error]
