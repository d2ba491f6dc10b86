"""Hints, one at a time."""

from udl.exercises.card import Card
from udl.exercises.declare import UnknownIdError, find
from udl.exercises.kinds import Question

_given = {}  # id: how many hints this session has asked for


def hint(id, n=None):
    """Give the next hint of an exercise, or its hint number ``n``.

    Returns
    -------
    Card
    """
    try:
        declared = find(id)
    except UnknownIdError as error:
        return Card("not judged", f"Exercise {id}", (str(error),))
    if isinstance(declared, Question):
        sentence = "A question has no hints: commit to an answer, then read on."
        return Card("not judged", declared.heading, (sentence,))
    total = len(declared.hints)
    if n is None:
        n = _given[declared.id] = _given.get(declared.id, 0) + 1
        if n > total:
            sentence = (
                f"That was the last of {total} hints. "
                "A solution stands folded below the exercise, if your edition has any."
            )
            return Card("hint", declared.heading, (sentence,))
    if n not in range(1, total + 1):
        sentence = f"There are {total} hints here: ask for a number from 1 to {total}."
        return Card("not judged", declared.heading, (sentence,))
    sentences = [f"Hint {n} of {total}.", declared.hints[int(n) - 1]]
    if n == total:
        sentences.append("This is the last hint; the solution is on the page, folded.")
    return Card("hint", declared.heading, tuple(sentences), markdown=True)
