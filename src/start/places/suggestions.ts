/** The lines that the page offers above the composer: those that this person could send now. */
import { mayAct } from '../../app/perform.js';
import type { Catalogue } from '../../chat/catalogue.js';
import { fittingExample, withRosterNames } from '../../chat/replies/usage/examples.js';
import { referenceTo } from '../../chat/words/life/activity-lines.js';
import { meant, type Purpose } from '../../domain/attendance/references.js';
import type { Facts } from '../../domain/branch/facts.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { accountsOn, speakerOf } from '../../domain/roster/accounts.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { personTitle } from '../../words/persons.js';

/** The everyday ones first. */
const everyday = [
  '待办',
  '积分',
  '活动',
  '请假',
  '签到',
  '申报',
  '加分',
  '减分',
  '点名',
  '结束',
  '公示',
  '状态',
  '明细',
  '党费',
  '绑定',
  '认领',
  '帮助',
];

/** Those that are about an activity, which is to be one of the branch. */
const purposes: Readonly<Record<string, Purpose>> = {
  请假: 'leave',
  签到: 'checkIn',
  点名: 'register',
  结束: 'register',
};

interface Speaking {
  readonly facts: Facts;
  readonly rulebook: Rulebook;
  readonly channel: string;
  readonly account: string;
  readonly now: string;
}

export function suggestionsFor(
  catalogue: Pick<Catalogue, 'find'>,
  speaking: Speaking,
): readonly { readonly line: string; readonly summary: string }[] {
  const { facts, rulebook, channel, account } = speaking;
  const bound = speakerOf(facts, channel, account, null);
  const person = bound === undefined ? null : personOf(facts, bound);
  const self = person ?? facts.all('person').find((known) => accountOf(facts, known, channel) === account);
  const claims = self !== undefined && facts.of('claimCode', self.id).some(({ usedAt }) => usedAt === null);
  return everyday
    .filter((name) => (name === '认领' ? person === null && claims : true))
    .filter((name) => name !== '绑定' || person === null)
    .map((name) => catalogue.find(name))
    .filter((command) => command !== undefined)
    .flatMap((command) => {
      const usable = command.forms.find((form) => mayAct(facts, person, form.useCase.who));
      const [example] = usable?.examples ?? [];
      if (usable === undefined || example === undefined) return [];
      // People of this branch, and no code that would be a wrong one.
      const fitting = withRosterNames(fittingExample(command, usable, example, rulebook), facts);
      const line =
        command.name === '绑定' && self !== undefined
          ? `/${command.name} ${personTitle(refOf(facts, self), rulebook)}`
          : command.name === '认领'
            ? `/${command.name} 认领码`
            : withActivity(command.name, fitting, speaking, person);
      return line === undefined ? [] : [{ line, summary: command.summary }];
    });
}

/** The activity that the line can be about now; undefined: there is none. */
function withActivity(
  command: string,
  line: string,
  { facts, rulebook, now }: Speaking,
  person: Person | null,
): string | undefined {
  const purpose = purposes[command];
  if (purpose === undefined) return line;
  const asking = { facts, rulebook, now, person: person?.id ?? null };
  const [activity] = meant(asking, purpose, ({ state }) => state === 'announced');
  if (activity === undefined) return undefined;
  const [head = '', named, ...rest] = line.split(' ');
  return named === undefined ? line : [head, referenceTo(facts, activity, rulebook), ...rest].join(' ');
}

/** Where somebody speaks; who has no account yet has a place here to bind one from. */
export function accountOf(facts: Facts, person: Person, channel: string): string {
  const bound = accountsOn(facts, person.id, channel, null)[0];
  return bound?.account ?? `person-${person.id}`;
}
