// The journeys that people make, in Firefox: firefox_test.mjs WORK, which holds fumel (the partners' edition of
// examples/fumel) and public (everybody's). Search, dark, print. Ends with "N passed, N failed".
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { address } from './browser.mjs';
import { firefox } from './firefox.mjs';

const work = process.argv[2];
let passed = 0, failed = 0;
const check = (right, words) => { if (right) ++passed; else { ++failed; console.log(words); } };
const at = (site, path) => address(join(work, site, path));
const answered = page => page.until(() => !document.querySelector('#bilan')?.textContent.endsWith('…'));
const kept = async (page, name) => process.env.PICTURES && writeFileSync(join(process.env.PICTURES, `firefox-${name}.png`), await page.picture());

// ---- Search: typed, by keyboard, by a link; danger; nobody ----
const light = await firefox();
await light.open(at('public', 'index.html'));
await light.run(() => document.querySelector('#q').focus());
await light.press('impayé de loyer');
await answered(light);
const found = await light.run(() => [...document.querySelectorAll('.fiche h3')].map(h => h.textContent));
check(found.length >= 4, `« impayé de loyer » finds ${found}`);
check(await light.run(() => location.hash.includes('q=impay')), 'what was typed stands in the address');
let call = 0;
for (let tab = 1; tab <= 4 && !call; ++tab) { await light.press('\uE004'); if (await light.run(() => /^tel:/.test(document.activeElement.getAttribute('href') || ''))) call = tab; }
check(call, 'from the field to the first telephone it is more than four tabs');
const seen = await light.run(() => [...document.querySelectorAll('.fiche a[href^="tel:"]')].filter(a => a.getBoundingClientRect().bottom <= innerHeight).length);
check(seen >= 4, `${seen} answers can be called on the first screen`);
await kept(light, 'answers');
const first = await light.run(() => document.querySelector('.fiche h3 a').getAttribute('href'));
await light.open(at('public', first.split('#')[0]));
check(await light.run(() => document.querySelector('.actions a[href^="tel:"]') !== null), `${first}: whom to call`);
await light.back();
await answered(light);
check(await light.run(() => document.querySelector('#q').value) === 'impayé de loyer', 'back to the question');
await light.open(`${at('fumel', 'index.html')}#q=je%20veux%20mourir`);
await light.until(() => document.querySelector('.avis.danger a[href="tel:3114"]') !== null);
check(await light.run(() => document.querySelector('.avis.danger a[href="tel:3114"]').getBoundingClientRect().bottom < innerHeight), 'danger is heard and stands first');
await light.open(`${at('fumel', 'index.html')}#q=xyzzyx`);
await answered(light);
check(await light.run(() => document.querySelector('main .avis a[href="tel:115"]') !== null), 'where nobody is found there are the emergency numbers');

await light.open(at('public', 'partenaires/ccas-fumel.html'));
const day = await light.run(() => document.querySelector('.jour')?.textContent);
check(/^Aujourd’hui\s:\s(fermé|\d)/.test(day), `today's hours: ${day}`);

// ---- Print: a fiche is one sheet, two at most; what is for the screen alone is not on it ----
for (const [name, path] of Object.entries({ fiche: 'partenaires/ccas-fumel.html', theme: 'themes/logement.html' })) {
  await light.open(at('public', path));
  const file = join(work, `firefox-${name}.pdf`);
  writeFileSync(file, await light.print());
  const said = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }), pages = said.split('\f').length - 1;
  check(name !== 'fiche' || pages === 1, `${name}: ${pages} sheets`);
  check(/05 36 49 10 20|05 \d\d \d\d \d\d \d\d/.test(said) && said.includes('3114'), `${name}: telephones and emergency numbers on paper`);
  check(!said.includes('Aller au contenu') && !said.includes('Partager'), `${name}: what is for the screen alone`);
  if (process.env.PICTURES) execFileSync('pdftoppm', ['-r', '60', '-png', file, join(process.env.PICTURES, `firefox-${name}-print`)]);
}
const wrong = [...light.errors, ...light.outside];
await light.close();

// ---- Dark: dark behind, light before, on each kind of page ----
const dark = await firefox({ dark: true, width: 390, height: 844 });
for (const path of ['index.html', 'partenaires/ccas-fumel.html', 'themes/logement.html', 'territoires/fumel.html', '404.html', 'reseau.html']) {
  await dark.open(at('public', path));
  const [behind, text, wide] = await dark.run(() => {
    const bright = c => { const [r, g, b] = c.match(/[\d.]+/g).map(Number); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const h1 = document.querySelector('h1');
    let at = h1, colour;
    do { colour = getComputedStyle(at).backgroundColor; at = at.parentElement; } while (at && /, 0\)$|transparent/.test(colour));
    return [bright(colour), bright(getComputedStyle(h1).color), document.documentElement.scrollWidth - innerWidth];
  });
  check(behind < 70 && text > 150, `${path}, dark: ${text} on ${behind}`);
  check(wide <= 0, `${path}: ${wide} pixels too wide for a telephone`);
}
await dark.open(`${at('public', 'index.html')}#q=impay%C3%A9%20de%20loyer`);
await answered(dark);
check(await dark.run(() => [...document.querySelectorAll('.fiche a[href^="tel:"]')].filter(a => a.getBoundingClientRect().bottom <= innerHeight).length) >= 3, 'three answers can be called on the first screen of a telephone');
await kept(dark, 'dark');
wrong.push(...dark.errors, ...dark.outside);
await dark.close();
check(!wrong.length, `errors and requests to elsewhere: ${wrong.slice(0, 5).join('; ')}`);
console.log(`Firefox: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
