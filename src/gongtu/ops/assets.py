"""`make assets`: fetch and cut what is vendored, and write down what it is.

Needs npm, and Noto CJK among the system's fonts; nobody needs it to run the platform.
"""

import hashlib
import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VENDOR = ROOT / "src" / "gongtu" / "web" / "static" / "vendor" / "echarts"
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


def main() -> None:
    """Fetch everything into a folder that goes away, and keep only what is shipped."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_charts(folder)
        describe()
        cut_fonts(folder)


def run(folder: Path, *command: str) -> None:
    """In that folder; the first failure ends everything."""
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - our own commands


def build_charts(folder: Path) -> None:
    """ECharts with the charts that the pages draw, and the SVG renderer alone."""
    (folder / "charts.js").write_text(CHARTS, "utf8")
    quiet = ("--silent", "--no-audit", "--no-fund")
    run(folder, "npm", "install", *quiet, f"echarts@{ECHARTS}", ESBUILD)
    VENDOR.mkdir(parents=True, exist_ok=True)
    options = ("--bundle", "--minify", "--format=iife", "--global-name=echarts", "--target=es2019")
    target = f"--outfile={VENDOR / 'echarts.min.js'}"
    esbuild = str(folder / "node_modules" / ".bin" / "esbuild")
    run(folder, esbuild, "charts.js", *options, "--legal-comments=none", target)
    licence = folder / "node_modules" / "echarts" / "LICENSE"
    (VENDOR / "LICENSE.txt").write_text(licence.read_text("utf8"), "utf8")


def describe() -> None:
    """Name, version, licence and digest of what is vendored."""
    files = (VENDOR / name for name in ("LICENSE.txt", "echarts.min.js"))
    digests = [f"| {f.name} | {hashlib.sha256(f.read_bytes()).hexdigest()} |" for f in files]
    head = f"""# Apache ECharts {ECHARTS}, {LICENCE}

Written by `make assets`; never edited. htmx comes with the package django-htmx.

| File | SHA-256 |
|---|---|
"""
    (VENDOR / "README.md").write_text(head + "\n".join(digests) + "\n", "utf8")


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
