import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/render/chart/draw-chart.ts';
import type { Drawing, Label, Rect } from '../../../src/render/chart/drawing.ts';
import { statusMark } from '../../../src/render/chart/mark.ts';
import { estimateWidth } from '../../../src/render/chart/measure.ts';
import { wrapLabel } from '../../../src/render/chart/wrap-label.ts';
import type { BulletChart, Chart, DistributionChart, SeriesChart } from '../../../src/report/document/document.ts';
import { table } from '../html/report-parts.ts';
import { sampleReport } from '../html/sample-report.ts';

const base = { kind: 'chart', id: 'x', caption: 'x', alt: 'x', data: table('x', 'x', [], []) } as const;
const WIDTHS = [800, 560, 300];

function drawn(chart: Chart, width = 800): Drawing {
  return drawChart(chart, { width, measure: estimateWidth });
}

function rects({ shapes }: Drawing): readonly Rect[] {
  return shapes.filter((one) => one.shape === 'rect');
}

function labels({ shapes }: Drawing): readonly Label[] {
  return shapes.filter((one) => one.shape === 'text');
}

function numbersOf({ shapes }: Drawing): readonly number[] {
  return shapes.flatMap((one) => Object.values(one).filter((value) => typeof value === 'number'));
}

/** Left and right edge of a label. */
function span({ x, text, size, bold, anchor }: Label): readonly [number, number] {
  const width = estimateWidth(text, size, bold);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width];
}

const charts = sampleReport().blocks.filter((block) => block.kind === 'chart');

describe.each(WIDTHS.flatMap((width) => charts.map((chart) => [chart.chart, width, chart] as const)))(
  'diagram %s på %d',
  (_, width, chart) => {
    const drawing = drawn(chart, width);

    it('håller sig inom bladet', () => {
      for (const { x, y, width: wide, height } of rects(drawing)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width + 0.01);
        expect(y + height).toBeLessThanOrEqual(drawing.height);
      }
      for (const one of labels(drawing)) {
        const [left, right] = span(one);
        expect(left, one.text).toBeGreaterThanOrEqual(-0.01);
        expect(right, one.text).toBeLessThanOrEqual(width + 0.01);
        expect(one.y).toBeLessThanOrEqual(drawing.height);
      }
    });

    it('möts inga texter', () => {
      const all = labels(drawing);
      for (const [index, one] of all.entries()) {
        for (const other of all.slice(index + 1)) {
          const [left, right] = span(one);
          const [otherLeft, otherRight] = span(other);
          const beside = right <= otherLeft || otherRight <= left;
          expect(beside || Math.abs(one.y - other.y) >= 10, `${one.text} | ${other.text}`).toBe(true);
        }
      }
    });

    it('är text bara i färger som är till för text', () => {
      expect(labels(drawing).filter(({ fill }) => fill !== 'ink' && fill !== 'muted')).toEqual([]);
    });
  },
);

describe('fördelning', () => {
  const chart: DistributionChart = {
    ...base,
    chart: 'distribution',
    bars: [
      {
        name: 'Kultur',
        parts: [
          { status: 'ej_uppfyllt', word: 'Ej uppfyllt', count: 1 },
          { status: 'uppfyllt', word: 'Uppfyllt', count: 3 },
          { status: null, word: 'Ej bedömt', count: 0 },
        ],
      },
      { name: 'Tandvård', parts: [] },
    ],
  };

  it('är delarna så långa som de räknar', () => {
    const [red, green] = rects(drawn(chart));
    expect(red?.fill).toBe('red');
    expect(green?.fill).toBe('green');
    expect(((green?.width ?? 0) + 1.5) / ((red?.width ?? 0) + 1.5)).toBeCloseTo(3, 5);
  });

  it('står antalen i orden från uppfyllt till utan status, och ett streck där det inte finns något', () => {
    const words = labels(drawn(chart)).map(({ text }) => text);
    expect(words).toEqual(['Uppfyllt', 'Ej uppfyllt', 'Ej bedömt', 'Kultur', '3', '1', '–', 'Tandvård', '–', '–', '–']);
  });

  it('ritas även utan staplar', () => {
    expect(drawn({ ...chart, bars: [] }).height).toBeGreaterThan(0);
  });
});

describe('utfall mot målvärde', () => {
  const bar: BulletChart['bars'][number] = {
    name: 'Soliditet',
    status: 'delvis',
    outcome: 84,
    target: 88,
    yellowFrom: 79.2,
    lowerIsBetter: false,
    outcomeText: '84 %',
    targetText: '88 %',
  };
  const bullet = (more: Partial<typeof bar>) => drawn({ ...base, chart: 'bullet', bars: [{ ...bar, ...more }] });

  /** Track, zone and bar, behind the two of the legend. */
  function partsOf(drawing: Drawing) {
    const zone = rects(drawing).findLast(({ fill }) => fill === 'zone');
    const outcome = rects(drawing).at(-1);
    const target = drawing.shapes.findLast((one) => one.shape === 'line');
    return { zone, outcome, target };
  }

  it('börjar stapeln vid noll, och målet, zonen och utfallet står på samma skala', () => {
    const { zone, outcome, target } = partsOf(bullet({}));
    const zero = outcome?.x ?? 0;
    const unit = (outcome?.width ?? 0) / 84;
    expect((target?.x1 ?? 0) - zero).toBeCloseTo(88 * unit, 3);
    expect((zone?.x ?? 0) - zero).toBeCloseTo(79.2 * unit, 3);
    expect(zone?.width).toBeCloseTo(8.8 * unit, 3);
    expect(outcome?.fill).toBe('yellow');
  });

  it('går negativa tal åt vänster från noll', () => {
    const { outcome, target } = partsOf(bullet({ outcome: -13, target: -42, yellowFrom: null, lowerIsBetter: true }));
    const zero = (outcome?.x ?? 0) + (outcome?.width ?? 0);
    expect(target?.x1).toBeCloseTo(zero - ((outcome?.width ?? 0) / 13) * 42, 3);
  });

  it.each([
    { outcome: 0, target: 0, yellowFrom: 0 },
    { outcome: Number.NaN, target: 1, yellowFrom: null },
    { outcome: 1e15, target: 1e-9, yellowFrom: Number.POSITIVE_INFINITY },
  ])('ritas med mått även för %o', (odd) => {
    expect(numbersOf(bullet(odd)).every(Number.isFinite)).toBe(true);
  });
});

describe('utfall över tid', () => {
  const series = (values: readonly number[], target: SeriesChart['target'] = null, width = 800) =>
    drawn(
      {
        ...base,
        chart: 'series',
        points: values.map((value, index) => ({ period: `T${index + 1}`, value, text: `${value}` })),
        target,
        unit: null,
      },
      width,
    );

  it('är målvärdet en streckad linje', () => {
    const lines = series([1, 2], { value: 3, text: '3' }).shapes.filter((one) => one.shape === 'line');
    expect(lines.filter(({ dash, stroke }) => dash !== null && stroke === 'second')).toHaveLength(2);
  });

  it.each([[[]], [[5]], [[0, 0]], [[Number.NaN, 3]], [[-2600, 1_400_000]]])('ritas för %j', (values) => {
    const numbers = numbersOf(series(values));
    expect(numbers.length).toBeGreaterThan(8);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it('säger att utfall saknas', () => {
    expect(labels(series([])).map(({ text }) => text)).toContain('Inga utfall att visa.');
  });

  it('skrivs skalans tal som på svenska', () => {
    expect(labels(series([-2600, 1400])).map(({ text }) => text)).toContain('−2\u00A0000');
  });

  it('står bara så många siffror och perioder som ryms', () => {
    const many = series(
      Array.from({ length: 60 }, (_, index) => 1000 + index),
      null,
      300,
    );
    expect(labels(many).length).toBeLessThan(40);
  });
});

describe('etiketter', () => {
  it.each([
    ['kort', ['kort']],
    ['två ord här som inte ryms', ['två ord här', 'som inte ryms']],
    ['operationer/behandlingar', ['operationer/', 'behandlingar']],
    ['Kollektivtrafiknämnden', ['Kollektivtra-', 'fiknämnden']],
  ])('%s bryts', (words, lines) => {
    expect(wrapLabel(words, 13, 9, (line) => line.length)).toEqual(lines);
  });

  it('slutar med … där raderna inte räcker', () => {
    expect(wrapLabel('ett två tre fyra fem', 8, 2, (line) => line.length)).toEqual(['ett två', 'tre fyr…']);
  });

  it('har varje status sin form', () => {
    const marks = (['uppfyllt', 'delvis', 'ej_uppfyllt', null] as const).map((one) => statusMark(one, 0, 0));
    expect(new Set(marks.map(({ d }) => d)).size).toBe(4);
    expect(marks.map(({ fill }) => fill)).toEqual(['green', 'yellow', 'red', null]);
  });
});
