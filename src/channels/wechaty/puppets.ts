import { kindOf, MissingPackage, UnusablePuppet } from './errors.js';
import { load, type Library, type WechatyBot } from './library.js';
import { loadServicePuppet, servicePuppet } from './service-puppet.js';

/** A new connection, not started; `onLost` is called when the puppet notices that its connection is gone. */
export type MakeBot = (onLost: () => void) => WechatyBot;

/** Puppets whose ids of people and groups survive a new login. All others are assumed to change them. */
const steady: ReadonlySet<string> = new Set([servicePuppet, 'wechaty-puppet-mock']);

export function keepsIds(puppet: string): boolean {
  return steady.has(puppet);
}

type PuppetClass = new () => object;

/**
 * The puppet of the settings; it reads its own variables from the environment.
 * @param session where the login is kept, without the ending `.memory-card.json`
 * @throws MissingPackage
 * UnusablePuppet
 */
export async function loadBots(library: Library, puppet: string, session: string): Promise<MakeBot> {
  const make = puppet === servicePuppet ? await loadServicePuppet() : await loadAny(puppet);
  try {
    make(() => undefined);
  } catch (error) {
    throw new UnusablePuppet(error instanceof Error ? error.message : kindOf(error));
  }
  return (onLost) => {
    const own = withoutReset(make(onLost), onLost);
    return library.WechatyBuilder.build({ name: session, puppet: own as never });
  };
}

/**
 * A puppet that was silent for a minute (a sleeping computer) restarts itself: its account is logged out, and it may
 * miss the next login. We replace the puppet instead.
 */
function withoutReset(puppet: object, onLost: () => void): object {
  return Object.assign(puppet, {
    reset() {
      onLost();
      return Promise.resolve();
    },
  });
}

async function loadAny(name: string): Promise<() => object> {
  const Puppet = classIn(await load<object>(name).catch(asUnusable));
  if (Puppet === undefined) throw new UnusablePuppet(`${name} has no puppet as its default export`);
  return () => new Puppet();
}

function asUnusable(error: unknown): never {
  if (error instanceof MissingPackage) throw error;
  throw new UnusablePuppet(error instanceof Error ? error.message : kindOf(error));
}

/** CommonJS modules nest their default export in another one. */
function classIn(loaded: unknown): PuppetClass | undefined {
  if (typeof loaded === 'function') return loaded as PuppetClass;
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded)) return undefined;
  return classIn(loaded.default);
}
