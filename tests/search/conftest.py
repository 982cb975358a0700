"""The real site with one page more, built once, and a Chromium that asks its search."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT, SmallSite
from tests.pages.conftest import serve

HERE = Path(__file__).parent
QUERIES = yaml.safe_load((HERE / "queries.yaml").read_text(encoding="utf-8"))


@pytest.fixture(name="searched", scope="session")
def _searched(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The site's own content, and the page that the queries of `table` are asked of."""
    root = tmp_path_factory.mktemp("searched")
    shutil.copytree(PROJECT / "content", root / "content")
    shutil.copytree(HERE / "content", root / "content", dirs_exist_ok=True)
    site = SmallSite(root)
    site.build()
    return site


@pytest.fixture(name="address", scope="session")
def _address(searched: SmallSite) -> Iterator[str]:
    server = serve(searched.output)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
