import { loadPlan } from './load/load-plan.ts';
import { positionAt } from './source/source-file.ts';
const { plan, diagnostics } = await loadPlan({ path: 'plans', shown: 'plans' }, process.argv[2] ?? '2025');
for (const d of diagnostics) { const p = positionAt(d.place.file, d.place.start); console.log(`${d.place.file.path}:${p.line}:${p.column}: ${d.code} ${d.message} | ${d.help}`); }
console.log(plan?.målområden.map((m) => [m.id, m.nyckeltal.length, m.uppdrag.length]), plan?.utfall.length);
