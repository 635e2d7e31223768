import type { YearLists } from '../../../app/year/lists-says.js';
import type { ListedMember } from '../../../app/year/views.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { noDisposal } from './disposal.js';
import { followUpText, listedText, placeText } from './tables.js';
import { importedMark } from '../../../words/numbers.js';
import { outcomeTitle } from '../../../words/items.js';

/** The bot does not say what the list may lead to (SPEC §2, two years running). */
const handledBy =
  '如何处理由支部大会研究、报上级，按现行规定（《中国共产党不合格党员组织处置办法》）办理，本软件只列名单。有决定的用“/处置 姓名”记录。';

/** The archive keeps the tier; nothing but those above changes it. */
export const archivedTierNote = '补正以后，归档的等次不自动改变；须调整的由支部研究、报上级决定。';

function supplementNote(members: readonly ListedMember[]): readonly string[] {
  return members.some(({ supplemented }) => supplemented !== null) ? [archivedTierNote] : [];
}

function proposedNote(decided: boolean): readonly string[] {
  return decided ? [] : ['会议还没有评定，以上等次只是按积分的建议。'];
}

/** What follows a score, in private. */
export const yearLists: Sentences<YearLists> = {
  followUps: ({ person, done }, view) => {
    const name = personTitle(person, view.rulebook);
    return done.kept.length === 0
      ? `${name}同志还没有谈话、结对、整改的记录。记录请发送：/谈话 ${name} 内容\n${noDisposal}`
      : [`${name}同志的记录：`, ...done.kept.map((line) => followUpText(line, view)), noDisposal].join('\n');
  },
  listAwards: ({ year, members, decided }, view) => {
    const { noAwardsBelow } = view.rulebook.assessment;
    return members.kept.length === 0
      ? `${year}年度没有达到${noAwardsBelow}分的党员。`
      : [
          `${year}年度可以参加评先评优的（${noAwardsBelow}分及以上，${members.kept.length}人）：`,
          ...members.kept.map((member) => listedText(member, decided, view)),
          ...supplementNote(members.kept),
          ...proposedNote(decided),
        ].join('\n');
  },
  listTalks: ({ year, members, records, decided }, view) => {
    const { scoreBelow, lastShare } = view.rulebook.followUp;
    const what = `不满${scoreBelow}分或在末${lastShare.numerator}/${lastShare.denominator}`;
    const [first] = members.kept;
    if (first === undefined) return `${year}年度没有${what}的党员。`;
    const rows = members.kept.map((member) => {
      const done = member.done.map((line) => followUpText(line, view)).join('；');
      return `${listedText(member, decided, view)} ${done === '' ? '还没有谈话、结对、整改的记录' : done}`;
    });
    const name = personTitle(first.person, view.rulebook);
    return [
      `${year}年度建议谈心谈话的（${what}，${members.kept.length}人）：`,
      ...rows,
      ...supplementNote(members.kept),
      ...proposedNote(decided),
      ...(records
        ? [
            `私聊里记录：/谈话 ${name} 内容；/结对 ${name} 帮扶人；/整改 ${name} ${view.rulebook.followUp.improvements[0]?.label ?? ''}`,
          ]
        : []),
    ].join('\n');
  },
  listTwoYears: ({ members }, view) => {
    const { years, scoreBelow } = view.rulebook.followUp;
    if (members.kept.length === 0)
      return `没有连续${years}年不满${scoreBelow}分且靠后、或本年整改不见效的党员。`;
    const rows = members.kept.map(({ person, years: low, outcome }) => {
      const parts = [
        ...low.map(
          ({ year, total, supplemented, place, imported }) =>
            `${year}年${total}分${supplemented === null ? '' : `（补正后${supplemented}分）`}${placeText(place)}${imported ? importedMark : ''}`,
        ),
        ...(outcome === null ? [] : [`本年整改${outcomeTitle(outcome, view.rulebook)}`]),
      ];
      return `${personTitle(person, view.rulebook)} ${parts.join('；')}`;
    });
    return [`须研究的（${members.kept.length}人）：`, ...rows, handledBy].join('\n');
  },
  pairedMember: ({ partner }, { rulebook }) =>
    `支部已请${personTitle(partner.kept, rulebook)}同志与您结对，工作和学习上有需要帮助的，可以随时找这位同志。`,
  pairedPartner: ({ member }, { rulebook }) =>
    `支部请您与${personTitle(member.kept, rulebook)}同志结对帮扶，请多交流、多帮助。此事请勿在群里谈论。`,
  recorded: ({ person, line, unqualified }, view) =>
    `已记录：${personTitle(person, view.rulebook)}同志 ${followUpText(line.kept, view)}。${unqualified.kept ? `\n${noDisposal}` : ''}`,
  recordedBefore: ({ person, line }, view) =>
    `已有同样的记录，不再重记：${personTitle(person, view.rulebook)}同志 ${followUpText(line.kept, view)}。`,
};
