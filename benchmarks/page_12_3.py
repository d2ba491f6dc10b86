"""Page 12.3's training of tokens, with counts that are kept and with counts anew."""

from benchmarks.race import Race
from udl.datasets.genesis import genesis
from udl.language.tokens import count_pairs, merge_pair, spell_words, train

TEXT = " ".join(genesis())
MERGES = 1000


def train_by_recounting(text, count):
    """Learn merges as they are defined, and count all pairs anew for each of them."""
    vocab, merges = spell_words(text), []
    while len(merges) < count and (counts := count_pairs(vocab)):
        merges.append(max(counts, key=counts.get))
        vocab = merge_pair(merges[-1], vocab)
    return merges


def numbers(merges):
    """Write the letters of the merges as numbers, to be compared."""
    return [ord(letter) for pair in merges for letter in " ".join(pair)]


def by_recounting():
    return numbers(train_by_recounting(TEXT, MERGES))


def by_kept_counts():
    return numbers(train(TEXT, MERGES))


def races():
    return [Race("12.3 1,000 merges", by_recounting, by_kept_counts, 0.5)]
