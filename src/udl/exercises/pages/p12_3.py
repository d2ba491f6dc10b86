"""Exercises and questions of page 12.3, tokenization."""

import re
from collections import Counter
from itertools import combinations, pairwise

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
from udl.language import tokens

_WOOD = "How much wood could a woodchuck chuck if a woodchuck could chuck wood"
_SEA = "a sailor went to sea sea sea to see what he could see see see"

question(
    "12.3.1",
    title="Before the first merge",
    prompt=f"Take the text *{_WOOD}* as it is here: no punctuation, and a capital "
    "letter is a letter of its own. Each word is spelled with its letters and the mark "
    "at its end. How many *different* tokens are there?",
    answer=number(14, 0.2, "Yes: 13 letters, since H and h are two, and the mark."),
    near=[
        number(13, 0.2, "Is it the mark that is missing, or one of H and h?"),
        number(12, 0.2, "Count H and h as two, and do not forget the mark."),
        number(70, 0.2, "These are all that occur. How many different ones?"),
        number(57, 0.2, "These are all letters that occur. How many different ones?"),
        number(8, 0.2, "These are the different words."),
        number(26, 0.2, "Only what occurs in the text becomes a token."),
        number(27, 0.2, "Only what occurs in the text becomes a token."),
    ],
    otherwise="Write the letters down as they come, each once. What else is a token?",
)


def _count(*, weigh=True, once=False, ordered=True, split=str.split, name=tuple):
    """Make a count of pairs that gets something wrong."""

    def count(vocab):
        counts = {}
        for word, n in vocab.items():
            pairs = list(pairwise(split(word)))
            for pair in dict.fromkeys(pairs) if once else pairs:
                key = name(pair if ordered else sorted(pair))
                counts[key] = counts.get(key, 0) + (n if weigh else 1)
        return counts

    return count


def _across(vocab):
    counts = {}
    for pair in pairwise(" ".join(vocab).split()):
        counts[pair] = counts.get(pair, 0) + 1
    return counts


def _overwritten(vocab):
    return {pair: n for word, n in vocab.items() for pair in pairwise(word.split())}


def _across_counted(vocab):
    row = [token for word, n in vocab.items() for token in n * word.split()]
    return Counter(pairwise(row))


def _far_pairs(vocab):
    counts = Counter()
    for word, n in vocab.items():
        for pair in combinations(word.split(), 2):
            counts[pair] += n
    return counts


def _two_apart(vocab):
    counts = Counter()
    for word, n in vocab.items():
        pieces = word.split()
        for pair in zip(pieces, pieces[2:], strict=False):
            counts[pair] += n
    return counts


def _skipping(vocab):
    counts = Counter()
    for word, n in vocab.items():
        pieces = word.split()
        for pair in zip(pieces[::2], pieces[1::2], strict=False):
            counts[pair] += n
    return counts


_SPELLED = [
    {"s e a </w>": 2, "s e e </w>": 1},
    {"b a n a n a </w>": 3, "a n </w>": 5},
    {"se a </w>": 6, "s ail or </w>": 1, "a </w>": 4, "b e e s </w>": 2},
    {"z z z </w>": 2, "z z z z </w>": 1},
    tokens.spell_words(_SEA),
]

exercise(
    "12.3.2",
    title="Count the pairs",
    stub="def count_pairs(vocab):\n    ...  # your code\n",
    solution=(
        "def count_pairs(vocab):\n"
        "    counts = {}\n"
        "    for word in vocab:\n"
        "        tokens = word.split()\n"
        "        for i in range(len(tokens) - 1):\n"
        "            pair = tokens[i], tokens[i + 1]\n"
        "            counts[pair] = counts.get(pair, 0) + vocab[word]\n"
        "    return counts\n"
    ),
    reference=tokens.count_pairs,
    cases=[case(vocab) for vocab in _SPELLED],
    planted=[
        mistake(
            _count(weigh=False),
            "A word that occurs six times brings each of its pairs six times.",
        ),
        mistake(
            _count(once=True),
            "In `b a n a n a` the pair of a and n comes twice.",
        ),
        mistake(
            _count(once=True, weigh=False),
            "You count in how many words a pair is. How often does it occur?",
        ),
        mistake(
            _across,
            "The last token of one word and the first of the next are no pair.",
        ),
        mistake(
            _count(ordered=False),
            "The letters of a pair have an order: `ea` is not `ae`.",
        ),
        mistake(
            _count(name="".join),
            "Your keys are joined strings. A pair should be a tuple of two tokens.",
        ),
        mistake(
            _count(split=list),
            "You go through the characters of the spelling, and spaces are among them.",
        ),
        mistake(
            _count(split=lambda word: word.split()[:-1]),
            "The mark at the end is a token too, and has a neighbor.",
        ),
        mistake(
            _count(split=lambda word: word.replace(" ", "")),
            "You count letters. Tokens may be longer: `word.split()` gives them.",
        ),
        mistake(
            _overwritten,
            "Each word overwrites the counts of the words before.",
        ),
        mistake(
            _count(name=" ".join),
            "Your keys are strings with a space. Keep the two tokens of a pair apart.",
        ),
        mistake(
            _count(name=lambda pair: tuple(pair)[::-1]),
            "The second token comes first in your pairs.",
        ),
        mistake(
            lambda vocab: tokens.count_pairs(dict([*vocab.items()][:1])),
            "Only the first word is counted. Where does your function return?",
        ),
        mistake(
            lambda vocab: tokens.count_pairs(dict([*vocab.items()][-1:])),
            "Only the last word is counted. Does each word begin with new counts?",
        ),
        mistake(
            lambda vocab: [*tokens.count_pairs(vocab)],
            "These are the pairs. How often does each of them occur?",
        ),
        mistake(
            lambda vocab: max(pairs := tokens.count_pairs(vocab), key=pairs.get),
            "You choose the most frequent pair already. First, count them all.",
        ),
        mistake(
            lambda vocab: [*tokens.count_pairs(vocab).items()],
            "A list of pairs with their counts is nearly it: a dictionary is asked.",
        ),
        mistake(
            tokens.count_tokens,
            "You count single tokens. A pair is a token and the next one.",
        ),
        mistake(
            lambda vocab: dict.fromkeys(tokens.count_pairs(vocab), 1),
            "Every pair has the count 1: is anything added up?",
        ),
        mistake(
            lambda vocab: {
                pair: n + 1 for pair, n in tokens.count_pairs(vocab).items()
            },
            "Each count is too large by one. What is the count of a pair before it is "
            "met?",
        ),
        mistake(
            _far_pairs,
            "You take any two tokens of a word. Neighbors stand side by side.",
        ),
        mistake(
            _skipping,
            "After a pair you go on behind it. The second token of a pair is the first "
            "of the next one.",
        ),
        mistake(
            lambda vocab: tokens.count_pairs(
                {word[word.index(" ") :]: n for word, n in vocab.items()}
            ),
            "The first token of a word has a neighbor, too. At which place do you "
            "begin?",
        ),
        mistake(
            _two_apart,
            "There is a token between the two of your pairs.",
        ),
        mistake(
            _across_counted,
            "You write the words in a row, and pairs go from the end of one to the "
            "next.",
        ),
    ],
    hints=[
        "`word.split()` gives the tokens of a word. What is the last pair in it?",
        "Add `vocab[word]` to the pair's count; `counts.get(pair, 0)` is zero the "
        "first time.",
    ],
)

question(
    "12.3.3",
    title="Which pair is first",
    prompt="Words here are *sea* (six times), *see* (seven times), *he* and *the* "
    "(twice each), *blue*, *went*, *deep*, and more. Which pair is the most "
    "frequent one in the rhyme?",
    choices=[
        choice(
            "`e` and `e`",
            "Where is it, but in *see* and *deep*?",
        ),
        choice(
            "`e` and `</w>`, since so many words end in e",
            "Nearly: *see*, *he*, *the* and *blue* bring twelve. Another has one more.",
        ),
        choice(
            "`s` and `e`",
            "Yes: it is in every *sea* and every *see*, thirteen times.",
            right=True,
        ),
        choice(
            "`se` and `a`",
            "There is no token `se` yet.",
        ),
    ],
)


def _joined_anywhere(pair, word):
    return word.replace(" ".join(pair), "".join(pair))


def _joined_between_spaces(pair, word):
    old, new = f" {' '.join(pair)} ", f" {''.join(pair)} "
    return f" {word} ".replace(old, new).strip()


def _joined_once(pair, word):
    pieces = word.split()
    for i, two in enumerate(pairwise(pieces)):
        if two == pair:
            return " ".join([*pieces[:i], "".join(pair), *pieces[i + 2 :]])
    return word


def _joined_from_the_right(pair, word):
    pieces = word.split()[::-1]
    turned = tokens.merge_word(pair[::-1], " ".join(pieces)).split()[::-1]
    whole, wrong = "".join(pair), "".join(pair[::-1])
    return " ".join(whole if piece == wrong else piece for piece in turned)


def _joined_twice(pair, word):
    pieces = word.split()
    joined = [
        "".join(two) if two == pair else two[0] for two in pairwise([*pieces, ""])
    ]
    return " ".join(joined)


def _joined_overlapping(pair, word):
    pieces = word.split()
    twos = list(pairwise(pieces))
    joined = []
    for i, piece in enumerate(pieces):
        if twos[i : i + 1] == [pair]:
            joined.append("".join(pair))
        elif i == 0 or twos[i - 1] != pair:
            joined.append(piece)
    return " ".join(joined)


def _joined_but_the_last(pair, word):
    pieces, joined, i = word.split(), [], 0
    while i < len(pieces) - 1:
        two = (pieces[i], pieces[i + 1]) == pair
        joined.append("".join(pair) if two else pieces[i])
        i += 1 + two
    return " ".join(joined)


def _joined_without_space(pair, word):
    return tokens.merge_word(pair, word).replace(" ", "")


exercise(
    "12.3.4",
    title="Tokens that only look alike",
    stub=(
        "def merge_word(pair, word):\n"
        '    old, new = " ".join(pair), "".join(pair)\n'
        "    return word.replace(old, new)\n"
    ),
    solution=(
        "def merge_word(pair, word):\n"
        '    tokens = [""]\n'
        "    for token in word.split():\n"
        "        if (tokens[-1], token) == pair:\n"
        "            tokens[-1] += token\n"
        "        else:\n"
        "            tokens.append(token)\n"
        '    return " ".join(tokens[1:])\n'
    ),
    reference=tokens.merge_word,
    cases=[
        case(("s", "e"), "s e as e s </w>"),
        case(("s", "e"), "b a s e s </w>"),
        case(("e", "a"), "s e at e a </w>"),
        case(("e", "</w>"), "s e e </w>"),
        case(("a", "a"), "b a a a a </w>"),
        case(("a", "a"), "a a a </w>"),
        case(("a", "n"), "b a n a n a </w>"),
        case(("x", "y"), "s e a </w>"),
        case((".", "."), ". . n . . . </w>"),
    ],
    planted=[
        mistake(
            _joined_between_spaces,
            "Four in a row make two pairs. Your second pair misses the space that the "
            "first has used up.",
        ),
        mistake(
            _joined_once,
            "Only the first of a word's pairs is joined.",
        ),
        mistake(
            _joined_from_the_right,
            "Three in a row: the two on the left are joined.",
        ),
        mistake(
            _joined_twice,
            "The second token of the pair is still there after it was joined.",
        ),
        mistake(
            _joined_without_space,
            "The spaces between the other tokens are lost.",
        ),
        mistake(
            lambda pair, word: tokens.merge_word(pair, word).split(),
            "The word should come back spelled, as a string with spaces.",
        ),
        mistake(
            lambda pair, word: tokens.merge_word(pair, word.removesuffix(tokens.END)),
            "The mark at the end is lost.",
        ),
        mistake(
            lambda pair, word: f" {word}".replace(
                f" {' '.join(pair)}", f" {''.join(pair)}"
            ).strip(),
            "You look for the space on the left only. Where does the second token end?",
        ),
        mistake(
            lambda pair, word: f"{word} ".replace(
                f"{' '.join(pair)} ", f"{''.join(pair)} "
            ).strip(),
            "You look for the space on the right only. Where does the first token "
            "begin?",
        ),
        mistake(
            lambda pair, word: word.replace(
                f" {' '.join(pair)} ", f" {''.join(pair)} "
            ),
            "A pair at the very beginning or end of a word has a space on one side.",
        ),
        mistake(
            lambda pair, word: word.replace(" ".join(pair), "".join(pair), 1),
            "One place only is looked at, and tokens are still cut in two.",
        ),
        mistake(
            _joined_overlapping,
            "A token is used for two pairs at once. What has been joined is gone.",
        ),
        mistake(
            _joined_but_the_last,
            "The last token is missing: where does your loop end?",
        ),
        mistake(
            lambda pair, word: f" {word} ".replace(
                f" {' '.join(pair)} ", f" {''.join(pair)} "
            ),
            "The word comes back with spaces around it.",
        ),
        mistake(
            lambda pair, word: word,
            "The word comes back as it was.",
        ),
        mistake(
            lambda pair, word: re.sub(
                rf"\b{re.escape(' '.join(pair))}\b", "".join(pair), word
            ),
            r"For `\b`, only letters and digits make a word. What about `</w>`?",
        ),
        mistake(
            lambda pair, word: re.sub(
                rf"(?<!\S){' '.join(pair)}(?!\S)", "".join(pair), word
            ),
            "A dot stands for anything in a regular expression: `re.escape`.",
        ),
    ],
    hints=[
        'Try the pair `("s", "e")` in `"as e </w>"`. Which tokens are there?',
        "Go through `word.split()`, and keep a list of the tokens so far. Is its last "
        "one, with the new one, the pair?",
    ],
)

question(
    "12.3.5",
    title="How many are in use",
    prompt="At the beginning, 19 different tokens occur in the rhyme. Each merge "
    "makes a new one. How many different tokens occur in it after 22 merges?",
    choices=[
        choice(
            "41",
            "That many were made. Is `s` still needed where each *sea* is one token?",
        ),
        choice(
            "19: each merge replaces one token by another",
            "A pair's parts can live on in other words.",
        ),
        choice(
            "More than 19 and fewer than 41",
            "Yes. Parts that have become rare vanish when their last pair is merged.",
            right=True,
        ),
        choice(
            "Fewer than 19",
            "That comes at the very end. Here most words are still in pieces.",
        ),
    ],
)


def _tokenized(vocab):
    return tokens.count_tokens(vocab), vocab


def _tokenize(text, num_merges):
    vocab = tokens.spell_words(text)
    for pair in tokens.train(text, num_merges):
        vocab = tokens.merge_pair(pair, vocab)
    return _tokenized(vocab)


def _chosen(best, spell=tokens.spell_words):
    """Make a tokenizer that chooses its pairs in another way."""

    def tokenize(text, num_merges):
        vocab = spell(text)
        for _ in range(num_merges):
            pairs = tokens.count_pairs(vocab)
            if pairs:
                vocab = tokens.merge_pair(best(pairs), vocab)
        return _tokenized(vocab)

    return tokenize


def _most(pairs):
    return max(pairs, key=pairs.get)


def _counted_once(text, num_merges):
    vocab = tokens.spell_words(text)
    pairs = tokens.count_pairs(vocab)
    for pair in sorted(pairs, key=pairs.get, reverse=True)[:num_merges]:
        vocab = tokens.merge_pair(pair, vocab)
    return _tokenized(vocab)


def _counted_before(text, num_merges):
    found = tokens.count_tokens(tokens.spell_words(text))
    for k in range(num_merges):
        found = _tokenize(text, k)[0]
    return found, _tokenize(text, num_merges)[1]


def _spelled(words):
    return {" ".join([*word, tokens.END]): n for word, n in Counter(words).items()}


def _until_rare(text, num_merges):
    vocab = tokens.spell_words(text)
    for _ in range(num_merges):
        pairs = tokens.count_pairs(vocab)
        if pairs and max(pairs.values()) > 1:
            vocab = tokens.merge_pair(_most(pairs), vocab)
    return _tokenized(vocab)


def _cut_tokens_in_two(text, num_merges):
    vocab = tokens.spell_words(text)
    for _ in range(num_merges):
        pairs = tokens.count_pairs(vocab)
        if pairs:
            pair = _most(pairs)
            vocab = {_joined_anywhere(pair, word): n for word, n in vocab.items()}
    return _tokenized(vocab)


def _never_forgotten(text, num_merges):
    vocab = tokens.spell_words(text)
    made = tokens.count_tokens(vocab)
    for _ in range(num_merges):
        pairs = tokens.count_pairs(vocab)
        if pairs:
            pair = _most(pairs)
            made["".join(pair)] = pairs[pair]
            vocab = tokens.merge_pair(pair, vocab)
    return made


def _never_merged(text, num_merges):
    return _tokenize(text, 0)


def _without_mark(text):
    vocab = tokens.spell_words(text).items()
    return {word.removesuffix(f" {tokens.END}"): n for word, n in vocab}


exercise(
    "12.3.6",
    title="Merge and merge again",
    stub="def tokenize(text, num_merges):\n    ...  # your code\n",
    solution=(
        "from udl.language.tokens import count_tokens, merge_pair, spell_words\n"
        "def tokenize(text, num_merges):\n"
        "    vocab = spell_words(text)\n"
        "    for _ in range(num_merges):\n"
        "        pairs = count_pairs(vocab)\n"
        "        if pairs:\n"
        "            vocab = merge_pair(max(pairs, key=pairs.get), vocab)\n"
        "    return count_tokens(vocab), vocab\n"
    ),
    reference=_tokenize,
    parts=("tokens", "vocab"),
    uses={"count_pairs": "12.3.2"},
    published=published(
        "tokenize(text, num_merges)",
        provides={
            "initialize_vocabulary": lambda: tokens.spell_words,
            "get_tokens_and_frequencies": lambda: tokens.count_tokens,
            "get_pairs_and_counts": lambda: tokens.count_pairs,
            "merge_pair_in_vocabulary": lambda: tokens.merge_pair,
        },
    ),
    cases=[
        case("sea sea see", 1),
        case(_SEA, 5),
        case(_SEA, 0),
        case("ab ab cd cd ef", 3),
        case(_WOOD, 12),
        case(_SEA, 22),
        case("sea  sea\nsee\ttea\n", 2),
    ],
    extremes=[case("to sea", 40)],
    planted=[
        mistake(
            _counted_before,
            "Do your tokens add up to the words in the vocabulary? Count them once "
            "more after the last merge.",
        ),
        mistake(
            _chosen(_most, _without_mark),
            "Your words have no mark at their end. What separates `bottom` from "
            "`bot tom`?",
        ),
        mistake(
            _counted_once,
            "After a merge some pairs are gone and new ones are there: count again "
            "each time.",
        ),
        mistake(
            _chosen(lambda pairs: max(reversed(pairs), key=pairs.get)),
            "Of several equally frequent pairs you take the last. The page takes the "
            "one that is met first.",
        ),
        mistake(
            _chosen(lambda pairs: max(sorted(pairs), key=pairs.get)),
            "You settle ties by the alphabet. The page takes the pair that is met "
            "first.",
        ),
        mistake(
            _chosen(max),
            "`max` of a dictionary is its last key in the alphabet. Which has the "
            "largest count?",
        ),
        mistake(
            _chosen(lambda pairs: min(pairs, key=pairs.get)),
            "You merge the rarest pair.",
        ),
        mistake(
            _never_merged,
            "Your vocabulary is still spelled letter by letter: is what `merge_pair` "
            "returns kept?",
        ),
        mistake(
            lambda text, num_merges: (
                tokens.vocabulary(text, tokens.train(text, num_merges)),
                _tokenize(text, num_merges)[1],
            ),
            "The tokens should come with their counts, in a dictionary.",
        ),
        mistake(
            lambda text, num_merges: _tokenize(text, num_merges)[::-1],
            "The words come first in your answer. Which of the two is asked for first?",
        ),
        mistake(
            lambda text, num_merges: _tokenize(text, num_merges + 1),
            "You merge once too often.",
        ),
        mistake(
            lambda text, num_merges: _tokenize(text, max(0, num_merges - 1)),
            "One merge is missing. How often does your loop run?",
        ),
        mistake(
            lambda text, num_merges: _tokenize(text, min(1, num_merges)),
            "Only the first pair is ever joined. Is another one chosen after it?",
        ),
        mistake(
            lambda text, num_merges: (
                _tokenize(text, 0)[0],
                _tokenize(text, num_merges)[1],
            ),
            "Your tokens are those of the beginning, and your words are merged.",
        ),
        mistake(
            lambda text, num_merges: (
                _tokenize(text, num_merges)[0],
                _tokenize(text, 0)[1],
            ),
            "Your tokens are merged, and your words are those of the beginning.",
        ),
        mistake(
            lambda text, num_merges: _tokenize(text, num_merges)[0],
            "These are the tokens. The words are asked for, too.",
        ),
        mistake(
            lambda text, num_merges: _tokenize(text, num_merges)[1],
            "These are the words. The tokens are asked for, too.",
        ),
        mistake(
            lambda text, num_merges: (
                tokens.train(text, num_merges),
                _tokenize(text, num_merges)[1],
            ),
            "You give the merges. The tokens are what the words consist of after them.",
        ),
        mistake(
            lambda text, num_merges: (
                tokens.count_tokens(dict.fromkeys(_tokenize(text, num_merges)[1], 1)),
                _tokenize(text, num_merges)[1],
            ),
            "You count the tokens of each word once. How often does the word occur?",
        ),
        mistake(
            _chosen(_most, lambda text: dict.fromkeys(tokens.spell_words(text), 1)),
            "Every word has the count 1 with you, and some occur more often.",
        ),
        mistake(
            _chosen(lambda pairs: max(pairs, key=lambda pair: (pairs[pair], pair))),
            "Of equally frequent pairs you take the last one in the alphabet.",
        ),
        mistake(
            _chosen(
                lambda pairs: max(
                    pairs, key=lambda pair: (pairs[pair], len("".join(pair)))
                )
            ),
            "Of equally frequent pairs you take the longest. The page has another "
            "rule.",
        ),
        mistake(
            _until_rare,
            "You stop when no pair occurs twice. The task goes on while there are "
            "pairs.",
        ),
        mistake(
            _cut_tokens_in_two,
            "Some of your merges cut tokens in two, as the program of 12.3.4 did.",
        ),
        mistake(
            _chosen(_most, lambda text: tokens.spell_words(text.lower())),
            "Capital letters have become small ones. They are letters of their own.",
        ),
        mistake(
            _chosen(_most, lambda text: _spelled(text.split(" "))),
            "White space can be a new line, or two spaces in a row.",
        ),
        mistake(
            lambda text, num_merges: (
                _never_forgotten(text, num_merges),
                _tokenize(text, num_merges)[1],
            ),
            "You keep tokens, and counts, that merges have used up.",
        ),
    ],
    hints=[
        "Four steps, and three of them again and again: spell, count pairs, choose, "
        "merge.",
        "`max(pairs, key=pairs.get)` is the most frequent pair that is met first. "
        "Count the tokens when all merges are done.",
    ],
)

question(
    "12.3.7",
    title="When nothing is left to merge",
    prompt=f"Take the text *{_WOOD}* again, and merge until no pair is left. How many "
    "different tokens occur then?",
    answer=number(
        8, 0.2, "Yes: one for each different word. No merge crosses a space."
    ),
    near=[
        number(1, 0.2, "Can a merge cross from one word to the next?"),
        number(13, 0.2, "These are all words. Some of them are equal."),
        number(10, 0.2, "Count the different words again."),
        number(9, 0.2, "One too many. Is the mark still alone, or a word there twice?"),
        number(7, 0.2, "One too few. Write the different words down."),
        number(24, 0.2, "Did you count the merges?"),
        number(38, 0.2, "That many were made. Which of them are still in use?"),
        number(14, 0.2, "These are the tokens at the beginning."),
    ],
    otherwise="What is a word, when none of its pairs is left?",
)

question(
    "12.3.8",
    title="On paper: how many replacements",
    prompt=f"In the text *{_WOOD}* the 13 words have 57 letters. You merge until "
    "nothing is left, and add up, over all merges, how often a pair was replaced by "
    "its joined token. What is the sum?",
    answer=number(
        57, 0.2, "Yes: from 70 tokens to 13, and each replacement removes one."
    ),
    near=[
        number(24, 0.2, "That is how many merges there are. Some replace many pairs."),
        number(70, 0.2, "That many tokens there are at first. How many at the end?"),
        number(44, 0.2, "Do the marks at the ends merge, too?"),
        number(13, 0.2, "That is how many tokens there are at the end."),
        number(62, 0.2, "At the end, all 13 words are there, not only different ones."),
    ],
    otherwise="How many tokens are in the text at first, how many at the end, and what "
    "does one replacement change?",
)


def _encode_word(word, merges):
    return tokens.encode(word, merges)


def _longest_first(word, merges):
    """Take the longest token that fits, from left to right."""
    rest, pieces = f"{word}{tokens.END}", []
    known = [a + b for a, b in merges]
    for _ in range(len(word) + 1):
        letter = tokens.END if rest == tokens.END else rest[:1]
        fits = [piece for piece in known if rest.startswith(piece)]
        pieces.append(max([letter, *fits], key=len))
        rest = rest[len(pieces[-1]) :]
    return [piece for piece in pieces if piece]


def _joined_in_place(word, merges):
    spelled = " ".join([*word, tokens.END])
    for pair in merges:
        spelled = _joined_anywhere(pair, spelled)
    return spelled.split()


def _only_once(word, merges):
    spelled = " ".join([*word, tokens.END])
    for pair in merges:
        spelled = _joined_once(pair, spelled)
    return spelled.split()


def _first_that_fits(word, merges):
    spelled = " ".join([*word, tokens.END])
    for pair in merges:
        merged = tokens.merge_word(pair, spelled)
        if merged != spelled:
            return merged.split()
    return spelled.split()


def _no_mark(word, merges):
    spelled = " ".join(word)
    for pair in merges:
        spelled = tokens.merge_word(pair, spelled)
    return spelled.split()


def _glued_mark(word, merges):
    spelled = f"{' '.join(word)}{tokens.END}"
    for pair in merges:
        spelled = tokens.merge_word(pair, spelled)
    return spelled.split()


def _letters_of_the_mark(word, merges):
    spelled = " ".join(f"{word}{tokens.END}")
    for pair in merges:
        spelled = tokens.merge_word(pair, spelled)
    return spelled.split()


def _until_missing(word, merges):
    spelled = " ".join([*word, tokens.END])
    for pair in merges:
        merged = tokens.merge_word(pair, spelled)
        if merged == spelled:
            break
        spelled = merged
    return spelled.split()


def _greedy_walk(word, merges):
    pieces, i = [*word, tokens.END], 0
    while i < len(pieces) - 1:
        if (pieces[i], pieces[i + 1]) in merges:
            pieces[i : i + 2] = [pieces[i] + pieces[i + 1]]
        else:
            i += 1
    return pieces


_SEA_MERGES = tokens.train(_SEA, 25)
_AGAINST = [("b", "c"), ("a", "b"), ("c", "d"), ("d", tokens.END)]

exercise(
    "12.3.9",
    title="A word that was never seen",
    stub="def encode_word(word, merges):\n    ...  # your code\n",
    solution=(
        "def encode_word(word, merges):\n"
        '    spelled = " ".join([*word, "</w>"])\n'
        "    for pair in merges:\n"
        "        spelled = merge_word(pair, spelled)\n"
        "    return spelled.split()\n"
    ),
    reference=_encode_word,
    equivalent={
        "the result has the first argument's type": "tokens are no numbers",
    },
    uses={"merge_word": "12.3.4"},
    cases=[
        case("seas", [("s", "e"), ("se", "a")]),
        case("abcd", _AGAINST),
        case("toadseed", _SEA_MERGES),
        case("sea", _SEA_MERGES),
        case("basesea", [("b", "a"), ("ba", "s"), ("s", "e"), ("bas", "e")]),
        case("zoo", []),
        case("tototo", [("t", "o"), ("to", "to")]),
    ],
    planted=[
        mistake(
            _longest_first,
            "You take the longest token that fits. The merges are done in the order in "
            "which they were learned.",
        ),
        mistake(
            lambda word, merges: tokens.encode(word, merges[::-1]),
            "You begin with the last merge.",
        ),
        mistake(
            _joined_in_place,
            "Tokens that only end like the pair's first one are joined, too.",
        ),
        mistake(
            _only_once,
            "A merge is done at one place only. It belongs wherever the pair is.",
        ),
        mistake(
            _first_that_fits,
            "You stop after the first merge that fits.",
        ),
        mistake(
            _no_mark,
            "The word has no mark at its end.",
        ),
        mistake(
            lambda word, merges: [
                piece.replace(tokens.END, "") for piece in tokens.encode(word, merges)
            ],
            "The mark is lost: it is part of the last token.",
        ),
        mistake(
            lambda word, merges: " ".join(tokens.encode(word, merges)),
            "You return the spelled word. A list of its tokens is asked.",
        ),
        mistake(
            lambda word, merges: [*word, tokens.END],
            "These are the letters: no merge has been done.",
        ),
        mistake(
            _glued_mark,
            "The mark sticks to your last letter from the beginning. It is a token of "
            "its own until a merge joins it.",
        ),
        mistake(
            _until_missing,
            "Your loop ends at the first merge that does not fit. Later ones may.",
        ),
        mistake(
            lambda word, merges: [f"{word}{tokens.END}"],
            "The word comes back in one piece. Which merges made it so?",
        ),
        mistake(
            lambda word, merges: [
                piece
                for whole in tokens.encode(word, merges)
                if (piece := whole.replace(tokens.END, ""))
            ],
            "The mark has gone. It is a token, or the end of one.",
        ),
        mistake(
            lambda word, merges: [*" ".join(tokens.encode(word, merges))],
            "`list` of a string gives its characters. Which method cuts it at spaces?",
        ),
        mistake(
            _letters_of_the_mark,
            "You spell the mark, too. It is a single token from the beginning.",
        ),
        mistake(
            _greedy_walk,
            "You go from left to right through the word, and join whatever can be "
            "joined. Go through the merges.",
        ),
        mistake(
            lambda word, merges: tokens.encode(word, merges[:-1]),
            "The last merge is left out.",
        ),
        mistake(
            lambda word, merges: tokens.encode(word, merges[:1]) if merges else None,
            "One merge is done. Is there a return within the loop?",
        ),
        mistake(
            lambda word, merges: tokens.encode(word, tokens.train(word, len(merges))),
            "You learn merges from this word. They have been learned already.",
        ),
    ],
    hints=[
        "Spell the word as in training. What did training do to it then?",
        "One merge after the other: `spelled = merge_word(pair, spelled)`.",
    ],
)

question(
    "12.3.10",
    title="A chapter that was never seen",
    prompt="Merge until every word of the first three chapters is one token. Their "
    "text has five characters for each token then, the spaces included. Now encode "
    "the *fourth* chapter, by the same authors, with the same merges. How many "
    "characters will a token have?",
    choices=[
        choice(
            "About five: it is the same language.",
            "A merge that makes a rare word whole helps with this word only.",
        ),
        choice(
            "One: new words have to be spelled letter by letter.",
            "New words are made of old pieces.",
        ),
        choice(
            "Between two and three.",
            "Yes. Frequent words are whole here, too; the others fall into pieces.",
            right=True,
        ),
        choice(
            "More than five.",
            "At most the words are whole, as they are in the first three chapters.",
        ),
    ],
)


def _expand(ids, merges):
    expanded = [int(i) for i in ids]
    for k in range(len(merges) - 1, -1, -1):
        once = []
        for i in expanded:
            once += merges[k] if i == 256 + k else [i]
        expanded = once
    return np.array(expanded)


def _expanded(*, order=-1, first=256, turn=1):
    """Make an expansion in another order, or with other numbers."""

    def expand(ids, merges):
        expanded = [int(i) for i in ids]
        for k in range(len(merges))[::order]:
            once = []
            for i in expanded:
                once += list(merges[k])[::turn] if i == first + k else [i]
            expanded = once
        return np.array(expanded)

    return expand


def _nested(ids, merges):
    return [i if i < 256 else _nested(merges[i - 256], merges) for i in ids]


def _twice_expanded(ids, merges):
    for _ in range(2):
        ids = [part for i in ids for part in (merges[i - 256] if i > 255 else (i,))]
    return np.array(ids)


exercise(
    "12.3.11",
    title="Pairs of pairs of bytes",
    stub="def expand(ids, merges):\n    ...  # your code\n",
    solution=(
        "def expand(ids, merges):\n"
        "    for k in reversed(range(len(merges))):\n"
        "        expanded = []\n"
        "        for i in ids:\n"
        "            expanded += list(merges[k]) if i == 256 + k else [i]\n"
        "        ids = expanded\n"
        "    return ids\n"
    ),
    reference=_expand,
    equivalent={
        "the result has the first argument's type": "all numbers are whole",
    },
    cases=[
        case([256, 97, 256], [(115, 101)]),
        case([98, 257, 256, 98], [(97, 110), (256, 256)]),
        case([258, 257, 97], [(97, 98), (256, 99), (257, 256)]),
        case([259, 0, 255], [(1, 2), (3, 256), (257, 257), (258, 0)]),
        case([115, 101, 97], [(115, 115)]),
        case([104, 105], []),
    ],
    planted=[
        mistake(
            _expanded(order=1),
            "A pair can hold numbers above 255, and they have to be expanded, too: "
            "which merge comes first?",
        ),
        mistake(
            _expanded(first=257),
            "The first merge makes the number 256.",
        ),
        mistake(
            _expanded(first=255),
            "The number 255 is a byte. The first merge makes 256.",
        ),
        mistake(
            _expanded(turn=-1),
            "The two numbers of a pair come in the wrong order.",
        ),
        mistake(
            lambda ids, merges: np.array([i for i in ids if i < 256]),
            "You leave out the numbers above 255.",
        ),
        mistake(
            lambda ids, merges: np.array(ids),
            "Numbers above 255 are still there.",
        ),
        mistake(
            lambda ids, merges: np.array([]),
            "Nothing comes back. What becomes of a number that is a byte already?",
        ),
        mistake(
            _nested,
            "Your list holds lists. One row of bytes is asked for.",
        ),
        mistake(
            lambda ids, merges: [_expand([i], merges).tolist() for i in ids],
            "You return one list for each number. Put their bytes in a single one.",
        ),
        mistake(
            lambda ids, merges: bytes(_expand(ids, merges).tolist()).decode(
                errors="replace"
            ),
            "You return a text. The task stops at the bytes, as numbers.",
        ),
        mistake(
            lambda ids, merges: [*map(chr, _expand(ids, merges))],
            "You return characters. The task stops at the bytes, as numbers.",
        ),
        mistake(
            lambda ids, merges: len(_expand(ids, merges)),
            "You count the bytes. Which ones are they?",
        ),
        mistake(
            lambda ids, merges: np.array([_expand([i], merges)[0] for i in ids]),
            "Only the first byte of each number is left.",
        ),
        mistake(
            lambda ids, merges: np.array([_expand([i], merges)[-1] for i in ids]),
            "Only the last byte of each number is left.",
        ),
        mistake(
            _twice_expanded,
            "Two rounds are not enough for pairs of pairs of pairs. When is nothing "
            "left to expand?",
        ),
        mistake(
            lambda ids, merges: np.array([i % 256 for i in ids]),
            "What is left after 256 is the place of a merge, not a byte.",
        ),
    ],
    hints=[
        "Merge 0 was done first. Which has to be undone first?",
        "For `k` from the last to 0, replace each `256 + k` by the two numbers of "
        "`merges[k]`.",
    ],
)


_BEATEN = "abcq abcr abs abt bcdu bcdv ecdw fcdx gbch"


def _left(vocab):
    return sum(tokens.count_tokens(vocab).values())


def _beats_the_greedy(text):
    if not isinstance(text, str) or tokens.END in text:
        return "A text is expected: words with spaces between them."
    if len(text.split()) > 12 or len(text) > 70:
        return "At most 12 words and 70 characters, please."
    vocab, greedy = tokens.spell_words(text), _left(_tokenize(text, 2)[1])
    once = [tokens.merge_pair(pair, vocab) for pair in tokens.count_pairs(vocab)]
    twice = [
        tokens.merge_pair(pair, one) for one in once for pair in tokens.count_pairs(one)
    ]
    if any(_left(two) < greedy for two in twice):
        return True
    left = f"{greedy} token{'s' * (greedy != 1)}"
    return f"The rule leaves {left}, and no two merges leave fewer."


exercise(
    "12.3.12",
    title="Where the rule is not the best",
    stub='def text():\n    return "abc abc bcd"\n',
    solution=('def text():\n    return "abcq abcr abs abt bcdu bcdv ecdw fcdx gbch"\n'),
    reference=lambda: "abcq abcr abs abt bcdu bcdv ecdw fcdx gbch",
    accept=_beats_the_greedy,
    cases=[case()],
    planted=[
        mistake(
            _BEATEN.split,
            "A text is one string, with spaces between its words.",
        ),
        mistake(
            lambda: "a sailor went to sea sea sea",
            "This is the first line of the rhyme, and the rule does well there.",
        ),
        mistake(
            lambda: "",
            "There is nothing to merge in an empty text.",
        ),
    ],
    hints=[
        "The most frequent pair should break up two others that are nearly as "
        "frequent: `bc`, between `ab` and `cd`.",
        "Let `bc` come five times, `ab` and `cd` four times each, and let half of "
        "these share a letter with `bc`. Give the words different last letters.",
    ],
)
