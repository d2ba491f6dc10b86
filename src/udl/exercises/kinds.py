"""What a page can declare: exercises with cases and mistakes, and questions."""

import ast
import zlib
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from functools import cached_property
from types import CodeType

import numpy as np


@dataclass(frozen=True, eq=False)
class Case:
    """The arguments of one call, or of several whose results are stacked.

    Several are for a function that draws at random: ``accept`` then sees many draws.
    """

    args: tuple
    kwargs: dict = field(default_factory=dict)
    calls: int = 1


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


@dataclass(frozen=True, eq=False)
class Published:
    """How a published notebook calls the function that an exercise asks for.

    A *maker* says what an argument or a global receives: the name of one of the stub's
    arguments, or a function whose parameters are such names (none: a constant).

    Parameters
    ----------
    call : str
        As it stands there: "compute_gradient(data_x, data_y, phi)".
    takes : sequence of makers
        One for each of its arguments; left out, they are the stub's in their order.
    provides : dict
        Names that its given lines read from the notebook, to makers.
    gives : callable, optional
        Turns what it returns there into what the exercise compares:
        ``lambda result: result[0]``.
    reference, cases : optional
        Where it does more there than is asked here (a whole walk for a step): a right
        function in the published form, and its own cases. The parameters of makers in
        ``provides`` are then the arguments of these cases, by their published names.
    lifts : callable, optional
        Then, turns a function in the stub's form into one in the published form (a step
        into a walk of such steps), so that planted mistakes are recognized there.

    Examples
    --------
    >>> form = Published("slope(data, model)", takes=[lambda x: x, lambda: abs])
    >>> form.name, form.names
    ('slope', ['data', 'model'])
    """

    call: str
    _: KW_ONLY
    takes: tuple = ()
    provides: dict = field(default_factory=dict)
    gives: Callable | None = None
    reference: Callable | None = None
    cases: tuple = ()
    lifts: Callable | None = None

    def __post_init__(self):
        if self.lifts and not self.cases:
            raise ValueError(f"{self.call}: lifts is for a form with its own cases")
        if bool(self.reference) != bool(self.cases):
            raise ValueError(f"{self.call}: a reference needs cases, and the reverse")
        if self.takes and len(self.takes) != len(self.names):
            raise ValueError(f"{self.call}: as many makers as arguments are needed")

    @property
    def name(self):
        """The function's name there."""
        return self.call.partition("(")[0]

    @property
    def names(self):
        """The names of its arguments there."""
        arguments = ast.parse(f"def {self.call}: ...").body[0].args
        return [one.arg for one in (*arguments.args, *arguments.kwonlyargs)]


@dataclass(frozen=True)
class Choice:
    """One choice of a question, with the feedback for who takes it (Markdown)."""

    text: str
    feedback: str
    right: bool = False


@dataclass(frozen=True)
class Number:
    """The numbers within ``tolerance`` of ``value``, with the feedback for them.

    Without a tolerance, only rounding in the last digits is forgiven.
    """

    value: float
    tolerance: float = 0.0
    feedback: str = ""

    @property
    def reach(self):
        """How far a number may lie from ``value``: the tolerance, and rounding."""
        return self.tolerance * (1 + 1e-9) + 1e-12 * max(1, abs(self.value))

    def holds(self, answer):
        """Tell whether an answer is one of these numbers."""
        return abs(answer - self.value) <= self.reach


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
        Smallest first, with sizes that differ: the first that fails is shown to the
        reader. Single numbers come last.
    solution : str, optional
        Two to eight lines, ``def name(...): ...`` under the stub's own name: what the
        page prints under "Solution". It finds ``np``, ``math`` and the functions of
        ``uses``; lines that import what else it needs may stand before.
    extremes : sequence of Case
        Cases that only a careful answer survives. An answer that is right on all others
        is "right, not yet safe".
    published : Published, optional
        Another form in which an answer is accepted.
    parts : sequence of str
        The names of several results, where the stub's task gives them names.
    equivalent : dict
        Mutants of the solution that no input can tell from it: the changed line, as
        the test names it, to the reason.
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
        ``accept(result, *args, **kwargs)`` replaces comparison with the reference. A
        result is right where it gives a true value other than a text; a text says
        what is wrong, or by how much the target is missed.
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
    solution: str | None = None
    extremes: tuple = ()
    published: Published | None = None
    equivalent: dict = field(default_factory=dict)
    parts: tuple = ()

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

    @cached_property
    def _cases(self):
        return self._all_cases()

    def all_cases(self):
        """Give the fixed cases, then the random one, then the extreme ones."""
        return self._cases

    def _all_cases(self):
        rng = np.random.default_rng(zlib.crc32(self.id.encode()))
        random = [] if self.random_case is None else [self.random_case(rng)]
        return (*self.cases, *random, *self.extremes)


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
