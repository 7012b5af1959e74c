// The mark of the house: a weather vane, which is what 风标 means.
import { s } from "../base/dom";

export const vane = (): SVGElement =>
  s(
    "svg",
    { viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true", class: "vane" },
    s("path", { d: "M12 4v16M7.5 20.500h9M4 9.500h13", fill: "none", stroke: "currentColor", "stroke-width": 1.8 }),
    s("path", { d: "M15 5.500 21.500 9.500 15 13.500z", fill: "currentColor" }),
  );
