import { describe, expect, it } from 'vitest';
import { evaluateOne } from '../helpers/temp-plan.ts';

const ENHETER = { 'organisation.yaml': organisation() };

function organisation(): string {
  const enheter = ['norr', 'soder', 'vast'].map((id) => `  ${id}:\n    namn: ${id}\n`).join('');
  return `namn: Region Prov\norgan:\n  rs:\n    namn: Regionstyrelsen\n    kort: RS\nenheter:\n${enheter}`;
}

/** What the row shows, its status, and which unit decided among how many. */
async function perUnit(utfall: readonly string[], period = '2025-T1', målvärde = 'minst 70 %'): Promise<string> {
  const nyckel = [`målvärde: ${målvärde}`, 'per_enhet: ja'];
  const one = { nyckel, kolumner: 'period;utfall;enhet', utfall, filer: ENHETER };
  const { utfall: shown, beräknad, grund } = await evaluateOne(one, period);
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

  it('en enhet som har tystnat räknas för sig; en som inte har hörts av i planens tid räknas inte', async () => {
    const utfall = ['2024;10 %;vast', '2025-T1;50 %;norr', '2025-T1;90 %;soder', '2025-T2;90 %;soder'];
    expect(await perUnit(utfall, '2025-T2')).toBe('90 % uppfyllt soder av 1, 1 utan');
  });

  it('säger varför ingen av enheterna går att bedöma', async () => {
    const utfall = ['2024;70 %;', '2025-T1;81 %;norr', '2025-T1;85 %;soder'];
    expect(await perUnit(utfall, '2025-T1', 'högre än 2024')).toBe('81 % kan_inte_beräknas norr av 0, 2 utan');
  });

  it.each([
    [
      'klart före fristen i båda',
      ['2025-T1;2025-03-01;norr', '2025-T1;2025-04-02;soder'],
      'uppfyllt norr av 2, 0 utan',
    ],
    [
      'öppet i den ena när fristen är ute',
      ['2025-T1;pågår;norr', '2025-T1;pågår;soder', '2025-T2;2025-06-02;soder'],
      '– ej_uppfyllt norr av 2, 0 utan',
    ],
  ])('en frist: %s', async (_name, utfall, expected) => {
    expect(await perUnit(utfall, '2025-T2', 'senast 2025-06-30')).toContain(expected);
  });
});
