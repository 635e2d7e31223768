/** The branch that ways of saying are tried in, and how what was heard compares with what was meant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  notHeard,
  notRegistered,
  notUnderstood,
  notYetHeard,
  offerLapsed,
  whichItem,
} from '../../chat/replies/plain/sentences.js';
import { addSeconds } from '../../domain/period/civil.js';
import { projectFolder } from '../../project-folder.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import type { BotOptions } from '../../start/bot.js';
import { founder } from '../stage/founder.js';
import { openStage, type Stage } from '../stage/stage.js';

/** Who says it to the bot in private, what, and the line that is offered or answered; null: neither. */
type Sentence = readonly [who: string, text: string, line: string | null];

/** The sentences of `tests/plain`: those that should be offered a line, and those that should not. */
export function sentencesOf(file: 'propose' | 'silent'): readonly Sentence[] {
  return sentencesIn(join(projectFolder(), `tests/plain/${file}.txt`));
}

/** @throws Error if there is no such file */
export function sentencesIn(path: string): readonly Sentence[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('｜'))
    .map(([who = '', text = '', line = null]) => [who, text, line]);
}

const anyNumber = (said: string): string => said.replace(/\d+/gu, 'N');
const puzzled: readonly string[] = [
  '',
  ...(['member', 'recorder', 'officer'] as const).map(notUnderstood),
  notHeard(),
  notRegistered(),
  notYetHeard(0),
  whichItem('bonus'),
  whichItem('deduction'),
].map(anyNumber);
/** Whatever matter it names. */
const isPuzzled = (said: string): boolean => puzzled.includes(anyNumber(said.replace(offerLapsed(), '')));
const start = '2026-09-14T09:00:00';
/** Seconds between two sentences: nobody speaks too fast. */
const pause = 15;

/** A branch on a Monday, with three meetings ahead and five matters: leave, two bonuses, two deductions. */
export async function openOffice(more: Pick<BotOptions, 'plainModel' | 'reading'> = {}): Promise<Stage> {
  const people = [
    founder('周建国', { category: 'leadingCadre', offices: ['secretary'] }),
    founder('吴秀兰', { offices: ['deputySecretary'] }),
    founder('冯晓燕', { offices: ['recorder'] }),
    ...['张三', '马䶮', '阿依古丽·买买提', '孙丽', '高山', '周涛'].map((name) => founder(name)),
    founder('王芳', { category: 'counter' }),
    founder('孙伟', { kind: 'mass', category: null }),
    founder('郑国', { account: null }),
  ];
  const stage = await openStage({
    rulebook: await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml')),
    clock: start,
    ...more,
    founding: { branch: '机关第一党支部', people },
  });
  const lines: readonly (readonly [who: string, line: string])[] = [
    ['冯晓燕', '/活动 支部大会 9月18日15:00 会议室'],
    ['冯晓燕', '/活动 党课 9月22日9:00 三楼'],
    ['冯晓燕', '/活动 主题党日 9月26日9:00 社区广场'],
    ['张三', '/请假 党课'],
    ['冯晓燕', '/加分 孙丽 8 社区清雪'],
    ['冯晓燕', '/加分 王芳 8 敬老院打扫'],
    ['冯晓燕', '/材料 3 文号 市直党〔2026〕3号'],
    ['冯晓燕', '/减分 张三 15 一般 无故离岗'],
    ['冯晓燕', '/材料 4 文号 市直党〔2026〕4号'],
    ['冯晓燕', '/减分 张三 23 一般 会场喧哗'],
    ['冯晓燕', '/材料 5 文号 市直党〔2026〕5号'],
    ['张三', '/说明 5 没有意见'],
    ['周建国', '/确认 5'],
  ];
  for (const [who, line] of lines) await stage.whisper(who, line);
  return stage;
}

interface Heard {
  readonly sentence: Sentence;
  readonly said: string;
  /** The line was offered, or answered as if it had been typed. */
  readonly isRight: boolean;
}

/** Says a sentence in private. A line that was not offered must have been answered like the line itself. */
async function hear(stage: Stage, sentence: Sentence): Promise<Heard> {
  const [who, text, line] = sentence;
  stage.clock.set(addSeconds(stage.clock.now(), pause));
  const said = textOf(await stage.whisper(who, text));
  if (line === null) return { sentence, said, isRight: isPuzzled(said) };
  // A line that only lacks its slash is carried out as it is.
  const isCommand =
    text.startsWith((line.slice(1).split(' ')[0] ?? '').replace('减分', '扣分')) && said.startsWith('已登记');
  const isOffered = isCommand || said.split(/[：\n]/u).includes(line);
  if (isOffered || isPuzzled(said)) return { sentence, said, isRight: isOffered };
  return { sentence, said, isRight: said === textOf(await stage.whisper(who, line)) };
}

function textOf(said: Awaited<ReturnType<Stage['whisper']>>): string {
  return said.map(({ text }) => text).join('\n');
}

/** How often what was offered was meant, and how often what was meant was offered. */
export async function measure(
  stage: Stage,
  sentences: readonly Sentence[],
): Promise<{
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  readonly recall: number;
}> {
  const heard: Heard[] = [];
  for (const sentence of sentences) heard.push(await hear(stage, sentence));
  const told = ({ sentence: [who, text, line], said }: Heard) =>
    `${who}：${text} → ${line ?? '（无）'}；${said.replaceAll('\n', ' / ')}`;
  const bad = heard.filter(({ isRight }) => !isRight);
  const isSilent = ({ said }: Heard) => isPuzzled(said);
  return {
    wrong: bad.filter((one) => !isSilent(one)).map(told),
    missed: bad.filter(isSilent).map(told),
    recall: heard.filter(({ isRight }) => isRight).length / heard.length,
  };
}
