"""What differs in the build that goes public."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403

# The association sets its own domain here before the first publication.
SITEURL = "https://www.dider.example"
SITE_PUBLIC = True
