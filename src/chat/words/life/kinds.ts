import type { Rulebook } from '../../../domain/rulebook/schema.js';

export const activityLabels = ({ activities }: Rulebook) => activities.kinds.map(({ label }) => label);

type ActivityKind = Rulebook['activities']['kinds'][number];

/** The kind of this name, or of this other name: 党员大会. */
export function kindCalled({ activities }: Rulebook, text: string): ActivityKind | undefined {
  return activities.kinds.find(({ label, aliases }) => label === text || aliases.includes(text));
}

/** The kind with the longest name that a word begins with. */
export function kindInFront({ activities }: Rulebook, text: string) {
  return activities.kinds
    .flatMap((kind) => [kind.label, ...kind.aliases].map((name) => ({ kind, name })))
    .filter(({ name }) => text.startsWith(name))
    .sort((one, other) => other.name.length - one.name.length)
    .at(0);
}
