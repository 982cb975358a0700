"""Pictures beside the texts: each checked, made once in every size and format, kept by content.

Runs between the content and the languages: `context["pictures"]` holds what they put into pages.
Finished HTML is never read again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.model.problem import Problem
from plugins.pictures.making.recipe import BadPicture, Recipe
from plugins.pictures.shelf import Shelf
from plugins.pictures.uses import Use, uses_of


def by_picture(uses: Iterable[Use]) -> dict[Path, list[Use]]:
    """Return the *uses* of each picture, by where it lies."""
    found: dict[Path, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.path].append(use)
    return found


def problems_of(
    uses: Mapping[Path, list[Use]], bad: Mapping[Path, BadPicture]
) -> Iterator[tuple[Use, Problem]]:
    """Yield each use of a *bad* picture, with what is wrong with it, at the line that names it."""
    for path, found in bad.items():
        for use in uses[path]:
            values = {**found.values, "found": use.name}
            written = use.document.source.line(use.line)
            better = found.values.get("better")
            fix = written.replace(use.name, better) if better else None
            yield use, Problem(use.document.path, use.line, found.rule, values, fix)


class PicturesGenerator(Generator):
    """Makes `context["pictures"]`: what pages get of each picture that a text uses."""

    def generate_context(self) -> None:
        content = self.context["content"]
        uses = by_picture(use for document in content.documents for use in uses_of(document))
        shelf = Shelf(
            Path(self.settings["MEMO_PATH"]) / "pictures",
            recipe=Recipe.from_settings(self.settings),
            jobs=self.settings["JOBS"],
        )
        # What stops the build anyway should not have to wait for pictures to be made.
        pictures, bad = shelf.pictures(list(uses), only_check=bool(content.problems))
        self.context["pictures"] = pictures
        for use, problem in problems_of(uses, bad):
            use.document.problems.append(problem)
            content.problems.append(problem)
            content.states[use.document.path] = "error"


def get_generators(pelican: Pelican) -> type[Generator]:
    return PicturesGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
