"""Exercises and questions of page 11.1, shattered gradients."""

from udl.exercises.declare import case, choice, exercise, mistake, question

question(
    "11.1.1",
    title="TODO: flat regions K=1",
    prompt="TODO: why",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _plot_k_24_50(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "11.1.2",
    title="TODO: plot K=24, 50",
    stub="def plot_k_24_50(x):\n    ...  # your code\n",
    reference=_plot_k_24_50,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_plot_k_24_50, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "11.1.3",
    title="TODO: no flat regions in deep nets",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "11.1.4",
    title="TODO: magnitude decreases",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "11.1.5",
    title="TODO: convincing replication?",
    prompt="TODO: author says no and asks why",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _autocorr(dydx):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "11.1.6",
    title="TODO: autocorr",
    stub="def autocorr(dydx):\n    ...  # your code\n",
    reference=_autocorr,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_autocorr, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
