"""Exercises and questions of page 12.1, self-attention."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _q_k_v(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "12.1.1",
    title="TODO: q,k,v",
    stub="def q_k_v(x):\n    ...  # your code\n",
    reference=_q_k_v,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_q_k_v, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _softmax(items_in):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "12.1.2",
    title="TODO: softmax",
    stub="def softmax(items_in):\n    ...  # your code\n",
    reference=_softmax,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_softmax, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _dot_products(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "12.1.3",
    title="TODO: dot products",
    stub="def dot_products(x):\n    ...  # your code\n",
    reference=_dot_products,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_dot_products, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _weighted_sum(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "12.1.4",
    title="TODO: weighted sum",
    stub="def weighted_sum(x):\n    ...  # your code\n",
    reference=_weighted_sum,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_weighted_sum, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _self_attention(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "12.1.5",
    title="TODO: self_attention",
    stub="def self_attention(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):\n    ...  # your code\n",
    reference=_self_attention,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_self_attention, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "12.1.6",
    title="TODO: print attention",
    prompt="TODO: values are extreme",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _scaled_dot_product_self_attention(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "12.1.7",
    title="TODO: scaled_dot_product_self_attention",
    stub="def scaled_dot_product_self_attention(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):\n    ...  # your code\n",
    reference=_scaled_dot_product_self_attention,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_scaled_dot_product_self_attention, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "12.1.8",
    title="TODO: permutation covariance",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
