"""The web app manifest of an edition: its name and look where somebody keeps it on a screen."""

import json
from typing import Any

from plugins.languages.edition import Edition


def build_manifest(edition: Edition, description: str, look: dict[str, Any]) -> str:
    """Return the manifest of *edition*; *look* is what the theme says: icons, colours, display."""
    about = {
        "id": edition.home_url,
        "name": edition.association["name"],
        "short_name": edition.association["short_name"],
        "description": description,
        "lang": edition.lang,
        "dir": "ltr",
        "start_url": edition.home_url,
        "scope": edition.home_url,
    }
    return json.dumps(about | look, ensure_ascii=False, indent=1) + "\n"
