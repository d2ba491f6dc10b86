"""Page 12.3: each derived result against a route without it and udl."""

from collections import Counter
from itertools import pairwise

import pytest
from numpy.testing import assert_allclose

TEXTS = (
    "she sells sea shells by the sea shore the shells she sells are sea shells",
    "peter piper picked a peck of pickled peppers a peck of pickled peppers",
)


def merged(text):
    """Merge lists of tokens, word after word; give lengths and replacements."""
    words = [[*word, "."] for word in text.split()]
    lengths, replaced = [sum(map(len, words))], []
    while any(len(word) > 1 for word in words):
        pairs = Counter(pair for word in words for pair in pairwise(word))
        (left, right), _ = pairs.most_common(1)[0]
        count = 0
        for word in words:
            for i in range(len(word) - 1):
                if word[i : i + 2] == [left, right]:
                    word[i : i + 2] = [left + right]
                    count += 1
        replaced.append(count)
        lengths.append(sum(map(len, words)))
    return lengths, replaced


@pytest.mark.verifies("res-12-3-tokens")
def test_a_text_is_shorter_by_one_token_for_each_replacement(claim):
    for text in TEXTS:
        lengths, replaced = merged(text)
        letters, words = len(text.replace(" ", "")), len(text.split())
        for merges in (0, 1, 5, len(replaced)):
            formula = letters + words - sum(replaced[:merges])
            assert_allclose(claim(formula), lengths[merges], rtol=1e-9)


@pytest.mark.verifies("res-12-3-letters")
def test_all_merges_together_replace_as_many_pairs_as_there_are_letters(claim):
    for text in TEXTS:
        _, replaced = merged(text)
        assert_allclose(claim(len(text.replace(" ", ""))), sum(replaced), rtol=1e-9)
