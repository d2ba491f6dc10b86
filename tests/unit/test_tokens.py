"""Byte pair encoding: the fast training against the simple one, and its invariants."""

import random
import re
from itertools import pairwise

import pytest

from benchmarks.page_12_3 import train_by_recounting
from udl.datasets.genesis import genesis
from udl.language import tokens


def some_text(seed, letters="abc", words=30):
    rng = random.Random(seed)
    return " ".join(
        "".join(rng.choices(letters, k=rng.randint(1, 6))) for _ in range(words)
    )


@pytest.mark.parametrize("seed", range(30))
def test_training_is_that_which_counts_anew(seed):
    text = some_text(seed, "ab" if seed % 2 else "abcde")
    merges = tokens.train(text, 200)
    assert merges == train_by_recounting(text, 200)
    assert merges[:7] == tokens.train(text, 7)


def test_training_on_a_longer_text_is_that_which_counts_anew():
    text = genesis()[0]
    assert tokens.train(text, 150) == train_by_recounting(text, 150)


@pytest.mark.parametrize("seed", range(30))
def test_each_merge_is_of_a_most_frequent_pair_and_ties_go_to_the_first(seed):
    text = some_text(seed)
    words = [[*word, "</w>"] for word in text.split()]
    for pair in tokens.train(text, 40):
        met = [two for word in words for two in pairwise(word)]
        most = max(map(met.count, met))
        assert pair == next(two for two in met if met.count(two) == most)
        words = [by_expression(pair, word) for word in words]


def by_expression(pair, word):
    old = r"(?<!\S)" + re.escape(" ".join(pair)) + r"(?!\S)"
    return re.sub(old, "".join(pair), " ".join(word)).split()


@pytest.mark.parametrize("seed", range(30))
def test_what_was_encoded_is_decoded(seed):
    merges = tokens.train(some_text(seed), seed)
    for text in (some_text(seed + 100, "abcxyz.,</w"), ""):
        if tokens.END not in text:
            cut = tokens.encode(text, merges)
            assert tokens.decode(cut) == text


@pytest.mark.parametrize("seed", range(30))
def test_a_text_is_encoded_as_training_left_it(seed):
    text = some_text(seed, "aab", 60)
    for count in (0, 3, 40, 500):
        merges, vocab = tokens.train(text, count), tokens.spell_words(text)
        for pair in merges:
            vocab = tokens.merge_pair(pair, vocab)
        spelled = {word.replace(" ", ""): word.split() for word in vocab}
        words = [spelled[word + tokens.END] for word in text.split()]
        assert tokens.encode(text, merges) == [one for word in words for one in word]
        assert set(tokens.encode(text, merges)) <= set(tokens.vocabulary(text, merges))


def test_no_token_holds_more_than_one_word():
    text = genesis()[0]
    for token in tokens.vocabulary(text, tokens.train(text, 2000)):
        assert " " not in token
        assert tokens.END not in token.removesuffix(tokens.END)
    cut = tokens.encode(text, tokens.train(text, 2000))
    assert [token.removesuffix(tokens.END) for token in cut] == text.split()


def test_white_space_comes_back_as_single_spaces():
    assert tokens.decode(tokens.encode(" a\n\tb  c ", [])) == "a b c"


def test_two_merges_can_make_the_same_token():
    merges = [("a", "b"), ("b", "c"), ("ab", "c"), ("a", "bc")]
    made = tokens.vocabulary("abc", merges)
    assert made.count("abc") == 1
    assert len(made) == 4 + 3


@pytest.mark.parametrize("function", [tokens.spell_words, lambda t: tokens.train(t, 1),
                                      lambda t: tokens.encode(t, [])])  # fmt: skip
def test_a_text_that_holds_the_mark_is_refused(function):
    with pytest.raises(ValueError, match="marks the end"):
        function("a </w> b")


def test_nothing_is_learned_from_nothing():
    assert tokens.train("", 5) == train_by_recounting("", 5) == []
    assert tokens.decode([]) == ""
