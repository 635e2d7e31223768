import { keepCare, recordComfort, recordVisit, strikeCare } from '../../app/care/keep.js';
import { heard } from '../heard.js';
import { LineForms } from '../lines/form.js';
import { personField, type Field, type LineForm } from '../lines/kind.js';
import type { Page } from '../page.js';

const person = personField;
const on: Field = { label: '日期', type: 'date' };

const forms: readonly LineForm[] = [
  {
    ...{ key: 'look', title: '看一位同志的情况', of: keepCare, line: '/关怀 {person}' },
    fields: { person },
  },
  {
    ...{
      key: 'note',
      title: '登记家庭、身体、愿望、困难',
      of: keepCare,
      line: '/关怀 {person} {kind} {text}',
    },
    fields: {
      person,
      kind: { label: '哪方面', choices: () => ['家庭', '身体', '愿望', '困难'] },
      text: { label: '情况', type: 'long' },
    },
    hint: '困难已过去的，选“困难”，写“解除”。',
  },
  {
    ...{ key: 'visit', title: '登记走访', of: recordVisit, line: '/走访 {person} {text}[ 日期 {on}]' },
    fields: { person, text: { label: '情况' }, on },
  },
  {
    ...{ key: 'comfort', title: '登记慰问金', of: recordComfort },
    line: '/慰问 {person} {amount}[ {reason}][ 日期 {on}]',
    fields: { person, amount: { label: '金额（元）' }, reason: { label: '事由' }, on },
  },
  {
    ...{ key: 'strike', title: '撤销一条登记', of: strikeCare, line: '/关怀 撤销 {number}' },
    fields: { number: { label: '编号', type: 'number' } },
    hint: '登记错了的撤销；记录仍保留并注明。',
  },
];

/** Family, health, wishes and hardships: for those who keep them, and nobody else. */
export const care: Page = {
  path: '/care',
  title: '关怀',
  who: keepCare.who,
  inMenu: true,
  view: (context, asked) => (
    <>
      <div class="card lines">{heard(context, keepCare.intent({ person: null, note: null }))}</div>
      <LineForms {...{ context, asked, forms }} at="/desk/care" />
    </>
  ),
  forms,
};
