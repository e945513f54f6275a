import { cliRows } from './cli.ts';
import { engineRows } from './engine.ts';
import { report } from './measure.ts';
import { requestRows } from './requests.ts';
import { storeRows } from './store.ts';

/** `npm run bench`: speed and scale against their limits. Medians; every baseline is measured in the same run. */
const { text, ok } = report([...cliRows(), ...storeRows(), ...(await engineRows()), ...(await requestRows())]);
console.log(text);
process.exitCode = ok ? 0 : 1;
