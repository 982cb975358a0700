"""What `invoke preview` does: serves the site, watches the disk, and says what it does."""

import gc
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

from plugins.build import PROJECT, build_settings
from plugins.languages.formats import Formats
from plugins.preview.proof import Proof
from plugins.preview.server import HOST, PORTS, Bell, Server, open_server
from plugins.preview.watching import changes
from plugins.preview.words import WORDS
from plugins.report import WORDS as REASONS
from plugins.report import BuildFailed
from plugins.terminal import Speech

PORT = 8000
RARELY = (100_000, 50, 20)
"""How many things are made before the youngest, the young, and all of them are looked through."""
SETTINGS = "pelicanconf.py"


def preview(*, port: int | None, as_of: str | None, lang: str) -> int:
    """Serve the site until Ctrl+C, and return the exit code."""
    session = Session(lang, as_of)
    try:
        settings = session.settings()
        session.aside("reading")
        proof = Proof(settings, lang=lang)
        bell = Bell(lambda: proof.version)
        server = open_server(port or PORT, proof.answer, bell)
    except BuildFailed as error:
        session.failure(error)
        return 1
    except OSError:
        first = port or PORT
        session.aside("no-port", found=first, port=first + PORTS - 1)
        return 1
    except KeyboardInterrupt:
        return 0
    return _serve(session, server, proof, bell, settings, asked=port or PORT)


def _serve(
    session: "Session",
    server: Server,
    proof: Proof,
    bell: Bell,
    settings: Mapping[str, Any],
    *,
    asked: int,
) -> int:
    # What has been read stays to the end, and so does most of what follows: looking through it for
    # garbage would cost a save a tenth of a second, now and then.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)
    Thread(target=server.serve_forever, name="server", daemon=True).start()
    if server.server_port != asked:
        session.aside("port-taken", found=asked, port=server.server_port)
    address = f"http://{HOST}:{server.server_port}/"
    session.aside("serving", day=Formats(session.lang).day(settings["BUILD_DAY"]), address=address)
    session.problems(proof)
    try:
        for paths in _changes(session, settings):
            session.take_in(proof, paths)
            bell.ring()
            session.problems(proof)
    except KeyboardInterrupt:
        pass
    server.shutdown()
    session.aside("stopped")
    return 0


def _changes(session: "Session", settings: Mapping[str, Any]) -> Iterator[set[Path]]:
    folders = [Path(settings["PATH"]), Path(settings["THEME"]), PROJECT / "plugins"]
    files = [PROJECT / SETTINGS]
    try:
        yield from changes(folders, files, poll=False)
    except OSError:
        session.aside("polling")
        yield from changes(folders, files, poll=True)


class Session(Speech):
    """Speaks *lang* on the console, and tells the preview what to take in."""

    def __init__(self, lang: str, as_of: str | None) -> None:
        super().__init__(WORDS, lang)
        self._as_of = as_of
        self._told: list[str] = []

    def settings(self) -> dict[str, Any]:
        """Return the settings as they are now."""
        settings = build_settings(publish=False, as_of=self._as_of, jobs=None)
        return {**settings, "OUTPUT_PATH": str(settings["FINAL_OUTPUT"])}

    def failure(self, error: BuildFailed) -> None:
        """Print why the settings can't be used."""
        self.note(self._reason(error))

    def take_in(self, proof: Proof, paths: set[Path]) -> None:
        """Let *proof* take in what changed at *paths*, and say so."""
        started = time.perf_counter()
        if PROJECT / SETTINGS in paths:
            try:
                proof.notices = []
                proof.configure(self.settings())
            except BuildFailed as error:
                proof.notices = [self._reason(error)]
                self.failure(error)
        code = PROJECT / "plugins"
        if any(path.is_relative_to(code) and path.suffix == ".py" for path in paths):
            self.aside("code")
            proof.notices = [self.t("code")]
        with suppress(OSError):  # what went away while it was read is told of next
            proof.update(
                path for path in paths if not path.is_relative_to(code) and path.name != SETTINGS
            )
        seconds = Formats(self.lang).number(round(time.perf_counter() - started, 2))
        self.aside("changed", what=self._names(paths), seconds=seconds)

    def problems(self, proof: Proof) -> None:
        """Print what is wrong, if that is not what was printed last."""
        found = proof.wrong.all()
        told = [problem.render(self.lang) for problem in found]
        if told == self._told:
            return
        for text in told:
            if text not in self._told:
                self.note(text)
        self._told = told
        key = "to-mend" if told else "mended"
        self.aside(key, count=len([problem for problem in found if problem.level == "must"]))

    def _names(self, paths: set[Path]) -> str:
        names = sorted(os.path.relpath(path, PROJECT).replace(os.sep, "/") for path in paths)
        if len(names) == 1:
            return names[0]
        return self.t("more", what=names[0], count=len(names) - 1)

    def _reason(self, error: BuildFailed) -> str:
        return REASONS[error.key][self.lang].format(**error.values)
