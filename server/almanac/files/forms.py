"""A picture in the administration: chosen, looked at before it is taken, taken away again."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from almanac.files.actions import keep_picture
from almanac.files.errors import PictureTooLarge, PictureUnreadable
from almanac.files.pictures import MOST_BYTES, Picture, redrawn
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


class PictureForm(forms.ModelForm[Shown]):
    """A form of a row that has a picture; the address of the picture itself is not typed."""

    new_picture = forms.FileField(
        required=False,
        label="Picture",
        help_text="JPEG, PNG or WebP. Where it was taken and by which telephone is left out.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    no_picture = forms.BooleanField(required=False, label="Take the picture away")

    def clean_new_picture(self) -> Picture | None:
        """The picture drawn anew, before anything is saved."""
        sent: UploadedFile[Any] | None = self.cleaned_data["new_picture"]
        if not sent:
            return None
        try:
            if (sent.size or 0) > MOST_BYTES:
                raise forms.ValidationError(TOO_LARGE)
            return redrawn(sent.read())
        except PictureTooLarge as error:
            raise forms.ValidationError(TOO_LARGE) from error
        except PictureUnreadable as error:
            raise forms.ValidationError(UNREADABLE[error.reason]) from error


class PicturePage(AuditedPage[Shown]):
    """A page of rows with a picture in the column `picture_column`."""

    picture_column: ClassVar[str] = "picture_url"

    def save_model(self, request: HttpRequest, obj: Shown, form: Any, change: bool) -> None:
        """As every row, with the picture that was chosen."""
        picture: Picture | None = form.cleaned_data.get("new_picture")
        if picture is not None:
            asset = keep_picture(actor=actor_of(request), picture=picture, now=clock.now())
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
