import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const FONT = 'Source Sans 3';
const STYLES = ['400Regular', '600SemiBold'];

/** Pixels for each pixel of a drawing, so that it is sharp on paper too. */
const SHARPNESS = 2.25;

/** A drawing as pixels, and as shapes without any text, so that it looks the same whatever fonts the reader has. */
export interface Raster {
  readonly png: Uint8Array;
  readonly svg: string;
}

/** Draws SVG with the report's own fonts, and none of the machine's. */
export type Rasterise = (svg: string) => Raster;

/** Loads what draws, which takes a while; once is enough. */
export function loadRasteriser(): Promise<Rasterise> {
  loading ??= load();
  return loading;
}

let loading: Promise<Rasterise> | null = null;

async function load(): Promise<Rasterise> {
  const { resolve } = createRequire(import.meta.url ?? __filename);
  const drawer = resolve('@resvg/resvg-wasm/index_bg.wasm');
  const fonts = STYLES.map((style) => resolve(`@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`));
  const [{ initWasm, Resvg }, program, ...fontBuffers] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(drawer),
    ...fonts.map((path) => readFile(path)),
  ]);
  await initWasm(program);
  return (svg) => {
    const drawn = new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: FONT, sansSerifFamily: FONT },
      fitTo: { mode: 'zoom', value: SHARPNESS },
    });
    const image = drawn.render();
    const raster = { png: image.asPng(), svg: rounded(drawn.toString()) };
    image.free();
    drawn.free();
    return raster;
  };
}

/** Hundredths of a pixel are enough, and take half the room. */
function rounded(svg: string): string {
  return svg.replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
