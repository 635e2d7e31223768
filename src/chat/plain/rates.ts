import { addMinutes } from '../../domain/period/civil.js';

/** How often ordinary words of one person are answered. In memory: a restart only makes the bot patient again. */
export interface Rates {
  /**
   * Counts another of this kind, and says whether that is not too much.
   * @param times where the rulebook says how many
   */
  allows(kind: keyof typeof most, person: string, now: string, times?: number): boolean;
}

const most = {
  hint: { times: 1, minutes: 60 },
  offer: { times: 5, minutes: 1 },
  model: { times: 5, minutes: 1 },
  tooFast: { times: 1, minutes: 1 },
  command: { times: 30, minutes: 1 },
  file: { times: 100, minutes: 60 },
} as const;
/** People who are remembered; older ones make room. */
const mostPeople = 10_000;

export function createRates(): Rates {
  const heard = new Map<string, readonly string[]>();
  return {
    allows(kind, person, now, times = most[kind].times) {
      const key = `${kind}/${person}`;
      const { minutes } = most[kind];
      const since = addMinutes(now, -minutes);
      const recent = (heard.get(key) ?? []).filter((at) => at > since);
      const allowed = recent.length < times;
      heard.delete(key);
      heard.set(key, allowed ? [...recent, now] : recent);
      const oldest = heard.keys().next();
      if (heard.size > mostPeople && oldest.done !== true) heard.delete(oldest.value);
      return allowed;
    },
  };
}
