"""The rooms of the site in Pelican's run, beside the plugins that others wrote for it."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pelican
from pelican import signals
from pelican.settings import read_settings

from plugins.generator import Generator
from plugins.idle import IDLE
from plugins.report import BuildFailed


def run(settings: Mapping[str, Any], begin_writing: Callable[[], None]) -> dict[str, Any]:
    """Let Pelican make the site, and return what the rooms put into its context.

    *begin_writing* is called once all of them have.

    Raises:
        BuildFailed: a plugin does not load, or Pelican finds something at fault.
    """
    context: dict[str, Any] = {}

    def note(generators: list[Generator]) -> None:
        nonlocal context
        context = generators[0].context
        begin_writing()

    # Pelican's sum counts its own articles, which are none; ours is printed instead.
    pelican.console.quiet = True
    with _errors() as errors, signals.all_generators_finalized.connected_to(note):
        site = OrderedPelican(_configured(settings))
        missing = [name for name in settings["PLUGINS"] if name not in site.settings["PLUGINS"]]
        if missing:
            raise BuildFailed("plugin-missing", found=", ".join(missing), reason=" ".join(errors))
        site.run()
    if errors:
        raise BuildFailed("pelican-error", reason=" ".join(errors))
    return context


def _configured(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return *settings* with all that Pelican wants to have beside them."""
    try:
        return dict(read_settings(override=dict(settings)))
    except ValueError as error:
        raise BuildFailed("bad-settings", reason=error) from error


class OrderedPelican(pelican.Pelican):
    """Pelican with its generators in the order of PLUGINS, which its signals do not promise."""

    def _get_generator_classes(self) -> list[type[Generator]]:
        order = {name: place for place, name in enumerate(self.settings["PLUGINS"], 1)}
        classes: list[type[Generator]] = super()._get_generator_classes()
        # A plugin of ours that another run of this process has loaded has no place in this one.
        others = [
            IDLE.get(each, each) for each in classes if not each.__module__.startswith("plugins.")
        ]
        ours = [each for each in classes if each.__module__ in order]
        return others + sorted(ours, key=lambda generator: order[generator.__module__])


@contextmanager
def _errors() -> Iterator[list[str]]:
    """Collect what Pelican only logs and goes on after: here it stops the build."""
    errors: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: errors.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("pelican")
    logger.addHandler(handler)
    try:
        yield errors
    finally:
        logger.removeHandler(handler)
