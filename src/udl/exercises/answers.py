"""Judge the answer to a question: a choice, or a number."""

import operator
import string

from udl.exercises import spelled
from udl.exercises.card import Card
from udl.exercises.judging.compare import as_numbers


def judge(question, answer):
    """Answer an answer with the feedback that was written for it.

    Returns
    -------
    Card
    """
    judged = _judge_choice if question.choices else _judge_number
    found = judged(question, answer)
    if isinstance(found, str):
        return Card("not judged", question.heading, (found,))
    right, feedback = found
    status = "correct" if right else "wrong"
    return Card(status, question.heading, (feedback,), markdown=True)


def _judge_choice(question, answer):
    letters = string.ascii_lowercase[: len(question.choices)]
    chosen = _position(question, answer, letters)
    if chosen is None:
        listed = f"{', '.join(letters[:-1])} or {letters[-1]}"
        return f'Answer with a letter, {listed}: `check("{question.id}", "a")`.'
    choice = question.choices[chosen]
    return choice.right, choice.feedback


def _position(question, answer, letters):
    """Read "b", "B)", "(b)", 2, "2" or the choice's own text."""
    if isinstance(answer, str):
        text = answer.strip().casefold()
        texts = [choice.text.strip().casefold() for choice in question.choices]
        if text in texts:
            return texts.index(text)
        text = text.strip("().: ")
        if len(text) == 1 and text in letters:
            return letters.index(text)
        answer = int(text) if text.isdecimal() else None
    try:
        place = operator.index(answer)
    except Exception:
        return None
    return place - 1 if 1 <= place <= len(letters) else None


def _judge_number(question, answer):
    try:
        value = spelled.read(answer) if isinstance(answer, str) else _number(answer)
    except spelled.Unreadable as error:
        return str(error)
    if value is None:
        return f'Answer with a number: `check("{question.id}", 1.5)`.'
    for number in (question.answer, *question.near):
        if number.holds(value):
            return number is question.answer, number.feedback
    return False, question.otherwise


def _number(answer):
    value = as_numbers(answer)
    is_number = value is not None and value.size == 1 and value.dtype.kind in "iuf"
    return float(value.item()) if is_number and value == value else None
