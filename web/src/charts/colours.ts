// The colours and type of the page for a canvas, which knows nothing of style sheets.
export interface Colours {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
  lines: [string, string];
  serif: string;
  sans: string;
}

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: of("--paper"),
    ink: of("--ink"),
    muted: of("--muted"),
    rule: of("--rule"),
    lines: [of("--link"), of("--accent")],
    serif: of("--serif"),
    sans: of("--sans"),
  };
}
