"""A picture in the administration: chosen, looked at before it is taken, taken away again."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from almanac.files.actions import keep_picture, store_picture
from almanac.files.errors import PictureTooLarge, PictureUnreadable
from almanac.files.models import Asset
from almanac.files.pictures import MOST_BYTES, MOST_PIXELS, Picture, redrawn
from almanac.files.queries import address_of
from almanac.kit import clock
from almanac.kit.fields import Row
from almanac.kit.requests import actor_of
from almanac.outbox.audited import AuditedPage

Shown = TypeVar("Shown", bound=Row)
TOO_LARGE = f"This picture is too large. At most {MOST_BYTES // 1024 // 1024} MB and 60 megapixels, please."
UNREADABLE = {
    "kind": "This is no picture we can read. Please choose a JPEG, PNG or WebP.",
    "broken": "This picture is damaged and cannot be read to its end.",
}


class Looked(UploadedFile):  # type: ignore[type-arg]  # Django's own takes none when it runs
    """A file somebody sent, after it was looked at: stored as `asset`, or the words of its `refusal`."""

    def __init__(self, sent: UploadedFile[Any]) -> None:
        super().__init__(sent.file, sent.name, sent.content_type, sent.size)
        self.asset: Asset | None = None
        self.refusal = ""
        try:
            self.asset = store_picture(_redrawn(sent), now=clock.now())
        except PictureTooLarge:
            self.refusal = TOO_LARGE
        except PictureUnreadable as error:
            self.refusal = UNREADABLE[error.reason]


def _redrawn(sent: UploadedFile[Any]) -> Picture:
    if (sent.size or 0) > MOST_BYTES:  # before it is read
        raise PictureTooLarge(most_bytes=MOST_BYTES, most_pixels=MOST_PIXELS)
    return redrawn(sent.read())


class PictureForm(forms.ModelForm[Shown]):
    """A form, on a PicturePage, of a row that has a picture; the address of the picture itself is not typed."""

    new_picture = forms.FileField(
        required=False,
        label="Picture",
        help_text="JPEG, PNG or WebP. Where it was taken and by which telephone is left out.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    no_picture = forms.BooleanField(required=False, label="Take the picture away")

    def clean_new_picture(self) -> Asset | None:
        """The picture as it was stored before the page's transaction began."""
        sent: Looked | None = self.cleaned_data["new_picture"] or None
        if sent is not None and sent.refusal:
            raise forms.ValidationError(sent.refusal)
        return None if sent is None else sent.asset


class PicturePage(AuditedPage[Shown]):
    """A page of rows with a picture in the column `picture_column`."""

    picture_column: ClassVar[str] = "picture_url"

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Draw and store what was sent first: the page is one transaction, and nobody books while SQLite waits for that."""
        sent = request.FILES.get("new_picture")
        if sent is not None and self.has_change_permission(request):
            request.FILES["new_picture"] = Looked(sent)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Shown, form: Any, change: bool) -> None:
        """As every row, with the picture that was chosen."""
        asset: Asset | None = form.cleaned_data.get("new_picture")
        if asset is not None:
            keep_picture(actor=actor_of(request), asset=asset, now=clock.now())
            setattr(obj, self.picture_column, address_of(asset))
        elif form.cleaned_data.get("no_picture"):
            setattr(obj, self.picture_column, "")
        super().save_model(request, obj, form, change)

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*(super().get_exclude(request, obj) or ()), self.picture_column)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "picture_now")

    def picture_now(self, obj: Shown) -> SafeString | str:
        """What is shown of the row today."""
        address = getattr(obj, self.picture_column, "")
        return format_html('<img src="{}" alt="" height="120">', address) if address else "none"
