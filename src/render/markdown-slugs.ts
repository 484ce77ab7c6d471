import type { Block, Heading } from '../report/document/document.ts';

/** The places that links within a Markdown document lead to. */
export interface Slugs {
  readonly headings: readonly { readonly heading: Heading; readonly slug: string }[];
  readonly byId: ReadonlyMap<string, string>;
}

/** Headings with the names that GitHub and GitLab give them: lower case, hyphens for spaces, a number for namesakes. */
export function headingSlugs(title: string, blocks: readonly Block[]): Slugs {
  const counts = new Map<string, number>();
  const next = (text: string) => {
    const slug = text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
  next(title);
  const headings = headingsOf(blocks).map((heading) => ({ heading, slug: next(heading.text) }));
  return { headings, byId: new Map(headings.map(({ heading, slug }) => [heading.id, slug])) };
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') {
      return block.items.flatMap(headingsOf);
    }
    return block.kind === 'heading' ? [block] : [];
  });
}
