"""A page that `make new` started is built as it is."""

import yaml

RECORD = {
    "id": "1_3",
    "title": "Tripling",
    "concepts": ["three"],
    "derivations": ["why three"],
    "figures": ["a steeper line"],
    "exercises": [
        {"name": "triple", "kind": "code", "what": "three times"},
        {"name": "slope", "kind": "question", "what": "predict it"},
        {"name": "thrice", "kind": "code", "what": "the same, again"},
    ],
}


def test_a_new_page_is_built(book):
    book.append("tests/records.yaml", yaml.safe_dump([RECORD]))
    book.append("book/published.yaml", "")
    book.append("tests/published_calls.yaml", "'1.3': [{call: triple(number)}]\n")
    status, said = book.build("new", "1-3")
    assert status == 0, said
    status, said = book.build("page", "1-3")
    assert status == 0, said
    assert "building the whole book" in said  # its contents have changed
    page = book.read("_build/html/book/01-first/1-3-tripling.html")
    assert "Exercise 1.3.3" in page
    assert "Not attempted" not in page
