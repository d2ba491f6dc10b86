"""Right answers to page 12.3, as a reader of its published notebook would have them.

Name, arguments and their order are those of the notebook, and so are the functions that
its other cells define. The body is our own.
"""


def tokenize(text, num_merges):
    vocab = initialize_vocabulary(text)  # noqa: F821
    for _ in range(num_merges):
        tokens = get_tokens_and_frequencies(vocab)  # noqa: F821
        pairs = get_pairs_and_counts(vocab)  # noqa: F821
        if not pairs:
            break
        most_frequent_pair = max(pairs, key=pairs.get)
        vocab = merge_pair_in_vocabulary(most_frequent_pair, vocab)  # noqa: F821
    tokens = get_tokens_and_frequencies(vocab)  # noqa: F821
    return tokens, vocab
