"""Addresses of one's own account."""

from django.urls import path

from gongtu.web.account import deaths, messages, people, views

app_name = "account"
urlpatterns = [
    path("", views.show_account, name="show_account"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("demo/", views.enter_demo, name="enter_demo"),
    path("capacity/", views.switch_capacity, name="switch_capacity"),
    path("identity/", views.prove_identity, name="prove_identity"),
    path("erasure/", views.ask_erasure, name="ask_erasure"),
    path("consents/", views.give_consent, name="give_consent"),
    path("consents/<int:consent>/withdraw/", views.withdraw_consent, name="withdraw_consent"),
    path("delegation/", views.delegate, name="delegate"),
    path("delegations/<int:delegation>/end/", views.end_delegation, name="end_delegation"),
    path("people/", people.find_people, name="find_people"),
    path("people/<uuid:person>/", people.show_person, name="show_person"),
    path("people/<uuid:person>/death/", deaths.record_death, name="record_death"),
    path("people/<uuid:person>/death/take-back/", deaths.take_back_death, name="take_back_death"),
    path("photos/<int:candidate>/", people.download_photo, name="download_photo"),
    path("messages/", messages.list_messages, name="list_messages"),
    path("messages/read/", messages.read_all_messages, name="read_all_messages"),
    path("messages/<int:message>/", messages.show_message, name="show_message"),
    path("access-log/", views.show_access_log, name="show_access_log"),
]
