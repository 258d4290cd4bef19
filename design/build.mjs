// Makes design/dist/: one style sheet, the scripts, the fonts, the marks. Names stay the same; the server adds the hash.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** What a student's page may weigh besides the font, compressed. */
const STUDENT_PAGE_BYTES_MAX = 90 * 1024;
const here = path.dirname(new URL(import.meta.url).pathname);
const dist = path.join(here, "dist");
const fonts = path.join(here, "node_modules/@fontsource-variable/inter/files");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

/** Paper is light: the theme's dark colours hold on screens only. */
const darkOnScreensOnly = {
  name: "dark on screens only",
  setup(bundle) {
    bundle.onLoad({ filter: /theme[/\\]fotfeste\.css$/ }, async (file) => {
      const theme = await readFile(file.path, "utf8");
      const dark = /(@layer ds\.theme\.color-scheme\.dark \{)([\s\S]*?)(\n\}\n+@layer )/;
      if (!dark.test(theme)) throw new Error("the theme has no dark colours where they were expected");
      return { contents: theme.replace(dark, "$1@media screen {$2\n}$3"), loader: "css" };
    });
  },
};

const shared = { absWorkingDir: here, bundle: true, minify: true, legalComments: "none", logLevel: "warning", outdir: "dist" };
await build({
  ...shared,
  entryPoints: { fotfeste: "css/main.css" },
  external: ["*.woff2"],
  plugins: [darkOnScreensOnly],
  target: ["chrome123", "firefox121", "safari17.5"],
});
await build({ ...shared, entryPoints: { app: "js/app.js", rank: "js/rank.js", passkey: "js/passkey.js" }, format: "esm", target: ["es2022"] });
await copyFile(path.join(fonts, "inter-latin-wght-normal.woff2"), path.join(dist, "inter-latin.woff2"));
await copyFile(path.join(fonts, "inter-latin-ext-wght-normal.woff2"), path.join(dist, "inter-latin-ext.woff2"));
await copyFile(path.join(here, "node_modules/@fontsource-variable/inter/LICENSE"), path.join(dist, "inter-license.txt"));
for (const mark of ["logo.svg", "mark.svg"]) await copyFile(path.join(here, "icons", mark), path.join(dist, mark));

const packed = {};
for (const name of (await readdir(dist)).sort()) {
  const bytes = await readFile(path.join(dist, name));
  packed[name] = gzipSync(bytes, { level: 9 }).length;
  const size = (await stat(path.join(dist, name))).size;
  console.log(`${name.padEnd(24)} ${String(size).padStart(8)} bytes  ${String(packed[name]).padStart(7)} compressed`);
}
const page = packed["fotfeste.css"] + packed["app.js"] + packed["rank.js"];
console.log(`styles and scripts of the heaviest student page: ${page} of ${STUDENT_PAGE_BYTES_MAX} bytes compressed`);
if (page > STUDENT_PAGE_BYTES_MAX) {
  console.error("too heavy: a student page may not weigh more than that besides the font");
  process.exit(1);
}
