import { describe, expect, it } from 'vitest';
import { kalender } from '../../src/check/rules/kalender.ts';
import { runRule, told } from '../helpers/run-rule.ts';

const MÅL = `namn: Område
mål:
  - id: malet
    namn: Målet
    målvärde: minst 5 %
uppdrag:
  - id: uppdraget
    namn: Uppdraget
`;

async function find(text: string, plan = 'titel: Plan\nperiod: 2025\norgan: rs\n') {
  return runRule(kalender, { '2025/plan.yaml': plan, '2025/mal/omrade.yaml': MÅL, '2025/kalender.yaml': text });
}

function meeting(...lines: readonly string[]): string {
  return `sammanträden:\n${lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}\n`).join('')}`;
}

describe('kalender', () => {
  it('är tyst om det som finns', async () => {
    const text = `uppföljningsområden:\n  - namn: Allt\n    gäller: [omrade, malet, uppdraget]\n${meeting('datum: 2025-12-31', 'till: 2025-12-31', 'organ: hsn')}`;
    expect(await find(text)).toEqual([]);
    expect(await runRule(kalender, {})).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'till före datum',
      ['datum: 2025-05-04', 'till: 2025-05-03'],
      ['fel 3:11 ”2025-05-03”: sammanträdet slutar 2025-05-03, före första dagen 2025-05-04'],
    ],
    ['en dag som inte finns', ['datum: 2025-02-30'], ['fel 2:12 ”2025-02-30”: dagen 2025-02-30 finns inte']],
    [
      'utanför perioden',
      ['datum: 2024-12-31', 'till: 2025-01-01'],
      ['varning 2:12 ”2024-12-31”: datum 2024-12-31 ligger utanför planens period 2025'],
    ],
    [
      'okänt organ',
      ['datum: 2025-05-04', 'organ: hsm'],
      ['fel 3:12 ”hsm”: organet ”hsm” finns inte i plans/organisation.yaml'],
    ],
    [
      'okänt id',
      ['datum: 2025-05-04', 'punkter:', '  - ärende: A', '    gäller: [malet, mallet]'],
      ['fel 5:25 ”mallet”: id ”mallet” finns inte i planen'],
    ],
    [
      'en period som inte går att läsa',
      ['datum: 2025-05-04', 'punkter:', '  - ärende: A', '    avser: 2025-02-30'],
      ['fel 5:16 ”2025-02-30”: perioden för ”A” går inte att läsa'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect((await find(meeting(...lines))).map(told)).toEqual(expected);
  });

  it('prövar också uppföljningsområdena, och föreslår id som nästan heter så', async () => {
    const [found] = await find('uppföljningsområden:\n  - namn: Allt\n    gäller: [uppdragt]\n');
    expect(found).toMatchObject({ severity: 'fel', id: 'uppdragt', help: 'Menade du ”uppdraget”?' });
  });

  it('saknar inga id när en fil med målområden inte gick att läsa', async () => {
    const texts = {
      '2025/mal/omrade.yaml': 'namn: Område\nmål: [\n',
      '2025/kalender.yaml': `uppföljningsområden:\n  - namn: Allt\n    gäller: [malet]\n${meeting('datum: 2025-02-30')}`,
    };
    expect((await runRule(kalender, texts)).map(told)).toEqual(['fel 5:12 ”2025-02-30”: dagen 2025-02-30 finns inte']);
  });

  it('säger inte mer om planens eget okända organ', async () => {
    expect(await find(meeting('datum: 2025-05-04'), 'titel: Plan\nperiod: 2025\norgan: rx\n')).toEqual([]);
  });

  it('godtar varje dag i en plan över flera år', async () => {
    const plan = 'titel: Plan\nperiod: 2024-2026\norgan: rs\n';
    expect(await find(meeting('datum: 2026-05-04'), plan)).toEqual([]);
    expect(await find(meeting('datum: 2027-05-04'), plan)).toMatchObject([{ severity: 'varning', id: '2027-05-04' }]);
  });
});
