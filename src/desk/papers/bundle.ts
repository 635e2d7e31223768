import { zipSync, type Zippable } from 'fflate';
import type { Clock } from '../../app/ports/clock.js';
import { isOffered } from '../../app/perform.js';
import { addMinutes } from '../../domain/period/civil.js';
import type { Desk } from '../desk.js';
import type { Session } from '../keys.js';
import { papersOffered } from './offered.js';

/** A whole year of papers in one file, while it is made and until it is fetched. */
interface Bundle {
  readonly until: string;
  readonly year: number;
  readonly total: number;
  done: number;
  /** Why a paper is not in it. */
  readonly missing: string[];
  bytes: Uint8Array | null;
}

interface Bundles {
  /** Begins it, or looks how far it has come. Undefined: the account is nobody's here any more. */
  of(session: Session, year: number): Promise<Bundle | undefined>;
}

/** What nobody fetched is forgotten. */
const keptMinutes = 10;

export function createBundles(desk: Desk, clock: Clock): Bundles {
  const bundles = new Map<string, Bundle>();
  return {
    async of(session, year) {
      for (const [key, { until }] of bundles) if (until <= clock.now()) bundles.delete(key);
      const offered = await desk.look(session, (context) =>
        papersOffered.filter(({ order }) => isOffered(context, order(year).useCase)),
      );
      if (offered === undefined) return undefined;
      // Whoever has another office by now has another file.
      const key = [session.csrf, year, ...offered.map((one) => one.key)].join('/');
      const begun = bundles.get(key);
      if (begun !== undefined) return begun;
      const until = addMinutes(clock.now(), keptMinutes);
      const bundle: Bundle = { until, year, total: offered.length, done: 0, missing: [], bytes: null };
      bundles.set(key, bundle);
      void fill(desk, session, bundle, offered);
      return bundle;
    },
  };
}

async function fill(
  desk: Desk,
  session: Session,
  bundle: Bundle,
  offered: typeof papersOffered,
): Promise<void> {
  const entries: Zippable = {};
  for (const { title, order } of offered) {
    const made = await madeFor(desk, session, () => order(bundle.year)).catch(() => undefined);
    if (made === undefined || typeof made === 'string')
      bundle.missing.push(`${title}：${made ?? '没有做成，请单独下载。'}`);
    else for (const { name, bytes } of made) entries[name] = [bytes, { level: 0 }];
    bundle.done += 1;
  }
  bundle.bytes = zipSync(entries);
}

async function madeFor(desk: Desk, session: Session, choose: Parameters<Desk['order']>[1]) {
  const ordered = await desk.order(session, choose);
  return ordered === undefined || typeof ordered === 'string' ? ordered : desk.make(session, ordered);
}
