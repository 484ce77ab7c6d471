import { isAbsolute, relative, resolve } from 'node:path';
import { Option } from 'commander';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { UsageError } from './context.ts';

/** A format, and the file that it is written to; null for stdout. */
export interface Output<Format extends string> {
  readonly format: Format;
  readonly path: string | null;
}

/** `--format text --format sarif=fynd.sarif`: several formats from one run. */
export function outputsOption<Format extends string>(formats: readonly Format[]): Option {
  const choices = formats.map((format, index) => (index === 0 ? `${format} (förval)` : format)).join(', ');
  return new Option(
    '-f, --format <format>',
    `utskriftens format: ${choices}; med =fil skrivs det till filen. Kan anges flera gånger`,
  ).argParser((text: string, before: readonly Output<Format>[] = []) => [...before, readOutput(text, formats)]);
}

function readOutput<Format extends string>(text: string, formats: readonly Format[]): Output<Format> {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const path = at < 0 ? null : text.slice(at + 1);
  const format = formats.find((one) => one === name);
  if (format === undefined) {
    const near = didYouMean(name, formats);
    throw new UsageError(
      `--format kan inte vara ”${name}”`,
      `${near === null ? '' : `${near} `}Välj bland: ${formats.join(', ')}`,
    );
  }
  if (path === '') {
    throw new UsageError(`--format ${text} säger inte vilken fil`, `Skriv till exempel --format ${name}=fynd.${name}`);
  }
  return { format, path };
}

/** Refuses outputs that would be mixed up on stdout, or would write over each other or the plans. */
export function checkOutputs(outputs: readonly Output<string>[], cwd: string, plansPath: string): void {
  const onStdout = outputs.filter(({ path }) => path === null);
  if (onStdout.length > 1) {
    const names = onStdout.map(({ format }) => format).join(' och ');
    throw new UsageError(
      `${names} kan inte skrivas till samma ställe`,
      'Skriv det ena till en fil: --format json=fynd.json',
    );
  }
  const seen = new Set<string>();
  for (const { path } of outputs) {
    if (path !== null) {
      const whole = resolve(cwd, path);
      if (seen.has(whole)) {
        throw new UsageError(`två format skrivs till samma fil, ${path}`, 'Ge dem var sin fil');
      }
      seen.add(whole);
      if (isBelow(whole, plansPath)) {
        throw new UsageError(`${path} ligger bland planerna`, 'Skriv filen utanför mappen med planer');
      }
    }
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
