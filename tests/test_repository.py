"""The repository itself: locks, addresses, imports, contracts, the Makefile, and that no order's text lies in it."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from rdflib import Dataset, Literal, URIRef
from rdflib.namespace import RDF

from tests.shared_runs import Shelf

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ontology", "queries", "loaders", "api", "viz")
LOCKS = ("requirements.lock", "requirements-dev.lock")
GENERATED = re.compile(r"(?:^|/)(?:\.(?!ci/|(?:git|docker)ignore)|(?:build|dist|htmlcov|__pycache__)/|coverage\.xml$)")

# Fixed names that everybody writes alike: acts of the federation and of the ministry, and what the field is called.
OFFICIAL_PHRASES = (
    "Об образовании в Российской Федерации",
    "О национальных целях развития Российской Федерации на период до 2030 года",
    "создания единой федеральной системы научно-методического сопровождения педагогических работников "
    "и управленческих кадров",
    "основных принципов национальной системы профессионального роста педагогических работников Российской Федерации, "
    "включая национальную систему учительского роста",
    "научно-методического сопровождения педагогических работников и управленческих кадров",
    "непрерывного повышения профессионального мастерства педагогических работников",
    "по реализации мероприятий по формированию и обеспечению функционирования единой федеральной системы "
    "научно-методического сопровождения",
    "Министерства просвещения Российской Федерации",
    "Правительства Российской Федерации",
    "Контроль за исполнением настоящего приказа возложить на",
)
# Names and titles of the bundled facts: (class, property) → the most words such a name has.
NAMES = {
    ("Subject", "name"): 40,
    ("Subject", "shortName"): 10,
    ("Subject", "alternativeName"): 40,
    ("NameVariant", "written"): 40,
    ("Assignment", "namedAs"): 40,
    ("Order", "title"): 80,
    ("Order", "issuerName"): 40,
    ("LegalReference", "title"): 80,
    ("Official", "post"): 30,
    ("Indicator", "name"): 60,
    ("Indicator", "groupText"): 60,
    ("Norm", "metric"): 60,
    ("Term", "name"): 30,
    ("Activity", "title"): 130,  # a measure of a road map is called what its row says, however long
    ("Activity", "directionText"): 130,
    ("Activity", "eventText"): 130,
    ("Activity", "responsibleText"): 20,
    ("Activity", "termText"): 25,
}
# Shorter runs are turns of office language that any act may share with any other.
COPIED_WORDS = 9


@cache
def committed() -> tuple[Path, ...]:
    """The files of the repository as git sees them; without git, all but what is generated."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
    return tuple(path for path in ROOT.rglob("*") if path.is_file() and not GENERATED.search(shown(path)))


@cache
def text_of(path: Path) -> str:
    """The text of a file; empty for pictures and other binary files."""
    data = path.read_bytes()
    try:
        return "" if b"\0" in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251", errors="replace")


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def pinned(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Package → version and hashes, of a lock file."""
    entries: dict[str, tuple[str, list[str]]] = {}
    for entry in text_of(ROOT / lock).replace("\\\n", " ").splitlines():
        head, *hashes = entry.split("--hash=")
        name, _, version = head.split(";")[0].partition("==")
        entries[re.sub(r"[-_.]+", "-", name.split("[")[0].strip().lower())] = (version.strip(), hashes)
    return entries


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_package_has_a_version_and_hashes(lock: str) -> None:
    entries = pinned(lock)
    assert len(entries) > 20
    for name, (version, hashes) in entries.items():
        assert re.fullmatch(r"[0-9][0-9A-Za-z.+!-]*", version), name
        assert hashes and all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", value) for value in hashes), name


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_address_and_no_option(lock: str) -> None:
    assert not re.search(r"://|^\s*-(?!-hash=)|^\s*--(?!hash=)|\s@\s|index|find-links", text_of(ROOT / lock), re.M)


def test_locks_hold_all_that_is_declared_and_agree() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    run, dev = pinned("requirements.lock"), pinned("requirements-dev.lock")
    builds = project["build-system"]["requires"] + project["dependency-groups"]["build"]
    needed = {
        "run": project["project"]["dependencies"] + builds,
        "dev": project["project"]["optional-dependencies"]["dev"],
    }
    for lock, requirements in ((run, needed["run"]), (dev, needed["run"] + needed["dev"])):
        names = {re.split(r"[\[<>=!~; ]", wish)[0].lower().replace("_", "-") for wish in requirements}
        assert names <= set(lock)
    assert {name: dev.get(name) for name in run} == run


MACHINE_PATH = re.compile(r"(?<![\w.~}/-])/(?:root|home|Users|work)/[\w.-]+|\b[A-Z]:\\Users\\")
REGISTRY = re.compile(
    r"\bpypi\.(?:org|python)|pythonhosted\.|repo1?\.maven|maven\.(?:google|central)|registry\.(?:npmjs|yarnpkg|hub)"
    r"|(?:deb|security)\.debian\.org|proxy\.golang|(?:extra-)?index-url\s*=|://[^\s/]+/(?:[\w./-]+/)?simple/",
    re.I,
)
PRIVATE_HOST = re.compile(r"https?://(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[\w.-]+\.(?:internal|corp|lan)\b)")


@pytest.mark.parametrize(
    ("pattern", "sample"),
    [
        (MACHINE_PATH, "see " + "/home/" + "someone/opora.db"),
        (REGISTRY, "https://" + "pypi." + "org/simple"),
        (PRIVATE_HOST, "http://" + "10." + "1.2.3:8080/"),
    ],
    ids=["machine-path", "registry", "private-host"],
)
def test_no_file_names_this_machine_or_a_registry(pattern: re.Pattern[str], sample: str) -> None:
    assert pattern.search(sample), "the pattern must find what it is made for"
    found = [f"{shown(path)}: {hit.group()}" for path in committed() for hit in pattern.finditer(text_of(path))]
    assert not found


def test_each_import_of_ours_resolves_inside_the_repository() -> None:
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        assert spec is not None and spec.origin is not None, package
        assert Path(spec.origin).is_relative_to(ROOT), f"{package} is imported from {spec.origin}"


def test_each_imported_module_of_ours_exists() -> None:
    missing, seen = [], 0
    for path in committed():
        if path.suffix != ".py":
            continue
        for module in _imported(path):
            seen += 1
            place = ROOT.joinpath(*module.split("."))
            if not (place.with_suffix(".py").is_file() or place.is_dir()):
                missing.append(f"{shown(path)}: {module}")
    assert seen > 20
    assert not missing


def _imported(path: Path) -> list[str]:
    ours = (*PACKAGES, "tools", "tests")
    modules = []
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Import):
            modules += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.append(node.module)
    return [module for module in modules if module.split(".")[0] in ours]


def test_import_contracts_hold() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    kept = re.search(r"Contracts: (\d+) kept, 0 broken", done.stdout)
    assert kept is not None and int(kept[1]) >= 4


def test_make_help_lists_each_target() -> None:
    makefile = text_of(ROOT / "Makefile")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)
    assert phony is not None
    targets = set(phony[1].split())
    assert {"run", "test", "check", "neo4j", "lock", "clean", "help"} <= targets
    assert set(re.findall(r"^([a-z0-9]+):.*## \S", makefile, re.M)) == targets
    contributing = text_of(ROOT / "CONTRIBUTING.md")
    assert not [name for name in targets if f"make {name}" not in contributing]


def test_entry_point_exists() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    module, _, attribute = project["project"]["scripts"]["opora"].partition(":")
    assert callable(getattr(importlib.import_module(module), attribute))


def _names_of_bundled_facts() -> set[str]:
    names = set()
    for path in committed():
        if path.parent != ROOT / "data" or path.suffix not in {".trig", ".ttl"}:
            continue
        dataset = Dataset()
        dataset.parse(path, format=path.suffix.removeprefix("."))
        for subject, predicate, value, _ in dataset.quads():
            if not isinstance(value, Literal):
                continue
            kinds = {_local(kind) for _, _, kind, _ in dataset.quads((subject, RDF.type, None, None))}
            most = max((NAMES.get((kind, _local(predicate)), 0) for kind in kinds), default=0)
            if len(str(value).split()) <= most:
                names.add(str(value))
    return names


def _local(term: object) -> str:
    return re.split(r"[#/]", str(term))[-1] if isinstance(term, URIRef) else ""


def test_no_text_of_an_order_is_committed(orders_dir: Path) -> None:
    shelf = Shelf(COPIED_WORDS)
    for order in orders_dir.glob("*.txt"):
        shelf.add(text_of(order))
    allowed = {*OFFICIAL_PHRASES, *_names_of_bundled_facts()}
    found = [f"{shown(path)}: {run}" for path in committed() for run in shelf.copied(text_of(path), allowed)]
    assert not found, "an order's text must stay with its owner:\n" + "\n".join(found)


class TestSharedRuns:
    ORDER = (
        "Районная служба ведёт журнал встреч наставников,\n 12 собирает отзывы о них и передаёт их в областной центр."
    )

    @pytest.fixture
    def shelf(self) -> Shelf:
        shelf = Shelf(6)
        shelf.add(self.ORDER)
        return shelf

    def test_finds_a_run_across_lines_marks_and_numbers(self, shelf: Shelf) -> None:
        text = '{"statement": "Ведет журнал встреч\\\\ наставников; собирает отзывы о них"}'.replace("\\\\", "\n- 7")
        assert shelf.copied(text) == ["ведет журнал встреч наставников собирает отзывы них"]

    def test_lets_a_shorter_run_pass(self, shelf: Shelf) -> None:
        assert shelf.copied("Она ведёт журнал встреч наставников, собирает жалобы") == []

    def test_a_run_does_not_reach_into_an_allowed_phrase(self, shelf: Shelf) -> None:
        assert shelf.copied(self.ORDER, ["журнал встреч наставников"]) == [
            "собирает отзывы них передает их областной центр"
        ]
