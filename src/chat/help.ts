import type { HelpPage } from '../app/help/show.js';
import { isOffered } from '../app/perform.js';
import type { Context } from '../app/use-case.js';
import type { Who } from '../app/who.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import type { Command, CommandList } from './define.js';
import { subjectNamed } from './replies/help/sentences.js';
import { commandEcho } from './replies/usage/echo.js';
import { fittingExample } from './replies/usage/examples.js';
import { usage } from './replies/usage/usage-line.js';

/** The order in which subjects are listed: what everybody needs comes first. */
const subjects = [
  'points',
  'attendance',
  'rulings',
  'dues',
  'actions',
  'appraisal',
  'year',
  'objections',
  'veto',
  'care',
  'life',
  'papers',
  'roster',
  'notices',
  'rulebook',
  'help',
  'upkeep',
];

/** What `/帮助` shows this person: the forms they may use, or one command with all its forms. */
export function helpPage(commands: CommandList, topic: string | undefined, context: Context): HelpPage {
  if (topic === undefined) return { kind: 'overview', rows: overviewRows(commands, context) };
  // Words after the command (`/帮助 减分 周涛 22 …`) are neither read nor repeated.
  const [name = ''] = (topic.startsWith('/') ? topic.slice(1) : topic).split(/\s/u);
  const command = commands.find(name);
  if (command === undefined) {
    const subject = subjectNamed(name);
    const rows = overviewRows(commands, context).filter((row) => row.subject === subject);
    return rows.length > 0
      ? { kind: 'overview', rows }
      : { kind: 'unknown', typed: commandEcho(name, context) };
  }
  const { summary, aliases, note, forms } = command;
  const examples = forms.flatMap((form) =>
    form.examples.map((example) => fittingExample(command, form, example, context.rulebook)),
  );
  return {
    kind: 'command',
    summary,
    aliases: [...aliases],
    usages: forms.map((form) => usage(command, form, context.rulebook)),
    examples: [...new Set(examples)],
    who: stepsByWho(command, context.rulebook),
    note,
  };
}

/** What is typed for each use case: /加分, /党员 转出. */
export function commandsByUseCase({ commands }: CommandList): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { name, forms } of commands)
    for (const { lead, useCase } of forms) {
      const typed = [`/${name}`, ...lead.slice(0, 1)].join(' ');
      found[useCase.name] = [...new Set([...(found[useCase.name] ?? []), typed])];
    }
  return found;
}

function overviewRows(commands: CommandList, context: Context) {
  const rank = (subject: string) => (subjects.indexOf(subject) + subjects.length + 1) % (subjects.length + 1);
  return commands.commands
    .flatMap((command) => {
      const usable = command.forms.filter(({ useCase }) => isOffered(context, useCase));
      const [first] = usable;
      if (first === undefined) return [];
      const [subject = ''] = first.useCase.name.split('.');
      const looksOnly = usable.length < command.forms.length && usable.every(({ lead }) => lead.length === 0);
      const summary = looksOnly ? command.summaryOfLooking : command.summary;
      return [
        {
          subject: subject === 'status' || subject === 'desk' ? 'upkeep' : subject,
          name: command.name,
          summary,
        },
      ];
    })
    .sort((one, other) => rank(one.subject) - rank(other.subject));
}

/** Who may do what: the forms by their fixed word, else as they are written, by those for whom they are. */
function stepsByWho(
  command: Command,
  rulebook: Rulebook,
): Extract<HelpPage, { readonly kind: 'command' }>['who'] {
  const found = new Map<string, { readonly who: Who; readonly steps: string[] }>();
  for (const form of command.forms) {
    const { who } = form.useCase;
    const step = form.lead.find((word) => word !== '') ?? usage(command, form, rulebook);
    const key = JSON.stringify(who);
    const { steps } = found.get(key) ?? { steps: [] };
    found.set(key, { who, steps: [...new Set([...steps, step])] });
  }
  return [...found.values()];
}
