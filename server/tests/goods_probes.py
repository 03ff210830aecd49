"""A request that works at each door to what is sold without a time: Cleo has bought Sam's booklet where it matters."""

from __future__ import annotations

from uuid import UUID

from allauth.account.models import EmailAddress

from almanac.booking.content import BasketContent, GoodsContent
from almanac.booking.models import Basket
from almanac.catalog.models import Package, Product
from almanac.files.actions import keep_private, store_private
from almanac.files.uploads import checked_pdf
from almanac.kit.actor import STRANGER
from almanac.kit.doors import Who
from almanac.payments.models import LineShare, Payment, PaymentState
from almanac.people.models import User
from almanac.sales.links import download_address, gift_card_token, pass_token
from almanac.sales.models import Entitlement, GiftCard, LineKind, OrderLine, VisitPass
from almanac.sales.passes import give_code
from tests.goods import BOOKLET, a_card
from tests.probe import Probe
from tests.shop import NOW
from tests.world import A_PDF, World

A_PRODUCT = {"mentor_id": "{sam}", "name": {"en": "A booklet"}, "price_amount": 900}


def _in_the_basket(world: World) -> None:
    """The basket holds the booklet."""
    basket = Basket.objects.get(expires_at__isnull=False, order=None, booked_by=None)
    content = BasketContent.model_validate_json(basket.content)
    content.goods = [GoodsContent(product_id=UUID(world.ids["product"]))]
    Basket.objects.filter(pk=basket.pk).update(content=content.model_dump_json())
    world.ids["good"] = str(content.goods[0].id)


def _bought(world: World) -> None:
    """Cleo's order holds the booklet too, and it is paid."""
    product = Product.objects.get(pk=world.ids["product"])
    line = OrderLine.objects.create(
        order=world.cleos.order,
        business=product.business,
        position=9,
        kind=LineKind.PRODUCT,
        name="Booklet",
        breakdown=[],
        total_amount=1_200,
        paid_amount=1_200,
        tax_rate_bp=0,
        tax_amount=0,
        product=product,
        delivered_at=NOW,
    )
    right = Entitlement.objects.create(line=line, product=product, given_at=NOW)
    world.ids["entitlement"] = str(right.pk)
    address = download_address(right.pk, UUID(world.ids["product_file"]), reader=STRANGER, now=NOW)
    world.ids["download"] = address.rsplit("/", 1)[1]


def _two_files(world: World) -> None:
    """The booklet has a second file."""
    owner = Product.objects.get(pk=world.ids["product"]).files_owner
    keep_private(store_private(checked_pdf(BOOKLET, name="second.pdf"), owner=owner, now=NOW), now=NOW)


def _card_in_the_basket(world: World) -> None:
    """The gift card pays for the basket."""
    basket = Basket.objects.get(order=None, booked_by=None)
    content = BasketContent.model_validate_json(basket.content)
    content.gift_cards = [UUID(world.ids["gift_card"])]
    Basket.objects.filter(pk=basket.pk).update(content=content.model_dump_json())


def _card_received(world: World) -> None:
    """Cleo was sent one, at the mailbox she has proven."""
    email = "cleo.canary@example.com"
    EmailAddress.objects.create(user=User.objects.get(username="cleo"), email=email, verified=True)
    card, _ = a_card(world.shop.business, recipient_email=email, sender_name="Gran Canary")
    GiftCard.objects.filter(pk=card.pk).update(delivered_at=NOW)


def _card_shown(world: World) -> None:
    """Everybody at the door has its letter."""
    token = gift_card_token(UUID(world.ids["gift_card"]), now=NOW)
    for caller in world.callers.values():
        caller.person.client.defaults["HTTP_X_GIFT_CARD_TOKEN"] = token


def _card_bought(world: World) -> None:
    """Cleo bought one."""
    line = OrderLine.objects.create(
        order=world.cleos.order,
        business=world.shop.business,
        position=8,
        kind=LineKind.GIFT_CARD,
        name="Gift card",
        breakdown=[],
        total_amount=5_000,
        tax_rate_bp=0,
        tax_amount=0,
    )
    GiftCard.objects.create(
        id=line.pk, line=line, business=world.shop.business, currency="GBP", amount=5_000, recipient_name="Gran Canary"
    )


def _pass_in_the_basket(world: World) -> None:
    """The package is named for the basket."""
    basket = Basket.objects.get(order=None, booked_by=None)
    content = BasketContent.model_validate_json(basket.content)
    content.passes = [UUID(world.ids["pass"])]
    Basket.objects.filter(pk=basket.pk).update(content=content.model_dump_json())


def _bundle_in_the_basket(world: World) -> None:
    """The basket has a bundle."""
    basket = world.callers[Who.BASKET].person.post("/basket/bundles", {"bundle_id": world.ids["bundle"]}).json()
    world.ids["bundle_instance"] = basket["bundles"][0]["id"]


def _pass_shown(world: World) -> None:
    """Everybody at the door has its letter."""
    token = pass_token(UUID(world.ids["pass"]), now=NOW)
    for caller in world.callers.values():
        caller.person.client.defaults["HTTP_X_PASS_TOKEN"] = token


def _pass_bought(world: World) -> None:
    """Cleo bought the package, and it is paid."""
    package = Package.objects.get(pk=world.ids["package"])
    line = OrderLine.objects.create(
        order=world.cleos.order,
        business=package.business,
        position=7,
        kind=LineKind.PACKAGE,
        name="Three Canary cleans",
        breakdown=[],
        total_amount=9_000,
        paid_amount=9_000,
        tax_rate_bp=0,
        tax_amount=0,
        delivered_at=NOW,
    )
    payment = Payment.objects.create(
        order=world.cleos.order,
        method="bank_transfer",
        amount=9_000,
        currency="GBP",
        state=PaymentState.CAPTURED,
        captured_at=NOW,
    )
    LineShare.objects.create(payment=payment, line=line, amount=9_000)
    held = VisitPass(
        id=line.pk,
        line=line,
        business=package.business,
        package=package,
        name=line.name,
        service_ids=package.service_ids,
        visits=3,
        amount=9_000,
        currency="GBP",
        issued_at=NOW,
    )
    give_code(held)
    held.save(force_insert=True)
    world.ids["bought_pass"] = str(held.pk)


A_PACKAGE = {
    "name": {"en": "Ten cleans"},
    "service_ids": ["{clean}"],
    "visits": 10,
    "price_amount": 30_000,
}
A_BUNDLE = {"name": {"en": "Both"}, "service_ids": ["{clean}", "{clean}"], "timing": "in_a_row"}
A_PASS_BY_HAND = {"package_id": "{package}", "customer_id": "{customer}", "reason": "late"}

A_GIFT_BY_HAND = {"business_id": "{business}", "amount": 1_000, "reason": "late"}

GOODS_PROBES: dict[str, Probe] = {
    "name_gift_card": Probe("put", "/basket/gift-cards", {"code": "{gift_code}"}),
    "drop_gift_card": Probe("delete", "/basket/gift-cards/{gift_card}", before=_card_in_the_basket),
    "gift_card_offers": Probe("get", "/gift-card-offers"),
    "gift_card_balance": Probe("post", "/gift-card-balance", {"code": "{gift_code}"}),
    "linked_gift_card": Probe("get", "/linked-gift-card", before=_card_shown),
    "my_gift_cards": Probe("get", "/my-gift-cards", before=_card_bought),
    "received_gift_cards": Probe("get", "/received-gift-cards", before=_card_received),
    "gift_cards": Probe("get", "/gift-cards"),
    "gift_cards_csv": Probe("get", "/gift-cards.csv"),
    "gift_card": Probe("get", "/gift-cards/{gift_card}"),
    "give_gift_card": Probe("post", "/gift-cards", A_GIFT_BY_HAND),
    "void_gift_card": Probe("post", "/gift-cards/{gift_card}/void", {"reason": "lost"}),
    "name_pass": Probe("put", "/basket/passes", {"code": "{pass_code}"}),
    "drop_pass": Probe("delete", "/basket/passes/{pass}", before=_pass_in_the_basket),
    "use_pass": Probe("put", "/basket/lines/{line}/pass", {"pass_id": "{pass}"}, before=_pass_in_the_basket),
    "pass_balance": Probe("post", "/pass-balance", {"code": "{pass_code}"}),
    "linked_pass": Probe("get", "/linked-pass", before=_pass_shown),
    "my_passes": Probe("get", "/my-passes", before=_pass_bought),
    "passes": Probe("get", "/passes"),
    "passes_csv": Probe("get", "/passes.csv"),
    "visit_pass": Probe("get", "/passes/{pass}"),
    "give_pass": Probe("post", "/given-passes", A_PASS_BY_HAND),
    "void_pass": Probe("post", "/passes/{pass}/void", {"reason": "lost"}),
    "refund_pass": Probe(
        "post", "/passes/{bought_pass}/refund", {"amount": 9_000, "note": "moves"}, before=_pass_bought
    ),
    "packages": Probe("get", "/packages"),
    "package": Probe("get", "/packages/three"),
    "catalogue_packages": Probe("get", "/catalogue/packages"),
    "catalogue_package": Probe("get", "/catalogue/packages/{package}"),
    "add_package": Probe("post", "/catalogue/packages", {**A_PACKAGE, "business_id": "{business}"}),
    "change_package": Probe("put", "/catalogue/packages/{package}", A_PACKAGE),
    "archive_package": Probe("post", "/catalogue/packages/{package}/archive", {"archived": True}),
    "bundles": Probe("get", "/bundles"),
    "bundle": Probe("get", "/bundles/both"),
    "put_bundle": Probe("post", "/basket/bundles", {"bundle_id": "{bundle}"}),
    "take_bundle_out": Probe("delete", "/basket/bundles/{bundle_instance}", before=_bundle_in_the_basket),
    "catalogue_bundles": Probe("get", "/catalogue/bundles"),
    "catalogue_bundle": Probe("get", "/catalogue/bundles/{bundle}"),
    "add_bundle": Probe("post", "/catalogue/bundles", {**A_BUNDLE, "business_id": "{business}"}),
    "change_bundle": Probe("put", "/catalogue/bundles/{bundle}", A_BUNDLE),
    "archive_bundle": Probe("post", "/catalogue/bundles/{bundle}/archive", {"archived": True}),
    "products": Probe("get", "/products"),
    "product": Probe("get", "/products/booklet"),
    "catalogue_products": Probe("get", "/catalogue/products"),
    "catalogue_product": Probe("get", "/catalogue/products/{product}"),
    "add_product": Probe("post", "/catalogue/products", {**A_PRODUCT, "business_id": "{business}"}),
    "change_product": Probe("put", "/catalogue/products/{product}", A_PRODUCT),
    "archive_product": Probe("post", "/catalogue/products/{product}/archive", {"archived": True}),
    "send_product_file": Probe("post", "/catalogue/products/{product}/files", A_PDF),
    "drop_product_file": Probe("delete", "/catalogue/products/{product}/files/{product_file}", before=_two_files),
    "add_good": Probe("post", "/basket/goods", {"product_id": "{product}"}),
    "remove_good": Probe("delete", "/basket/goods/{good}", before=_in_the_basket),
    "library": Probe("get", "/library", before=_bought),
    "make_download": Probe("post", "/library/{entitlement}/files/{product_file}", before=_bought),
    "download": Probe("get", "/downloads/{download}", before=_bought),
}
