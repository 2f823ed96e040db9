// On the first page before anything of it is shown: an address that asks something needs the search at once, and nothing of
// what stands below the field.
if (/[#&]q=./.test(location.hash)) {
  document.documentElement.className = 'cherche';
  document.head.insertAdjacentHTML('beforeend', ['urgences', 'lecture', 'recherche', 'reponses'].map(name => `<link rel=preload as=script href=assets/${name}.js>`).join(''));
}
