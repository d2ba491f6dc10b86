"""What a page can declare: exercises with cases and mistakes, and questions."""

import zlib
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from types import CodeType

import numpy as np


@dataclass(frozen=True, eq=False)
class Case:
    """The arguments of one call."""

    args: tuple
    kwargs: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Mistake:
    """A wrong answer, recognized by what it computes, and what to say about it.

    The sentence is plain text, with `code` in backticks and no TeX.
    """

    function: Callable
    sentence: str

    def __post_init__(self):
        if "$" in self.sentence:
            raise ValueError(f"a mistake's sentence takes no TeX: {self.sentence!r}")


@dataclass(frozen=True)
class Choice:
    """One choice of a question, with the feedback for who takes it (Markdown)."""

    text: str
    feedback: str
    right: bool = False


@dataclass(frozen=True)
class Number:
    """The numbers within ``tolerance`` of ``value``, with the feedback for them."""

    value: float
    tolerance: float
    feedback: str = ""


@dataclass(frozen=True)
class Declared:
    """What exercises and questions share.

    The id is a page's number or slug, a dot, and the number on that page.
    """

    id: str
    _: KW_ONLY
    title: str

    @property
    def page(self):
        """The page's number or slug: "5.1" of "5.1.2"."""
        return self.id.rpartition(".")[0]

    @property
    def heading(self):
        """Kind, id and title: "Exercise 5.1.2: The normal density"."""
        return f"{type(self).__name__} {self.id}: {self.title}"


@dataclass(frozen=True, eq=False)
class Exercise(Declared):
    """A function to write.

    Parameters
    ----------
    id, title : str
    stub : str
        What the reader starts from; it defines one function.
    reference : callable
        A right answer, from the library. Where it returns a tuple or a list, each
        part is compared.
    cases : sequence of Case
        Smallest first: the first that fails is shown to the reader.
    random_case : callable, optional
        Makes one more case from a generator whose seed is computed from the id: the
        same case every time.
    rtol, atol : float
        A result is right where ``|result - right| <= atol + rtol * |right|``.
    orders : sequence of tuple of int
        Other orders of the arguments that are accepted: position ``i`` of the
        reader's call receives argument ``order[i]`` of the case.
    uses : dict
        Earlier exercises' functions that an answer may call: name to id.
    curve : Case, optional
        For a wrong answer, the result is drawn against the first argument.
    accept : callable, optional
        ``accept(result, *args, **kwargs)`` replaces comparison with the reference.
    planted : sequence of Mistake
    hints : sequence of str
        Markdown, from a nudge to almost the solution.
    """

    stub: str
    reference: Callable
    cases: tuple
    random_case: Callable | None = None
    rtol: float = 1e-7
    atol: float = 1e-12
    orders: tuple = ()
    uses: dict = field(default_factory=dict)
    curve: Case | None = None
    accept: Callable | None = None
    planted: tuple = ()
    hints: tuple = ()

    def __post_init__(self):
        if not self.cases:
            raise ValueError(f"exercise {self.id} has no cases")
        for order in self.orders:
            for case in self.cases:
                if sorted(order) != list(range(len(case.args))):
                    raise ValueError(f"exercise {self.id}: {order} orders no arguments")

    @property
    def stub_code(self):
        """The code object of the function that the stub defines."""
        module = compile(self.stub, "<stub>", "exec")
        return [c for c in module.co_consts if isinstance(c, CodeType)][-1]

    def argument_names(self, case, order=None):
        """Name the arguments of a call as the stub does, in an order."""
        code = self.stub_code
        names = list(code.co_varnames[: code.co_argcount])
        names += [f"argument {i + 1}" for i in range(len(names), len(case.args))]
        positions = range(len(case.args)) if order is None else order
        return [*(names[i] for i in positions), *case.kwargs]

    def all_cases(self):
        """Give the fixed cases, then the random one."""
        if self.random_case is None:
            return tuple(self.cases)
        rng = np.random.default_rng(zlib.crc32(self.id.encode()))
        return (*self.cases, self.random_case(rng))


@dataclass(frozen=True)
class Question(Declared):
    """Something to predict: one of some choices, or a number.

    Parameters
    ----------
    id, title : str
    prompt : str
        Markdown.
    choices : sequence of Choice
        Answered by the letters a, b, c, ... in this order.
    answer : Number
        The right number, for a question without choices.
    near : sequence of Number
        Wrong numbers with a feedback of their own.
    otherwise : str
        Feedback for every other number.
    """

    prompt: str
    choices: tuple = ()
    answer: Number | None = None
    near: tuple = ()
    otherwise: str = ""

    def __post_init__(self):
        if bool(self.choices) == (self.answer is not None):
            raise ValueError(f"question {self.id} needs either choices or a number")
        if self.choices and not any(choice.right for choice in self.choices):
            raise ValueError(f"question {self.id} has no right choice")
