import type { Status } from '../../../app/status/says.js';
import { ledgerMark } from '../../../words/publications.js';
import { pushKinds, type Health, type PushKind, type PushRun } from '../../../app/ports/health.js';
import type { View } from '../../../app/ports/voice.js';
import type { Period } from '../../../domain/notice/period.js';
import { connectionText } from './sentences.js';
import { dateOf, daysBetween } from '../../../domain/period/civil.js';
import { fullDateTime } from '../../../words/dates.js';

const pushTitles: { readonly [K in PushKind]: string } = {
  'remind-day': '活动提醒（前一天）',
  'remind-hours': '活动提醒（当天）',
  digest: '待办汇总',
  'hold-reminder': '暂缓提醒',
  'posting-reminder': '张贴提醒',
  preview: '公示预览',
  publication: '积分公示',
  'dues-reminder': '党费提醒',
  'dues-missing': '党费未交名单',
  'dues-draft': '党费减分登记',
  'dues-ladder': '欠交党费提醒',
  'dues-review': '党费标准核定提醒',
  'absence-ladder': '组织生活提醒',
  progress: '参加次数通报',
  frequency: '三会一课提醒',
  'half-year': '半年检查',
  'year-start': '年度考核提醒',
  'year-open': '年度考核催办',
  'close-reminder': '活动结束登记提醒',
  probation: '预备期满提醒',
  election: '换届提醒',
  'report-due': '报告上报提醒',
  'notice-end': '公示期满',
  'disposal-term': '限期改正到期',
  'transfer-receipt': '转接回执提醒',
  'objection-reminder': '异议答复提醒',
  'witness-reminder': '证明人提醒',
  'import-told': '导入后的通知',
  'care-visits': '节日走访提醒',
  'export-reminder': '云平台资料导出提醒',
};

/** Letter states that need attention, in display order. */
const letterTitles = {
  queued: '等待发送',
  sending: '正在发送',
  uncertain: '不能确定是否送达',
  failed: '没有发出',
  waiting: '等本人先私聊机器人',
  unreachable: '本人没有账号、未能送达',
} as const;

/** One line of the report. */
interface StatusLine {
  readonly title: string;
  readonly text: string;
  /** What to send in the chat; a page has a button for it. */
  readonly hint?: string;
  /** Somebody has to do something about it. */
  readonly isWrong: boolean;
}

function lettersLine(letters: Health['letters']): StatusLine {
  const told = (Object.keys(letterTitles) as (keyof typeof letterTitles)[]).flatMap((state) => {
    const count = letters[state] ?? 0;
    return count > 0 ? [`${letterTitles[state]}${count}条`] : [];
  });
  const isWrong = (letters.uncertain ?? 0) + (letters.failed ?? 0) > 0;
  const hint = isWrong ? '（发送“/补发”查看）' : '';
  return { title: '消息', text: told.length === 0 ? '全部送出' : told.join('，'), hint, isWrong };
}

function runsText(title: string, runs: readonly PushRun[], today: string): readonly string[] {
  return [
    runs.length === 0 ? `${title}：无` : `${title}：`,
    ...runs.map(({ kind, due }) => `${fullDateTime(due, today)} ${pushTitles[kind]}`),
  ];
}

function backupLine({ lastBackup }: Health, today: string): StatusLine {
  const title = '备份';
  return lastBackup === null
    ? { title, text: '还没有', hint: '，请书记发送“/备份”', isWrong: true }
    : {
        ...{ title, text: `最近一次${fullDateTime(lastBackup, today)}` },
        isWrong: daysBetween(dateOf(lastBackup), today) > freshFor,
      };
}

/** Days after which a copy is old. */
const freshFor = 2;

function elsewhereLines({ copyElsewhere }: Health, today: string): readonly StatusLine[] {
  if (copyElsewhere === null) return [];
  const title = '另存的备份';
  const { lastAt, failed } = copyElsewhere;
  const last = lastAt === null ? '还没有' : `最近一次${fullDateTime(lastAt, today)}`;
  const isOld = lastAt !== null && daysBetween(dateOf(lastAt), today) > freshFor;
  if (!failed && !isOld) return [{ title, text: last, isWrong: false }];
  const what = failed ? '上一次没有存成' : '已经旧了';
  const text = `${what}，${last}；请管理员检查 .env 里的 BACKUP_COPY 或 BACKUP_COMMAND`;
  return [{ title, text, isWrong: true }];
}

function holidayLine({ years }: Status): StatusLine {
  const title = '节假日';
  const unknown = years.filter(({ known }) => !known).map(({ year }) => `${year}年`);
  if (unknown.length === 0) return { title, text: '今明两年的放假调休安排均已收录', isWrong: false };
  const text = `${unknown.join('、')}的放假调休安排尚未收录，暂按周一至周五、扣除法定节日（元旦、春节、清明、五一、端午、中秋、国庆）推算工作日，公布后请维护人员写入 rulebooks/holidays-${years.find(({ known }) => !known)?.year ?? ''}.yaml 或更新程序`;
  // The next year's are announced late in this one.
  return { title, text, isWrong: years[0]?.known === false };
}

type PeriodWords = (period: Period) => string;

/** How the bot is, but for its jobs; nothing in it names anybody. */
export function statusLines(status: Status, { today }: View, words: PeriodWords): readonly StatusLine[] {
  const { health, ready, unproven, held } = status;
  const right = (title: string, text: string) => ({ title, text, isWrong: false });
  const wrong = (title: string, text: string) => ({ title, text, isWrong: true });
  return [
    right('程序', `版本${health.version}，${fullDateTime(health.startedAt, today)}启动`),
    ...health.connections.map((connection) => ({
      ...{ title: '连接', text: connectionText(connection, today) },
      isWrong: connection.state !== 'connected',
    })),
    ...(health.isSound ? [] : [wrong('数据', '被程序以外的手改动过，只能查询；请管理员运行 npm run verify')]),
    right('账本', ledgerMark(status)),
    right('待办', `可认定${ready}条，待证明${unproven}条`),
    ...(held.length === 0 ? [] : [wrong('暂缓公示', held.map(words).join('、'))]),
    lettersLine(health.letters),
    backupLine(health, today),
    ...elsewhereLines(health, today),
    holidayLine(status),
  ];
}

interface Job {
  readonly title: string;
  readonly last: string | null;
  readonly next: string | null;
}

/** What the clock does by itself, the next first; what has neither run nor is planned is only named. */
export function jobsOf({ lastRuns, nextRuns }: Health): {
  readonly jobs: readonly Job[];
  readonly others: readonly string[];
} {
  const dueOf = (runs: readonly PushRun[], kind: PushKind) =>
    runs.find((run) => run.kind === kind)?.due ?? null;
  const kinds = [...new Set([...nextRuns, ...lastRuns].map(({ kind }) => kind))];
  const jobs = kinds.map((kind) => ({
    ...{ title: pushTitles[kind], last: dueOf(lastRuns, kind), next: dueOf(nextRuns, kind) },
  }));
  const others = pushKinds.filter((kind) => !kinds.includes(kind)).map((kind) => pushTitles[kind]);
  return { jobs, others };
}

/** Every kind is named, so that nobody wonders whether one was forgotten. */
export function idleJobsText(others: readonly string[]): string {
  return `近期没有安排的（到时自动办理）：${others.join('、')}`;
}

/** A short report, one line a matter. */
export function statusText(status: Status, view: View, words: PeriodWords): string {
  const { now, health } = status;
  const { others } = jobsOf(health);
  const lines = statusLines(status, view, words).map(
    ({ title, text, hint = '' }) => `${title}：${text}${hint}`,
  );
  return [
    `运行情况：${fullDateTime(now, view.today)}`,
    ...lines.slice(0, -1),
    ...runsText('最近运行', health.lastRuns, view.today),
    ...runsText('接下来', health.nextRuns, view.today),
    ...(others.length === 0 ? [] : [idleJobsText(others)]),
    ...lines.slice(-1),
  ].join('\n');
}
