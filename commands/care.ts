import { keepCare, strikeCare } from '../src/app/care/keep.js';
import { defineCommand, form } from '../src/chat/define.js';
import { careKind, careText } from '../src/chat/words/people/care.js';
import { memberName } from '../src/chat/words/people/names.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 关怀: family, health, wishes and hardships of those who are cared for. Only in private; the group hears none of it. */
export const command = defineCommand({
  name: '关怀',
  manyLines: true,
  aliases: ['关爱'],
  mistakenFor: ['关心'],
  discreet: true,
  hidesWords: true,
  summary: '登记和查看离退休、困难党员的家庭、身体、愿望和困难',
  note: '只在私聊办理，加密保存，只有记录员和书记看得到。登记错了用“/关怀 撤销 编号”，记录仍保留并注明。困难已过去的写“/关怀 姓名 困难 解除”。',
  forms: [
    form({
      words: { person: memberName.optional(), kind: careKind.optional(), text: careText('kind').optional() },
      examples: ['/关怀 郑国 身体 血压偏高，按时服药', '/关怀 郑国', '/关怀'],
      useCase: keepCare,
      input: ({ person, kind, text }) => ({
        person: person ?? null,
        note: kind === undefined || text === undefined ? null : { kind, ...text },
      }),
    }),
    form({
      lead: '撤销',
      words: { number: matterWord },
      examples: ['/关怀 撤销 3'],
      useCase: strikeCare,
      input: ({ number }) => ({ number }),
    }),
  ],
});
