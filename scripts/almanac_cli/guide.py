"""`make guide`: the pictures of the guides, taken anew from the running product on one and the same day."""

from datetime import datetime

from almanac_cli import browser, install, node, paths, processes, say, stack

DAY = datetime.fromisoformat("2026-06-09T09:30:00+01:00")  # a Tuesday morning in London; else each run would differ
PICTURES = paths.ROOT / "docs" / "guide" / "pictures"


def guide() -> int:
    """Start a throw-away product on that day and let a browser visit it; returns the visitor's exit code."""
    install.install()
    chromium = browser.chromium()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with stack.throw_away(at=DAY) as (product, _):
        own = {"ALMANAC_CHROMIUM": chromium, "ALMANAC_PICTURES": str(PICTURES)}
        env = node.with_node(stack.visitor_environment(product)) | own
        command = node.npm("run", "guide")
        code = processes.run(command, cwd=paths.WEB, env=env)
    say.line(f"The pictures are in {paths.shown(PICTURES)}: look at them before you commit them.")
    return code
