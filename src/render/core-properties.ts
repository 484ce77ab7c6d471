import type { ReportDocument } from '../report/document/document.ts';
import { escapeXml, xmlElement } from './diagnostics/xml.ts';
import { xmlText } from './xml-text.ts';

const NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/**
 * What a file says of itself, the same part in Word and Excel: title, organisation, language, and the day of the report
 * as the day that it was made, so that the same report says the same.
 */
export function coreProperties({ title, subtitle, organisation, date }: ReportDocument): string {
  const text = (name: string, value: string) => xmlElement(name, {}, [escapeXml(xmlText(value))]);
  const day = (name: string) => xmlElement(name, { 'xsi:type': 'dcterms:W3CDTF' }, [`${date}T00:00:00Z`]);
  const properties = xmlElement('cp:coreProperties', NAMESPACES, [
    text('dc:title', title),
    text('dc:subject', subtitle),
    text('dc:creator', organisation),
    text('dc:language', 'sv-SE'),
    text('cp:lastModifiedBy', organisation),
    day('dcterms:created'),
    day('dcterms:modified'),
  ]);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${properties}`;
}
