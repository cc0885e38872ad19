"""A holder's own wallet."""

from django.urls import path

from gongtu.web.wallet import views

app_name = "wallet"

urlpatterns = [
    path("", views.list_held, name="list_held"),
    path("certificates/<str:number>/share/", views.share_certificate, name="share_certificate"),
    path("shares/", views.list_shares, name="list_shares"),
    path("shares/<int:share>/", views.show_share, name="show_share"),
    path("shares/<int:share>/end/", views.end_share, name="end_share"),
]
