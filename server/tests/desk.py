"""Somebody of the team at the phone, who fills a basket for the caller over the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from almanac.people.models import StaffMember
from tests.shop import WEDNESDAY_TEN, Visitor

EVENING = WEDNESDAY_TEN + timedelta(hours=9)  # the day's hours are over at five


@dataclass
class Desk(Visitor):
    """Somebody of the team at the phone: every request is about the caller's basket."""

    def get(self, path: str, **headers: str) -> Any:
        return super().get(path, x_basket="phone", **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return super().post(path, body, x_basket="phone", **headers)

    def put(self, path: str, body: Any = None, **headers: str) -> Any:
        return super().put(path, body, x_basket="phone", **headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> Any:
        return super().patch(path, body, x_basket="phone", **headers)

    def pick_up(self) -> Any:
        return self.post("/phone-bookings", {"business": "valclean"})

    def choose(self, customer_id: object) -> Any:
        return self.put("/phone-bookings/caller", {"customer_id": str(customer_id) if customer_id else None})

    def exactly(self, staff: StaffMember, at: datetime = EVENING, **more: Any) -> Any:
        body = {"line_id": self.line_id(), "starts_at": at.isoformat(), "staff_id": str(staff.pk)}
        return self.post("/phone-bookings/time", {**body, **more})

    def would(self, staff: StaffMember, at: datetime = EVENING) -> Any:
        body = {"line_id": self.line_id(), "starts_at": at.isoformat(), "staff_id": str(staff.pk)}
        return self.post("/phone-bookings/time/preview", body).json()
