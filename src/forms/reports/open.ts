import { dateOf } from '../../domain/period/civil.js';
import { pointsMatters } from '../../domain/points/deeds.js';
import { dataTable } from './tables.js';
import type { Part, ReportInput } from './part.js';

/** What waits for somebody: counts, whoever it is about. */
export function openPart(input: ReportInput): Part {
  const [matters, activities] = [openMatters(input), unclosed(input)];
  return {
    title: '未办结事项',
    blocks: dataTable(
      '未办结事项',
      [
        { title: '事项', width: 4 },
        { title: '数量', width: 2 },
      ],
      [
        ['待认定的加减分', `${matters}条`],
        ['已过期而没有结束登记的活动', `${activities}场`],
      ],
    ),
    analysis: [],
    open: [
      ...(matters === 0 ? [] : [`期间的加减分还有${matters}条没有办结，请及时认定。`]),
      ...(activities === 0 ? [] : [`已过期而没有结束登记的活动${activities}场，请结束登记。`]),
    ],
  };
}

/** Bonuses and deductions of the period that wait for evidence or a ruling. */
function openMatters({ facts, members, period }: ReportInput): number {
  return members
    .flatMap(({ id }) => pointsMatters(facts, id))
    .filter(({ state, deedOn }) => state === 'open' && deedOn >= period.first && deedOn <= period.last)
    .length;
}

/** Past activities whose register was never closed. */
function unclosed({ facts, period, today }: ReportInput): number {
  return facts
    .all('activity')
    .filter(({ state, at }) => state === 'announced' && dateOf(at) < today)
    .filter(({ at }) => dateOf(at) >= period.first && dateOf(at) <= period.last).length;
}
