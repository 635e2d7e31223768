import type { Chat, GroupMember } from '../../app/ports/channel.js';
import type { Contact, Room, WechatyBot } from './library.js';

/** What the operator has to know about the group. */
export type RoomNews =
  | { readonly kind: 'room'; readonly topic: string; readonly id: string }
  | { readonly kind: 'noRoom'; readonly rooms: readonly { readonly topic: string; readonly id: string }[] }
  /** Several rooms share the topic. */
  | { readonly kind: 'severalRooms'; readonly ids: readonly string[] }
  | { readonly kind: 'roomRenamed'; readonly topic: string };

/**
 * The group of the settings. Others call it by the words of the settings, which stay the same while ids change at every
 * login. Within one login it remains the room that was found, even if rooms are renamed.
 */
export interface Rooms {
  readonly chat: Extract<Chat, { kind: 'group' }>;
  /** After a login all ids are new. */
  forget(): void;
  /** Searches all rooms of the account, unless the group is known. */
  seek(bot: WechatyBot): Promise<Room | undefined>;
  isOurs(bot: WechatyBot, room: Room): Promise<boolean>;
  renamed(room: Room, topic: string): void;
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
    // Two searches may run at once, and somebody may have logged in meanwhile.
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
      // Names may be cached from before the login.
      await room.sync();
      const contacts = await room.memberAll();
      return Promise.all(
        contacts.map(async (contact) => ({ account: contact.id, nickname: await nicknameIn(room, contact) })),
      );
    },
  };
}

/** A person's name in the group. */
export async function nicknameIn(room: Room, contact: Contact): Promise<string> {
  const alias = await room.alias(contact).catch(() => undefined);
  return alias === undefined || alias === '' ? contact.name() : alias;
}
