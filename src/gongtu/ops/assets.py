"""`make assets`: fetch and cut what is vendored, and write down what it is.

Needs npm, and Noto CJK among the system's fonts; nobody needs it to run the platform.
"""

import hashlib
import re
import subprocess
import tempfile
import venv
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
PACKAGES = {
    "bootstrap": ("5.3.9", "MIT"),
    "echarts": ("6.1.0", "Apache-2.0"),
    "@tabler/icons": ("3.51.0", "MIT"),
}
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
ICONS = (Path(__file__).parent / "icons.txt").read_text("ascii").split()


def main() -> None:
    """Fetch everything into a folder that goes away, and keep only what is shipped."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        VENDOR.mkdir(parents=True, exist_ok=True)
        packages = [f"{name}@{version}" for name, (version, _) in PACKAGES.items()]
        run(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", *packages, ESBUILD)
        modules = folder / "node_modules"
        keep_stylesheet(modules)
        build_charts(folder)
        draw_icons(modules / "@tabler" / "icons" / "icons" / "outline")
        keep_licences(modules)
        describe()
        cut_fonts(folder)


def run(folder: Path, *command: str) -> None:
    """In that folder; the first failure ends everything."""
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603


def keep_stylesheet(modules: Path) -> None:
    """Without the address of a source map, which hashed static files would look for."""
    css = (modules / "bootstrap" / "dist" / "css" / "bootstrap.min.css").read_text("utf8")
    css = re.sub(r"\s*/\*# sourceMappingURL=.*?\*/", "\n", css)
    (VENDOR / "bootstrap.min.css").write_text(css, "utf8")


def build_charts(folder: Path) -> None:
    """ECharts with the charts that the pages draw, and the SVG renderer alone."""
    (folder / "charts.js").write_text(CHARTS, "utf8")
    target = VENDOR / "echarts.min.js"
    options = ("--bundle", "--minify", "--format=iife", "--global-name=echarts", "--target=es2019")
    esbuild = folder / "node_modules" / ".bin" / "esbuild"
    run(folder, str(esbuild), "charts.js", *options, "--legal-comments=none", f"--outfile={target}")


def draw_icons(outlines: Path) -> None:
    """One sprite: `<svg><use href="…/icons.svg#check">`; strokes take the colour of the text."""
    symbols = []
    for icon in ICONS:
        svg = (outlines / f"{icon}.svg").read_text("utf8")
        shapes = re.sub(r"\s+", " ", svg.split(">", svg[: svg.index("<svg")].count(">") + 1)[-1])
        shapes = shapes.replace("</svg>", "").strip()
        symbols.append(f'<symbol id="{icon}" viewBox="0 0 24 24">{shapes}</symbol>')
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" '
        'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
    )
    (VENDOR / "icons.svg").write_text("\n".join([head, *symbols, "</svg>", ""]), "utf8")


def keep_licences(modules: Path) -> None:
    """Each licence as it came, under the name of its package."""
    for name in PACKAGES:
        text = next((modules / name).glob("LICENSE*")).read_text("utf8")
        (VENDOR / f"LICENSE.{name.split('/')[-1]}").write_text(text, "utf8")


def describe() -> None:
    """Name, version, licence and digest of what is vendored."""
    rows = [f"| {name} | {version} | {terms} |" for name, (version, terms) in PACKAGES.items()]
    files = sorted(file for file in VENDOR.iterdir() if file.name != "README.md")
    digests = [f"| {f.name} | {hashlib.sha256(f.read_bytes()).hexdigest()} |" for f in files]
    lines = [
        "# Vendored files",
        "",
        "Written by `make assets`; never edited. htmx comes with the package django-htmx.",
        "",
        "| Package | Version | Licence |",
        "|---|---|---|",
        *rows,
        "",
        "| File | SHA-256 |",
        "|---|---|",
        *digests,
        "",
    ]
    (VENDOR / "README.md").write_text("\n".join(lines), "utf8")


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
