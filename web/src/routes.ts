// Which page stands at which address. Pages that a reader seldom comes to first are chunks of their own.
import type { Route } from "./base/page";
import { overview } from "./pages/overview";
import { search } from "./pages/search";
import { article } from "./pages/article";

const id = "([^/]+)";
const at = (path: string): RegExp => new RegExp(`^${path}/?$`);

export const routes: Route[] = [
  { path: at(""), nav: "/", page: async () => overview },
  { path: at("/search"), nav: "/search", page: async () => search },
  { path: at("/issues"), nav: "/", page: async () => (await import("./pages/issues")).issues },
  { path: at(`/issues/${id}`), nav: "/", page: async () => (await import("./pages/issues")).issue },
  { path: at("/articles"), nav: "/", page: async () => (await import("./pages/articles")).articles },
  { path: at(`/articles/${id}`), nav: "/", page: async () => article },
  { path: at("/series"), nav: "/series", page: async () => (await import("./pages/series")).series },
  { path: at("/observations"), nav: "/series", page: async () => (await import("./pages/observations")).observations },
  { path: at("/observations/(.+)"), nav: "/series", page: async () => (await import("./pages/told")).observation },
  { path: at("/policies"), nav: "/policies", page: async () => (await import("./pages/policies")).policies },
  { path: at("/policies/(.+)"), nav: "/policies", page: async () => (await import("./pages/policy")).policy },
  { path: at("/findings"), nav: "/checks", page: async () => (await import("./pages/checks")).checks },
  { path: at("/findings/(.+)"), nav: "/checks", page: async () => (await import("./pages/told")).finding },
  { path: at("/check"), nav: "/checks", page: async () => (await import("./pages/manuscript")).manuscript },
  { path: at("/rules"), nav: "/checks", page: async () => (await import("./pages/rules")).rules },
  { path: at("/comply"), nav: "/comply", page: async () => (await import("./pages/comply")).comply },
  { path: at("/packs"), nav: "/comply", page: async () => (await import("./pages/packs")).packs },
  { path: at(`/packs/${id}`), nav: "/comply", page: async () => (await import("./pages/packs")).pack },
  { path: at("/decisions"), nav: "/comply", page: async () => (await import("./pages/decisions")).decisions },
  { path: at(`/decisions/${id}`), nav: "/comply", page: async () => (await import("./pages/decision")).decision },
  { path: at("/entities"), nav: "/entities", page: async () => (await import("./pages/entities")).entities },
  { path: at("/entities/(.+)"), nav: "/entities", page: async () => (await import("./pages/entity")).entity },
  { path: at("/places"), nav: "/places", page: async () => (await import("./pages/places")).places },
  { path: at("/desk"), nav: "/desk", page: async () => (await import("./pages/desk")).drafts },
  { path: at(`/desk/${id}`), nav: "/desk", page: async () => (await import("./pages/desk")).desk },
  { path: at("/about"), nav: "/about", page: async () => (await import("./pages/about")).about },
];
