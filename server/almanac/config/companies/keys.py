"""Which companies people may sign in with: those whose keys the environment holds. Read by the settings, so it knows no Django.

A company speaks OpenID Connect and publishes where its doors are, so one address is all there is to change for a fake.
"""

from __future__ import annotations

from typing import Any

import environ

NAMES = {"google": "Google", "microsoft": "Microsoft", "apple": "Apple"}  # in the order in which they are offered
PROVIDER = "almanac.config.companies.provider.Company"
CHOOSE = {"prompt": "select_account"}  # a computer may be shared


def configured(env: environ.Env) -> list[dict[str, Any]]:
    """allauth's description of each company whose keys are set; half a set of keys is told by `unfinished`."""
    return [app for app in (_google(env), _microsoft(env), _apple(env)) if _is_whole(app)]


def unfinished(env: environ.Env) -> list[str]:
    """The companies that have some of their keys, and not all."""
    apps = (_google(env), _microsoft(env), _apple(env))
    return [app["name"] for app in apps if any(_keys(app)) and not _is_whole(app)]


def addresses(env: environ.Env) -> list[str]:
    """Where the companies are asked."""
    return [app["settings"]["server_url"] for app in (_google(env), _microsoft(env), _apple(env))]


def _google(env: environ.Env) -> dict[str, Any]:
    return _app(
        "google",
        client_id=env.str("SIGN_IN_GOOGLE_CLIENT_ID", ""),
        secret=env.str("SIGN_IN_GOOGLE_SECRET", ""),
        server_url=env.str("SIGN_IN_GOOGLE_URL", "https://accounts.google.com"),
        oauth_pkce_enabled=True,
        auth_params=CHOOSE,
    )


def _microsoft(env: environ.Env) -> dict[str, Any]:
    return _app(
        "microsoft",
        client_id=env.str("SIGN_IN_MICROSOFT_CLIENT_ID", ""),
        secret=env.str("SIGN_IN_MICROSOFT_SECRET", ""),
        server_url=env.str("SIGN_IN_MICROSOFT_URL", "https://login.microsoftonline.com/common/v2.0"),
        oauth_pkce_enabled=True,
        auth_params=CHOOSE,
    )


def _apple(env: environ.Env) -> dict[str, Any]:
    """Apple knows no PKCE, has a key instead of a secret, and posts its answer where a name is asked for."""
    return _app(
        "apple",
        client_id=env.str("SIGN_IN_APPLE_CLIENT_ID", ""),
        secret=env.str("SIGN_IN_APPLE_PRIVATE_KEY", "").replace("\\n", "\n"),
        server_url=env.str("SIGN_IN_APPLE_URL", "https://appleid.apple.com"),
        needed={"team_id": env.str("SIGN_IN_APPLE_TEAM_ID", ""), "key_id": env.str("SIGN_IN_APPLE_KEY_ID", "")},
        scope=["name", "email"],
        auth_params={"response_mode": "form_post"},
    )


def _app(
    company: str, *, client_id: str, secret: str, server_url: str, needed: dict[str, str] | None = None, **more: Any
) -> dict[str, Any]:
    return {
        "provider_id": company,
        "name": NAMES[company],
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url.rstrip("/"), "needed": needed or {}, **more},
    }


def _keys(app: dict[str, Any]) -> list[str]:
    return [app["client_id"], app["secret"], *app["settings"]["needed"].values()]


def _is_whole(app: dict[str, Any]) -> bool:
    return all(_keys(app))
