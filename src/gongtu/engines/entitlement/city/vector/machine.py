"""Assembly made into machine code, once for each text, and called without Python's lock."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from threading import Lock
from typing import Any

from numpy.typing import NDArray

Array = NDArray[Any]
KEPT = 64  # texts
_ADDRESS, _COUNT = ctypes.c_void_p, ctypes.c_int64
_RUN = ctypes.CFUNCTYPE(_COUNT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _COUNT, _COUNT)
_compiling = Lock()


@cache
def missing() -> str:
    """Why this machine has no vector code; empty where it has."""
    if find_spec("llvmlite") is None:
        return "llvmlite is not installed"
    if sys.byteorder != "little":
        return "numbers lie in memory the other way round"
    import llvmlite.binding as llvm

    try:
        llvm.check_jit_execution()
    except OSError as refusal:
        return f"the system allows no code to be made ({refusal})"
    return ""


def available() -> bool:
    return not missing()


class Code:
    """Compiled assembly: its function `run` works on some chunks."""

    def __init__(self, text: str) -> None:
        import llvmlite.binding as llvm

        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        target = llvm.Target.from_default_triple().create_target_machine(
            cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(), opt=2
        )
        module = llvm.parse_assembly(text)
        module.verify()
        self._engine = llvm.create_mcjit_compiler(module, target)  # owns the code
        self._engine.finalize_object()
        self._run: Callable[..., int] = _RUN(self._engine.get_function_address("run"))

    def __call__(
        self, columns: Array, numbers: Array, scratch: Array, out: Array, chunks: range
    ) -> int:
        """Works on chunks, and says which comes next: their end, or one that lacks room.

        `out` holds addresses, as the code expects them.
        """
        addresses = (each.ctypes.data for each in (columns, numbers, scratch, out))
        return self._run(*addresses, chunks.start, chunks.stop)


@lru_cache(KEPT)
def _compiled(text: str) -> Code:
    return Code(text)


def compiled(text: str) -> Code:
    """The code of a text; rules with other thresholds have the same, and compile nothing."""
    with _compiling:
        return _compiled(text)


def compilations() -> int:
    """How often something was compiled in this process."""
    return _compiled.cache_info().misses
