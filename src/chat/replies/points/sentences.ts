import type {
  EntryLine,
  ImportedPlace,
  Missing,
  PointsSays,
  Registered,
  ScoreFacts,
  VetoFacts,
} from '../../../app/points/says.js';
import type { PointsCard } from '../../../app/matters/card.js';
import type { View } from '../../../app/ports/voice.js';
import { addDays } from '../../../domain/period/civil.js';
import { fullDate, fullDateTime, monthAndDay, spacedDate } from '../../../words/dates.js';
import { cardLine, itemTitle, materialsText, occasionText } from './items.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import { pointsRefusals, whyNotScored } from './refusals.js';
import { passedOn } from '../rulings/matters.js';
import type { Sentences } from '../sentences.js';
import { groundTitle, signed, tierTitle } from '../../../words/items.js';
import { stateTitle } from '../../../words/matters.js';
import { importedMark, numbersTitle, byScoreMark, typedNumbers } from '../../../words/numbers.js';
import { referenceMarks, ownLimitNotes } from '../../../words/scores.js';
import { alikeHint } from '../common.js';

function registeredText(registered: Registered, view: View, next: string): string {
  const { cards, missing, alike, replaces, gluedWitness, writtenDocument } = registered;
  const [first] = cards;
  const head =
    cards.length === 1 && first !== undefined
      ? `已登记 #${first.number}：${cardLine(first, view)}。`
      : `已登记${cards.length}条：\n${cards.map((card) => `#${card.number} ${cardLine(card, view)}`).join('\n')}\n`;
  const hints = [
    replaces.length > 0 ? `同一件事只计最高一级，认定后 ${numbersTitle(replaces)} 不再计分。` : '',
    alike.length > 0 ? alikeHint(alike) : '',
    gluedWitness ? '如要指定证明人，请在末尾空一格写“证明 姓名、姓名”。' : '',
    writtenDocument !== null && first !== undefined && missing.witnesses > 0
      ? `文号要作为材料，请由登记人发送“/材料 ${first.number} 文号 ${writtenDocument}”。`
      : '',
  ];
  return `${head}${next}${hints.filter((hint) => hint !== '').join('')}`;
}

/** 一, 两, 三 … */
function countWord(count: number): string {
  return ['零', '一', '两', '三', '四', '五'][count] ?? String(count);
}

function nextStep(cards: readonly PointsCard[], missing: Missing, view: View, quiet: boolean): string {
  if (missing.witnesses === 0) return `证明已齐，${passedOn(missing.seat)}。`;
  const number = cards[0]?.number ?? 0;
  const each = cards.length > 1 ? '逐条' : '';
  const witnesses = missing.asked.length > 0 ? personTitles(missing.asked, view.rulebook) + '同志' : '';
  const lines = cards.map((card) => `“/证明 ${card.number}”`).join('、');
  if (quiet) {
    if (witnesses === '')
      return `还缺证明：请由登记人“/材料 ${number}”附图，或“/撤回 ${number}”后重新登记，写明“证明 姓名、姓名”。`;
    const few = missing.asked.length < missing.witnesses ? `（须有${countWord(missing.witnesses)}位）` : '';
    return `还缺证明：已私下请${witnesses}证明${few}；也可由登记人“/材料 ${number}”附图。`;
  }
  const who = witnesses === '' ? `${countWord(missing.witnesses)}位同志` : witnesses;
  return `还缺证明：请${who}${each}回复${lines}，或由登记人“/材料 ${number}”附图。`;
}

/** 张三 2026年积分:103分 */
function scoreLine({ subject, year, total, forReference, imported }: ScoreFacts, view: View): string {
  const mark = forReference ? `（${referenceMarks.probationary}）` : '';
  return `${personTitle(subject, view.rulebook)} ${year}年积分：${total}分${mark}${imported === null ? '' : importedMark}`;
}

/** 归档时 103分,补正后 100分 — only where the two differ */
function archivedLine({ archived, total }: ScoreFacts): string {
  return archived === null ? '' : `\n归档时 ${archived}分，补正后 ${total}分`;
}

function scoreParts({ year, base, bonus, deductions, uncounted }: ScoreFacts, view: View): string {
  const past = uncounted > 0 ? `（其中${uncounted}分超出基础分，只记录、不计算）` : '';
  return `基础 ${base}，加分 ${bonus}${overCap(year, bonus, view)}，减分 ${deductions}${past}`;
}

/** Points beyond the cap, if the rulebook sets one. */
function beyondCap(year: number, bonus: number, { rulebookOf }: View): number {
  const { bonusCap } = rulebookOf(year).scoring;
  return bonusCap === null ? 0 : Math.max(0, bonus - bonusCap);
}

function overCap(year: number, bonus: number, view: View): string {
  const beyond = beyondCap(year, bonus, view);
  return beyond > 0 ? `（其中${beyond}分超出上限，只记录、不计算）` : '';
}

/** 一票否决, and from which line of which file the year came. */
function importedLines(place: ImportedPlace | null, score: ScoreFacts, view: View): readonly string[] {
  if (place === null) return [];
  const own: View = { ...view, rulebook: view.rulebookOf(score.year) };
  const tier =
    place.tier === null
      ? ''
      : `等次：${tierTitle(place.tier, own.rulebook)}${place.byScore ? byScoreMark : ''}；`;
  const ruler = place.ruler === null ? '' : ` ${personTitle(place.ruler, view.rulebook)}认定`;
  return [
    `加分 ${score.bonus}，减分 ${score.deductions}`,
    `${tier}材料：${place.materials.join('、')}第${place.line}行 #${place.matter}${ruler}`,
    ...(place.remark === null ? [] : [`备注：${place.remark}`]),
  ];
}

/** A certified veto comes right under the score it explains. */
function vetoLine(veto: VetoFacts | null, view: View): readonly string[] {
  if (veto === null) return [];
  return [
    `一票否决 ${groundTitle(veto.ground, view.rulebook)} #${veto.number}，全年积分为0；以下各项保留在案，不计算`,
  ];
}

function reversalTitle({ reversal, supplement }: EntryLine): string {
  if (supplement) return '补正 ';
  return reversal ? '更正 ' : '';
}

function entryText(line: EntryLine, view: View): string {
  const proof = [
    line.witnesses.length > 0 ? `证明：${personTitles(line.witnesses, view.rulebook)}` : '',
    materialsText(line, view),
  ].filter((part) => part !== '');
  const title = `${reversalTitle(line)}${itemTitle(line, view)}`;
  const ruler = `${personTitle(line.ruler, view.rulebook)}认定`;
  const reason = line.reason === null ? '' : ` 事由：${line.reason}`;
  return `${signed(line.points)} ${title} ${spacedDate(line.deedOn, view.today)} #${line.matter} ${ruler}${proof.length > 0 ? `（${proof.join('；')}）` : ''}${reason}${line.turn === null ? '' : turns[line.turn]}`;
}

const turns: { readonly [T in NonNullable<EntryLine['turn']>]: string } = {
  replaced: '（同一件事只计最高一级）',
  restored: '（恢复计分）',
  objection: '（异议成立）',
};

/** #7 欧阳静怡同志 第13项“受表彰”（市级） +10分：您已证明，还差一人 — what is certified is read back */
function witnessedText(
  { witness, own, missing, materials, seat }: Omit<PointsSays['witnessed'], 'card'>,
  card: PointsCard,
  view: View,
): string {
  const who = own ? '您' : `${personTitle(witness, view.rulebook)}同志`;
  const head = `#${card.number} ${cardLine(card, view)}：${who}已证明`;
  if (missing > 0) return `${head}，还差${missing === 1 ? '一' : missing}人。`;
  return materials > 0 ? `${head}。` : `${head}，证明已齐，${passedOn(seat)}。`;
}

const materialTitles = {
  picture: '图片',
  file: '文件',
  document: '文号',
  register: '考勤或党费登记',
} as const;

/** 图片2件、文号1件、2位同志证明 */
function kindsText(kinds: readonly (keyof typeof materialTitles)[], witnesses: number): string {
  const counted = [...new Set(kinds)].map(
    (kind) => `${materialTitles[kind]}${kinds.filter((other) => other === kind).length}件`,
  );
  return [...counted, ...(witnesses > 0 ? [`${witnesses}位同志证明`] : [])].join('、');
}

/** How the subject of a deduction answers it, and how long the ruling waits for that. */
function hearingWords(number: number, until: string | null, { today }: View): string {
  const before = until === null ? '' : `在${fullDateTime(until, today)}前`;
  return `如有说明，请${before}回复“/说明 ${number} 文字”，认定人会看到；没有意见的，请回复“/说明 ${number} 没有意见”。`;
}

export const pointsSentences: Sentences<PointsSays> = {
  ...pointsRefusals,
  awaitingPicture: ({ number, until }, { today }) =>
    `#${number} 请在5分钟内（${fullDateTime(until, today)}前）发送图片或文件；有文号的也可回复“/材料 ${number} 文号 ……”。`,
  details: ({ score, veto, lines, open, imported }, view) =>
    [
      `${scoreLine(score.kept, view)}${archivedLine(score.kept)}`,
      ...vetoLine(veto.kept, view),
      `基础 ${score.kept.base}`,
      ...importedLines(imported.kept, score.kept, view),
      ...lines.kept.map((line) => entryText(line, view)),
      ...ownLimitNotes(beyondCap(score.kept.year, score.kept.bonus, view), score.kept.uncounted),
      ...open.kept.map((card) => `待认定 #${card.number} ${itemTitle(card, view)} ${signed(card.points)}分`),
    ].join('\n'),
  everybody: ({ year, rows: { kept } }, { rulebook }) =>
    [
      `${year}年积分（按名册顺序，不排名）`,
      ...kept.map(
        ({ person, bonus, deductions, total }) =>
          `${personTitle(person, rulebook)} ${total}分（加 ${bonus}，减 ${deductions}）`,
      ),
    ].join('\n'),
  hearing: ({ card, reason, occasion, until }, view) =>
    `告知 #${card.kept.number}：您有一条减分待认定：${itemTitle(card.kept, view)} ${signed(card.kept.points)}分（${spacedDate(card.kept.deedOn, view.today)}）\n事由：${occasion.kept === null ? reason.kept : occasionText(occasion.kept, view)}\n${hearingWords(card.kept.number, until, view)}`,
  keptRecord: ({ unscored: { kept }, year, lines, open }, view) =>
    [
      `${personTitle(kept.person, view.rulebook)}同志${whyNotScored(kept, view.rulebook)}，没有积分。${year}年此前的记录只留存，不计入考核：`,
      ...lines.kept.map((line) => entryText(line, view)),
      ...open.kept.map((card) => `待认定 #${card.number} ${itemTitle(card, view)} ${signed(card.points)}分`),
    ].join('\n'),
  materialKinds: ({ number, kinds, witnesses, persons }, view) =>
    `#${number} 的证明是：${kindsText(kinds.kept, witnesses.kept)}。材料可能涉及他人，不在这里展示；要了解内容，请向${persons.length === 0 ? '认定人' : `${personTitles(persons, view.rulebook)}同志`}询问。`,
  materialTaken: ({ number, pieces, complete, seat }) =>
    `#${number} 已收到材料${pieces}份${complete ? `，证明已齐，${passedOn(seat)}` : ''}。`,
  materialTakenInFull: ({ card: { kept }, pieces, complete, seat, mistaken }, view) => {
    const about = `${personTitle(kept.subject, view.rulebook)} ${itemTitle(kept, view)} ${signed(kept.points)}分`;
    const proof = complete ? `，证明已齐，${passedOn(seat)}` : '';
    const who = mistaken === 'askProposer' ? '登记人' : '';
    const back = mistaken === null ? '' : `材料传错的，请${who}“/撤回 ${kept.number}”后重新登记。`;
    return `#${kept.number} 已收到材料${pieces}份（${about}）${proof}。${back}`;
  },
  materials: ({ number, texts, files }) =>
    `#${number} 的材料：${texts.kept.join('、')}${files > 0 ? `（附${files}件）` : ''}`,
  noStatementWanted: ({ number }) => `#${number} 没有等待您说明的事项，请核对编号。发送“/待办”可查看。`,
  otherDaySaid: ({ numbers, deedOn, otherDay, hasFiles }, view) => {
    const { said, on, line } = otherDay.kept;
    const withdrawn = `请先“/撤回 ${typedNumbers(numbers, view)}”`;
    const head = `事由里写着“${said}”，日期按${fullDate(deedOn, view.today)}登记。`;
    const again = hasFiles ? '再连同图片、文件发' : '再发';
    if (line !== null) return `${head}如是${said}，${withdrawn}，${again}：\n${line}`;
    return on === null
      ? `${head}要记做事那天，${withdrawn}，${again}原来那行，末尾加日期，如“日期 ${monthAndDay(addDays(deedOn, -7))}”。`
      : `${head}还没有做的，${withdrawn}，做完再登记。`;
  },
  pleaseWitness: ({ card, reason, discreet, again }, view) =>
    `${again === true ? '再次请' : '请'}您核实 #${card.kept.number}：${cardLine(card.kept, view)}\n事由：${reason.kept}\n情况属实请回复“/证明 ${card.kept.number}”。${discreet ? '此事请勿在群里谈论。' : '不属实或不清楚的，不必回复。'}`,
  registered: (facts, view) => registeredText(facts, view, nextStep(facts.cards, facts.missing, view, false)),
  registeredDeduction: (facts, view) =>
    `${registeredText(facts, view, nextStep(facts.cards, facts.missing, view, true))}\n事由：${facts.reason.kept}`,
  registeredQuietly: ({ numbers: list }) => `已登记 ${numbersTitle(list)}。`,
  score: (facts, view) => `${scoreLine(facts, view)}${archivedLine(facts)}\n逐条明细请私聊发送“/明细”。`,
  scoreInFull: ({ score, veto, open }, view) => {
    const pending = open > 0 ? `\n另有${open}条待认定。` : '';
    return [
      `${scoreLine(score.kept, view)}${archivedLine(score.kept)}`,
      ...vetoLine(veto.kept, view),
      ...(score.kept.imported?.vetoed === true ? ['一票否决（见原表备注），全年积分为0'] : []),
      `${scoreParts(score.kept, view)}${pending}`,
    ].join('\n');
  },
  statementTaken: ({ number, entered }, { rulebook }) =>
    `#${number.kept} ${entered === null ? '您' : `${personTitle(entered, rulebook)}同志`}的说明已记下，已转认定人。`,
  statementTooLate: ({ number, state, mayObject }) =>
    mayObject
      ? `#${number} 已认定，现在说明已来不及了。有不同意见的，请私下发送“/异议 ${number} 理由”，由没有经办过的同志答复。`
      : `#${number} ${stateTitle(state)}，不必再说明。`,
  witnessed: (facts, view) => witnessedText(facts, facts.card, view),
  witnessedDeduction: (facts, view) => witnessedText(facts, facts.card.kept, view),
  witnessedQuietly: ({ number }) => `#${number} 已记下，谢谢。`,
};
