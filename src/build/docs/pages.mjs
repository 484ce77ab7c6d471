import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fence, folded } from './markdown.mjs';
import { exampleMessage, fixturePart, tooLargePart } from './messages.mjs';
import { fixtures } from './project.mjs';

const MADE = '<!-- Sidan görs av npm run docs; ändra inte här. -->';

/** Every word of the field, and what it means. */
export function glossaryPage({ glossary }) {
  const rows = glossary.map(({ term, meaning, english }) => `| ${term} | ${meaning} | ${english} |`);
  return `${MADE}

# Ordlista

Orden som \`vp\` använder i planfiler, tabeller och meddelanden. Samma ord står i koden; den engelska spalten är för
den som läser koden utan att kunna svenska.

| Ord | Betydelse | På engelska |
|---|---|---|
${rows.join('\n')}
`;
}

/** Rules by what they are about: the first code of each group and its heading. */
const GROUPS = [
  ['VP001', 'Mappar och filer'],
  ['VP101', 'Hur filen är skriven'],
  ['VP110', 'Vad som står i filen'],
  ['VP130', 'Utfall'],
  ['VP140', 'Kända avvikelser och undantag'],
  ['VP150', 'Rapportmallar'],
  ['VP201', 'Målvärden och bedömningar'],
  ['VP210', 'Uppföljning'],
  ['VP220', 'Budget, kalender och publicerade siffror'],
];

/** Every rule: what it finds, why, how that is mended, and what the program says of an example. */
export async function rulesPage(source) {
  const groups = GROUPS.map(([from, heading], index) => {
    const next = GROUPS[index + 1]?.[0];
    return { heading, rules: source.rules.filter(({ code }) => code >= from && (next === undefined || code < next)) };
  });
  const overview = groups.flatMap(({ heading, rules }) => [`### ${heading}`, '', rulesTable(rules), '']);
  const parts = await Promise.all(source.rules.map((rule) => rulePart(source, rule)));
  return `${MADE}

# Regler

Alla regler som \`vp kontroll\` prövar planen mot. Ett **fel** ska lagas innan planen används. En **varning** är något
att titta på. För varje regel står vad den hittar, varför den finns, hur du lagar det, och ett litet exempel: det som är
fel, vad \`vp kontroll\` säger om det, och samma sak lagad.

Samma text får du i terminalen: \`vp forklara VP203\` eller \`vp forklara riktning-saknas\`. Fler exempel på meddelanden,
med hela filer, finns i [felgalleriet](fel.md). Hur planfiler skrivs står i [handboken](handbok.md), och hur
[kända avvikelser och undantag](handbok.md#kända-avvikelser-och-undantag) anges likaså. I exemplen visas en tabb som \`→\`
och ett hårt mellanslag som \`⍽\`.

## Alla regler

${overview.join('\n')}
${parts.join('\n')}`;
}

function rulesTable(rules) {
  const rows = rules.map(
    ({ code, slug, severity, title }) => `| [${code}](#${code.toLowerCase()}) | \`${slug}\` | ${severity} | ${title} |`,
  );
  return ['| Kod | Regel | Slag | Vad som är fel |', '|---|---|---|---|', ...rows].join('\n');
}

async function rulePart(source, { code, slug, severity, title, why, help }) {
  const example = source.examples.get(code);
  const shown =
    example === undefined
      ? [`Exempel finns i [felgalleriet](fel.md#${code.toLowerCase()}).`]
      : [
          `Fel i \`${example.file}\`:`,
          lines(example.file, example.wrong),
          fence('text', await exampleMessage(source, code, example)),
          'Lagat:',
          lines(example.file, example.right),
        ];
  const parts = [
    `## ${code}`,
    `**${title}.** \`${slug}\`, ${severity}.`,
    folded(why, ''),
    folded(`**Så lagar du:** ${help}`, ''),
    ...shown,
  ];
  return `${parts.join('\n\n')}\n`;
}

function lines(file, text) {
  return fence(file.endsWith('.csv') ? 'text' : 'yaml', text.replaceAll('\t', '→').replaceAll('\u00A0', '⍽'));
}

/** Every message that the fixtures give, below the file that gives it. */
export async function errorPage(source) {
  const parts = await Promise.all(source.rules.map((rule) => errorPart(source, rule)));
  return `${MADE}

# Felgalleriet

Så ser det ut när \`vp kontroll\` hittar något: först en liten fil med felet i, sedan meddelandet som den ger. Varför
regeln finns och hur felet lagas står bland [reglerna](regler.md); varje kod leder dit. I filerna visas en tabb som \`→\`
och ett hårt mellanslag som \`⍽\`. Hur planfiler skrivs står i [handboken](handbok.md).

${parts.join('\n')}`;
}

async function errorPart(source, { code, severity, title }) {
  const names = readdirSync(fixtures)
    .filter((name) => name.split(/[-.]/)[0] === code)
    .sort();
  const examples = await Promise.all(names.map((name) => fixturePart(source, join(fixtures, name))));
  if (code === 'VP004') {
    examples.push(await tooLargePart(source));
  }
  return `## ${code}\n\n[${title}](regler.md#${code.toLowerCase()}), ${severity}.\n\n${examples.join('\n\n')}\n`;
}
