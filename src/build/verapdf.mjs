/**
 * Validates PDF files with veraPDF, the reference validator, against PDF/UA-1 and PDF/A-2a, or one of them.
 *
 *     npm run verapdf -- [--flavour ua1|2a] FILE...
 *     npm run verapdf -- --finns|--hamta
 *
 * veraPDF is fetched once with Maven, from Maven Central, into a cache outside of the project. Without Java, Maven or
 * the network, nothing is validated, and the exit code is 3; it is 1 where a file fails, and 0 where all pass. `--hamta`
 * only fetches, and `--finns` only tells, by 0 or 3, whether all is here already.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const VERSION = '1.28.2';
const FLAVOURS = ['ua1', '2a'];
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vp-verapdf', VERSION);

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>vp</groupId>
  <artifactId>verapdf</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;

const { values, positionals: files } = parseArgs({
  options: {
    flavour: { type: 'string', multiple: true, default: FLAVOURS },
    finns: { type: 'boolean' },
    hamta: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (values.finns) {
  process.exit(existsSync(cache) && spawnSync('java', ['-version']).status === 0 ? 0 : 3);
}
if (values.hamta) {
  process.exit(existsSync(cache) || fetchVeraPdf() ? 0 : 3);
}
if (files.length === 0 || values.flavour.some((one) => !FLAVOURS.includes(one))) {
  console.error('Ange en eller flera PDF-filer: npm run verapdf -- [--flavour ua1|2a] FIL...');
  process.exit(2);
}
if (!existsSync(cache) && !fetchVeraPdf()) {
  console.error('veraPDF går inte att hämta: Java, Maven och Maven Central behövs. Inget har prövats.');
  process.exit(3);
}
const results = values.flavour.map((flavour) => {
  const args = ['-cp', join(cache, '*'), 'org.verapdf.apps.GreenfieldCliWrapper', '--flavour', flavour];
  const { status, stdout } = spawnSync('java', [...args, '--format', 'text', '-v', ...files], { encoding: 'utf8' });
  process.stdout.write(stdout ?? '');
  // Each file must be named as passed: a file that is not read is none that passes.
  const passed = (stdout ?? '').split('\n').filter((line) => line.startsWith('PASS ')).length;
  return status === 0 && passed === files.length;
});
process.exit(results.every((passed) => passed) ? 0 : 1);

function fetchVeraPdf() {
  const fetched = `${cache}.${process.pid}`;
  mkdirSync(fetched, { recursive: true });
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    const pom = join(fetched, 'pom.xml');
    writeFileSync(pom, POM);
    const goal = 'dependency:copy-dependencies';
    execFileSync('mvn', ['-q', '-B', '-f', pom, goal, `-DoutputDirectory=${join(fetched, 'jars')}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
    });
    renameSync(join(fetched, 'jars'), cache);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}
