"""Loading Qt's Python side without what only its error messages need.

WORKAROUND: shiboken 6.11 carries its helper modules as source in a zip inside the library and
compiles them anew in every process; it also takes over ``__import__`` to look for ``__feature__``
and then reads the source of every module that is imported later.  The parsers of signatures wait
here until a wrong call needs its message, the maker of stub files is left out by the same way,
and the import of Python is put back.  Measured: 29 to 8 ms and, with all modules of the window,
about 4 MB of sources kept for tracebacks.  A release that loads them late makes this unnecessary;
one that names them otherwise makes it idle, and nothing else.

WORKAROUND: shiboken makes an ``Enum`` of every enumeration of a class that is touched, 237 with
3,500 members before the first paint, by the functional call, which checks every member for what
an enumeration of C++ cannot contain.  They are made as the standard library makes its own large
ones: 33 to 15 ms.  A Python without that way makes them as ever.
"""

import builtins
import enum
import sys

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

    _make_enums_quickly()
    builtins.compile = later  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile, builtins.__import__ = compile_, import_


def _make_enums_quickly() -> None:
    """Let shiboken's calls, and only those, make enumerations without checks."""
    as_ever, simple = vars(enum.EnumType)["_create_"], getattr(enum, "_simple_enum", None)
    if simple is None:
        return

    def create(cls, class_name, names, *, module=None, boundary=None, **named):  # type: ignore[no-untyped-def]
        """Make an enumeration; shiboken names module and boundary as nobody else does."""
        qt = module is None and boundary is enum.KEEP and type(names) is list
        if not qt or any(type(one) is not tuple for one in names):
            return as_ever(cls, class_name, names, module=module, boundary=boundary, **named)
        made = simple(cls, boundary=boundary)(type(class_name, (), dict(names)))
        made.__doc__ = None
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
