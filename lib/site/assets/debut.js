// On the first page before anything of it is shown: an address that asks something needs the search at once, and nothing of
// what stands below the field.
'use strict';
if (/^#(.*&)?q=./.test(location.hash)) {
  document.documentElement.classList.add('cherche');
  for (const name of ['urgences', 'lecture', 'recherche', 'reponses'])
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href: `assets/${name}.js` }));
  // Where page.js did not come, the page is whole without a search.
  addEventListener('load', () => document.documentElement.classList.contains('js') || document.documentElement.classList.remove('cherche'));
}
