"""The shelf: every file that was ever made of the pictures in use, on disk by its content.

A picture is made once, whatever its name or place; a build that fails afterwards loses nothing.
"""

import os
import shutil
import time
from collections.abc import Iterable, Sequence
from functools import partial
from mimetypes import MimeTypes
from pathlib import Path
from typing import Any

from plugins.languages.addresses import PICTURES
from plugins.languages.media import Picture, Rendition
from plugins.model.memo import Memo, digest, write_whole
from plugins.model.slugs import slugify
from plugins.pictures.making.recipe import BadPicture, Encoded, Files, Recipe, key_of, version_of
from plugins.sharing import share_out

WORTH_SHARING = 2
"""Pictures: each takes about a second."""

UNUSED_DAYS = 30
"""How long the files of a picture are kept that no text uses any more."""

NAME = 10
"""Letters of the digest in a file's address."""

_TYPES = MimeTypes()

Outcome = dict[str, Any] | BadPicture | None

Work = tuple[Path, str, Outcome]
"""A picture, the key of what was read there, and what came of it."""


class Shelf:
    """The files of pictures in *folder*, made by *recipe* in up to *jobs* processes."""

    def __init__(self, folder: Path, *, recipe: Recipe, jobs: int) -> None:
        self._folder = folder
        self._recipe = recipe
        self._jobs = jobs
        self._memo = Memo(folder / "index.sqlite")

    def pictures(
        self, paths: Sequence[Path], *, only_check: bool = False
    ) -> tuple[dict[Path, Picture], dict[Path, BadPicture]]:
        """Return the pictures at *paths* with all their files, and what is wrong with others.

        What is not on the shelf yet is made, or with *only_check* only looked at.
        """
        version = version_of(self._recipe)
        keys = {path: key_of(path.read_bytes(), path.suffix, version) for path in paths}
        known = self._memo.read(keys.values())
        kept = {key: entry for key, entry in known.items() if self._is_whole(entry)}
        new = {key: path for path, key in keys.items() if key not in kept}
        self._folder.mkdir(parents=True, exist_ok=True)
        work = partial(
            _work,
            version=version,
            folder=self._folder,
            recipe=self._recipe,
            only_check=only_check,
        )
        shares = share_out(work, sorted(new.values()), self._jobs, worth=WORTH_SHARING)
        done = [one for share in shares for one in share]
        bad = {key: found for _, key, found in done if isinstance(found, BadPicture)}
        made = {key: entry for _, key, entry in done if isinstance(entry, dict)}
        if made or len(known) != len(kept):
            self._memo.write(made, keep=keys.values())
        if any(keys[path] != key for path, key, _ in done):  # one was replaced before it was made
            return self.pictures(paths, only_check=only_check)
        entries = kept | made
        self._clear(entries.values())
        pictures = {
            path: self._picture(path, entries[key]) for path, key in keys.items() if key in entries
        }
        return pictures, {path: bad[key] for path, key in keys.items() if key in bad}

    def _is_whole(self, entry: dict[str, Any]) -> bool:
        """Return whether every file of *entry* lies on the shelf, byte for byte."""
        for name, *_ in _listed(entry):
            try:
                if digest((self._folder / name).read_bytes()) != Path(name).stem:
                    return False
            except OSError:
                return False
        return True

    def _picture(self, path: Path, entry: dict[str, Any]) -> Picture:
        stem = slugify(path.stem) or "picture"

        def rendition(listed: list[Any]) -> Rendition:
            name, width, height, size = listed
            made, ending = name.split(".")
            return Rendition(
                url=f"/{PICTURES}/{stem}-{width}-{made[:NAME]}.{ending}",
                media_type=_TYPES.types_map[True].get(f".{ending}", f"image/{ending}"),
                width=width,
                height=height,
                size=size,
                path=self._folder / name,
            )

        formats = tuple(tuple(rendition(one) for one in files) for files in entry["formats"])
        still = rendition(entry["still"]) if entry["still"] else None
        return Picture(formats, rendition(entry["fallback"]), still)

    def _clear(self, entries: Iterable[dict[str, Any]]) -> None:
        """Remove what has long been unused; another build may need the rest at this moment."""
        used = {name for entry in entries for name, *_ in _listed(entry)} | {"index.sqlite"}
        long_ago = time.time() - UNUSED_DAYS * 86_400
        for file in self._folder.iterdir():
            if file.name in used:
                os.utime(file)
            elif file.is_file() and file.stat().st_mtime < long_ago:
                file.unlink(missing_ok=True)


def _work(
    paths: Sequence[Path], *, version: bytes, folder: Path, recipe: Recipe, only_check: bool
) -> list[Work]:
    done = []
    for path in paths:
        data = path.read_bytes()
        outcome = _outcome(data, path.name, folder, recipe, only_check=only_check)
        done.append((path, key_of(data, path.suffix, version), outcome))
    return done


def _outcome(data: bytes, name: str, folder: Path, recipe: Recipe, *, only_check: bool) -> Outcome:
    from plugins.pictures.making.make import check, make  # noqa: PLC0415  slow to load, rarely needed

    try:
        if only_check:
            check(data, name, recipe)
            return None
        return _put(make(data, name, recipe), folder)
    except BadPicture as error:
        return error


def _put(files: Files, folder: Path) -> dict[str, Any]:
    """Lay *files* on the shelf and return what the memo keeps of them."""

    def put(one: Encoded) -> list[Any]:
        name = f"{digest(one.data)}.{one.ending}"
        if (folder / name).is_dir():  # which no file can take the place of
            shutil.rmtree(folder / name)
        write_whole(folder / name, one.data)
        return [name, one.width, one.height, len(one.data)]

    return {
        "formats": [[put(one) for one in files_] for files_ in files.formats],
        "fallback": put(files.fallback),
        "still": put(files.still) if files.still else None,
    }


def _listed(entry: dict[str, Any]) -> list[list[Any]]:
    still = [entry["still"]] if entry["still"] else []
    return [one for files in entry["formats"] for one in files] + [entry["fallback"], *still]
