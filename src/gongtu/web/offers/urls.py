"""Addresses of what is offered, the same for everybody to whom something may be owed."""

from django.urls import path

from gongtu.web.offers import views

app_name = "offers"

urlpatterns = [
    path("", views.list_offers, name="list_offers"),
    path("owed/", views.list_entitlements, name="list_entitlements"),
    path("<int:offer>/why/", views.tell_why, name="tell_why"),
    path("declined/<int:decline>/revoke/", views.revoke_decline, name="revoke_decline"),
    path("<slug:key>/claim/", views.claim, name="claim"),
    path("<slug:key>/decline/", views.decline, name="decline"),
]
