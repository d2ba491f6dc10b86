"""Exercises and questions of page 12.1, self-attention."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.language import attention


def _draw(seed, *shapes, size=1.0):
    rng = np.random.default_rng(seed)
    return [size * rng.normal(size=shape) for shape in shapes]


def _softmax(S, axis=0):
    votes = np.exp(S - np.max(S, axis=axis, keepdims=True))
    return votes / votes.sum(axis=axis, keepdims=True)


def _rows(S):
    return _softmax(S, axis=1)


def _roles(x, omega_q, omega_k, omega_v, beta_q, beta_k, beta_v):
    return beta_q + omega_q @ x, beta_k + omega_k @ x, beta_v + omega_v @ x


_WHOLE = case(
    np.array([[1], [-2]]),
    *_draw(7, *[(3, 2)] * 3, *[(3, 1)] * 3),
)


def _token(seed, D, E):
    return case(*_draw(seed, (D, 1), *[(E, D)] * 3, *[(E, 1)] * 3))


exercise(
    "12.1.1",
    title="Query, key and value",
    stub=(
        "def query_key_value(x, omega_q, omega_k, omega_v, beta_q, beta_k, beta_v):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def query_key_value(x, omega_q, omega_k, omega_v, beta_q, beta_k, beta_v):\n"
        "    query = beta_q + omega_q @ x\n"
        "    key = beta_k + omega_k @ x\n"
        "    value = beta_v + omega_v @ x\n"
        "    return query, key, value\n"
    ),
    parts=("query", "key", "value"),
    reference=_roles,
    cases=[_token(0, 2, 3), _token(1, 4, 4), _token(2, 3, 1), _token(3, 1, 2), _WHOLE],
    planted=[
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wq * x + bq, wk * x + bk, wv * x + bv),
            "`*` multiplies entry by entry; what shape should a query have?",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (
                wq @ x + bq.ravel(),
                wk @ x + bk.ravel(),
                wv @ x + bv.ravel(),
            ),
            "A column plus a flat vector makes a table.",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wq @ x + bq, wk @ x + bv, wv @ x + bv),
            "Three names, three offsets: compare them.",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wq @ x, wk @ x, wv @ x),
            "All three offsets are missing.",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wk @ x + bk, wq @ x + bq, wv @ x + bv),
            "Your query has the weights of the keys, and your key those of the "
            "queries.",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wq @ x + bq, wq @ x + bq, wq @ x + bq),
            "Your token asks for just what it holds: each of the three has its own "
            "weights.",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wq @ (x + bq), wk @ (x + bk),
                                               wv @ (x + bv)),
            "You add the offset before the product with the weights.",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: wq @ x + bq,
            "This is the query alone. What else does a token make of itself?",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wv @ x + bv, wq @ x + bq, wk @ x + bk),
            "Your value comes first. In which order does the task want the "
            "three?",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wq @ x + bq, wv @ x + bv, wk @ x + bk),
            "Your value comes before your key. Which of them is the last one?",
        ),
        mistake(
            lambda x, wq, wk, wv, bq, bk, bv: (wq @ x + bq, wk @ x + bk, x),
            "Your value is the token as it came in. It has weights of its own.",
        ),
    ],
    hints=[
        "Each of the three is a linear function as in every layer of a network.",
        "`query = beta_q + omega_q @ x`; the other two have other letters.",
    ],
)  # fmt: skip

question(
    "12.1.2",
    title="All alike",
    prompt="Suppose that a token's query is a vector of zeros, so that its scores "
    "are all zero. What would you want its output to be?",
    choices=[
        choice(
            "Zero: it looks for nothing and hears nothing.",
            "Its weights have to sum to one. With equal scores, how large is each?",
        ),
        choice(
            "Its own value, as if it were alone.",
            "Its own score is zero as well, like every other. Why should it get more?",
        ),
        choice(
            "The plain mean of all values.",
            "Yes. Equal scores have to make equal weights, and these are 1/N each.",
            right=True,
        ),
        choice(
            "The plain sum of all values.",
            "That would have weights of one each. What do they have to sum to?",
        ),
    ],
)


def _list_softmax(items_in):
    return _softmax(np.asarray(items_in, dtype=float))


def _over(shift):
    def shares(items_in):
        x = np.asarray(items_in, dtype=float)
        return np.exp(x) / np.sum(np.exp(shift(x)))

    return shares


exercise(
    "12.1.3",
    title="A softmax of a list",
    stub="def softmax(items_in):\n    ...  # your code\n",
    solution=(
        "def softmax(items_in):\n"
        "    votes = np.exp(items_in - np.max(items_in))\n"
        "    return votes / np.sum(votes)\n"
    ),
    published=published("softmax(items_in)"),
    reference=_list_softmax,
    cases=[
        case([0.0, 1.0]),
        case([1.5, -0.25, 3.0]),
        case([2, 0, -1, 5]),
        case([-3.0]),
        case([2.0, 2.0, 2.0]),
    ],
    extremes=[
        case([1000.0, 999.0, 0.0]),
        case([-2000.0, -2001.0]),
        case([2500.0, 0.0, 1.0]),  # too far from the mean, too
    ],
    planted=[
        mistake(
            lambda items_in: np.asarray(items_in) / np.sum(items_in),
            "Can an attention be negative?",
        ),
        mistake(
            lambda items_in: np.exp(items_in),
            "Your numbers are positive. What do they sum to?",
        ),
        mistake(
            lambda items_in: np.exp(items_in) / np.sum(items_in),
            "The sum below is that of the items themselves. Of what should it be?",
        ),
        mistake(
            lambda items_in: np.exp(items_in) / np.max(np.exp(items_in)),
            "Your largest weight is always one: by what do you divide?",
        ),
        mistake(
            lambda items_in: np.exp(np.asarray(items_in) / np.sum(items_in)),
            "You take the shares first and the exponential after.",
        ),
        mistake(
            lambda items_in: _softmax(-np.asarray(items_in, dtype=float)),
            "The smallest item has the largest weight.",
        ),
        mistake(
            lambda items_in: (
                (np.arange(len(items_in)) == np.argmax(items_in)).astype(float)
            ),
            "The largest takes everything: that is a maximum and nothing soft.",
        ),
        mistake(
            lambda items_in: 1 / (1 + np.exp(-np.asarray(items_in, dtype=float))),
            "Each number is squeezed by itself, and does not know of the "
            "others.",
        ),
        mistake(
            lambda items_in: np.exp(items_in) / np.exp(np.sum(items_in)),
            "The exponential of a sum is a product of exponentials. Which "
            "comes first?",
        ),
        mistake(
            lambda items_in: np.square(items_in) / np.sum(np.square(items_in)),
            "A square makes numbers positive, but -3 and 3 get the same "
            "weight.",
        ),
        mistake(
            lambda items_in: np.abs(items_in) / np.sum(np.abs(items_in)),
            "Without its sign, -3 gets as much as 3. A low score means little "
            "weight.",
        ),
        mistake(
            lambda items_in: (
                np.exp(np.asarray(items_in) - np.max(items_in))
                / np.sum(np.exp(items_in))
            ),
            "The largest is subtracted in the numerator only. What do they sum "
            "to now?",
        ),
    ],
    hints=[
        "What makes any number positive, and what makes a list sum to one?",
        "`votes = np.exp(items_in)`, divided by their sum. For large items subtract "
        "the largest one first.",
    ],
)  # fmt: skip


def _attend(query, keys, values, *, weights=_softmax, score=None):
    score = score or (lambda key: (key.T @ query).item())
    given = weights(np.array([score(key) for key in keys]))
    return sum(a * v for a, v in zip(given, values, strict=True))


def _heard(query, keys, values):
    given = _softmax(np.array([(key.T @ query).item() for key in keys]))
    return [a * v for a, v in zip(given, values, strict=True)]


def _tokens(seed, D, E, N, size=1.0):
    query, *both = _draw(seed, (D, 1), *[(D, 1)] * N, *[(E, 1)] * N, size=size)
    return case(query, both[:N], both[N:])


exercise(
    "12.1.4",
    title="The output of one token",
    stub="def attend(query, keys, values):\n    ...  # your code\n",
    solution=(
        "def attend(query, keys, values):\n"
        "    scores = [(key.T @ query).item() for key in keys]\n"
        "    weights = softmax(scores)\n"
        "    return sum(weights[m] * values[m] for m in range(len(keys)))\n"
    ),
    uses={"softmax": "12.1.3"},
    equivalent={
        "return sum((weights[m] * values[m] for m in range(len(values))))": "as many "
        "values as keys",
    },
    reference=_attend,
    cases=[
        _tokens(0, 2, 4, 3),
        _tokens(1, 4, 4, 5),
        _tokens(2, 3, 2, 1),
        _tokens(3, 1, 3, 2),
        _tokens(4, 5, 3, 4),
        case(
            np.array([[1], [0]]),
            [np.array([[1], [2]]), np.array([[0], [1]])],
            [np.array([[3], [1]]), np.array([[2], [5]])],
        ),
    ],
    planted=[
        mistake(
            lambda query, keys, values: _attend(query, keys, values, weights=np.array),
            "You weigh with the scores themselves: they may be negative, and they do "
            "not sum to one.",
        ),
        mistake(
            lambda query, keys, values: np.sum(_attend(query, keys, values)),
            "One weight per value vector: what shape has the sum?",
        ),
        mistake(
            _heard,
            "These are the weighted values. Are they added up?",
        ),
        mistake(
            lambda query, keys, values: _attend(query, keys, values) / len(keys),
            "The weights sum to one already: divide by nothing.",
        ),
        mistake(
            lambda query, keys, values: _attend(
                query, keys, values,
                score=lambda k: (k.T @ query).item() / np.sqrt(len(query)),
            ),
            "You divide the scores by a root. That comes later on this page.",
        ),
        mistake(
            lambda query, keys, values: _attend(
                query, keys, values, score=lambda k: (k.T @ k).item()
            ),
            "Which query belongs to this output? Your scores compare keys with "
            "themselves.",
        ),
        mistake(
            lambda query, keys, values: _attend(
                query, keys, values, score=lambda k: (k[0] * query[0]).item()
            ),
            "Only the first entries of query and key meet: a dot product sums over "
            "all.",
        ),
        mistake(
            lambda query, keys, values: _attend(
                query, keys, values, weights=lambda s: np.ones(len(s))
            ),
            "You add all values up, and the query plays no part.",
        ),
        mistake(
            lambda query, keys, values: values[
                int(np.argmax([(k.T @ query).item() for k in keys]))
            ],
            "You take the value of the best key alone. The others are heard, too.",
        ),
        mistake(
            lambda query, keys, values: _attend(query, keys, values, weights=np.exp),
            "You weigh with the exponentials as they are. What should weights "
            "sum to?",
        ),
        mistake(
            lambda query, keys, values: _softmax(
                np.array([(k.T @ query).item() for k in keys])
            ),
            "These are the weights. What does the token hear with them?",
        ),
        mistake(
            lambda query, keys, values: _attend(
                query, keys, values, score=lambda k: np.sum(k @ query.T)
            ),
            "You add up all products of any two entries. Which ones does a dot "
            "product "
            "have?",
        ),
        mistake(
            lambda query, keys, values: _attend(
                query, keys, values, weights=lambda s: _softmax(_softmax(s))
            ),
            "Two softmaxes, one after the other: is one of them in `softmax` "
            "already?",
        ),
        mistake(
            lambda query, keys, values: sum(_heard(query, keys, values)[:-1]),
            "The last token is not heard: where does your sum end?",
        ),
        mistake(
            lambda query, keys, values: sum(_heard(query, keys, values)[1:]),
            "The first token is not heard: where does your sum begin?",
        ),
    ],
    hints=[
        "How many scores are there for this query? How many values does the sum "
        "have?",
        "`scores = [(key.T @ query).item() for key in keys]`, then `softmax(scores)`, "
        "then a sum of `weights[m] * values[m]`.",
    ],
)  # fmt: skip


def _layer(weights, *, root=None, features=False, offsets=True):
    """Make self-attention with one of its stages changed."""

    def layer(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
        b = 1 if offsets else 0
        V = b * beta_v + omega_v @ X
        Q, K = b * beta_q + omega_q @ X, b * beta_k + omega_k @ X
        scale = 1 if root is None else root(X, Q)
        if features:
            return weights(Q / scale, K) @ V
        return V @ weights(Q / scale, K)

    return layer


def _plain(Q, K):
    return _softmax(K.T @ Q)


def _over_queries(Q, K):
    return _rows(K.T @ Q)


def _exchanged(Q, K):
    return _softmax(Q.T @ K)


def _at_once(Q, K):
    votes = np.exp(K.T @ Q - np.max(K.T @ Q))
    return votes / votes.sum()


def _root(X, Q):
    return np.sqrt(len(Q))


def _transposed_weights(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k, *,
                        scaled=False):  # fmt: skip
    return attention.self_attention(
        X, omega_v.T, omega_q.T, omega_k.T, beta_v, beta_q, beta_k, scaled=scaled
    )


def _given(seed, D, Dq, E, N, size=1.0):
    shapes = (D, N), (E, D), (Dq, D), (Dq, D), (E, 1), (Dq, 1), (Dq, 1)
    return case(*_draw(seed, *shapes, size=size))


_ARGUMENTS = "(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k)"

exercise(
    "12.1.5",
    title="Self-attention with matrices",
    stub=f"def self_attention{_ARGUMENTS}:\n    ...  # your code\n",
    solution=(
        f"def self_attention{_ARGUMENTS}:\n"
        "    V = beta_v + omega_v @ X\n"
        "    Q = beta_q + omega_q @ X\n"
        "    K = beta_k + omega_k @ X\n"
        "    S = K.T @ Q\n"
        "    votes = np.exp(S - np.max(S, axis=0))\n"
        "    return V @ (votes / np.sum(votes, axis=0))\n"
    ),
    published=published(
        f"self_attention{_ARGUMENTS}",
        provides={"softmax_cols": lambda: _softmax},
    ),
    reference=lambda *args: attention.self_attention(*args, scaled=False),
    cases=[
        _given(0, 2, 2, 2, 3),
        _given(1, 4, 4, 4, 3),
        _given(2, 3, 3, 3, 5),
        _given(3, 1, 1, 1, 4),
        _given(4, 5, 5, 5, 1),
        case(
            np.array([[1, 0, 2], [0, -1, 1]]),
            *_draw(11, *[(2, 2)] * 3, *[(2, 1)] * 3),
        ),
    ],
    extremes=[_given(5, 3, 3, 3, 4, size=12.0)],
    planted=[
        mistake(
            _layer(_over_queries),
            "Sum the weights that output 0 uses. Does a column of K^T Q belong to a "
            "query or to a key?",
        ),
        mistake(
            _layer(_exchanged),
            "Columns must sum to one: does a column of Q^T K belong to a query or to "
            "a key?",
        ),
        mistake(
            _layer(_at_once),
            "All of your attentions together sum to one. How many distributions do "
            "you need?",
        ),
        mistake(
            _layer(lambda Q, K: _softmax(Q @ K.T), features=True),
            "How many tokens attend to how many tokens? Your table compares features.",
        ),
        mistake(
            _layer(lambda Q, K: _rows(Q @ K.T), features=True),
            "With tokens in rows this is the usual formula. In this book a token is "
            "a column.",
        ),
        mistake(
            _layer(_plain, root=_root),
            "You divide by a root: is scaling asked for here?",
        ),
        mistake(
            _transposed_weights,
            "These would be the right lines for tokens in rows, X^T times omega. In "
            "this book the weights come first, and a token is a column.",
        ),
        mistake(
            _layer(lambda Q, K: K.T @ Q),
            "The scores weigh the values without a softmax.",
        ),
        mistake(
            _layer(_plain, offsets=False),
            "The offsets of all three are missing.",
        ),
        mistake(
            _layer(lambda Q, K: np.eye(K.shape[1])),
            "Your outputs are the values: no token hears another.",
        ),
        mistake(
            _layer(lambda Q, K: _softmax(K.T @ K)),
            "Keys meet keys. Who asks?",
        ),
        mistake(
            _layer(lambda Q, K: _softmax(Q.T @ Q)),
            "Queries meet queries. Who answers?",
        ),
        mistake(
            _layer(lambda Q, K: np.exp(K.T @ Q) / np.exp(K.T @ Q).sum(axis=1)),
            "Column n of your table is divided by the sum of row n.",
        ),
        mistake(
            _layer(lambda Q, K: _plain(Q, K).T),
            "Your weights are right, and then turned. With which of them does "
            "output 0 "
            "weigh the values?",
        ),
        mistake(
            _layer(lambda Q, K: np.exp(K.T @ Q)),
            "Your votes are positive, and are not divided by what they sum to.",
        ),
        mistake(
            _layer(lambda Q, K: _softmax(_plain(Q, K))),
            "The softmax is taken twice.",
        ),
        mistake(
            _layer(lambda Q, K: _softmax(K @ Q.T), features=True),
            "Your table has a row for each entry of a key. How many tokens are there?",
        ),
        mistake(
            lambda X, wv, wq, wk, bv, bq, bk: _softmax(
                (wv @ X + bv) @ (wk @ X + bk).T @ (wq @ X + bq)
            ),
            "The softmax comes last with you: outputs need not sum to one, weights do.",
        ),
        mistake(
            lambda X, wv, wq, wk, bv, bq, bk: _plain(wq @ X + bq, wk @ X + bk),
            "This is the table of attentions. What is said is still missing.",
        ),
        mistake(
            lambda X, wv, wq, wk, bv, bq, bk: (
                _plain(wq @ X + bq, wk @ X + bk) @ (wv @ X + bv).T
            ),
            "Your weights stand on the left, as for tokens in rows. On which "
            "side of V "
            "do weights belong that mix columns?",
        ),
        mistake(
            lambda X, wv, wq, wk, bv, bq, bk: attention.self_attention(
                X, wk, wv, wq, bk, bv, bq, scaled=False
            ),
            "The first weights in the list of arguments are not those of the queries.",
        ),
        mistake(
            lambda X, wv, wq, wk, bv, bq, bk: (
                X + attention.self_attention(X, wv, wq, wk, bv, bq, bk, scaled=False)
            ),
            "You add the tokens themselves. A whole transformer does, this "
            "layer "
            "does not.",
        ),
    ],
    hints=[
        "How many scores are there? Which of the two axes of their table belongs to "
        "the queries?",
        "`S = K.T @ Q` has a column for each query. Its softmax runs down the columns, "
        "`axis=0`, and multiplies `V` from the right.",
    ],
)

_PAIRS = [
    case(*_draw(0, (2, 3), (2, 3))),
    case(*_draw(1, (4, 5), (4, 5))),
    case(*_draw(2, (1, 2), (1, 2))),
    case(*_draw(3, (3, 1), (3, 1))),
    case(np.array([[1, 0, 1], [2, 1, 0]]), np.array([[0, 1, 1], [1, 1, 0]])),
]

exercise(
    "12.1.6",
    title="The test that is missing",
    stub=(
        "def attentions(Q, K):\n"
        "    votes = np.exp(K.T @ Q)\n"
        "    return votes / votes.sum(axis=1, keepdims=True)\n"
    ),
    solution=(
        "def attentions(Q, K):\n"
        "    votes = np.exp(K.T @ Q)\n"
        "    return votes / votes.sum(axis=0, keepdims=True)\n"
    ),
    equivalent={
        "return votes / votes.sum(axis=0)": "a row broadcasts as well",
    },
    reference=_plain,
    cases=_PAIRS,
    planted=[
        mistake(
            _exchanged,
            "Your columns sum to one, and they belong to keys now.",
        ),
        mistake(
            _at_once,
            "One sum for the whole table leaves less than one to each query.",
        ),
        mistake(
            lambda Q, K: np.exp(K.T @ Q),
            "The votes are not divided by anything any more.",
        ),
        mistake(
            lambda Q, K: np.exp(K.T @ Q) / np.exp(K.T @ Q).sum(axis=1),
            "Each column is divided by the sum of a row.",
        ),
        mistake(
            lambda Q, K: _softmax(K.T @ Q / np.sqrt(len(Q))),
            "The sums are right. The root is not asked for yet.",
        ),
        mistake(
            lambda Q, K: K.T @ Q / (K.T @ Q).sum(axis=0),
            "The axis is right, and the exponential has gone.",
        ),
        mistake(
            lambda Q, K: _softmax(K @ Q.T),
            "Your table compares entries: it has a row for each entry of a key.",
        ),
        mistake(
            lambda Q, K: np.exp(K.T @ Q) / np.exp(K.T @ Q).max(axis=0),
            "The loudest in each column has 1 now, and the others come on top.",
        ),
        mistake(
            lambda Q, K: K.shape[1] * _at_once(Q, K),
            "The table sums to N again. Does each query get the same share of it?",
        ),
        mistake(
            lambda Q, K: _rows(K.T @ Q) / _rows(K.T @ Q).sum(axis=0),
            "You divide twice: the rows first, then the columns. Once is enough.",
        ),
    ],
    hints=[
        "Add up the weights that go into output 0: which entries of the table are "
        "they?",
        "Output `n` uses column `n`. Change the axis of the sum.",
    ],
)

question(
    "12.1.7",
    title="Exchange two words",
    prompt="Two tokens in the middle of a text exchange their places. What happens to "
    "the outputs of a self-attention layer, with fixed weights?",
    choices=[
        choice(
            "All of them change a little, as every token hears all others.",
            "A token hears the same tokens as before, in another order. Does a sum "
            "depend on the order?",
        ),
        choice(
            "The same two outputs exchange their places, exactly, and the others are "
            "as they were.",
            "Yes. Nothing in the layer knows a token's number.",
            right=True,
        ),
        choice(
            "Nothing at all changes.",
            "Output n belongs to the token at place n, and that is another one now.",
        ),
        choice(
            "Almost what was there before, up to what the learned weights prefer.",
            "Which weights belong to a place? All tokens share the same ones.",
        ),
    ],
)

question(
    "12.1.8",
    title="Print the attention",
    prompt="In the published example, the entries of tokens, weights and offsets were "
    "drawn at random with mean zero and variance one, and nothing has been learned. "
    "What will the three columns of attentions look like?",
    choices=[
        choice(
            "About a third everywhere: nobody has learned to prefer anybody.",
            "Equal weights need equal scores. How different are the sums of random "
            "products?",
        ),
        choice(
            "Mostly on the diagonal: each token resembles itself.",
            "Queries and keys come from different weights, so that a token's query "
            "need not match its own key.",
        ),
        choice(
            "Spread at random, between a tenth and a half, say.",
            "That would be so for scores that differ by one or so. Entries of queries "
            "have a variance of 5 here.",
        ),
        choice(
            "Extreme: some near one, the others near zero.",
            "Yes. Sums of random products are large, and a softmax turns "
            "differences into ratios.",
            right=True,
        ),
    ],
)

question(
    "12.1.9",
    title="Which root",
    prompt="All entries are independent with mean zero. Those of the queries have "
    "variance 4, those of the keys variance 9, and there are 25 of them. By which "
    "number do you divide the scores, so that they have variance 1?",
    answer=number(
        30,
        0.01,
        "Yes. The variance is 25 times 4 times 9, which is 900.",
    ),
    near=[
        number(900, 0.1, "That is the variance. If a number is divided by c, by what "
               "is its variance divided?"),
        number(5, 0.01, "That would be right for entries of variance 1."),
        number(180, 0.1, "That takes the root of the 25 alone. What happens to the two "
               "variances?"),
        number(150, 0.1, "Is the root taken of all three factors?"),
        number(6, 0.01, "How many products are summed?"),
        number(18.03, 0.02, "The mean of a product of independent numbers is a product "
               "of means: multiply the two variances."),
    ],
    otherwise="What is the variance of one product? How many are added?",
)  # fmt: skip

_SCALED = f"scaled_dot_product_self_attention{_ARGUMENTS}"
_SCALED_STUB = (
    "def scaled_dot_product_self_attention(X, omega_v, omega_q, omega_k,\n"
    "                                      beta_v, beta_q, beta_k):\n"
)


exercise(
    "12.1.10",
    title="Scaled",
    stub=f"{_SCALED_STUB}    ...  # your code\n",
    solution=(
        f"{_SCALED_STUB}"
        "    V = beta_v + omega_v @ X\n"
        "    Q = beta_q + omega_q @ X\n"
        "    K = beta_k + omega_k @ X\n"
        "    S = K.T @ Q / np.sqrt(len(Q))\n"
        "    votes = np.exp(S - np.max(S, axis=0))\n"
        "    return V @ (votes / np.sum(votes, axis=0))\n"
    ),
    published=published(_SCALED, provides={"softmax_cols": lambda: _softmax}),
    reference=attention.self_attention,
    cases=[
        _given(6, 3, 2, 4, 5),
        _given(7, 4, 4, 4, 3),
        _given(8, 5, 3, 5, 2),
        _given(9, 2, 1, 3, 4),
        case(
            np.array([[1, 0, 2], [0, -1, 1]]),
            *_draw(12, (2, 2), *[(3, 2)] * 2, (2, 1), *[(3, 1)] * 2),
        ),
    ],
    extremes=[_given(10, 3, 2, 3, 4, size=12.0)],
    planted=[
        mistake(
            _layer(_plain),
            "The scores are as they were: by what should they be divided?",
        ),
        mistake(
            _layer(_plain, root=lambda X, Q: np.sqrt(len(X))),
            "You take the root of D, the entries of a token. How many products does a "
            "score sum?",
        ),
        mistake(
            _layer(_plain, root=lambda X, Q: np.sqrt(X.shape[1])),
            "You take the root of the number of tokens.",
        ),
        mistake(
            _layer(_plain, root=lambda X, Q: len(Q)),
            "The variance grows with the number of entries. And what does a score "
            "grow with?",
        ),
        mistake(
            _layer(lambda Q, K: _plain(Q, K) / np.sqrt(len(Q))),
            "You divide the attentions: their columns do not sum to one any more.",
        ),
        mistake(
            _layer(_plain, root=lambda X, Q: 1 / np.sqrt(len(Q))),
            "You multiply by the root.",
        ),
        mistake(
            _layer(_over_queries, root=_root),
            "The root is right. Now sum the weights that output 0 uses.",
        ),
        mistake(
            _layer(_exchanged, root=_root),
            "The root is right. Your columns belong to keys, as Q^T K has a column "
            "for each key.",
        ),
        mistake(
            _layer(_at_once, root=_root),
            "The root is right. All attentions of the table together sum to one, and "
            "each query needs its own.",
        ),
        mistake(
            _layer(_plain, root=_root, offsets=False),
            "The root is right, and the offsets are missing.",
        ),
        mistake(
            lambda X, *_: np.zeros_like(X),
            "Which name do you return, and who set it?",
        ),
        mistake(
            lambda X, wv, *rest: _layer(_plain, root=lambda X, Q: np.sqrt(len(wv)))(
                X, wv, *rest
            ),
            "That is the root of the number of entries of a *value*, which is "
            "in no "
            "score.",
        ),
        mistake(
            _layer(_plain, root=lambda X, Q: 2),
            "You always divide by 2. That fits queries of four entries.",
        ),
        mistake(
            _layer(_plain, root=lambda X, Q: np.sqrt(Q.size)),
            "You count the entries of all queries. One score is made with one "
            "query.",
        ),
        mistake(
            _layer(_plain, root=lambda X, Q: np.linalg.norm(Q, axis=0)),
            "You make each query one long. The page divides all by the same "
            "number.",
        ),
        mistake(
            _layer(lambda Q, K: _softmax(K.T @ Q / np.std(K.T @ Q))),
            "You divide by the spread of these scores. The page takes the one "
            "that it "
            "derived, from the number of products.",
        ),
        mistake(
            _layer(lambda Q, K: K.T @ Q, root=_root),
            "Scaled scores weigh the values. Where is the softmax?",
        ),
        mistake(
            _layer(lambda Q, K: np.exp(K.T @ Q), root=_root),
            "The root is right. What should each column of the votes be "
            "divided by?",
        ),
        mistake(
            lambda X, wv, wq, wk, bv, bq, bk: attention.attention_weights(
                wq @ X + bq, wk @ X + bk
            ),
            "The weights are right. With what are they to be multiplied?",
        ),
        mistake(
            _layer(lambda Q, K: _plain(Q, K).T, root=_root),
            "The root is right. The table of weights has been turned.",
        ),
    ],
    hints=[
        "One line changes. How many products are in one score?",
        "`S = K.T @ Q / np.sqrt(len(Q))`: `Q` has a row for each product.",
    ],
)  # fmt: skip

_SCORES = [
    case(np.array([0.0, 1.0])),
    case(np.array([1.0, -0.5, 2.0])),
    case(np.array([3, 1, 0, 2])),
    case(np.array([0.7])),
]


def _jacobian(change):
    def jacobian(scores):
        a = _softmax(np.asarray(scores, dtype=float))
        return change(a)

    return jacobian


exercise(
    "12.1.11",
    title="The derivatives of a softmax",
    stub="def softmax_jacobian(scores):\n    ...  # your code\n",
    solution=(
        "def softmax_jacobian(scores):\n"
        "    a = softmax(scores)\n"
        "    return np.diag(a) - np.outer(a, a)\n"
    ),
    uses={"softmax": "12.1.3"},
    reference=_jacobian(attention.softmax_jacobian),
    cases=_SCORES,
    random_case=lambda rng: case(rng.normal(size=5)),
    planted=[
        mistake(
            _jacobian(lambda a: a * (1 - a)),
            "These are the entries on the diagonal. How does a weight change when "
            "another score grows?",
        ),
        mistake(
            _jacobian(lambda a: np.diag(a * (1 - a))),
            "Off the diagonal you have zeros. Can one weight grow and the others "
            "stay as they are?",
        ),
        mistake(
            _jacobian(np.diag),
            "The denominator depends on the scores as well.",
        ),
        mistake(
            _jacobian(lambda a: -np.outer(a, a)),
            "On the diagonal the numerator depends on the score, too.",
        ),
        mistake(
            _jacobian(lambda a: np.diag(a) + np.outer(a, a)),
            "Add up a row of yours: weights that sum to one cannot all grow.",
        ),
        mistake(
            _jacobian(lambda a: np.diag(a * (1 - a)) - np.outer(a, a)),
            "On the diagonal, the square is subtracted twice.",
        ),
        mistake(
            lambda scores: np.diag(scores) - np.outer(scores, scores),
            "The formula is meant for the weights, and you put the scores in.",
        ),
        mistake(
            _jacobian(lambda a: np.eye(len(a)) - np.outer(a, a)),
            "With a 1 on the diagonal of the first part, your rows do not sum to zero.",
        ),
        mistake(
            lambda scores: (
                np.diag(np.exp(scores)) - np.outer(np.exp(scores), np.exp(scores))
            ),
            "You put the exponentials in. The formula is meant for what they "
            "are when "
            "they sum to one.",
        ),
        mistake(
            _jacobian(lambda a: np.diag(a) - a @ a),
            "For flat vectors `a @ a` is a single number. How do you get a table?",
        ),
        mistake(
            _jacobian(lambda a: np.diag(a) - a * a),
            "For flat vectors `a * a.T` is a flat vector again. How do you get "
            "all "
            "products of two?",
        ),
        mistake(
            _jacobian(lambda a: np.diag(a + a**2) - np.outer(a, a)),
            "The diagonal holds the weights themselves: their denominator "
            "moves as "
            "well.",
        ),
        mistake(
            _jacobian(lambda a: np.diag(a - 2 * a**2) + np.outer(a, a)),
            "One score grows, and all weights with it? They must share out one unit.",
        ),
        mistake(
            _jacobian(lambda a: np.outer(a, 1 - a)),
            "You use the rule of the diagonal everywhere. What is the "
            "numerator's "
            "derivative elsewhere?",
        ),
        mistake(
            _jacobian(lambda a: np.eye(len(a)) - a),
            "Is this the derivative of the logarithm of a weight? One factor "
            "is "
            "missing.",
        ),
        mistake(
            _jacobian(lambda a: np.sum(a * (1 - a))),
            "You add up the diagonal. The whole table is asked for.",
        ),
    ],
    hints=[
        "First the weights. Then a table: what is on its diagonal, and what is not?",
        "`np.diag(a)` makes a diagonal matrix and `np.outer(a, a)` all products.",
    ],
)


def _masked(mask, value=-np.inf):
    def weights(S):
        with np.errstate(all="ignore"):
            S = np.asarray(S, dtype=float)
            return _softmax(np.where(mask(np.ones(S.shape)) > 0, S, value))

    return weights


_CAUSAL = attention.causal_mask

exercise(
    "12.1.12",
    title="Nothing from the future",
    stub="def causal_weights(S):\n    ...  # your code\n",
    solution=(
        "def causal_weights(S):\n"
        "    past = np.triu(np.ones(S.shape)) > 0\n"
        "    S = np.where(past, S, -np.inf)\n"
        "    votes = np.exp(S - np.max(S, axis=0))\n"
        "    return votes / np.sum(votes, axis=0)\n"
    ),
    reference=lambda S: attention.softmask(S, _CAUSAL(len(S))),
    cases=[
        case(*_draw(0, (2, 2))),
        case(*_draw(1, (3, 3))),
        case(*_draw(2, (5, 5), size=3.0)),
        case(np.array([[1, 4, 0], [2, 0, 1], [0, 3, 2]])),
        case(*_draw(3, (1, 1))),
    ],
    extremes=[case(*_draw(4, (4, 4), size=800.0))],
    planted=[
        mistake(
            _masked(np.tril),
            "Token 0 hears everybody, and the last one only itself. In texts with "
            "queries as rows this is the mask of the past; here rows are keys.",
        ),
        mistake(
            lambda S: _softmax(S) * _CAUSAL(len(S)),
            "You mask after the softmax: what do the columns sum to?",
        ),
        mistake(
            _masked(np.triu, 0.0),
            "A score of zero is a vote like any other.",
        ),
        mistake(
            _masked(lambda ones: np.triu(ones, 1)),
            "Nobody hears itself, and the first token nobody at all.",
        ),
        mistake(
            _masked(lambda ones: np.triu(ones, -1)),
            "Each token hears one from the future.",
        ),
        mistake(
            lambda S: _rows(np.where(_CAUSAL(len(S)), S, -np.inf)),
            "The mask is right. Your rows sum to one, not your columns.",
        ),
        mistake(
            lambda S: _rows(np.where(_CAUSAL(len(S)).T, S, -np.inf)),
            "That is right where a row belongs to a query. Here it is a column.",
        ),
        mistake(
            _softmax,
            "Without a mask: everybody hears everybody.",
        ),
        mistake(
            lambda S: np.triu(np.exp(S)),
            "The mask is right. What does each column sum to?",
        ),
        mistake(
            lambda S: np.triu(np.exp(S)) / np.triu(np.exp(S)).sum(),
            "The mask is right. Every query has a unit of its own, not a share of one.",
        ),
        mistake(
            _masked(np.triu, -1.0),
            "A score of -1 is low, but not low enough to be silent.",
        ),
        mistake(
            _masked(np.triu, -10.0),
            "With -10 a little is heard of the future, and more if scores are low.",
        ),
        mistake(
            lambda S: np.where(_CAUSAL(len(S)), S, -np.inf),
            "These are the masked scores. The softmax is to follow.",
        ),
        mistake(
            lambda S: np.eye(len(S)),
            "Each token hears itself only. What about those before it?",
        ),
        mistake(
            lambda S: _masked(np.triu)(np.asarray(S) / np.sqrt(len(S))),
            "You divide by a root. Here `S` holds the scores as they are to be used.",
        ),
        mistake(
            lambda S: np.tril(_softmax(S)),
            "You zero the past, and after the softmax at that.",
        ),
        mistake(
            lambda S: np.full(np.shape(S), np.nan),
            "Zero times infinity is not a number. Can you choose instead of multiply?",
        ),
        mistake(
            _masked(np.triu, np.nan),
            "What is not a number does not go away in a sum.",
        ),
    ],
    hints=[
        "Which entries of a column may be above zero?",
        "`np.where(np.triu(np.ones(S.shape)) > 0, S, -np.inf)` keeps rows up to the "
        "diagonal; then the softmax of columns.",
    ],
)

question(
    "12.1.13",
    title="A longer text",
    prompt="A text gets three times as long. By which factor does the number of "
    "attentions grow?",
    answer=number(9, 0.01, "Yes. There is one for each pair of tokens."),
    near=[
        number(3, 0.01, "There is not one for each token, but one for each pair."),
        number(6, 0.01, "Both sides of the table grow by three."),
        number(27, 0.1, "A table has two sides."),
    ],
    otherwise="How many attentions are there for N tokens?",
)


def _cross(weights=_softmax, *, scale=True, asks=True):
    """Make cross-attention with one of its stages changed."""

    def attend(X, Y, omega_v, omega_q, omega_k):
        Q, K, V = omega_q @ (X if asks else Y), omega_k @ Y, omega_v @ Y
        S = K.T @ Q / (np.sqrt(len(Q)) if scale else 1)
        return V @ weights(S)

    return attend


def _cross_over(scale):
    """Make cross-attention that divides the scores by another number."""

    def attend(X, Y, omega_v, omega_q, omega_k):
        Q, K, V = omega_q @ X, omega_k @ Y, omega_v @ Y
        return V @ _softmax(K.T @ Q / scale(X, Y, Q))

    return attend


exercise(
    "12.1.14",
    title="One text asks another",
    stub=(
        "def cross_attention(X, Y, omega_v, omega_q, omega_k):\n    ...  # your code\n"
    ),
    solution=(
        "def cross_attention(X, Y, omega_v, omega_q, omega_k):\n"
        "    Q = omega_q @ X\n"
        "    K, V = omega_k @ Y, omega_v @ Y\n"
        "    S = K.T @ Q / np.sqrt(len(Q))\n"
        "    votes = np.exp(S - np.max(S, axis=0))\n"
        "    return V @ (votes / np.sum(votes, axis=0))\n"
    ),
    reference=lambda X, Y, omega_v, omega_q, omega_k: (
        omega_v @ Y @ attention.attention_weights(omega_q @ X, omega_k @ Y)
    ),
    cases=[
        case(*_draw(0, (3, 2), (3, 4), (5, 3), (2, 3), (2, 3))),
        case(*_draw(1, (4, 5), (4, 3), (4, 4), (4, 4), (4, 4))),
        case(*_draw(2, (2, 3), (2, 1), (2, 2), (3, 2), (3, 2))),
        case(*_draw(3, (2, 1), (2, 4), (1, 2), (2, 2), (2, 2))),
        case(
            np.array([[1, 0], [2, -1]]),
            *_draw(4, (2, 3), (2, 2), (2, 2), (2, 2)),
        ),
    ],
    extremes=[case(*_draw(5, (3, 4), (3, 2), (2, 3), (3, 3), (3, 3), size=12.0))],
    planted=[
        mistake(
            _cross(_rows),
            "Your rows sum to one. A column belongs to each token that asks.",
        ),
        mistake(
            _cross(scale=False),
            "The scores are not scaled.",
        ),
        mistake(
            _cross(asks=False),
            "The tokens of Y ask each other, and nobody hears X.",
        ),
        mistake(
            lambda X, Y, omega_v, omega_q, omega_k: (
                omega_v @ X @ _softmax((omega_k @ X).T @ (omega_q @ X)
                                       / np.sqrt(len(omega_q)))
            ),
            "The tokens of X ask each other: the other text plays no part.",
        ),
        mistake(
            lambda X, Y, omega_v, omega_q, omega_k: (
                omega_v @ X @ _softmax((omega_k @ X).T @ (omega_q @ Y)
                                       / np.sqrt(len(omega_q)))
            ),
            "It is the tokens of Y that ask in your function, and X that answers.",
        ),
        mistake(
            lambda X, Y, omega_v, omega_q, omega_k: (
                omega_v @ Y @ _softmax((omega_k @ Y).T @ (omega_q @ X)
                                       / np.sqrt(len(X)))
            ),
            "By the root of what? A score sums as many products as a query has "
            "entries.",
        ),
        mistake(
            lambda X, Y, omega_v, omega_q, omega_k: (
                Y @ _softmax((omega_k @ Y).T @ (omega_q @ X) / np.sqrt(len(omega_q)))
            ),
            "The tokens themselves are averaged, without the weights of the values.",
        ),
        mistake(
            _cross(lambda S: _softmax(S, axis=None)),
            "All weights together sum to one. Each token of X is owed that "
            "much.",
        ),
        mistake(
            _cross_over(lambda X, Y, Q: len(Q)),
            "By the number itself, or by its root?",
        ),
        mistake(
            _cross_over(lambda X, Y, Q: np.sqrt(X.shape[1])),
            "You take the root of how many tokens ask. Does a score grow with "
            "that?",
        ),
        mistake(
            _cross_over(lambda X, Y, Q: np.sqrt(Y.shape[1])),
            "You take the root of how many tokens answer. Does a score grow "
            "with that?",
        ),
        mistake(
            lambda X, Y, omega_v, omega_q, omega_k: (
                _cross(scale=False)(X, Y, omega_v, omega_q, omega_k)
                / np.sqrt(len(omega_q))
            ),
            "The outputs are divided by the root. What should be, and how "
            "early?",
        ),
        mistake(
            lambda X, Y, omega_v, omega_q, omega_k: _cross()(
                X, np.hstack([X, Y]), omega_v, omega_q, omega_k
            ),
            "The tokens of X are among those who answer. Only Y should be.",
        ),
        mistake(
            lambda X, Y, omega_v, omega_q, omega_k: attention.attention_weights(
                omega_q @ X, omega_k @ Y
            ),
            "These are the attentions. What do the tokens of Y say?",
        ),
    ],
    hints=[
        "Who asks, and who answers? Which of the three vectors does each side need?",
        "`Q` comes from `X`; `K` and `V` come from `Y`. The rest is as before.",
    ],
)  # fmt: skip


def _looks_left(answer, N):
    """Tell whether each token but the first hears mostly the one before."""
    omega_q = np.asarray(answer, dtype=float)
    if omega_q.shape != (N, N):
        return f"The weights have shape (N, N), which is ({N}, {N}) here."
    if not np.all(np.isfinite(omega_q)):
        return "Some of your weights are not finite."
    weights = attention.attention_weights(omega_q, np.eye(N))
    n = np.arange(1, N)
    heard = weights[n - 1, n]
    if heard.min() > 0.9:
        return True
    worst = int(n[heard.argmin()])
    others = np.delete(weights[:, worst], worst - 1)
    if np.isclose(others.max(), heard.min()):
        return (
            f"With N = {N}, token {worst} hears another token as much as token "
            f"{worst - 1}."
        )
    if others.max() > heard.min():
        loudest = int(weights[:, worst].argmax())
        return f"Token {worst} hears token {loudest} most, not token {worst - 1}."
    return (
        f"All look left. With N = {N}, token {worst} gives only "
        f"{100 * heard.min():.1f} percent to its neighbor."
    )


def _looking(step, strength):
    return lambda N: strength * np.eye(N, k=step)


exercise(
    "12.1.15",
    title="Look to the left",
    stub=("def look_left(N):\n    return np.eye(N)\n"),
    solution=("def look_left(N):\n    return 10 * np.sqrt(N) * np.eye(N, k=1)\n"),
    equivalent={
        f"return {size} * np.sqrt(N) * np.eye(N, k=1)": "large enough as well"
        for size in (9, 11)
    },
    reference=lambda N: 10 * np.sqrt(N) * np.eye(N, k=1),
    accept=_looks_left,
    cases=[case(3), case(8), case(40)],
    planted=[
        mistake(
            _looking(-1, 100.0),
            "Your tokens look to the right: column n of the queries' weights is what "
            "token n asks for.",
        ),
        mistake(
            _looking(0, 100.0),
            "Every token looks at itself.",
        ),
        mistake(
            _looking(1, 1.0),
            "They look the right way, but not closely enough: what does the softmax do "
            "with longer queries?",
        ),
        mistake(
            _looking(2, 100.0),
            "They look two places to the left.",
        ),
        mistake(
            _looking(1, -100.0),
            "They look everywhere but to the left: mind the sign.",
        ),
    ],
    hints=[
        "The key of token m is a 1 at place m. Where should the query of token n "
        "have its large entry?",
        "`np.eye(N, k=1)` has ones at (n - 1, n). How large must they be, if the score "
        "is divided by the root of N?",
    ],
)
