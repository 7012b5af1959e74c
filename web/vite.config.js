// How the application is built: one small first chunk, the charts in a chunk of their own, nothing inline, so that the strictest
// content security policy holds.
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { phrases_file, phrases_module } from "./phrases.js";

const phrases = {
  name: "phrases",
  resolveId: (id) => (id === "virtual:phrases" ? "\0phrases" : undefined),
  load(id) {
    if (id !== "\0phrases") return undefined;
    this.addWatchFile(phrases_file);
    return phrases_module(readFileSync);
  },
};

const asset = "assets/[name]-[hash]";

export default defineConfig({
  plugins: [phrases],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rollupOptions: { output: { entryFileNames: `${asset}.js`, chunkFileNames: `${asset}.js`, assetFileNames: `${asset}[extname]` } },
  },
  server: {
    proxy: {
      "/api": {
        target: process.env.FENGBIAO_SERVE ?? "http://127.0.0.1:8080",
        changeOrigin: true,
        configure: (proxy) => proxy.on("proxyReq", (request) => request.removeHeader("origin")), // it is of this server, not of the other
      },
    },
  },
});
