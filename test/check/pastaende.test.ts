import { describe, expect, it } from 'vitest';
import { påstående } from '../../src/check/rules/pastaende.ts';
import { runRule, told } from '../helpers/run-rule.ts';

const OMRÅDE = `namn: Område
nyckeltal:
  - id: n
    namn: Nyckeltalet
    målvärde: minst 50 %
  - id: helger
    namn: Helger i arbete
    målvärde: max 2 av 5 helger
uppdrag:
  - id: u
    namn: Uppdraget
    från: rf
`;

async function find(...lines: readonly string[]): Promise<readonly string[]> {
  const found = await runRule(påstående, {
    '2025/plan.yaml':
      'titel: Plan\nperiod: 2025\norgan: rs\nuppgifter:\n  - id: ram\n    namn: Ramen\n    värde: 570 mkr\n',
    '2025/mal/omrade.yaml': OMRÅDE,
    '2025/utfall/rader.csv': 'nyckeltal;period;utfall\nn;2025-T1;48 %\nn;2024;40 %\n',
    '2025/pastaenden.yaml': `påståenden:\n${lines.map((line, at) => `${at === 0 ? '  - ' : '    '}${line}\n`).join('')}`,
  });
  return found.flatMap((one) => [told(one), ...one.notes.map((note) => `${note.place.file.path}: ${note.message}`)]);
}

describe('påståenden', () => {
  it.each<[string, readonly string[]]>([
    ['den status som regeln ger', ['beräknad: n', 'period: 2025-T1', 'väntat: Delvis uppfyllt']],
    ['ett utfall från före planen', ['utfall: n', 'period: 2024', 'väntat: 40 %']],
    ['antalet av', ['målvärde: helger', 'väntat: max 2 av 5 helger']],
    ['ett tomt antal', ['räkna: uppdrag', 'där:', '  från: hsn', 'väntat: 0']],
  ])('håller: %s', async (_, lines) => {
    expect(await find(...lines)).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'en annan status än regelns, med procenten',
      ['beräknad: n', 'period: 2025-T1', 'väntat: Uppfyllt'],
      [
        'fel 4:13 ”Uppfyllt”: påståendet om beräknad status för n (2025-T1) säger Uppfyllt, men planen ger delvis (96,0 %)',
      ],
    ],
    [
      'en uppgift, med var den står',
      ['uppgift: ram', 'väntat: 190 mkr'],
      [
        'fel 3:13 ”190 mkr”: påståendet om uppgift för ram säger 190 mkr, men planen ger 570 mkr',
        'plans/2025/plan.yaml: här står det i planen',
      ],
    ],
    [
      'ett antal av något annat',
      ['målvärde: helger', 'väntat: max 2 av 6 helger'],
      [
        'fel 3:13 ”max 2 av 6 helger”: påståendet om målvärde för helger säger max 2 av 6 helger, men planen ger max 2 av 5 helger',
        'plans/2025/mal/omrade.yaml: här står det i planen',
      ],
    ],
    [
      'inget av det som inte finns',
      ['räkna: uppdrag', 'där:', '  från: rff', 'väntat: 0'],
      ['fel 4:13 ”rff”: påståendet om antalet uppdrag med från rff: från ”rff” finns inte i planen'],
    ],
    [
      'en period utanför planen',
      ['räkna: uppdrag', 'period: 2026-T1', 'väntat: 1'],
      [
        'fel 3:13 ”2026-T1”: påståendet om antalet uppdrag (2026-T1): perioden 2026-T1 ligger utanför planens period 2025',
      ],
    ],
    [
      'en period som inte går att läsa',
      ['räkna: uppdrag', 'period: 2525-T1', 'väntat: 1'],
      ['fel 3:13 ”2525-T1”: påståendet om antalet uppdrag: perioden går inte att läsa'],
    ],
  ])('säger till om %s', async (_, lines, expected) => {
    expect(await find(...lines)).toEqual(expected);
  });
});
