// first_letter.mjs SITE: what opening the first page and typing costs, in milliseconds of script and layout.
import { join } from 'node:path';
import { statSync } from 'node:fs';
import { address, browser } from './browser.mjs';

const [site] = process.argv.slice(2);
const { fresh, close, errors } = await browser();
const median = l => l.sort((a, b) => a - b)[l.length >> 1];
const costs = new Map();
let bytes = 0, partners = 0;
for (let turn = 0; turn < 7; ++turn) {
  const page = await fresh();
  bytes = 0;
  page.on('request', r => { if (r.url().startsWith('file:')) bytes += statSync(new URL(r.url())).size; });
  await page.goto(address(join(site, 'index.html')));
  await page.waitForTimeout(500);
  const measured = await page.evaluate(() => {
    const field = document.querySelector('#q'), cost = [];
    // From the page as it was opened, letter by letter; layout is forced as the next frame would.
    for (const typed of ['l', 'lo', 'log', 'logement', 'logement a', 'logement agen', '']) {
      field.value = typed;
      const from = performance.now();
      field.dispatchEvent(new Event('input'));
      document.body.getBoundingClientRect();
      cost.push([typed || 'all taken back', performance.now() - from]);
    }
    const open = performance.getEntriesByType('navigation')[0];
    return { cost: [['opened and ready', open.domContentLoadedEventEnd - open.responseEnd], ...cost], partners: CAFE.f.length };
  });
  partners = measured.partners;
  for (const [what, ms] of measured.cost) costs.set(what, [...costs.get(what) || [], ms]);
  await page.context().close();
}
await close();
console.log(`${partners} partners, ${bytes} bytes in all`);
for (const [what, ms] of costs) console.log(`${what.padEnd(18)} ${median(ms).toFixed(0).padStart(5)} ms`);
errors.forEach(e => console.error(e));
process.exitCode = errors.length ? 1 : 0;
