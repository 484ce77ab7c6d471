import { describe, expect, it } from 'vitest';
import { evaluateOne } from '../helpers/temp-plan.ts';

const NYCKEL = ['målvärde: minst 70 %', 'per_enhet: ja'];
const ENHETER = { 'organisation.yaml': organisation() };

function organisation(): string {
  const enheter = ['norr', 'soder', 'vast'].map((id) => `  ${id}:\n    namn: ${id}\n`).join('');
  return `namn: Region Prov\norgan:\n  rs:\n    namn: Regionstyrelsen\n    kort: RS\nenheter:\n${enheter}`;
}

/** What the row shows, its status, and which unit decided among how many. */
async function perUnit(utfall: readonly string[]): Promise<string> {
  const one = { nyckel: NYCKEL, kolumner: 'period;utfall;enhet', utfall, filer: ENHETER };
  const { utfall: shown, beräknad, grund } = await evaluateOne(one, '2025-T1');
  const unit = grund.slag === 'per enhet' ? ` ${grund.enhet} av ${grund.antal}, ${grund.utan} utan` : '';
  return `${shown?.text ?? '–'} ${beräknad}${unit}`;
}

describe('ett målvärde för varje enhet', () => {
  it.each([
    [
      'den sämsta avgör, och visas, också bredvid ett värde för alla',
      ['2025-T1;95 %;', '2025-T1;60 %;norr', '2025-T1;80 %;soder'],
      '60 % ej_uppfyllt norr av 2, 0 utan',
    ],
    [
      'av dem som når målvärdet är den sämst som är närmast att missa det',
      ['2025-T1;80 %;norr', '2025-T1;75 %;soder', '2025-T1;99 %;vast'],
      '75 % uppfyllt soder av 3, 0 utan',
    ],
    [
      'en enhet utan värde räknas för sig',
      ['2025-T1;80 %;norr', '2025-T1;saknas;soder'],
      '80 % uppfyllt norr av 1, 1 utan',
    ],
  ])('%s', async (_name, utfall, expected) => {
    expect(await perUnit(utfall)).toBe(expected);
  });
});
