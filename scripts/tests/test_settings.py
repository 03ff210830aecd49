""".env, kept secrets, and which of two values wins."""

import base64
import stat
from pathlib import Path

import pytest

from almanac_cli import pip_settings, say, settings


def test_the_forms_a_line_may_have() -> None:
    text = "# words\n\nA=1\nexport B = two words # why\nC='#kept'\nD=\"x=y\"\nE=\nF=a#b\nG= # nothing\n"
    assert settings.parse(text, ".env") == {
        "A": "1", "B": "two words", "C": "#kept", "D": "x=y", "E": "", "F": "a#b", "G": "",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["no equals sign", "1A=x", "=x", "A B=x"])
def test_a_line_that_is_no_setting_is_named(line: str) -> None:
    with pytest.raises(say.Trouble, match=r"\.env, line 2"):
        settings.parse(f"OK=1\n{line}\n", ".env")


def test_secrets_are_made_once_and_only_their_owner_can_read_them(checkout: Path) -> None:
    made = settings.keep_secrets(checkout / "var")
    assert len(made["SECRET_KEY"]) >= 50
    assert len(base64.urlsafe_b64decode(made["FIELD_KEYS"])) == 32
    assert stat.S_IMODE((checkout / "var" / "secrets.env").stat().st_mode) == 0o600
    assert settings.keep_secrets(checkout / "var") == made
    assert settings.keep_secrets(checkout / "other")["SECRET_KEY"] != made["SECRET_KEY"]


def test_the_shell_wins_over_the_file_over_the_secrets_over_the_defaults(checkout: Path) -> None:
    (checkout / ".env").write_text("PUBLIC_URL=http://file\nDEBUG=true\nSECRET_KEY=\n")
    env = settings.environment(
        checkout / "var",
        {"PUBLIC_URL": "http://default", "EMAIL_URL": "smtp://default"},
        env={"PUBLIC_URL": "http://shell"},
    )
    assert env["PUBLIC_URL"] == "http://shell"
    assert env["DEBUG"] == "true"
    assert env["EMAIL_URL"] == "smtp://default"
    assert env["SECRET_KEY"], "an empty line in .env means: not set"
    assert env["VAR_DIR"] == str(checkout / "var")


def test_a_throw_away_product_sees_neither_env_file_nor_product_settings(checkout: Path) -> None:
    (checkout / ".env").write_text("DATABASE_URL=postgres://production\n")
    (checkout / ".env.example").write_text("# DATABASE_URL=x\n# EMAIL_URL=\n")
    env = settings.isolated(
        checkout / "var", {"ALMANAC_ENV": "test"}, env={"DATABASE_URL": "postgres://shell", "PATH": "/bin"}
    )
    assert "DATABASE_URL" not in env
    assert (env["PATH"], env["ALMANAC_ENV"]) == ("/bin", "test")


def test_uv_gets_pips_index_and_certificates_unless_it_has_its_own() -> None:
    config = (
        ":env:.index-url='https://env.example/simple'\nglobal.cert='/ca.pem'\nglobal.index-url='https://low.example'\n"
    )
    env = pip_settings.for_uv({}, config)
    assert env == {"UV_DEFAULT_INDEX": "https://env.example/simple", "SSL_CERT_FILE": "/ca.pem"}
    own = pip_settings.for_uv({"UV_INDEX_URL": "https://mine.example"}, config)
    assert "UV_DEFAULT_INDEX" not in own
