import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../src/check/rules/index.ts';
import { LOAD_CODES } from '../src/diagnostics/codes.ts';
import { GLOSSARY } from '../src/model/glossary.ts';
import { identifiersOf } from './helpers/identifiers.ts';

/** The stages in order; each imports only from those to its left. `generated` is made by the build and imports nothing. */
const STAGES = [
  'source',
  'generated',
  'diagnostics',
  'model',
  'malvarde',
  'load',
  'evaluate',
  'check',
  'diff',
  'report',
  'render',
  'cli',
  'main.ts',
];

interface SourceText {
  readonly path: string;
  readonly stage: string;
  readonly text: string;
}

const sources: readonly SourceText[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|cts)$/.test(path))
  .map((path) => ({ path, stage: path.split('/')[0] ?? '', text: readFileSync(join('src', path), 'utf8') }));

/** Every import of one file by another: from stage to stage. */
const imports = sources.flatMap(({ path, stage, text }) =>
  [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((found) => {
    const target = new URL(found[1] ?? '', `file:///src/${path}`).pathname.replace(/^\/src\//, '');
    return { path, stage, target, targetStage: target.split('/')[0] ?? '' };
  }),
);

describe('arkitektur', () => {
  it('finns källfiler och importer att pröva', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('ligger varje källfil i en känd mapp', () => {
    expect([...new Set(sources.map(({ stage }) => stage))].filter((stage) => !STAGES.includes(stage))).toEqual([]);
    expect(STAGES.filter((stage) => !sources.some((source) => source.stage === stage))).toEqual([]);
  });

  it('går importer bara åt ett håll', () => {
    const backwards = imports.filter(
      ({ stage, targetStage }) =>
        targetStage !== '..' &&
        !targetStage.startsWith('package') &&
        STAGES.indexOf(targetStage) > STAGES.indexOf(stage),
    );
    expect(backwards.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
  });

  it('skriver bara main till omvärlden', () => {
    const writers = sources.filter(
      ({ path, text }) =>
        path !== 'main.ts' && /process\.(?:stdout|stderr|exit)|console\.|writeFile|renameSync/.test(text),
    );
    expect(writers.map(({ path }) => path)).toEqual([]);
  });

  it('är varje regel en listad fil med egen kod', () => {
    const files = sources
      .map(({ path }) => /^check\/rules\/(.+)\.ts$/.exec(path)?.[1])
      .filter((name) => name !== undefined && name !== 'index');
    expect(files.length).toBeGreaterThan(0);
    expect([...RULES].map((rule) => rule.slug).sort()).toEqual([...files].sort());
    const codes = [...Object.keys(LOAD_CODES), ...RULES.map((rule) => rule.code)];
    expect(new Set(codes).size).toBe(codes.length);
    const slugs = [...Object.values(LOAD_CODES), ...RULES].map((one) => one.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.filter((slug) => !/^[a-z0-9-]+$/.test(slug))).toEqual([]);
  });

  it('är namn med å, ä och ö byggda av ordlistans ord', () => {
    const words = new Set(GLOSSARY.flatMap(({ term, forms }) => [term, ...forms]));
    const unknown = sources.flatMap(({ path, text }) =>
      identifiersOf(text)
        .filter((name) => /[åäöÅÄÖ]/.test(name))
        .flatMap((name) => name.split(/(?<=\p{Ll})(?=\p{Lu})|_|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u))
        .filter((part) => /[åäöÅÄÖ]/.test(part) && !words.has(part.toLowerCase()))
        .map((part) => `${path}: ${part}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('är källfilerna NFC och filnamnen ASCII', () => {
    expect(sources.filter(({ text }) => text !== text.normalize('NFC')).map(({ path }) => path)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
    expect(sources.filter(({ path }) => !/^[\x00-\x7F]*$/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('hålls filer och ordlista inom rimlig storlek', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 400).map(({ path }) => path);
    expect(long).toEqual([]);
    expect(GLOSSARY.map(({ term }) => term)).toEqual(
      [...GLOSSARY.map(({ term }) => term)].sort(new Intl.Collator('sv').compare),
    );
  });
});
