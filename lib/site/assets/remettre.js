// The sheet of several fiches that were kept, by the ids in its address (#k=a,b): FEUILLES (lib/site/sheet_data.cpp) has what
// the sheet of each says, which everyone may know. Words go into the page as text, never as markup.
'use strict';
(() => {
const lang = document.documentElement.lang, main = document.querySelector('main');
const make = (tag, className, ...inside) => { const e = Object.assign(document.createElement(tag), className ? { className } : {}); e.append(...inside); return e; };
const run = ([words, href, strong]) => {
  const lines = words.split('\n').flatMap((line, k) => k ? [make('br'), line] : [line]), inner = strong ? [make('strong', '', ...lines)] : lines;
  return href ? [Object.assign(make('a', '', ...inner), { href })] : inner;
};
const runs = all => all.flatMap(run);
const block = ([kind, all]) => kind === 'n' ? make('div', 'avis', ...all.map(line => make('p', '', ...runs(line))))
  : kind === 'f' ? make('dl', 'cles', ...all.flatMap(([label, value]) => [make('dt', '', label), make('dd', '', ...runs(value))])) : make('p', '', ...runs(all));
const show = () => {
  const ids = (new URLSearchParams(location.hash.slice(1)).get('k') || '').split(',').filter(Boolean), there = ids.filter(id => Object.hasOwn(FEUILLES.f, id)), urgent = new Map();
  // Each number once, whosoever's it is.
  for (const id of there) for (const [, lines] of FEUILLES.f[id][0]) for (const line of lines) { const number = line.find(r => r[1]); if (number) urgent.set(number[1], line); }
  const missing = ids.filter(id => !there.includes(id)), [NOT_PUBLIC, NONE] = FEUILLES.l;
  // That it is an emergency is said before the first number alone.
  const numbers = [...urgent.values()].map((line, k) => k ? line.slice(line.findIndex(r => r[1])) : line);
  main.replaceChildren(document.querySelector('h1'), ...numbers[0] ? [block(['n', numbers])] : [],
    ...there.flatMap(id => FEUILLES.f[id][1]).map(([name, blocks]) => make('section', '', make('h2', '', name), ...blocks.map(block))),
    ...there[0] ? [] : [make('p', '', NONE)], ...missing[0] ? [make('p', 'ecran', NOT_PUBLIC.replace('#', () => missing.join(', ')))] : []);
};
addEventListener('hashchange', show);
show();
})();
