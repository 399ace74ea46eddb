"""Reads the window as a screen reader does; run by the Python of the system, which has pyatspi.

Prints JSON: how often each role is showing, the controls without a name, and the texts.
Arguments are roles to wait for: parts of the window come after the first paint, and how long
after depends on what else the machine does.
"""

import collections
import json
import sys
import time

_CONTROLS = frozenset((
    "push button", "toggle button", "check box", "combo box", "entry", "text", "list",
    "list item", "page tab", "slider", "tree", "table",
))  # fmt: skip
_WAIT_S = 60


def main() -> None:
    """Wait for the program and print what it tells."""
    wanted = set(sys.argv[1:])
    program = _program()
    end = time.monotonic() + _WAIT_S
    before: dict[str, object] = {}
    while True:
        told = _walk(program)
        settled = told == before and wanted <= set(told.get("roles", ()))  # type: ignore[call-overload]
        if settled or time.monotonic() > end:
            print(json.dumps(told))
            return
        before = told
        time.sleep(0.5)


def _walk(program: object) -> dict[str, object]:
    """Return what is showing now; nothing when it changed while it was looked at."""
    import pyatspi  # type: ignore[import-not-found]  # the system's Python has it

    roles: collections.Counter[str] = collections.Counter()
    nameless: list[str] = []
    texts: dict[str, str] = {}

    def walk(thing: object) -> None:
        if not thing.getState().contains(pyatspi.STATE_SHOWING):  # type: ignore[attr-defined]
            return
        role, name = thing.getRoleName(), thing.name or ""  # type: ignore[attr-defined]
        roles[role] += 1
        if role in _CONTROLS and not name.strip():
            nameless.append(f"{role} in {thing.parent.name}")  # type: ignore[attr-defined]
        if role == "text":
            told = thing.queryText()  # type: ignore[attr-defined]
            texts[name] = told.getText(0, min(200, told.characterCount))
        for child in thing:  # type: ignore[attr-defined]
            if child is not None:
                walk(child)

    try:
        walk(program[0])  # type: ignore[index]
    except Exception:  # noqa: BLE001 - a widget went while it was asked
        return {}
    return {"roles": roles, "nameless": nameless, "texts": texts}


def _program() -> object:
    import pyatspi

    end = time.monotonic() + _WAIT_S
    while time.monotonic() < end:
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and one.name == "counterpoint" and len(one):
                return one
        time.sleep(0.3)
    raise SystemExit("the program did not appear")


if __name__ == "__main__":
    main()
