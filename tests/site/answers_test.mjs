// Answers in a real browser: what of them stands on the first screen, how far they are by keyboard, what they say.
// answers_test.mjs WORK, which holds fumel (the partners' edition of examples/fumel) and public (everybody's). Forty questions
// from five lists, on each screen and in both editions. Ends with "N passed, N failed". With PICTURES=FOLDER the screens are
// kept there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address, answered, browser } from './browser.mjs';

const work = process.argv[2];
let passed = 0, failed = 0;
const check = (right, words) => { if (right) ++passed; else { ++failed; console.log(words); } };
const chrome = await browser();
const open = async (page, site, question) => {
  await page.goto('about:blank');
  await page.goto(address(join(work, site, 'index.html')) + '#q=' + encodeURIComponent(question));
  await answered(page);
};
// Another question in the page that is open already.
const ask = async (page, question) => {
  await page.evaluate(q => { scrollTo(0, 0); location.hash = '#q=' + encodeURIComponent(q); }, question);
  await page.waitForFunction(q => document.querySelector('#q').value === q, question);
  await answered(page);
};
const listed = name => readFileSync(`tests/questions/${name}.tsv`, 'utf8').split('\n').filter(l => l && l[0] !== '#').slice(1).map(l => l.split('\t')[0]);
// Of each list eight, from its beginning to its end.
const questions = ['fumel', 'fumel-more', 'fumel-heard', 'fumel-voices', 'fumel-later'].map(listed).flatMap(l => Array.from({ length: 8 }, (_, i) => l[Math.floor((i + .5) * l.length / 8)]));
const screens = { phone: [{ viewport: { width: 390, height: 844 } }, 3], desktop: [{ viewport: { width: 1366, height: 768 } }, 4] };
// How many answers can be called without scrolling, one behind the other; how many there are that can be called at all.
const callable = page => page.evaluate(() => {
  const calls = [...document.querySelectorAll('.fiche')].map(card => card.querySelector('a[href^="tel:"], a[href^="mailto:"]')).filter(Boolean), below = calls.findIndex(a => a.getBoundingClientRect().bottom > innerHeight);
  return [below < 0 ? calls.length : below, calls.length];
});
// Presses of Tab from the field to the first answer, and to its telephone.
const tabs = async page => {
  await page.focus('#q');
  let first = 0, n = 0;
  for (; n < 30; ) {
    await page.keyboard.press('Tab');
    ++n;
    const at = await page.evaluate(() => { const e = document.activeElement; return !e.closest('.fiche') ? '' : /^(tel|mailto):/.test(e.getAttribute('href') || '') ? 'call' : 'card'; });
    if (at && !first) first = n;
    if (at === 'call') break;
  }
  return [first, n];
};
for (const [screen, [options, wanted]] of Object.entries(screens)) for (const site of ['fumel', 'public']) {
  const page = await chrome.fresh(options);
  const tally = new Map(), few = [];
  let far = [0, 0], asked = 0;
  await open(page, site, questions[0]);
  for (const question of questions) {
    await ask(page, question);
    const [n, cards] = await callable(page);
    if (!cards) continue;
    ++asked;
    const danger = await page.locator('.avis.danger').isVisible();
    tally.set(n, (tally.get(n) || 0) + 1);
    // A danger has its numbers before all answers.
    if (n + danger < Math.min(wanted, cards)) few.push(`${question}: ${n} of ${cards}`);
    if (!danger) {
      const [first, call] = await tabs(page);
      if (first > far[0]) far[0] = first;
      if (call > far[1]) { far[1] = call; far[2] = question; }
    }
  }
  console.log(`${site}, ${screen}: ${asked} questions, answers on the first screen ${[...tally].sort((a, b) => a[0] - b[0]).map(([n, q]) => `${n} in ${q}`).join(', ')}; ${far[0]} tabs to the first, ${far[1]} to its telephone`);
  few.forEach(f => console.log('  ' + f));
  check(asked > 30, `${site}, ${screen}: only ${asked} of ${questions.length} questions have an answer`);
  check(few.length === 0, `${site}, ${screen}: fewer than ${wanted} answers can be called in ${few.length} questions`);
  check(far[0] <= 3 && far[1] <= 4, `${site}, ${screen}: ${far}`);
  if (process.env.PICTURES) for (const [name, q] of Object.entries({ loyer: 'impayé de loyer', faim: 'plus rien à manger Fumel', danger: 'mon mari me frappe', nobody: 'xyzzyx', elsewhere: 'permis de conduire Duras', lost: 'logement à Bergerac' })) {
    await open(page, site, q);
    await page.screenshot({ path: join(process.env.PICTURES, `${site}-${screen}-${name}.png`) });
  }
  // What was understood stands as it was typed; somebody who is asked for before all others, where the edition names them.
  await open(page, site, "coupé l'électricité");
  check((await page.textContent('#bilan')).replace(/[\u00a0\u202f]/g, ' ').includes("« coupé l'électricité »"), `${site}, ${screen}: ${await page.textContent('#bilan')}`);
  for (const [asked, named] of [['qui est Claire Dupouy', 'Claire Dupouy'], ['qui est Thomas Lacombe', site === 'fumel' ? 'Thomas Lacombe' : '']]) {
    await open(page, site, asked);
    const card = page.locator('div.fiche.rep'), shown = await card.isVisible() ? await card.locator('h3').textContent() : '';
    check(shown === named && (!named || await card.locator('a[href^="tel:"]').isVisible()), `${site}, ${screen}: ${asked} names ${shown}`);
  }
  await page.context().close();
}
chrome.errors.forEach(e => check(false, e));
await chrome.close();
console.log(`answers in a browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
