"""A holder's own wallet."""

from django.urls import path

from gongtu.web.wallet import views

app_name = "wallet"

urlpatterns = [
    path("", views.list_held, name="list_held"),
    path("certificates/<str:number>/", views.show_held, name="show_held"),
    path("certificates/<str:number>/share/", views.share_certificate, name="share_certificate"),
    path(
        "certificates/<str:number>/present/",
        views.present_certificate,
        name="present_certificate",
    ),
    path("export/", views.export_everything, name="export_everything"),
    path("elsewhere/keep/", views.keep_elsewhere, name="keep_elsewhere"),
    path("elsewhere/<int:kept>/", views.show_elsewhere, name="show_elsewhere"),
    path("elsewhere/<int:kept>/drop/", views.drop_elsewhere, name="drop_elsewhere"),
    path("shares/", views.list_shares, name="list_shares"),
    path("shares/<int:share>/", views.show_share, name="show_share"),
    path("shares/<int:share>/end/", views.end_share, name="end_share"),
    path("shares/<int:share>/delete/", views.delete_share, name="delete_share"),
]
