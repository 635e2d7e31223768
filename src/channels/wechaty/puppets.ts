import { kindOf, MissingPackage, UnusablePuppet } from './errors.js';
import { load, type Library, type WechatyBot } from './library.js';
import { loadServicePuppet, servicePuppet } from './service-puppet.js';

/** A new connection, not started; `onLost` is called when the puppet itself learns that it is gone. */
export type MakeBot = (onLost: () => void) => WechatyBot;

/** Puppets that call a person and a group by the same id after each login. Of all others it must be assumed that they do not. */
const steady: ReadonlySet<string> = new Set([servicePuppet, 'wechaty-puppet-mock']);

export function keepsIds(puppet: string): boolean {
  return steady.has(puppet);
}

type PuppetClass = new () => object;

/**
 * The puppet of the settings; it reads its own variables from the environment.
 * @param session where the login is kept over a restart, without the ending `.memory-card.json`
 * @throws MissingPackage | UnusablePuppet
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
 * A puppet that has not heard anything for a minute, for example because the computer slept, starts itself anew: its account is logged
 * out, and it may not notice that it is in again. Another one is made instead.
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

/** Modules of the old kind have their default export inside of a default export. */
function classIn(loaded: unknown): PuppetClass | undefined {
  if (typeof loaded === 'function') return loaded as PuppetClass;
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded)) return undefined;
  return classIn(loaded.default);
}
