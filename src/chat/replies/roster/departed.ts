import type { DepartedSays } from '../../../app/roster/departed-says.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { yearOrQuarter } from '../../../words/periods.js';
import { departureTitle } from '../../../words/roster.js';

export const departedSentences: Sentences<DepartedSays> = {
  departed: ({ person, on, how }, { rulebook, today }) => {
    const left = how.kept === null ? '离开本支部' : departureTitle(how.kept);
    return `\n说明：${personTitle(person, rulebook)}${fullDate(on, today)}已${left}。`;
  },
  goneThen: ({ person, last, ...span }, { rulebook }) => {
    const [what, instead] =
      span.quarter === null ? ['这一年', `${last}年或者更早的年份`] : ['这一季度', '更早的季度或者年份'];
    return `${personTitle(person, rulebook)}${yearOrQuarter(span)}已不在本支部，没有${what}的内容。请写${instead}。`;
  },
  namesakesLeft: ({ persons }, { rulebook }) => {
    const [first] = persons.kept;
    const whom = persons.kept.length === 1 ? '一位' : `${persons.kept.length}位`;
    const names = persons.kept.map((person) => `“${personTitle(person, rulebook)}”`).join('');
    return `\n说明：还有${whom}${first?.name ?? ''}已不在本支部，要看的请把姓名写作${names}。`;
  },
};
