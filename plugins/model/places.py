"""Where in a source file a fragment of its text stands."""


class Places:
    """Finds the line of a fragment of the text; asked again for the same one, finds the next."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._after: dict[str, int] = {}

    def line_of(self, fragment: str) -> int:
        """Return the line of the file in which *fragment* stands."""
        index = self._text.find(fragment, self._after.get(fragment, 0))
        if index < 0:
            index = max(self._text.find(fragment), 0)
        self._after[fragment] = index + max(len(fragment), 1)
        return self._first_line + self._text.count("\n", 0, index)

    def source(self, line: int) -> str:
        """Return the whole source line with the number *line* of the file."""
        return self._text.split("\n")[line - self._first_line]
