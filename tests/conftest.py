"""What all tests share: quiet, reproducible, and never in the user's own folders."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

settings.register_profile(
    "ci",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("nightly", max_examples=2000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


_CONNECTING = frozenset({"socket.connect", "socket.sendto"})


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Let no test, and nothing it calls, speak to another machine; paths are local sockets."""
    if event in _CONNECTING and not isinstance(arguments[1], (str, bytes)):
        raise RuntimeError(f"a connection was opened: {event} {arguments[1:]}")
    if event == "socket.getaddrinfo":
        raise RuntimeError(f"a name was looked up: {arguments[0]}")


sys.addaudithook(_refuse_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--save-golden", action="store_true", help="rewrite the expected files of tests/cases"
    )
    parser.addoption("--slow", action="store_true", help="run the long tests, too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    skip = pytest.mark.skip(reason="a long test; run it with --slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the folders of whoever runs it."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("COUNTERPOINT_LIBRARY", raising=False)
    monkeypatch.delenv("COUNTERPOINT_MODEL", raising=False)


@pytest.fixture(scope="session")
def essays() -> tuple[Path, ...]:
    """The three real essays, in the order of their names."""
    found = tuple(sorted((SHARED / "texts").glob("*.txt")))
    if len(found) != 3:
        pytest.skip("the three essays are not beside this checkout (../shared/texts)")
    return found


@pytest.fixture(scope="session")
def made_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two small texts, index and links up to date; copy it, do not change it."""
    from reader.library import Library
    from tests.library.conftest import write_texts

    folder = tmp_path_factory.mktemp("made") / "library"
    texts = write_texts(tmp_path_factory.mktemp("sources"))
    library = Library.open(folder)
    library.add(texts["river"], title="On Rivers", authors=("Ada Stream",))
    library.add(texts["hill"], title="On Hills", authors=("Ben Stone",))
    library.refresh()
    library.close()
    return folder
