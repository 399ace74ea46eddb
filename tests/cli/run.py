"""Runs commands in this process, as the shell would."""

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import cli

Run = Callable[..., tuple[int, str, str]]


def no_window(_arguments: Namespace) -> int:
    """Tests of commands open no window."""
    raise AssertionError("a command opened a window")


def runner(folder: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command on a library and gives code, output, errors."""

    def run(*words: str) -> tuple[int, str, str]:
        try:
            code = cli.main([*words, "--library", str(folder)], no_window)
        except SystemExit as stopped:  # argparse
            code = int(str(stopped.code))
        out, err = capfd.readouterr()
        return code, out, err

    return run


def data(answer: tuple[int, str, str]) -> Any:
    """Return the JSON of a command that went well."""
    code, out, err = answer
    assert (code, err) == (0, ""), err
    return json.loads(out)
