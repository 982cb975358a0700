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
            Problems: the name of a file of the theme can't be an address.
        """
        for url, path in sorted(self.context["site"].media.items()):
            writer.copy(url, path, source=str(path))
        folder = Path(self.theme) / "static"
        for path in sorted(_files(folder)):
            name = composed(path.relative_to(folder).as_posix())
            source = f"theme/static/{legible(name)}"
            if legible(name) != name:
                raise Problems([Problem(source, 0, "bad-file-name")])
            writer.copy(f"{STATIC}{quote(name)}", path, source=source)


def _files(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not JUNK.fullmatch(name)]
        yield from (Path(above, name) for name in names if not JUNK.fullmatch(name))


register = Room(FilesGenerator)
