import { type DataObject, digits } from '../data.ts';
import type { Block, Cell, Chart, Column, Inline, ReportDocument, Row, Table } from './document.ts';

/** A report as data; its schema is `schemas/rapport.schema.json`. */
export function reportData(report: ReportDocument): DataObject {
  const { title, subtitle, organisation, date, plan, period, template, organ, rule = [], blocks } = report;
  return {
    version: 1,
    titel: title,
    underrubrik: subtitle,
    organisation,
    datum: date,
    plan,
    period,
    mall: template,
    organ: organ.map(({ id, name }) => ({ id, namn: name })),
    regel: rule.map(blockData),
    innehåll: blocks.map(blockData),
  };
}

function blockData(block: Block): DataObject {
  switch (block.kind) {
    case 'heading':
      return { slag: 'rubrik', nivå: block.level, text: block.text, id: block.id };
    case 'paragraph':
      return { slag: 'stycke', not: block.note === true, innehåll: block.content.map(inlineData) };
    case 'list':
      return { slag: 'lista', numrerad: block.ordered, punkter: block.items.map((item) => item.map(blockData)) };
    case 'table':
      return tableData(block);
    case 'chart':
      return chartData(block);
    case 'contents':
      return { slag: 'innehållsförteckning' };
  }
}

function inlineData(one: Inline): DataObject {
  return one.kind === 'status'
    ? { slag: 'status', status: one.status, ord: one.word }
    : {
        slag: 'text',
        text: one.text,
        stark: one.strong === true,
        kursiv: one.emphasis === true,
        adress: one.link ?? null,
      };
}

function tableData({ id, caption, columns, rows }: Table): DataObject {
  return { slag: 'tabell', id, rubrik: caption, kolumner: columns.map(columnData), rader: rows.map(rowData) };
}

function columnData({ header, group, align, weight }: Column): DataObject {
  return { rubrik: header, grupp: group, justering: align === 'left' ? 'vänster' : 'höger', bredd: weight };
}

function rowData({ cells, organ, status, total }: Row): DataObject {
  return { organ, status, summa: total, celler: cells.map(cellData) };
}

function cellData({ content, header, number }: Cell): DataObject {
  return {
    radrubrik: header,
    tal: number === null ? null : { värde: digits(number.digits), måttenhet: number.unit },
    innehåll: content.map(blockData),
  };
}

function chartData(chart: Chart): DataObject {
  const { id, caption, alt, data, figuresIn } = chart;
  return {
    slag: 'diagram',
    id,
    rubrik: caption,
    beskrivning: alt,
    ...shapeData(chart),
    tabell: data === null ? null : tableData(data),
    siffror_i: figuresIn === undefined ? null : { id: figuresIn.id, rubrik: figuresIn.caption },
  };
}

function shapeData(chart: Chart): DataObject {
  switch (chart.chart) {
    case 'distribution':
      return {
        diagram: 'fördelning',
        staplar: chart.bars.map(({ name, parts }) => ({
          namn: name,
          delar: parts.map(({ status, word, count }) => ({ status, ord: word, antal: count })),
        })),
      };
    case 'bullet':
      return {
        diagram: 'utfall_mot_målvärde',
        staplar: chart.bars.map((bar) => ({
          namn: bar.name,
          status: bar.status,
          utfall: bar.outcome,
          målvärde: bar.target,
          gult_från: bar.yellowFrom,
          lägre_är_bättre: bar.lowerIsBetter,
          utfall_text: bar.outcomeText,
          målvärde_text: bar.targetText,
        })),
      };
    case 'series':
      return {
        diagram: 'tidsserie',
        måttenhet: chart.unit,
        målvärde: chart.target === null ? null : { värde: chart.target.value, text: chart.target.text },
        punkter: chart.points.map(({ period, value, text }) => ({ period, värde: value, text })),
      };
  }
}
