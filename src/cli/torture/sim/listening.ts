/** Everything that was delivered, and whether it was for these ears, for the first time, and not missing. */
import type { Line } from '../model/acts.js';
import { personOf, type Book } from '../model/book.js';
import { leaks, publicationFaults, pushOf, type Heard } from '../model/heard.js';
import type { Report } from '../report.js';
import type { Delivered, Service } from './channel.js';

export function createListening(
  books: readonly Book[],
  service: Pick<Service, 'delivered'>,
  report: Report,
  groupOf: (branch: number) => string,
) {
  let read = 0;
  const waiting: { readonly line: Line; readonly from: number }[] = [];
  const pushes = new Set<string>();
  const bookOf = ({ chat }: Delivered): Book | undefined =>
    books.find((book, branch) =>
      chat.kind === 'group'
        ? chat.id === groupOf(branch)
        : book.people.some(({ account }) => account === chat.account),
    );
  const hear = (delivered: Delivered, now: string): void => {
    const book = bookOf(delivered);
    if (book === undefined) return;
    const { chat, text } = delivered;
    const heard: Heard = { account: chat.kind === 'group' ? null : chat.account, text };
    report.violations.push(...leaks(book, heard).map((leak) => `${now} ${book.branch} ${leak}`));
    const push = pushOf(heard);
    if (push === undefined) return;
    // The day of a digest is written without its year.
    const name = `${book.branch} ${push}${push.startsWith('digest') ? ` ${now.slice(0, 4)}` : ''}`;
    report.jobs += 1;
    if (pushes.has(name)) {
      report.doubled += 1;
      report.violations.push(`${now} twice: ${name}`);
    }
    pushes.add(name);
    const published = /^publication (\d+)-(\d)/u.exec(push);
    if (published !== null)
      report.violations.push(...publicationFaults(book, text, Number(published[1]), Number(published[2])));
  };
  return {
    listen(now: string): void {
      for (const delivered of service.delivered.slice(read)) hear(delivered, now);
      read = service.delivered.length;
    },
    /** A command is answered where it was typed; chat is not. `from`: what was delivered before it. */
    answered(line: Line, from: number): void {
      if (line.act.do !== 'say' || line.act.answered) waiting.push({ line, from });
    },
    /**
     * Where no repeat is recognised, what may have arrived is not sent again, and what follows it waits: so nobody is
     * asked for an answer until something arrives in that chat again.
     */
    count(): void {
      for (const { line, from } of waiting.splice(0)) {
        if (isAnswered(line, from)) continue;
        report.unanswered += 1;
        report.violations.push(`not answered: ${line.branch} ${line.who} ${line.place} ${line.text}`);
      }
    },
  };

  function isAnswered({ branch, who, place }: Line, from: number): boolean {
    const book = books[branch];
    const account = book === undefined ? '' : personOf(book, who).account;
    return service.delivered
      .slice(from)
      .some(({ chat }) =>
        place === 'group'
          ? chat.kind === 'group' && chat.id === groupOf(branch)
          : chat.kind === 'private' && chat.account === account,
      );
  }
}
