import type { Inbound } from '../../app/ports/channel.js';
import { homesOf, type Hearing } from './hearing.js';

/** The branch an unknown group would belong to: the speaker's, or the only one, if it has no group yet. */
export function branchOfNewGroup(message: Inbound, hearing: Hearing): string | undefined {
  const { store, channel, newGroups } = hearing;
  if (newGroups === undefined) return undefined;
  const isFree = ({ id }: { readonly id: string }): boolean => store.groupOf(id, channel.name) === undefined;
  const homes = homesOf(message, hearing);
  const branches = homes.length === 0 ? store.firstBranches(2) : homes;
  const [only] = branches.length === 1 ? branches : [];
  return only !== undefined && isFree(only) ? only.id : undefined;
}

/**
 * The group becomes the branch's own once a person of the branch speaks there, who is known by a claim code or by an
 * officer's ruling: nobody else can divert a branch's notices to another group.
 */
export async function adoptGroup(message: Inbound, hearing: Hearing): Promise<void> {
  const { store, channel, newGroups } = hearing;
  const { chat } = message;
  if (newGroups === undefined || chat.kind === 'private') return;
  if (store.branchOfGroup(channel.name, chat.id) !== undefined) return;
  const branch = branchOfNewGroup(message, hearing);
  const [home] = homesOf(message, hearing).filter(({ id }) => id === branch);
  if (home === undefined) return;
  await store.bindGroup(home.id, channel.name, chat.id);
  newGroups.adopted(home.name, chat.id);
}
