import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM, tempFolder, vp } from './run-program.ts';

let cwd: string;
let json: string;

beforeAll(async () => {
  cwd = tempFolder();
  cpSync(resolve('test/errors/VP203-riktning-saknas/plans'), join(cwd, 'plans'), { recursive: true });
  json = (await vp(['kontroll', '--format', 'json'], { cwd })).stdout;
});

const write = (path: string, surroundings: Parameters<typeof vp>[1] = {}) =>
  vp(['kontroll', '--format', `json=${path}`, '--format', 'text'], { cwd, ...surroundings });

/** An old file, and the folder that it is in. */
function oldFile(name: string): { readonly folder: string; readonly path: string } {
  const folder = join(cwd, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'fynd.json'), 'gammalt');
  return { folder, path: join(folder, 'fynd.json') };
}

describe('en fil med fynd', () => {
  it('skrivs hel, och ersätter den gamla utan att lämna något efter sig', async () => {
    const { folder, path } = oldFile('hel');
    chmodSync(path, 0o640);
    const before = statSync(path).ino;
    const run = await write(path);
    expect(run).toMatchObject({ exitCode: 1, stderr: '' });
    expect(run.stdout).toContain('VP203');
    expect(readFileSync(path, 'utf8')).toBe(json);
    expect(statSync(path).ino).not.toBe(before);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['fynd.json']);
  });

  it('skrivs genom en länk, som blir kvar', async () => {
    const { folder, path } = oldFile('lank');
    symlinkSync('fynd.json', join(folder, 'senaste.json'));
    await write(join(folder, 'senaste.json'));
    expect(lstatSync(join(folder, 'senaste.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(json);
  });

  it('kan ha ett namn med likhetstecken och mellanslag', async () => {
    await write('a b=c.json');
    expect(readFileSync(join(cwd, 'a b=c.json'), 'utf8')).toBe(json);
  });

  it('skrivs också om en annan inte går att skriva', async () => {
    const run = await vp(['kontroll', '--format', 'json=saknas/a.json', '--format', 'sarif=b.sarif'], { cwd });
    expect(run.exitCode).toBe(2);
    expect(existsSync(join(cwd, 'b.sarif'))).toBe(true);
  });
});

describe('en fil som inte går att skriva', () => {
  const told = (path: string, reason: string, rest: string) =>
    `vp: ${path} gick inte att skriva: ${reason}\nHjälp: ${rest}; ange en annan fil eller rätta felet\n`;

  it.each([
    ['saknas/fynd.json', 'mappen finns inte'],
    ['plans/organisation.yaml/fynd.json', 'mappen finns inte'],
    ['x'.repeat(300), 'namnet är för långt'],
  ])('säger varför: %s', async (path, reason) => {
    const run = await vp(['kontroll', '--plans', 'plans', '--format', `json=${path}`], { cwd });
    if (path.startsWith('plans')) {
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      return;
    }
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr.endsWith(told(path, reason, 'Ingen fil skapades'))).toBe(true);
  });

  it('lämnar stdout som det skulle vara', async () => {
    const run = await write('saknas/fynd.json');
    expect(run).toEqual({
      stdout: (await vp(['kontroll'], { cwd })).stdout,
      stderr: told('saknas/fynd.json', 'mappen finns inte', 'Ingen fil skapades'),
      exitCode: 2,
    });
  });

  it('är en mapp eller en enhet', async () => {
    mkdirSync(join(cwd, 'mapp'));
    expect(await write('mapp')).toMatchObject({
      exitCode: 2,
      stderr: told('mapp', 'det är en mapp', 'Filen är som den var'),
    });
    expect(await write('/dev/null')).toMatchObject({
      exitCode: 2,
      stderr: told('/dev/null', 'det är ingen vanlig fil', 'Filen är som den var'),
    });
    expect(statSync('/dev/null').isFile()).toBe(false);
    expect(readdirSync(join(cwd, 'mapp'))).toEqual([]);
  });

  it('lämnar den gamla när filen inte får plats', async () => {
    const { folder, path } = oldFile('full');
    const run = await write(path, { before: 'ulimit -f 0' });
    expect(run).toMatchObject({
      exitCode: 2,
      stderr: told(path, 'filen blir för stor för disken', 'Filen är som den var'),
    });
    expect(readFileSync(path, 'utf8')).toBe('gammalt');
    expect(readdirSync(folder)).toEqual(['fynd.json']);
  });

  it('visar ett namn med styrtecken utan att skicka dem', async () => {
    const run = await write('saknas/\u001b[31m.json');
    expect(run.stderr).toContain('saknas/\\u001b[31m.json gick inte att skriva');
  });
});

/** Root may write everywhere; then the program is run as nobody, where the machine allows that. */
const NOBODY = 65534;
const uid = process.getuid?.() === 0 ? NOBODY : undefined;
const canTry =
  process.platform !== 'win32' &&
  (uid === undefined || spawnSync(process.execPath, ['-e', ''], { uid, gid: uid }).status === 0);

describe.skipIf(!canTry)('en mapp där man inte får skriva', () => {
  it.each([
    ['mappen', 0o555, 0o644],
    ['filen', 0o777, 0o444],
  ])('lämnar den gamla filen: %s är skrivskyddad', async (what, folderMode, fileMode) => {
    const { folder, path } = oldFile(`skyddad-${what}`);
    const program = join(cwd, 'dist', 'vp.cjs');
    cpSync(dirname(PROGRAM), dirname(program), { recursive: true });
    chmodSync(cwd, 0o755);
    chmodSync(path, fileMode);
    chmodSync(folder, folderMode);
    const run = await write(path, { program, ...(uid === undefined ? {} : { uid }) });
    chmodSync(folder, 0o755);
    expect(run).toMatchObject({
      exitCode: 2,
      stderr: `vp: ${path} gick inte att skriva: du har inte rätt att skriva där\nHjälp: Filen är som den var; ange en annan fil eller rätta felet\n`,
    });
    expect(run.stdout).toContain('VP203');
    expect(readFileSync(path, 'utf8')).toBe('gammalt');
    expect(readdirSync(folder)).toEqual(['fynd.json']);
  });
});
