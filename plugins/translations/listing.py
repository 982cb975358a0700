"""The overview at the terminal."""

from rich.table import Table
from rich.text import Text

from plugins.languages.formats import Formats
from plugins.model.dates import LANGUAGES
from plugins.terminal import Speech
from plugins.translations.desk import Entry, Overview
from plugins.translations.wording import Change

STYLES = {"same": "", "skip": "dim", "out": "red strike", "in": "green bold"}
SIGNS = {"same": "{}", "skip": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
"""Of a change word by word: colours for those who see them, Git's signs for all."""


def show(seen: Overview, speech: Speech) -> None:
    """Print what is to be done, in its order, and how many items there are of each state."""
    number = Formats(speech.lang).number
    for entry in seen.entries:
        _show_entry(entry, speech)
    if not seen.entries:
        speech.say("nothing")
    if count := seen.counts["unrecorded"]:
        speech.say("unrecorded-help", count=number(count))
    table = Table(box=None, pad_edge=False)
    table.add_column(speech.t("state"))
    table.add_column(speech.t("count"), justify="right")
    for state, count in seen.counts.items():
        table.add_row(speech.t(state), number(count))
    speech.show(table)


def _show_entry(entry: Entry, speech: Speech) -> None:
    original, translation = entry.standing.original, entry.standing.translation
    path = (translation or original).path
    speech.show(Text(f"{path}  ", "bold") + Text(speech.t(entry.standing.state)))
    if translation is None:
        other = next(lang for lang in LANGUAGES if lang != original.lang)
        wanted = speech.t("wanted", path=original.path)
        speech.show(f"  {speech.t(f'missing-{other}')}: {wanted}")
    if entry.changes or entry.is_lost:
        speech.show(f"  {speech.t('from', path=original.path)}")
    if entry.is_lost:
        why = speech.t("shallow") if entry.is_shallow else ""
        speech.show(f"  {speech.t('lost', why=why)}")
    for change, name in zip(entry.changes, entry.names(speech.lang), strict=True):
        speech.show(_line(change, name, speech))
    for problem in entry.differences:
        speech.show("  " + problem.render(speech.lang).replace("\n", "\n  "))


def _line(change: Change, name: str, speech: Speech) -> Text:
    gone = f" ({speech.t('gone')})" if change.is_gone else ""
    words = [Text(SIGNS[kind].format(text), STYLES[kind]) for kind, text in change.pieces]
    return Text(f"  {name}{gone}: ") + Text(" ").join(words)
