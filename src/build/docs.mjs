import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

/**
 * Makes every generated part of the documentation from the built program and from the source: `npm run docs`. With
 * `--check` it writes nothing, names the files that differ, and exits with 1.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/vp.cjs');
const fixtures = 'test/errors';
/** Columns of all output shown; with its indentation it fits the 120 of a Markdown line. */
const WIDTH = 100;
const PICTURE = 'status 2025 --tertial 1 --organ hsn --malomrade ledningsprocesser';
const FILLED = ['README.md', 'docs/handbok.md'];

async function main(check) {
  if (!existsSync(program)) {
    throw new Error('dist/vp.cjs is missing: run npm run build first');
  }
  const source = await readSource();
  const made = new Map([
    ['docs/ordlista.md', glossaryPage(source)],
    ['docs/fel.md', await errorPage(source)],
    ['docs/bilder/status.svg', await picture()],
  ]);
  for (const path of FILLED) {
    made.set(path, await fillMarkers(path, readFileSync(join(root, path), 'utf8'), source));
  }
  const differing = [...made].filter(([path, text]) => textOf(path) !== text);
  for (const [path, text] of check ? [] : differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path] of differing) {
    console.log(check ? `${path} differs from what npm run docs makes` : `wrote ${path}`);
  }
  process.exitCode = check && differing.length > 0 ? 1 : 0;
}

function textOf(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
}

/** The lists that the pages print, and the command line itself, bundled from the TypeScript source. */
async function readSource() {
  const contents = [
    ['GLOSSARY', './src/model/glossary.ts'],
    ['LOAD_CODES', './src/diagnostics/codes.ts'],
    ['RULES', './src/check/rules/index.ts'],
    ['run', './src/cli/run.ts'],
  ].map(([name, path]) => `export { ${name} } from '${path}';`);
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const module = { exports: {} };
  compileFunction(outputFiles[0].text, ['require', 'module'])(createRequire(program), module);
  const { GLOSSARY, LOAD_CODES, RULES, run } = module.exports;
  const codes = [...Object.entries(LOAD_CODES).map(([code, info]) => ({ code, ...info })), ...RULES];
  return { glossary: GLOSSARY, codes, run };
}

// Running commands

/** The same for every machine and every run. */
const ENVIRONMENT = { LANG: 'C.UTF-8', COLUMNS: String(WIDTH) };

/** What the built program prints. */
async function vp(args, { colours = false } = {}) {
  const env = { PATH: process.env.PATH, ...ENVIRONMENT, ...(colours ? { FORCE_COLOR: '2' } : { NO_COLOR: '1' }) };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      // 1 tells of faults in a plan, which may be what is shown; anything else is a command that cannot be run.
      if (error !== null && error.code !== 1) {
        reject(new Error(`vp ${args.join(' ')}: ${stderr}`));
      }
      resolve(`${stdout}${stderr}`);
    });
  });
}

/** What a command says, run from the source within this process: there are too many of these to start each anew. */
async function say({ run }, args, cwd) {
  const screen = { isTerminal: false, columns: null };
  const { stdout, stderr } = await run(args, '', { cwd, env: ENVIRONMENT, stdout: screen, stderr: screen });
  return `${stdout}${stderr}`;
}

/** `visa "telefon samma dag"` as arguments. */
function argumentsOf(command) {
  return (command.match(/"[^"]*"|\S+/g) ?? []).map((part) => part.replaceAll('"', ''));
}

// Markers: <!-- vp: status 2025 --> … <!-- /vp -->

const MARKER = /<!-- (vp|fil|fel|koder|exempel|tolka)\b:?(.*?)-->\n(?:.*?)<!-- \/\1 -->/gs;

/** A page with everything between its markers made anew. */
async function fillMarkers(path, text, source) {
  const builders = {
    vp: commandPart,
    fil: filePart,
    fel: messagePart,
    koder: codesPart,
    exempel: statusPart,
    tolka: readingPart,
  };
  const parts = await Promise.all(
    [...text.matchAll(MARKER)].map(async ([, kind, stated]) => {
      const [what, ...cuts] = stated.trim().split(' | ');
      return `<!-- ${kind}${kind === 'tolka' ? '' : ':'}${stated}-->\n\n${await builders[kind](what, cuts, { ...source, path })}\n\n<!-- /${kind} -->`;
    }),
  );
  const opened = text.match(/<!-- (?:vp|fil|fel|koder|exempel|tolka)\b/g)?.length ?? 0;
  if (opened !== parts.length) {
    throw new Error(`${path}: ${opened} markers are opened and ${parts.length} closed`);
  }
  return text.replace(MARKER, () => parts.shift());
}

function fence(language, text) {
  return `\`\`\`${language}\n${text.replace(/\s+$/, '')}\n\`\`\``;
}

/** Output of a command, or the part of it that `| från X` and `| till Y` keep. */
async function commandPart(command, cuts) {
  return fence('console', `$ vp ${command}\n${excerpt(await vp(argumentsOf(command)), cuts)}`);
}

function filePart(path, cuts) {
  const text = readFileSync(join(root, path), 'utf8');
  return fence(path.endsWith('.csv') ? 'text' : 'yaml', excerpt(text, cuts));
}

/** The lines from the first with X to the next with Y; what is left out is marked by `…`. */
function excerpt(text, cuts) {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
  const find = (word, after) => {
    const cut = cuts
      .find((one) => one.startsWith(`${word} `))
      ?.slice(word.length + 1)
      .trim();
    const at = cut === undefined ? -1 : lines.findIndex((line, index) => index >= after && line.includes(cut));
    if (cut !== undefined && at < 0) {
      throw new Error(`no line with ”${cut}” in the output that begins ”${lines[0]}”`);
    }
    return at;
  };
  const first = Math.max(0, find('från', 0));
  const last = find('till', first);
  const end = last < 0 ? lines.length : last + 1;
  return [...(first > 0 ? ['…'] : []), ...lines.slice(first, end), ...(end < lines.length ? ['…'] : [])].join('\n');
}

/** The messages of fixtures, one below the other. */
async function messagePart(names, _cuts, source) {
  const told = await Promise.all(names.split(/\s+/).map((name) => messageOf(source, join(root, fixtures, name))));
  return fence('text', told.join('\n\n'));
}

/** What `vp kontroll` says of a folder, without the closing count. */
async function messageOf(source, folder) {
  return (await say(source, ['kontroll'], folder)).trimEnd().replace(/\n\n1 plan \([^)]*\): .*$/, '');
}

function codesPart(range, _cuts, { codes }) {
  const [from, to] = range.split('–');
  const rows = codes
    .filter(({ code }) => code >= from && code <= to)
    .map(({ code, severity, title }) => `| [${code}](fel.md#${code.toLowerCase()}) | ${severity} | ${title} |`);
  return ['| Kod | Slag | Vad som är fel |', '|---|---|---|', ...rows].join('\n');
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

function escaped(text) {
  return text.replace(/[*_<[\]]/g, '\\$&');
}

/** A long line broken at spaces; a no-break space is none. */
function folded(text, indent) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line.trim() !== '' && line.length + word.length > 118) {
      lines.push(`${indent}${word}`);
    } else {
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
  }
  return lines.join('\n');
}

// Whole pages

const MADE = '<!-- Sidan görs av npm run docs; ändra inte här. -->';

function glossaryPage({ glossary }) {
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

async function errorPage(source) {
  const parts = await Promise.all(source.codes.map((code) => errorPart(source, code)));
  return `${MADE}

# Fel och varningar

Allt som \`vp kontroll\` kan anmärka på: först en liten fil med felet i, sedan meddelandet som den ger. Ett fel ska
lagas innan planen används; en varning är något att titta på. I filerna visas en tabb som \`→\` och ett hårt
mellanslag som \`⍽\`. Hur planfiler skrivs står i [handboken](handbok.md).

${parts.join('\n')}`;
}

async function errorPart(source, { code, slug, severity, title, why, help }) {
  const names = readdirSync(join(root, fixtures))
    .filter((name) => name.split(/[-.]/)[0] === code)
    .sort();
  const examples = await Promise.all(names.map((name) => exampleOf(source, join(root, fixtures, name))));
  if (code === 'VP004') {
    examples.push(await tooLarge(source));
  }
  const reasons = why === undefined ? '' : `\n${folded(why, '')}\n\n${folded(`Så lagar du: ${help}`, '')}\n`;
  return `## ${code}\n\n**${title}.** \`${slug}\`, ${severity}.\n${reasons}\n${examples.join('\n\n')}\n`;
}

/** The file that has the fault, and the message; the names of the files where it is about what is missing. */
async function exampleOf(source, folder) {
  const message = await messageOf(source, folder);
  const path = /^[^:\n]+/.exec(message)?.[0] ?? '';
  const names = readdirSync(join(folder, 'plans'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `\`${join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1)}\``)
    .sort();
  const shown = /^\S+:\d+:\d+: /.test(message)
    ? fence(
        'text',
        decode(readFileSync(join(folder, path)))
          .replaceAll('\t', '→')
          .replaceAll('\u00A0', '⍽'),
      )
    : folded(`Filerna i planen: ${names.join(', ')}.`, '');
  return `${shown}\n\n${fence('text', message)}`;
}

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A file above the limit cannot lie among the fixtures: it is made for the occasion, without filling the disk. */
async function tooLarge(source) {
  const folder = mkdtempSync(join(tmpdir(), 'vp-docs-'));
  try {
    mkdirSync(join(folder, 'plans/2025/mal'), { recursive: true });
    writeFileSync(
      join(folder, 'plans/organisation.yaml'),
      'namn: Region Exempel\norgan:\n  rs:\n    namn: Regionstyrelsen\n',
    );
    writeFileSync(join(folder, 'plans/2025/plan.yaml'), 'titel: Verksamhetsplan 2025\nperiod: 2025\norgan: rs\n');
    writeFileSync(join(folder, 'plans/2025/mal/vard.yaml'), '');
    truncateSync(join(folder, 'plans/2025/mal/vard.yaml'), 65 * 1024 * 1024);
    return await exampleOf(source, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The picture

const FONT = 14;
const ADVANCE = 8.4;
const LINE = 20;
const MARGIN = 24;
/** The program's colours on a dark or light terminal, as they are on white. */
const COLOURS = { 29: '#0f7159', 136: '#b27d00', 160: '#a11212', 244: '#4b5563' };

/** Real output as a picture with real text: a run of characters is placed at its column, whatever font there is. */
async function picture() {
  const output = (await vp(argumentsOf(PICTURE), { colours: true })).trimEnd();
  const lines = [`$ vp ${PICTURE}`, '', ...output.split('\n')];
  const width = WIDTH * ADVANCE + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN - 6;
  const text = lines.flatMap((line, row) => runsOf(line).map((run) => drawRun(run, MARGIN + FONT + row * LINE)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="sv" aria-labelledby="rubrik">
<title id="rubrik">Utskriften av vp ${PICTURE}</title>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="#d1d5db"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT}" fill="#1f2937">
${text.join('\n')}
</g>
</svg>
`;
}

/** Runs of characters of one look, split where two spaces stand, each with the column where it begins. */
function runsOf(line) {
  const runs = [];
  let column = 0;
  let look = {};
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    if (part.startsWith('\u001b')) {
      look = lookAfter(look, part.slice(2, -1));
      continue;
    }
    for (const found of part.matchAll(/[^ ]+(?: [^ ]+)*/g)) {
      runs.push({ text: found[0], column: column + Array.from(part.slice(0, found.index)).length, look });
    }
    column += Array.from(part).length;
  }
  return runs;
}

function lookAfter(look, codes) {
  switch (codes) {
    case '1':
      return { ...look, weight: 'bold' };
    case '2':
      return { ...look, fill: COLOURS[244] };
    case '22':
    case '39':
      return {};
    default:
      return { ...look, fill: COLOURS[codes.split(';')[2]] ?? look.fill };
  }
}

function drawRun({ text, column, look }, y) {
  const fill = look.fill === undefined ? '' : ` fill="${look.fill}"`;
  const weight = look.weight === undefined ? '' : ` font-weight="${look.weight}"`;
  const x = round(MARGIN + column * ADVANCE);
  const length = round(Array.from(text).length * ADVANCE);
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${fill}${weight}>${safe}</text>`;
}

function round(number) {
  return Math.round(number * 10) / 10;
}

await main(process.argv.includes('--check'));
