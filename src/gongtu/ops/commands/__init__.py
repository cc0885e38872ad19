"""The words of `gongtu`: each module says NAME, HELP, NEEDS_DJANGO, add_arguments and run."""
