import { showRulebook } from '../../app/help/show.js';
import { proposeRulebook } from '../../app/rulebook/matter.js';
import { differenceText } from '../../chat/replies/rulebook/differences.js';
import { readAdopted } from '../../domain/rulebook/adopted.js';
import { differences } from '../../domain/rulebook/differences.js';
import { pointsOf } from '../../domain/rulebook/items.js';
import type { ActorContext } from '../../app/use-case.js';
import { signed } from '../../words/items.js';
import { heard } from '../heard.js';
import { LineForms } from '../lines/form.js';
import type { LineForm } from '../lines/kind.js';
import type { Page } from '../page.js';
import { Table } from '../parts/frame.js';

const forms: readonly LineForm[] = [
  {
    ...{ key: 'look', title: '看一项的读法', of: showRulebook, line: '/细则 {item}' },
    fields: { item: { label: '项号，或一个题目（如 请假、表决）' } },
  },
  {
    ...{ key: 'adopt', title: '换用另一份细则', of: proposeRulebook, files: true },
    line: '/细则 采用 会议 {meeting}',
    fields: { meeting: { label: '会议日期', type: 'date' } },
    hint: '先经会议通过，附上细则文件；由另一位同志认定，从下一考核年度起执行，不改变以前的积分。',
  },
];

/** Items and readings in force, and what one version has otherwise than the one before. */
export const rulebookPage: Page = {
  path: '/rulebook',
  title: '细则',
  who: 'everybody',
  inMenu: true,
  view(context, asked) {
    const { items } = context.rulebook;
    return (
      <>
        <div class="card lines">{heard(context, showRulebook.intent({ item: null, topic: null }))}</div>
        <LineForms {...{ context, asked, forms }} at="/desk/rulebook" />
        <h2>各项分值</h2>
        <Table
          caption="各项分值"
          heads={['项号', '项目', '级别', '分值']}
          numbers={[3]}
          rows={items.flatMap((item) => {
            const grades = item.grades.length === 0 ? [undefined] : item.grades;
            return grades.map((grade) => [
              `第${item.number}项`,
              item.title,
              grade?.label ?? '',
              signed(pointsOf(item, grade, 1)),
            ]);
          })}
        />
        <Versions context={context} />
      </>
    );
  },
  forms,
};

function Versions({ context: { facts } }: { readonly context: ActorContext }) {
  const adopted = facts.all('rulebook');
  return (
    <>
      {adopted.slice(1).map((row, index) => {
        const [old, young] = [adopted[index] ?? row, row];
        const compared = { before: readAdopted(old), after: readAdopted(young) };
        const found = differences(compared.before, compared.after);
        return (
          <>
            <h2>{`${young.version}与${old.version}的不同（${young.fromYear}年起执行）`}</h2>
            <ul class="card">
              {found.length === 0 && <li>内容没有不同。</li>}
              {found.map((one) => (
                <li>{differenceText(one, compared)}</li>
              ))}
            </ul>
          </>
        );
      })}
    </>
  );
}
