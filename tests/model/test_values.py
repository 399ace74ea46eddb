"""Late dataclasses behave as those of the standard module do."""

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field

import pytest

from reader.model.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Late:
    """A value whose methods are written late."""

    name: str
    count: int = 2
    parts: tuple[str, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError(self.count)


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Plain:
    """The same by the standard module."""

    name: str
    count: int = 2
    parts: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class OwnWords:
    """A value with methods of its own, which stay."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnWords)

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return "own"


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """A value that equals only itself."""

    name: str


def test_every_method_does_what_the_standard_one_does() -> None:
    late, plain = Late("a", 3), Plain("a", 3)
    assert repr(late) == repr(plain).replace("Plain", "Late")
    assert hash(late) == hash(plain)
    assert late == Late("a", 3) != Late("b", 3)
    assert late < Late("a", 4) <= Late("a", 4)
    assert late > Late("a", 2) >= Late("a", 2)
    assert late != plain
    assert dataclasses.asdict(late) == dataclasses.asdict(plain)
    assert dataclasses.replace(late, name="b") == Late("b", 3)
    assert pickle.loads(pickle.dumps(late)) == late
    assert Late.__match_args__ == Plain.__match_args__
    assert not hasattr(late, "__dict__")


def test_values_are_made_as_the_standard_module_makes_them() -> None:
    assert Late("a") == Late(name="a", count=2, parts=())
    assert Late("a").parts == Plain("a").parts == ()
    assert Late.__init__.__annotations__.keys() == {"name", "count", "parts"}
    for wrong in ({}, {"name": "a", "other": 1}):
        with pytest.raises(TypeError, match=r"Late.__init__\(\)"):
            Late(**wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="-1"):
        Late("a", -1)


@pytest.mark.parametrize("first", ["__hash__", "__eq__", "__repr__", "__lt__"])
def test_whichever_method_is_called_first_is_written(first: str) -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Local:
        """Made anew for each call."""

        name: str

    one, two = Local("a"), Local("a")
    expected = {"__hash__": hash(("a",)), "__eq__": True, "__lt__": False}
    other = [] if first in {"__hash__", "__repr__"} else [two]
    assert getattr(one, first)(*other) == expected.get(first, f"{Local.__qualname__}(name='a')")


def test_wrong_arguments_and_nonsense_are_refused() -> None:
    with pytest.raises(TypeError, match=r"Late.__init__\(\) missing 1 required"):
        Late()  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="-1"):
        Late("a", -1)


def test_nothing_can_be_assigned_or_deleted() -> None:
    for value in (Late("a"), OwnWords("a")):
        with pytest.raises(FrozenInstanceError):
            value.name = "b"  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            del value.name
        with pytest.raises(FrozenInstanceError):
            value.other = "b"  # type: ignore[union-attr]


def test_methods_of_the_class_stay() -> None:
    assert OwnWords("a") == OwnWords("b")
    assert (hash(OwnWords("a")), repr(OwnWords("a"))) == (7, "own")


def test_without_eq_a_value_equals_only_itself() -> None:
    one = Same("a")
    assert one == one
    assert one != Same("a")
    assert len({one, Same("a")}) == 2


def test_a_derived_class_and_one_that_is_not_frozen_are_made_at_once() -> None:
    @dataclass(frozen=True)
    class Derived(OwnWords):
        """One field more."""

        count: int = 1

    @dataclass
    class Loose:
        """Not frozen."""

        name: str

    loose = Loose("a")
    loose.name = "b"
    assert loose == Loose("b")
    assert Derived("a", 3).count == 3
