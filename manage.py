#!/usr/bin/env python
"""Django's own commands; the platform's are `gongtu`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.dev")
    execute_from_command_line(sys.argv)
