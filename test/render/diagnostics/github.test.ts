import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { renderGithub } from '../../../src/render/diagnostics/github.ts';
import { RULE_INFOS } from '../../../src/report/rule-infos.ts';
import { diagnosticOf, HOSTILE, placeOf, SAMPLES, VARD } from './samples.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as GitHub's runner does (ActionCommand.TryParseV2). */
function readCommand(line: string): Command {
  const [, info = '', data = ''] = /^::(.*?)::(.*)$/su.exec(line) ?? [];
  const space = info.indexOf(' ');
  const pairs = info
    .slice(space + 1)
    .split(',')
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), unescapeProperty(pair.slice(at + 1))] as const;
    });
  return { name: info.slice(0, space), properties: Object.fromEntries(pairs), data: unescapeData(data) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

function commands(diagnostics: readonly Diagnostic[]): readonly Command[] {
  const lines = renderGithub(diagnostics, RULE_INFOS).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map(readCommand);
}

describe('GitHubs kommentarer', () => {
  it('är en rad för varje fynd, med kommandot efter allvaret', () => {
    expect(commands(SAMPLES).map(({ name }) => name)).toEqual([
      'error',
      'warning',
      'error',
      'error',
      'error',
      'notice',
    ]);
    expect(renderGithub([], RULE_INFOS)).toBe('');
  });

  it('skrivs som GitHub vill ha dem', () => {
    expect(renderGithub(SAMPLES.slice(0, 1), RULE_INFOS)).toBe(
      '::error file=plans/2025/mal/vard.yaml,line=5,endLine=5,col=15,endColumn=19,' +
        'title=VP203 Det framgår inte om värdet ska öka eller minska::' +
        'målvärdet ”88 %25” för telefon säger inte om värdet ska öka eller minska' +
        '%0Aplans/2025/mal/vard.yaml:6:15: här står riktning: minska' +
        '%0AHjälp: Skriv minst eller högst före talet\n',
    );
  });

  it('går att läsa tillbaka, vad som än står i fil och text', () => {
    const read = commands(SAMPLES);
    expect(read.map(({ properties }) => properties['file'])).toEqual(SAMPLES.map(({ place }) => place.file.path));
    expect(read[2]?.data).toContain('a ::error file=x,line=1::b %0A%25 </failure>]]>&amp; "citat"');
    expect(read[2]?.data).toContain('\\u001b[31m \\u0000 \\u009b2J \\u202e');
    expect(read[2]?.data).toContain('\nny rad, slut: å');
  });

  it('slutar inte i förtid vid kolon, komma eller procent i en sökväg', () => {
    const path = 'plans/2025/mal/a::error::b,title=c%3A%2C.yaml';
    const diagnostic = diagnosticOf('VP203', { place: placeOf({ path, text: '88 %' }, '88 %'), message: 'm' });
    expect(renderGithub([diagnostic], RULE_INFOS)).toMatch(
      /^::error file=plans\/2025\/mal\/a%3A%3Aerror%3A%3Ab%2Ctitle=c%253A%252C\.yaml,line=1,/,
    );
    expect(commands([diagnostic])).toMatchObject([{ name: 'error', properties: { file: path }, data: 'm' }]);
  });

  it('har kolumner bara när platsen är på en rad, och ingen rad för en hel fil', () => {
    const read = commands(SAMPLES);
    expect(read[2]?.properties).toMatchObject({ line: '1', endLine: '2' });
    expect(Object.keys(read[2]?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
    expect(Object.keys(read[3]?.properties ?? {})).toEqual(['file', 'title']);
  });

  it('ger aldrig en rad som kan läsas som ett annat kommando', () => {
    const hostile = ['::stop-commands::x', '%', '%0A::error::x', '\r::set-env name=A::b', HOSTILE].map((message) =>
      diagnosticOf('VP203', { place: placeOf(VARD, '88 %'), message, help: message }),
    );
    const text = renderGithub(hostile, RULE_INFOS);
    expect(text).not.toContain('\r');
    expect(text.trimEnd().split('\n')).toHaveLength(hostile.length);
    expect(commands(hostile).every(({ name }) => name === 'error')).toBe(true);
  });
});
