import { enterAllPayments } from '../../app/dues/enter-all.js';
import { setDuesStandard } from '../../app/dues/standard.js';
import { duesKeepers, enterDues } from '../../app/dues/enter.js';
import { membersHere, refOf } from '../../domain/branch/people.js';
import { keptMonths, mayPayFor, paymentFor } from '../../domain/dues/register.js';
import { yearOf } from '../../domain/period/civil.js';
import { monthIn, monthNamed } from '../../domain/period/months.js';
import { shortMonth } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';
import type { Form } from '../form.js';
import { LineForms } from '../lines/form.js';
import { personField, type Field, type LineForm } from '../lines/kind.js';
import type { Choose, Orders, Page } from '../page.js';
import { Hidden, Table } from '../parts/frame.js';

const month: Field = { label: '月份', type: 'month' };

const forms: readonly LineForm[] = [
  {
    ...{ key: 'cancel', title: '撤销一笔', of: enterDues, line: '/党费 {person} {month} 撤销' },
    fields: { person: personField, month },
  },
  {
    ...{ key: 'amount', title: '登记一笔并写金额', of: enterDues, line: '/党费 {person} {month} {amount}' },
    fields: { person: personField, month, amount: { label: '金额（元）' } },
  },
  {
    ...{
      key: 'all',
      title: '全体交齐一个月',
      of: enterAllPayments,
      line: '/党费 全缴 {month}[ 除 {except}]',
    },
    fields: { month, except: { label: '除了谁（用顿号隔开）' } },
  },
  {
    ...{
      key: 'standard',
      title: '每月应交的标准',
      of: setDuesStandard,
      line: '/党费 标准 {person} {amount}',
    },
    fields: { person: personField, amount: { label: '金额（元）' } },
  },
  {
    ...{ key: 'talk', title: '登记教育、拒交', of: enterDues, line: '/党费 {person} {what}[ {on}]' },
    fields: {
      person: personField,
      what: { label: '登记', choices: () => ['教育', '拒交'] },
      on: { label: '日期', type: 'date' },
    },
  },
];

/** Months × persons: what is paid, and ticks for what is being paid. */
export const dues: Page = {
  path: '/dues',
  title: '党费',
  who: duesKeepers,
  inMenu: true,
  view(context, asked) {
    const { facts, rulebook, today } = context;
    const year = yearOf(today);
    const all = Array.from({ length: 12 }, (_, index) => monthNamed(year, index + 1));
    // A phone shows the first columns: this month, then the ones before.
    const begun = all.filter((month) => month <= monthIn(today));
    const months = [...begun.reverse(), ...all.slice(begun.length)];
    const members = membersHere(facts);
    // In a large branch the whole year is a page of its own.
    const isShort = members.length > 60 && asked.query('months') !== 'all';
    const shown = isShort ? months.slice(0, 2) : months;
    const kept = keptMonths(facts);
    const ticked = asked.form === null ? [] : asked.form.texts('pay');
    return (
      <>
        <form method="post" action="/desk/dues">
          <Hidden asked={asked} />
          <p class="muted">
            √ 已交。勾选后点“登记勾选的”；登记错了的，在下面撤销。
            {isShort && <a href="/desk/dues?months=all">看全年</a>}
          </p>
          <Table
            caption={`${year}年党费`}
            matrix
            heads={['姓名', ...shown.map(shortMonth)]}
            rows={members.map((member) => {
              const name = personTitle(refOf(facts, member), rulebook);
              return [
                name,
                ...shown.map((month) => {
                  if (paymentFor(facts, member.id, month) !== undefined) return '√';
                  if (!mayPayFor(member, month)) return '';
                  const value = `${member.id}/${month}`;
                  const isLate = kept.includes(month) && month < monthIn(today);
                  return (
                    <label {...(isLate ? { title: '未交' } : {})}>
                      <input
                        type="checkbox"
                        name="pay"
                        value={value}
                        checked={ticked.includes(value)}
                        aria-label={`${name}${shortMonth(month)}`}
                      />
                      {isLate ? <span>欠</span> : null}
                    </label>
                  );
                }),
              ];
            })}
          />
          <p class="foot acts">
            <button class="main">登记勾选的</button>
          </p>
        </form>
        <LineForms {...{ context, asked, forms }} at="/desk/dues" title="其他登记" />
      </>
    );
  },
  forms,
  read: readTicks,
};

function readTicks(form: Form): Orders {
  const ticked = form.texts('pay').flatMap((value): readonly Choose[] => {
    const [, person, month] = /^(\d{1,9})\/(20\d\d-(?:0[1-9]|1[0-2]))$/u.exec(value) ?? [];
    if (person === undefined || month === undefined) return [];
    const payment = {
      what: 'payment',
      person: Number(person),
      month,
      amount: null,
      cancels: false,
    } as const;
    return [() => enterDues.intent(payment)];
  });
  return ticked.length === 0 ? { missing: '请先勾选谁交了哪个月的党费。' } : { orders: ticked };
}
