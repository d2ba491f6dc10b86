"""Declarations of the miniature book's page 1.1."""

from udl.exercises.declare import case, choice, exercise, mistake, number, question


def double(x):
    """Give the double of a number.

    A docstring, which the page must not show.
    """
    return 2 * x


question(
    "1.1.1",
    title="Before you look",
    prompt=r"What is the slope of $y = 2x$?",
    choices=[
        choice("It is $1$.", "That is the slope of $y = x$."),
        choice("It is $2$.", "Yes: one step right, two steps up.", right=True),
    ],
)
exercise(
    "1.1.2",
    title="Twice as much",
    stub="def double(x):\n    ...  # your code\n",
    reference=double,
    cases=[case(1.0), case(-3.0)],
    planted=[
        mistake(lambda x: x**2, "This is the square."),
        mistake(lambda x: x / 2, "This is the half."),
        mistake(lambda x: -2 * x, "The sign is wrong."),
    ],
    hints=["Use `*`.", "It is $2x$, with the $2$ in front."],
)
question(
    "1.1.3",
    title="A number",
    prompt="What is the double of $0.25$?",
    answer=number(0.5, tolerance=0.01, feedback="A half."),
    near=[number(0.125, tolerance=0.01, feedback="You have halved it.")],
    otherwise="Add $0.25$ to itself.",
)
