import { duesKeepers, enterDues } from '../../app/dues/enter.js';
import { membersHere, refOf } from '../../domain/branch/people.js';
import { keptMonths, mayPayFor, paymentFor } from '../../domain/dues/register.js';
import { yearOf } from '../../domain/period/civil.js';
import { monthIn, monthNamed } from '../../domain/period/months.js';
import { shortMonth } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';
import type { Choose, Page } from '../page.js';
import { Hidden, Table } from '../parts/frame.js';

/** Months × persons: what is paid, and ticks for what is being paid. */
export const dues: Page = {
  path: '/dues',
  title: '党费',
  who: duesKeepers,
  inMenu: true,
  view({ facts, rulebook, today }, asked) {
    const year = yearOf(today);
    const all = Array.from({ length: 12 }, (_, index) => monthNamed(year, index + 1));
    // A phone shows the first columns: this month, then the ones before.
    const begun = all.filter((month) => month <= monthIn(today));
    const months = [...begun.reverse(), ...all.slice(begun.length)];
    const kept = keptMonths(facts);
    const ticked = asked.form === null ? [] : asked.form.texts('pay');
    return (
      <form method="post" action="/desk/dues">
        <Hidden asked={asked} />
        <p class="muted">√ 已交。勾选后点“登记勾选的”；登记错了，请发“/党费 姓名 月份 撤销”。</p>
        <Table
          caption={`${year}年党费`}
          matrix
          heads={['姓名', ...months.map(shortMonth)]}
          rows={membersHere(facts).map((member) => {
            const name = personTitle(refOf(facts, member), rulebook);
            return [
              name,
              ...months.map((month) => {
                if (paymentFor(facts, member.id, month) !== undefined) return '√';
                if (!mayPayFor(member, month)) return '';
                const value = `${member.id}/${month}`;
                const isLate = kept.includes(month) && month < monthIn(today);
                return (
                  <label title={isLate ? '未交' : ''}>
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
    );
  },
  read(form) {
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
  },
};
