"""The web build: made when its sources changed, found again when they did not."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from almanac_cli import locking, logs, node, paths, processes, say, stamps

NOT_SOURCES = {"node_modules", "tests", "codegen", "test-results", "playwright-report", "coverage"}
NOT_BUILT = (".tsbuildinfo", ".log", ".test.ts", ".test.tsx", "next-env.d.ts")  # the last is written by the build

# Next.js writes the targets of its rewrites into the build, so every build is made for one known address.
BUILT_FOR = "http://127.0.0.1:8000"


def build(env: Mapping[str, str], log_dir: Path) -> None:
    """Build the web part unless the last build was made from these very sources."""
    stamp = paths.WEB / ".next" / "almanac-stamp"
    value = sources_fingerprint(paths.WEB)
    if stamps.is_current(stamp, value):
        return
    with locking.alone("Web build"), say.step("Building the web pages"):
        stamp.unlink(missing_ok=True)
        processes.must(
            node.next_command("build"),
            cwd=paths.WEB,
            env=node.with_node({**env, "ALMANAC_API_URL": BUILT_FOR, "NODE_ENV": "production"}),
            what="Building the web pages",
            log=logs.fresh(log_dir / "web-build.log"),
        )
        stamps.leave(stamp, value)


def sources_fingerprint(folder: Path) -> str:
    """Changes with the name or content of any file that goes into the build."""
    parts: list[str | Path] = [BUILT_FOR]
    for path in _sources(folder):
        parts += [path.relative_to(folder).as_posix(), path]
    return stamps.fingerprint(parts)


def _sources(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in NOT_SOURCES and not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if not name.endswith(NOT_BUILT))


def serving_copy(api_url: str, folder: Path) -> Path:
    """A copy of the build in `folder`, aimed at this API, to start the web server in.

    One build thus serves every port, and a build made meanwhile does not disturb a running server.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(
        paths.WEB / ".next", folder / ".next", symlinks=True, ignore=shutil.ignore_patterns("cache", "almanac-stamp")
    )
    for name in ("next.config.ts", "package.json", "tsconfig.json"):
        shutil.copy2(paths.WEB / name, folder / name)
    for name in ("node_modules", "public", "src", "messages"):
        _share(paths.WEB / name, folder / name)
    manifest = folder / ".next" / "routes-manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(BUILT_FOR, api_url), encoding="utf-8")
    return folder


def _share(existing: Path, place: Path) -> None:
    """A link, or a copy where links need a privilege (Windows)."""
    try:
        place.symlink_to(existing, target_is_directory=True)
    except OSError:
        shutil.copytree(existing, place)
