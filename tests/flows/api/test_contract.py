"""The committed contract is the code's, is sound, and is what the server keeps to."""

import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from ringonce.web import openapi
from ringonce.web.messages import Words
from ringonce.web.problem_pages import problem_pages
from ringonce.web.table import all_routes
from tests.support.house import House, Shop, done

COMMITTED = Path(__file__).parents[3] / "openapi.json"


@pytest.fixture(scope="module")
def contract() -> dict[str, Any]:
    return openapi.document()


def test_the_committed_contract_has_not_drifted() -> None:
    assert openapi.main(["--check", "--file", str(COMMITTED)]) == 0


def test_drift_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older = tmp_path / "openapi.json"
    older.write_text(COMMITTED.read_text(encoding="utf-8").replace('"/slots"', '"/times"'), encoding="utf-8")
    assert openapi.main(["--check", "--file", str(older)]) == 1
    assert '"/slots"' in capsys.readouterr().err


def test_every_reference_leads_somewhere(contract: dict[str, Any]) -> None:
    for reference in re.findall(r'"\$ref": "#/components/(\w+)/([^"]+)"', openapi.text()):
        assert reference[1] in contract["components"][reference[0]]


def test_operations_have_names_of_their_own() -> None:
    names = [route.name for route in all_routes()]
    assert len(names) == len(set(names))
    pairs = [(route.method, route.path) for route in all_routes()]
    assert len(pairs) == len(set(pairs))


def test_examples_fit_their_shapes(contract: dict[str, Any]) -> None:
    seen = 0
    for methods in contract["paths"].values():
        for operation in methods.values():
            media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            if "example" in media:
                seen += 1
                validator(contract, media["schema"]).validate(media["example"])
    assert seen >= 3


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
def test_every_code_has_words_in_both_languages(locale: str) -> None:
    words = Words(locale)
    missing = [
        page.code
        for page in problem_pages()
        if not (words.find(f"problem.{page.code}.title") and words.find(f"problem.{page.code}.detail"))
    ]
    assert missing == []


async def test_the_server_serves_the_contract_and_a_page_for_each_code(house: House) -> None:
    person = house.person()
    served = await person.get("/openapi.json")
    assert served.json() == openapi.document()
    page = await person.client.get("http://desk.test/docs")
    assert page.status_code == 200
    assert not re.search(r'(src|href)="https?://', page.text)
    for one in problem_pages():
        answer = await person.client.get(f"http://desk.test/docs/errors/{one.code}")
        assert answer.status_code == 200, one.code
    assert (await person.client.get("http://desk.test/docs/errors/nonsense")).status_code == 404


async def test_answers_fit_the_contract(house: House, shop: Shop, contract: dict[str, Any]) -> None:
    visitor = house.visitor(shop.workspace)
    day = {"service": "cut", "from": "2026-12-02", "to": "2026-12-02"}
    check(contract, "SlotsView", await done(visitor.get("/slots", day)))
    hold = await done(visitor.post("/holds", {"service": "cut", "start": "2026-12-02T09:00:00Z"}))
    check(contract, "HoldView", hold)
    booked = await done(
        visitor.post(
            "/bookings", {"hold_id": hold["id"], "hold_token": hold["token"], "name": "A", "email": "a@b.org"}
        )
    )
    check(contract, "BookedView", booked)
    check(contract, "BookingList", await done(shop.owner.get("/bookings")))
    check(contract, "ServiceList", await done(shop.owner.get("/services")))
    check(contract, "HostList", await done(shop.owner.get("/hosts")))
    check(contract, "ScheduleList", await done(shop.owner.get("/schedules")))
    check(contract, "MemberList", await done(shop.owner.get("/members")))
    explained = {"service": "cut", "start": "2026-12-02T03:00:00Z"}
    check(contract, "ExplainView", await done(shop.owner.get("/explain", explained)))
    trouble = {"service": "cut", "on": "2026-12-02", "zone": "UTC"}
    check(contract, "DayView", await done(shop.owner.get("/troubleshoot", trouble)))
    refused = await visitor.post("/holds", explained)
    check(contract, "Problem", refused.json())


def check(contract: dict[str, Any], name: str, body: Any) -> None:
    faults = validator(contract, {"$ref": f"#/components/schemas/{name}"}).iter_errors(body)
    assert [fault.message for fault in faults] == [], name


def validator(contract: dict[str, Any], schema: dict[str, Any]) -> Any:
    return jsonschema.Draft202012Validator({**schema, "components": contract["components"]})
