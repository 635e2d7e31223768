import { claimLastAction } from '../src/app/actions/claim-last.js';
import { claimPoints } from '../src/app/points/propose.js';
import { defineCommand, form } from '../src/chat/define.js';
import { awarded, byItem, onDay, withWitness } from '../src/chat/plain/phrases.js';
import { claimOf, claimWords, pointsKeywords } from '../src/chat/words/rules/points.js';

/** 申报: the member's own bonus claim; the recorder uses it for their own deeds too. */
export const command = defineCommand({
  name: '申报',
  mistakenFor: ['申请', '自报'],
  act: '申报加分',
  summary: '申报本人的加分，待书记认定',
  note: '须有材料或同志证明，由书记认定；书记本人申报的由副书记认定。刚登记的五个一等活动合乎某个加分项的，只发“/申报”即可。',
  forms: [
    form({
      words: claimWords,
      keywords: pointsKeywords,
      examples: [
        '/申报 8 公益活动',
        '/申报 13 市级 优秀共产党员',
        '/申报 8 献血 证明 王芳、孙伟 日期 11月20日',
      ],
      says: [
        `<(申报|申请|上报|报|登记)[个]&[加分]&${byItem}&${awarded}&${onDay}&[[参加|参与]{事由}]&${withWitness}>`,
        `<(申报|申请|报)[个]加分&[参加|参与|去]{事项}&${awarded}&${onDay}&${withWitness}>`,
        `<我&[参加|参与|去]{事项}&[给我](登记|申请|算|记|加|报|计)[上|个|一次|点][加]分&${awarded}&${onDay}&${withWitness}>`,
        `<(申报|申请)&[参加|参与|去]{事项}&${awarded}&${onDay}>`,
      ],
      useCase: claimPoints,
      input: (words, { today }) => claimOf(words, today),
    }),
    form({ words: {}, examples: ['/申报'], useCase: claimLastAction, input: () => ({}) }),
  ],
});
