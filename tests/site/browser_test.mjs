// The published directory in a real browser, opened from a folder: browser_test.mjs WORK, which holds fumel (the partners'
// edition of examples/fumel), public (everybody's), many (more than 300 partners), plain and hostile-* (the same notebook
// with harmless and with hostile texts), sheets (`find --card` of every fiche). Ends with "N passed, N failed".
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { address, answered, browser, kinds, packages, pagesOf } from './browser.mjs';

const work = process.argv[2], fumel = join(work, 'fumel');
const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
let passed = 0, failed = 0;
const check = (right, words) => { if (right) ++passed; else { ++failed; console.log(words); } };
// Every line of `wrong` is a defect; none is one check passed.
const none = (wrong, title) => check(!wrong.length, `${title}:\n  ${wrong.slice(0, 12).join('\n  ')}${wrong.length > 12 ? `\n  … ${wrong.length} in all` : ''}`);
// With ONLY=words the parts whose titles have them.
const step = async (title, run) => {
  if (process.env.ONLY && !title.includes(process.env.ONLY)) return;
  const from = Date.now();
  try { await run(); } catch (error) { check(false, `${title}: ${error.message}`); }
  if (process.env.TIMES) console.log(`${title}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
};

const chrome = await browser();
// A page already open with another question in its address would not load again.
const open = async (page, path, site = fumel) => {
  await page.goto('about:blank');
  const [file, hash] = path.split('#');
  await page.goto(address(join(site, file)) + (hash ? '#' + hash : ''));
  if (hash) await answered(page);
};
const ask = async (page, question) => { await page.fill('#q', question); await answered(page); };
const closed = page => page.context().close();

// ---- Every kind of page, in light, in the dark and 320 pixels wide ----

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];
const byAxe = async page => {
  await page.evaluate(axe);
  // preload would fetch the style sheet, which a page from a folder cannot.
  const violations = await page.evaluate(values => axe.run(document, { runOnly: { type: 'tag', values }, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], preload: false })
    .then(r => r.violations.map(v => `${v.id} ×${v.nodes.length} ${v.nodes[0].target} ${(v.nodes[0].any[0] || v.nodes[0].all[0] || v.nodes[0].none[0] || {}).message || ''}`)), tags);
  return violations;
};
// What axe does not look at; numbers are those of the RGAA 4.1.
const byHand = page => page.evaluate(() => {
  const wrong = [], all = s => [...document.querySelectorAll(s)];
  if (document.doctype?.name !== 'html' || document.compatMode !== 'CSS1Compat') wrong.push('no doctype (8.1)');
  if (!/^(fr|en)$/.test(document.documentElement.lang)) wrong.push('no language (8.3)');
  if (!document.title.trim()) wrong.push('no title (8.5)');
  const ids = all('[id]').map(e => e.id);
  if (new Set(ids).size < ids.length) wrong.push('an id twice (8.2)');
  if (all('h1').length !== 1) wrong.push(`${all('h1').length} h1 (9.1)`);
  all('h1,h2,h3,h4,h5,h6').filter(h => h.checkVisibility()).map(h => +h.tagName[1]).reduce((a, b) => (b > a + 1 && wrong.push(`h${b} after h${a} (9.1)`), b), 0);
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} pixels wide in ${innerWidth} (10.11)`);
  if (!document.querySelector('a[href="#contenu"]') || !document.getElementById('contenu')) wrong.push('no skip link (12.7)');
  for (const e of all('main *')) if (getComputedStyle(e).textAlign === 'justify') wrong.push('justified text');
  for (const a of all('a[target]')) wrong.push(`a new window: ${a.href} (13.2)`);
  for (const t of all('table')) if (!t.caption?.textContent.trim() || !t.querySelector('th[scope]')) wrong.push('a table without caption or headings (5.4, 5.7)');
  for (const e of all('[style]')) if (e.closest('main')) wrong.push('a style of its own');
  return [...new Set(wrong)];
});
// WCAG 1.4.12: nothing is cut off and nothing scrolls sideways when a reader spreads the text.
const spread = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const whenSpread = async page => {
  await page.evaluate(css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }, spread);
  return page.evaluate(() => [...document.querySelectorAll('body *')].filter(e => {
    const s = getComputedStyle(e);
    return e.clientHeight && s.overflow === 'hidden' && e.scrollHeight > e.clientHeight + 1 && e.textContent.trim();
  }).map(e => `cut off: ${e.className || e.tagName}`).concat(document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []));
};
const views = { light: {}, dark: { colorScheme: 'dark' }, narrow: { viewport: { width: 320, height: 800 } } };
await step('every kind of page', () => Promise.all(Object.entries(views).map(async ([view, options]) => {
  const page = await chrome.fresh(options);
  for (const [kind, path] of Object.entries(kinds)) {
    check(existsSync(join(fumel, path.split('#')[0])), `${kind}: there is no ${path}`);
    await open(page, path);
    none(await byAxe(page), `${kind}, ${view}, axe`);
    none(await byHand(page), `${kind}, ${view}`);
    none(await whenSpread(page), `${kind}, ${view}, text spread`);
  }
  await closed(page);
})));

// 320 pixels are a window of 1280 enlarged four times; 640 twice.
await step('every page, enlarged', async () => {
  const page = await chrome.fresh({ viewport: { width: 320, height: 256 }, javaScriptEnabled: false }), wrong = [];
  for (const path of pagesOf(fumel)) {
    await page.goto(address(join(fumel, path)));
    wrong.push(...(await byHand(page)).map(w => `${path}: ${w}`));
  }
  none(wrong, 'every page, four times as large');
  await page.setViewportSize({ width: 640, height: 450 });
  for (const [kind, path] of Object.entries(kinds)) { await open(page, path); none(await byHand(page), `${kind}, twice as large`); }
  await closed(page);
});

// ---- The keyboard alone ----

// Where the focus is: what is wrong with how it shows.
const focus = page => page.evaluate(() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const style = getComputedStyle(e), box = e.getClientRects()[0], name = e.textContent.trim().slice(0, 30) || e.id || e.tagName, wrong = [];
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push(`${name}: its focus does not show`);
  if (box.bottom < 0 || box.top > innerHeight) wrong.push(`${name}: outside of the window`);
  const over = document.elementFromPoint(Math.max(0, box.left + Math.min(box.width / 2, 20)), box.top + box.height / 2);
  // The middle of a shape's box may lie in its neighbour: shapes of one map cover nothing of each other.
  const neighbour = e.ownerSVGElement?.contains(over);
  if (over && !neighbour && !e.contains(over) && !over.contains(e) && !over.closest('label')?.contains(e)) wrong.push(`${name}: hidden by ${over.className || over.tagName}`);
  return wrong;
});
const walk = async (page, title, most = 70) => {
  const wrong = [];
  let stops = 0;
  for (; stops < most; ++stops) {
    await page.keyboard.press('Tab');
    const here = await focus(page);
    if (!here) break;
    wrong.push(...here);
  }
  none(wrong, `${title}, with the keyboard`);
  check(stops > 5, `${title}: only ${stops} places for the focus`);
};
await step('keyboard', async () => {
  const page = await chrome.fresh({ viewport: { width: 1280, height: 600 } });
  for (const kind of ['home', 'fiche', 'theme', 'areas', 'commune', 'minutes']) { await open(page, kinds[kind]); await walk(page, kind); }
  await open(page, kinds.home);
  await page.keyboard.press('Tab');
  check(await page.evaluate(() => document.activeElement.matches('.evite') && document.activeElement.getBoundingClientRect().left >= 0), 'the skip link comes first and shows');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  check(await page.evaluate(() => document.getElementById('contenu').contains(document.activeElement)), 'the skip link leads to the content');
  // The bar of kept cards sticks to the window's lower edge: it must not cover what has the focus.
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 600 });
    await open(page, kinds.home);
    await page.locator('.choix input').first().focus();
    await page.keyboard.press('Space');
    await page.locator('.panier').waitFor();
    await walk(page, `cards kept, ${width} pixels`, 40);
  }
  await closed(page);
});

// ---- The search ----

const names = page => page.locator('.fiche h3').allTextContents();
const seen = page => page.locator('.fiche').count();
const hash = page => new URLSearchParams(new URL(page.url()).hash.slice(1));
await step('search', async () => {
  const page = await chrome.fresh();
  await open(page, kinds.home);
  const everybody = await seen(page);
  check(everybody === 60, `${everybody} cards at first, not 60`);
  for (const [question, wanted] of [['hebergement urgence', 'SIAO'], ['HÉBERGEMENTS', 'SIAO'], ['l’expulsion', 'ADIL'], ['impayé de loyer', 'Habitalys'], ['CSAPA', 'addiction'],
    ['carsat', 'Carsat'], ['sufrendettement', 'UDAF'], ['permis de conduire', 'Roue libre']]) {
    await ask(page, question);
    const found = await names(page);
    check(found.slice(0, 12).some(n => n.toLowerCase().includes(wanted.toLowerCase())) || wanted === 'addiction' && found.length > 0, `« ${question} » finds ${found.slice(0, 4).join(', ')}`);
  }
  check(await page.locator('#bilan').getAttribute('role') === 'status', 'how many were found is told to those who do not see it');
  await ask(page, 'hébergement');
  check(await page.locator('p.avis a[href="tel:115"]').first().isVisible(), 'a need of shelter shows 115');
  await ask(page, 'xyzzyx');
  check(await seen(page) <= 3 && /Aucun|Personne/.test(await page.textContent('#bilan')), 'nobody: a sentence says so');
  check(await page.evaluate(() => document.querySelectorAll('script').length === document.head.querySelectorAll('script[src]').length), 'no script but the files of the publication');
  await ask(page, '<img src=x onerror=alert(1)>');
  check(await page.locator('main img').count() === 0, 'a question is text');

  // A link to a search, and the way back.
  await open(page, 'index.html#q=' + encodeURIComponent('impayé de loyer'));
  const linked = await names(page);
  check(linked.length > 1 && await page.inputValue('#q') === 'impayé de loyer', `a link to a search: ${linked.length} cards`);
  check(await page.locator('h1').isVisible() && await page.evaluate(() => document.querySelector('.fiche').getBoundingClientRect().top < innerHeight), 'with a question, the first answer stands on the first screen');
  await page.evaluate(() => { location.hash = '#q=carsat'; });
  await page.waitForFunction(() => document.querySelector('#q').value === 'carsat');
  await answered(page);
  check((await names(page))[0] === 'Carsat Aquitaine', 'another link in the same page');
  await open(page, kinds.home);
  await page.locator('.essais a').first().click();
  await page.waitForFunction(() => document.querySelector('#q').value !== '');
  await answered(page);
  check(await seen(page) > 0, 'an example is a search');
  await closed(page);
});

// The search's own script comes when somebody turns to the field, or asks by the address; what was typed until then is
// answered as soon as it is there.
const searchScript = '**/assets/recherche.js';
await step('the script of the search', async () => {
  const fresh = async (path = kinds.home, options = {}, prepare = () => {}) => {
    const page = await chrome.fresh(options);
    page.scripts = [];
    page.on('request', r => r.url().endsWith('.js') && page.scripts.push(r.url().split('/').pop()));
    await prepare(page);
    await page.goto(address(join(fumel, path.split('#')[0])) + path.replace(/^[^#]*/, ''), { waitUntil: 'domcontentloaded' });
    return page;
  };
  const told = page => page.textContent('#bilan'), came = page => page.scripts.includes('recherche.js');
  const turns = { pointer: page => page.locator('#q').hover(), finger: page => page.locator('#q').tap(), keyboard: async page => { for (let n = 0; n < 30 && !await page.evaluate(() => document.activeElement.id === 'q'); ++n) await page.keyboard.press('Tab'); } };
  for (const [by, turn] of Object.entries(turns)) {
    const page = await fresh(kinds.home, { hasTouch: by === 'finger' });
    await page.waitForLoadState('networkidle');
    await page.locator('.filtres select').first().selectOption({ index: 1 });
    check(!came(page), `${by}: the script of the search came before it was needed`);
    await Promise.all([page.waitForRequest(searchScript), turn(page)]);
    await closed(page);
  }
  // At once, letter by letter.
  let page = await fresh();
  await page.locator('#q').pressSequentially('carsat');
  await answered(page);
  check((await names(page))[0] === 'Carsat Aquitaine' && await page.inputValue('#q') === 'carsat' && hash(page).get('q') === 'carsat', `typed at once: ${await told(page)}, ${page.url()}`);
  check(page.scripts.filter(s => s === 'recherche.js').length === 1, 'the script of the search comes once');
  await closed(page);

  // A script that is long in coming: nothing that is no answer is called one, and nothing is lost.
  const held = async (path, options) => {
    let release;
    const page = await fresh(path, options, page => page.route(searchScript, route => { release = () => route.continue(); }));
    return [page, async () => { await page.waitForFunction(() => document.querySelector('script[src$="recherche.js"]')); while (!release) await page.waitForTimeout(20); await release(); }];
  };
  let release;
  [page, release] = await held(kinds.home, { viewport: { width: 390, height: 844 } });
  const titled = await page.textContent('#partenaires');
  await page.locator('#q').pressSequentially('impayé');
  check(/^Recherche/.test(await told(page)) && await page.textContent('#partenaires') === titled && await seen(page) === 60, `while it comes: ${await told(page)}`);
  check(await page.evaluate(() => document.querySelector('#bilan').getBoundingClientRect().bottom < innerHeight), 'that it searches stands on the first screen');
  await page.locator('.filtres summary').click();
  await page.locator('.filtres select').first().selectOption('0');
  await page.locator('#q').press('End');
  await page.locator('#q').pressSequentially(' de loyer');
  await release();
  await answered(page);
  const late = await names(page), chosen = page.url();
  check(await page.inputValue('#q') === 'impayé de loyer' && hash(page).get('q') === 'impayé de loyer' && [...hash(page).keys()].length === 2, `typed while it came: ${chosen}`);
  await closed(page);
  page = await fresh('index.html' + chosen.slice(chosen.indexOf('#')));
  await answered(page);
  check(late.length > 0 && JSON.stringify(await names(page)) === JSON.stringify(late), `typed and filtered while it came: ${late.length} cards, ${await seen(page)} by the address`);
  await closed(page);
  [page, release] = await held(kinds.nobody);
  check(await seen(page) === 0 && /^Recherche/.test(await told(page)) && await page.locator('.puce').count() === 1, `a link to a search, while it comes: ${await seen(page)} cards, ${await told(page)}`);
  none(await byAxe(page), 'while the search comes, axe');
  await release();
  await answered(page);
  check(/Aucun|Personne/.test(await told(page)), `a link to a search, once it came: ${await told(page)}`);
  await closed(page);

  // Without it the page says so; the rest works, and the next letter asks for it again.
  const before = chrome.errors.length;
  page = await fresh('index.html#q=carsat', {}, page => page.route(searchScript, route => route.abort()));
  await answered(page);
  check(/n’a pas pu être chargée/.test(await told(page)) && await page.textContent('#partenaires') === titled && await seen(page) === 60, `without the script: ${await told(page)}`);
  const theme = page.locator('.filtres select').first(), promised = +/\((\d+)\)$/.exec(await theme.locator('option').nth(1).textContent())[1];
  await theme.selectOption({ index: 1 });
  check(await seen(page) === Math.min(12, promised) && (await told(page)).includes(`${promised} partenaire`), `without the script a filter leaves ${await seen(page)}, not ${promised}`);
  check(await page.inputValue('#q') === 'carsat' && hash(page).get('q') === 'carsat', 'without the script the question stays');
  await page.locator('.puce').first().click();
  await page.unroute(searchScript);
  await ask(page, 'Carsat');
  check((await names(page))[0] === 'Carsat Aquitaine', `with the script again: ${await told(page)}`);
  await closed(page);
  check(chrome.errors.length > before, 'a script that does not come is told to those who look for it');
  chrome.errors.splice(before);
});

// The cards that the script makes are those of the other pages, which cafe writes.
await step('made cards', async () => {
  const page = await chrome.fresh(), wrong = [];
  const cards = () => page.evaluate(() => Object.fromEntries([...document.querySelectorAll('.fiche')].map(card => {
    card.querySelectorAll('.choix, .etat, .extrait').forEach(e => e.remove());
    const tags = [...card.querySelectorAll('*')].map(e => [e.tagName, e.className, e.title, e.tagName === 'A' && e.href.replace(/^.*\/(?=\w+\/)/, '')].join(' '));
    return [card.querySelector('h3 a').href.split('/').pop(), [card.className, card.innerText.replace(/\s+/g, ' '), ...tags].join('\n')];
  })));
  await open(page, kinds.home);
  const made = await cards();
  let compared = 0;
  for (const path of [kinds.theme, kinds.commune, kinds.public]) {
    await open(page, path);
    for (const [id, card] of Object.entries(await cards())) if (made[id]) { ++compared; if (made[id] !== card) wrong.push(`${id}: ${card.split('\n').find((l, k) => l !== made[id].split('\n')[k])} became ${made[id].split('\n').find((l, k) => l !== card.split('\n')[k])}`); }
  }
  none([...new Set(wrong)], 'cards that the script makes');
  check(compared > 30, `only ${compared} cards compared`);
  await closed(page);
});

// A telephone has the map and the filter by area, not a screen of names besides; without a script it has the names.
await step('areas on a telephone', async () => {
  const areas = await chrome.fresh();
  await open(areas, kinds.areas);
  const onMap = areas.locator('.heros .carte a'), name = await onMap.first().locator('title').textContent();
  await onMap.first().focus();
  await areas.keyboard.press('Enter');
  await areas.waitForURL(/territoires\/(?!index)/);
  check(await areas.textContent('h1') === name, `the map of the areas leads to ${name}`);
  await closed(areas);
  for (const javaScriptEnabled of [true, false]) {
    const page = await chrome.fresh({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
    await open(page, kinds.home);
    check(await page.locator('.carte a').count() > 5, 'areas on a telephone: a map');
    check(await page.locator('main a.lieu-dit').count() > 10 === !javaScriptEnabled, `areas on a telephone: ${await page.locator('main a.lieu-dit').count()} names beside it, scripts ${javaScriptEnabled}`);
    await closed(page);
  }
});

await step('facets', async () => {
  const page = await chrome.fresh();
  await open(page, kinds.home);
  const selects = page.locator('.filtres select');
  check(await selects.count() >= 3, 'three facets at least');
  for (let f = 0; f < await selects.count(); ++f) {
    const select = selects.nth(f), name = await select.getAttribute('aria-label');
    const options = await select.locator('option').evaluateAll(l => l.map(o => [o.value, o.textContent]).filter(o => o[0] !== '-1'));
    const [value, label] = options[Math.min(1, options.length - 1)], promised = +/\((\d+)\)$/.exec(label)[1];
    await select.selectOption(value);
    check(await seen(page) === Math.min(12, promised), `${name}: « ${label} » leaves ${await seen(page)} cards`);
    check([...hash(page).keys()].length === 1, `${name}: the address is ${page.url().split('#')[1]}`);
    const here = page.url(), before = await names(page);
    await page.goto('about:blank');
    await page.goto(here);
    check(JSON.stringify(await names(page)) === JSON.stringify(before), `${name}: the address is a link to the same cards`);
    none(await byAxe(page), `${name}, picked, axe`);
    // A chip takes it away; the keyboard does too.
    const chip = page.locator('.puce').first();
    await chip.focus();
    await page.keyboard.press('Enter');
    check(await seen(page) === 60 && [...hash(page).keys()].length === 0, `${name}: its chip takes it away`);
    check(await page.evaluate(() => document.activeElement !== document.body), `${name}: the focus is not lost with the chip`);
  }
  // Two facets at once: the counts of one follow the other.
  await selects.nth(0).selectOption((await selects.nth(0).locator('option').nth(1).getAttribute('value')));
  const one = await selects.nth(2).locator('option').nth(1).evaluate(o => [o.value, +/\((\d+)\)$/.exec(o.textContent)[1]]);
  await selects.nth(2).selectOption(one[0]);
  check(await seen(page) === Math.min(12, one[1]), `two facets: ${await seen(page)} cards, ${one[1]} promised`);
  check(await page.locator('.puce').count() >= 3, 'a chip for each, and one for all');
  await page.locator('.puce').last().click();
  check(await seen(page) === 60, 'all filters off at once');
  // Sixty at a time.
  await page.locator('.fiches + button').click();
  check(await seen(page) > 60 && await page.evaluate(() => document.activeElement.closest('.fiche') !== null), 'the next cards, the focus on the first of them');
  // Kept cards are written to in blind copy.
  await page.locator('.choix input').nth(0).check();
  await page.locator('.choix input').nth(1).check();
  await page.waitForFunction(() => /2/.test(document.querySelector('.panier span')?.textContent));
  const mail = await page.locator('.panier a[href^="mailto:"]').getAttribute('href');
  check(/^mailto:\?bcc=[^?&,]+@[^?&,]+,[^?&,]+@[^?&,]+$/.test(mail), `kept cards: ${mail}`);
  none(await byAxe(page), 'cards kept, axe');
  await page.locator('.fiche h3 a').first().click();
  await page.waitForLoadState();
  await page.goBack();
  await page.locator('.panier').waitFor();
  check(await page.locator('.choix input:checked').count() === 2, 'kept cards are kept when a fiche was opened');
  await page.locator('.panier button').last().click();
  check(!await page.locator('.panier').isVisible(), 'nothing is kept any more');
  await closed(page);
});

// « Open now » goes by the reader's clock: 11 November is a public holiday, and a Wednesday like the 18th.
await step('open now', async () => {
  for (const [day, open_, auj, next] of [['2026-11-18', true, '3'], ['2026-11-11', false, '3', 'demain'], ['2026-11-21', false, '6', 'lundi'], ['2026-11-22', false, '7', 'demain']]) {
    const page = await chrome.fresh();
    await page.clock.setFixedTime(new Date(`${day}T10:00:00+01:00`));
    await open(page, 'index.html#q=' + encodeURIComponent('CCAS de Fumel'));
    const card = page.locator('.fiche', { has: page.locator('a[href="partenaires/ccas-fumel.html"]') });
    check(/^Ouvert/.test(await card.locator('.etat').textContent()) === open_, `CCAS de Fumel on ${day} at ten: ${await card.locator('.etat').textContent()}`);
    const told = await card.locator('.etat').textContent();
    check(!next || told.includes(`ouvre ${next} à`), `CCAS de Fumel on ${day}: « ${told} », not ${next}`);
    await open(page, kinds.fiche);
    // Beside the hours and beside what can be done at once, as on the card.
    const onFiche = await page.locator('.etat').allTextContents();
    check(onFiche.length === 2 && onFiche.every(words => words === told), `CCAS de Fumel on ${day} at ten: « ${told} » on its card, « ${onFiche} » on its fiche`);
    const row = page.locator('.heures .auj');
    check(await row.count() === (await page.locator(`.heures [data-j="${auj}"]`).count()), `${day}: the day that is marked`);
    await closed(page);
  }
});

await step('hours', async () => {
  const page = await chrome.fresh();
  await open(page, 'partenaires/ccas-agen.html');
  check(await page.locator('.heures td').evaluateAll(all => all.some(td => td.getClientRects()[0].height > 40)), 'no line of the hours is long enough to be broken');
  // No line of the hours ends inside of a span of time: what stands before and behind a dash is at one height.
  check(await page.evaluate(() => [...document.querySelectorAll('.heures td')].every(td => {
    const words = td.firstChild, high = at => { const r = document.createRange(); r.setStart(words, at); r.setEnd(words, at + 1); return r.getBoundingClientRect().top; };
    return !words || [...words.data.matchAll(/–\W*/g)].every(m => Math.abs(high(m.index) - high(m.index + m[0].length)) < 9);
  })), 'a line of the hours ends inside of a span of time');
  await closed(page);
});

// ---- Without scripts, and nothing from elsewhere ----

await step('without JavaScript', async () => {
  const page = await chrome.fresh({ javaScriptEnabled: false });
  await open(page, kinds.home);
  const cards = await page.locator('.fiche').count();
  check(cards === 12 && await page.locator('.fiche').last().isVisible(), `without JavaScript: ${cards} cards`);
  await page.locator('main a[href="plan.html"]').click();
  check(await page.locator('main a[href^="partenaires/"]').count() === 64, 'without JavaScript: every partner is one click away');
  await open(page, kinds.home);
  check(!await page.locator('#q').isVisible(), 'without JavaScript: no field that does nothing');
  check(await page.locator('main a[href^="themes/"]').first().isVisible(), 'without JavaScript: the themes lead on');
  await open(page, kinds.network);
  check(/premier vendredi du mois/i.test(await page.locator('#contenu').innerText()), 'when a café meets, in the words of the page');
  for (const kind of ['fiche', 'theme', 'commune', 'minutes']) {
    const scripted = await chrome.fresh();
    const words = [];
    for (const each of [page, scripted]) { await open(each, kinds[kind]); await each.evaluate(() => document.querySelectorAll('.etat, .jour, button').forEach(e => e.remove())); words.push((await each.locator('main').innerText()).replace(/\s+/g, ' ')); }
    check(words[0] === words[1] && words[0].length > 200, `${kind}: the same words without JavaScript`);
    await closed(scripted);
  }
  await closed(page);
});

await step('security policy', async () => {
  const page = await chrome.fresh(), before = [chrome.errors.length, chrome.outside.length];
  for (const kind of ['home', 'fiche']) {
    await open(page, kinds[kind]);
    const stopped = await page.evaluate(async () => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', e => seen.push(e.effectiveDirective));
      const late = async () => { for (let i = 0; i < 40 && !seen.some(d => d.startsWith('frame')); ++i) await new Promise(r => setTimeout(r, 50)); };
      await fetch('https://example.org/').catch(() => {});
      for (const [tag, at] of [['img', 'src'], ['script', 'src'], ['iframe', 'src'], ['link', 'href']]) {
        const e = document.createElement(tag);
        if (tag === 'link') e.rel = 'stylesheet';
        e[at] = 'https://example.org/x';
        document.body.append(e);
      }
      const inline = document.createElement('script');
      inline.textContent = 'window.ran = 1';
      document.body.append(inline);
      await late();
      return { seen: [...new Set(seen)].sort().join(' '), ran: window.ran };
    });
    check(/connect-src/.test(stopped.seen) && /frame-src/.test(stopped.seen) && /img-src/.test(stopped.seen) && /script-src/.test(stopped.seen) && /style-src/.test(stopped.seen) && !stopped.ran,
      `${kind}: the policy stops ${stopped.seen}`);
  }
  await closed(page);
  // These complaints and requests, none of which left, were asked for.
  chrome.errors.splice(before[0]);
  chrome.outside.splice(before[1]);
});

// ---- Paper ----

const sheets = pdf => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
await step('paper', async () => {
  for (const site of ['fumel', 'public']) {
    // Those that have most to say, and how they stand on paper; the others have more room.
    const size = path => statSync(join(work, site, path)).size;
    const page = await chrome.fresh(), wrong = [], fiches = pagesOf(join(work, site)).filter(p => p.startsWith('partenaires/')).sort((a, b) => size(b) - size(a));
    for (const path of fiches.slice(0, site === 'fumel' ? 24 : 8)) {
      await page.goto(address(join(work, site, path)));
      const n = sheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      if (n !== 1) wrong.push(`${path}: ${n} sheets`);
    }
    none(wrong, `${site}: a fiche is one sheet of A4`);
    await closed(page);
  }
  // Paper is read on another day: nothing on it is of now, though the page was marked.
  const page = await chrome.fresh();
  await page.clock.setFixedTime(new Date('2026-11-18T10:00:00+01:00'));
  await open(page, kinds.fiche);
  const looks = () => page.evaluate(() => [...document.querySelectorAll('.heures tr')].map(row => getComputedStyle(row.lastChild).fontWeight));
  check(new Set(await looks()).size === 2, 'today is marked on the screen');
  await page.emulateMedia({ media: 'print' });
  check(new Set(await looks()).size === 1 && !await page.locator('.etat').first().isVisible(), 'nothing of today on paper');
  await open(page, kinds.commune);
  check(await page.evaluate(() => document.querySelector('.accroche .cles').getBoundingClientRect().width > document.querySelector('main').clientWidth * .9), 'who does what in an area has the width of the paper');
  await closed(page);
});

await step('a sheet to hand over', async () => {
  const folder = join(work, 'sheets'), paths = pagesOf(folder), small = await chrome.fresh({ viewport: { width: 320, height: 800 } }), page = await chrome.fresh();
  const two = [], letters = [], other = [];
  check(paths.length > 50, `only ${paths.length} sheets to hand over`);
  for (const path of paths) {
    await page.goto(address(join(folder, path)));
    const n = sheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    if (n !== 1) two.push(`${path}: ${n} sheets`);
    // 18 points are 24 pixels.
    letters.push(...await page.evaluate(() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 23.9).map(e => e.textContent.slice(0, 30))));
    await small.goto(address(join(folder, path)));
    other.push(...(await byHand(small)).map(w => `${path}: ${w}`));
  }
  none(two, 'a sheet to hand over is one side of A4');
  none(letters, 'letters of less than 18 points on a sheet to hand over');
  none(other, 'a sheet to hand over');
  none(await byAxe(page), 'a sheet to hand over, axe');
  await closed(small);
  await closed(page);
});

await step('a booklet', async () => {
  const folder = join(work, 'booklets'), paths = pagesOf(folder), page = await chrome.fresh(), small = await chrome.fresh({ viewport: { width: 320, height: 800 } });
  check(paths.length >= 4, `only ${paths.length} booklets`);
  for (const path of paths) {
    await page.emulateMedia({ media: 'print' });
    await page.goto(address(join(folder, path)));
    const fiches = await page.locator('article').count(), a4 = !path.includes('a5');
    // The sheets of what stands before the fiches, and of all of it.
    const all = sheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    await page.evaluate(() => document.querySelectorAll('article').forEach(e => e.remove()));
    const before = sheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    check(all - before >= fiches && (!a4 || all - before <= fiches * 1.1), `${path}: ${all} sheets, ${before} before ${fiches} fiches`);
    // As wide as the paper between its margins: nothing stands out or lies over another.
    await page.setViewportSize({ width: Math.round((a4 ? 182 : 128) / 25.4 * 96), height: 1000 });
    await page.goto(address(join(folder, path)));
    none(await page.evaluate(() => {
      const wrong = [], width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width) wrong.push(`${document.documentElement.scrollWidth} pixels wide in ${width}`);
      for (const e of document.querySelectorAll('article *')) {
        const box = e.getBoundingClientRect();
        if (e.checkVisibility() && box.width && (box.right > width + 1 || box.left < -1) && getComputedStyle(e).position !== 'absolute') wrong.push(`${e.closest('article').id}: ${e.tagName} to ${Math.round(box.right)} of ${width}`);
      }
      const articles = [...document.querySelectorAll('article')].map(e => e.getBoundingClientRect());
      articles.forEach((box, i) => { if (i && box.top < articles[i - 1].bottom - 1) wrong.push(`article ${i + 1} lies over the one before`); });
      return wrong;
    }), `${path} on paper`);
    await page.emulateMedia({ media: 'screen' });
    none(await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(e => e.id), wrong = ids.length === new Set(ids).size ? [] : ['an id twice'];
      for (const a of document.querySelectorAll('a[href^="#"]')) if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) wrong.push(a.hash);
      return wrong;
    }), `${path}: links inside`);
    await small.goto(address(join(folder, path)));
    check(await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} scrolls sideways on a telephone`);
  }
  // Three fiches are like sixty, and axe takes its time.
  await page.evaluate(() => document.querySelectorAll('article:nth-of-type(n+4)').forEach(e => e.remove()));
  none(await byAxe(page).then(all => all.filter(v => !/^(page-has-heading-one|landmark)/.test(v))), 'a booklet, axe');
  await closed(small);
  await closed(page);
});

// ---- The files themselves ----

await step('html-validate', async () => {
  const { HtmlValidate } = packages('html-validate');
  const rules = { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'tel-non-breaking': 'off', 'no-redundant-role': 'off', 'prefer-native-element': 'off', 'svg-focusable': 'off', 'text-content': 'error' };
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'], rules });
  const wrong = [];
  // Each kind of page, and one in seven of all.
  const some = site => pagesOf(join(work, site)).filter((path, i) => i % 7 === 0 || Object.values(kinds).includes(path));
  for (const site of ['fumel', 'public']) for (const path of some(site)) {
    const report = await validator.validateString(readFileSync(join(work, site, path), 'utf8'), path);
    for (const result of report.results) for (const m of result.messages) wrong.push(`${site}/${path}:${m.line}:${m.column} ${m.ruleId} ${m.message}`);
  }
  none(wrong, 'html-validate');
});

await step('links', async () => {
  for (const site of ['fumel', 'public']) {
    const folder = join(work, site), wrong = [], ids = new Map();
    const idsOf = path => ids.get(path) || ids.set(path, new Set([...readFileSync(join(folder, path), 'utf8').matchAll(/ id="([^"]+)"/g)].map(m => m[1]))).get(path);
    let links = 0;
    for (const path of pagesOf(folder)) for (const [, raw] of readFileSync(join(folder, path), 'utf8').matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const link = raw.replaceAll('&amp;', '&');
      ++links;
      if (/^(https?:\/\/[^/\s]+|mailto:[^\s]+@|tel:\+?\d+$|sms:\+\d+$|data:image\/)/.test(link)) continue;
      if (/^[a-z]+:|^\/|^$/i.test(link)) { wrong.push(`${path}: ${link}`); continue; }
      const [file, fragment] = link.split('#'), target = file ? normalize(join(dirname(path), file)) : path;
      if (!existsSync(join(folder, target))) wrong.push(`${path}: no ${link}`);
      else if (fragment && !fragment.includes('=') && !idsOf(target).has(fragment)) wrong.push(`${path}: no #${fragment} in ${target}`);
    }
    none(wrong, `${site}: links`);
    check(links > 2000, `${site}: only ${links} links`);
  }
});

// The big button calls the line that the steps name.
await step('the big button', async () => {
  const page = await chrome.fresh(), wrong = [];
  let named = 0;
  for (const path of pagesOf(fumel).filter(p => p.startsWith('partenaires/'))) {
    await page.goto(address(join(fumel, path)));
    const [line, steps, labels, button] = await page.evaluate(() => [document.querySelector('.orienter a[href^="tel:"]')?.href, document.querySelector('.orienter .etapes')?.innerText.toLowerCase() ?? '',
      [...document.querySelectorAll('.panneau .tel')].map(p => [p.querySelector('a')?.href, p.querySelector('.doux')?.textContent.split('\n')[0].trim().toLowerCase()]), document.querySelector('.actions .plein')?.href]);
    // A number in the steps, a telephone whose label they say, else the professionals' line.
    const wanted = labels.find(([, label]) => label?.length >= 5 && steps.includes(label))?.[0] ?? line;
    if (wanted) ++named;
    const said = button?.startsWith('tel:') && steps.replace(/\D/g, '').includes(button.replace(/\D/g, '').replace(/^33/, '0'));
    if (wanted && wanted !== button && !said) wrong.push(`${path}: the steps name ${wanted}, the button calls ${button}`);
  }
  none(wrong, 'the big button');
  check(named > 0, 'some steps name a line');
  await closed(page);
});

// A telephone reads the code on the screen.
await step('QR code', async () => {
  const page = await chrome.fresh();
  await open(page, kinds.fiche);
  const picture = (await page.locator('.scan').screenshot()).toString('base64');
  await page.goto('about:blank');
  await page.evaluate(readFileSync(packages.resolve('jsqr'), 'utf8'));
  const read = await page.evaluate(async png => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }), pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const pixels = pen.getImageData(0, 0, image.width, image.height);
    return jsQR(pixels.data, image.width, image.height)?.data;
  }, picture);
  check(read?.startsWith('MECARD:') && read.includes('CCAS de Fumel') && read.includes('+33536491020'), `the code says ${read}`);
  await closed(page);
});

// ---- Hostile texts ----

await step('hostile texts', async () => {
  const page = await chrome.fresh();
  await page.goto('about:blank');
  const dialogs = [];
  page.on('dialog', d => { dialogs.push(d.message()); d.dismiss(); });
  // Elements and the names of their attributes, in order. What is a word for an acronym is none of a tree.
  const shape = () => page.evaluate(() => [...document.querySelectorAll('*')].filter(e => e.tagName !== 'ABBR').map(e => e.tagName + [...e.attributes].map(a => '.' + a.name)).join(' '));
  const parsed = html => page.evaluate(text => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')].filter(e => e.tagName !== 'ABBR').map(e => e.tagName + [...e.attributes].map(a => '.' + a.name)).join(' '), html);
  const differs = (a, b) => { const x = a.split(' '), y = b.split(' '), i = x.findIndex((v, k) => v !== y[k]); return `${x.slice(i - 2, i + 2).join(' ')} became ${y.slice(i - 2, i + 2).join(' ')}`; };
  const paths = pagesOf(join(work, 'plain')), plain = new Map();
  for (const path of paths) plain.set(path, await parsed(readFileSync(join(work, 'plain', path), 'utf8')));
  for (const site of ['hostile-0', 'hostile-7', 'hostile-19']) {
    const wrong = [];
    check(JSON.stringify(pagesOf(join(work, site))) === JSON.stringify(paths), `${site}: the same pages`);
    for (const path of paths) {
      const html = readFileSync(join(work, site, path), 'utf8'), tree = await parsed(html);
      if (tree !== plain.get(path)) wrong.push(`${path}: ${differs(plain.get(path), tree)}`);
    }
    none(wrong, `${site}: the same elements as with harmless words`);
  }
  for (const path of Object.values(kinds).map(p => p.split('#')[0])) {
    await open(page, path, join(work, 'plain'));
    const harmless = await shape();
    await open(page, path, join(work, 'hostile-0'));
    const hostile = await shape();
    check(harmless === hostile, `${path}, loaded: ${differs(harmless, hostile)}`);
  }
  // With the search at work on them.
  await open(page, 'index.html#q=' + encodeURIComponent('<script>alert(1)</script>'), join(work, 'hostile-0'));
  check(await page.evaluate(() => [...document.querySelectorAll('script')].every(s => s.src)), 'hostile words in the search');
  none(dialogs, 'dialogs');
  await closed(page);
});

// ---- Sizes, and what the first letter costs ----

await step('sizes', async () => {
  const size = (site, file) => statSync(join(work, site, file)).size, many = 'many';
  const sheet = size(many, 'assets/style.css'), scripts = ['heures', 'recherche', 'page'].reduce((all, name) => all + size(many, `assets/${name}.js`), 0);
  const page = await chrome.fresh();
  let bytes = 0, loaded = 0;
  page.on('request', r => { if (r.url().startsWith('file:')) { const now = statSync(new URL(r.url())).size; if (!/\/(urgences|lecture|reponses)\.js$/.test(r.url())) bytes += now; if (/\.js$/.test(r.url()) && !/(donnees|urgences|lecture|reponses)\.js$/.test(r.url())) loaded += now; } });
  await open(page, 'index.html', join(work, many));
  await page.waitForLoadState('networkidle');
  const opening = loaded, partners = await page.evaluate(() => CAFE.f.length);
  await ask(page, 'logement');
  console.log(`sizes: style ${sheet}, scripts ${scripts}, those that open the home page ${opening}, home page with all it loads ${bytes} bytes for ${partners} partners`);
  check(sheet < 12500, `the style sheet has ${sheet} bytes`);
  check(scripts < 20500, `the scripts have ${scripts} bytes`);
  check(opening > 5000 && opening < 10000, `the home page opens with ${opening} bytes of scripts`);
  const onFiche = size(many, 'assets/heures.js') + size(many, 'assets/jours.js');
  const pages = size(many, 'assets/pages.css'), fiche = size(many, 'assets/fiche.js');
  console.log(`sizes: style of the other pages ${pages}, what a fiche does besides ${fiche}`);
  check(pages < 6500, `the style sheet of the other pages has ${pages} bytes`);
  check(fiche < 1600, `what a fiche does besides has ${fiche} bytes`);
  check(onFiche < 2000, `the scripts of a fiche have ${onFiche} bytes`);
  check(bytes < 250000, `the home page and all it loads have ${bytes} bytes`);
  console.log(`sizes: what answers say ${size(many, 'assets/reponses.js')}`);
  check(size(many, 'assets/reponses.js') < 100000, `what answers say has ${size(many, 'assets/reponses.js')} bytes`);
  check(size(many, 'assets/urgences.js') < 165000, `what hears danger has ${size(many, 'assets/urgences.js')} bytes`);
  const read = gzipSync(readFileSync(join(work, many, 'assets/lecture.js'))).length;
  check(read < 350000, `what reads words has ${read} bytes, compressed`);
  check(partners >= 300, `only ${partners} partners`);
  await closed(page);
});

none([...new Set(chrome.outside)], 'requests to elsewhere');
none([...new Set(chrome.errors)], 'errors on the console');
await chrome.close();
console.log(`the site in a browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
