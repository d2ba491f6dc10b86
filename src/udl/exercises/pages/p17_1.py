"""Exercises and questions of page 17.1, latent variable models."""

from udl.exercises.declare import case, choice, exercise, mistake, question

question(
    "17.1.1",
    title="TODO: vary z",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _data_density(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "17.1.2",
    title="TODO: data density",
    stub="def data_density(x):\n    ...  # your code\n",
    reference=_data_density,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_data_density, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _draw_samples(n_sample):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "17.1.3",
    title="TODO: draw_samples",
    stub="def draw_samples(n_sample):\n    ...  # your code\n",
    reference=_draw_samples,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_draw_samples, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _get_posterior(x1, x2):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "17.1.4",
    title="TODO: get_posterior",
    stub="def get_posterior(x1, x2):\n    ...  # your code\n",
    reference=_get_posterior,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_get_posterior, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
