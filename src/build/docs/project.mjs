import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const program = join(root, 'dist/vp.cjs');
/** Small plans, each with one fault. */
export const fixtures = join(root, 'test/errors');

/** The lists that the pages print, and the command line itself, bundled from the TypeScript source. */
export async function readSource() {
  const contents = [
    ['GLOSSARY', './src/model/glossary.ts'],
    ['RULE_INFOS', './src/report/rule-infos.ts'],
    ['RULE_EXAMPLES', './src/report/rule-examples.ts'],
    ['EXAMPLE_DAY', './test/helpers/example-plan.ts'],
    ['examplePlan', './test/helpers/example-plan.ts'],
    ['run', './src/cli/run.ts'],
  ].map(([name, path]) => `export { ${name} } from '${path}';`);
  const { outputFiles } = await build({
    define: { 'import.meta.url': 'undefined' },
    stdin: { contents: contents.join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const module = { exports: {} };
  compileFunction(outputFiles[0].text, ['require', 'module'])(createRequire(program), module);
  const { GLOSSARY, RULE_INFOS, RULE_EXAMPLES, EXAMPLE_DAY, examplePlan, run } = module.exports;
  return {
    glossary: GLOSSARY,
    rules: RULE_INFOS,
    examples: RULE_EXAMPLES,
    exampleDay: EXAMPLE_DAY,
    examplePlan,
    run,
  };
}
