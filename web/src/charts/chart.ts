// The picture of one or two series, drawn by ECharts on a canvas: actual values as a solid line, forecasts and targets dashed, values that
// disagree as separate points with the name of who reports them, gaps as gaps. Sources and the day of the last report stand in the picture,
// so that an exported SVG or PNG can stand alone. Tips are drawn on the canvas: markup with style attributes would need a weaker policy.
import { init, use, type EChartsCoreOption } from "echarts/core";
import { LineChart, ScatterChart } from "echarts/charts";
import { GraphicComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { LabelLayout } from "echarts/features";
import type { Series } from "../base/records";
import { colours, type Colours } from "./colours";
import { option } from "./option";

use([LineChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, TooltipComponent, GraphicComponent, CanvasRenderer, SVGRenderer, LabelLayout]);

export interface DrawnChart {
  svg(): void;
  png(): void;
}

const PRINTED: Colours = {
  paper: "#FFFFFF",
  ink: "#1C1B1A",
  muted: "#6B6762",
  rule: "#E4E0D8",
  lines: ["#1F4E79", "#B0352B"],
  serif: '"Noto Serif CJK SC", "Noto Serif SC", "Songti SC", serif',
  sans: '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", sans-serif',
};

function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function draw_chart(place: HTMLElement, all: Series[]): DrawnChart | null {
  const make = (c: Colours, width: number, exported: boolean): EChartsCoreOption | null => option(all, c, width, exported);
  if (!make(PRINTED, 900, true)) return null;
  place.replaceChildren();
  const chart = init(place, null, { renderer: "canvas" });
  const redraw = (): void => {
    chart.resize({ width: "auto", height: "auto" });
    chart.setOption(make(colours(), place.clientWidth, false)!, true);
  };
  redraw();
  let width = place.clientWidth;
  const watch = new ResizeObserver(() => {
    if (!place.isConnected) return end();
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      redraw();
    }
  });
  const light = (): void => (place.isConnected ? redraw() : end());
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  // On paper it is as wide as the paper, in ink.
  const to_paper = (): void => {
    if (!place.isConnected) return end();
    chart.resize({ width: 640, height: 380 });
    chart.setOption(make(PRINTED, 640, false)!, true);
  };
  const from_paper = (): void => (place.isConnected ? redraw() : end());
  function end(): void {
    removeEventListener("beforeprint", to_paper);
    removeEventListener("afterprint", from_paper);
    watch.disconnect();
    document.removeEventListener("light", light);
    scheme.removeEventListener("change", light);
    chart.dispose();
  }
  watch.observe(place);
  addEventListener("beforeprint", to_paper);
  addEventListener("afterprint", from_paper);
  document.addEventListener("light", light);
  scheme.addEventListener("change", light);
  const name = `fengbiao-${all
    .map((s) => s.indicator ?? s.id)
    .join("-")
    .replace(/[\\/:*?"<>|\s]+/g, "_")}`;
  return {
    svg() {
      const still = init(null as unknown as HTMLElement, null, { renderer: "svg", ssr: true, width: 900, height: 520 });
      still.setOption(make(PRINTED, 900, true)!);
      save(`${name}.svg`, new Blob([still.renderToSVGString()], { type: "image/svg+xml" }));
      still.dispose();
    },
    png() {
      const box = document.createElement("div");
      box.className = "off-screen";
      document.body.append(box);
      const still = init(box, null, { renderer: "canvas", devicePixelRatio: 2, width: 900, height: 520 });
      still.setOption(make(PRINTED, 900, true)!);
      const canvas = still.renderToCanvas({ backgroundColor: PRINTED.paper, pixelRatio: 2 });
      canvas.toBlob((blob) => {
        if (blob) save(`${name}.png`, blob);
        still.dispose();
        box.remove();
      }, "image/png");
    },
  };
}
