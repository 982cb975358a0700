"""What the preview puts at the foot of a page: its state, what is wrong, and the reloading.

It is one piece right before `</body>`; built pages never have it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from plugins.languages.formats import Formats
from plugins.languages.item import Item
from plugins.model.documents import State
from plugins.model.problem import FIX, HELP, WHY, Problem
from plugins.preview.words import say

END = "</body>"

STYLE = """
#_preview, #_preview *, #_preview ::marker { all: revert; }
#_preview { position: fixed; inset: auto 0 0; z-index: 9; max-block-size: 60vh; overflow: auto;
  padding: .6rem 1rem; font: 1rem/1.4 system-ui, sans-serif; color: #111; background: #ffe9a8;
  border-block-start: 4px solid #b25000; }
#_preview p { margin: 0; font-weight: 700; }
#_preview li { margin-block: .5rem; }
#_preview :is(code, pre) { font: .9em/1.4 ui-monospace, monospace; }
#_preview pre { margin: .2rem 0 0; padding: .2rem .4rem; background: #fff; color: #111;
  white-space: pre-wrap; }
#_preview a { color: inherit; }
body:has(#_preview) { padding-block-end: 4rem; }
@media print { #_preview { display: none; } }
""".strip()

MARK = """
main a[href="{url}"]::after {{ content: " {label}"; display: inline-block; margin-inline: .4em;
  padding: .1em .5em; font: 600 .9rem/1.4 system-ui, sans-serif; color: #111; background: #ffd866;
  border: 1px solid #b25000; }}
""".strip()

RELOAD = """
(() => {
  const shown = document.currentScript.dataset.version;
  let source;
  const listen = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource("/_preview/events");
    source.onmessage = (event) => { if (event.data !== shown) location.reload(); };
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", listen);
})();
""".strip()
"""A hidden page does not listen: browsers keep six connections to a host, for all windows."""


@dataclass(frozen=True)
class Foot:
    """What is to be said at the foot of a page, and of which state of the preview it speaks."""

    version: str
    lang: str
    """Of what is said to the editor."""
    notices: Sequence[str] = ()
    problems: Sequence[Problem] = ()


def with_panel(
    html: str, foot: Foot, *, url: str, lang: str, marks: Mapping[str, tuple[Item, State]]
) -> str:
    """Return the page *html* in *lang*, which answers at *url*, with its panel.

    *marks* are the items that visitors can't see yet, by address, each with its state.
    """
    seen = {place: mark for place, mark in marks.items() if f'href="{place}"' in html}
    own = [_state(*marks[url], lang)] if url in marks else []
    piece = _panel(foot, own, lang) + _marks(seen, lang) + _script(foot)
    before, _, after = html.rpartition(END)
    return f"{before}{piece}{END}{after}" if before else html + piece


def bare_page(foot: Foot) -> str:
    """Return a page for where no page of the site can be shown."""
    title = escape(say("unseen", foot.lang))
    return (
        f'<!doctype html>\n<html lang="{foot.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n</head>\n'
        f"<body>\n<h1>{title}</h1>\n</body>\n</html>\n"
    )


def _panel(foot: Foot, own: Iterable[str], lang: str) -> str:
    said = [f'<p lang="{lang}">{escape(state)}</p>' for state in own]
    said += [f'<p lang="{foot.lang}">{escape(notice)}</p>' for notice in foot.notices]
    for level, key in (("must", "to-mend"), ("look", "to-look")):
        if found := [problem for problem in foot.problems if problem.level == level]:
            heading = escape(say(key, foot.lang, count=len(found)))
            rows = "\n".join(_problem(problem, foot.lang) for problem in found)
            is_open = " open" if level == "must" else ""
            said.append(
                f'<details lang="{foot.lang}"{is_open}><summary>{heading}</summary>\n'
                f"<ol>\n{rows}\n</ol></details>"
            )
    if not said:
        return ""
    label = escape(say("panel", foot.lang))
    inner = "\n".join(said)
    return (
        f'<style>{STYLE}</style>\n<aside id="_preview" aria-label="{label}">\n{inner}\n</aside>\n'
    )


def _problem(problem: Problem, lang: str) -> str:
    parts = [f"<code>{escape(problem.place)}</code>: {_words(problem.message(lang))}"]
    for names, words in ((WHY, problem.why(lang)), (HELP, problem.help(lang))):
        if words:
            parts.append(f"<br>{names[lang]}: {_words(words)}")
    if problem.fix is not None:
        parts.append(f"<br>{FIX[lang]}: <pre>{escape(problem.fix)}</pre>")
    return f"<li>{''.join(parts)}</li>"


def _words(text: str) -> str:
    """Return *text* as HTML; what stands between backquotes is code."""
    pieces = escape(text, quote=False).split("`")
    if len(pieces) % 2 == 0:  # a backquote of the text that is quoted
        return "`".join(pieces)
    return "".join(f"<code>{p}</code>" if n % 2 else p for n, p in enumerate(pieces))


def _state(item: Item, state: State, lang: str) -> str:
    return say(state, lang, day=_day(item, lang))


def _marks(marks: Mapping[str, tuple[Item, State]], lang: str) -> str:
    rules = [
        MARK.format(url=url, label=say(f"{state}-label", lang, day=_day(item, lang)))
        for url, (item, state) in sorted(marks.items())
    ]
    return "<style>{}</style>\n".format("\n".join(rules)) if rules else ""


def _day(item: Item, lang: str) -> str:
    return Formats(lang).day(item.date) if item.date else ""


def _script(foot: Foot) -> str:
    return f'<script data-version="{foot.version}">\n{RELOAD}\n</script>\n'
