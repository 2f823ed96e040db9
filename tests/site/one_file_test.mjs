// An edition in one file in a real browser: one_file_test.mjs WORK, which holds one-public.html, one-partners.html (of
// examples/fumel) and one-many.html (300 partners). Ends with "N passed, N failed".
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { address, answered, browser, packages } from './browser.mjs';

const work = process.argv[2];
let passed = 0, failed = 0;
const check = (right, words) => { if (right) ++passed; else { ++failed; console.log(words); } };
const chrome = await browser();
const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
for (const edition of ['public', 'partners']) {
  const file = join(work, `one-${edition}.html`), html = readFileSync(file, 'utf8');
  // A mail's preview runs nothing: everybody is there, leads on and can be called.
  const still = await chrome.fresh({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await still.goto(address(file));
  const all = await still.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id), links = [...document.querySelectorAll('a[href^="#"]')].map(a => decodeURIComponent(a.hash.slice(1)));
    return { articles: document.querySelectorAll('article').length, twice: ids.length - new Set(ids).size, dead: links.filter(l => !l.includes('=') && !ids.includes(l)), out: [...document.querySelectorAll('[href],[src]')].map(e => e.getAttribute('href') || e.getAttribute('src')).filter(h => !/^(#|tel:|mailto:|https?:)/.test(h)),
      calls: [...document.querySelectorAll('article')].filter(a => a.querySelector('a[href^="tel:"], a[href^="mailto:"], a[href^="http"]')).length, wide: document.documentElement.scrollWidth, h1: document.querySelectorAll('h1').length };
  });
  check(all.articles === (edition === 'public' ? 62 : 63), `${edition}: ${all.articles} fiches`);
  check(!all.twice && !all.dead.length && !all.out.length, `${edition}: ${all.twice} ids twice, dead ${all.dead.slice(0, 5)}, outside ${all.out.slice(0, 5)}`);
  check(all.calls >= all.articles - 1, `${edition}: ${all.calls} of ${all.articles} fiches have a way to reach them`);
  check(all.wide <= 390 && all.h1 === 1, `${edition}: ${all.wide} pixels wide, ${all.h1} h1`);
  check(await still.locator('main a[href="#plan"]').first().isVisible() && !await still.locator('#q').isVisible(), `${edition}: without a script the lists lead on`);
  check(await still.locator('.pied a[href="tel:115"]').isVisible(), `${edition}: emergency numbers in the foot`);
  check(/ne pas transférer/.test(html) === (edition === 'partners') && /au 20 novembre 2026/.test(html), `${edition}: its date, and that it is not to be forwarded`);
  await still.context().close();

  const page = await chrome.fresh();
  await page.goto(address(file));
  const before = await page.evaluate(() => scrollY);
  await page.fill('#q', 'impayé de loyer');
  await answered(page);
  check(await page.locator('.fiche.rep a[href^="tel:"]').count() > 2 && before === 0, `${edition}: a question is answered`);
  const to = await page.locator('.fiche h3 a').first().getAttribute('href');
  await page.locator('.fiche h3 a').first().click();
  await page.waitForTimeout(200);
  check(to.startsWith('#p-') && await page.evaluate(() => { const t = document.querySelector(':target'); return t && t.checkVisibility() && t.getBoundingClientRect().top < innerHeight; }), `${edition}: an answer leads to ${to}`);
  await page.goBack();
  await answered(page);
  check(await page.inputValue('#q') === 'impayé de loyer', `${edition}: back to the question`);
  await page.fill('#q', 'je veux mourir');
  await page.waitForFunction(() => document.querySelector('.avis.danger a[href="tel:3114"]'));
  check(true, 'danger is heard');
  // The policy: what is there runs, nothing else does.
  const ran = await page.evaluate(async () => {
    const s = document.createElement('script');
    s.textContent = 'window.ran = 1';
    document.body.append(s);
    const failed = await fetch('https://example.org/').then(() => false, () => true);
    return [window.ran, failed];
  });
  check(!ran[0] && ran[1], `${edition}: the policy lets ${ran} through`);
  chrome.errors.splice(0);
  chrome.outside.splice(0);
  for (const colorScheme of ['light', 'dark']) {
    const view = await chrome.fresh({ colorScheme });
    await view.goto(address(file));
    // Three fiches are like sixty, and axe takes its time.
    await view.evaluate(() => document.querySelectorAll('article:nth-of-type(n+4)').forEach(e => e.remove()));
    await view.evaluate(axe);
    const violations = await view.evaluate(() => axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, preload: false }).then(r => r.violations.map(v => `${v.id} ${v.nodes[0].target}`)));
    check(!violations.length, `${edition}, ${colorScheme}: ${violations}`);
    await view.context().close();
  }
  await page.context().close();
}
const bytes = statSync(join(work, 'one-many.html')).size;
console.log(`one file of 300 partners: ${bytes} bytes`);
check(bytes <= 1.5e6, `one file of 300 partners has ${bytes} bytes`);
chrome.errors.forEach(e => check(false, e));
await chrome.close();
console.log(`one file in a browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
