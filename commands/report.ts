import { send, sent } from '../src/chat/plain/phrases.js';
import {
  addPractice,
  chooseExample,
  showReportNotes,
  strikeReportNote,
} from '../src/app/life/report-notes.js';
import { showReport } from '../src/app/life/report.js';
import { defineCommand, form } from '../src/chat/define.js';
import { matterWord, textNamed, yearWord } from '../src/chat/words/plain.js';
import { reportScope } from '../src/chat/words/year/year.js';

/** 报告: the half-year check and the yearly reports, answered in private; and what the secretary adds in words. */
export const command = defineCommand({
  name: '报告',
  mistakenFor: ['总结', '汇报'],
  hidesWords: true,
  discreet: true,
  summary: '半年检查、全年和分类管理的报告，及其中的事例和特色做法',
  note: '事例是已认定的加分，由书记或副书记选定，报告会写出当事人的姓名；不写说明就用登记的事由。事例和做法只在私聊里办理。',
  forms: [
    form({
      lead: '事例',
      words: { number: matterWord.optional(), text: textNamed('说明').optional() },
      examples: ['/报告 事例 1 张三同志周末到社区帮老人买药，坚持了一年', '/报告 事例'],
      useCase: chooseExample,
      input: ({ number, text }) => ({ number: number ?? null, text: text ?? null }),
    }),
    form({
      lead: '做法',
      words: { text: textNamed('文字') },
      examples: ['/报告 做法 每月办一次“云上党课”,外出的同志也能参加'],
      useCase: addPractice,
      input: ({ text }) => ({ text }),
    }),
    form({
      lead: ['删', '删除', '撤下'],
      words: { number: matterWord },
      examples: ['/报告 删 1'],
      useCase: strikeReportNote,
      input: ({ number }) => ({ number }),
    }),
    form({ lead: '素材', words: {}, examples: ['/报告 素材'], useCase: showReportNotes, input: () => ({}) }),
    form({
      says: [
        `${send}[{year}][的]{scope}[的][工作|检查|情况|检查情况]报告${sent}`,
        `${send}[{year}]上半年[的][工作|检查|情况]报告{+半年}${sent}`,
      ],
      reads: true,
      words: { scope: reportScope, year: yearWord.optional() },
      examples: ['/报告 半年', '/报告 全年', '/报告 分类', '/报告 全年 2025'],
      useCase: showReport,
      input: ({ scope, year }) => ({ scope, year: year ?? null }),
    }),
  ],
});
