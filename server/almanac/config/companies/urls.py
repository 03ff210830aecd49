"""Where companies send people back to: the address that is registered with each of them."""

from django.urls import path

from almanac.config.companies.views import callback

urlpatterns = [path("<slug:company>/callback/", callback, name="company_callback")]
