"""The overview at the terminal."""

from rich.table import Table
from rich.text import Text

from plugins.model.dates import LANGUAGES
from plugins.translations.desk import Entry, Overview
from plugins.translations.speech import Speech
from plugins.translations.wording import Change

STYLES = {"same": "", "skip": "dim", "out": "red strike", "in": "green bold"}
SIGNS = {"same": "{}", "skip": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
"""Of a change word by word: colours for those who see them, Git's signs for all."""


def show(seen: Overview, speech: Speech) -> None:
    """Print what is to be done, in its order, and how many items there are of each state."""
    for entry in seen.entries:
        _show_entry(entry, speech)
    if not seen.entries:
        speech.say("nothing")
    if count := seen.counts["unrecorded"]:
        speech.say("unrecorded-help", count=speech.formats.number(count))
    table = Table(box=None, pad_edge=False)
    table.add_column(speech.t("state"))
    table.add_column(speech.t("count"), justify="right")
    for state, count in seen.counts.items():
        table.add_row(speech.t(state), speech.formats.number(count))
    speech.out.print(table)


def _show_entry(entry: Entry, speech: Speech) -> None:
    original, translation = entry.standing.original, entry.standing.translation
    path = (translation or original).path
    speech.out.print(Text(f"{path}  ", "bold") + Text(speech.t(entry.standing.state)))
    if translation is None:
        other = next(lang for lang in LANGUAGES if lang != original.lang)
        wanted = speech.t("wanted", path=original.path)
        speech.out.print(f"  {speech.t(f'missing-{other}')}: {wanted}")
    if entry.changes or entry.is_lost:
        speech.out.print(f"  {speech.t('from', path=original.path)}")
    if entry.is_lost:
        why = speech.t("shallow") if entry.is_shallow else ""
        speech.out.print(f"  {speech.t('lost', why=why)}")
    for change, name in zip(entry.changes, entry.names(speech.lang), strict=True):
        speech.out.print(_line(change, name, speech))
    for problem in entry.differences:
        speech.out.print("  " + problem.render(speech.lang).replace("\n", "\n  "))


def _line(change: Change, name: str, speech: Speech) -> Text:
    gone = f" ({speech.t('gone')})" if change.is_gone else ""
    words = [Text(SIGNS[kind].format(text), STYLES[kind]) for kind, text in change.pieces]
    return Text(f"  {name}{gone}: ") + Text(" ").join(words)
