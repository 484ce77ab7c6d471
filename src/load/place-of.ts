import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';
import { type Origin, type Path, pathOf } from '../model/origin.ts';
import type { Place, SourceFile } from '../source/source-file.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a value and its key stand, and what is inside. */
interface Node extends Span {
  readonly key: Span | null;
  readonly children: Map<string, Node> | null;
}

const treeOfFile = new WeakMap<SourceFile, Node | null>();

/** The place of a value that was read from a YAML file; the whole first line where the path is not found. */
export function placeOf(origin: Origin): Place {
  return soughtWhenAsked(origin, (node) => node);
}

/** The place of the key before a value; of the value itself where it has none. */
export function keyPlaceOf(origin: Origin): Place {
  return soughtWhenAsked(origin, (node) => node.key ?? node);
}

/** A place that is looked up when somebody is shown it: most findings are only counted by most commands. */
function soughtWhenAsked(origin: Origin, part: (node: Node) => Span): Place {
  let found: Span | null = null;
  const span = (): Span => {
    if (found === null) {
      const node = find(origin);
      found = node === null ? TOP : part(node);
    }
    return found;
  };
  return {
    file: origin.file,
    get start() {
      return span().start;
    },
    get end() {
      return span().end;
    },
  };
}

const TOP: Span = { start: 0, end: 0 };

/**
 * The place of a part of a text value, by offsets in the text: of a text on one line, or of a block (`|`) line by line.
 * A text that does not stand letter by letter in the file (escapes, folded lines) is pointed at as a whole.
 */
export function partOf(origin: Origin, text: string, start: number, end: number): Place {
  const whole = placeOf(origin);
  const slice = origin.file.text.slice(whole.start, whole.end);
  const at = slice.indexOf(text);
  return at >= 0
    ? { file: origin.file, start: whole.start + at + start, end: whole.start + at + Math.max(end, start + 1) }
    : (partOfBlock(whole, text, start, end) ?? whole);
}

/**
 * A block stands in the file line by line as in its text, each line set in by spaces; null where that is not so. A part
 * that goes over several lines is pointed at to the end of its first line.
 */
function partOfBlock({ file, start: blockStart }: Place, text: string, start: number, end: number): Place | null {
  const before = text.slice(0, start).split('\n');
  const lines = text.split('\n');
  let offset = blockStart;
  for (let index = 0; index < before.length; index++) {
    const lineEnd = file.text.indexOf('\n', offset);
    const written = file.text.slice(offset, lineEnd < 0 ? file.text.length : lineEnd).replace(/\r$/, '');
    const line = lines[index] ?? '';
    // The spaces of an empty line need not be those of the others.
    if (!written.endsWith(line) || /[^ ]/.test(written.slice(0, written.length - line.length))) {
      return null;
    }
    if (index === before.length - 1) {
      const column = before[index]?.length ?? 0;
      const begin = offset + written.length - line.length + column;
      const length = Math.min(end - start, line.length - column);
      return { file, start: begin, end: begin + Math.max(1, length) };
    }
    offset = lineEnd < 0 ? file.text.length : lineEnd + 1;
  }
  return null;
}

/** Whether a value stands at exactly this path. */
export function hasPlace(origin: Origin): boolean {
  return origin.above !== null && find(origin.above)?.children?.has(String(origin.key)) === true;
}

function find(origin: Origin): Node | null {
  const { file } = origin;
  let tree = treeOfFile.get(file);
  if (tree === undefined) {
    tree = readTree(file);
    treeOfFile.set(file, tree);
  }
  return tree === null ? null : walk(tree, pathOf(origin));
}

/** The node at the path, or the nearest one above it. */
function walk(root: Node, path: Path): Node {
  let node = root;
  for (const step of path) {
    const next = node.children?.get(String(step));
    if (next === undefined) {
      break;
    }
    node = next;
  }
  return node;
}

/** The same parser as for reading, run again over the one file that a finding is about. */
function readTree(file: SourceFile): Node | null {
  let events: readonly Event[];
  try {
    events = parseEvents(file.text, {});
  } catch {
    return null;
  }
  return buildTree(file.text, events);
}

interface OpenNode {
  readonly node: Node & { end: number };
  readonly kind: 'map' | 'list';
  /** The key that waits for its value. */
  key: { readonly name: string; readonly start: number; readonly end: number } | null;
}

function buildTree(text: string, events: readonly Event[]): Node | null {
  const open: OpenNode[] = [];
  let root: Node | null = null;
  let lastEnd = 0;
  const place = (node: Node, name: string | null): Node => {
    const parent = open.at(-1);
    if (parent === undefined) {
      root ??= node;
      return node;
    }
    if (parent.kind === 'list') {
      parent.node.children?.set(String(parent.node.children.size), node);
      return node;
    }
    if (parent.key === null) {
      parent.key = { name: name ?? '', start: node.start, end: node.end };
      return node;
    }
    // An empty value stands right behind its key.
    const keyed = { ...node, key: { start: parent.key.start, end: parent.key.end } };
    if (!parent.node.children?.has(parent.key.name)) {
      parent.node.children?.set(parent.key.name, keyed);
    }
    parent.key = null;
    return keyed;
  };
  for (const event of events) {
    if (event.type === EVENT_ID.SCALAR) {
      const empty = event.valueStart < 0;
      const start = empty ? (open.at(-1)?.key?.start ?? lastEnd) : event.valueStart;
      const end = empty ? (open.at(-1)?.key?.end ?? lastEnd) : Math.max(event.valueEnd, event.valueStart + 1);
      place({ start, end, key: null, children: null }, empty ? '' : getScalarValue(text, event));
      lastEnd = end;
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const fresh = { start: event.start, end: event.start + 1, key: null, children: new Map<string, Node>() };
      const node = place(fresh, null) as Node & { end: number };
      open.push({ node, kind: event.type === EVENT_ID.MAPPING ? 'map' : 'list', key: null });
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      if (closed !== undefined) {
        closed.node.end = Math.max(closed.node.end, lastEnd);
      }
    }
  }
  return root;
}
