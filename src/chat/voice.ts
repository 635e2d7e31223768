import type { View, Voice } from '../app/ports/voice.js';
import type { AnySay, SayCode, Says } from '../app/says.js';
import { actionSentences } from './replies/actions/sentences.js';
import { appraisalSentences } from './replies/appraisal/sentences.js';
import { careSentences } from './replies/care/sentences.js';
import { deskSentences } from './replies/desk/sentences.js';
import { duesSentences } from './replies/dues/sentences.js';
import { exportSentences } from './replies/export/sentences.js';
import { importSentences } from './replies/imports/sentences.js';
import { lifeSentences } from './replies/life/sentences.js';
import { objectionSentences } from './replies/objections/sentences.js';
import { rulebookSentences } from './replies/rulebook/sentences.js';
import { vetoSentences } from './replies/veto/sentences.js';
import { yearSentences } from './replies/year/sentences.js';
import { attendanceSentences } from './replies/attendance/sentences.js';
import { doorSentences } from './replies/door/sentences.js';
import { helpSentences } from './replies/help/sentences.js';
import { noticeSentences } from './replies/notices/sentences.js';
import { paperSentences } from './replies/papers/sentences.js';
import { pointsSentences } from './replies/points/sentences.js';
import { rosterSentences } from './replies/roster/sentences.js';
import { rulingSentences } from './replies/rulings/sentences.js';
import { upkeepSentences } from './replies/upkeep/sentences.js';
import { statusSentences } from './replies/status/sentences.js';
import type { Sentences } from './replies/sentences.js';
import type { Button, ChannelFile } from '../app/ports/channel.js';
import { typedNumbers } from '../words/numbers.js';

/** What is for everybody in the group: channels that can call all do so. */
const callsAll: ReadonlySet<SayCode> = new Set<SayCode>([
  'attendance.announced',
  'attendance.placeChanged',
  'attendance.rescheduled',
  'attendance.cancelled',
  'notices.activityReminder',
  'notices.publication',
]);

/**
 * Buttons below a ruler's request. Each types a line the text also names, so a press is checked
 * like a typed line; 驳回 still asks for a reason.
 */
const cardOf: Voice['card'] = (words: AnySay, view: View) => {
  if (words.code !== 'rulings.pending') return undefined;
  const { number } = words.facts.card.kept;
  const written = typedNumbers([number], view);
  const buttons: readonly Button[] = [
    { label: '确认', line: `/确认 ${written}` },
    { label: '驳回', line: `/驳回 ${written}` },
    { label: '查看', line: '/待办' },
  ];
  return { matter: number, buttons };
};

export function kindOfFile(kind: ChannelFile['kind']): string {
  return kind === 'picture' ? '图片' : '文件';
}

/** (附件“汇总表.xlsx”在这里发不出来…) — instead of files that the channel cannot carry. */
export function leftOutText(files: readonly Pick<ChannelFile, 'kind' | 'name'>[]): string {
  const names = files.map(({ kind, name }) => `${kindOfFile(kind)}“${name}”`).join('、');
  return `（${names}在这里发不出来，请向书记或考核记录员索取。）`;
}

const bytesPerMegabyte = 1024 * 1024;

/** A file that is too large is not kept, and its line is not carried out. */
export function fileTooLarge(maximumBytes: number): string {
  return `文件超过${maximumBytes / bytesPerMegabyte}MB，收不下，这一条没有办理。请压缩或拆成几个后重新发送。`;
}

export function fileNotFetched(): string {
  return '图片或文件没有收到，这一条没有办理，请重新发送。';
}

/** Below words that promised a file. */
const paperMissing = '（附件没有做成。请稍后把这条命令再发一次；还是不行，请告诉管理员。）';

const sentences: { readonly [S in keyof Says]: Sentences<Says[S]> } = {
  actions: actionSentences,
  appraisal: appraisalSentences,
  attendance: attendanceSentences,
  care: careSentences,
  desk: deskSentences,
  door: doorSentences,
  dues: duesSentences,
  export: exportSentences,
  help: helpSentences,
  imports: importSentences,
  life: lifeSentences,
  notices: noticeSentences,
  objections: objectionSentences,
  papers: paperSentences,
  points: pointsSentences,
  roster: rosterSentences,
  rulebook: rulebookSentences,
  rulings: rulingSentences,
  status: statusSentences,
  upkeep: upkeepSentences,
  veto: vetoSentences,
  year: yearSentences,
};

/** Every sentence of the bot comes from here. */
export const voice: Voice = {
  say(words, view) {
    const [subject = '', code = ''] = words.code.split('.');
    const table = sentences[subject as keyof Says] as unknown as Readonly<
      Record<string, (facts: unknown, view: View) => string>
    >;
    const sentence = table[code];
    if (sentence === undefined) throw new Error(`no sentence for ${words.code}`);
    return sentence(words.facts, view);
  },
  card: cardOf,
  callsAll: ({ code }) => callsAll.has(code),
  leftOut: leftOutText,
  paperMissing,
  failure: (reference) =>
    `系统出错，已记录（编号${reference}）。这一条没有办理，请稍后再试，或把编号告诉管理员。`,
};
