import { proposePoints } from '../src/app/points/propose.js';
import { defineCommand } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates.js';
import { gradeOf, itemWord, timesOf } from '../src/chat/words/items.js';
import { memberNames, personNames } from '../src/chat/words/names.js';
import { reasonText } from '../src/chat/words/plain.js';

/**
 * 加分: the recorder drafts a bonus. Nothing reaches the ledger until an officer
 * rules on the matter (see commands/confirm.ts).
 */
export const command = defineCommand({
  name: '加分',
  summary: '为党员登记加分,待书记认定',
  words: {
    members: memberNames,
    item: itemWord,
    grade: gradeOf('item').optional(),
    times: timesOf('item', 'grade').optional(),
    reason: reasonText,
  },
  keywords: { 证明: personNames, 日期: dateWord('past') },
  examples: ['/加分 张三 8 公益活动', '/加分 张三 13 市级 优秀共产党员'],
  useCase: proposePoints,
  input: ({ members, item, grade, times, reason, 证明: witnesses, 日期: deedOn }, { today }) => ({
    side: 'bonus' as const,
    members: [...members],
    item,
    grade: grade ?? null,
    times: times ?? 1,
    reason: reason.text,
    gluedWitness: reason.gluedWitness,
    witnesses: [...(witnesses ?? [])],
    deedOn: deedOn ?? today,
  }),
});
