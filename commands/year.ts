import { archiveYear } from '../src/app/year/steps/archive.js';
import { auditYear } from '../src/app/year/steps/audit.js';
import { decideYear } from '../src/app/year/steps/decide.js';
import { showYearList } from '../src/app/year/lists.js';
import { showYear } from '../src/app/year/overview.js';
import { publishYear } from '../src/app/year/steps/publish.js';
import { sumUp } from '../src/app/year/steps/sum.js';
import { setTier } from '../src/app/year/steps/tier.js';
import { defineCommand, form } from '../src/chat/define.js';
import { memberEver } from '../src/chat/words/people/names.js';
import { countOf, fixedWord, textNamed } from '../src/chat/words/plain.js';
import { listWord, outstandingWord, tierWord, verdictWord } from '../src/chat/words/year/year.js';

/** 年度: the year end, step by step. Each is refused until the one before is done. */
export const command = defineCommand({
  name: '年度',
  mistakenFor: ['年终', '年底', '年度考核'],
  summary: '年度考核：汇总、评定、审核、公示、归档',
  summaryOfLooking: '查看年度考核进度',
  note: '依次办理：记录员或书记汇总，会议评定（设支委会的由支委会，否则由支部大会），上级审核，公示，归档。结果私下答复，只有公示发到群里。',
  discreet: true,
  forms: [
    form({ lead: '汇总', words: {}, examples: ['/年度 汇总'], useCase: sumUp, input: () => ({}) }),
    form({
      lead: '等次',
      words: { person: memberEver, tier: tierWord, reason: textNamed('理由').optional() },
      examples: ['/年度 等次 张三 基本合格 会议认为作用发挥不够'],
      useCase: setTier,
      input: ({ person, tier, reason }) => ({ person, tier, reason: reason ?? null }),
    }),
    form({
      lead: '评定',
      words: {},
      keywords: {
        应到: countOf('人数', '应到'),
        实到: countOf('人数', '实到'),
        同意: countOf('人数', '同意'),
        优秀: { ...outstandingWord, spoken: ['优秀'] },
      },
      examples: ['/年度 评定 应到 20 实到 18 同意 18', '/年度 评定 应到 20 实到 18 同意 18 优秀 张三、王芳'],
      useCase: decideYear,
      input: ({ 应到: entitled, 实到: present, 同意: inFavour, 优秀: outstanding }) => ({
        entitled: entitled ?? null,
        present: present ?? null,
        inFavour: inFavour ?? null,
        outstanding: outstanding === undefined ? null : [...outstanding],
      }),
    }),
    form({
      lead: '审核',
      words: { passed: verdictWord, remarks: textNamed('意见').optional() },
      examples: ['/年度 审核 通过', '/年度 审核 退回 请核实张三同志的减分'],
      useCase: auditYear,
      input: ({ passed, remarks }) => ({ passed, remarks: remarks ?? null }),
    }),
    form({ lead: '公示', words: {}, examples: ['/年度 公示'], useCase: publishYear, input: () => ({}) }),
    form({ lead: '归档', words: {}, examples: ['/年度 归档'], useCase: archiveYear, input: () => ({}) }),
    form({
      lead: '名单',
      words: { list: listWord },
      examples: ['/年度 名单 评优', '/年度 名单 谈话', '/年度 名单 两年'],
      useCase: showYearList,
      input: ({ list }) => ({ list }),
    }),
    form({
      words: { picture: fixedWord('图片').optional() },
      examples: ['/年度', '/年度 图片'],
      useCase: showYear,
      input: ({ picture }) => ({ picture: picture === true }),
    }),
  ],
});
