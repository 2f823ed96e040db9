// Danger in the published page beside `cafe find`: danger.mjs CAFE NOTEBOOK SITE FILES… The same numbers in the same order
// for every sentence (the last column of each line).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const [cafe, notebook, site, ...files] = process.argv.slice(2);
const page = vm.createContext({ atob, Uint8Array, $: () => null, document: { documentElement: {} }, window: {} });
vm.runInContext(`${readFileSync(`${site}/assets/urgences.js`, 'utf8')};heard=Danger(DANGER)`, page);
// The name that the build gave to numbers_: the only thing that is handed out.
const [numbers] = Object.values(page.heard);
let passed = 0, failed = 0;
for (const file of files)
  for (const line of readFileSync(file, 'utf8').split('\n').filter(l => l && l[0] !== '#')) {
    const question = line.split('\t').pop();
    let out;
    try {
      out = execFileSync(cafe, ['-C', notebook, 'find', '--json', '--limit', '1', '--', question], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch (error) {
      out = error.stdout;  // nobody answers, or it is refused: the numbers stand all the same
    }
    const said = out ? JSON.parse(out).emergency.map(e => `${e.number} ${e.why}`).join(', ') : '';
    const shown = numbers(question).map(n => n.join(' ')).join(', ');
    if (said === shown) ++passed;
    else if (++failed < 20) console.log(`${question}: the page shows ${shown || 'nothing'}, the command ${said || 'nothing'}`);
  }
console.log(`danger in the page: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
