import { html } from 'hono/html';
import type { LocalPerson } from '../channels/local/message.js';
import { withTones } from './tones.js';

type Markup = ReturnType<typeof html>;

const STYLES = ['tokens', 'base', 'parts', 'side', 'top', 'lines', 'attachments', 'composer', 'panels'];

/**
 * The page before any script runs: its frame and the people, whose names `html` escapes. `assets/main.js` fetches and
 * shows the conversation.
 */
export function shell(
  groupName: string,
  note: string,
  people: readonly LocalPerson[],
  hasDesk: boolean,
): Markup {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6f4f0" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1d1c1a" media="(prefers-color-scheme: dark)" />
        <title>${groupName} · 支部机器人</title>
        <link rel="icon" href="/assets/bot.svg" type="image/svg+xml" />
        ${STYLES.map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        <script type="module" src="/assets/main.js"></script>
      </head>
      <body data-view="list" data-group="${groupName}">
        <div class="app">${side(groupName, note, people, hasDesk)} ${talk()}</div>
        ${peopleSheet()} ${clockPanel()} ${pictureView()}
      </body>
    </html>`;
}

function side(groupName: string, note: string, people: readonly LocalPerson[], hasDesk: boolean): Markup {
  return html`<aside class="side" aria-label="会话与身份">
    <header class="brand">
      <div>
        <h1>支部机器人</h1>
        <p>${note}</p>
      </div>
      ${hasDesk ? html`<a class="to-desk" href="/desk">桌面</a>` : ''} ${clockButton()}
    </header>
    <nav class="chats" aria-label="会话">
      ${chatLink('group', groupName, html`<span class="avatar avatar-group" aria-hidden="true">支</span>`)}
      ${chatLink('private', '机器人', html`<img class="avatar" src="/assets/bot.svg" alt="" />`)}
    </nav>
    <fieldset class="people" id="people">
      <legend>以谁的身份说话</legend>
      <div class="people-list">${withTones(people).map(personChoice)}</div>
    </fieldset>
  </aside>`;
}

function chatLink(chat: 'group' | 'private', name: string, avatar: Markup): Markup {
  return html`<a class="chat-link" href="#${chat}" data-chat="${chat}">
    ${avatar}
    <span class="chat-name">${name}</span>
    <time class="chat-time"></time>
    <span class="chat-preview"></span>
    <span class="dot" role="img" aria-label="有新消息" hidden></span>
  </a>`;
}

function personChoice({ account, name, title, tone }: ReturnType<typeof withTones>[number]): Markup {
  return html`<label class="person">
    <input
      type="radio"
      name="person"
      value="${account}"
      data-name="${name}"
      data-title="${title}"
      data-tone="${tone}"
    />
    <span class="avatar" data-tone="${tone}" aria-hidden="true">${Array.from(name)[0]}</span>
    <span class="person-name">${name}</span>
    <span class="person-title">${title}</span>
    <span class="dot" role="img" aria-label="有新私聊" hidden></span>
  </label>`;
}

function talk(): Markup {
  return html`<main class="talk">
    <header class="top">
      <a class="back icon-button" href="#list" aria-label="返回会话列表"
        ><span class="icon icon-back"></span
      ></a>
      <div class="top-title">
        <h2 id="chat-name"></h2>
        <p id="chat-note"></p>
      </div>
      ${clockButton()}
    </header>
    <p class="notice" id="notice" role="status" hidden></p>
    <div class="lines" id="lines" role="log" aria-live="polite" aria-label="消息" tabindex="0">
      <button type="button" class="older" id="older" hidden>查看更早的消息</button>
      <ol id="line-list"></ol>
    </div>
    <button type="button" class="newest" id="newest" hidden>有新消息 ↓</button>
    <form class="composer" id="composer" aria-label="说话" novalidate>
      <div class="chips" id="chips" role="group" aria-label="常用命令"></div>
      <ul class="previews" id="previews" aria-label="待发送的文件"></ul>
      <p class="alert" id="alert" role="alert" hidden></p>
      <div class="composer-row">
        <button type="button" class="speaker" id="speaker" aria-haspopup="dialog"></button>
        <textarea id="say" rows="1" aria-label="消息" enterkeyhint="send" autocomplete="off"></textarea>
        <div class="composer-tools">
          <label class="icon-button" title="图片">
            <input
              type="file"
              id="pick-pictures"
              class="visually-hidden"
              accept="image/png,image/jpeg,image/gif,image/webp"
              multiple
              aria-label="添加图片"
            />
            <span class="icon icon-picture"></span>
          </label>
          <label class="icon-button" title="文件">
            <input type="file" id="pick-files" class="visually-hidden" multiple aria-label="添加文件" />
            <span class="icon icon-file"></span>
          </label>
        </div>
        <button type="submit" class="send" id="send">发送</button>
      </div>
    </form>
  </main>`;
}

/** The sample's time, in the top bar and, on a phone, above the list of conversations too. */
function clockButton(): Markup {
  return html`<button type="button" class="clock-button" aria-haspopup="dialog">
    <span class="icon icon-clock"></span>
    <span class="visually-hidden">示例时间，点开可推进：</span>
    <time></time>
  </button>`;
}

function peopleSheet(): Markup {
  return html`<dialog class="sheet" id="people-sheet" aria-label="以谁的身份说话">
    <header class="sheet-head">
      <h2>以谁的身份说话</h2>
      <button type="button" class="icon-button" data-close aria-label="关闭">
        <span class="icon icon-close"></span>
      </button>
    </header>
    <div class="people-list" id="people-sheet-list"></div>
  </dialog>`;
}

function clockPanel(): Markup {
  return html`<dialog class="sheet clock-panel" id="clock-panel" aria-labelledby="clock-panel-title">
    <header class="sheet-head">
      <h2 id="clock-panel-title">推进示例时间</h2>
      <button type="button" class="icon-button" data-close aria-label="关闭">
        <span class="icon icon-close"></span>
      </button>
    </header>
    <p class="clock-now" id="clock-now"></p>
    <p class="clock-hint">时间只能向后推进。途中到点的提醒、汇总和公示会照常发出。</p>
    <div class="jumps" id="jumps"></div>
    <form class="clock-form" id="clock-form">
      <label for="clock-to">推进到</label>
      <input type="datetime-local" id="clock-to" required />
      <button type="submit" class="send">推进</button>
    </form>
    <div class="clock-progress" id="clock-progress" role="status" hidden>
      <span class="bar" aria-hidden="true"></span><span>正在推进，到点的事项逐一办理……</span>
    </div>
    <p class="alert" id="clock-alert" role="alert" hidden></p>
  </dialog>`;
}

function pictureView(): Markup {
  return html`<dialog class="picture-view" id="picture-view" aria-label="查看图片">
    <button type="button" class="icon-button" data-close aria-label="关闭">
      <span class="icon icon-close"></span>
    </button>
    <img id="picture-view-image" alt="" />
  </dialog>`;
}
