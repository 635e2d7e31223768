import { showYear } from '../../app/year/overview.js';
import type { ActorContext } from '../../app/use-case.js';
import { yearOf } from '../../domain/period/civil.js';
import { yearInHand } from '../../domain/year/in-hand.js';
import { fullDate } from '../../words/dates.js';
import { heard } from '../heard.js';

/** How far the year is, as `/年度` says it, without its last line: the words to type next are a button here. */
export function yearStanding(context: ActorContext): readonly string[] {
  const { facts, today } = context;
  if (yearInHand(facts, today) !== null)
    return heard(context, showYear.intent({ picture: false }))
      .split('\n')
      .slice(0, -1);
  const year = yearOf(today);
  return [`${year}年度到${fullDate(`${year}-12-31`, today)}结束，之后在这里办理年度考核。`];
}
