import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { FULL, heading, longTable, PROSE, paragraph, report } from '../render/pdf/reports.ts';

/**
 * Renders a report of about so many pages, and says how many they became: run by the benchmark in a process of its own.
 * Where other programs take the processors, the time is what the process itself has used.
 */
async function main([pages = '10', kind = 'blandat']: readonly string[]): Promise<void> {
  const count = Number(pages);
  const chapters = Array.from({ length: Math.max(1, Math.round(count / (kind === 'tabell' ? 6 : 8))) }, (_, index) =>
    kind === 'tabell'
      ? [heading(2, `Kapitel ${index + 1}`), longTable(70, 1)]
      : [
          heading(2, `Kapitel ${index + 1}`),
          ...Array.from({ length: 30 }, () => paragraph(PROSE)),
          longTable(26, 5),
          ...FULL.blocks.slice(8, 14),
        ],
  );
  const { bytes, pages: drawn } = await renderPdf(report([{ kind: 'contents' }, ...chapters.flat()]));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const { user, system } = process.cpuUsage();
  const seconds = Math.min(process.uptime(), (user + system) / 1e6);
  process.stdout.write(JSON.stringify({ pages: drawn, bytes: bytes.length, memory, seconds }));
}

main(process.argv.slice(2));
