"""`manage.py create_sample_data`: businesses, people, services, hours and appointments to look at and to try."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from almanac.booking.samples import create_appointments, create_waiting
from almanac.business.models import Business
from almanac.business.samples import create_businesses
from almanac.catalog.samples import create_bundles, create_catalogue, create_packages, create_products
from almanac.customers.samples import create_fields
from almanac.kit import clock
from almanac.payments.samples import create_accounts, create_gifts
from almanac.people.models import User, UserRole
from almanac.people.queries.accounts import actor_of_user
from almanac.people.samples import SamplePeople, create_people
from almanac.places import actions as places
from almanac.places.samples import create_areas
from almanac.sales.samples import create_coupon
from almanac.scheduling.samples import create_working_hours


class Command(BaseCommand):
    help = "Create sample data and demo sign-ins. Production refuses it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there is a business already")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Sample data and demo accounts are not for production.")
        if Business.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError("There is a business already. Sample data goes into an empty database only.")
        with transaction.atomic():
            people = self._create()
        self._write_down(people)

    def _create(self) -> SamplePeople:
        now = clock.now()
        places.import_sample(now=now)
        valclean, mentors = create_businesses()
        people = create_people(valclean, mentors, now=now)
        create_areas(people.staff)
        create_catalogue(valclean, mentors, people.staff)
        create_products(mentors, people.staff, now=now)
        create_packages(people.staff)
        create_bundles()
        create_coupon(valclean)
        create_working_hours(people.staff)
        create_accounts(settings.STAND_IN_URLS, is_on=settings.SAMPLE_PAYMENTS == "on")
        actors = {slug: actor_of_user(customer.user) for slug, customer in people.customers.items() if customer.user}
        create_appointments(people.customers, actors, now=now)
        admin = actor_of_user(User.objects.get(role=UserRole.ADMIN))
        create_gifts(valclean, people.customers["aisha"], admin, now=now)
        create_fields(valclean, people.customers, now=now)
        create_waiting(people.customers, actors, now=now)
        return people

    def _write_down(self, people: SamplePeople) -> None:
        """The passwords stand in no database: they are printed, and kept in a file that only this user reads."""
        lines = [f"{role:<14} {name:<10} {email:<28} {password}" for role, name, email, password in people.sign_ins]
        path = Path(settings.VAR_DIR) / "demo-sign-ins.txt"
        path.touch(mode=0o600)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.stdout.write("\n".join(lines))
