"""What differs in the build that goes public."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403

SITEURL = PUBLIC_URL  # noqa: F405
SITE_PUBLIC = True
