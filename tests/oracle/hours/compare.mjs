// Compares the project's working out of opening hours with opening_hours.js (npm), over every minute of a year.
// Use: node compare.mjs CAFE_HOURS_ORACLE REASONS FILE…; each line of a FILE is hours, up to a tab; "#" begins a comment.
// A FILE that ends in .js is a test file of opening_hours.js: every text in it that it reads as hours is taken. Hours in
// words are compared by their canonical form. The script of a published page (lib/site/assets/heures.js) is asked at some
// hundred minutes too: what it calls open must be open, what it calls closed must not be.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OpeningHours = createRequire(join(process.env.CAFE_NODE_MODULES, 'x.js'))('opening_hours');
const [tool, reasonsFile, ...files] = process.argv.slice(2);
const YEAR = 2026, first = new Date(YEAR, 0, 1), end = new Date(YEAR + 1, 0, 1), minutes = (end - first) / 6e4;
const place = { address: { country_code: 'fr', state: 'Nouvelle-Aquitaine' } };

const lines = file => readFileSync(file, 'utf8').split('\n').filter(line => line.trim() && !line.startsWith('#'));
const literals = file => [...readFileSync(file, 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(m => m[1].replace(/\\(.)/g, '$1'));
const texts = new Map(files.flatMap(file => file.endsWith('.js') ? literals(file).map(text => [text, false]) : lines(file).map(line => [line.split('\t')[0], true])));
// A text of hours, a tab, why the two may differ there.
const reasons = new Map(lines(reasonsFile).map(line => line.split('\t')));

const read = text => { try { return new OpeningHours(text, place, { mode: 0 }); } catch { return null; } };
const days = (text, beside) => read(text).getOpenIntervals(new Date(YEAR - beside, 0, 1), new Date(YEAR + 1 + beside, 0, 1)).flatMap(([from, until]) => {
  const found = [];
  for (const day = new Date(from); day < until; day.setDate(day.getDate() + 1))
    found.push(`${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`);
  return found;
});

// What each minute of the year is: 0 closed, 1 open, 2 not sure.
const minute = d => Math.round((d - first) / 6e4);
const paint = stretches => {
  const year = new Uint8Array(minutes);
  for (const [from, until, unsure] of stretches) year.fill(unsure ? 2 : 1, Math.max(0, from), Math.max(0, until));
  return year;
};
const theirs = oh => paint(oh.getOpenIntervals(first, end).map(([from, until, unsure]) => [minute(from), minute(until), unsure]));
const ours = text => paint([...text.matchAll(/(-?\d+)-(-?\d+)(\??)/g)].map(([, from, until, unsure]) => [+from, +until, unsure]));

const folder = mkdtempSync(join(tmpdir(), 'cafe-hours-')), holidays = join(folder, 'ph'), school = join(folder, 'sh');
writeFileSync(holidays, days('PH', 1).join('\n'));
writeFileSync(school, days('SH', 0).join('\n'));

// Of our own lists each has to be read, by both; of theirs, those that they read.
const readable = [...texts].filter(([text]) => !/[\n\t]/.test(text)).map(([text, own]) => ({ text, own, oh: read(text) })).filter(one => one.own || one.oh);
const answers = execFileSync(tool, [String(YEAR), holidays, school], { input: readable.map(one => one.text).join('\n') + '\n', maxBuffer: 1 << 29, encoding: 'utf8' }).split('\n');
// What the page's script says at a minute of the year, of hours as a page holds them.
const script = readFileSync('lib/site/assets/heures.js', 'utf8').split('\nfor (const row')[0].replace("'use strict';", '');
const JOURS = { l: ['', '#', '# #', ...Array(9).fill('')], o: readFileSync(holidays, 'utf8').split('\n').map(day => (Date.parse(day) / 864e5).toString(36)).join(' ') };
const badge = new Function('JOURS', 'document', 'Date', 'text', script + '\nreturn opening(text)[0];');
const said = (text, at) => {
  class Now extends Date { constructor(...of) { super(...(of.length ? of : [first.getTime() + at * 6e4])); } }
  return badge(JOURS, { documentElement: { lang: 'fr' } }, Now, text);
};
const holiday = at => { const day = new Date(first.getTime() + at * 6e4); return JOURS.o.includes((day / 864e5 | 0).toString(36)); };
const STEP = 2663;  // minutes: no divisor of a day
const wrongBadge = (page, year) => {
  if (!page) return -1;
  for (let at = 7; at < minutes; at += STEP) {
    const open = said(page, at);
    // On public holidays that hours do not speak of the page says nothing better than closed.
    if (open === 1 ? year[at] !== 1 : open === 0 && year[at] === 1 && !holiday(at) && !holiday(at - 1440)) return at;
  }
  return -1;
};

let told = 0;
let passed = 0, failed = 0, asked = 0, explained = 0;
const used = new Set();
readable.forEach(({ text, oh }, i) => {
  const [canonical, times, page] = answers[i].split('\t');
  if (canonical.startsWith('?')) { ++asked; if (process.env.ASKED) console.log(`asked: ${text}\t${canonical}`); return; }
  // In words, or forgiven: they may read it otherwise, so they are given what is written instead.
  if (!oh || times.startsWith('~')) oh = read(canonical);
  if (!oh) { ++failed; console.log(`${text}\n  as ${canonical}: opening_hours.js does not read it`); return; }
  const a = theirs(oh), b = ours(times.replace(/^~/, ''));
  let at = 0;
  while (at < minutes && a[at] === b[at]) ++at;
  if (at === minutes) {
    told += page ? 1 : 0;
    const wrong = wrongBadge(page, a);
    if (wrong < 0) return ++passed;
    ++failed;
    const on = new Date(first.getTime() + wrong * 6e4);
    return console.log(`${text}\n  on the page as ${page}\n  ${on.toDateString()} ${on.toTimeString().slice(0, 5)}: the page says ${said(page, wrong) ? 'open' : 'closed'}`);
  }
  if (reasons.has(text)) { used.add(text); return ++explained; }
  ++failed;
  const on = new Date(first.getTime() + at * 6e4);
  console.log(`${text}\n  as ${canonical}\n  ${on.toDateString()} ${on.toTimeString().slice(0, 5)}: opening_hours.js says ${['closed', 'open', 'unsure'][a[at]]}, here ${['closed', 'open', 'unsure'][b[at]]}`);
});
for (const text of reasons.keys())
  if (readable.some(one => one.text === text) && !used.has(text)) { ++failed; console.log(`a reason that is not needed: ${text}`); }
console.log(`${readable.length} texts, ${asked} not read but asked about, ${explained} with a reason; ${told} with something to say on a page`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
