"""What can be learned of a reader's function without running it."""

import dis
import inspect
import linecache
import traceback
import types

HOLDS_NUMBERS = ("UNPACK_SEQUENCE", "LOAD_SMALL_INT", "LOAD_CONST")


def is_stub(function, stub_code):
    """Tell whether a function still does what the stub does, step by step.

    Bytecode is compared, so comments, docstrings, and ``pass`` for ``...`` do not
    matter and no source is needed.
    """
    code = getattr(function, "__code__", None)
    return code is not None and _steps(code) == _steps(stub_code)


def _steps(code):
    return [
        (step.opname, _steps(step.argval))
        if isinstance(step.argval, types.CodeType)
        else (step.opname, repr(step.argval))
        for step in dis.get_instructions(code)
        if step.opname != "NOP"
    ]


def misfit(function, case):
    """Give a function's signature, as text, if it does not fit a case; else None."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some compiled functions tell nothing
        return None
    try:
        signature.bind(*case.args, **case.kwargs)
    except TypeError:
        return str(signature)
    return None


def own_line(error, function):
    """Give the deepest line of the reader's own file that an error came through.

    Returns
    -------
    tuple of (int, str) or None
        The number, and the text where it is known (else empty).
    """
    filename = getattr(getattr(function, "__code__", None), "co_filename", None)
    steps = list(traceback.walk_tb(error.__traceback__))
    for frame, line in reversed(steps):
        if frame.f_code.co_filename == filename:
            return line, linecache.getline(filename, line, frame.f_globals).strip()
    return None


def global_names(function):
    """Collect the names that a function, or one inside it, looks up."""
    if not isinstance(function, types.FunctionType):
        return set()
    return _names(function.__code__)


def _names(code):
    inner = [c for c in code.co_consts if isinstance(c, types.CodeType)]
    return set(code.co_names).union(*map(_names, inner))


def with_globals(function, replaced):
    """Copy a function that sees some globals replaced; the original stays as it is.

    What it calls of the functions that were written next to it sees them, too.
    """
    space = {**function.__globals__, **replaced}
    for name, helper in _helpers(function).items():
        if name not in replaced:
            space[name] = _in_space(helper, space)
    return _in_space(function, space)


def _helpers(function):
    """Collect the functions of the same file that a function calls, or these call."""
    found, waiting = {}, [function]
    while waiting:
        for name in global_names(waiting.pop()) - set(found):
            helper = function.__globals__.get(name)
            if (
                isinstance(helper, types.FunctionType)
                and helper.__globals__ is function.__globals__
            ):
                found[name] = helper
                waiting.append(helper)
    return found


def _in_space(function, space):
    copied = types.FunctionType(
        function.__code__,
        space,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    copied.__kwdefaults__ = function.__kwdefaults__
    return copied


def whole_numbers(function):
    """Collect the whole numbers that a function writes out, or reads from outside.

    Counted, too, are the names of a row of names (``a, b = phi``), and the entries
    from 0 on that are taken one by one (``x[0] + x[1] + x[2]``). An exponent counts
    no terms.
    """
    if not isinstance(function, types.FunctionType):
        return set()
    outside = map(function.__globals__.get, global_names(function))
    found = set(_written(function.__code__))
    if len(found) > 2 and found == {*range(len(found))}:
        found.add(len(found))
    return found | {value for value in outside if type(value) is int}


def _written(code):
    steps = list(dis.get_instructions(code))
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        value = step.argval
        if isinstance(value, types.CodeType):
            yield from _written(value)
        elif step.opname in HOLDS_NUMBERS and not _is_power(following):
            yield from _whole_in(value)


def _is_power(step):
    return step is not None and "**" in step.argrepr


def _whole_in(value):
    if isinstance(value, slice):
        value = (value.start, value.stop)
    for one in value if isinstance(value, tuple) else (value,):
        if type(one) is int:
            yield one
