"""Form fields for the administration: a text in several languages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from almanac.kit.localized import LocalizedText
from almanac.kit.text import many_lines


class LocalizedWidget(forms.MultiWidget):
    """One box a language."""

    def __init__(self, *, rows: int) -> None:
        self.languages = [code for code, _ in settings.LANGUAGES]
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.Textarea(attrs={"rows": rows, "placeholder": name}) for code, name in settings.LANGUAGES
        }
        super().__init__(boxes)

    def decompress(self, value: Any) -> list[str]:
        return [(value or {}).get(code, "") for code in self.languages]


class LocalizedField(forms.MultiValueField):
    """A text in the languages of the installation; empty ones are left out. English is needed where `required`."""

    widget: LocalizedWidget

    def __init__(self, *, rows: int = 1, required: bool = True, **options: Any) -> None:
        options.pop("encoder", None)
        options.pop("decoder", None)
        fields = [forms.CharField(required=required and code == "en") for code, _ in settings.LANGUAGES]
        super().__init__(
            fields, widget=LocalizedWidget(rows=rows), required=required, require_all_fields=False, **options
        )

    def compress(self, data_list: list[str]) -> LocalizedText:
        texts = zip((code for code, _ in settings.LANGUAGES), data_list, strict=False)
        return {code: clean for code, text in texts if (clean := many_lines(text or ""))}
