"""Right answers to the exercises of page 12.3, written as different readers would."""

import re
from collections import Counter, defaultdict


def pairs_by_counter(vocab):
    counts = Counter()
    for word, n in vocab.items():
        pieces = word.split(" ")
        for i, left in enumerate(pieces[:-1]):
            counts[left, pieces[i + 1]] += n
    return counts


def pairs_by_defaultdict(vocab):
    counts = defaultdict(int)
    for word in vocab:
        left = None
        for right in word.split():
            if left is not None:
                counts[left, right] += vocab[word]
            left = right
    return counts


def word_by_regular_expression(pair, word):
    old = r"(?<!\S)" + re.escape(" ".join(pair)) + r"(?!\S)"
    return re.sub(old, lambda _: "".join(pair), word)


def word_by_index(pair, word):
    pieces, i, out = word.split(), 0, []
    while i < len(pieces):
        if i + 1 < len(pieces) and (pieces[i], pieces[i + 1]) == pair:
            out.append(pieces[i] + pieces[i + 1])
            i += 2
        else:
            out.append(pieces[i])
            i += 1
    return " ".join(out)


def tokenize_by_steps(text, num_merges):
    vocab = Counter()
    for word in text.split():
        vocab[" ".join(word) + " </w>"] += 1
    i = 0
    while i < num_merges:
        pairs = pairs_by_counter(vocab)
        if len(pairs) == 0:
            break
        best = max(pairs, key=lambda pair: pairs[pair])
        vocab = {word_by_index(best, word): n for word, n in vocab.items()}
        i += 1
    counts = defaultdict(int)
    for word in vocab:
        for token in word.split():
            counts[token] += vocab[word]
    return counts, vocab


def tokenize_by_sorting(text, num_merges):
    words = {}
    for word in text.split():
        key = " ".join([*word, "</w>"])
        words[key] = words.get(key, 0) + 1
    for _ in range(num_merges):
        pairs = pairs_by_defaultdict(words)
        for best in sorted(pairs, key=lambda pair: -pairs[pair])[:1]:
            words = {word_by_regular_expression(best, w): words[w] for w in words}
    return dict(Counter(t for w in words for t in w.split() * words[w])), words


def encode_by_lists(word, merges):
    pieces = [*list(word), "</w>"]
    for left, right in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == left and pieces[i + 1] == right:
                pieces[i : i + 2] = [left + right]
            i += 1
    return pieces


def encode_by_words(word, merges):
    spelled = " ".join(word) + " </w>"
    for pair in merges:
        spelled = word_by_regular_expression(pair, spelled)
    return tuple(spelled.split(" "))


def expand_by_recursion(ids, merges):
    out = []
    for i in ids:
        out += [i] if i < 256 else expand_by_recursion(merges[i - 256], merges)
    return out


def expand_by_a_stack(ids, merges):
    stack, out = list(ids)[::-1], []
    while stack:
        i = stack.pop()
        if i < 256:
            out.append(i)
        else:
            left, right = merges[i - 256]
            stack += [right, left]
    return out


def expand_by_bytes(ids, merges):
    known = [bytes([i]) for i in range(256)]
    for left, right in merges:
        known.append(known[left] + known[right])
    return b"".join(known[i] for i in ids)


def text_of_letters():
    return "abcq abcr abs abt bcdu bcdv ecdw fcdx gbch"


def text_of_other_letters():
    words = ["xyz1", "xyz2", "xy3", "xy4", "yzw5", "yzw6", "1zw7", "2zw8", "3yz9"]
    return " ".join(words)


RIGHT = {
    "12.3.2": [pairs_by_counter, pairs_by_defaultdict],
    "12.3.4": [word_by_regular_expression, word_by_index],
    "12.3.6": [tokenize_by_steps, tokenize_by_sorting],
    "12.3.9": [encode_by_lists, encode_by_words],
    "12.3.11": [expand_by_recursion, expand_by_a_stack, expand_by_bytes],
    "12.3.12": [text_of_letters, text_of_other_letters],
}
