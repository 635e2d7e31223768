import { mayAct } from '../app/perform.js';
import type { LocalPerson } from '../channels/local/message.js';
import { fittingExample } from '../chat/replies/usage/examples.js';
import { officeTitles } from '../chat/replies/door/sentences.js';
import { personTitle } from '../words/persons.js';
import { categoryOf, isHere, officesOf, personOf, refOf } from '../domain/branch/people.js';
import type { Facts } from '../domain/branch/facts.js';
import { accountsOn, speakerOf } from '../domain/roster/accounts.js';
import type { Person } from '../domain/roster/rows.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import type { Bot } from './create-bot.js';

/** The roster as the people of the page. Who has no account yet gets one there, to be bound by 认领 or 绑定. */
export function localPeople(
  bot: Bot,
  branch: string,
  channel: string,
  rulebook: Rulebook,
): readonly LocalPerson[] {
  const { facts } = bot.store.snapshot(branch);
  return facts
    .all('person')
    .filter(isHere)
    .map((person) => ({
      account: accountOf(facts, person, channel),
      name: personTitle(refOf(facts, person), rulebook),
      title: titleOf(facts, person, rulebook),
      kind: kindOf(person, rulebook),
    }));
}

function accountOf(facts: Facts, person: Person, channel: string): string {
  const bound = accountsOn(facts, person.id, channel, null)[0];
  return bound?.account ?? `person-${person.id}`;
}

function titleOf(facts: Facts, person: Person, rulebook: Rulebook): string {
  if (person.kind === 'mass') return '群众';
  if (person.kind === 'superior' || person.kind === 'inspector') return officeTitles[person.kind];
  const offices = officesOf(facts, person.id).map((held) => officeTitles[held.office]);
  return [...offices, categoryOf(rulebook, person)?.label ?? ''].join('·');
}

function kindOf(person: Person, rulebook: Rulebook): LocalPerson['kind'] {
  switch (person.kind) {
    case 'mass':
      return 'public';
    case 'superior':
    case 'inspector':
      return person.kind;
    case 'member':
      return categoryOf(rulebook, person)?.inService === false ? 'retired' : 'member';
  }
}

/** Commands offered above the composer, the everyday ones first. */
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

export function suggestionsFor(
  bot: Bot,
  branch: string,
  channel: string,
  account: string,
  rulebook: Rulebook,
): readonly { readonly line: string; readonly summary: string }[] {
  const { facts } = bot.store.snapshot(branch);
  const bound = speakerOf(facts, channel, account, null);
  const person = bound === undefined ? null : personOf(facts, bound);
  const self = person ?? facts.all('person').find((known) => accountOf(facts, known, channel) === account);
  const claims = self !== undefined && facts.of('claimCode', self.id).some(({ usedAt }) => usedAt === null);
  return everyday
    .filter((name) => (name === '认领' ? person === null && claims : true))
    .filter((name) => name !== '绑定' || person === null)
    .map((name) => bot.catalogue.find(name))
    .filter((command) => command !== undefined)
    .flatMap((command) => {
      const usable = command.forms.find((form) => mayAct(facts, person, form.useCase.who));
      const [example] = usable?.examples ?? [];
      if (usable === undefined || example === undefined) return [];
      const line =
        command.name === '绑定' && self !== undefined
          ? `/${command.name} ${personTitle(refOf(facts, self), rulebook)}`
          : fittingExample(command, usable, example, rulebook);
      return [{ line, summary: command.summary }];
    });
}
