import type { OwnData } from '../../../app/upkeep/says.js';
import type { View } from '../../../app/ports/voice.js';
import { ballotTiers } from '../../../domain/appraisal/ballots.js';
import { dateOf } from '../../../domain/period/civil.js';
import { joiningDay } from '../../../domain/roster/particulars.js';
import { lifeFields } from '../../../domain/roster/rows.js';
import { fullDate, partyDay } from '../../../words/dates.js';
import { fieldTitles, particularText } from '../../../words/particulars.js';
import { importedMark } from '../../../words/numbers.js';
import { officeTitle, standingTitle } from '../../../words/roster.js';
import { matterKindTitle, stateLabels } from '../../../words/matters.js';
import { tierTitle } from '../../../words/items.js';
import { actionTitles, careTitles } from '../../../words/activities.js';

function rosterLine({ person }: OwnData, { rulebook, today }: View): string {
  const joinedOn = joiningDay(person);
  const { name, group, exempt, partyJoinedOn, regularOn, phone } = person;
  return [
    `名册：${name} ${standingTitle(person, rulebook)}`,
    ...(joinedOn === null ? [] : [`${fullDate(joinedOn, today)}起在本支部`]),
    ...(group === null ? [] : [group]),
    ...(partyJoinedOn === null ? [] : [`入党${partyDay(partyJoinedOn)}`]),
    ...(regularOn === undefined ? [] : [`转正${partyDay(regularOn)}`]),
    ...(exempt ? ['不列入考核'] : []),
    ...(phone === null ? [] : [`手机${phone}`]),
    ...lifeFields.flatMap((field) => {
      const value = person.life?.[field];
      return value === undefined ? [] : [`${fieldTitles[field]}${particularText(field, value, partyDay)}`];
    }),
  ].join('，');
}

function officeText({ office, from, until }: OwnData['offices'][number], { today }: View): string {
  const end = until === null ? '起' : `至${fullDate(dateOf(until), today)}`;
  return `${officeTitle(office)}（${fullDate(dateOf(from), today)}${end}）`;
}

function appraisalText(row: OwnData['appraisals'][number], { rulebook }: View): string {
  const { year, given, received, tally } = row;
  const result =
    tally === null
      ? ''
      : `（${ballotTiers.map((tier) => `${tierTitle(tier, rulebook)}${tally[tier]}`).join(' ')}）`;
  const got = received === null ? '（正在进行）' : `，收到${received}票`;
  return `${year}年您评议${given}位${got}${result}`;
}

/** One line a section; sections with nothing in them are left out. */
export function ownDataText(data: OwnData, view: View): string {
  const { today } = view;
  const row = (title: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [`${title}：${parts.join('、')}`];
  const counts = (number: number, text: string) => (number === 0 ? [] : [text.replace('N', String(number))]);
  const { attendance } = data;
  return [
    '为您保存的个人数据（只告诉您本人）：',
    rosterLine(data, view),
    ...row(
      '职务',
      data.offices.map((office) => officeText(office, view)),
    ),
    ...row(
      '账号',
      data.accounts.map(
        ({ nickname, boundAt, unboundAt }) =>
          `${nickname ?? '无昵称'}（${fullDate(dateOf(boundAt), today)}绑定${unboundAt === undefined ? '' : `，${fullDate(dateOf(unboundAt), today)}解绑`}）`,
      ),
    ),
    ...row(
      '积分',
      data.years.map(
        ({ year, total, entries, imported }) =>
          `${year}年${total}分${imported ? importedMark : `（${entries}笔）`}`,
      ),
    ),
    ...row(
      '关于您的事项',
      data.matters.map(({ kind, state, count }) => `${matterKindTitle(kind)}${stateLabels[state]}${count}条`),
    ),
    ...row('您经手的', [
      ...counts(data.proposed, '为他人登记N条'),
      ...counts(data.witnessed, '作证N条'),
      ...counts(data.proxyEntries, '由他人代您办理N次'),
    ]),
    ...row('考勤', counts(attendance.due, `应到N次，到${attendance.present}次，缺${attendance.absent}次`)),
    ...row('党费', [...counts(data.duesMonths, '已交N个月'), ...counts(data.duesSteps, '教育、拒交记录N条')]),
    ...row(
      '关怀',
      data.care.map(({ kind, count }) => `${careTitles[kind]}${count}条`),
    ),
    ...row(
      '活动与服务',
      data.actions.map(({ kind, count }) => `${actionTitles[kind]}${count}次`),
    ),
    ...row(
      '自评',
      data.selfAssessments.map((year) => `${year}年`),
    ),
    ...row(
      '民主评议',
      data.appraisals.map((appraisal) => appraisalText(appraisal, view)),
    ),
    ...row('其他', [
      ...counts(data.rosterChanges, '名册变动N条'),
      ...counts(data.followUps, '谈话、结对、整改N条'),
      ...counts(data.examples, '支部报告里的事例N条'),
    ]),
    '评议只记您评过谁，不记您评了什么，谁也对不上；聊天原话不保存，事由、电话、关怀和私信加密保存。',
    '如有不对，请告诉书记或考核记录员更正。',
  ].join('\n');
}
