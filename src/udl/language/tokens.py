"""Byte pair encoding: pieces of words, learned from the pairs that are frequent.

A vocabulary of words is a dictionary from words to their counts. Each word is spelled
with spaces between its tokens, and ends with the token ``</w>``: ``"s ea </w>"``. Words
are what white space separates; no merge crosses from one to the next. Of several pairs
that are equally frequent, the one that is met first is merged: words in the order in
which they first occur in the text, and each from left to right.

UDL section 12.5.1; Sennrich, Haddow and Birch (2016).
"""

from collections import Counter, defaultdict
from heapq import heappop, heappush
from itertools import pairwise

END = "</w>"


def spell_words(text):
    """Count the words of a text, each spelled letter by letter.

    Parameters
    ----------
    text : str
        Must not contain ``</w>``.

    Returns
    -------
    dict of str to int
        In the order in which the words first occur.

    Examples
    --------
    >>> spell_words("to sea to see")
    {'t o </w>': 2, 's e a </w>': 1, 's e e </w>': 1}
    """
    return {" ".join([*word, END]): n for word, n in Counter(_words(text)).items()}


def _words(text):
    if END in text:
        raise ValueError(f"text contains {END}, which marks the end of a word")
    return text.split()


def count_tokens(vocab):
    """Count how often each token occurs.

    Parameters
    ----------
    vocab : dict of str to int
        Spelled words and their counts.

    Returns
    -------
    dict of str to int

    Examples
    --------
    >>> count_tokens({"s e a </w>": 2, "s e e </w>": 1})
    {'s': 3, 'e': 4, 'a': 2, '</w>': 3}
    """
    counts = {}
    for word, n in vocab.items():
        for token in word.split():
            counts[token] = counts.get(token, 0) + n
    return counts


def count_pairs(vocab):
    """Count how often each pair of neighbors occurs in the words.

    Parameters
    ----------
    vocab : dict of str to int
        Spelled words and their counts.

    Returns
    -------
    dict of tuple of (str, str) to int
        In the order in which the pairs are met.

    Examples
    --------
    >>> count_pairs({"se a </w>": 2, "s e a </w>": 1})
    {('se', 'a'): 2, ('a', '</w>'): 3, ('s', 'e'): 1, ('e', 'a'): 1}
    """
    counts = {}
    for word, n in vocab.items():
        for pair in pairwise(word.split()):
            counts[pair] = counts.get(pair, 0) + n
    return counts


def merge_word(pair, word):
    """Join a pair of tokens wherever it occurs in a word, from left to right.

    Parameters
    ----------
    pair : tuple of (str, str)
    word : str
        Spelled.

    Returns
    -------
    str
        The word, spelled with the joined token.

    Examples
    --------
    >>> merge_word(("s", "e"), "s e as e s e </w>")
    'se as e se </w>'
    """
    return " ".join(_joined(word.split(), pair))


def _joined(tokens, pair):
    joined = [""]
    for token in tokens:
        if (joined[-1], token) == pair:
            joined[-1] += token
        else:
            joined.append(token)
    return joined[1:]


def merge_pair(pair, vocab):
    """Join a pair of tokens in every word of a vocabulary.

    Parameters
    ----------
    pair : tuple of (str, str)
    vocab : dict of str to int
        Spelled words and their counts; not changed.

    Returns
    -------
    dict of str to int
        The same words in the same order.

    Examples
    --------
    >>> merge_pair(("s", "e"), {"s e a </w>": 2, "a s </w>": 1})
    {'se a </w>': 2, 'a s </w>': 1}
    """
    return {merge_word(pair, word): n for word, n in vocab.items()}


def train(text, count):
    """Learn merges: again and again the most frequent pair becomes a token.

    Only the words that hold the pair are counted anew; a heap hands out the pairs.

    Parameters
    ----------
    text : str
        Must not contain ``</w>``.
    count : int
        How many merges; fewer are returned if every word is one token before.

    Returns
    -------
    list of tuple of (str, str)
        The pairs, in the order in which they are merged.

    Examples
    --------
    >>> train("sea sea see", 2)
    [('s', 'e'), ('se', 'a')]
    >>> len(train("sea sea see", 100))
    5
    """
    vocab = spell_words(text)
    words, weights = [word.split() for word in vocab], list(vocab.values())
    counts, homes = Counter(), defaultdict(set)

    def note(i, sign):
        for pair in pairwise(words[i]):
            counts[pair] += sign * weights[i]
            (homes[pair].add if sign > 0 else homes[pair].discard)(i)

    def entry(pair):
        first = min(homes[pair])
        return -counts[pair], first, list(pairwise(words[first])).index(pair), pair

    for i in range(len(words)):
        note(i, +1)
    queue, merges = sorted(map(entry, counts)), []
    while queue and len(merges) < count:
        best = heappop(queue)
        pair = best[-1]
        if not counts[pair] or best != entry(pair):
            continue  # it has changed since then, and has another entry if it is left
        merges.append(pair)
        changed = set()
        for i in tuple(homes[pair]):
            changed.update(pairwise(words[i]))
            note(i, -1)
            words[i] = _joined(words[i], pair)
            note(i, +1)
            changed.update(pairwise(words[i]))
        for other in changed:
            if counts[other]:
                heappush(queue, entry(other))
    return merges


def vocabulary(text, merges):
    """List the tokens that a text needs: its letters, the mark, and the merged ones.

    Parameters
    ----------
    text : str
        What the merges were learned from.
    merges : list of tuple of (str, str)

    Returns
    -------
    list of str
        Without repetitions: two merges can make the same token.

    Examples
    --------
    >>> vocabulary("sea see", [("s", "e"), ("se", "a")])
    ['s', 'e', 'a', '</w>', 'se', 'sea']
    """
    made = [*count_tokens(spell_words(text)), *(a + b for a, b in merges)]
    return list(dict.fromkeys(made))


def encode(text, merges):
    """Cut a text into tokens, with merges in the order in which they were learned.

    Parameters
    ----------
    text : str
        Must not contain ``</w>``. Letters that the merges do not know stay alone.
    merges : list of tuple of (str, str)

    Returns
    -------
    list of str

    Examples
    --------
    >>> encode("see  seas", [("s", "e"), ("se", "a")])
    ['se', 'e', '</w>', 'sea', 's', '</w>']
    """
    ranks = defaultdict(list)
    for rank, pair in enumerate(merges):
        ranks[pair].append(rank)
    known = {word: _cut([*word, END], ranks) for word in set(_words(text))}
    return [token for word in _words(text) for token in known[word]]


def _cut(tokens, ranks):
    """Do what the merges do one by one, without those that a word does not hold."""
    last, pair = -1, ()
    while pair is not None:
        tokens = _joined(tokens, pair)
        held = ((k, two) for two in pairwise(tokens) for k in ranks.get(two, ()))
        later = (one for one in held if one[0] > last)
        last, pair = min(later, default=(last, None))
    return tokens


def decode(tokens):
    """Give the text back, its words separated by single spaces.

    Parameters
    ----------
    tokens : sequence of str

    Returns
    -------
    str

    Examples
    --------
    >>> decode(["se", "e", "</w>", "sea", "s", "</w>"])
    'see seas'
    """
    return "".join(tokens).replace(END, " ").rstrip(" ")
