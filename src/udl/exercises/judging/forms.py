"""How an answer is called: as the stub has it, in another order, as published."""

import inspect
from dataclasses import dataclass

from udl.exercises.judging.reader import with_globals
from udl.exercises.kinds import Case, Published


@dataclass(frozen=True)
class House:
    """The arguments as the stub has them, or in another order."""

    exercise: object
    order: tuple | None = None

    @property
    def cases(self):
        """The cases, as the exercise declares them."""
        return self.exercise.all_cases()

    @property
    def reference(self):
        """The right function, called in the stub's form."""
        return self.exercise.reference

    def names(self, case):
        """Name the arguments of a call in this form."""
        return self.exercise.argument_names(case, self.order)

    def reference_names(self, case):
        """Name the arguments of the reference."""
        return self.exercise.argument_names(case)

    def shown(self, case):
        """Give names and values as the stub has them, whatever the order."""
        names = self.exercise.argument_names(case)
        return zip(names, [*case.args, *case.kwargs.values()], strict=True)

    def call(self, case):
        """Give the arguments of a case in this form."""
        if self.order is None:
            return case
        return Case(tuple(case.args[i] for i in self.order), case.kwargs)

    def prepared(self, function, _case):
        """Give the function as it is called."""
        return function

    def result(self, value):
        """Give a result as the exercise compares it."""
        return value

    @property
    def remark(self):
        """What the card of a right answer says of this form."""
        if self.order is None:
            return ""
        order = ", ".join(self.names(self.cases[0]))
        return f"Your arguments come in the order `({order})`: accepted."


@dataclass(frozen=True)
class There:
    """The form of the published notebook."""

    exercise: object
    published: Published
    order = None

    @property
    def cases(self):
        """The published form's own cases, else those of the exercise."""
        return self.published.cases or self.exercise.all_cases()

    @property
    def reference(self):
        """The right function that the results are held against."""
        return self.published.reference or self.exercise.reference

    def names(self, case):
        """Name the arguments of a call in this form."""
        return self.published.names[: len(self.call(case).args)]

    def reference_names(self, case):
        """Name the arguments of the reference."""
        if self.published.cases:
            return self.published.names
        return self.exercise.argument_names(case)

    def shown(self, case):
        """Give names and values as they are passed."""
        return zip(self.names(case), self.call(case).args, strict=True)

    def call(self, case):
        """Make the arguments that the published notebook passes."""
        if self.published.cases or not self.published.takes:
            return case
        ours = self._ours(case)
        return Case(tuple(_made(maker, ours) for maker in self.published.takes))

    def prepared(self, function, case):
        """Let a function see what the notebook's given lines read."""
        if not self.published.provides or not inspect.isfunction(function):
            return function
        ours = self._ours(case)
        provides = self.published.provides.items()
        return with_globals(function, {n: _made(maker, ours) for n, maker in provides})

    def result(self, value):
        """Give a result as the exercise compares it; what cannot be, as it is."""
        try:
            return self.published.gives(value) if self.published.gives else value
        except Exception:  # not of the published form
            return value

    def _ours(self, case):
        names = self.exercise.argument_names(case)
        if self.published.cases:
            names = [*self.published.names[: len(case.args)], *case.kwargs]
        return dict(zip(names, [*case.args, *case.kwargs.values()], strict=True))

    @property
    def remark(self):
        """What the card of a right answer says of this form."""
        return f"It has the form of the published notebook, `{self.published.call}`."


def _made(maker, ours):
    if isinstance(maker, str):
        return ours[maker]
    return maker(*(ours[name] for name in inspect.signature(maker).parameters))


def forms(exercise):
    """List the forms that an exercise accepts, the stub's own first."""
    listed = [House(exercise), *(House(exercise, order) for order in exercise.orders)]
    if exercise.published:
        listed.append(There(exercise, exercise.published))
    return listed
