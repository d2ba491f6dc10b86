"""Where the book lives: its repository and its site, each fork's own.

Looked for in this order: `_config.yml`, the environment of the workflow that publishes,
the clone's GitHub remote. Nothing is assumed where none of them says anything.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import yaml

GITHUB = re.compile(
    r"(?:https?://(?:[^@/]+@)?|ssh://git@|git@)github\.com[/:]"
    r"(?P<slug>[\w.-]+/[\w.-]+?)(?:\.git)?/?$"
)
BRANCH = "notebooks"


@dataclass(frozen=True)
class Addresses:
    """Addresses of a book; an unknown one is empty.

    Attributes
    ----------
    repository
        Of the repository, without a slash at its end.
    site
        Of the root of the site, with a slash at its end.
    """

    repository: str = ""
    site: str = ""

    @property
    def slug(self) -> str:
        """Owner and name of a repository on GitHub."""
        match = GITHUB.match(self.repository)
        return match["slug"] if match else ""

    def page(self, docname: str, anchor: str = "") -> str:
        """Page of the site, if its address is known."""
        end = f"#{anchor}" if anchor else ""
        return f"{self.site}{quote(docname)}.html{end}" if self.site else ""

    def wheel(self, name: str) -> str:
        """Wheel of the library, if the site's address is known."""
        return f"{self.site}wheels/{name}" if self.site else ""

    def binder(self, notebook: str) -> str:
        """Binder with a notebook open, if the repository is on GitHub."""
        if not self.slug:
            return ""
        path = quote(notebook, safe="")
        return f"https://mybinder.org/v2/gh/{self.slug}/{BRANCH}?labpath={path}"

    def colab(self, notebook: str) -> str:
        """Colab with a notebook open, if the repository is on GitHub."""
        if not self.slug:
            return ""
        home = "https://colab.research.google.com/github"
        return f"{home}/{self.slug}/blob/{BRANCH}/{quote(notebook)}"


def find(root: Path, environment: Mapping[str, str] = os.environ) -> Addresses:
    """Find the addresses of the book in the folder `root`."""
    config = yaml.safe_load((root / "_config.yml").read_text("utf8")) or {}
    repository = (config.get("repository") or {}).get("url") or ""
    repository = repository or _from_workflow(environment) or _from_remote(root)
    repository = repository.rstrip("/").removesuffix(".git")
    site = (config.get("html") or {}).get("baseurl") or pages_address(repository)
    return Addresses(repository, site.rstrip("/") + "/" if site else "")


def pages_address(repository: str) -> str:
    """Where GitHub publishes the pages of a repository.

    Examples
    --------
    >>> pages_address("https://github.com/Ann/book")
    'https://ann.github.io/book/'
    >>> pages_address("https://github.com/ann/ann.github.io")
    'https://ann.github.io/'
    >>> pages_address("https://elsewhere.org/ann/book")
    ''
    """
    slug = Addresses(repository).slug
    if not slug:
        return ""
    owner, _, name = slug.partition("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def _from_workflow(environment):
    slug = environment.get("GITHUB_REPOSITORY", "")
    server = environment.get("GITHUB_SERVER_URL", "https://github.com")
    return f"{server}/{slug}" if slug else ""


def _from_remote(root):
    """`origin` if it is on GitHub, else the first remote that is."""
    if not (root / ".git").exists():  # git would look in the folders above
        return ""
    command = ["git", "config", "--get-regexp", r"^remote\..*\.url$"]
    try:
        found = subprocess.run(command, cwd=root, capture_output=True, text=True)
    except OSError:
        return ""
    lines = sorted(
        found.stdout.splitlines(), key=lambda line: "remote.origin." not in line
    )
    for line in lines:
        match = GITHUB.match(line.partition(" ")[2].strip())
        if match:
            return f"https://github.com/{match['slug']}"
    return ""


def configure(app, config):
    """Make the addresses a setting: pages are written anew when they change."""
    config.udl_addresses = vars(find(Path(app.srcdir)))


def of(config) -> Addresses:
    """Addresses of the book that Sphinx builds."""
    return Addresses(**config.udl_addresses)


def setup(app):
    """Register the setting."""
    app.add_config_value("udl_addresses", {}, "html", dict)
    app.connect("config-inited", configure)
