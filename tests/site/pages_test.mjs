// Pages in a real browser, as somebody uses them with a telephone in hand: pages_test.mjs WORK, which holds fumel (the
// partners' edition of examples/fumel), public (everybody's) and many (300 partners, one of them closed). Ends with
// "N passed, N failed". With PICTURES=FOLDER the screens are kept there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address, browser, pagesOf } from './browser.mjs';

const work = process.argv[2], phone = { viewport: { width: 390, height: 844 } };
let passed = 0, failed = 0;
const check = (right, words) => { if (right) ++passed; else { ++failed; console.log(words); } };
const none = (wrong, title) => check(!wrong.length, `${title}:\n  ${wrong.slice(0, 12).join('\n  ')}${wrong.length > 12 ? `\n  … ${wrong.length} in all` : ''}`);
const step = async (title, run) => {
  if (process.env.ONLY && !title.includes(process.env.ONLY)) return;
  try { await run(); } catch (error) { check(false, `${title}: ${error.message}`); }
};
const chrome = await browser();
const at = (site, path) => address(join(work, site, path)), fiches = site => pagesOf(join(work, site)).filter(p => p.startsWith('partenaires/'));
// Those of closed partners have nothing to be done.
const openFiches = site => fiches(site).filter(p => readFileSync(join(work, site, p), 'utf8').includes('outils'));
// A Wednesday morning of the week that the publications are made in.
const fresh = async options => { const page = await chrome.fresh(options); await page.clock.setFixedTime(new Date('2026-11-18T10:00:00+01:00')); return page; };
const kept = (page, name) => process.env.PICTURES && page.screenshot({ path: join(process.env.PICTURES, `${name}.png`) });

await step('a fiche on a telephone', async () => {
  for (const site of ['fumel', 'public']) {
    const page = await fresh(phone), low = [], wrong = [];
    let messages = 0, ways = 0;
    for (const path of openFiches(site)) {
      await page.goto(at(site, path));
      const seen = await page.evaluate(() => {
        const low = e => !e || e.getBoundingClientRect().bottom > innerHeight, one = s => document.querySelector(s), has = s => !!one(s);
        const sms = [...document.querySelectorAll('main a[href^="sms:"]')].map(a => a.getAttribute('href'));
        return {
          call: has('.actions a[href^="tel:"]') && low(one('.actions a[href^="tel:"]')), place: has('.vue') && low(one('.vue .lieu')), hours: has('.jour') && low(one('.jour')),
          way: has('a[href*="/directions?to="]') && low(one('a[href*="/directions?to="]')), sms, odd: sms.filter(h => !/^sms:\+(33[67]|590690|590691|59469|59669|26269|262639)/.test(h)),
          mobile: has('main a:is([href^="tel:+336"], [href^="tel:+337"])'), ways: +has('a[href*="/directions?to="]'), told: document.querySelectorAll('[data-h]').length > 0 === has('.jour'), themes: [...document.querySelectorAll('.accroche .tag')].every(t => t.tagName === 'A'), tags: document.querySelectorAll('.accroche .tag').length,
        };
      });
      for (const what of ['call', 'place', 'hours', 'way']) if (seen[what]) low.push(`${path}: ${what}`);
      if (seen.odd.length) wrong.push(`${path}: a message to ${seen.odd}`);
      // Partners may have a person's mobile in their hands who is not whom to call there.
      if (seen.sms.length > +seen.mobile || site === 'public' && seen.mobile && !seen.sms[0]) wrong.push(`${path}: ${seen.sms.length} links to send a message`);
      if (!seen.themes || !seen.tags) wrong.push(`${path}: its themes have no names`);
      messages += seen.sms.length; ways += seen.ways;
    }
    none(low, `${site}: below the first screen of a telephone`);
    none(wrong, `${site}, on a telephone`);
    check(messages > (site === 'public' ? 2 : 10) && ways > 30, `${site}: ${messages} fiches take messages, ${ways} have a way there`);
    await page.goto(at(site, 'partenaires/ccas-fumel.html'));
    check(/^Aujourd’hui\s:\s\d/.test(await page.textContent('.jour')), `today: ${await page.textContent('.jour')}`);
    await kept(page, `${site}-fiche-phone`);
    // What the page says of its themes leads on.
    check(await page.locator('.cles a[href^="../themes/"]').count() > 0, 'the themes of a fiche are links');
    await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+01:00'));
    await page.reload();
    check(/fermé$/.test(await page.textContent('.jour')), `on a Sunday: ${await page.textContent('.jour')}`);
    await page.goto(at(site, 'partenaires/escale.html'));
    check(/:\sjour et nuit$/.test(await page.textContent('.jour')), `at all hours: ${await page.textContent('.jour')}`);
    await page.context().close();
  }
});

await step('the professionals’ lines', async () => {
  const page = await fresh(phone), wrong = [];
  let lines = 0;
  for (const path of openFiches('fumel')) {
    await page.goto(at('fumel', path));
    const [among, body, titles] = await page.evaluate(() => [document.querySelector('.heros > section')?.getBoundingClientRect().bottom, document.querySelector('.page').getBoundingClientRect().top, [...document.querySelectorAll('h2')].map(h => h.textContent)]);
    if (among > body) wrong.push(`${path}: behind the body`);
    if (titles.includes('Entre professionnels') !== among > 0) wrong.push(`${path}: elsewhere`);
    lines += among > 0;
  }
  none(wrong, 'lines of professionals on a telephone');
  check(lines > 30, `only ${lines} fiches have a line for professionals`);
  for (const path of fiches('public')) check(!readFileSync(join(work, 'public', path), 'utf8').includes('Entre professionnels'), `${path}: for professionals`);
  await page.context().close();
});

await step('what can be done with a fiche', async () => {
  for (const [agent, wanted] of [['Mozilla/5.0 (Linux; Android 14)', /^geo:4\d\.\d+,\d\.\d+\?q=/], ['Mozilla/5.0 (iPhone)', /^maps:\?daddr=/], [undefined, /^https:\/\/www\.openstreetmap\.org\/directions\?to=/]]) {
    const page = await fresh({ ...phone, userAgent: agent });
    await page.goto(at('fumel', 'partenaires/ccas-fumel.html'));
    const way = await page.locator('.actions a', { hasText: 'Itinéraire' }).getAttribute('href');
    check(wanted.test(way), `the way there: ${way}`);
    await page.context().close();
  }
  const page = await fresh(phone);
  await page.addInitScript(() => { navigator.share = what => { window.shared = what; return Promise.resolve(); }; window.print = () => { window.printed = 1; }; });
  await page.goto(at('public', 'partenaires/ccas-fumel.html'));
  const mail = decodeURIComponent(await page.locator('.outils a[href^="mailto:"]').getAttribute('href'));
  check(/^mailto:cafe-partenaires@.*subject=Erreur dans la fiche « CCAS de Fumel » \(ccas-fumel\)$/.test(mail), `to tell of a mistake: ${mail}`);
  await page.locator('[data-fait="share"]').click();
  await page.locator('[data-fait="print"]').click();
  check(await page.evaluate(() => shared.url === location.href && shared.title.startsWith('CCAS de Fumel') && printed === 1), 'sharing and printing');
  await page.goto(at('fumel', 'partenaires/ccas-fumel.html'));
  check(await page.locator('[data-fait="share"]').count() === 0, 'the partners’ edition is not to be shared');
  await page.context().close();
});

await step('free places grow old', async () => {
  const page = await fresh();
  const path = fiches('fumel').find(p => readFileSync(join(work, 'fumel', p), 'utf8').includes('data-jusqu'));
  await page.goto(at('fumel', path));
  const now = await page.locator('[data-jusqu]').first().textContent();
  await page.clock.setFixedTime(new Date('2027-03-01T10:00:00+01:00'));
  await page.reload();
  const later = await page.locator('[data-jusqu]').first().textContent();
  check(/\d/.test(now) && !/demander/.test(now) && /demander/.test(later), `${path}: « ${now} », months later « ${later} »`);
  await page.context().close();
});

await step('every page', () => {
  for (const site of ['fumel', 'public']) {
    const wrong = [];
    for (const path of pagesOf(join(work, site)).filter(p => !p.startsWith('a-remettre/'))) {
      const html = readFileSync(join(work, site, path), 'utf8'), foot = html.slice(html.indexOf('<footer'));
      for (const number of ['15', '112', '115', '119', '3114', '3919']) if (!foot.includes(`href="tel:${number}"`)) wrong.push(`${path}: no ${number} in its foot`);
      if (html.includes('class="bandeau"') !== (site === 'fumel')) wrong.push(`${path}: the band of the partners`);
      if (html.includes('content="noindex"') !== (site === 'fumel')) wrong.push(`${path}: search engines`);
      if (html.includes('class="carte"') && !html.includes('<figcaption>IGN')) wrong.push(`${path}: a map without its source`);
    }
    none(wrong, `${site}, every page`);
  }
  const map = readFileSync(join(work, 'public', 'sitemap.xml'), 'utf8'), places = [...map.matchAll(/<loc>https:\/\/cafe-partenaires-47\.example\.org\/([^<]+)</g)].map(m => m[1]);
  check(places.length > 100 && places.every(p => existsSync(join(work, 'public', p))), `the site map names ${places.length} pages`);
  check(!existsSync(join(work, 'fumel', 'sitemap.xml')), 'the partners’ edition has no site map');
});

await step('dead ends', async () => {
  const page = await fresh(phone);
  await page.goto(at('public', '404.html'));
  const links = await page.locator('main a').evaluateAll(all => all.map(a => a.href));
  check(links.length > 10 && links.filter(h => !h.startsWith('tel:')).every(h => h.startsWith('https://cafe-partenaires-47.example.org/')), `no such page: ${links}`);
  check(await page.evaluate(() => getComputedStyle(document.querySelector('.avis')).borderLeftWidth === '5px'), 'no such page: without its style');
  await kept(page, '404-phone');
  await page.goto(at('many', 'partenaires/habitalys-2.html'));
  const said = await page.innerText('main');
  check(/a fermé/.test(said) && await page.locator('main .fiche').count() > 0 && await page.locator('main .fiche a[href^="tel:"]').count() > 0, `a closed fiche: ${said.slice(0, 200)}`);
  check(!readFileSync(join(work, 'many', 'assets/donnees.js'), 'utf8').includes('habitalys-2|'), 'a closed fiche is found');
  await kept(page, 'closed-phone');
  await page.context().close();
});

await step('long lists', async () => {
  const page = await fresh(phone);
  let long = 0;
  for (const path of pagesOf(join(work, 'many')).filter(p => /^(themes|territoires|publics)\//.test(p))) {
    const html = readFileSync(join(work, 'many', path), 'utf8'), cards = (html.match(/<li class="fiche/g) || []).length;
    if (cards > 60 * (path.startsWith('territoires') ? 2 : 1)) check(false, `${path}: ${cards} cards`);
    long += html.includes('<details>');
  }
  check(long > 3, `only ${long} pages have more than they show`);
  await page.goto(at('many', 'themes/logement.html'));
  check(await page.locator('.fiche').count() === 60 && !await page.locator('details li').last().isVisible(), 'sixty cards, the others folded');
  await page.locator('summary').click();
  check(await page.locator('details li').last().isVisible() && await page.locator('details a[href^="tel:"]').count() > 0, 'the others, with their telephone');
  await kept(page, 'theme-phone');
  await page.locator('a[href*="index.html#t=logement"]').click();
  await page.waitForFunction(() => document.querySelectorAll('.puce').length > 0);
  check(/\d+ partenaires/.test(await page.textContent('#bilan')) && await page.locator('.fiche').count() === 12, 'a theme leads into the search');
  await page.goto(at('fumel', 'themes/logement.html'));
  check(await page.locator('h3[id^="t-"]').count() > 2, 'situations stand below their themes');
  await page.goto(at('many', 'territoires/fumel.html'));
  check(await page.locator('.accroche dd a[href^="tel:"]').count() > 10, 'telephones stand beside names');
  await page.goto(at('many', 'publics/jeunes.html'));
  check(await page.locator('.cles dd a[href^="tel:"]').count() > 5, 'telephones stand beside the names of those who are there for a public');
  await page.context().close();
});

// A word that stands on two lines without a hyphen is broken.
await step('tables on a telephone', async () => {
  for (const width of [390, 340]) {
    const page = await fresh({ viewport: { width, height: 844 } }), wrong = [];
    for (const path of pagesOf(join(work, 'fumel')).filter(p => readFileSync(join(work, 'fumel', p), 'utf8').includes('<table') && !p.startsWith('a-remettre/'))) {
      await page.goto(at('fumel', path));
      wrong.push(...(await page.evaluate(() => {
        const broken = [], walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), range = document.createRange();
        for (let node; (node = walk.nextNode());) if (node.parentElement.closest('td, th') && node.parentElement.checkVisibility()) for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}\d.@]+/gu)) {
          range.setStart(node, index); range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1 && !word.includes('@')) broken.push(word);
        }
        return broken;
      })).map(word => `${path}: ${word}`));
    }
    none(wrong, `words broken in tables, ${width} pixels`);
    await page.goto(at('fumel', 'reseau.html'));
    await kept(page, `network-${width}`);
    await page.context().close();
  }
});

none([...new Set(chrome.outside)], 'requests to elsewhere');
none([...new Set(chrome.errors)], 'errors on the console');
await chrome.close();
console.log(`pages in a browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
