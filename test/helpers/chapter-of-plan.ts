import { loadChecked } from '../../src/cli/load-evaluated.ts';
import type { EvaluatedPlan } from '../../src/evaluate/evaluated-plan.ts';
import { readPeriod } from '../../src/model/period.ts';

const FOLDER = { path: 'plans', shown: 'plans' };

/** A plan of the repository, evaluated as the model has it. */
export async function evaluateReal(id: string, periodText: string, idag: string): Promise<EvaluatedPlan> {
  const { evaluatedIn } = await loadChecked(FOLDER, id, { idag, beside: [], rules: 'errors' });
  const period = readPeriod(periodText);
  if (evaluatedIn === null || period === null) {
    throw new Error(`${id} ${periodText} cannot be read`);
  }
  return evaluatedIn(period);
}

/** What the chapter of an organ is to hold, in order, each once. */
export interface ChapterOfPlan {
  readonly nyckeltal: readonly string[];
  readonly uppdrag: readonly string[];
  /** The beginning of each comment, and how often the organ has written it: several uppdrag may have the same words. */
  readonly comments: readonly { readonly first: string; readonly times: number }[];
}

export function chapterOfPlan({ plan, målområden }: EvaluatedPlan, organName: string): ChapterOfPlan {
  const id = [...plan.organisation.organ.values()].find(({ namn }) => namn === organName)?.id;
  const isOwn = (organ: string) => organ === id || (organName === 'Regionstyrelsen' && organ === plan.organ);
  const rader = målområden.flatMap((one) => one.rader).filter(({ organ }) => isOwn(organ));
  const posts = plan.uppföljningar
    .filter(({ organ }) => isOwn(organ))
    .flatMap(({ organ, poster }) =>
      Object.entries(poster)
        // What the whole region says of a målområde stands in the joint section.
        .filter(([slag]) => slag !== 'målområden' || organ !== plan.organ)
        .flatMap(([, some]) => [...some.values()]),
    )
    .flatMap(({ kommentar }) => (kommentar === null ? [] : [kommentar]));
  const remarks = rader.flatMap(({ utfall, uppföljning }) => {
    const remark = utfall?.anmärkning ?? null;
    return remark === null || squeeze(uppföljning?.kommentar ?? '').includes(squeeze(remark)) ? [] : [remark];
  });
  const firsts = new Set(posts.map((post) => squeeze(post.split(/\n\s*\n|\n- /)[0] ?? '').replace(/^- |\*/g, '')));
  return {
    nyckeltal: rader.map(({ nyckeltal }) => nyckeltal.namn),
    uppdrag: målområden
      .flatMap((one) => one.uppdrag)
      .filter(({ organ }) => isOwn(organ))
      .map(({ uppdrag }) => uppdrag.namn),
    comments: [...firsts].map((first) => ({
      first,
      times: [...posts, ...remarks].filter((post) => squeeze(post).includes(first)).length,
    })),
  };
}

export const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
