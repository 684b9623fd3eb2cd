"""The build hook: a wheel carries the built front end, so that `pip install .` is all that anyone types."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "scripts"))

import frontend


class FrontendHook(BuildHookInterface[Any]):
    """Builds the front end before the files of the wheel are gathered, unless fresh assets are there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel" and version != "editable":
            frontend.build()
