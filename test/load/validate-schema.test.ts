import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { type SchemaName, validateSchema } from '../../src/load/validate-schema.ts';
import { positionAt, type SourceFile } from '../../src/source/source-file.ts';

/** Findings as code, place and message: `VP110 2:1 nyckeln ”nmn” finns inte här`. */
async function told(schema: SchemaName, text: string): Promise<readonly string[]> {
  const file: SourceFile = { path: 'plans/2025/prov.yaml', text };
  const { value, diagnostics } = parseYaml(file);
  expect(diagnostics).toEqual([]);
  return (await validateSchema(schema, file, value ?? null)).map(({ code, place, message, help }) => {
    const { line, column } = positionAt(file, place.start);
    return `${code} ${line}:${column} ${message}${help === null ? '' : ` | ${help}`}`;
  });
}

const NYCKELTAL = 'namn: x\nnyckeltal:\n  - id: a\n    namn: A\n';

describe('ett fel mot schemat är ett fynd vid sin nyckel', () => {
  it.each<[string, SchemaName, string, RegExp]>([
    [
      'okänd nyckel',
      'malomrade',
      'namn: x\nnyckelta:\n  - id: a\n',
      /^VP110 2:1 nyckeln ”nyckelta” finns inte här \| Menade du ”nyckeltal”\?/,
    ],
    [
      'okänd nyckel i en post',
      'malomrade',
      `${NYCKELTAL}    malvarde: 5\n`,
      /^VP110 5:5 nyckeln ”malvarde” finns inte här \| Menade du ”målvärde”\?/,
    ],
    ['nyckel som saknas', 'plan', 'titel: x\nperiod: 2025\n', /^VP111 1:1 nyckeln ”organ” saknas/],
    [
      'nyckel som saknas i en post',
      'malomrade',
      'namn: x\nnyckeltal:\n  - id: a\n',
      /^VP111 3:5 nyckeln ”namn” saknas/,
    ],
    ['tomt värde', 'malomrade', 'namn:\n', /^VP113 1:1 ”namn” saknar värde/],
    ['tomt inom citattecken', 'malomrade', 'namn: ""\n', /^VP113 1:1 ”namn” saknar värde/],
    [
      'fel ord',
      'malomrade',
      `${NYCKELTAL}    riktning: ökar\n`,
      /^VP112 5:15 ”ökar” är inget av de värden som ”riktning” kan ha \| .*”öka”/,
    ],
    [
      'fel form på id',
      'malomrade',
      'namn: x\nnyckeltal:\n  - id: Åtgärd\n    namn: A\n',
      /^VP112 3:9 ”Åtgärd” har fel form: ett id skrivs med a–z/,
    ],
    ['fel form på period', 'plan', 'titel: x\nperiod: i år\norgan: rs\n', /^VP112 2:9 ”i år” har fel form/],
    ['lista där en text väntas', 'malomrade', 'namn: [x]\n', /^VP112 1:7 ”namn” ska vara en text, inte en lista/],
    [
      'text där en lista väntas',
      'malomrade',
      'namn: x\nnyckeltal: y\n',
      /^VP112 2:12 ”nyckeltal” ska vara en lista, inte en text/,
    ],
    [
      'versaler i ett organs id',
      'malomrade',
      `${NYCKELTAL}    målvärde:\n      RJH: 95 %\n`,
      /^VP112 6:7 ”RJH” kan inte vara nyckel här/,
    ],
    [
      'å i en enhets id',
      'organisation',
      'namn: x\norgan:\n  rs:\n    namn: RS\nenheter:\n  Bäckedal:\n    namn: y\n',
      /^VP112 6:3 ”Bäckedal” kan inte vara nyckel här/,
    ],
    ['filen är en lista', 'plan', '- x\n', /^VP112 1:1 filen ska vara nycklar med värden, inte en lista/],
  ])('%s', async (_name, schema, text, expected) => {
    const findings = await told(schema, text);
    expect(findings).toEqual([expect.stringMatching(expected)]);
  });

  it('det som är rätt ger inga fynd', async () => {
    expect(
      await told(
        'malomrade',
        `${NYCKELTAL}    målvärde:\n      rjh: 95 %\n      rs: 4,5\n    riktning: öka\n    etappmål:\n      2025-T1: minst 60 %\n`,
      ),
    ).toEqual([]);
  });
});
