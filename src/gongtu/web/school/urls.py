"""Addresses of a school's pages."""

from django.urls import path

from gongtu.web.school import views

app_name = "school"

urlpatterns = [
    path("", views.show_home, name="show_home"),
    path("entitlements/", views.list_entitlements, name="list_entitlements"),
    path("entitlements/<slug:key>/claim/", views.claim, name="claim"),
    path("entitlements/<slug:key>/decline/", views.decline, name="decline"),
    path(
        "entitlements/declined/<int:decline>/revoke/", views.revoke_decline, name="revoke_decline"
    ),
]
