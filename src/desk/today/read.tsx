import { bearWitness } from '../../app/points/witness.js';
import { confirmMatters } from '../../app/rulings/confirm.js';
import { rejectMatter, returnMatter } from '../../app/rulings/reject.js';
import type { Form } from '../form.js';
import { unread, type Choose, type Orders } from '../page.js';
import { Ask } from './to-rule.js';

/** What a form about matters means. */
export function read(form: Form): Orders {
  const [act = '', which = ''] = form.text('do').split(':');
  const read = meaningOf(form, act, which);
  return 'orders' in read && which !== '' ? { ...read, keepsOthers: true } : read;
}

function meaningOf(form: Form, act: string, which: string): Orders {
  const number = /^\d{1,9}$/u.test(which) ? Number(which) : 0;
  const reason = form.text(`reason-${number}`) || null;
  const confirm =
    (numbers: readonly number[], heard: boolean): Choose =>
    () =>
      confirmMatters.intent({
        numbers: [...numbers],
        // Each has its own button.
        ranged: [],
        meetingOn: form.day(`meeting-${numbers[0] ?? 0}`) || null,
        heard,
      });
  switch (act) {
    case 'confirm': {
      if (which !== '') return { orders: [confirm([number], false)] };
      const numbers = form.numbers('number');
      if (numbers.length === 0) return { missing: '请先勾选要确认的各条，再点“确认勾选的各条”。' };
      const alone = numbers.filter((one) => form.day(`meeting-${one}`) !== '');
      const together = numbers.filter((one) => !alone.includes(one));
      const orders = together.length === 0 ? [] : [confirm(together, false)];
      return { orders: [...orders, ...alone.map((one) => confirm([one], false))] };
    }
    case 'ask':
      return { preview: (context, asked) => <Ask {...{ context, asked, number }} /> };
    case 'heard':
      return { orders: [confirm([number], true)] };
    case 'reject':
    case 'return':
      if (reason === null) return { missing: `请先写明 #${number} 的理由，再点一次。` };
      return act === 'reject'
        ? { orders: [() => rejectMatter.intent({ number, reason })] }
        : { orders: [() => returnMatter.intent({ number, text: reason })] };
    case 'keep':
    case 'uphold': {
      if (reason === null) return { missing: `请先写明 #${number} 的答复说明，再点一次。` };
      const corrects = act === 'uphold' ? form.numbers(`corrects-${number}`) : [];
      const correcting = corrects.length === 0 ? '' : ` 更正 ${corrects.join('、')}`;
      return { orders: [`/答复 ${number} ${act === 'keep' ? '维持' : '成立'} ${reason}${correcting}`] };
    }
    case 'enter':
      return { missing: '还没有办理：请点这一条的“确认”“驳回”“退回补充”或“答复”。' };
    case 'bearWitness':
      return { orders: [() => bearWitness.intent({ number })] };
    default:
      return unread;
  }
}
