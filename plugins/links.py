"""Addresses of the site that texts lead to: each must answer. Runs when all of them are known."""

from collections.abc import Iterable, Iterator, Set

from plugins.generator import Generator, Room
from plugins.model.problem import Problem, Problems
from plugins.writer import SiteWriter


def dead_addresses(links: Iterable[tuple[str, int, str]], addresses: Set[str]) -> Iterator[Problem]:
    """Yield a problem for each of *links*, path and line and address, that nothing answers at."""
    for path, line, target in links:
        if target.partition("#")[0] not in addresses:
            yield Problem(path, line, "dead-address", {"found": target})


class LinksGenerator(Generator):
    """Holds the site's own addresses in the texts against what has been written."""

    def generate_output(self, writer: SiteWriter) -> None:
        problems = list(dead_addresses(self.context["site"].site_links, writer.addresses))
        if problems:
            raise Problems(problems)


register = Room(LinksGenerator)
