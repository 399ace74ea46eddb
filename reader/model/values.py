"""Frozen dataclasses whose methods are written when they are first called.

``dataclasses`` writes and compiles six to nine methods for every class, used or not: 0.4 ms each,
30 ms of the start of the window, where two classes of three make no value.  Here a frozen class
gets its fields at once and its methods from the standard module on the first call; what makes a
value is written here, in a third of the time.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True, order=False):
        """Make a dataclass as the standard decorator of this name does.

        Classes that are not frozen, or derive from another dataclass, are made by that one.
        """

        def make(plain):
            derived = any(dataclasses.is_dataclass(base) for base in plain.__mro__[1:])
            if derived or not frozen:
                return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order)(plain)
            return _late(plain, slots=slots, eq=eq, order=order)

        return make if cls is None else make(cls)


def _late(plain: type, *, slots: bool, eq: bool, order: bool) -> type:
    """Return the dataclass with stand-ins for its methods."""
    own = dict(vars(plain))
    if own.get("__doc__") is None:  # else the standard module makes one of the signature: 0.3 ms
        plain.__doc__ = own["__doc__"] = plain.__name__
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
    names = tuple(field.name for field in dataclasses.fields(made))
    vars(made)["__dataclass_params__"].frozen = True  # for classes derived from it
    _freeze(made, names, slots=slots)

    def written(**asked: bool) -> Mapping[str, Any]:
        """Return the methods of a twin, as the standard module has written them."""
        kept = {key: value for key, value in own.items() if key not in {"__dict__", "__weakref__"}}
        twin = type(plain.__name__, plain.__bases__, kept)
        options = {"init": False, "repr": False, "eq": False, "frozen": True} | asked
        return vars(dataclasses.dataclass(**options)(twin))

    def init() -> Mapping[str, Any]:
        plain_fields = all(one.init and not one.kw_only for one in dataclasses.fields(made))
        return {"__init__": _init_of(made)} if plain_fields else written(init=True)

    _stand_in(made, own, ["__init__"], init)
    _stand_in(made, own, ["__repr__"], lambda: written(repr=True))
    if eq:
        hashed = [] if own.get("__hash__") else ["__hash__"]
        compared = ["__eq__", *hashed, *(_ORDER if order else ())]
        _stand_in(made, own, compared, lambda: written(eq=True, order=order))
    return made


def _stand_in(
    made: type,
    own: dict[str, object],
    names: Iterable[str],
    write: Callable[[], Mapping[str, Any]],
) -> None:
    """Put methods into the class that are replaced by the written ones when one is called."""
    missing = [name for name in names if own.get(name) is None]

    def stand_in(name: str) -> Callable[..., object]:
        def method(self: object, *given: object, **named: object) -> object:
            twin = write()
            for one in missing:
                setattr(made, one, twin[one])
            return getattr(made, name)(self, *given, **named)

        method.__name__, method.__qualname__ = name, f"{made.__qualname__}.{name}"
        return method

    for name in missing:
        setattr(made, name, stand_in(name))


def _init_of(made: type) -> Callable[..., None]:
    """Write the method that sets the fields, by the rules of the standard module."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": dataclasses.MISSING}
    given, lines = [], []
    for field in dataclasses.fields(made):
        name = value = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            given.append(f"{name}=_none")
            value = f"_make_{name}() if {name} is _none else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            given.append(f"{name}=_default_{name}")
        else:
            given.append(name)
        if setter := getattr(vars(made).get(name), "__set__", None):  # a third sooner than by name
            known[f"_set_{name}"] = setter
            lines.append(f" _set_{name}(_self, {value})")
        else:
            lines.append(f" _set(_self, {name!r}, {value})")
    if hasattr(made, "__post_init__"):
        lines.append(" _self.__post_init__()")
    head = f"def __init__({', '.join(['_self', *given])}):"
    exec("\n".join([head, *lines, " return"]), known)  # noqa: S102 - names of our own fields
    init: Callable[..., None] = known["__init__"]
    init.__qualname__, init.__module__ = f"{made.__qualname__}.__init__", made.__module__
    init.__annotations__ = {one.name: one.type for one in dataclasses.fields(made)}
    return init


def _freeze(made: type, names: Sequence[str], *, slots: bool) -> None:
    """Let nothing be assigned; values with slots are pickled as the standard module does it."""

    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def __delattr__(self: object, name: str) -> None:  # noqa: N807
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    def __getstate__(self: object) -> list[object]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: Sequence[object]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    pickled = (__getstate__, __setstate__) if slots else ()
    for method in (__setattr__, __delattr__, *pickled):
        if method.__name__ not in vars(made):
            setattr(made, method.__name__, method)
