"""Each thing that can happen to a reader's function has its sentence."""

import functools
import signal
import threading
import time
import warnings

import exercises_reader
import numpy as np
import pytest
from exercises_reader import cell, declare_scaled, says, scaled

from udl.exercises import check
from udl.exercises.declare import case, exercise
from udl.exercises.judging import run


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)


@pytest.fixture
def checked():
    """Declare the exercise and check an answer."""
    declare_scaled()
    return functools.partial(check, "0.1.1")


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (None, "None"),
        (0.5, "0.5"),
        ("scaled", "'scaled'"),
        (np.zeros((20, 3)), "of shape (20, 3)"),
        (object(), "an object of type object"),
    ],
)
def test_what_is_not_a_function(checked, answer, what):
    says(
        checked(answer),
        "wants your function itself and got ",
        f"{what}. Write the function's name without parentheses:",
        'check("0.1.1", scaled)',
        status="not judged",
    )


@pytest.mark.parametrize(
    "body",
    [
        "...",
        "pass",
        "return",
        "return None",
        '"""Words."""',
        "# TODO\n    ...\n    pass",
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_a_stub_is_not_attempted(checked, body, known):
    source = f"def scaled(y, mu, sigma):\n    {body}\n"
    says(checked(cell(source, "scaled", known=known)), status="not attempted")


def test_a_stub_with_code_in_it_is_recognized():
    stub = "def f(y):\n    z = np.zeros(3)\n    # here\n    return [a for a in z]\n"
    exercise("0.1.1", title="T", stub=stub, reference=abs, cases=[case(1.0)])
    noted = cell(stub.replace("    z", '    "note"\n    z'), "f")
    changed = cell(stub.replace("zeros(3)", "zeros(4)"), "f")
    assert check("0.1.1", noted).status == "not attempted"
    assert check("0.1.1", changed).status == "wrong"


def test_a_program_to_mend_that_is_still_as_given():
    stub = "def f(y):\n    return y + 1\n"
    exercise("0.1.1", title="T", stub=stub, reference=abs, cases=[case(1.0)])
    card = check("0.1.1", cell(stub, "f"))
    says(card, "This is still the program that you were given.", status="not attempted")


def test_a_number_in_place_of_a_program_to_mend_is_an_attempt():
    stub = "def f(y):\n    return y + 1\n"
    cases = [case(-1.0), case(2.0)]
    exercise("0.1.1", title="T", stub=stub, reference=abs, cases=cases)
    card = check("0.1.1", cell("def f(y):\n    return 0.5\n", "f"))
    says(card, "Your function returns 0.5, whatever comes in.")
    assert "`...`" not in str(card)


def test_a_forgotten_return(checked):
    source = "def scaled(y, mu, sigma):\n    print((y - mu) / sigma)\n"
    says(checked(cell(source, "scaled")), "returns nothing (`None`)", "`return`")


def test_a_return_forgotten_on_one_way_through(checked):
    def partly(y, mu, sigma):
        if np.ndim(y):
            return scaled(y, mu, sigma)

    says(checked(partly), "returned None.", "every way through it", "right on 2 of 3")


@pytest.mark.parametrize("known", [True, False])
def test_an_exception_names_the_readers_own_line(checked, known):
    source = (
        "def helper(s):\n"
        "    return np.linalg.inv(s)  # needs a matrix\n"
        "\n"
        "def scaled(y, mu, sigma):\n"
        "    return y - helper(sigma)\n"
    )
    card = checked(cell(source, "scaled", known=known))
    says(card, "With y = 1, mu = -1, sigma = 2.5, your function stopped with")
    says(card, "LinAlgError: 0-dimensional array given.", "That is line 2")
    assert ("return np.linalg.inv(s)" in str(card)) is known
    assert "Traceback" not in str(card)


def test_a_product_that_does_not_fit_is_told_in_lengths(checked):
    card = checked(lambda y, mu, sigma: np.ones((3, 4)) @ np.ones((2, 5)))
    says(card, "a row of `a` must be as long as a column of `b`", "lengths 4 and 2.")
    assert "gufunc" not in str(card)


def test_an_exception_in_a_compiled_function_has_no_line(checked):
    says(checked(np.add), "your function stopped with TypeError:")
    assert "That is line" not in str(checked(np.add))


def test_leaving_python_and_unspeakable_errors_are_caught(checked):
    class Dumb(Exception):
        def __str__(self):
            raise RuntimeError

    def leave(y, mu, sigma):
        raise SystemExit

    def fail(y, mu, sigma):
        raise Dumb

    says(checked(leave), "stopped with SystemExit.")
    says(checked(fail), "stopped with Dumb.")


def test_an_interrupt_passes_through(checked):
    def interrupted(y, mu, sigma):
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(KeyboardInterrupt):
        checked(interrupted)
    assert signal.getsignal(signal.SIGALRM) is before


@pytest.mark.parametrize("arguments", ["y", "y, mu, sigma, n", "y, *, mu, sigma"])
def test_a_wrong_signature(checked, arguments):
    function = cell(f"def f({arguments}):\n    return y", "f")
    says(
        checked(function),
        f"takes `({arguments})`; it is called with 3 arguments: `(y, mu, sigma)`.",
    )


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "while True:\n        try: y = y + 1\n        except Exception: pass",
        "try:\n        while True: np.sum(y)\n    except: return 0",
    ],
)
def test_an_endless_loop_does_not_finish(checked, monkeypatch, body):
    monkeypatch.setattr(run, "SECONDS", 0.1)
    before = signal.getsignal(signal.SIGALRM)
    started = time.perf_counter()
    card = checked(cell(f"def f(y, mu, sigma):\n    {body}\n", "f"))
    says(card, "did not finish within 0.1 seconds", "loop that never ends")
    assert time.perf_counter() - started < 2
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_without_an_alarm_the_check_still_works(checked, monkeypatch):
    cards = []
    thread = threading.Thread(target=lambda: cards.append(checked(scaled)))
    thread.start()
    thread.join()
    monkeypatch.delattr(signal, "setitimer")
    cards.append(checked(scaled))
    assert [card.status for card in cards] == ["correct", "correct"]


def test_changing_an_argument_in_place_is_told_and_harms_no_case(checked):
    def in_place(y, mu, sigma):
        if np.ndim(y):
            y -= mu
            y /= sigma
            return y
        return scaled(y, mu, sigma)

    for _ in range(2):
        says(checked(in_place), "What you return is right.", "argument `y` in place")

    def emptied(y, mu, sigma):
        np.asarray(y)[...] = 0
        return y

    says(checked(emptied), "argument `y` in place", "With y = 1")


def test_changes_inside_lists_and_dictionaries_are_seen():
    def total(values, named):
        return sum(values) + sum(named["a"])

    stub = "def total(values, named): ...\n"
    values, named = [1.0, [2]], {"a": np.ones(2)}
    exercise(
        "0.1.1",
        title="T",
        stub=stub,
        reference=lambda v, n: 1,
        cases=[case(values, named)],
    )

    def spoil(values, named):
        values[1].append(3)
        named["a"][0] = 5
        return 1

    says(check("0.1.1", spoil), "`values` and `named` in place")
    assert check("0.1.1", lambda v, n: 1).status == "correct"


@pytest.mark.parametrize(
    ("result", "parts"),
    [
        (lambda z: "two", ("returned 'two'.", "Numbers are expected.")),
        (lambda z: object(), ("returned an object of type object.", "Numbers are")),
        (lambda z: (a for a in [z]), ("an object of type generator", "Numbers are")),
        (lambda z: [[1.0], [1.0, 2.0]], ("Numbers are expected.",)),
        (lambda z: z + 0j, ("Those are complex numbers",)),
        (lambda z: z * np.nan, ("returned nan. A finite number is expected",)),
        (lambda z: np.divide(z, 0.0), ("returned inf.", "division by zero")),
        (lambda z: [z, z], ("shape (2,) came back; a single number is expected.",)),
        (lambda z: -z, ("returned -0.8. That is not right.", "sign is the wrong way")),
        (lambda z: 3 * z, ("Every wrong value is off by one and the same factor.",)),
        (lambda z: z + 2, ("Every wrong value is off by one and the same constant.",)),
        (lambda z: z * 1.00001, ("You are close",)),
        (lambda z: z if np.ndim(z) else 10**30, ("That is not right.",)),
        (lambda z: np.asarray(z).astype(int), ("whole numbers", "array of integers")),
    ],
)
def test_what_came_back_is_described(checked, result, parts):
    says(checked(lambda y, mu, sigma: result(scaled(y, mu, sigma))), *parts)


def test_a_table_where_a_row_is_right_mentions_broadcasting(checked):
    def table(y, mu, sigma):
        z = scaled(y, mu, sigma)
        return z if z.ndim == 0 else z[:, None] - 0 * z

    says(
        checked(table),
        "shape (3, 3) came back; an array of shape (3,) is expected.",
        "broadcasting",
        "It is right on 1 of 3 cases.",
    )

    def column(y, mu, sigma):
        return np.reshape(scaled(y, mu, sigma), (-1, 1))

    assert "broadcasting" not in str(checked(column))


def test_one_wrong_number_is_not_called_a_factor():
    stub = "def f(y): ..."
    exercise("0.1.1", title="T", stub=stub, reference=abs, cases=[case(2.0)])
    card = check("0.1.1", lambda y: 2.5 * y)
    says(card, "With y = 2, your function returned 5. That is not right.")
    assert "factor" not in str(card)
    assert "constant" not in str(card)


@pytest.mark.parametrize(
    "function",
    [
        scaled,
        lambda y, mu, sigma: scaled(y, mu, sigma).tolist(),
        lambda *args: scaled(*args).astype(np.float64)[()],
        functools.partial(scaled),
        lambda y, mu=0, sigma=1, more=None: (y - mu) / sigma,
    ],
)
def test_right_answers_of_any_make_pass(checked, function):
    says(checked(function), "right on all 3 cases", status="correct")


def test_several_results_may_come_as_tuple_list_or_array():
    exercise(
        "0.1.1",
        title="T",
        stub="def f(y): ...",
        reference=lambda y: (y.sum(), y.max()),
        cases=[case(np.array([1.0, 2.0]))],
    )
    for right in (lambda y: [3, 2], lambda y: np.array([3.0, 2.0])):
        assert check("0.1.1", right).status == "correct"
    says(
        check("0.1.1", lambda y: (y.sum(), 0.7 * y.max())),
        "Look at result 2 of 2. That is not right.",
    )
    says(check("0.1.1", lambda y: (3,)), "2 results are expected")
    says(check("0.1.1", lambda y: 3), "2 results are expected")


def test_an_accepted_order_is_named():
    declare_scaled(orders=[(1, 0, 2), (2, 0, 1)])
    card = check("0.1.1", lambda s, y, m: scaled(y, m, s))
    says(card, "order `(sigma, y, mu)`: accepted", status="correct")
    assert check("0.1.1", lambda y, s, m: scaled(y, m, s)).status == "wrong"


def test_of_several_orders_the_most_nearly_right_is_discussed():
    declare_scaled(orders=[(2, 0, 1)])

    def nearly(sigma, y, mu):
        return scaled(y, mu, sigma) if np.ndim(y) else 7.0

    says(check("0.1.1", nearly), "With y = 1, mu = -1, sigma = 2.5", "right on 2 of 3")


def test_one_result_of_two_is_not_called_the_first():
    exercise(
        "0.1.1",
        title="Two",
        stub="def two(y): ...",
        reference=lambda y: (y + 1, y - 1),
        cases=[case(np.array([1.0, 4.0])), case(np.array([2.0, 3.0, 7.0]))],
    )
    says(check("0.1.1", lambda y: y + 1), "2 results are expected")


@pytest.mark.parametrize(
    ("function", "told"),
    [
        (lambda y: [1.0 if v > 0 else 0.0 for v in y], "flat arrays, and not"),
        (lambda y: 1.0 * (y > 0) if np.ndim(y) else 0.0, "not yet for single numbers"),
        (lambda y: 1.0 * (np.asarray(y) > 2), ""),
    ],
)
def test_what_an_answer_works_for(function, told):
    exercise(
        "0.1.1",
        title="A step",
        stub="def step(y): ...",
        reference=lambda y: 1.0 * (np.asarray(y) > 0),
        cases=[
            case(np.array([-1.0, 1.0, 2.0])),
            case(np.array([[-1.0, 3.0], [1.5, 1.0]])),
            case(5.0),
            case(4.0),
        ],
    )
    said = str(check("0.1.1", function))
    assert told in said
    assert ("works for" in said) == bool(told)


def test_a_case_with_one_entry_says_nothing_about_sizes():
    exercise(
        "0.1.1",
        title="A sum",
        stub="def total(y): ...",
        reference=np.sum,
        cases=[case(np.arange(n) + n + 0.5) for n in (3, 4, 5)],
    )
    written_out = "It is right for the sizes of one case only"
    says(check("0.1.1", lambda y: y[0] + y[1] + y[2]), written_out)
    exercise(
        "0.1.2",
        title="A sum",
        stub="def total(y): ...",
        reference=np.sum,
        cases=[case(np.array([2.0, 5.0, 1.5])), case(np.array([4.0, 8.0])),
               case(np.array([3.0]))],
    )  # fmt: skip
    assert written_out not in str(check("0.1.2", lambda y: y[0] ** y.size))


def test_a_fault_of_ours_is_not_laid_at_the_readers_door():
    declare_scaled(reference=lambda y, mu, sigma: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        check("0.1.1", scaled)


def test_prints_stand_once_on_the_card_and_warnings_do_not(capsys):
    declare_scaled(orders=[(2, 0, 1)], curve=case(np.linspace(0, 1, 5), 0.0, 2.0))

    def talking(y, mu, sigma):
        print("here")
        warnings.warn("noise", stacklevel=1)
        return np.log(-np.abs(np.float64(sigma)))

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        card = check("0.1.1", talking)
    assert caught == []
    assert card.printed == "\n".join(["here"] * 3)
    assert capsys.readouterr() == ("", "")


def test_an_unknown_id_is_a_card():
    declare_scaled()
    says(check("0.1.7", scaled), "nearest on page 0.1: 0.1.1", status="not judged")
