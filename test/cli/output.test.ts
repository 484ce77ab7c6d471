import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WriteStream } from 'node:tty';
import { afterAll, describe, expect, it } from 'vitest';
import { openOutput } from '../../src/cli/output.ts';

const folder = mkdtempSync(join(tmpdir(), 'vp-output-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refuse(): never {
  throw new Error('skulle inte behövas');
}

const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;
const READ = O_RDONLY | O_NONBLOCK;
const WRITE = O_WRONLY | O_NONBLOCK;

describe('utskriften', () => {
  it('skrivs till en fil utan att någon ström öppnas', () => {
    const path = join(folder, 'fil');
    const descriptor = openSync(path, 'w');
    const output = openOutput(descriptor, refuse, refuse);
    expect([output.isTerminal, output.columns]).toEqual([false, null]);
    output.write('Måluppfyllelse ');
    output.write('');
    output.write(new Uint8Array([0x39, 0x30]));
    closeSync(descriptor);
    expect(readFileSync(path, 'utf8')).toBe('Måluppfyllelse 90');
  });

  it('är ingen terminal när den slängs', () => {
    const descriptor = openSync('/dev/null', 'w');
    expect(openOutput(descriptor, refuse, refuse).isTerminal).toBe(false);
    closeSync(descriptor);
  });

  it('kommer fram hel till en läsare som är långsam, fast ett rör är fullt och inte låter vänta', async () => {
    const path = join(folder, 'rör');
    execFileSync('mkfifo', [path]);
    const reader = new Socket({ fd: openSync(path, READ), readable: true, writable: false });
    const descriptor = openSync(path, WRITE);
    let streams = 0;
    const output = openOutput(
      descriptor,
      () => {
        streams++;
        const socket = new Socket({ fd: descriptor, readable: false, writable: true });
        return socket as unknown as WriteStream;
      },
      refuse,
    );
    const text = Array.from({ length: 60_000 }, (_, line) => `rad ${line}: åäö\n`).join('');
    output.write(text);
    output.write('slut');
    expect(streams).toBe(1);
    const chunks: Buffer[] = [];
    for await (const chunk of reader) {
      chunks.push(Buffer.from(chunk));
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (chunks.at(-1)?.includes('slut') === true) {
        break;
      }
    }
    expect(Buffer.concat(chunks).toString('utf8') === `${text}slut`).toBe(true);
  });

  it('säger en gång varför den inte gick att skriva, hur mycket som än är kvar', () => {
    const descriptor = openSync('/dev/full', 'w');
    const codes: (string | undefined)[] = [];
    const output = openOutput(descriptor, refuse, ({ code }) => codes.push(code));
    output.write('full');
    output.write('mer');
    closeSync(descriptor);
    expect(codes).toEqual(['ENOSPC']);
  });
});
