"""The rooms of the site, one after the other, with nobody around them."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from plugins.generator import Generator, Room
from plugins.writer import SiteWriter


def run(settings: Mapping[str, Any], begin_writing: Callable[[], None]) -> dict[str, Any]:
    """Let the rooms of PLUGINS make the site, and return what they put into the context.

    *begin_writing* is called once all of them have.
    """
    context = dict(settings)
    opened = [open_room(name, context, settings) for name in settings["PLUGINS"]]
    generators = [generator for generator in opened if generator]
    for generator in generators:
        generator.generate_context()
    begin_writing()
    writer = SiteWriter(settings["OUTPUT_PATH"], settings)
    for generator in generators:
        generator.generate_output(writer)
    return context


def open_room(
    plugin: str, context: dict[str, Any], settings: Mapping[str, Any]
) -> Generator | None:
    """Return the generator of the room *plugin*; None where it is none, but the writer."""
    room = _room(plugin)
    if room is None:
        return None
    return room.generator(
        context=context,
        settings=settings,
        path=settings["PATH"],
        theme=settings["THEME"],
        output_path=settings["OUTPUT_PATH"],
    )


def are_rooms(plugins: list[str]) -> bool:
    """Return whether *plugins* are our own rooms, and the writer; others need Pelican."""
    return all(_room(name) or name == SiteWriter.__module__ for name in plugins)


def _room(plugin: str) -> Room | None:
    if not plugin.startswith("plugins."):
        return None  # where Pelican finds it is Pelican's to know
    register = getattr(import_module(plugin), "register", None)
    return register if isinstance(register, Room) else None
