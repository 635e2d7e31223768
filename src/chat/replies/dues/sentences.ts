import type { ArrearsFacts, DuesRefusals, DuesSays, DuesState, Entered } from '../../../app/dues/says.js';
import type { View } from '../../../app/ports/voice.js';
import { fullDate, monthTitle } from '../../../words/dates.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { groundTitle } from '../../../words/items.js';
import { monthsTitle, owedCount } from '../../../words/periods.js';
import { yuan } from '../../../words/numbers.js';
import { inFuture } from '../common.js';

/** (50元); empty where only the payment was entered */
function amountNote(amount: number | null): string {
  return amount === null ? '' : `（${yuan(amount)}）`;
}

function paidText({ paid }: DuesState): string {
  if (paid.length === 0) return '尚未登记';
  const sum = paid.reduce((all, { amount }) => all + (amount ?? 0), 0);
  return `已交${monthsTitle(paid.map(({ month }) => month))}${sum > 0 ? `，共${yuan(sum)}` : ''}`;
}

function stateLine(state: DuesState, view: View): string {
  const owed = state.owed.length === 0 ? '' : `；欠${monthsTitle(state.owed)}`;
  const monthly = state.monthly === null ? '' : `（每月${yuan(state.monthly)}）`;
  return `${personTitle(state.person, view.rulebook)}${monthly} ${paidText(state)}${owed}`;
}

/** 已累计3个月没有交纳党费(2026年1月至2月、4月); 连续 where they are in a row */
function arrearsText({ owed }: ArrearsFacts): string {
  return `已${owedCount(owed)}没有交纳党费（${monthsTitle(owed)}）`;
}

function stepName(kind: 'education' | 'refusal'): string {
  return kind === 'education' ? '教育' : '拒交';
}

function enteredText({ person, month, amount, replaces, drafted }: Entered, { rulebook }: View): string {
  const name = personTitle(person, rulebook);
  const before =
    replaces === null
      ? ''
      : replaces.amount === null
        ? '，补记金额'
        : `，原登记${yuan(replaces.amount)}已更改`;
  const matter =
    drafted === null ? '' : `\n该月未交已登记减分 #${drafted}，补交情况认定人会看到，由认定人确认或驳回。`;
  return `已登记：${name}同志 ${monthTitle(month)}党费${amountNote(amount)}${before}。${matter}`;
}

function named(title: string, names: string): readonly string[] {
  return names === '' ? [] : [`${title}：${names}`];
}

const refusals: Sentences<DuesRefusals> = {
  already: ({ person, month, amount, on }, { rulebook, today }) =>
    `${personTitle(person.kept, rulebook)}同志${monthTitle(month)}党费${amountNote(amount.kept)}已于${fullDate(on, today)}登记，不重复登记。登记有误请“/党费 ${personTitle(person.kept, rulebook)} ${month} 撤销”。`,
  amountOutOfRange: ({ most }) =>
    `没有登记：金额应大于0、不超过${yuan(most)}，请核对。例：/党费 张三 2026-12 50`,
  exceptNoMember: ({ person }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}同志不在这个月的交纳名单上，请核对“除”后面的姓名。`,
  monthBeforeJoining: ({ month, person }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}同志${monthTitle(month)}还不在本支部，请核对月份。`,
  monthTooFar: ({ month, last }) =>
    `没有登记：${monthTitle(month)}太远，最多可预交到${monthTitle(last)}，请核对月份。`,
  noStep: ({ on }, { today }) => `没有可撤销的登记：${fullDate(on, today)}没有登记过，请核对日期。`,
  nobodyLeft: ({ month }) => `${monthTitle(month)}党费都已登记，没有新的登记。发送“/党费”可查看。`,
  notYours: () => '您可以查看本人的党费，直接发送“/党费”即可。他人的党费由记录员和书记掌握。',
  nothingToCancel: ({ month, person }, { rulebook }) =>
    `没有可撤销的登记：${personTitle(person.kept, rulebook)}同志${monthTitle(month)}党费没有登记过。`,
  ownStep: () => '本人的教育、拒交情况不由本人登记，请另一位同志（记录员或书记）登记。',
  stepInFuture: inFuture,
  stepTwice: ({ on }, { today }) => `${fullDate(on, today)}已经登记过，不重复登记。`,
};

export const duesSentences: Sentences<DuesSays> = {
  ...refusals,
  arrearsWarning: ({ months, mayVeto }, view) =>
    `提醒：您${arrearsText(months.kept)}。请尽快交纳；有困难请与支部联系。${mayVeto.kept ? `满${months.kept.draftAt}个月、经教育仍不交的，按一票否决${groundTitle(view.rulebook.veto.duesLadder.ground, view.rulebook)}办理。` : ''}`,
  arrearsWarningToOfficer: ({ subject, months, mayVeto, reached }, { rulebook }) => {
    const name = personTitle(subject.kept, rulebook);
    const next = mayVeto.kept
      ? `请谈话教育，并登记：“/党费 ${name} 教育 日期”。`
      : '该同志不参加积分考核，不涉及一票否决，请上门了解情况、帮助交纳。';
    return `提醒：${name}同志${arrearsText(months.kept)}。${next}${reached.kept ? '已私下提醒本人。' : '本人没有账号，请电话或当面告知。'}`;
  },
  cancelled: ({ person, month, amount }, { rulebook }) =>
    `已撤销：${personTitle(person.kept, rulebook)}同志 ${monthTitle(month)}党费${amountNote(amount.kept)}的登记。`,
  drafted: ({ month, cards }, { rulebook }) =>
    `${monthTitle(month)}党费未交，已生成待认定：\n${cards.kept
      .map(({ number, subject }) => `#${number} ${personTitle(subject, rulebook)}`)
      .join('\n')}\n此后补交的仍请登记，认定人会看到。`,
  entered: ({ entered }, view) => enteredText(entered.kept, view),
  enteredAll: ({ month, entered, known, except, drafted }, { rulebook }) =>
    [
      `已登记：${monthTitle(month)}党费，共${entered.kept.length}人。`,
      ...(known.kept.length > 0 ? [`此前已登记${known.kept.length}人，保持不变。`] : []),
      ...named('未登记', personTitles(except.kept, rulebook)),
      ...(drafted.kept.length > 0
        ? [`其中 ${drafted.kept.map((number) => `#${number}`).join('、')} 已登记减分，补交情况认定人会看到。`]
        : []),
    ].join('\n'),
  enteredForHimself: ({ person, month, amount, cancelled }, { rulebook }) => {
    const name = personTitle(person.kept, rulebook);
    return cancelled
      ? `${name}同志撤销了本人${monthTitle(month)}党费${amountNote(amount.kept)}的登记。如有出入，请“/党费 ${name} ${month}”。`
      : `${name}同志登记了本人${monthTitle(month)}党费${amountNote(amount.kept)}。如有出入，请“/党费 ${name} ${month} 撤销”。`;
  },
  everybody: ({ year, month, states }, view) => {
    const unpaid = states.kept.filter(({ runningUnpaid }) => runningUnpaid);
    return [
      `${year}年党费（共${states.kept.length}人）：`,
      ...states.kept.map((state) => stateLine(state, view)),
      unpaid.length === 0
        ? `${monthTitle(month)}已全部登记。`
        : `${monthTitle(month)}尚未登记${unpaid.length}人：${personTitles(
            unpaid.map(({ person }) => person),
            view.rulebook,
          )}`,
    ].join('\n');
  },
  missing: ({ month, persons, older, kept, draftOn }, { rulebook, today }) => {
    const owed = older.kept.map(
      ({ person, months }) => `${personTitle(person, rulebook)} ${monthsTitle(months)}`,
    );
    const arrears = owed.length === 0 ? [] : [`此前仍欠：${owed.join('；')}`];
    if (persons.kept.length === 0) return [`${monthTitle(month)}党费已全部登记。`, ...arrears].join('\n');
    const next = kept
      ? `${fullDate(draftOn, today)}起，没有交的登记减分，待认定；已交的请及时登记：“/党费 姓名 ${month}”。`
      : `该月一笔也没有登记，不会登记减分；已收齐的请“/党费 全缴 ${month}”。`;
    return [
      `${monthTitle(month)}党费未登记${persons.kept.length}人：${personTitles(persons.kept, rulebook)}`,
      ...arrears,
      next,
    ].join('\n');
  },
  own: ({ year, month, state }, view) => {
    const { person, paid, owed, runningUnpaid, monthly } = state.kept;
    return [
      `${personTitle(person, view.rulebook)} ${year}年党费：${paidText(state.kept)}`,
      ...(monthly === null ? [] : [`每月应交${yuan(monthly)}`]),
      ...paid.map(({ month: of, amount }) => `${monthTitle(of)} ${amount === null ? '已交' : yuan(amount)}`),
      ...(owed.length > 0 ? [`欠交：${monthsTitle(owed)}`] : []),
      ...(runningUnpaid ? [`${monthTitle(month)}尚未登记`] : []),
    ].join('\n');
  },
  reminder: ({ month, isMissing, owed: { kept: owed } }) => {
    const older = owed.length === 0 ? '' : `您还欠${monthsTitle(owed)}的党费。`;
    return isMissing
      ? `提醒：您${monthTitle(month)}的党费还没有登记。请在月底前交纳；已经交了的请告诉记录员补记。${older}`
      : `提醒：${older}请尽快交纳；已经交了的请告诉记录员补记。`;
  },
  review: ({ year, kept }) =>
    `提醒：党费标准每年核定一次。名册上记有${kept.kept}名党员的月交标准，请按${year}年的收入核定；有变动的请发送：/党费 标准 姓名 金额`,
  standardSet: ({ person, amount, before }, { rulebook }) =>
    `已记录：${personTitle(person.kept, rulebook)}同志每月应交党费${yuan(amount.kept)}${before.kept === null || before.kept === amount.kept ? '' : `（原为${yuan(before.kept)}）`}。`,
  stepCancelled: ({ person, kind, on }, { rulebook, today }) =>
    `已撤销：${personTitle(person.kept, rulebook)}同志 ${fullDate(on, today)}党费${stepName(kind.kept)}的登记。`,
  stepTaken: ({ person, kind, on, wantsEducation, drafted }, view) => {
    const name = personTitle(person.kept, view.rulebook);
    const matter =
      drafted.kept === null ? '' : `欠交已满期限，已生成一票否决待办 #${drafted.kept}，转书记办理。`;
    const hint = wantsEducation ? `还没有此前的教育记录，请补记：“/党费 ${name} 教育 日期”。` : '';
    return `已登记：${name}同志 党费${stepName(kind.kept)}，${fullDate(on, view.today)}。${hint}${matter}`;
  },
  stepsMissing: ({ subject, months, education }, view) => {
    const name = personTitle(subject.kept, view.rulebook);
    const next =
      education.kept === null
        ? `还没有教育记录，教育后请登记：“/党费 ${name} 教育 日期”；仍不交的再登记：“/党费 ${name} 拒交 日期”。`
        : `已于${fullDate(education.kept, view.today)}教育，仍不交的请登记：“/党费 ${name} 拒交 日期”。`;
    return `提醒：${name}同志${arrearsText(months.kept)}。教育和拒交都登记后，才按一票否决${groundTitle(view.rulebook.veto.duesLadder.ground, view.rulebook)}生成待办。${next}`;
  },
};
