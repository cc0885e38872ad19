"""What anybody may read."""

from django.urls import path

from gongtu.web.public import views

app_name = "public"

urlpatterns = [
    path("", views.show_start, name="show_start"),
    path("statute/", views.list_articles, name="list_articles"),
    path("statute/corrections/", views.list_corrections, name="list_corrections"),
    path("statute/download/<slug:form>/", views.download_statute, name="download_statute"),
    path("statute/<str:number>/", views.show_article, name="show_article"),
    path("guides/", views.list_guides, name="list_guides"),
    path("guides/<slug:key>/", views.show_guide, name="show_guide"),
    path("certificates/", views.check_certificate, name="check_certificate"),
    path("certificates/corrections/", views.ask_correction, name="ask_correction"),
    path("certificates/presentation/", views.check_presentation, name="check_presentation"),
    path("certificates/offline/", views.check_offline, name="check_offline"),
    path("certificates/<str:code>/", views.show_verdict, name="show_verdict"),
    path("followed/<str:token>/", views.follow_case, name="follow_case"),
    path("certificates/corrections/<str:token>/", views.show_correction, name="show_correction"),
    path("shared/<str:token>/", views.show_share, name="show_share"),
    path("notices/", views.list_notices, name="list_notices"),
    path("notices/<int:notice>/", views.show_notice, name="show_notice"),
    path("draws/<int:draw>/", views.show_draw, name="show_draw"),
    path("assessors/", views.list_assessors, name="list_assessors"),
    path("assessors/<int:organisation>/", views.show_assessor, name="show_assessor"),
    path(
        "assessors/<int:organisation>/complaint/",
        views.complain_of_assessor,
        name="complain_of_assessor",
    ),
    path("assessors/plans/<str:number>/", views.show_plan, name="show_plan"),
    path("occupations/", views.list_occupations, name="list_occupations"),
    path("occupations/<str:code>/", views.show_occupation, name="show_occupation"),
    path("standards/", views.list_standards, name="list_standards"),
    path("standards/<int:version>/", views.show_standard, name="show_standard"),
    path("standards/<int:version>/changes/", views.compare_standard, name="compare_standard"),
    path("standards/<int:version>/file/", views.download_standard, name="download_standard"),
    path(
        "standards/<int:version>/comments/<int:comment>/",
        views.answer_comment,
        name="answer_comment",
    ),
    path("equivalence/", views.list_equivalences, name="list_equivalences"),
    path("equivalence/<slug:key>/", views.show_equivalence, name="show_equivalence"),
    path("abilities/", views.list_abilities, name="list_abilities"),
    path("abilities/<int:project>/", views.show_ability, name="show_ability"),
    path("recognition/", views.list_agreements, name="list_agreements"),
    path("credits/", views.list_credit_rules, name="list_credit_rules"),
    path("courses/", views.list_courses, name="list_courses"),
    path("courses/<int:announcement>/", views.show_course, name="show_course"),
    path("parameters/", views.list_parameters, name="list_parameters"),
    path("take-up/", views.show_take_up, name="show_take_up"),
    path("search/", views.search, name="search"),
    path("about/", views.show_about, name="show_about"),
    path("api/", views.show_api, name="show_api"),
]
