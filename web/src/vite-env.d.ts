/// <reference types="vite/client" />
declare module "virtual:phrases" {
  type List = Record<string, readonly [string, string]>;
  const phrases: { measures: List; bases: List; units: List; bounds: List; frequencies: List; kinds: List; severities: List };
  export default phrases;
}
