"""Where files are kept: in a folder of this machine, or in a bucket that speaks S3."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

FORM = "FILES_URL looks like s3+https://KEY:SECRET@host/bucket?region=eu-west-2"
SCHEMES = {"s3+https": "https", "s3+http": "http"}


def configured(files_url: str, var_dir: Path) -> dict[str, dict[str, Any]]:
    """Django's STORAGES. Without an address files stand in VAR_DIR/files. Raises ImproperlyConfigured."""
    return {
        "default": _bucket(files_url) if files_url else _folder(var_dir / "files"),
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def _folder(path: Path) -> dict[str, Any]:
    return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": path}}


def _bucket(files_url: str) -> dict[str, Any]:
    """Supabase, MinIO and others are told apart by their host; AWS by `s3.<region>.amazonaws.com`."""
    parts = urlsplit(files_url)
    bucket = parts.path.strip("/").rpartition("/")
    if parts.scheme not in SCHEMES or not (parts.hostname and bucket[2] and parts.username and parts.password):
        raise ImproperlyConfigured(FORM)
    port = f":{parts.port}" if parts.port else ""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket[2],
            "endpoint_url": f"{SCHEMES[parts.scheme]}://{parts.hostname}{port}/{bucket[0]}".rstrip("/"),
            "access_key": unquote(parts.username),
            "secret_key": unquote(parts.password),
            "region_name": parse_qs(parts.query).get("region", [None])[0],
            "default_acl": None,
            "file_overwrite": False,
        },
    }
