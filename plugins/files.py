"""Files that are written as they are: those beside the texts, and those of the theme."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from plugins.generator import Generator, Room
from plugins.model.filenames import composed, legible
from plugins.model.problem import Problem, Problems
from plugins.model.tree import JUNK
from plugins.writer import SiteWriter

STATIC = "/theme/"
"""Under which files of the theme answer."""


class FilesGenerator(Generator):
    """Writes each file under its address; what no published text uses stays unpublished."""

    def generate_output(self, writer: SiteWriter) -> None:
        """Write them.

        Raises:
            Problems: names of files of the theme that can't be addresses.
        """
        for url, path in sorted(self.context["site"].media.items()):
            writer.copy(url, path, source=str(path))
        folder = Path(self.theme) / "static"
        files = {path.relative_to(folder).as_posix(): path for path in sorted(_files(folder))}
        if bad := [legible(name) for name in files if legible(name) != name]:
            raise Problems([Problem(f"theme/static/{name}", 0, "bad-file-name") for name in bad])
        for name, path in files.items():
            url = f"{STATIC}{quote(composed(name))}"
            writer.copy(url, path, source=f"theme/static/{composed(name)}")


def _files(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not JUNK.fullmatch(name)]
        yield from (Path(above, name) for name in names if not JUNK.fullmatch(name))


register = Room(FilesGenerator)
