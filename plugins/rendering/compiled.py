"""Templates as Python has compiled them, kept on disk.

Jinja's own cache believes whatever it finds. A damaged one can't be told from a good one any more
when Python runs it: it may print other words, or bring Python down.
"""

import contextlib
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from plugins.model.memo import digest, write_whole

DIGEST = len(digest())


class Compiled(BytecodeCache):
    """Compiled templates in *folder*, each behind its digest; *version* is their compiler's."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give *bucket* its code, if it is kept and sound."""
        try:
            kept = self._path(bucket).read_bytes()
        except OSError:
            return
        if kept[:DIGEST] == digest(kept[DIGEST:]).encode():
            bucket.bytecode_from_string(kept[DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of *bucket*, or not: that is no fault of the build."""
        code, path = bucket.bytecode_to_string(), self._path(bucket)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, digest(code).encode() + code)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._version}-{bucket.key}"
