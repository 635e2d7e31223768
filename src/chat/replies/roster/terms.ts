import type { RosterSays } from '../../../app/roster/says.js';
import { dayTitle, fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';

type TermSays = Pick<RosterSays, 'probationEnds' | 'term' | 'termEnds'>;

const recordHint = '换届后请登记选举日期，例：/换届 11月20日';

export const termSentences: Sentences<TermSays> = {
  probationEnds: ({ person, end, inferred, late }, { rulebook, today }) => {
    const name = personTitle(person.kept, rulebook);
    const source = inferred ? '（名册没有入党日期，按到支部的日期推算）' : '';
    const day = fullDate(end, today);
    return late
      ? `提醒：${name}同志的预备期${day}已满一年${source}，还没有转正。请开支部大会讨论，通过后发送“/党员 转正 ${name} 会议日期”；决定延长预备期的，期满再办。`
      : `提醒：${name}同志的预备期到${day}满一年${source}。请提醒本人写转正申请，届时开支部大会讨论，通过后发送“/党员 转正 ${name} 会议日期”。`;
  },
  term: ({ on, end, years, inferred, recorded }, { today }) => {
    if (on === null || end === null) return '支部还没有任命书记、副书记或支委，没有任期可看。';
    const since = inferred
      ? `从最早的任职登记（${fullDate(on, today)}）推算`
      : `从${fullDate(on, today)}选举起`;
    const head = recorded ? '已登记换届。' : '';
    const hint = inferred ? `选举日期不同的，请登记，例：/换届 11月20日` : '';
    const over = end < today ? `，${dayTitle(end)}已经届满，请报上级党组织同意，尽快换届。` : undefined;
    return `${head}支部委员会任期${years}年，${since}${over ?? `，到${dayTitle(end)}届满，届满前6个月提醒。`}${hint}`;
  },
  termEnds: ({ years, end, inferred, late }, { today }) => {
    const source = inferred ? '（从最早的任职登记推算）' : '';
    return late
      ? `提醒：支部委员会任期${years}年，${fullDate(end, today)}已届满${source}。请报上级党组织同意，尽快换届。${recordHint}`
      : `提醒：支部委员会任期${years}年，到${fullDate(end, today)}届满${source}。请准备换届：向上级党组织请示，酝酿候选人，按期召开支部大会选举。${recordHint}`;
  },
};
