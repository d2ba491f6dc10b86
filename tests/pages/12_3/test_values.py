"""Every value of the record of notebook 12.3 is on page 12.3; what it says is so."""

from itertools import pairwise

import pytest
from values import RECORDS, reference

from udl.exercises import declare
from udl.language import tokens

NAMES = ("rhyme", "lengths", "vocab", "old", "new", "pairs", "touched", "walked",
         "longest",
         "sizes", "ratios")  # fmt: skip
WOOD = "How much wood could a woodchuck chuck if a woodchuck could chuck wood"


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("12.3", {name: name for name in NAMES})


def in_use(text, merges):
    return len(set(tokens.encode(text, tokens.train(text, merges))))


def test_the_rhyme_gives_the_published_numbers(values):
    rhyme, stated = values["rhyme"], reference("12_3")["sea text"]
    counts = tokens.count_pairs(values["vocab"])
    assert len(rhyme.split()) == 33
    assert len(rhyme.splitlines()) == 4
    assert "33 words, 18 distinct" in RECORDS["12_3"]["data"]["text"]
    assert len(values["vocab"]) == stated["distinct words"]
    assert in_use(rhyme, 0) == stated["initial tokens"]
    assert len(counts) == stated["pairs"]
    assert in_use(rhyme, 1) == stated["tokens after 1 merge"]
    assert in_use(rhyme, 22) == stated["tokens after 22 merges"]
    assert len(tokens.train(rhyme, 99)) == stated["merges until exhausted"] == 50
    assert in_use(rhyme, 99) == stated["final tokens"]


def test_the_first_merge_is_the_published_one(values):
    counts = tokens.count_pairs(values["vocab"])
    assert tokens.train(values["rhyme"], 1) == [("s", "e")]
    assert counts["s", "e"] == 13
    assert counts["e", "</w>"] == 12
    words = values["rhyme"].split()
    assert [words.count(w) for w in ("sea", "see", "he", "the")] == [6, 7, 2, 2]


def test_after_22_merges_41_tokens_were_made(values):
    made = tokens.vocabulary(values["rhyme"], tokens.train(values["rhyme"], 22))
    assert len(made) == 41


def test_the_woodchuck_has_the_numbers_of_its_questions():
    assert declare.find("12.3.1").answer.holds(in_use(WOOD, 0))
    assert declare.find("12.3.7").answer.holds(in_use(WOOD, 99))
    letters = len(WOOD.replace(" ", ""))
    assert declare.find("12.3.8").answer.holds(letters)
    assert len(WOOD.split()) == 13
    assert letters == 57
    assert len(tokens.train(WOOD, 99)) == 24


def test_the_first_merges_take_the_largest_shares(values):
    lengths = values["lengths"]
    falls = [a - b for a, b in pairwise(lengths)]
    assert lengths[0] == 140
    assert lengths[50] == 33
    assert sum(falls[:5]) == max(sum(falls[i : i + 5]) for i in range(46))


def test_words_that_come_often_are_whole_first(values):
    learned = tokens.train(values["rhyme"], 5)
    for word, pieces in (("sea", 1), ("see", 1), ("bottom", 7), ("sailor", 7)):
        assert len(tokens.encode(word, learned)) == pieces


def test_a_word_is_touched_at_most_once_for_each_letter(values):
    old, pairs = values["old"], values["pairs"]
    words = [[*word, "</w>"] for word in dict.fromkeys(old.split())]
    total = 0
    for pair in pairs[:500]:
        for i, word in enumerate(words):
            joined = tokens.merge_word(pair, " ".join(word)).split()
            total += joined != word
            words[i] = joined
    assert total == values["touched"] <= sum(map(len, set(old.split())))
    assert values["walked"] == 500 * len(words)


def test_both_chapters_come_back(values):
    for text in (values["old"], values["new"]):
        assert tokens.decode(tokens.encode(text, values["pairs"])) == text


def test_every_word_of_the_old_text_is_one_token_and_new_text_gains_less(values):
    old, new = values["ratios"].values()
    words = values["old"].split()
    assert len(tokens.encode(values["old"], values["pairs"])) == len(words)
    assert 4.9 < old[-1] < 5.1
    assert 2 < new[-1] < 3
    assert len(values["sizes"]) == len(new)
    assert values["sizes"][12] - values["sizes"][0] == 300
    assert new[-1] / new[12] < old[-1] / old[12]
    gains = [b - a for a, b in pairwise(new[12:])]
    assert gains[0] == max(gains)


def test_words_with_a_comma_or_a_capital_are_other_words(values):
    cut = [tokens.encode(w, values["pairs"]) for w in ("earth", "earth,", "Earth")]
    assert len({tuple(pieces) for pieces in cut}) == 3


def test_the_order_of_training_differs_from_the_longest_first(values):
    learned = [("b", "c"), ("a", "b"), ("c", "d"), ("d", "</w>")]
    assert tokens.encode("abcd", learned) == ["a", "bc", "d</w>"]
    assert values["longest"] == ["ab", "cd", "</w>"]
