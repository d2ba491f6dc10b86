"""`make new` writes a page's files from the record, and lint says what they lack."""

import pytest
import yaml

from udl_book.book import Book, BookError
from udl_book.commands.lint import check_finished
from udl_book.commands.lint_pages import check_cells, check_page
from udl_book.commands.new import insert, new

TOC = """format: jb-book
root: book/index
parts:
  - chapters:
      - file: book/notation
  - caption: The pages
    chapters:
      - file: book/02-first/index
        sections:
          - file: book/02-first/2-1-one
          - file: book/02-first/2-3-three
      - file: book/09-last/index
  - chapters:
      - file: book/references
"""
RECORD = {
    "id": "2_2",
    "title": "The Second Loss",
    "concepts": ["softness: its price"],
    "derivations": ["the slope"],
    "figures": ['a "curve"'],
    "exercises": [
        {"name": "compute_loss", "kind": "code", "what": "sum of losses"},
        {"name": "mu=1", "kind": "question", "what": 'predict the "curve"'},
        {"name": "gradient", "kind": "code", "what": "its slope"},
    ],
}


@pytest.fixture
def book(tmp_path):
    for folder in ("tests/pages", "src/udl", "book/02-first"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "_toc.yml").write_text(TOC)
    (tmp_path / "book/published.yaml").write_text('"2.1": []\n')
    facts = {"2.2": [{"call": "compute_loss(x, y, phi=1.0)", "returns": "a number"}]}
    (tmp_path / "tests/published_calls.yaml").write_text(yaml.safe_dump(facts))
    records = [
        RECORD,
        RECORD | {"id": "7_1"},
        RECORD | {"id": "B_1"},
        RECORD | {"id": "2_9", "exercises": []},
    ]
    (tmp_path / "tests/records.yaml").write_text(yaml.safe_dump(records))
    return Book(tmp_path)


def text(book, name):
    return (book.root / name).read_text("utf8")


def lines(toc):
    return [line.partition("file: ")[2] for line in toc.splitlines() if "file:" in line]


def test_the_files_are_there_and_in_their_order(book, capsys):
    assert new(book, "2-2") == 0
    told = capsys.readouterr().out
    page = "book/02-first/2-2-the-second-loss"
    for name in (
        f"{page}.md",
        "src/udl/exercises/pages/p2_2.py",
        "tests/pages/2_2/test_equations.py",
        "tests/pages/2_2/answers.py",
        "tests/pages/2_2/coverage.yaml",
    ):
        assert name in told
        assert text(book, name)
    found = lines(text(book, "_toc.yml"))
    assert found[2:5] == ["book/02-first/2-1-one", page, "book/02-first/2-3-three"]
    tasks = yaml.safe_load(text(book, "book/published.yaml"))["2.2"]
    assert [task["here"] for task in tasks] == ["2.2.1", "2.2.2", "2.2.3"]
    assert tasks[0]["call"] == "compute_loss(x, y, phi=1.0)"
    assert "TODO" in tasks[2]["adapt"]
    assert "def compute_loss(x, y, phi=1.0):" in text(book, f"{page}.md")


def test_the_page_lacks_nothing_but_what_is_to_be_written(book):
    new(book, "2-2")
    name = "book/02-first/2-2-the-second-loss.md"
    page = text(book, name)
    assert page.count("# 2.2 The second loss") == 1
    assert list(check_page(name, page)) == []
    assert check_cells({name: page}) == []
    assert "from udl.exercises import check" in page.partition("check(")[0]
    for kind, count in {
        "exercise": 2,
        "question": 1,
        "hints": 2,
        "solution": 2,
    }.items():
        assert page.count(f":::{{{kind}}} 2.2.") == count


def test_what_python_and_yaml_read_is_valid(book):
    new(book, "2-2")
    compile(text(book, "src/udl/exercises/pages/p2_2.py"), "declarations", "exec")
    compile(text(book, "tests/pages/2_2/test_equations.py"), "equations", "exec")
    answers = {}
    exec(text(book, "tests/pages/2_2/answers.py"), answers)
    assert answers["RIGHT"] == {"2.2.1": [], "2.2.3": []}
    coverage = yaml.safe_load(text(book, "tests/pages/2_2/coverage.yaml"))
    assert coverage["concepts: softness: its price"] == []
    assert coverage["exercises: mu=1"] == ["ex-2-2-2"]


def test_lint_names_each_place_that_is_to_be_written(book):
    assert check_finished(book.root) == []
    new(book, "2-2")
    files = {fault.path.as_posix() for fault in check_finished(book.root)}
    assert len(files) == 6
    assert "book/published.yaml" in files


def test_a_notebook_without_tasks_has_a_page_too(book):
    new(book, "2-9")
    assert yaml.safe_load(text(book, "book/published.yaml"))["2.9"] == []
    compile(text(book, "src/udl/exercises/pages/p2_9.py"), "declarations", "exec")


def test_a_new_chapter_needs_a_title_and_gets_a_folder(book):
    with pytest.raises(BookError, match="chapter 7 has no folder"):
        new(book, "7-1")
    new(book, "7-1", "Fitting models")
    assert "# 7 Fitting models" in text(book, "book/07-fitting-models/index.md")
    found = lines(text(book, "_toc.yml"))
    home = "book/07-fitting-models"
    at = found.index(f"{home}/index")
    assert found[at - 1] == "book/02-first/2-3-three"
    assert found[at + 1 : at + 3] == [
        f"{home}/7-1-the-second-loss",
        "book/09-last/index",
    ]


def test_a_part_beside_the_chapters_has_a_letter_and_is_last(book):
    new(book, "b-1", "Blog articles")
    assert "# B Blog articles" in text(book, "book/b-blog-articles/index.md")
    page = text(book, "book/b-blog-articles/b-1-the-second-loss.md")
    assert "# B.1 The second loss" in page
    assert 'check("B.1.1", ' in page
    assert "res-b-1-name" in text(book, "tests/pages/B_1/test_equations.py")
    assert "ex-b-1-2" in text(book, "tests/pages/B_1/coverage.yaml")
    assert (book.root / "src/udl/exercises/pages/pB_1.py").is_file()
    found = lines(text(book, "_toc.yml"))
    at = found.index("book/b-blog-articles/index")
    assert found[at - 1] == "book/09-last/index"
    assert found[at + 1] == "book/b-blog-articles/b-1-the-second-loss"
    assert book.find("B.1") == book.find("b-1") == found[at + 1]


def test_the_first_page_of_a_listed_chapter():
    toc = insert(TOC, "book/09-last/9-1-x", "book/09-last/index")
    parts = yaml.safe_load(toc)["parts"]
    assert parts[1]["chapters"][1]["sections"] == [{"file": "book/09-last/9-1-x"}]
    later = TOC.replace("          - file: book/02-first/2-1-one\n", "")
    toc = insert(later, "book/02-first/2-1-x", "book/02-first/index")
    first = yaml.safe_load(toc)["parts"][1]["chapters"][0]["sections"]
    assert first[0] == {"file": "book/02-first/2-1-x"}


def test_a_chapter_before_all_others():
    toc = insert(TOC, "book/01-zero/1-1-x", "book/01-zero/index")
    assert yaml.safe_load(toc)["parts"][1]["chapters"][0] == {
        "file": "book/01-zero/index",
        "sections": [{"file": "book/01-zero/1-1-x"}],
    }


def test_nothing_is_written_over(book):
    new(book, "2-2")
    before = {path: path.stat().st_mtime_ns for path in book.root.rglob("*")}
    with pytest.raises(BookError, match="is there already"):
        new(book, "2-2")
    assert {p: p.stat().st_mtime_ns for p in book.root.rglob("*")} == before


@pytest.mark.parametrize(
    ("number", "told"), [("2-5", "no record 2_5"), ("two", "is written 6-1")]
)
def test_what_cannot_be_done_is_said(book, number, told):
    with pytest.raises(BookError, match=told):
        new(book, number)
