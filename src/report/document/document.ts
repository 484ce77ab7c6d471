import type { Status } from '../../model/status.ts';

/**
 * A report as a value: what it says, in what order. It is built once, from the evaluated plan and a template; the
 * renderers of HTML, PDF, DOCX, XLSX, Markdown and JSON only draw it. All texts are plain, NFC, and say nothing to any
 * format.
 */
export interface ReportDocument {
  /** The document's only heading of level 1. */
  readonly title: string;
  /** Plan and period, as people say them: `Regionplan med budget 2025-2027 · T1 2025`. */
  readonly subtitle: string;
  readonly organisation: string;
  /** The day that the report is made, ISO. */
  readonly date: string;
  /** Ids, for names of files and for JSON. */
  readonly plan: string;
  readonly period: string;
  readonly template: string;
  /** The organ that rows are told apart by, in order; empty where there is but one. */
  readonly organ: readonly { readonly id: string; readonly name: string }[];
  /** Where readers turn, as the organisation wrote it: an address of e-mail or of the web. */
  readonly contact?: string | null;
  /** Address of the organisation's tillgänglighetsredogörelse. */
  readonly accessibilityStatement?: string | null;
  /** How the status was assessed, in words, where the report says it: for formats that have a place of their own for it. */
  readonly rule?: readonly Paragraph[];
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | List | Table | Chart | Contents;

/** Levels follow each other: 2, 3, 4 … below the title. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  /** Unique in the document; fits a fragment of an address. */
  readonly id: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  /** Says something beside the matter, such as a source, and is drawn smaller. */
  readonly note?: boolean;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Block[])[];
}

/** Where the table of contents stands. */
export interface Contents {
  readonly kind: 'contents';
}

export type Inline = Text | StatusMark;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** An address: `https:`, `mailto:`, or `#id` of a heading. */
  readonly link?: string;
}

/** A status: its shape and colour, always with its word. */
export interface StatusMark {
  readonly kind: 'status';
  /** Null for what has no status. */
  readonly status: Status | null;
  /** The plan's own word: `Delvis uppfyllt`. */
  readonly word: string;
}

/** A table whose rows all have as many cells as it has columns. */
export interface Table {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly header: string;
  /** A header above the headers of several columns that stand beside each other; null where there is none. */
  readonly group: string | null;
  readonly align: 'left' | 'right';
  /** Share of the width, beside the other columns' shares. */
  readonly weight: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** What rows are chosen by; null where the row is about no organ, or has no status. */
  readonly organ: string | null;
  readonly status: Status | null;
  /** A row of totals. */
  readonly total: boolean;
}

export interface Cell {
  /** Paragraphs and lists; never empty. */
  readonly content: readonly (Paragraph | List)[];
  /** Whether it names the row. */
  readonly header: boolean;
  /** The figure, where the cell is one: for spreadsheets. */
  readonly number: Figure | null;
}

/** A figure as its decimal digits with a point, and its unit: `-34.80`, `%`. */
export interface Figure {
  readonly digits: string;
  readonly unit: string | null;
}

export type Chart = DistributionChart | BulletChart | SeriesChart;

interface ChartBase {
  readonly kind: 'chart';
  readonly id: string;
  readonly caption: string;
  /** Says in words all that the picture shows. */
  readonly alt: string;
  /** The same figures as a table; null where a table of the report holds them already. */
  readonly data: Table | null;
  /** That table. */
  readonly figuresIn?: TableReference;
}

/** Points at a table of the same report. */
export interface TableReference {
  readonly id: string;
  readonly caption: string;
}

/** How many of each status, a bar for each thing. */
export interface DistributionChart extends ChartBase {
  readonly chart: 'distribution';
  readonly bars: readonly {
    readonly name: string;
    readonly parts: readonly { readonly status: Status | null; readonly word: string; readonly count: number }[];
  }[];
}

/** Outcome against target on one scale for each row; the yellow zone is what counts as nearly reached. */
export interface BulletChart extends ChartBase {
  readonly chart: 'bullet';
  readonly bars: readonly {
    readonly name: string;
    readonly status: Status | null;
    readonly outcome: number;
    readonly target: number;
    /** Where the yellow zone begins; null where there is none. */
    readonly yellowFrom: number | null;
    readonly lowerIsBetter: boolean;
    readonly outcomeText: string;
    readonly targetText: string;
  }[];
}

/** Outcomes over time, with the target as a line. */
export interface SeriesChart extends ChartBase {
  readonly chart: 'series';
  readonly points: readonly { readonly period: string; readonly value: number; readonly text: string }[];
  readonly target: { readonly value: number; readonly text: string } | null;
  readonly unit: string | null;
}
