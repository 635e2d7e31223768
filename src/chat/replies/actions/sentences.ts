import type { ActionLine, ActionSays, Offer, ProgressRow } from '../../../app/actions/says.js';
import type { View } from '../../../app/ports/voice.js';
import { kindsOf } from '../../../domain/actions/progress.js';
import type { ActionKind } from '../../../domain/actions/rows.js';
import { findItem } from '../../../domain/rulebook/items.js';
import { itemExample } from '../usage/examples.js';
import { fullDate, spacedDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { signed } from '../../../words/items.js';
import { inFuture, textTooLong } from '../common.js';

const commandOf: { readonly [K in ActionKind]: string } = {
  fiveOnes: '五个一',
  service: '三进',
  role: '三大员',
  masses: '联系群众',
};

/** The most of a reason that is repeated. */
const longestShown = 40;

/** As separate words these would not be read as part of the reason. */
const keywords: readonly string[] = ['证明', '日期'];

function shown(text: string): string {
  const characters = Array.from(text);
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}……` : text;
}

/** “五个一”公益, 进社区服务, 政策宣传, 联系群众孙伟 */
function actionTitle({ kind, which, whom }: Pick<ActionLine, 'kind' | 'which' | 'whom'>, view: View): string {
  const known = kindsOf(view.rulebook, kind).find(({ id }) => id === which);
  switch (kind) {
    case 'fiveOnes':
      return `“五个一”${known?.label ?? ''}`;
    case 'service':
    case 'role':
      return known?.title ?? '';
    case 'masses':
      return `联系群众${whom ?? ''}`;
  }
}

function labels(kind: ActionKind, ids: readonly string[], view: View): readonly string[] {
  return kindsOf(view.rulebook, kind)
    .filter(({ id }) => ids.includes(id))
    .map(({ label }) => label);
}

function recordedText(facts: ActionSays['recorded'], view: View): string {
  const { person, line, year, fiveOnes, times, offer, hidesText } = facts;
  const { today, rulebook } = view;
  const head = `已记：${personTitle(person, rulebook)}同志${actionTitle(line, view)}${hidesText ? '' : `：${shown(line.text)}`}（${spacedDate(line.on, today)}）。`;
  const count =
    line.kind === 'fiveOnes'
      ? `${year}年已完成${fiveOnes.length}项：${labels('fiveOnes', fiveOnes, view).join('、')}。`
      : `${year}年第${times}次。`;
  return [`${head}${count}`, ...(offer === null ? [] : offerLines(offer, view, hidesText))].join('\n');
}

/** What else the action counts for, ending with the complete line. */
function offerLines(offer: Offer, view: View, hidesText: boolean): readonly string[] {
  const item = findItem(view.rulebook, offer.item);
  if (item === undefined) return [];
  const title = `还可申报第${item.number}项“${item.title}”`;
  if (item.grades.length > 0) return [`${title}，请选一行发送：`, ...gradeLines(offer, view)];
  const worth = `${title} ${signed(item.points ?? 0)}分`;
  // Read again, such a word would end the reason; the claim in one word takes it as it is.
  if (hidesText || offer.reason.split(/\s/u).some((part) => keywords.includes(part)))
    return [`${worth}，请直接回复：`, '/申报'];
  return [
    `${worth}，请直接回复“/申报”，或发送：`,
    `/申报 ${item.number} ${offer.reason}${dayOf(offer, view)}`,
  ];
}

function gradeLines(offer: Offer, view: View): readonly string[] {
  const grades = findItem(view.rulebook, offer.item)?.grades ?? [];
  return grades.map(({ label }) => `/申报 ${offer.item} ${label} ${offer.reason}${dayOf(offer, view)}`);
}

function dayOf({ on }: Offer, { today }: View): string {
  return on === today ? '' : ` 日期 ${fullDate(on, today)}`;
}

function progressText({ row, year, lines }: ActionSays['progress'], view: View): string {
  const { rulebook, today } = view;
  const { person, inService, fiveOnes } = row.kept;
  const entries = (kind: ActionKind, which: string | null) =>
    lines.kept
      .filter((line) => line.kind === kind && (which === null || line.which === which))
      .map(({ on, text, whom, claimed }) => {
        const claim = claimed === null ? '' : `（已申报 #${claimed}）`;
        return `${fullDate(on, today)}${whom === null ? '' : `${whom} `}${shown(text)}${claim}`;
      });
  const listed = (kind: ActionKind) =>
    kindsOf(rulebook, kind).map(({ id, label, title }) => {
      const done = entries(kind, id);
      return `${label}（${title}）：${done.length === 0 ? '还没有' : done.join('；')}`;
    });
  const name = personTitle(person, rulebook);
  const masses = entries('masses', null);
  const contact = `联系群众：${masses.length === 0 ? '还没有' : masses.join('；')}`;
  if (!inService)
    return [`${name} ${year}年“三大员”`, ...listed('role'), contact, '登记请发送“/三大员 宣传 事由”。'].join(
      '\n',
    );
  return [
    `${name} ${year}年“五个一”已完成${fiveOnes.length}项，共${rulebook.actions.fiveOnes.length}项`,
    ...listed('fiveOnes'),
    '“三进”',
    ...listed('service'),
    contact,
  ].join('\n');
}

/** 社区2次、社会1次 */
function countsText(kind: ActionKind, ids: readonly string[], view: View): string {
  return kindsOf(view.rulebook, kind)
    .map(({ id, label }) => ({ label, times: ids.filter((one) => one === id).length }))
    .filter(({ times }) => times > 0)
    .map(({ label, times }) => `${label}${times}次`)
    .join('、');
}

function summaryRow(row: ProgressRow, view: View): string {
  const { person, inService, fiveOnes, services, roles, masses } = row;
  const name = personTitle(person, view.rulebook);
  const others = [
    services.length === 0 ? '' : `三进 ${countsText('service', services, view)}`,
    masses === 0 ? '' : `联系群众${masses}次`,
  ].filter((part) => part !== '');
  if (!inService) {
    const done = [countsText('role', roles, view), ...others].filter((part) => part !== '');
    return `${name} ${done.length === 0 ? '还没有登记' : done.join('；')}`;
  }
  const five = labels('fiveOnes', fiveOnes, view).join('、');
  const head = `${fiveOnes.length}/${view.rulebook.actions.fiveOnes.length}${five === '' ? '' : ` ${five}`}`;
  return `${name} ${[head, ...others].join('；')}`;
}

function summaryText({ year, rows }: ActionSays['summary'], view: View): string {
  const group = (title: string, inService: boolean) => {
    const found = rows.kept.filter((row) => row.inService === inService);
    return found.length === 0 ? [] : [title, ...found.map((row) => summaryRow(row, view))];
  };
  return [
    ...group(`${year}年在职党员“五个一”：`, true),
    ...group(`${year}年离退休党员“三大员”：`, false),
  ].join('\n');
}

export const actionSentences: Sentences<ActionSays> = {
  already: ({ on }, { today }) => `没有登记：${fullDate(on, today)}已经记过同样的一条，不必重复。`,
  future: inFuture,
  nothingToClaim: (_facts, { rulebook }) =>
    `请写明第几项：今天没有登记过可以直接申报的活动。例：/申报 ${itemExample(rulebook, 'bonus')}（更多见“/帮助 申报”）`,
  progress: progressText,
  recorded: recordedText,
  summary: summaryText,
  textTooLong,
  whichGrade: ({ offer }, view) =>
    [`第${offer.item}项请注明级别，请选一行发送：`, ...gradeLines(offer, view)].join('\n'),
  wrongCategory: ({ kind, inService }, { rulebook }) => {
    const meant = inService ? 'fiveOnes' : 'role';
    const label = kindsOf(rulebook, meant)[0]?.label ?? '';
    const whose = inService ? '离退休党员' : '在职党员';
    return `“${commandOf[kind]}”是${whose}的活动，没有登记。您可以用“/${commandOf[meant]}”，例：/${commandOf[meant]} ${label} 事由`;
  },
  yearClosed: ({ date }, { today }) => `没有登记：${fullDate(date, today)}所在的年度已经办结，不再补记。`,
};
