import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatPeriod, readPeriod } from '../../model/period.ts';
import { dateWords } from '../../report/date-words.ts';
import type { ReportDocument } from '../../report/document/document.ts';
import { visible } from '../visible.ts';
import { safeAddress } from './inline.ts';

/** How the report was made, whom to turn to, and what the organisation says about accessibility. */
export function footer({ date, plan, period, contact, accessibilityStatement }: ReportDocument): Element {
  const read = readPeriod(period);
  return h(
    'footer',
    ...(contact == null ? [] : [h('p', 'Frågor om rapporten: ', address(contact), '.')]),
    ...(accessibilityStatement == null
      ? []
      : [h('p', [link(accessibilityStatement, 'Tillgänglighetsredogörelse'), '.'])]),
    h(
      'p',
      'Rapporten är gjord med vp den ',
      h('time', { dateTime: date }, dateWords(date)),
      ` ur planen ${visible(plan)}, period ${visible(read === null ? period : formatPeriod(read))}.`,
    ),
  );
}

function address(contact: string): ElementContent {
  return link(/^[^\s@:/]+@[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : contact, contact);
}

function link(to: string, words: string): ElementContent {
  const href = safeAddress(to, new Set());
  return href === null
    ? { type: 'text', value: visible(words === to ? to : `${words}: ${to}`) }
    : h('a', { href }, visible(words));
}
