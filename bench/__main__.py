"""Gathers the figures of every bench module, prints them, and writes docs/reference/performance.md.

`python -m bench` runs all, `python -m bench slots http` only these (and writes nothing). A module of this
folder takes part by `def main() -> list[Figure]`.
"""

import os
import platform
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from bench.figures import Figure

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs/reference/performance.md"


def known() -> list[str]:
    """The bench modules of this folder, by name; those that offer no `main` are support."""
    names = sorted(
        path.stem for path in HERE.glob("*.py") if path.stem not in ("__init__", "__main__", "figures")
    )
    return [name for name in names if hasattr(import_module(f"bench.{name}"), "main")]


def print_value(value: float) -> str:
    """Three significant digits, thousands apart."""
    if value == 0:
        return "0"
    digits = max(0, 2 - int(f"{abs(value):e}".split("e")[1]))
    return f"{value:,.{digits}f}"


def limit_of(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    return f"{'≤' if figure.better == 'less' else '≥'} {print_value(figure.limit)} {figure.unit}"


def line_of(figure: Figure) -> str:
    cells = [
        figure.name,
        f"{print_value(figure.value)} {figure.unit}",
        limit_of(figure),
        figure.beside,
        figure.note,
    ]
    if not figure.is_met:
        cells = [f"**{cell}**" if cell and place < 3 else cell for place, cell in enumerate(cells)]
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def table_of(title: str, figures: Iterable[Figure]) -> list[str]:
    head = [
        "",
        f"## {title}",
        "",
        "| what | measured | target | beside it, same run | how |",
        "|---|---|---|---|---|",
    ]
    return [*head, *(line_of(figure) for figure in figures)]


def machine() -> str:
    """Processor, count of cores, system and Python, for whoever compares."""
    model = platform.processor() or platform.machine()
    cpu = Path("/proc/cpuinfo")
    if cpu.exists():
        names = [
            line.split(":", 1)[1].strip() for line in cpu.read_text().splitlines() if "model name" in line
        ]
        model = names[0] if names else model
    return f"{os.cpu_count()} × {model}, {platform.system()}, Python {platform.python_version()}"


def revision() -> str:
    asked = ["git", "rev-parse", "--short", "HEAD"]
    answer = subprocess.run(asked, cwd=HERE, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "no revision"


def measure(names: Iterable[str]) -> tuple[dict[str, list[Figure]], list[str]]:
    """The figures of each module in turn, and the modules that failed."""
    found: dict[str, list[Figure]] = {}
    failed: list[str] = []
    for name in names:
        print(f"==> {name}", file=sys.stderr, flush=True)
        work: Callable[[], list[Figure]] = import_module(f"bench.{name}").main
        try:
            found[name] = work()
        except Exception:
            traceback.print_exc()
            failed.append(name)
        print("\n".join(table_of(name, found.get(name, []))), flush=True)
    return found, failed


def main() -> int:
    names = known()
    wanted = sys.argv[1:] or names
    unknown = set(wanted) - set(names)
    if unknown:
        print(f"No such bench: {', '.join(sorted(unknown))}. There are: {', '.join(names)}.", file=sys.stderr)
        return 2
    found, failed = measure(wanted)
    if wanted == names and not failed:
        lines = [
            "# Performance",
            "",
            f"Measured on {datetime.now(UTC):%Y-%m-%d} by `scripts/bench`, in one run.",
            f"Revision: {revision()}.",
            "",
            f"Machine: {machine()}. The load generator runs on it too: read ratios, and take less than 1.5×",
            "as a tie. A missed target is in bold; [the profile](profile.md) says where its time goes.",
        ]
        for name, figures in found.items():
            lines += table_of(name, figures)
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"\nwritten: {PAGE.relative_to(HERE.parent)}", file=sys.stderr)
    missed = [figure.name for figures in found.values() for figure in figures if not figure.is_met]
    if missed:
        print(f"missed: {'; '.join(missed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
