import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { basename, dirname, extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly type: string;
  readonly body: Buffer<ArrayBuffer>;
}

/**
 * The page's own scripts, styles and icons by file name, which is how `/assets/` serves them; read once. They lie beside this file in `src` and the
 * compiler does not copy them to `dist`, so we find them from the root of the package.
 */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const folder = join(packageRoot(import.meta.dirname), 'src', 'web', 'assets');
  const assets = new Map<string, Asset>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(path)];
    if (type) assets.set(basename(path), { type, body: readFileSync(join(folder, path)) });
  }
  return assets;
}

/** Serves them below `/assets/`. */
export function assetRoute(app: Hono): void {
  const assets = loadAssets();
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    return asset
      ? c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' })
      : c.notFound();
  });
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('no package.json above the program');
  return packageRoot(above);
}
