"""The line `translated_from` of front matter; everything else stays byte for byte."""

import re

from plugins.model.origin import Origin

_HEADER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*(\r?\n)(?P<fields>(?:.*\n)*?)(?=---[ \t]*\r?(?:\n|\Z))"
)
_LINE = re.compile(
    rb"^translated_from[ \t]*:[^\r\n#]*(?P<comment>[ \t]#[^\r\n]*)?\r?\n(?:[ \t]+[^\s#][^\n]*\n)*",
    re.MULTILINE,
)


def stamped(data: bytes, origin: Origin | None) -> bytes:
    """Return the file *data* with *origin* in its front matter, or without any.

    A file without front matter comes back as it is.
    """
    header = _HEADER.match(data)
    if header is None:
        return data
    fields, start = header["fields"], header.start("fields")
    written = _LINE.search(fields)
    comment = (written["comment"] or b"") if written else b""
    line = f"translated_from: {origin}".encode() + comment + header[1] if origin else b""
    begin, end = written.span() if written else (len(fields), len(fields))
    return data[: start + begin] + line + data[start + end :]
