import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fence, folded } from './markdown.mjs';
import { say } from './run-vp.mjs';

/** What `vp kontroll` says of a folder, without the closing count. */
export async function messageOf(source, folder, ...flags) {
  return (await say(source, ['kontroll', ...flags], folder)).trimEnd().replace(/\n\n1 plan \([^)]*\): .*$/, '');
}

/** The file that has the fault, and the message; the names of the files where it is about what is missing. */
export async function fixturePart(source, folder) {
  const message = await messageOf(source, folder);
  const path = /^[^:\n]+/.exec(message)?.[0] ?? '';
  const names = readdirSync(join(folder, 'plans'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `\`${join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1)}\``)
    .sort();
  const shown = /^\S+:\d+:\d+: /.test(message)
    ? fence(
        'text',
        decode(readFileSync(join(folder, path)))
          .replaceAll('\t', '→')
          .replaceAll('\u00A0', '⍽'),
      )
    : folded(`Filerna i planen: ${names.join(', ')}.`, '');
  return `${shown}\n\n${fence('text', message)}`;
}

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A file above the limit cannot lie among the fixtures: it is made for the occasion, without filling the disk. */
export async function tooLargePart(source) {
  const folder = mkdtempSync(join(tmpdir(), 'vp-docs-'));
  try {
    mkdirSync(join(folder, 'plans/2025/mal'), { recursive: true });
    writeFileSync(
      join(folder, 'plans/organisation.yaml'),
      'namn: Region Exempel\norgan:\n  rs:\n    namn: Regionstyrelsen\n',
    );
    writeFileSync(join(folder, 'plans/2025/plan.yaml'), 'titel: Verksamhetsplan 2025\nperiod: 2025\norgan: rs\n');
    writeFileSync(join(folder, 'plans/2025/mal/vard.yaml'), '');
    truncateSync(join(folder, 'plans/2025/mal/vard.yaml'), 65 * 1024 * 1024);
    return await fixturePart(source, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is said of an example of a rule. */
export async function exampleMessage(source, code, example) {
  const folder = mkdtempSync(join(tmpdir(), 'vp-docs-'));
  try {
    for (const [name, text] of Object.entries(source.examplePlan(code, example, example.wrong))) {
      const path = join(folder, 'plans', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const message = await messageOf(source, folder, '--regel', code, '--idag', source.exampleDay);
    if (!message.includes(`[${code} `)) {
      throw new Error(`the example of ${code} does not break its rule: ${message}`);
    }
    return message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
