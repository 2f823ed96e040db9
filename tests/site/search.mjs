// The published page's search beside `cafe find`: search.mjs CAFE NOTEBOOK SITE FIRST FIVE STEMS QUESTIONS…
// Its words are stemmed alike, misspelt ones are read alike (corrections.tsv beside STEMS). Over all lists of questions it
// finds the same partner first, or one that the command says answers as well, at least as often as FIRST asks (0 to 1), and the
// same first five, in whatever order, at least as often as FIVE asks. Where the command finds nobody or asks back, so does the
// page; whom it names as the answer, the page names, and nobody whom a fiche's own page does not. Of the questions every third is put, EVERY=1: all; SHOW=1 lists those where they differ.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import vm from 'node:vm';

const [cafe, notebook, site, wantedFirst, wantedFive, stems, ...lists] = process.argv.slice(2);
// page.js finds no page here and says only what the search reads of the data. It is the day of the edition.
const today = '2026-11-20', noon = class extends Date { constructor(...at) { super(...at.length ? at : [today + 'T12:00']); } };
const page = vm.createContext({ Date: noon, document: { documentElement: { lang: 'fr' }, querySelector: () => null, querySelectorAll: () => [] }, window: {} });
for (const file of ['jours.js', 'heures.js', 'donnees.js', 'page.js', 'lecture.js', 'recherche.js', 'reponses.js']) vm.runInContext(readFileSync(`${site}/assets/${file}`, 'utf8'), page);
vm.runInContext('CAFE.r = REPONSES.r; unpack(CAFE); steps = Recherche(CAFE); do step = steps.next(); while (!step.done); engine = step.value;', page);
const engine = page.engine, ids = page.CAFE.f.map(f => f.id);
const rows = file => readFileSync(file, 'utf8').split('\n').filter(l => l && l[0] !== '#').map(l => l.split('\t'));
const plain = text => text.replace(/<[^>]*>/g, '').replace(/&#39;/g, "'").replace(/[\u00a0\u202f]/g, ' ');
let passed = 0, failed = 0;
const check = (right, words) => { right ? ++passed : (++failed, console.log(words)); };

for (const [word, light, root] of rows(stems).slice(1)) {
  const f = engine.fold(word);
  check(engine.light(f) === light && engine.root(f) === root, `stem ${word}: ${engine.light(f)} ${engine.root(f)}, not ${light} ${root}`);
}
const answer = question => JSON.parse(execFileSync(cafe, ['-C', notebook, 'find', '--json', '--all', '--today', today, question], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
if (notebook.endsWith('fumel')) for (const [question, read] of rows(`${dirname(stems)}/corrections.tsv`).slice(1)) {
  const wanted = read === '-' ? [] : [read], said = answer(question).understood.corrected.map(c => `${c.typed} ${c.read}`), shown = engine.ask(question).read.map(r => r.join(' '));
  check(`${said}` === `${wanted}`, `cafe find « ${question} » reads ${said}, not ${wanted}`);
  check(`${shown}` === engine.fold(`${wanted}`), `the page's « ${question} » reads ${shown}, not ${wanted}`);
}
let people = 0;
const all = { asked: 0, same: 0, five: 0 };
for (const list of lists) {
  let asked = 0, same = 0, five = 0;
  const others = [];
  for (const [question] of rows(list).slice(1).filter((_, i) => i % (process.env.EVERY || 3) === 0)) {
    let hits, ties = [], named;
    try {
      const said = answer(question);
      hits = said.hits.map(h => h.partner ?? h.id);
      ties = said.ties.flat();
      // Who has left is in no edition, nor is who came after them told; nor whose name may not go round.
      if (/person|function/.test(said.answer?.kind) && !said.answer.predecessor && !said.answer.until && ids.includes(said.answer.partner) && plain(readFileSync(`${site}/partenaires/${said.answer.partner}.html`, 'utf8')).includes(said.answer.name)) named = said.answer.name;
    } catch {
      hits = [];  // nobody, or a place that the notebook does not know: the command asks back
    }
    const shown = engine.ask(question), found = shown.hits.map(h => ids[h.f]);
    if (named) { ++people; check(Object.values(shown.direct || {}).includes(named), `« ${question} »: the page does not name ${named}`); }
    hits = hits.filter(id => ids.includes(id));
    ++asked;
    const first = (hits[0] ?? '-') === (found[0] ?? '-') || ties.includes(hits[0]) && ties.includes(found[0]);
    same += first;
    five += `${hits.slice(0, 5).sort()}` === `${found.slice(0, 5).sort()}`;
    if (!first) others.push(`${question}: ${found[0] ?? '-'} beside ${hits[0] ?? '-'}`);
  }
  console.log(`${list.split('/').pop()}: ${asked} questions, the same first ${same}, the same first five ${five}`);
  if (process.env.SHOW) others.forEach(o => console.log('  ' + o));
  all.asked += asked; all.same += same; all.five += five;
}
console.log(`${notebook}: ${all.asked} questions, the same first ${all.same}, the same first five ${all.five}`);
check(all.same >= all.asked * wantedFirst, `${notebook}: fewer than ${wantedFirst} find the same partner first`);
check(all.five >= all.asked * wantedFive, `${notebook}: fewer than ${wantedFive} find the same first five`);
console.log(`${notebook}: ${people} questions whose answer is somebody`);
// What is told of somebody stands on the fiche as well: name, telephone, mailbox.
for (const row of page.REPONSES.h) {
  const [f, name, , , phone, mail] = row.split('|'), fiche = plain(readFileSync(`${site}/partenaires/${ids[f]}.html`, 'utf8'));
  check([name, phone, mail].every(words => fiche.includes(plain(words))), `the page of ${ids[f]} does not say ${row}`);
}
// Words that every object of JavaScript knows are words like others.
for (const word of ['__proto__', ...Object.getOwnPropertyNames(Object.prototype)]) {
  let heard;
  try { heard = engine.ask(word).hits; } catch (error) { heard = error.message; }
  check(`${heard}` === '', `« ${word} » finds ${heard}`);
}
const first = page.CAFE.r[0];
check(!first || engine.meetings(first[0]).includes(first), 'a meeting is not found by its own name');
check(engine.meetings('zzyzx').length === 0 && engine.meetings('de la').length === 0, 'a meeting is found by nothing');
console.log(`search of the page: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
