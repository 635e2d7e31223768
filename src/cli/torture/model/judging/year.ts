import type { Act, YearStep } from '../acts.js';
import { isArchived, yearOfMatter, type Book, type Person, type YearStage } from '../book.js';
import { addDays, dateOf, nextWorkingDay, quarterOf, yearOf } from '../calendar.js';

type Yearly = Extract<Act, { do: 'dues' | 'hold' | 'publish' | 'year' }>;

export function judgeYear(book: Book, actor: Person, act: Yearly, now: string): boolean {
  switch (act.do) {
    case 'dues':
      return payAll(book, actor, act.month, act.except);
    case 'hold':
    case 'publish': {
      if (!actor.offices.includes('secretary') && !actor.offices.includes('deputy')) return false;
      const name = `${act.year}-${act.quarter}`;
      const { end } = quarterOf(act.year, act.quarter);
      if (book.published.has(name)) return false;
      if (act.do === 'hold') return !book.held.has(name) && book.held.add(name).has(name);
      const lifted = book.held.delete(name);
      if (dateOf(now) <= end) return lifted;
      book.published.add(name);
      return true;
    }
    case 'year':
      return advanceYear(book, actor, act.step, act.year, now);
  }
}

function payAll(book: Book, actor: Person, month: string, except: readonly number[]): boolean {
  if (!actor.offices.includes('recorder') && !actor.offices.includes('secretary')) return false;
  const before = book.dues.size;
  for (const { id, kind } of book.people)
    if (kind === 'member' && !except.includes(id)) book.dues.add(`${id}/${month}`);
  return book.dues.size > before;
}

const steps: Readonly<Record<YearStep, { readonly from: readonly YearStage[]; readonly to: YearStage }>> = {
  汇总: { from: ['open', 'summarised'], to: 'summarised' },
  评定: { from: ['summarised'], to: 'decided' },
  审核: { from: ['decided'], to: 'audited' },
  公示: { from: ['audited'], to: 'posted' },
  归档: { from: ['posted'], to: 'archived' },
};

/** One year after another: the first that is not archived. */
export function yearInHand(book: Book): number {
  for (let year = yearOf(book.founded); ; year += 1) if (!isArchived(book, year)) return year;
}

/** Each step is refused until the one before is done; 评定 and 归档 while matters of the year are open (SPEC §3). */
function advanceYear(book: Book, actor: Person, step: YearStep, year: number, now: string): boolean {
  const state = book.years.get(year) ?? { stage: 'open' as YearStage, postedOn: '' };
  const isOne = (office: Person['offices'][number]) => actor.offices.includes(office);
  const may =
    step === '审核'
      ? actor.kind === 'superior'
      : isOne('secretary') || (step === '汇总' && isOne('recorder'));
  if (!may || year !== yearInHand(book) || yearOf(now) <= year || !steps[step].from.includes(state.stage))
    return false;
  const open = book.matters.some((matter) => matter.state === 'open' && yearOfMatter(book, matter) === year);
  if (open && (step === '评定' || step === '归档')) return false;
  if (step === '归档' && dateOf(now) <= lastNoticeDay(state.postedOn)) return false;
  book.years.set(year, {
    stage: steps[step].to,
    postedOn: step === '公示' ? dateOf(now) : state.postedOn,
  });
  return true;
}

/** Seven calendar days, day 1 the day after posting; if the last is no working day, on to the next one (SPEC §2). */
export const lastNoticeDay = (postedOn: string): string => nextWorkingDay(addDays(postedOn, 7));
