"""A school's programmes, students and transcripts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.registers.credits import queries as credit_bank
from gongtu.registers.credits import services as register
from gongtu.web.http import Request, posts, signed_in, writes
from gongtu.web.school import crediting
from gongtu.web.school.own import own_school
from gongtu.web.written import made, show_form, written


@signed_in
@writes
def list_programmes(request: Request) -> HttpResponse:
    """The school's programmes with their rules; POST opens another."""
    school, by, on = own_school(request.capacity), request.capacity, request.on
    form = crediting.ProgrammeForm(request.POST or None)
    if written(form, lambda: register.open_programme(form.plan(), by=by, on=on)):
        messages.success(request, _("已公布。接下来写转化规则。"))
        return redirect("school:list_programmes")
    context = crediting.list_page(school, form, request)
    return show_form(request, "school/list_programmes.html", context)


@signed_in
@writes
def show_programme(request: Request, programme: int) -> HttpResponse:
    """One programme with terms, rules and students; POST publishes another rule."""
    found = crediting.own_programme(own_school(request.capacity), programme)
    form, by, on = crediting.RuleForm(request), request.capacity, request.on

    def write() -> None:
        register.add_rule(found.pk, form.taking(), since=form.cleaned_data["since"], by=by, on=on)

    if written(form, write):
        messages.success(request, _("规则已公布。"))
        return redirect("school:show_programme", programme)
    context = crediting.programme_page(found, form, request)
    return show_form(request, "school/show_programme.html", context)


@signed_in
@writes
def change_terms(request: Request, programme: int) -> HttpResponse:
    """What is asked of whoever begins from today on; who began before keeps their terms."""
    found = crediting.own_programme(own_school(request.capacity), programme)
    form, by, on = crediting.TermsForm(request.POST or None), request.capacity, request.on
    if written(form, lambda: register.change_terms(found.pk, **form.cleaned_data, by=by, on=on)):
        messages.success(request, _("已公布，自今天起开始的学员适用。"))
        return redirect("school:show_programme", programme)
    context = {"form": form, "programme": {"id": found.pk, "name": found.name}}
    return show_form(request, "school/change_terms.html", context)


@signed_in
@writes
def enrol_student(request: Request, programme: int) -> HttpResponse:
    """POST puts a learner on the rolls; who is there already has their transcript opened."""
    found = crediting.own_programme(own_school(request.capacity), programme)
    form, by, on = crediting.EnrolForm(request.POST or None), request.capacity, request.on
    if student := made(form, lambda: register.enrol(found.pk, **form.cleaned_data, by=by, on=on)):
        messages.success(request, _("已在册，成绩单在这里。"))
        return redirect("school:show_student", student.number)
    context = {"form": form, "programme": {"id": found.pk, "name": found.name}}
    return show_form(request, "school/enrol_student.html", context)


@signed_in
@posts
def end_rule(request: Request, rule: int) -> HttpResponse:
    """From tomorrow on the rule counts for nothing new."""
    own_school(request.capacity)
    ended = register.end_rule(rule, by=request.capacity, on=request.on)
    messages.success(request, _("规则已终止；已经申请和已经认定的不受影响。"))
    return redirect("school:show_programme", ended.programme_id)


@signed_in
@writes
def show_student(request: Request, number: str) -> HttpResponse:
    """A student's transcript; POST enters a course that the school taught."""
    school, by, on = own_school(request.capacity), request.capacity, request.on
    student = credit_bank.get_student(number, school=school.pk)
    form = crediting.StudyForm(request.POST or None)
    if written(form, lambda: register.record_study(number, form.line(), by=by, on=on)):
        messages.success(request, _("已登记。"))
        return redirect("school:show_student", number)
    return show_form(request, "school/show_student.html", crediting.student_page(student, form))
