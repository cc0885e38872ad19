"""`python -m tests.forking DOOR`: a platform that forks for each piece of code it is told.

What is killed is a real process with a connection of its own; only its start is shared.
"""

import os
import socket
import sys
import traceback
from typing import NoReturn

import django

from gongtu.ops.cli import nothing_thrown_away

LONGEST = 200_000


def serve(door: socket.socket) -> None:
    """A message is code and two ends for what it prints; the answers are its pid and its end."""
    while True:
        code, ends, _flags, _address = socket.recv_fds(door, LONGEST, 2)
        if not code:
            return
        child = os.fork()
        if child == 0:
            become(code.decode(), ends)
        for end in ends:
            os.close(end)
        door.send(str(child).encode())
        _pid, status = os.waitpid(child, 0)
        door.send(str(os.waitstatus_to_exitcode(status)).encode())


def become(code: str, ends: list[int]) -> NoReturn:
    """The code and nothing else; its process ends with it."""
    for place, end in enumerate(ends, start=1):
        os.dup2(end, place)
        os.close(end)
    status = 0
    try:
        exec(compile(code, "<told>", "exec"), {"__name__": "__main__"})  # noqa: S102 - a test's own
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    with nothing_thrown_away():
        django.setup()
        import tests.cast  # noqa: F401 - what nearly every piece of code begins with

    serve(socket.socket(fileno=int(sys.argv[1])))
