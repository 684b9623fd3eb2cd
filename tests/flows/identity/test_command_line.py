"""The command line: plain sentences, and writes that go through the server if one runs."""

import asyncio
import socket
from pathlib import Path

import httpx
from click.testing import CliRunner, Result

from ringonce.app.control import FILE
from ringonce.cli.main import main
from tests.support.product import Product


def ringonce(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_an_admin_is_made_on_an_empty_folder_and_the_password_printed(tmp_path: Path) -> None:
    made = ringonce("admin", "create", "--email", "a@example.org", "--name", "Ann", "--data", str(tmp_path))
    assert made.exit_code == 0, made.output
    assert "Made the workspace main." in made.output
    assert "Password: " in made.output
    again = ringonce("admin", "create", "--email", "A@example.org", "--name", "Ann", "--data", str(tmp_path))
    assert again.exit_code == 1
    assert "Traceback" not in again.output
    assert "mail address" in again.output


def test_a_port_in_use_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = ringonce("serve", "--port", port, "--data", str(tmp_path))
    assert refused.exit_code == 1
    assert f"Cannot listen on 127.0.0.1, port {port}" in refused.output


def test_a_malformed_setting_is_named(tmp_path: Path) -> None:
    refused = CliRunner(env={"RINGONCE_PORT": "eighty"}).invoke(main, ["serve", "--data", str(tmp_path)])
    assert refused.exit_code == 1
    assert "RINGONCE_PORT must be a whole number" in refused.output


def test_a_member_nobody_knows_is_said_in_a_sentence(tmp_path: Path) -> None:
    ringonce("admin", "create", "--email", "a@example.org", "--name", "Ann", "--data", str(tmp_path))
    refused = ringonce("admin", "reset-password", "--email", "b@example.org", "--data", str(tmp_path))
    assert refused.exit_code == 1
    assert "No such member" in refused.output


async def test_writes_go_through_the_running_server(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    async with Product(folder) as product:
        assert (folder / FILE).stat().st_mode & 0o077 == 0
        assert "/setup#" in product.printed()
        words = ("--email", "a@example.org", "--data", str(folder), "--password", "a long enough one")
        made = await asyncio.to_thread(ringonce, "admin", "create", "--name", "Ann", *words)
        assert made.exit_code == 0, made.output
        second = await asyncio.to_thread(ringonce, "serve", "--port", "0", "--data", str(folder))
        assert second.exit_code == 1
        assert "is in use by another Ringonce process" in second.output.replace("\n", " ")
        async with httpx.AsyncClient(base_url=f"{product.url}/api/v1", trust_env=False) as client:
            body = {"email": "a@example.org", "password": "a long enough one"}
            signed = await client.post("/session", json=body)
            assert signed.status_code == 200
            reset = await asyncio.to_thread(
                ringonce, "admin", "reset-password", "--email", "a@example.org", "--data", str(folder)
            )
            assert reset.exit_code == 0, reset.output
            assert (await client.get("/session")).status_code == 401
            assert (await client.post("/session", json=body)).status_code == 401
    assert not (folder / FILE).exists()
