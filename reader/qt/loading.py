"""Loading Qt's Python side without what only its error messages need.

WORKAROUND: shiboken 6.11 carries its helper modules as source in a zip inside the library and
compiles them anew in every process; it also takes over ``__import__`` to look for ``__feature__``
and then reads the source of every module that is imported later.  The parsers of signatures wait
here until a wrong call needs its message, the maker of stub files is left out by the same way,
and the import of Python is put back.  Measured: 29 to 8 ms and, with all modules of the window,
about 4 MB of sources kept for tracebacks.  A release that loads them late makes this unnecessary;
one that names them otherwise makes it idle, and nothing else.

WORKAROUND: shiboken makes an ``Enum`` of every enumeration of a class that is touched, 239 with
3,700 members before the first paint, by the functional call, which checks every member for what
an enumeration of C++ cannot contain: 33 ms.  They are made without members, and get them, as the
standard library makes its own large ones, when something of them is asked for, which before the
first paint happens to 29 of them: 17 to 4 ms.  A Python without that way makes them as ever.
"""

import builtins
import enum
import sys
from collections.abc import Iterator
from threading import RLock
from typing import Any

_FOLDER = "shibokensupport/signature/"
#: Not needed to run: parsers of signatures, their layout, enumerations in them, stub files.
_LATER = frozenset(
    _FOLDER + name
    for name in (
        "mapping.py",
        "parser.py",
        "layout.py",
        "errorhandler.py",
        "lib/enum_sig.py",
        "lib/pyi_generator.py",
        "lib/tool.py",
    )
)
#: What stands in such a module until something of it is asked for; shiboken itself looks for
#: ``update_mapping`` past ``__getattr__``.
_STAND_IN = """
def __getattr__(name):
    from reader.qt.loading import unfold
    return unfold(__name__, name)

def update_mapping():
    return unfold_mapping("update_mapping")()

unfold_mapping = __getattr__
"""
_sources: dict[str, tuple[bytes, str]] = {}


def load_qt() -> None:
    """Import PySide6, once and before anything else does; later calls do nothing."""
    if "shiboken6" in sys.modules:
        return
    import_, compile_ = builtins.__import__, builtins.compile

    def later(source: object, filename: object, mode: str) -> object:
        """Compile a stand-in for the modules that can wait."""
        if filename in _LATER and isinstance(source, bytes) and isinstance(filename, str):
            name = filename.removesuffix(".py").replace("/", ".")
            _sources[name] = source, filename
            source = _STAND_IN
        return compile_(source, filename, mode)  # type: ignore[call-overload]

    _make_enums_later()
    builtins.compile = later  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile, builtins.__import__ = compile_, import_


class _Later(enum.EnumType):
    """The type of an enumeration whose members nobody has asked for.

    Whatever is asked of it makes them, and makes it an enumeration as any other.
    """

    def __getattribute__(cls, name: str) -> object:
        if name not in _NAMES:
            _fill(cls)
        return type.__getattribute__(cls, name)

    def __call__(cls, *values: object, **named: object) -> object:  # type: ignore[override]
        _fill(cls)
        return cls(*values, **named)

    def __getitem__(cls, name: str) -> object:  # type: ignore[override]
        _fill(cls)
        return cls[name]

    def __contains__(cls, value: object) -> bool:
        _fill(cls)
        return value in cls

    def __iter__(cls) -> Iterator[object]:  # type: ignore[override]
        _fill(cls)
        return iter(cls)

    def __reversed__(cls) -> Iterator[object]:  # type: ignore[override]
        _fill(cls)
        return reversed(cls)

    def __len__(cls) -> int:
        _fill(cls)
        return len(cls)


class _Filling(enum.EnumType):
    """Lets the standard library make the members of a class that is there already."""

    def __new__(mcs, name, bases, body, **named):  # type: ignore[no-untyped-def]
        """Give what the new class would consist of to the one that waits for it."""
        if not _filled:
            return super().__new__(mcs, name, bases, body, **named)
        for key, value in body.items():
            if key not in vars(_filled[-1]):  # PySide has written some operators already
                type.__setattr__(_filled[-1], key, value)
        return _filled[-1]


#: Of an enumeration these are known before its members are.
_NAMES = frozenset(
    (
        "__name__",
        "__qualname__",
        "__module__",
        "__doc__",
        "__class__",
        "__mro__",
        "__bases__",
        "__dict__",
    )
)
#: Enumerations without their members: the members' names and values, and the boundary.
_waiting: dict[type, tuple[list[tuple[str, int]], object]] = {}
_filled: list[type] = []
_bases: dict[type, type] = {}
_turn = RLock()
#: How the standard library makes its own large ones.
_simple_enum: Any = getattr(enum, "_simple_enum", None)


def _fill(cls: type) -> None:
    """Make the members of an enumeration, once, whichever thread asks first."""
    with _turn:
        if cls not in _waiting:
            return
        names, boundary = _waiting.pop(cls)
        base = cls.__bases__[0]
        if base not in _bases:
            body: Any = _Filling.__prepare__(base.__name__, (base,))
            _bases[base] = _Filling(base.__name__, (base,), body)  # type: ignore[no-untyped-call]
        cls.__class__ = enum.EnumType
        _filled.append(cls)
        try:
            plain = type(cls.__name__, (), dict(names))
            _simple_enum(_bases[base], boundary=boundary)(plain)
        finally:
            _filled.pop()


def _make_enums_later() -> None:
    """Let shiboken's calls, and only those, make enumerations that wait for their members."""
    as_ever = vars(enum.EnumType)["_create_"]
    if _simple_enum is None:
        return

    def create(cls, class_name, names, *, module=None, boundary=None, **named):  # type: ignore[no-untyped-def]
        """Make an enumeration; shiboken names module and boundary as nobody else does."""
        qt = module is None and boundary is enum.KEEP and type(names) is list
        if not qt or any(type(one) is not tuple for one in names):
            return as_ever(cls, class_name, names, module=module, boundary=boundary, **named)
        made = type.__new__(_Later, class_name, (cls,), {})
        _waiting[made] = names, boundary
        return made

    setattr(enum.EnumType, "_create_", create)  # noqa: B010 - not in the stubs


def unfold(module_name: str, name: str) -> object:
    """Fill a stand-in with its real contents and return what was asked for.

    Raises:
        AttributeError: it has nothing of this name.
    """
    module = sys.modules[module_name]
    if not name.startswith("__") and module_name in _sources:
        source, filename = _sources.pop(module_name)
        del module.__dict__["__getattr__"]
        exec(compile(source, filename, "exec"), module.__dict__)  # noqa: S102 - shiboken's own
    if name in module.__dict__:
        return module.__dict__[name]
    raise AttributeError(f"module {module_name!r} has no attribute {name!r}")
