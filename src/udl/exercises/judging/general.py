"""Ways of being wrong that belong to no exercise in particular, one line each.

A row turns the right function into a wrong one: by a change of its result, of one of
its arguments, of two of them, or of all that share a length. An answer that does the
same as the wrong function on all cases is told the row's sentence. New ways of being
wrong belong here rather than on a page.
"""

from dataclasses import dataclass

import numpy as np

from udl.exercises.judging.compare import PARTS, as_numbers
from udl.exercises.judging.run import MANY


@dataclass(frozen=True)
class Row:
    """One way of being wrong.

    Parameters
    ----------
    name : str
    over : str
        What is changed: "result", "results", "argument", "pair" or "length".
    change : callable
        What it becomes. One that does not apply raises.
    sentence : str
        With ``{a}`` and ``{b}`` for the arguments' names.
    """

    name: str
    over: str
    change: object
    sentence: str


def _whole(value):
    if np.asarray(value).dtype.kind not in "iu":
        raise TypeError
    return value


def _table(value):
    if np.ndim(value) != 2:
        raise TypeError
    return value


def _first(value):
    return np.broadcast_to(np.asarray(value)[..., :1], np.shape(value))


def _row(name, over, change, sentence):
    return Row(name, over, change, sentence)


TABLE = (
    _row("sign", "result", lambda r: -r,
         "Its size is right everywhere and its sign is the wrong way round."),
    _row("results exchanged", "results", lambda r: r[::-1],
         "Your results are right and come in the other order."),
    _row("first result twice", "results", lambda r: type(r)([r[0]] * len(r)),
         "All of your results are the first one."),
    _row("arguments exchanged", "pair", lambda a, b: (b, a),
         "You exchange `{a}` and `{b}`."),
    _row("transposed", "result", lambda r: _table(r).T,
         "Rows and columns are exchanged in what you return."),
    _row("reversed", "result", lambda r: np.flip(r, -1),
         "Your values are right and come in reverse order."),
    _row("logarithm", "result", np.log,
         "What you return is the logarithm of what is asked."),
    _row("negative logarithm", "result", lambda r: -np.log(r),
         "What you return is the negative logarithm of what is asked."),
    _row("exponential", "result", np.exp,
         "What you return is the exponential of what is asked: is a log missing?"),
    _row("exponential of the negative", "result", lambda r: np.exp(-r),
         "Take the negative logarithm of what you return, and it is right."),
    _row("root", "result", np.sqrt,
         "What you return is the square root of what is asked."),
    _row("square", "result", np.square,
         "What you return is the square of what is asked: is a root missing?"),
    _row("reciprocal", "result", lambda r: 1 / r,
         "What you return is one divided by what is asked."),
    _row("complement", "result", lambda r: 1 - r,
         "What you return and what is asked add up to one."),
    _row("size", "result", np.abs,
         "Negative values come out positive: is there an abs, or a square too many?"),
    _row("clipped", "result", lambda r: np.maximum(r, 0),
         "Negative values come out as zero: what is clipped, and when?"),
    _row("base 2", "result", lambda r: r / np.log(2),
         "You take the logarithm to the base 2; the page takes the natural one."),
    _row("base 10", "result", lambda r: r / np.log(10),
         "You take the logarithm to the base 10; the page takes the natural one."),
    _row("twice", "result", lambda r: 2 * r,
         "Every value is twice the right one."),
    _row("half", "result", lambda r: r / 2,
         "Every value is half of the right one: is a factor 2 missing?"),
    _row("one more", "result", lambda r: _whole(r) + 1,
         "Every value is one too large."),
    _row("one less", "result", lambda r: _whole(r) - 1,
         "Every value is one too small."),
    _row("mean for sum", "length", lambda r, n: r / n,
         "You divide by the number of terms, {n} in the case below: the page takes the "
         "sum, not the mean."),
    _row("sum for mean", "length", lambda r, n: r * n,
         "Your values are too large by the number of terms, {n} in the case below: is "
         "a mean asked?"),
    _row("divided by one less", "length", lambda r, n: r * n / (n - 1),
         "You divide by one less than the number of terms; the page divides by their "
         "number."),
    _row("everything summed", "result", lambda r: np.sum(_many(r)),
         "You add up what should come back one by one."),
    _row("everything averaged", "result", lambda r: np.mean(_many(r)),
         "You average what should come back one by one."),
    _row("first entry everywhere", "result", lambda r: _first(_many(r)),
         "Your first value stands in the place of all others."),
    _row("used for another", "pair", lambda a, b: (a, a),
         "You use `{a}` where `{b}` belongs."),
    _row("argument's sign", "argument", lambda a: -a,
         "Your result is right for `-{a}`: with which sign does `{a}` enter?"),
    _row("argument squared", "argument", np.square,
         "Your result is right for the square of `{a}`: is it squared once too often?"),
    _row("argument's root", "argument", np.sqrt,
         "Your result is right for the square root of `{a}`: is a square missing?"),
    _row("argument's reciprocal", "argument", lambda a: 1 / a,
         "Your result is right for `1 / {a}`: do you divide where you should multiply, "
         "or the reverse?"),
    _row("argument transposed", "argument", lambda a: _table(a).T,
         "Rows and columns of `{a}` are exchanged."),
    _row("argument reversed", "argument", lambda a: np.flip(_many(a), -1),
         "You take the entries of `{a}` in reverse order."),
    _row("argument's log", "argument", np.log,
         "Your result is right for the logarithm of `{a}`."),
    _row("argument's exponential", "argument", np.exp,
         "Your result is right for the exponential of `{a}`."),
    _row("argument's size", "argument", np.abs,
         "The sign of `{a}` is lost on the way."),
    _row("argument clipped", "argument", lambda a: np.maximum(a, 0),
         "You take negative values of `{a}` for zero."),
    _row("argument left out as zero", "argument", lambda a: 0 * a,
         "Your result is right for `{a}` = 0: is it left out?"),
    _row("argument left out as one", "argument", lambda a: 0 * a + 1,
         "Your result is right for `{a}` = 1: is it left out?"),
    _row("argument twice", "argument", lambda a: 2 * a,
         "Your result is right for twice `{a}`."),
    _row("argument halved", "argument", lambda a: a / 2,
         "Your result is right for half of `{a}`."),
    _row("one step more", "argument", lambda a: _whole(a) + 1,
         "Your result is right for one more than `{a}`: where does the count start, "
         "and where does it end?"),
    _row("one step less", "argument", lambda a: _whole(a) - 1,
         "Your result is right for one less than `{a}`: where does the count start, "
         "and where does it end?"),
    _row("argument's first entry", "argument", lambda a: _first(_many(a)),
         "You take the first entry of `{a}` for all of them."),
    _row("argument cut to whole numbers", "argument", np.trunc,
         "Your result is right for whole numbers: is `{a}` rounded, or stored as int?"),
    _row("a row met a column", "argument", lambda a: _flat(a)[:, None],
         "Somewhere a row meets a column, and you work on the table that they make: "
         "print the shapes of what you combine."),
    _row("first term only", "cut", slice(0, 1),
         "Only the first of {n} counts: does `return` stand inside the loop?"),
    _row("last term only", "cut", slice(-1, None),
         "Only the last of {n} counts: is the total overwritten in each round?"),
    _row("first term missing", "cut", slice(1, None),
         "The first of {n} is left out: where does the loop start?"),
    _row("last term missing", "cut", slice(0, -1),
         "The last of {n} is left out: where does the loop end?"),
)  # fmt: skip


def _many(value):
    if np.size(value) < 2:
        raise TypeError
    return np.asarray(value)


def _flat(value):
    if np.ndim(value) != 1 or np.size(value) < 2:
        raise TypeError
    return np.asarray(value)


def wrong_functions(row, right, case, names):
    """Make the wrong functions of a row, each with its sentence.

    Parameters
    ----------
    row : Row
    right : callable
    case : Case
        Says how many arguments there are, and which lengths.
    names : sequence of str
        Of the arguments.

    Yields
    ------
    tuple of (callable, str)
    """
    count = range(len(case.args))
    if row.over in ("result", "results"):
        yield _of_result(row, right), row.sentence
    elif row.over == "argument":
        for i in count:
            if as_numbers(case.args[i]) is not None:
                yield _of_arguments(row, right, i), row.sentence.format(a=names[i])
    elif row.over == "pair":
        for i in count:
            for j in count:
                if i < j or (i != j and row.name == "used for another"):
                    told = row.sentence.format(a=names[i], b=names[j])
                    yield _of_arguments(row, right, i, j), told
    else:
        lengths = [np.shape(as_numbers(a)) for a in case.args if _is_array(a)]
        for place in sorted(
            {(k, x) for k, s in enumerate(lengths) for x in range(len(s))}
        ):
            n = lengths[place[0]][place[1]]
            if n > 1:
                yield _of_length(row, right, place), row.sentence.format(n=n)
                if row.over == "cut":  # of a square, one side only
                    last = place[1] - len(lengths[place[0]])
                    yield _of_length(row, right, place, last), row.sentence.format(n=n)


def _is_array(value):
    numbers = as_numbers(value)
    return numbers is not None and numbers.ndim > 0


def _of_result(row, right):
    def wrong(*args, **kwargs):
        result = right(*args, **kwargs)
        if row.over == "results":
            if not isinstance(result, PARTS) or len(result) < 2:
                raise TypeError
            return row.change(result)
        return _each(row.change, result)

    return wrong


def _each(change, result):
    if isinstance(result, PARTS):
        return type(result)(_each(change, part) for part in result)
    if isinstance(result, str | bool | np.bool_):
        raise TypeError
    return change(np.asarray(result))


def _of_arguments(row, right, *places):
    def wrong(*args, **kwargs):
        args = list(args)
        changed = row.change(*(args[i] for i in places))
        changed = changed if len(places) > 1 else (changed,)
        for i, value in zip(places, changed, strict=True):
            if isinstance(args[i], int) and np.ndim(value) == 0 and value > MANY:
                raise OverflowError("a count that would fill the memory")
            args[i] = value
        return right(*args, **kwargs)

    return wrong


def _of_length(row, right, place, axis=None):
    def wrong(*args, **kwargs):
        arrays = [i for i, a in enumerate(args) if _is_array(a)]
        n = np.shape(args[arrays[place[0]]])[place[1]]
        if n < 2:
            raise TypeError
        if row.over == "length":
            result = right(*args, **kwargs)
            return _each(lambda value: row.change(value, n), result)
        args = list(args)
        for i in arrays:
            value = np.asarray(args[i])
            at = tuple(
                row.change if m == n and axis in (None, k - value.ndim) else slice(None)
                for k, m in enumerate(value.shape)
            )
            args[i] = value[at]
        return right(*args, **kwargs)

    return wrong
