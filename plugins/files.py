"""What lies beside the texts: covers, pictures and documents that a published text uses."""

from pelican import Pelican, signals

from plugins.generator import Generator
from plugins.writer import SiteWriter


class FilesGenerator(Generator):
    """Writes each file under its address; what no published text uses stays unpublished."""

    def generate_output(self, writer: SiteWriter) -> None:
        for url, path in sorted(self.context["site"].media.items()):
            writer.copy(url, path, source=str(path))


def get_generators(pelican: Pelican) -> type[Generator]:
    return FilesGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
