"""Where each door stands."""

from allauth.headless.constants import Client
from django.contrib import admin
from django.urls import include, path

from almanac.config.api import api
from almanac.config.companies.views import StartView, no_such_door
from almanac.config.second_factor import totp_picture
from almanac.config.sign_in import admin_login, admin_logout

admin.site.site_header = admin.site.site_title = "Almanac administration"

urlpatterns = [
    path("api/", api.urls),
    path("admin/login/", admin_login),
    path("admin/logout/", admin_logout),
    path("admin/", admin.site.urls),
    path("accounts/", include("almanac.config.companies.urls")),
    path("_allauth/totp-picture", totp_picture),
    path("_allauth/browser/v1/companies/<slug:company>/start", StartView.as_api_view(client=Client.BROWSER)),
    path("_allauth/browser/v1/auth/provider/<slug:any>", no_such_door),
    path("_allauth/", include("allauth.headless.urls")),
]

handler404 = "almanac.config.problems.missing_page"
handler500 = "almanac.config.problems.broken_page"
