"""A display that does not answer is told in a sentence, not by an abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have one screen")
@pytest.mark.parametrize("platform", ["xcb", "nonsense"])
def test_a_dead_display_is_a_sentence(tmp_path: Path, platform: str) -> None:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    out = subprocess.run(
        [sys.executable, "-m", "reader", "--library", str(tmp_path / "library")],
        env={**kept, "DISPLAY": ":4711", "QT_QPA_PLATFORM": platform},
        cwd=ROOT, check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert out.returncode == 2
    assert out.stderr.startswith("counterpoint: No window can be opened on the display")
    assert out.stderr.count("\n") == 1
