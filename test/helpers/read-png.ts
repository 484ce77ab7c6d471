import { unzlibSync } from 'fflate';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `#0f7159` for every colour that a pixel has. */
  readonly colours: ReadonlySet<string>;
}

/** A PNG of eight bits a channel, read without the program that wrote it. */
export function pixelsOf(png: Uint8Array): Picture {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[bytes[25] ?? 0] ?? 0;
  if (!bytes.toString('latin1', 0, 8).startsWith('\x89PNG') || bytes[24] !== 8 || channels === 0) {
    throw new Error('no PNG of eight bits a channel');
  }
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const raw = unzlibSync(Buffer.concat(data));
  const stride = width * channels;
  const colours = new Set<string>();
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const line = raw.slice(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let i = 0; i < stride; i++) {
      const left = i < channels ? 0 : (line[i - channels] ?? 0);
      const up = above[i] ?? 0;
      const corner = i < channels ? 0 : (above[i - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      line[i] = (line[i] ?? 0) + guess;
    }
    for (let i = 0; i < stride; i += channels) {
      colours.add(`#${Buffer.from(line.subarray(i, i + 3)).toString('hex')}`);
    }
    above = line;
  }
  return { width, height, colours };
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(estimate - one)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
