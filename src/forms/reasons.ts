import { entryReason, occasionOf } from '../app/matters/points.js';
import { dateOf, yearOf } from '../domain/period/civil.js';
import type { LedgerEntry } from '../domain/points/rows.js';
import { kindTitle } from '../words/activities.js';
import { monthAndDay, monthTitle } from '../words/dates.js';
import type { PaperInput } from './input.js';

/**
 * Why an entry was made, on papers that only its member and those who keep points read: 敬老院义务劳动, 缺席支部大会（7月10日）.
 * Of an upheld objection nothing but that: its words are shielded.
 */
export function reasonText({ facts, rulebookOf }: PaperInput, entry: LedgerEntry): string {
  const reason = entryReason(facts, entry);
  const ruled = facts.get('matter', entry.matter);
  if (ruled?.kind === 'deduction') {
    const occasion = occasionOf(facts, rulebookOf(entry.year), ruled);
    if (occasion?.line === 'dues') return `${monthTitle(occasion.month)}党费未交`;
    if (occasion !== null) {
      const kind = kindTitle(occasion.kind, rulebookOf(yearOf(occasion.at)));
      const how = occasion.line === 'absence' ? '缺席' : '请假';
      return `${how}${kind}（${monthAndDay(dateOf(occasion.at))}）`;
    }
  }
  if (reason !== null) return reason;
  return ruled?.kind === 'objection' ? '异议成立' : ruled?.drafted === true ? '考勤有变动' : '';
}
