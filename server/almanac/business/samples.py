"""Sample businesses: VALClean at the customer's door, and mentors online."""

from __future__ import annotations

from almanac.business.models import Business, Location, Setting
from almanac.business.policies import BookingPolicy, InvoicePolicy

VALCLEAN_LTD = {
    "legal_name": "VALClean Ltd",
    "address": "12 Lavender Hill\nLondon SW11 5RW",
    "company_number": "00000001",  # a sample, as the VAT numbers are
    "vat_number": "GB999999973",
    "footer": "By bank transfer: VALClean Ltd, 00-00-00, 00000000. Please name the number of the invoice.",
}
MENTORS_LTD = {
    "legal_name": "Almanac Mentors Ltd",
    "address": "1 Sample Street\nLondon EC1A 1BB",
    "company_number": "00000002",
    "vat_number": "GB999999974",
}


def create_businesses() -> tuple[Business, Business]:
    """VALClean and the mentors, each with its place, words and booking rules."""
    valclean = Business.objects.create(
        slug="valclean",
        name="VALClean",
        order_prefix="VC",
        currency="GBP",
        zone="Europe/London",
        languages=["en"],
        tagline={
            "en": "Cleaning, repairs and gardens, done by people you get to know.",
            "uk": "Прибирання, ремонт і сади: працюють люди, яких ви знатимете.",
            "es": "Limpieza, reparaciones y jardines, a cargo de personas que llegará a conocer.",
            "fr": "Ménage, réparations et jardins, par des personnes que vous apprendrez à connaître.",
            "de": "Reinigung, Reparaturen und Gärten, von Menschen, die Sie kennenlernen.",
        },
        staff_word={"en": "cleaner", "uk": "прибиральник", "es": "limpiador", "fr": "agent", "de": "Reinigungskraft"},
        accent="#1D6B57",
        phone="020 7946 0123",
        email="hello@valclean.uk",
        position=1,
    )
    mentors = Business.objects.create(
        slug="mentors",
        name="Almanac Mentors",
        order_prefix="MT",
        currency="GBP",
        zone="Europe/London",
        languages=["en", "uk", "es", "fr", "de"],
        tagline={
            "en": "An hour with somebody who has done it before.",
            "uk": "Година з тим, хто вже це робив.",
            "es": "Una hora con alguien que ya lo ha hecho.",
            "fr": "Une heure avec quelqu’un qui l’a déjà fait.",
            "de": "Eine Stunde mit jemandem, der es schon getan hat.",
        },
        staff_word={"en": "mentor", "uk": "наставник", "es": "mentor", "fr": "mentor", "de": "Mentor"},
        accent="#3D4E8A",
        phone="020 7946 0456",
        email="hello@mentors.example",
        visits_at_customer=False,
        position=2,
    )
    Location.objects.create(
        business=valclean,
        name="VALClean office",
        address_line="12 Lavender Hill",
        postcode="SW11 5RW",
        latitude=51.4640,
        longitude=-0.1655,
        phone=valclean.phone,
    )
    Setting.objects.create(
        business=mentors,
        group=BookingPolicy.group,
        values={"lead_time_minutes": 180, "slot_interval_minutes": 30, "assignment": "round_robin"},
    )
    for business, values in ((valclean, VALCLEAN_LTD), (mentors, MENTORS_LTD)):
        Setting.objects.create(business=business, group=InvoicePolicy.group, values=values)
    often = {"most_by_card": 1_000, "most_by_email": 1_000, "most_by_address": 1_000}
    for business in (valclean, mentors):  # whoever tries things out pays again and again, with the one card for trying
        Setting.objects.create(business=business, group="review", values=often)
    Setting.objects.create(business=valclean, group="gift_cards", values={"gift_cards_sold": True})
    Setting.objects.create(business=mentors, group="earnings", values={"people_earn": True, "commission_percent": 15})
    return valclean, mentors
