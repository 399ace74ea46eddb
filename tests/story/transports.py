"""A day of edits by two members over a real transport: ``python -m tests.story.transports``.

Outside the default run, as it needs programs that not every computer has: ``git``, and
``syncthing`` (two instances on loopback, without discovery, relays or reports).  Prints one line
for each transport and fails when the members do not end equal.
"""

import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from reader.annotations.group import GroupFolder
from reader.annotations.merging import file_of
from reader.annotations.store import Put, Remove, Store
from tests.annotations.making import a_note

DEADLINE_S = 120.0


class Member:
    """A reader with a store and a copy of the shared folder."""

    def __init__(self, home: Path, name: str) -> None:
        self.shared = home / name / "shared"
        self.shared.mkdir(parents=True)
        self.store = Store.open(home / name / "library")
        self.store.rename_me(name)
        self.folder = GroupFolder(self.shared, self.store)

    def does_something(self, chance: random.Random) -> None:
        mine = [one for one in self.store.annotations() if one.author.id == self.store.me.id]
        deed = chance.random()
        if not mine or deed < 0.4:
            self.store.apply([Put(a_note(self.store.me, str(chance.random())))], "Add")
        elif deed < 0.8:
            note = replace(chance.choice(mine), body=str(chance.random()))
            self.store.apply([Put(note)], "Edit")
        elif deed < 0.9:
            self.store.apply([Remove(chance.choice(mine).id)], "Delete")
        else:
            self.store.undo()

    @property
    def state(self) -> str:
        return "\n".join(one.line for one in file_of(self.store, everything=True).revisions)


def a_day(members: list[Member], exchange: Callable[[], None], edits: int = 60) -> float:
    """Let both write at once, then wait until they are equal; return the seconds waited."""
    chance = random.Random(11)
    for number in range(edits):
        member = chance.choice(members)
        member.does_something(chance)
        if number % 3 == 0:
            member.folder.publish()
            member.folder.scan()
        if number % 10 == 0:
            exchange()
    start = time.monotonic()
    while time.monotonic() - start < DEADLINE_S:
        for member in members:
            member.folder.publish()
        exchange()
        for member in members:
            member.folder.scan()
        if len({member.state for member in members}) == 1:
            return time.monotonic() - start
    raise AssertionError("the members did not end equal")


# -- git -----------------------------------------------------------------------------------


def over_git(home: Path) -> float:
    """Each member pulls and pushes; as each writes one file of their own, nothing conflicts."""
    remote = home / "remote.git"
    _git(home, "init", "-q", "--bare", "-b", "main", str(remote))
    with ExitStack() as stack:
        members = [Member(home, name) for name in ("Anna", "Ben")]
        for member in members:
            stack.callback(member.store.close)
            _git(member.shared, "init", "-q", "-b", "main")
            _git(member.shared, "remote", "add", "origin", str(remote))

        def exchange() -> None:
            for member in members:
                _push(member.shared)

        return a_day(members, exchange)


def _push(folder: Path) -> None:
    _git(folder, "add", "-A", ".")
    _git(folder, "commit", "-q", "--allow-empty", "-m", "notes")
    if "main" in _git(folder, "ls-remote", "--heads", "origin"):
        _git(folder, "pull", "-q", "--no-rebase", "--no-edit", "--allow-unrelated-histories",
             "origin", "main")  # fmt: skip
    _git(folder, "push", "-q", "origin", "main")


def _git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=Member", "-c", "user.email=member@example.org")
    run = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise AssertionError(f"git {words}: {run.stderr}")
    return run.stdout


# -- syncthing -----------------------------------------------------------------------------


def over_syncthing(home: Path) -> float:
    """Two instances on loopback share one folder."""
    names = ("Anna", "Ben")
    configs = [home / f"syncthing-{name}" for name in names]
    devices = [_generate(config) for config in configs]
    ports = [_free_port() for _ in names]
    with ExitStack() as stack:
        members = [Member(home, name) for name in names]
        for row, member in enumerate(members):
            stack.callback(member.store.close)
            other = 1 - row
            _configure(configs[row], ports[row], member.shared, devices, (other, ports[other]))
            stack.enter_context(_running(configs[row]))
        return a_day(members, lambda: time.sleep(1.0))


def _generate(config: Path) -> str:
    subprocess.run(["syncthing", "generate", f"--home={config}"], check=True, capture_output=True)
    found = subprocess.run(
        ["syncthing", f"--home={config}", "--device-id"],
        check=True,
        capture_output=True,
        text=True,
    )
    return found.stdout.strip()


def _configure(
    config: Path, port: int, shared: Path, devices: list[str], other: tuple[int, int]
) -> None:
    """Write a configuration that talks to nobody but the other instance."""
    key = re.search(r"<apikey>(.*?)</apikey>", (config / "config.xml").read_text("utf-8"))
    (shared / ".stfolder").mkdir()
    row, other_port = other
    known = "".join(
        f'<device id="{device}" name="{number}" compression="never">'
        f"<address>{f'tcp://127.0.0.1:{other_port}' if number == row else 'dynamic'}</address>"
        "</device>"
        for number, device in enumerate(devices)
    )
    sharing = "".join(f'<device id="{device}"></device>' for device in devices)
    (config / "config.xml").write_text(
        f"""<configuration version="36">
<folder id="group" label="group" path="{shared}" type="sendreceive" rescanIntervalS="5"
 fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="true">{sharing}</folder>
{known}
<gui enabled="true" tls="false"><address>127.0.0.1:{_free_port()}</address>
<apikey>{key[1] if key else "key"}</apikey></gui>
<options><listenAddress>tcp://127.0.0.1:{port}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled>
<localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>
<reconnectionIntervalS>2</reconnectionIntervalS><startBrowser>false</startBrowser>
<urAccepted>-1</urAccepted><crashReportingEnabled>false</crashReportingEnabled>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH><stunKeepaliveStartS>0</stunKeepaliveStartS>
</options></configuration>
""",
        "utf-8",
    )


@contextmanager
def _running(config: Path) -> Iterator[None]:
    log = (config / "log.txt").open("wb")
    run = subprocess.Popen(
        ["syncthing", "serve", f"--home={config}", "--no-browser", "--no-restart", "--no-upgrade"],
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        yield
    finally:
        run.terminate()
        run.wait(20)
        log.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


TRANSPORTS = {"git": over_git, "syncthing": over_syncthing}


def main(names: list[str]) -> int:
    for name in names or list(TRANSPORTS):
        if not shutil.which(name):
            print(f"{name}: not installed, left out")
            continue
        with tempfile.TemporaryDirectory() as home:
            waited_s = TRANSPORTS[name](Path(home))
        print(f"{name}: a day of edits by two members, equal after {waited_s:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
