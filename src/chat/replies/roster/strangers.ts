/** 书记 李强 的认领码:/认领 482913 — for the terminal, never for a chat. */
export function claimLine(
  branch: string | null,
  person: { readonly name: string; readonly kind: string },
  code: string,
): string {
  const title = person.kind === 'superior' ? '上级' : person.kind === 'inspector' ? '工委' : '书记';
  return `${branch === null ? '' : `${branch} `}${title} ${person.name} 的认领码：/认领 ${code}`;
}

/** To an unbound account, when the bot serves several branches. */
export function strangerHint(): string {
  return '您的账号还没有对应到名册上的人。请发送“/绑定 您的姓名”，由书记确认后即可使用；有认领码的请发送“/认领 认领码”。';
}

/** To somebody who opens the chat with the bot: bound or not. */
export function welcome(): string {
  return '您好，我是支部机器人。第一次来，请发送“/绑定 您的姓名”，书记确认后就能用；已经绑定的，发“积分”查积分，发“帮助”看能办的事。';
}

export function tooManyCodes(): string {
  return '认领码错了多次，请一小时后再试，并向管理员核对认领码。';
}

/** A line that does not say which of the speaker's branches it means. */
export function whichBranch(lines: readonly string[], unknown: string | null): string {
  const head = unknown === null ? '' : `没有“${unknown}”这个支部。`;
  return `${head}您在几个支部有账号，请选一行发送：\n${lines.join('\n')}`;
}

/** Several branches have a person of the name a stranger gave. */
export function whichRoster(lines: readonly string[], more: boolean): string {
  const others = more ? '\n还有别的支部：请照这样写明本支部的名称。' : '';
  return `几个支部都有这个姓名，请选一行发送：\n${lines.join('\n')}${others}`;
}
