/// <reference types="vite/client" />
declare module "virtual:phrases" {
  type List = Record<string, readonly [string, string]>;
  type Lists = "measures" | "bases" | "units" | "bounds" | "frequencies" | "kinds" | "severities" | "verdicts" | "text_kinds";
  const phrases: Record<Lists, List>;
  export default phrases;
}
