// Every QR code of the published pages, booklets and single files, read by zbar (zbarimg) and by jsQR: both read the same, it is a
// visiting card, and it names whom the picture's words name. codes_test.mjs WORK, the folder that browser.sh fills.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './browser.mjs';

const work = process.argv[2], folder = join(work, 'codes'), square = 4;
const jsQR = packages('jsqr');
let passed = 0, failed = 0;
const check = (right, words) => { if (right) ++passed; else { ++failed; console.log(words); } };
const text = html => html.replace(/&(lt|gt|quot|amp|#(\d+));/g, (_, name, number) => number ? String.fromCodePoint(number) : { lt: '<', gt: '>', quot: '"', amp: '&' }[name]);
// In a card what has a meaning stands behind a backslash.
const plain = card => card.replace(/\\(.)/g, '$1');

// Each code once, with the words for who cannot see it and where it was met first.
const codes = new Map();
let met = 0;
for (const path of readdirSync(work, { recursive: true }).filter(p => p.endsWith('.html'))) {
  for (const [, width, words, strokes] of readFileSync(join(work, path), 'utf8').matchAll(/<svg class="qr" viewBox="-\d+ -\d+ (\d+) \d+"[^>]*aria-label="([^"]*)"[^>]*>\s*<path[^>]* d="([^"]*)"/g)) {
    ++met;
    if (!codes.has(words + strokes)) codes.set(words + strokes, { path, width: +width, words: text(words), strokes });
  }
}
// A picture of it: the strokes are one square high and go from the left to the right.
const drawn = ({ width, strokes }) => {
  const side = width * square, pixels = new Uint8Array(side * side).fill(255);
  let x = 0, y = 0;
  for (const [, move, dx, dy, run] of strokes.matchAll(/([Mm])([\d.-]+)[ ,]([\d.-]+)h(\d+)/g)) {
    [x, y] = move === 'M' ? [+dx, +dy] : [x + +dx, y + +dy];
    for (let row = 0; row < square; ++row) pixels.fill(0, ((Math.floor(y) + 4) * square + row) * side + (x + 4) * square, ((Math.floor(y) + 4) * square + row) * side + (x + 4 + +run) * square);
    x += +run;
  }
  return [side, pixels];
};
mkdirSync(folder, { recursive: true });
const all = [...codes.values()];
all.forEach((code, i) => {
  const [side, pixels] = drawn(code);
  code.file = join(folder, `${i}.pgm`);
  writeFileSync(code.file, Buffer.concat([Buffer.from(`P5\n${side} ${side}\n255\n`), pixels]));
  code.jsqr = jsQR(Uint8ClampedArray.from({ length: side * side * 4 }, (_, k) => k % 4 === 3 ? 255 : pixels[k >> 2]), side, side)?.data;
});
// Raw, since its XML tells bytes beyond ASCII wrongly: a line for each picture, and none where it finds no code.
const zbar = files => { try { return execFileSync('zbarimg', ['--quiet', '--raw', '--nodbus', ...files], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n').slice(0, -1); } catch { return []; } };
for (let from = 0; from < all.length; from += 50) {
  const some = all.slice(from, from + 50), lines = zbar(some.map(code => code.file));
  some.forEach((code, i) => { [code.zbar] = lines.length === some.length ? [lines[i]] : zbar([code.file]); });
}
for (const { path, words, jsqr, zbar } of all) {
  check(jsqr !== undefined && zbar === jsqr, `${path}, ${words}: zbar reads ${zbar}, jsQR ${jsqr}`);
  const name = jsqr?.match(/^MECARD:N:((?:\\.|[^;\\])*);/)?.[1];
  check(name !== undefined && words.trim().endsWith(plain(name).trim()), `${path}, ${words}: the card is ${jsqr}`);
}
check(all.length > 60, `only ${all.length} codes`);
check(all.some(code => /[^\0-\x7f]/.test(code.jsqr ?? '')), 'no code has an accent');
console.log(`${met} codes, ${all.length} of them different`);
console.log(`QR codes by two readers: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
