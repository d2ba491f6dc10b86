"""Mutants of a solution: a fixed list of small changes, each made in turn.

A mutant that the cases of its exercise call right shows that a case is missing, unless
no input tells it apart: then the declaration lists it as ``equivalent``.
"""

import ast
import copy
import inspect
import textwrap

import numpy as np

from udl.exercises import declare
from udl.exercises.judging.attempt import attempts
from udl.exercises.judging.compare import as_numbers
from udl.exercises.judging.forms import forms

COMPARED = {
    ast.Lt: [ast.LtE], ast.LtE: [ast.Lt], ast.Gt: [ast.GtE], ast.GtE: [ast.Gt],
    ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq],
}  # fmt: skip
COMPUTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
CALLED = {
    "sum": ["mean", "max"], "mean": ["sum"], "max": ["min"], "min": ["max"],
    "maximum": ["minimum"], "minimum": ["maximum"], "prod": ["sum"],
    "argmax": ["argmin"], "argmin": ["argmax"], "log": ["log2"], "zeros": ["ones"],
}  # fmt: skip


def call(name, *args):
    """Make the node of a call."""
    return ast.Call(ast.parse(name, mode="eval").body, list(args), [])


def replaced(node, **fields):
    """Copy a node with other fields."""
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def comparison(node, _):
    """Make a comparison strict or lax."""
    if isinstance(node, ast.Compare):
        for other in COMPARED.get(type(node.ops[0]), []):
            yield replaced(node, ops=[other(), *node.ops[1:]])


def constant(node, _):
    """Move a number by one."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)


def operator(node, _):
    """Take the opposite operator, or leave a sign out; turn a product round."""
    if isinstance(node, ast.BinOp):
        if type(node.op) in COMPUTED:
            yield replaced(node, op=COMPUTED[type(node.op)]())
        if isinstance(node.op, ast.MatMult | ast.Sub | ast.Div | ast.Pow):
            yield replaced(node, left=node.right, right=node.left)
        if isinstance(node.op, ast.Pow):
            yield node.left
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not):
        yield node.operand
    if isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield replaced(node, op=other())


def argument(node, names):
    """Use the next argument for one."""
    if isinstance(node, ast.Name) and node.id in names[1:] + names[:-1]:
        yield ast.Name(names[(names.index(node.id) + 1) % len(names)], node.ctx)


def called(node, _):
    """Call the sister function, drop an abs, keep away from zero, change an axis."""
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    for other in CALLED.get(name, []):
        yield replaced(node, func=replaced(node.func, attr=other))
    if name in ("abs", "absolute", "round", "clip") or ast.unparse(node.func) == "abs":
        yield node.args[0] if node.args else node.func.value
    if name == "log" and node.args:
        small = ast.Constant(1e-9)
        yield replaced(node, args=[call("np.maximum", node.args[0], small)])
        yield replaced(node, args=[ast.BinOp(node.args[0], ast.Add(), small)])
    for place, keyword in enumerate(node.keywords):
        rest = [one for one in node.keywords if one is not keyword]
        if keyword.arg == "axis" and isinstance(keyword.value, ast.Constant):
            axis = ast.Constant(1 - (keyword.value.value or 0))
            other = [*rest[:place], replaced(keyword, value=axis), *rest[place:]]
            yield replaced(node, keywords=other)
        if keyword.arg in ("axis", "keepdims"):
            yield replaced(node, keywords=rest)


def statement(node, _):
    """Overwrite instead of adding, go on instead of leaving, exchange results."""
    if isinstance(node, ast.AugAssign):
        yield ast.Assign([node.target], node.value)
    if isinstance(node, ast.Continue | ast.Break):
        yield ast.Pass()
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        yield replaced(node, value=replaced(node.value, elts=node.value.elts[::-1]))


def clipped(node, _):
    """Add an abs, or cut off what is negative."""
    if isinstance(node, ast.Return) and node.value is not None:
        yield replaced(node, value=call("np.abs", node.value))
        yield replaced(node, value=call("np.maximum", node.value, ast.Constant(0)))


OPERATORS = (comparison, constant, operator, argument, called, statement)


def source_of(exercise):
    """Give the code that is mutated and the names it sees, or None."""
    if exercise.solution:
        solution = declare.solved(exercise)
        return exercise.solution, solution.__globals__
    if not inspect.isfunction(exercise.reference):
        return None
    source = textwrap.dedent(inspect.getsource(exercise.reference))
    if not source.startswith("def "):
        return None
    return source, {"np": np, **exercise.reference.__globals__}


def mutants(exercise):
    """Give each mutant by the line that was changed, as it then stands."""
    found = source_of(exercise)
    if not found:
        return {}
    source, space = found
    tree = ast.parse(source)
    function = tree.body[-1]
    names = [one.arg for one in function.args.args]
    before, made, seen = _lines(tree), {}, {tuple(_lines(tree))}
    operators = (*OPERATORS, clipped) if _may_be_negative(exercise) else OPERATORS
    for node, change in _changes(function, names, operators):
        mutated = _put(tree, node, change)
        lines = _lines(mutated)
        if tuple(lines) in seen:
            continue
        seen.add(tuple(lines))
        number, line = next(
            (n, new.strip())
            for n, (old, new) in enumerate(zip(before, lines, strict=True), 1)
            if old != new
        )
        name = line if line not in made else f"{line}  # line {number}"
        namespace = dict(space)
        exec(compile(mutated, "<mutant>", "exec"), namespace)
        made[name] = namespace[function.name]
    return made | dict(_wrapped(exercise))


def _may_be_negative(exercise):
    """Tell whether a result can be negative, if an argument's sign is turned, say."""
    right = exercise.reference
    for case in exercise.all_cases():
        turned = [
            (*case.args[:i], -np.asarray(a), *case.args[i + 1 :])
            for i, a in enumerate(case.args)
            if as_numbers(a) is not None and as_numbers(a).dtype.kind == "f"
        ]
        for args in (case.args, *turned):
            try:
                result = as_numbers(right(*args, **case.kwargs))
            except Exception:  # it refuses such arguments
                continue
            if result is not None and result.dtype.kind != "c" and np.any(result < 0):
                return True
    return False


def _changes(function, names, operators):
    for inside in function.body:
        for node in ast.walk(inside):
            for change in operators:
                for made in change(node, names):
                    yield node, made


def _lines(tree):
    return ast.unparse(tree).splitlines()


def _put(tree, node, change):
    """Copy a tree with another node in the place of one."""

    class Put(ast.NodeTransformer):
        def visit(self, visited):
            return change if visited is node else self.generic_visit(visited)

    copied = copy.deepcopy(tree, {id(node): node})  # all but the node
    return ast.fix_missing_locations(Put().visit(copied))


def _wrapped(exercise):
    """Give mutants of the whole: sizes of the first case only, whole numbers kept."""
    right = declare.solved(exercise) or exercise.reference
    first = _shapes(exercise.cases[0].args)

    def only_first(*args, **kwargs):
        return right(*args, **kwargs) if _shapes(args) == first else None

    def kept(*args, **kwargs):
        result = right(*args, **kwargs)
        types = [n.dtype for a in args if (n := as_numbers(a)) is not None]
        if not types or types[0].kind == "b" or as_numbers(result) is None:
            return result
        return np.asarray(result).astype(types[0])

    if any(_shapes(case.args) for case in exercise.all_cases()):
        yield "right for the sizes of the first case only", only_first
        yield "the result has the first argument's type", kept


def _shapes(args):
    shapes = [np.shape(n) for a in args if (n := as_numbers(a)) is not None]
    return [shape for shape in shapes if shape]


def survivors(exercise):
    """List the mutants that the cases call right."""
    accepted = forms(exercise)
    return [
        name
        for name, mutant in mutants(exercise).items()
        if not attempts(exercise, mutant, accepted)[0].wrong
    ]
