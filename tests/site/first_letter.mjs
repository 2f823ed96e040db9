// first_letter.mjs SITE [SLOWER]: what opening the first page and typing costs, in milliseconds; as on a processor SLOWER
// times as slow.
import { join } from 'node:path';
import { statSync } from 'node:fs';
import { address, browser } from './browser.mjs';

const [site, slower = '1'] = process.argv.slice(2);
const { fresh, close, errors } = await browser();
const median = l => l.sort((a, b) => a - b)[l.length >> 1];
const costs = new Map();
let bytes = 0, partners = 0;
// In the page. What is typed is answered once the line of how many were found says so; layout is forced as the next frame
// would.
const type = async words => {
  const field = document.querySelector('#q'), told = document.querySelector('#bilan'), cost = [];
  for (const typed of words) {
    field.value = typed;
    const from = performance.now();
    field.dispatchEvent(new Event('input'));
    if (told.textContent.endsWith('…')) await new Promise(done => new MutationObserver(() => told.textContent.endsWith('…') || done()).observe(told, { childList: true }));
    document.body.getBoundingClientRect();
    cost.push(performance.now() - from);
  }
  return cost;
};
const typed = ['l', 'lo', 'log', 'logement', 'logement a', 'logement agen', ''];
for (let turn = 0; turn < 7; ++turn) for (const pause of [500, 0]) {
  const page = await fresh();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: +slower });
  // The time of the page's own thread, which others on the machine do not lengthen.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script = async () => (await session.send('Performance.getMetrics')).metrics.find(m => m.name === 'ScriptDuration').value * 1000;
  let all = 0;
  page.on('request', r => { if (r.url().startsWith('file:')) all += statSync(new URL(r.url())).size; });
  await page.goto(address(join(site, 'index.html')));
  await page.waitForTimeout(500);
  const note = (what, ms) => costs.set(what, [...costs.get(what) || [], ms]);
  const opened = await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver(l => l.getEntries().forEach(e => { window.longest = Math.max(window.longest, e.duration); })).observe({ entryTypes: ['longtask'] });
    const { domContentLoadedEventEnd, responseEnd } = performance.getEntriesByType('navigation')[0];
    return domContentLoadedEventEnd - responseEnd;
  });
  note('opened and ready', opened);
  const before = await script();
  note('of it script', before);
  // From the page as it was opened: somebody turns to the field and types half a second later, letter by letter; or at once.
  await page.locator('#q').focus();
  await page.waitForTimeout(pause);
  if (pause) {
    note('script of the touch', await script() - before);
    note('held up by it', await page.evaluate(() => window.longest));
    (await page.evaluate(type, typed)).forEach((ms, i) => note(typed[i] || 'all taken back', ms));
  } else note('l, typed at once', (await page.evaluate(type, ['l']))[0]);
  partners = await page.evaluate(() => CAFE.f.length);
  bytes = all;
  await page.context().close();
}
// A link to a question: from asking for the page to its answer, and what of it the page's own thread did.
for (let turn = 0; turn < 5; ++turn) {
  const page = await fresh();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: +slower });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address(join(site, 'index.html')) + '#q=logement%20agen', { waitUntil: 'commit' });
  await page.waitForFunction(() => { const told = document.querySelector('#bilan')?.textContent; if (!told || told.endsWith('…')) return; window.answeredAt ??= performance.now(); return true; }, null, { polling: 'raf' });
  costs.set('a link to a question', [...costs.get('a link to a question') || [], await page.evaluate(() => window.answeredAt)]);
  const script = (await session.send('Performance.getMetrics')).metrics.find(m => m.name === 'ScriptDuration').value * 1000;
  costs.set('of it script ', [...costs.get('of it script ') || [], script]);
  await page.context().close();
}
await close();
console.log(`${partners} partners, ${bytes} bytes in all${slower > 1 ? `, a processor ${slower} times as slow` : ''}`);
for (const [what, ms] of costs) console.log(`${what.padEnd(20)} ${median(ms).toFixed(0).padStart(5)} ms`);
errors.forEach(e => console.error(e));
process.exitCode = errors.length ? 1 : 0;
