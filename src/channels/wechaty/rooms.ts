import type { Chat, GroupMember } from '../../app/ports/channel.js';
import type { Contact, Room, WechatyBot } from './library.js';

/** What whoever sits at the machine has to know of the group. */
export type RoomNews =
  | { readonly kind: 'room'; readonly topic: string; readonly id: string }
  /** `rooms`: those that there are. */
  | { readonly kind: 'noRoom'; readonly rooms: readonly { readonly topic: string; readonly id: string }[] }
  /** Several bear the topic: nobody knows which is meant. */
  | { readonly kind: 'severalRooms'; readonly ids: readonly string[] }
  | { readonly kind: 'roomRenamed'; readonly topic: string };

/**
 * The group of the settings. Outside of here it is called by the words of the settings, so that it stays the same where ids change at every
 * login; within one login it stays the room that was found, whatever it or another room is called afterwards.
 */
export interface Rooms {
  readonly chat: Extract<Chat, { kind: 'group' }>;
  /** A new login: ids are other ones. */
  forget(): void;
  /** Looks for it among all rooms of the account, unless it is known. */
  seek(bot: WechatyBot): Promise<Room | undefined>;
  isOurs(bot: WechatyBot, room: Room): Promise<boolean>;
  renamed(room: Room, topic: string): void;
  /** Resolves once the room is found. */
  members(): Promise<readonly GroupMember[]>;
}

export function createRooms(setting: string, news: (news: RoomNews) => void): Rooms {
  let known: Room | null = null;
  let told: RoomNews['kind'] | null = null;
  let logins = 0;
  const waiting: ((room: Room) => void)[] = [];

  const tell = (item: RoomNews): void => {
    if (told === item.kind) return;
    told = item.kind;
    news(item);
  };
  const find = async (bot: WechatyBot): Promise<Room | undefined> => {
    const rooms = await bot.Room.findAll();
    const there = await Promise.all(rooms.map(async (room) => ({ room, topic: await room.topic() })));
    const byId = there.find(({ room }) => room.id === setting);
    const named = byId === undefined ? there.filter(({ topic }) => topic === setting) : [byId];
    const [one, ...others] = named;
    if (one !== undefined && others.length === 0) {
      tell({ kind: 'room', topic: one.topic, id: one.room.id });
      return one.room;
    }
    if (one === undefined)
      tell({ kind: 'noRoom', rooms: there.map(({ room, topic }) => ({ topic, id: room.id })) });
    else tell({ kind: 'severalRooms', ids: named.map(({ room }) => room.id) });
    return undefined;
  };
  const seek = async (bot: WechatyBot): Promise<Room | undefined> => {
    if (known !== null) return known;
    const login = logins;
    const found = await find(bot);
    // Two may look at once, and somebody may have logged in meanwhile.
    if (login === logins) known ??= found ?? null;
    if (known === null) return undefined;
    for (const done of waiting.splice(0)) done(known);
    return known;
  };
  return {
    chat: { kind: 'group', id: setting },
    forget() {
      known = null;
      told = null;
      logins += 1;
    },
    seek,
    async isOurs(bot, room) {
      if (known !== null) return room.id === known.id;
      if (room.id !== setting && (await room.topic()) !== setting) return false;
      return (await seek(bot))?.id === room.id;
    },
    renamed(room, topic) {
      if (known?.id === room.id && room.id !== setting && topic !== setting)
        news({ kind: 'roomRenamed', topic });
    },
    async members() {
      const room = known ?? (await new Promise<Room>((resolve) => void waiting.push(resolve)));
      // The names of before the login may be remembered.
      await room.sync();
      const contacts = await room.memberAll();
      return Promise.all(
        contacts.map(async (contact) => ({ account: contact.id, nickname: await nicknameIn(room, contact) })),
      );
    },
  };
}

/** The name that somebody bears in the group. */
export async function nicknameIn(room: Room, contact: Contact): Promise<string> {
  const alias = await room.alias(contact).catch(() => undefined);
  return alias === undefined || alias === '' ? contact.name() : alias;
}
