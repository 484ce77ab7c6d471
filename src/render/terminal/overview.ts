import { distribute } from '../../evaluate/roll-up.ts';
import { capital } from '../../model/level-words.ts';
import { largest } from '../../model/lists.ts';
import { type Fördelning, KLASSER, type Klass } from '../../model/status.ts';
import { målområdeName } from '../../report/phrases.ts';
import type { StatusMålområde, StatusReport } from '../../report/status-report.ts';
import { displayWidth, visible } from '../visible.ts';
import { type Cell, type Column, drawHeader, drawRow, type LedText } from './table.ts';
import { symbolWidth, type Theme } from './theme.ts';

/** Below this width a bar has no room beside a name and its counts. */
const NARROW = 76;

/** The total is longer than any bar that it sums up; where it takes more lines than this, its counts say enough. */
const TOTAL_LINES = 2;

const GAP = 2;

const TOTAL = 'Totalt';

/** The signs that fill a bar: the shapes of the statuses, or what stands in their brackets. */
const SIGNS = { uppfyllt: '●', delvis: '◆', ej_uppfyllt: '▲', none: '○' } as const;
const ASCII_SIGNS = { uppfyllt: '+', delvis: '~', ej_uppfyllt: '!', none: '.' } as const;
const HEADS = ['●', '◆', '▲', '○'] as const;
const ASCII_HEADS = ['[+]', '[~]', '[!]', '[ ]'] as const;

/**
 * The whole plan at a glance: a bar for every målområde, with a sign for each of its nyckeltal, and the counts beside
 * it. Nothing is drawn where there is nothing to compare: one målområde, no outcome, or a choice of some statuses.
 */
export function overviewLines(report: StatusReport, theme: Theme): readonly string[] {
  const { målområden, utanUtfall, filter, fördelning, evaluated } = report;
  if (
    theme.width < NARROW ||
    utanUtfall ||
    filter.endast.length > 0 ||
    målområden.filter((one) => one.rader.length > 0).length < 2
  ) {
    return [];
  }
  const { nivåer } = evaluated.plan;
  const layout = layoutOf(report, theme);
  const { columns, widths, per } = layout;
  const all = barOf(fördelning, layout, theme);
  const total = all.length > TOTAL_LINES ? [''] : all;
  return [
    '',
    ...drawHeader(columns, widths, theme.rule).map((line) => theme.dim(line)),
    ...målområden.flatMap((one) => {
      const name: LedText = {
        text: målområdeName(one.evaluated.målområde, nivåer),
        lead: theme.lead(one.sammanvägning.status),
      };
      const counts = one.rader.length === 0 ? null : distribute(one.rader.map(({ status }) => status));
      const bar = counts === null ? withoutRader(one) : barOf(counts, layout, theme)[0];
      return drawRow(columns, widths, [name, ...countCells(counts), bar ?? '']);
    }),
    ...total.flatMap((bar, line) =>
      drawRow(columns, widths, [
        {
          text: line === 0 ? TOTAL : '',
          lead: { drawn: ' '.repeat(symbolWidth(theme)), width: symbolWidth(theme) },
        },
        ...(line === 0 ? countCells(fördelning) : HEADS.map(() => '')),
        bar,
      ]),
    ),
    ...(per === 1 ? [] : [`Ett tecken i staplarna är upp till ${per} rader.`]),
  ];
}

interface Layout {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  /** Signs that a line of a bar has room for. */
  readonly room: number;
  /** How many rows a sign stands for. */
  readonly per: number;
}

function layoutOf({ målområden, rader, evaluated }: StatusReport, theme: Theme): Layout {
  const { nivåer } = evaluated.plan;
  const symbol = symbolWidth(theme);
  const count = Math.max(symbol, String(rader.length).length);
  const names = [TOTAL, ...målområden.map((one) => målområdeName(one.evaluated.målområde, nivåer))];
  const widest = largest(names.map((one) => symbol + 1 + displayWidth(visible(one))));
  const name = Math.min(Math.max(widest, displayWidth(nivåer.målområde)), Math.floor(theme.width * 0.4));
  const bar = theme.width - name - HEADS.length * (count + GAP) - GAP;
  const longest = largest(målområden.map((one) => one.rader.length));
  const heads = theme.utf8 ? HEADS : ASCII_HEADS;
  return {
    columns: [
      fixed(capital(nivåer.målområde), 'left', name),
      ...heads.map((head) => fixed(head, 'right', count)),
      fixed(capital(nivåer.nyckeltal), 'left', bar),
    ],
    widths: [name, ...heads.map(() => count), bar],
    room: bar,
    per: scaleOf(longest, bar),
  };
}

/** Each of the four statuses may be rounded up to a whole sign. */
function scaleOf(count: number, room: number): number {
  return count <= room ? 1 : Math.ceil(count / (room - HEADS.length));
}

function fixed(header: string, align: Column['align'], width: number): Column {
  return { header, align, min: width, soft: width };
}

function countCells(counts: Fördelning | null): readonly Cell[] {
  return [...KLASSER, 'utan_status' as const].map((kind) => (counts === null ? '–' : String(counts[kind])));
}

function withoutRader({ uppdrag }: StatusMålområde): string {
  return uppdrag.length > 0 ? 'endast uppdrag' : '';
}

/** The lines of a bar: a sign for each row, from best to worst; a status that any row has gets at least one. */
function barOf(counts: Fördelning, { room, per }: Layout, theme: Theme): readonly Cell[] {
  const parts: readonly (readonly [Klass | null, number])[] = [
    ...KLASSER.map((klass) => [klass, Math.ceil(counts[klass] / per)] as const),
    [null, Math.ceil(counts.utan_status / per)],
  ];
  const signs = theme.utf8 ? SIGNS : ASCII_SIGNS;
  const lines: { drawn: string; width: number }[] = [{ drawn: '', width: 0 }];
  for (const [status, count] of parts) {
    for (let left = count; left > 0; ) {
      let line = lines.at(-1) as (typeof lines)[number];
      if (line.width === room) {
        line = { drawn: '', width: 0 };
        lines.push(line);
      }
      const fits = Math.min(left, room - line.width);
      line.drawn += theme.toned(status, signs[status ?? 'none'].repeat(fits));
      line.width += fits;
      left -= fits;
    }
  }
  return lines.map((lead) => ({ text: '', lead }));
}
