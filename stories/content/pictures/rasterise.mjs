/**
 * Draws every SVG of this folder as WebP, 480, 960 and 1440 pixels wide, in a local Chromium. Run
 * `node stories/content/pictures/rasterise.mjs [name ...]` after a change of an SVG; without names it draws all.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { PICTURE_SIZES } from '../../../scripts/build-sample-feed.mjs';
import { findChromium } from '../../../scripts/browsers.mjs';

const FOLDER = path.dirname(fileURLToPath(import.meta.url));
const QUALITY = 0.86;

const wanted = process.argv.slice(2);
const names = (await readdir(FOLDER))
  .filter((file) => file.endsWith('.svg'))
  .map((file) => path.basename(file, '.svg'))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const name of names) {
    const svg = await readFile(path.join(FOLDER, `${name}.svg`), 'utf8');
    for (const { width, height } of PICTURE_SIZES) {
      const base64 = await page.evaluate(draw, { svg, width, height, quality: QUALITY });
      const bytes = Buffer.from(base64, 'base64');
      await writeFile(path.join(FOLDER, `${name}-${width}.webp`), bytes);
      console.log(`${name}-${width}.webp ${(bytes.length / 1000).toFixed(1)} kB`);
    }
  }
} finally {
  await browser.close();
}

/** Runs in the browser. */
async function draw({ svg, width, height, quality }) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(image.src);
  const url = canvas.toDataURL('image/webp', quality);
  if (!url.startsWith('data:image/webp')) throw new Error('this browser cannot write WebP');
  return url.slice(url.indexOf(',') + 1);
}
