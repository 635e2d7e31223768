import { postingExample, postingTask } from '../../../words/publications.js';
import type { YearRefusals } from '../../../app/year/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { ArchivedYear } from '../../../domain/year/archived.js';
import { fullDate } from '../../../words/dates.js';
import { importedMark } from '../../../words/numbers.js';
import { bodyTitles } from '../../../words/roster.js';

/** /年度, or for somebody of several branches /年度 一支部 */
export function yearCommand({ among }: View): string {
  return among === undefined ? '/年度' : `/年度 ${among}`;
}

/** 2025年度已经归档(由导入) */
export function archivedTitle({ year, imported }: ArchivedYear): string {
  return `${year}年度已经归档${imported ? importedMark : ''}`;
}

type Standing = YearRefusals['outOfOrder']['progress'];

/** 2026年度已汇总,还没有评定 */
export function stageTitle(
  { year, stage, until, running, sentBack, sheet }: Standing,
  { today }: View,
): string {
  const head = `${year}年度`;
  switch (stage) {
    case 'open':
      return `${head}已结束，还没有汇总`;
    case 'summed':
      return sentBack ? `${head}已由上级退回，待重新评定` : `${head}已汇总，还没有评定`;
    case 'decided':
      return `${head}已评定，待上级审核`;
    case 'passed':
      return sheet === null
        ? `${head}上级审核已通过，待公示`
        : `${head}上级审核已通过，公示表（第${sheet.number}号）等待${postingTask(sheet.how)}`;
    case 'noticed':
      return running
        ? `${head}正在公示，到${fullDate(until ?? today, today)}结束`
        : `${head}公示期满，待归档`;
    case 'archived':
      return `${head}已经归档`;
  }
}

/** The exact line that comes next, and who types it. */
export function nextLine({ stage, body, entitled, running, sheet }: Standing, view: View): string {
  const command = yearCommand(view);
  switch (stage) {
    case 'open':
      return `下一步，记录员或书记发送：${command} 汇总`;
    case 'summed':
      return `下一步，${bodyTitles[body]}评定后由书记发送：${command} 评定 应到 ${entitled} 实到 ${entitled} 同意 ${entitled}（写实际人数）`;
    case 'decided':
      return `下一步，上级审核后发送：${command} 审核 通过，或 ${command} 审核 退回 意见`;
    case 'passed':
      return sheet === null
        ? `下一步，书记发送：${command} 公示`
        : `下一步，${postingTask(sheet.how)}，然后发送，例：${postingExample(sheet.how, sheet.number, view.today)}`;
    case 'noticed':
      return running ? `期满之后书记发送：${command} 归档` : `下一步，书记发送：${command} 归档`;
    case 'archived':
      return '归档以后只有“/补正”可以更正。';
  }
}
