import type { DisposalSays } from '../../../app/year/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { Disposal } from '../../../domain/year/rows.js';
import { fullDate, paperDay } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';

const measures: { readonly [M in Disposal['measure']]: string } = {
  correction: '限期改正',
  persuasion: '劝退',
  removal: '除名',
};

/** The bot says what a tier is not, and never which measure would fit. */
export const noDisposal =
  '“不合格”是评定等次，不是组织处置。是否处置、如何处置由支部大会讨论决定、报上级批准；有决定的用“/处置 姓名”记录。';

/** 限期改正，期限到2027年6月1日（周二）；会议11月20日（周五）；上级批准…（机关党委〔2026〕5号） */
export function disposalText(disposal: Disposal, { today }: View): string {
  const { measure, until, meetingOn, heardOn, approvedOn, paper, deliveredOn, result } = disposal;
  const day = (title: string, on: string | null) => (on === null ? '' : `${title}${fullDate(on, today)}`);
  const parts = [
    `${measures[measure]}${until === null ? '' : `，期限到${fullDate(until, today)}`}`,
    day('会议', meetingOn),
    day('听取本人意见', heardOn),
    `${day('上级批准', approvedOn)}${approvedOn === null || paper === null ? '' : `（文号：${paper}）`}`,
    approvedOn === null && paper !== null ? `文号：${paper}` : '',
    day('送达本人', deliveredOn),
    result === null ? '' : resultText(disposal, result, today),
    day('补正于', disposal.amendedOn ?? null),
  ];
  return parts.filter((part) => part !== '').join('；');
}

function resultText(
  { supersededBy }: Disposal,
  result: NonNullable<Disposal['result']>,
  today: string,
): string {
  const on = fullDate(result.on, today);
  const ended = supersededBy === undefined ? [] : [`${on}结束，改为${measures[supersededBy]}`];
  return [...ended, ...(result.text === '' ? [] : [`结果（${on}）：${result.text}`])].join('；');
}

/** What the record still lacks, each with its keyword. */
function lackingIn({ meetingOn, heardOn, approvedOn, paper, deliveredOn }: Disposal): readonly string[] {
  const all = [
    ['会议', meetingOn],
    ['听取', heardOn],
    ['批准', approvedOn],
    ['文号', paper],
    ['送达', deliveredOn],
  ] as const;
  return all.filter(([, known]) => known === null).map(([keyword]) => keyword);
}

/** Whoever leaves the Party leaves the roster by a ruling of its own (see 党员 除名, 退党). */
function rosterLine(name: string, { measure, meetingOn, paper }: Disposal): readonly string[] {
  if (measure === 'correction') return [];
  const lead = measure === 'removal' ? '除名' : '退党';
  const line = `/党员 ${lead} ${name} 会议 ${meetingOn === null ? '日期' : paperDay(meetingOn)} 文号 ${paper ?? '……'}`;
  const when = measure === 'removal' ? '上级批准以后' : '本人退党、上级批准以后';
  return [`名册上的变动另由一人认定，${when}请发送：${line}`];
}

export const disposalSentences: Sentences<DisposalSays> = {
  disposalLeaves: ({ person, disposal }, view) => {
    const name = personTitle(person.kept, view.rulebook);
    return `${name}同志转出时，处置还没有结果（${disposalText(disposal.kept, view)}），请告知接收的党组织，办好以后请发送：/处置 ${name} 结果 已转出，已告知接收党组织`;
  },
  disposalMissing: ({ person }, { rulebook }) =>
    `没有记录：${personTitle(person, rulebook)}同志没有正在办理的处置。请写明会议决定的是哪一种（限期改正、劝退、除名），例：/处置 ${personTitle(person, rulebook)} 限期改正 期限 6个月 会议 11月20日`,
  disposalOrder: () =>
    '没有记录：日期的先后不对。应当先开会，再由上级批准，然后送达本人；期限在会议以后。请核对日期。',
  disposalRecorded: ({ person, disposal: { kept }, ended }, view) => {
    const name = personTitle(person, view.rulebook);
    const lacking = kept.result === null ? lackingIn(kept) : [];
    return [
      `已记录${kept.amendedOn === undefined ? '' : '（原来的记录保留）'}：${name}同志 ${disposalText(kept, view)}。`,
      ...(ended.kept === null
        ? []
        : [
            `原来的${measures[ended.kept.measure]}${ended.kept.until === null ? '' : `（期限到${fullDate(ended.kept.until, view.today)}）`}就此结束，记录保留${ended.kept.until === null ? '' : '，不再提醒'}。`,
          ]),
      ...(lacking.length === 0
        ? []
        : [
            `还没有记：${lacking.join('、')}。补记例：/处置 ${name} ${lacking[0] === '文号' ? '文号 ……' : `${lacking[0] ?? ''} 日期`}`,
          ]),
      ...(kept.result === null ? rosterLine(name, kept) : []),
    ].join('\n');
  },
  disposalTerm: ({ person }, { rulebook }) =>
    `没有记录：限期改正请写明会议决定的期限，例：/处置 ${personTitle(person, rulebook)} 限期改正 期限 6个月 会议 11月20日`,
  disposalTermPast: ({ person, until, meetingOn }, { rulebook, today }) => {
    const held = meetingOn === null ? '' : `会议${fullDate(meetingOn, today)}，`;
    const met = meetingOn === null ? '' : ` 会议 ${paperDay(meetingOn)}`;
    const line = `/处置 ${personTitle(person, rulebook)} 限期改正 期限 ${paperDay(until)}${met} 结果 ……`;
    return `没有记录：${held}期限到${fullDate(until, today)}，已经过去，请核对日期。确是以往的，请连同结果一起记：${line}`;
  },
  disposals: ({ person, disposals }, view) => {
    const name = personTitle(person, view.rulebook);
    return disposals.kept.length === 0
      ? `${name}同志没有处置的记录。\n${noDisposal}`
      : [`${name}同志的处置记录：`, ...disposals.kept.map((each) => disposalText(each, view))].join('\n');
  },
  termOver: ({ person, until }, view) => {
    const name = personTitle(person.kept, view.rulebook);
    return `提醒：${name}同志限期改正的期限到${fullDate(until.kept, view.today)}结束，请支部大会讨论改正情况。有结果后请发送：/处置 ${name} 结果 ……`;
  },
};
