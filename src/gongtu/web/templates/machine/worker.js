{% load static %}const PAGE = "{{ page|escapejs }}";
const KEPT = [{% for address in kept %}"{{ address|escapejs }}", {% endfor %}];
const SHELF = "certificate-page-{{ shelf }}";
importScripts("{% static "js/verify/keeping.js" %}");
