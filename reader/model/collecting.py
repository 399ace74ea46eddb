"""Making many values at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting(*, keep: bool = False) -> Iterator[None]:
    """Thousands of fresh values make the collector search in vain (a third of the time).

    With ``keep`` what is there afterwards is never looked through again: for values that stay to
    the end of the program.  Else the next look at all of them holds every thread, for 25 ms after
    143 texts were read.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if keep:
            gc.freeze()
        if was:
            gc.enable()
