"""`make assets`: fetch and cut what is vendored, and write down what it is.

Needs npm, and Noto CJK among the system's fonts; nobody needs it to run the platform.
"""

import hashlib
import json
import subprocess
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VENDOR = ROOT / "src" / "gongtu" / "web" / "static" / "vendor"
FONTS = ROOT / "src" / "gongtu" / "base" / "fonts"
NOTO = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED = 2
FACES = ("Serif-Regular", "Sans-Regular", "Sans-Bold")
# Latin with its accents, dashes and quotes, and the zero of 二〇二六年.
BEYOND_GB2312 = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2010, 0x2028),
    range(0x3007, 0x3008),
)
ECHARTS, LICENCE = "6.1.0", "Apache-2.0"
ESBUILD = "esbuild@0.25"
CHARTS = """
import * as echarts from "echarts/core";
import { BarChart, LineChart, PieChart, HeatmapChart, CustomChart } from "echarts/charts";
import {
  AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent,
  TitleComponent, TooltipComponent, VisualMapComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
echarts.use([
  BarChart, LineChart, PieChart, HeatmapChart, CustomChart,
  AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent,
  TitleComponent, TooltipComponent, VisualMapComponent, SVGRenderer,
]);
export const init = echarts.init;
export const getInstanceByDom = echarts.getInstanceByDom;
"""
# What a browser may lack to check a certificate: curves, digests, unpacking, codes in pictures.
VERIFIERS = {
    "@noble/curves": "2.4.0",
    "@noble/hashes": "2.4.0",
    "sm-crypto-v2": "1.15.1",
    "fflate": "0.8.3",
    "qr": "0.7.0",
}
# What SM2 stands on: older releases of the same curves, beside the others.
BENEATH = {
    "sm-crypto-v2": {
        "@noble/curves": "1.9.7",
        "@noble/hashes": "1.8.0",
        "@noble/ciphers": "1.3.0",
    }
}
VERIFYING = """
export { ed25519 } from "@noble/curves/ed25519.js";
export { p256, p384 } from "@noble/curves/nist.js";
export { sha256, sha384 } from "@noble/hashes/sha2.js";
export { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
export { sm2, sm3 } from "sm-crypto-v2";
export { gunzipSync, inflateSync } from "fflate";
export { default as readCode } from "qr/decode.js";
"""
QUIET = ("--silent", "--no-audit", "--no-fund")
SMALL = ("--bundle", "--minify", "--legal-comments=none")


def main() -> None:
    """Fetch everything into a folder that goes away, and keep only what is shipped."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_charts(folder)
        build_verifiers(folder)
        cut_fonts(folder)


def run(folder: Path, *command: str) -> None:
    """In that folder; the first failure ends everything."""
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - our own commands


def build_charts(folder: Path) -> None:
    """ECharts with the charts that the pages draw, and the SVG renderer alone."""
    target = VENDOR / "echarts"
    options = ("--format=iife", "--global-name=echarts", "--target=es2019")
    bundle(folder, {"echarts": ECHARTS}, CHARTS, target / "echarts.min.js", *options)
    licence = folder / "node_modules" / "echarts" / "LICENSE"
    (target / "LICENSE.txt").write_text(licence.read_text("utf8"), "utf8")
    beside = "htmx comes with the package django-htmx."
    describe(target, f"Apache ECharts {ECHARTS}, {LICENCE}", beside)


def build_verifiers(folder: Path) -> None:
    """The libraries of the page that checks certificates without a network, as one module."""
    target = VENDOR / "verify"
    options = ("--format=esm", "--target=es2020", "--external:crypto")
    bundle(folder, VERIFIERS, VERIFYING, target / "libraries.min.js", *options)
    modules = folder / "node_modules"
    whole = [(modules / name, f"{name} {version}") for name, version in VERIFIERS.items()]
    whole += [(found, f"{name} {version}") for found, name, version in beneath(modules)]
    licences = (f"{told}\n\n{licence_of(package)}" for package, told in whole)
    (target / "LICENSE.txt").write_text("\n\n".join(licences), "utf8")
    told = ", ".join(told for _package, told in whole)
    describe(target, f"{told}: MIT", "What a browser can do by itself is left to it.")


def beneath(modules: Path) -> Iterator[tuple[Path, str, str]]:
    """Where npm put what others stand on: with them, or beside them if nobody else asks for it."""
    for above, packages in BENEATH.items():
        own = modules / above / "node_modules"
        for name, version in packages.items():
            found = own / name if (own / name).exists() else modules / name
            if json.loads((found / "package.json").read_text("utf8"))["version"] != version:
                raise SystemExit(f"{above} came with another {name} than {version}.")
            yield found, name, version


def licence_of(package: Path) -> str:
    """MIT, where a package offers a choice."""
    names = ("LICENSE-MIT", "LICENCE_MIT", "LICENSE")
    return next(package / one for one in names if (package / one).exists()).read_text("utf8")


def bundle(
    folder: Path, packages: dict[str, str], source: str, target: Path, *options: str
) -> None:
    """What the source takes from these packages, in one small file."""
    (folder / "source.js").write_text(source, "utf8")
    named = (f"{name}@{version}" for name, version in packages.items())
    run(folder, "npm", "install", *QUIET, *named, ESBUILD)
    target.parent.mkdir(parents=True, exist_ok=True)
    esbuild = str(folder / "node_modules" / ".bin" / "esbuild")
    run(folder, esbuild, "source.js", *SMALL, *options, f"--outfile={target}")


def describe(folder: Path, title: str, beside: str) -> None:
    """Name, version, licence and digest of what is vendored."""
    files = sorted(each for each in folder.iterdir() if each.suffix in {".js", ".txt"})
    digests = [f"| {f.name} | {hashlib.sha256(f.read_bytes()).hexdigest()} |" for f in files]
    head = f"""# {title}

Written by `make assets`; never edited. {beside}

| File | SHA-256 |
|---|---|
"""
    (folder / "README.md").write_text(head + "\n".join(digests) + "\n", "utf8")


def characters() -> str:
    """Latin, punctuation, all of GB 2312, and the rare characters that names are written in."""
    rows = (bytes([a, b]) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    standard = "".join(row.decode("gb2312", "ignore") for row in rows)
    beyond = "".join(chr(code) for codes in BEYOND_GB2312 for code in codes)
    return standard + beyond + (FONTS / "rare.txt").read_text("utf8").replace("\n", "")


def cut_fonts(folder: Path) -> None:
    """Each face of Noto CJK down to the characters that letters and certificates may need."""
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    run(folder, python, "-m", "pip", "install", "-q", "fonttools~=4.60")
    (folder / "characters.txt").write_text(characters(), "utf8")
    for face in FACES:
        family, weight = face.split("-")
        source = NOTO / f"Noto{family}CJK-{weight}.ttc"
        options = ("--no-hinting", "--layout-features=kern,locl", "--name-IDs=*")
        texts = ("--text-file=characters.txt", f"--font-number={SIMPLIFIED}")
        target = f"--output-file={FONTS / f'NotoCJK-{face}.otf'}"
        run(folder, python, "-m", "fontTools.subset", str(source), *texts, *options, target)


if __name__ == "__main__":
    main()
