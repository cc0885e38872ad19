// Draws a chart from the table beside it; without this script the table says the same.
document.querySelectorAll("[data-chart]").forEach((place) => {
  const rows = [...document.getElementById(place.dataset.table).tBodies[0].rows];
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink-soft").trim();
  const seal = style.getPropertyValue("--seal").trim();
  const value = (row) => row.cells[1].dataset.value; // empty where it is not published
  const chart = echarts.init(place, null, { renderer: "svg" });
  chart.setOption({
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    textStyle: { color: ink },
    xAxis: { type: "category", data: rows.map((row) => row.cells[0].textContent), axisLabel: { color: ink } },
    yAxis: { type: "value", axisLabel: { color: ink }, splitLine: { lineStyle: { opacity: 0.3 } } },
    series: [{ type: place.dataset.chart, data: rows.map((row) => (value(row) ? Number(value(row)) : null)), itemStyle: { color: seal }, lineStyle: { color: seal } }],
    animation: false,
  });
  addEventListener("resize", () => chart.resize());
});
