"""The room of the pictures: between the content and the languages.

`context["pictures"]` holds what the languages put into pages. Finished HTML is never read again.
"""

from pathlib import Path

from plugins.generator import Generator, Room
from plugins.pictures.making.recipe import Recipe
from plugins.pictures.shelf import Shelf
from plugins.pictures.uses import by_picture, problems_of, uses_of


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


register = Room(PicturesGenerator)
