import { enterByProxy } from '../src/app/roster/proxy.js';
import { defineCommand } from '../src/chat/define.js';
import { missing } from '../src/chat/plain/phrases.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { memberName } from '../src/chat/words/people/names.js';
import { lineOf, wayWord } from '../src/chat/words/people/proxied.js';

/** 代: the recorder enters what a member without an account asked for. The line may hold a reason. */
export const command = defineCommand({
  name: '代',
  mistakenFor: ['代办', '代替', '代请'],
  hidesWords: true,
  summary: '替没有账号的党员登记请假、签到、自评、证明、同意',
  note: '只代没有账号的党员；是谁代谁、怎样登记的，都有记录。民主评议不能代；提出人、当事人和认定人不代办证明和同意；代办同意只在私聊里办，并与本人签字的图片或文件一起发送。',
  words: { person: memberName, line: lineOf('person') },
  keywords: { 方式: wayWord, 日期: dateWord('past') },
  examples: ['/代 郑国 请假 支部大会 方式 电话', '/代 郑国 证明 1 方式 当面 日期 11月20日'],
  act: '代为登记',
  says: [
    '(代|替|给|帮|为){代办人}(请|请个)假{代请}，[他|她]{代事由}',
    '(代|替|给|帮|为){代办人}(请|请个){代请}[的]假[[他|她]{代事由}]',
    '(代|替|给|帮|为){代办人}(请|请个)假{代请}[打|说|告诉|请|方式][{方式}][说|请|告知][{日期}]',
    '(代|替|给|帮|为){代办人}[向|跟]{代请}请假[打|说|请|方式][{方式}][说|请|告知][{日期}]',
    `{代办人}(打|打来|来|用)[个]{方式}[来|过来][说|讲|告知|请假|请个假|告诉我]{代请}[请假|请个假|他|她]${missing}[{代事由}]`,
    `{代办人}(打|打来|来|用)[个]{方式}[来|过来][说|讲|告知|为|给][他|她]{代请}(请假|请个假)[{代事由}]`,
    '(代|替|给|帮|为){代办人}(请|请个){代请}[的]假，[他|她](打|来|打来){方式}[来][说]',
    '{代办人}(打|打来|来|用)[个]{方式}(请|请个){代请}[的]假[[他|她]{代事由}]',
    '(代|替|给|帮|为){代办人}签到{+签到}',
  ],
  useCase: enterByProxy,
  input: ({ person, line, 方式: how, 日期: on }) => ({
    person,
    command: line.command,
    intent: line.intent,
    discreet: line.discreet,
    how: how ?? null,
    on: on ?? null,
  }),
});
