import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escaped, excerpt, fence, folded } from './markdown.mjs';
import { messageOf } from './messages.mjs';
import { fixtures, root } from './project.mjs';
import { argumentsOf, say, vp } from './run-vp.mjs';

// <!-- vp: status 2025 --> … <!-- /vp -->

const MARKER = /<!-- (vp|fil|fel|exempel|tolka)\b:?(.*?)-->\n(?:.*?)<!-- \/\1 -->/gs;

/** A page with everything between its markers made anew. */
export async function fillMarkers(path, text, source) {
  const builders = {
    vp: commandPart,
    fil: filePart,
    fel: messagePart,
    exempel: statusPart,
    tolka: readingPart,
  };
  const parts = await Promise.all(
    [...text.matchAll(MARKER)].map(async ([, kind, stated]) => {
      const [what, ...cuts] = stated.trim().split(' | ');
      return `<!-- ${kind}${kind === 'tolka' ? '' : ':'}${stated}-->\n\n${await builders[kind](what, cuts, { ...source, path })}\n\n<!-- /${kind} -->`;
    }),
  );
  const opened = text.match(/<!-- (?:vp|fil|fel|exempel|tolka)\b/g)?.length ?? 0;
  if (opened !== parts.length) {
    throw new Error(`${path}: ${opened} markers are opened and ${parts.length} closed`);
  }
  return text.replace(MARKER, () => parts.shift());
}

/** Output of a command, or the part of it that `| från X` and `| till Y` keep. */
async function commandPart(command, cuts) {
  return fence('console', `$ vp ${command}\n${excerpt(await vp(argumentsOf(command)), cuts)}`);
}

function filePart(path, cuts) {
  const text = readFileSync(join(root, path), 'utf8');
  return fence(path.endsWith('.csv') ? 'text' : 'yaml', excerpt(text, cuts));
}

/** The messages of fixtures, one below the other. */
async function messagePart(names, _cuts, source) {
  const told = await Promise.all(names.split(/\s+/).map((name) => messageOf(source, join(fixtures, name))));
  return fence('text', told.join('\n\n'));
}

/** Why rows have their status: `plans 2025-T1 telefon-samma-dag leverantorstrohet@hsn`. */
async function statusPart(stated) {
  const [folder, period, ...wanted] = stated.split(/\s+/);
  const command = ['status', period.slice(0, 4), '--period', period, '--plans', folder, '--format', 'json'];
  const { rader } = JSON.parse(await vp(command));
  return wanted
    .map((one) => {
      const [id, organ] = one.split('@');
      const rad = rader.find((candidate) => candidate.id === id && (organ ?? candidate.organ) === candidate.organ);
      if (rad === undefined) {
        throw new Error(`${folder} has no row ${one}`);
      }
      const reason = rad.förklaring.replace(/ \([^()]*:\d+\)/g, '');
      const word = rad.nivå ?? STATE_WORDS[rad.status];
      return folded(`- *${rad.nyckeltal}* (${rad.organ.toUpperCase()}): **${word}.** ${escaped(reason)}`, '  ');
    })
    .join('\n');
}

const STATE_WORDS = {
  utfall_saknas: 'Utfall saknas',
  mäts_senare: 'Mäts senare',
  kan_inte_beräknas: 'Kan inte beräknas',
  målvärde_saknas: 'Målvärde saknas',
  sekretess: 'Sekretess',
  ej_påbörjad: 'Ej påbörjad',
};

/** How målvärden are read, one for each line of the marker; those that cannot be read with the reason. */
async function readingPart(forms, _cuts, source) {
  const texts = forms.split('\n').map((line) => line.trim());
  const told = await Promise.all(
    texts.map(async (text) => ({
      text,
      ...JSON.parse(await say(source, ['tolka', '--format', 'json', '--', text], root)),
    })),
  );
  const unread = told.filter(({ läst }) => !läst);
  if (unread.length > 0 && unread.length < told.length) {
    throw new Error(`cannot be read: ${unread.map(({ text }) => text).join('; ')}`);
  }
  if (unread.length > 0) {
    return told
      .map(({ text, fel }) =>
        folded(`- \`${text}\`: ${fel.meddelande}. ${/[.?…]$/.test(fel.hjälp) ? fel.hjälp : `${fel.hjälp}.`}`, '  '),
      )
      .join('\n');
  }
  const needs = told.map(
    ({ läsning, per_organ }) => läsning?.kräver_riktning ?? per_organ.some((one) => one.kräver_riktning),
  );
  const some = needs.includes(true);
  const rows = told.map(({ text, läsning, per_organ }, index) => {
    const read = läsning?.i_ord ?? per_organ.map((one) => `${one.organ.toUpperCase()}: ${one.i_ord}`).join('; ');
    return `| \`${text}\` | ${read} |${some ? ` ${needs[index] ? 'ja' : ''} |` : ''}`;
  });
  const [written, reading, riktning] =
    source.path === 'README.md'
      ? ['Written', 'Read as', 'Needs `riktning`']
      : ['Du skriver', 'Läses som', '`riktning` behövs'];
  const header = `| ${written} | ${reading} |${some ? ` ${riktning} |` : ''}`;
  return [header, some ? '|---|---|---|' : '|---|---|', ...rows].join('\n');
}
