import type { ActorContext } from '../../app/use-case.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { dueOf, type Standing } from '../../domain/attendance/standing.js';
import { refById } from '../../domain/branch/people.js';
import { kindTitle } from '../../words/activities.js';
import { shortDay } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';
import { Table } from '../parts/frame.js';

export const marks: { readonly [S in Standing]: string } = {
  present: '√',
  onLeave: '假',
  leavePending: '待批',
  absent: '缺',
  unrecorded: '○',
};

/** Who was at which activity; read by those who see others. */
export function Matrix({
  context,
  held,
}: {
  readonly context: ActorContext;
  readonly held: readonly Activity[];
}) {
  const { facts, rulebook } = context;
  const dues = held.map((activity) => new Map(dueOf(facts, activity).map((one) => [one.row.person, one])));
  const persons = [...new Set(dues.flatMap((due) => [...due.keys()]))].sort((one, other) => one - other);
  return (
    <>
      <h2>出勤</h2>
      <p class="muted">√ 到会，假 请假，缺 缺席，○ 未登记</p>
      <Table
        caption="出勤"
        matrix
        heads={['姓名', ...held.map(({ kind, at }) => `${kindTitle(kind, rulebook)} ${shortDay(at)}`)]}
        rows={persons.map((id) => [
          personTitle(refById(facts, id), rulebook),
          ...dues.map((due) => {
            const one = due.get(id);
            return one === undefined ? '' : marks[one.standing];
          }),
        ])}
      />
    </>
  );
}
