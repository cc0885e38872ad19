"""Addresses of cases."""

from django.urls import path

from gongtu.web.cases import views

app_name = "cases"

urlpatterns = [
    path("", views.list_cases, name="list_cases"),
    path("new/<slug:key>/", views.start_case, name="start_case"),
    path("new/<slug:key>/check/", views.check_answers, name="check_answers"),
    path("new/<slug:key>/discard/", views.discard_draft, name="discard_draft"),
    path("<str:number>/", views.show_case, name="show_case"),
    path("<str:number>/moves/<slug:move>/", views.make_move, name="make_move"),
    path("<str:number>/attach/", views.attach, name="attach"),
    path(
        "<str:number>/files/<int:attachment>/",
        views.download_attachment,
        name="download_attachment",
    ),
    path("<str:number>/remark/", views.remark, name="remark"),
    path("<str:number>/withdraw/", views.withdraw, name="withdraw"),
    path("<str:number>/reconsider/", views.ask_reconsideration, name="ask_reconsideration"),
    path("<str:number>/rate/", views.rate, name="rate"),
    path("<str:number>/rating/reply/", views.reply_to_rating, name="reply_to_rating"),
    path(
        "<str:number>/objections/<int:objection>/",
        views.answer_objection,
        name="answer_objection",
    ),
    path("<str:number>/letters/<int:letter>/", views.show_letter, name="show_letter"),
    path("<str:number>/letters/<int:letter>/pdf/", views.download_letter, name="download_letter"),
    path("<str:number>/letters/<int:letter>/serve/", views.serve_letter, name="serve_letter"),
]
