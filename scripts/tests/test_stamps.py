"""A step is skipped exactly while nothing it depends on has changed."""

from pathlib import Path

import pytest

from almanac_cli import install, say, stamps, web


def step(checkout: Path, done: list[str], *, lock: Path) -> install.Step:
    """A step that depends on one lock file and notes when it runs."""
    return install.Step("Packages", checkout / "stamp", stamps.fingerprint([lock]), lambda: done.append("ran"))


def test_a_step_runs_once_and_again_when_its_lock_file_changes(checkout: Path) -> None:
    lock, done = checkout / "lock.txt", list[str]()
    lock.write_text("one")
    install.perform([step(checkout, done, lock=lock)])
    install.perform([step(checkout, done, lock=lock)])
    assert done == ["ran"]

    lock.write_text("two")
    install.perform([step(checkout, done, lock=lock)])
    assert done == ["ran", "ran"]


def test_a_step_that_failed_is_tried_again(checkout: Path) -> None:
    attempts = []

    def fail() -> None:
        attempts.append(1)
        raise say.Trouble("no network")

    for _ in range(2):
        with pytest.raises(say.Trouble):
            install.perform([install.Step("Packages", checkout / "stamp", "value", fail)])
    assert len(attempts) == 2


def test_fingerprints_tell_a_missing_file_from_an_empty_one_and_keep_parts_apart(tmp_path: Path) -> None:
    file = tmp_path / "file"
    missing = stamps.fingerprint([file])
    file.write_text("")
    assert stamps.fingerprint([file]) != missing
    assert stamps.fingerprint(["ab", "c"]) != stamps.fingerprint(["a", "bc"])


def test_the_web_build_depends_on_its_sources_only(tmp_path: Path) -> None:
    source, test, built = tmp_path / "src" / "page.tsx", tmp_path / "tests" / "a.spec.ts", tmp_path / ".next" / "x.js"
    for path in (source, test, built):
        path.parent.mkdir()
        path.write_text("1")
    before = web.sources_fingerprint(tmp_path)
    test.write_text("2")
    built.write_text("2")
    assert web.sources_fingerprint(tmp_path) == before
    source.rename(source.with_name("renamed.tsx"))
    assert web.sources_fingerprint(tmp_path) != before


def test_what_is_served_is_a_copy_of_the_build_aimed_at_the_api(checkout: Path) -> None:
    build = checkout / "web" / ".next"
    (build / "cache").mkdir(parents=True)
    (build / "routes-manifest.json").write_text(f'{{"destination": "{web.BUILT_FOR}/api/"}}')
    for name in ("next.config.ts", "package.json", "tsconfig.json"):
        (checkout / "web" / name).write_text("{}")
    copy = web.serving_copy("http://127.0.0.1:4711", checkout / "var" / "web")

    assert (copy / ".next" / "routes-manifest.json").read_text() == '{"destination": "http://127.0.0.1:4711/api/"}'
    assert web.BUILT_FOR in (build / "routes-manifest.json").read_text()
    assert not (copy / ".next" / "cache").exists()
