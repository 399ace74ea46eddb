"""Rules of the whole tree that read as sentences."""

import importlib
import pkgutil
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import reader

ROOT = Path(__file__).parent.parent
PACKAGES = sorted(module.name for module in pkgutil.iter_modules(reader.__path__) if module.ispkg)
CORE = [name for name in PACKAGES if name not in {"qt", "panes", "cli", "_data"}]


def _loaded_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print('\\n'.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("name", CORE)
def test_the_core_runs_without_qt_and_loads_nothing_heavy(name: str) -> None:
    loaded = _loaded_after(f"import reader.{name}")
    heavy = {"PySide6", "shiboken6", "whoosh", "markdown", "numpy", "lxml", "asyncio"}
    assert not loaded & heavy


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_exports_what_it_lists(name: str) -> None:
    package = importlib.import_module(f"reader.{name}")
    assert package.__doc__, "a package says what comes in and what goes out"
    for member in getattr(package, "__all__", ()):
        assert hasattr(package, member), f"reader.{name} lists {member} but has none"


def test_the_root_package_holds_no_objects() -> None:
    lines = (ROOT / "reader/__init__.py").read_text("utf-8").split('"""')
    assert not lines[2].strip()


def test_the_top_level_is_the_given_one() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT
    ).stdout.splitlines()
    if not listed:
        pytest.skip("this checkout is not a git repository")
    allowed = {
        "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore", ".ci", "reader",
        "resources", "texts", "tests", "packaging",
    }  # fmt: skip
    assert {line.split("/")[0] for line in listed} <= allowed


def test_text_from_others_reaches_no_widget_unguarded() -> None:
    """Rich text is detected by Qt itself; only one module may hand it foreign words."""
    risky = re.compile(r"\.setHtml\(|\.setMarkdown\(|\.insertHtml\(|\.toHtml\(")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in ("reader/qt", "reader/panes")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.name != "safe_text.py"
        for line in path.read_text("utf-8").splitlines()
        if risky.search(line)
    ]
    assert not found


def test_nothing_speaks_to_another_machine() -> None:
    """The hook of ``conftest`` watches every other test; here it is seen to bite."""
    with (
        socket.socket() as made,
        pytest.raises(RuntimeError, match="a connection was opened"),
    ):
        made.connect(("127.0.0.1", 9))
    with pytest.raises(RuntimeError, match="a name was looked up"):
        socket.getaddrinfo("localhost", 9)
    network = re.compile(r"QtNetwork|QtWebEngine|\b(?:urllib\.request|http\.client|requests)\b")
    sources = {path: path.read_text("utf-8") for path in (ROOT / "reader").rglob("*.py")}
    assert not [str(path) for path, words in sources.items() if network.search(words)]
