"""What is installed beside this project: what was made with other libraries is made anew."""

import contextlib
import os
import sys
from functools import cache


@cache
def installed() -> tuple[str, ...]:
    """Return the version of Python, and the name and version of each library that it finds."""
    found = [sys.version]
    for folder in sys.path:
        with contextlib.suppress(OSError):
            found += (name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return tuple(sorted(found))
