"""The files with the settings: programs, of which what they call in capitals is a setting.

Only the standard library is imported here: to find out that nothing has changed takes no more.
"""

import runpy
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CONFIGURATIONS = {False: "pelicanconf.py", True: "publishconf.py"}
"""The file with the settings of a build, by whether it goes public."""


def read_configuration(file: Path) -> dict[str, Any]:
    """Return the settings in *file* by their names.

    Raises:
        Exception: any at all, and SystemExit: it is a program.
    """
    sys.modules.pop("pelicanconf", None)  # as another project may have left it
    with _no_bytecode():
        names = runpy.run_path(str(file))
    sys.modules.pop("pelicanconf", None)
    return {name: value for name, value in names.items() if name.isupper()}


def outbox_beside(output: Path, settings: Mapping[str, Any]) -> Path:
    """Return the folder for what is to be mailed of the site in *output*: never in it."""
    return output.with_name(settings["OUTBOX_PATH"])


@contextmanager
def _no_bytecode() -> Iterator[None]:
    """Keep nothing compiled: Python would believe it after a change within the same second."""
    wanted, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = wanted
