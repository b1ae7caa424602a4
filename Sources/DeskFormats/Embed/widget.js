// The chat of a deskctl desk, as a web page carries it: `deskctl.chat(config)` shows its button.
// It is one file without a build. It writes texts as text nodes alone, so that nothing that anybody
// writes can become markup, and it needs no style attribute, so that strict policies hold.
(() => {
  "use strict";
  // A page may carry the snippet twice: the first is in charge. An element of that name is not it.
  if (typeof window.deskctl?.chat === "function") return;

  const words = {
    en: {
      title: "Chat with us", open: "Open chat", close: "Close chat", unread: "new messages:",
      online: "Online now", offline: "Offline now", opens: "opens",
      log: "Messages", you: "You",
      name: "Name", email: "E-mail", text: "Message", hint: "Write here",
      begin: "Start conversation", send: "Send",
      tooLong: "This text is too long: at most 4096 characters.",
      refused: "This could not be sent.",
      sending: "Sending…", news: "New message from",
      down: "No connection. Trying again…",
      kept: "No connection. Your message is kept and will be sent.",
      end: "End", sure: "End now?",
      over: "The conversation is over.", again: "New conversation", ticket: "Ticket",
    },
    pt: {
      title: "Fale conosco", open: "Abrir o chat", close: "Fechar o chat",
      unread: "mensagens novas:",
      online: "Online agora", offline: "Offline no momento", opens: "abre",
      log: "Mensagens", you: "Você",
      name: "Nome", email: "E-mail", text: "Mensagem", hint: "Escreva aqui",
      begin: "Iniciar conversa", send: "Enviar",
      tooLong: "O texto é longo demais: o máximo são 4096 caracteres.",
      refused: "Não foi possível enviar.",
      sending: "Enviando…", news: "Nova mensagem de",
      down: "Sem conexão. Tentando de novo…",
      kept: "Sem conexão. Sua mensagem está guardada e será enviada.",
      end: "Encerrar", sure: "Encerrar já?",
      over: "A conversa foi encerrada.", again: "Nova conversa", ticket: "Chamado",
    },
  };

  // Sizes are in em of the reader's own font size: `all: initial` leaves the page's sizes outside.
  // What stands on the font's colour is written in the background's: the same contrast.
  const style = `
:host { --line: color-mix(in srgb, var(--font) 70%, var(--background)) }
:host { all: initial !important; position: fixed !important; z-index: 2147483000 !important;
  inset-block-end: 1em !important; inset-inline-end: 1em !important;
  font: medium/1.45 system-ui, sans-serif !important; color: var(--font) !important }
* { box-sizing: border-box; margin: 0; font: inherit; color: inherit; scrollbar-width: thin;
  scrollbar-color: var(--line) transparent }
[hidden], #note:empty, #count:empty, #more:empty { display: none !important }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap }
svg { inline-size: 1.5em; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; display: block }
button { cursor: pointer; background: none; border: 1px solid transparent; border-radius: .5em;
  padding: .5em .75em; min-block-size: 2.75em }
button, p { unicode-bidi: plaintext }
.main, .visitor p { background: var(--font); color: var(--background) }
.main { font-weight: 600; padding-inline: 1em }
:focus-visible { outline: 2px solid var(--font); outline-offset: 2px }
header :focus-visible { outline-offset: -3px }
#launch { display: grid; place-items: center; inline-size: 3.5em; block-size: 3.5em; padding: 0;
  border: 2px solid var(--border); border-radius: 50%; background: var(--background);
  box-shadow: 0 0 0 1px var(--background), 0 4px 16px rgb(0 0 0 / .3) }
#launch svg { inline-size: 1.8em }
#count { position: absolute; inset-block-start: -.4em; inset-inline-end: -.4em;
  min-inline-size: 1.7em; padding-inline: .4em; border-radius: 1em; font-size: .8em;
  font-weight: 600; background: var(--welcome); color: var(--font);
  border: 1px solid var(--font) }
#panel { position: fixed; inset-block-end: 1em; inset-inline-end: 1em; inline-size: 23.5em;
  block-size: min(38em, 100dvh - 2em); display: flex; flex-direction: column; overflow: hidden;
  border: 1px solid var(--border); border-radius: 1em; background: var(--background);
  box-shadow: 0 4px 16px rgb(0 0 0 / .3) }
#panel.new { block-size: auto; max-block-size: calc(100dvh - 2em) }
header { display: flex; align-items: center; padding-block: .7em; padding-inline: 1.1em .5em;
  border-block-end: 1px solid var(--border) }
header div { flex: 1; min-inline-size: 0; line-height: 1.3 }
h2 { font-weight: 600 }
header div div, header button { font-size: .8125em }
#presence::before { content: "○ " / "" }
#presence.online::before { content: "● " / "" }
header button { border-color: var(--line) }
header button + button { border-color: transparent }
main { flex: 1; min-block-size: 0; overflow-y: auto; display: flex; flex-direction: column }
#log { flex: 1 1 0; min-block-size: 7em; overflow-y: auto; padding: 1em; display: flex;
  flex-direction: column; gap: .75em; outline-offset: -3px; overflow-wrap: anywhere }
.new #log { flex: none; min-block-size: 0; padding-block-end: .25em }
#log div { max-inline-size: 85%; align-self: flex-start }
#log .visitor { align-self: flex-end; text-align: end }
p { padding: .55em .85em; border: 1px solid transparent; border-radius: 1em;
  border-end-start-radius: .25em; background: var(--welcome); font-size: .9375em;
  text-align: start; white-space: pre-wrap }
.visitor p { border-end-start-radius: 1em; border-end-end-radius: .25em }
.offline p { background: var(--offline) }
.closing p { background: var(--closing) }
small { display: block; font-size: .75em; padding: .15em .4em }
#note, #over, form { padding: .75em 1em; border-block-start: 1px solid var(--border) }
#note, form div { font-size: .875em }
#over, form, label, #more { display: grid; gap: .8em }
.talk #more { grid-column: 1/-1 }
.new form { padding-block-end: 1em; border: 0 }
.talk form { grid-template-columns: 1fr auto; align-items: end; gap: .5em; padding: .75em }
label { gap: .3em; font-weight: 600 }
input, textarea, select { inline-size: 100%; padding: .5em .7em; border: 1px solid var(--line);
  border-radius: .5em; background: var(--background); font-size: 1.1429em; font-weight: 400 }
input:focus-visible, textarea:focus-visible { outline-offset: -1px }
[aria-invalid=true] { border-width: 2px }
[id$=error]:not(:empty) { display: block; margin-block-start: .35em; font-weight: 600 }
[id$=error]:not(:empty)::before { content: "⚠ " }
textarea { display: block; resize: none; min-block-size: 2.6em; max-block-size: 9em;
  field-sizing: content }
::placeholder { color: var(--line); opacity: 1 }
.new textarea { min-block-size: 4.6em }
@media (max-width: 30em), (max-height: 34em) {
  #panel, #panel.new { inset-block: 0; inset-inline-end: 0; block-size: auto;
    max-block-size: none; border-radius: 0 } }
@media (max-width: 30em) { #panel { inline-size: 100vw; border: 0 } }
@media (prefers-reduced-motion: no-preference) { #panel { animation: rise .2s }
  @keyframes rise { from { opacity: 0 } } }
@media (forced-colors: active) { #launch, header, p, button { border: 1px solid } }
@media print { :host { display: none !important } }`;

  const maker = (space) => (tag, attributes = {}, ...children) => {
    const node = document.createElementNS("http://www.w3.org/" + space, tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    node.append(...children);
    return node;
  };
  const make = maker("1999/xhtml"), draw = maker("2000/svg");

  const icon = (d) =>
    draw("svg", { viewBox: "0 0 24 24", "aria-hidden": true }, draw("path", { d }));

  // 128 bits that nobody guesses: the visitor's token, and the name of a message.
  const random = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, "0")).join("");

  // What outlives a reload. Where a browser refuses to keep it, the chat lives as long as its page.
  const shelf = (key) => ({
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(key));
        return /^[0-9a-f]{32}$/.test(kept.token) && Array.isArray(kept.queue) ? kept : null;
      } catch { return null; }
    },
    write(session) {
      try {
        if (session) localStorage.setItem(key, JSON.stringify(session));
        else localStorage.removeItem(key);
      } catch {}
    },
  });

  // One request. What was not taken for good is thrown as `refused`; all else may be asked again.
  async function ask(url, body) {
    const answer = await fetch(url, {
      method: body ? "POST" : "GET", cache: "no-store", signal: AbortSignal.timeout(15000),
      ...body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) },
    });
    if (answer.ok) return answer.json();
    const { status } = answer;
    throw {
      refused: /4(?!08|29)../.test(status),
      // Who is too fast is told how long to wait.
      rest: status === 429 && answer.headers.get("Retry-After") * 1000,
      word: (await answer.json().catch(() => null))?.error,
    };
  }

  const anchor = (href, label) =>
    make("a", { href, target: "_blank", rel: "noopener noreferrer" }, label);
  // A ticket's page: of a desk on the web, or of one that is tried on this machine.
  const safe = /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$))/;
  const secure = /(https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/;
  // Text in pieces: what begins with https:// is a link, and nothing else becomes one.
  const linked = (text) =>
    text.split(secure).map((part, place) => place % 2 ? anchor(part, part) : part);

  // Colours go through the browser's own model of styles: a text cannot leave its declaration.
  function sheet(config) {
    const made = new CSSStyleSheet();
    made.replaceSync(style);
    for (const part of ["font", "background", "border", "welcome", "offline", "closing"]) {
      made.cssRules[0].style.setProperty("--" + part, config[part].color || config[part]);
    }
    return made;
  }

  // The elements of the chat. It knows nothing of the desk: it shows, and calls `on` when the
  // visitor does something.
  function screen(config, on) {
    const say = words[/^pt/i.test(config.lang) ? "pt" : "en"];
    const host = make("deskctl-chat", { lang: config.lang });
    const root = host.attachShadow({ mode: "open" });
    const button = (attributes, ...rest) =>
      make("button", { type: "button", ...attributes }, ...rest);
    const field = (id, tag, attributes, words = say[id]) => {
      const error = make("span", { id: id + "-error" });
      const label = make("span", {}, words);
      const input = make(tag, { id, name: id, "aria-describedby": error.id, ...attributes });
      const row = make("div", {}, make("label", {}, label, input), error);
      return { input, label, error, row };
    };
    const required = "";
    const fields = {
      name: field("name", "input", { autocomplete: "name", maxlength: 100, required }),
      email: field("email", "input", {
        type: "email", autocomplete: "email", maxlength: 254, dir: "ltr", required }),
      text: field("text", "textarea", { rows: 1, dir: "auto" }),
    };
    const { name, email, text } = fields;
    const send = make("button", { class: "main" });
    const more = make("section", { id: "more" });
    const form = make("form", { novalidate: "" }, name.row, email.row, more, text.row, send);
    const log = make("div", { id: "log", role: "log", tabindex: 0, "aria-label": say.log });
    const note = make("div", { id: "note", role: "status" });
    const presence = make("div", { id: "presence" });
    const end = button();
    const close = button({ "aria-label": say.close }, icon("M6 6l12 12M18 6L6 18"));
    const again = button({ class: "main" }, say.again);
    const over = make("div", { id: "over" }, say.over, again);
    const title = make("h2", {}, say.title);
    const panel = make("section", { id: "panel", role: "dialog", "aria-label": say.title },
      make("header", {}, make("div", {}, title, presence), end, close),
      make("main", {}, log, note, over, form));
    const count = make("span", { id: "count" });
    const launch = button({ id: "launch", "aria-haspopup": "dialog" },
      icon("M21 12a8 8 0 0 1-8 8H4l2-3.5A8 8 0 1 1 21 12zM9 12h.01M13 12h.01M17 12h.01"), count);
    const news = make("div", { class: "unseen", role: "status" });
    const bubbles = new Map();
    let mode, menu, extras = [], isForm;

    panel.hidden = true;
    root.append(launch, panel, news);
    root.adoptedStyleSheets = [sheet(config)];

    // Says what is wrong with what was typed, at its field.
    function fail({ input, error }, message) {
      error.textContent = message;
      input.setAttribute("aria-invalid", !!message);
      return message;
    }

    form.onsubmit = (event) => {
      event.preventDefault();
      const [person, address, typed] = [name, email, text].map((one) => one.input.value.trim());
      const shown = extras.filter(({ row }) => !row.hidden);
      // The browser has its own words for what is missing or is no e-mail. The desk counts code
      // points, as this does.
      text.input.setCustomValidity([...typed].length > 4096 ? say.tooLong : "");
      const faults = [...mode === "new" ? [name, email] : [], ...shown, text].filter(
        (row) => fail(row, row.input.validationMessage));
      if (faults[0]) return faults[0].input.focus();
      const said = shown.map(({ input }) => input.selectedOptions?.[0].text || input.value);
      const body = typed || said.filter(Boolean).join("\n") || isForm && "…";
      if (!body) return;
      text.input.value = "";
      const given = Object.fromEntries(shown.map(({ input }) => [input.id, input.value]));
      on.say(body, person, address, { ...given, form: isForm });
      text.input.focus();
    };
    text.input.onkeydown = (event) => {
      // Return ends a word of an input method, too; in the form it begins a line.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || mode === "new") return;
      event.preventDefault();
      form.requestSubmit();
    };
    panel.onkeydown = (event) => {
      if (event.key === "Escape" && !event.isComposing) shut();
    };
    launch.onclick = () => open(true);
    close.onclick = shut;
    // Asked once more, on the same button: it ends for good.
    end.onclick = () => {
      if (end.textContent === say.end) end.textContent = say.sure;
      else on.end();
    };
    end.onblur = () => { end.textContent = say.end; };
    again.onclick = () => {
      on.again();
      name.input.focus();
    };

    function open(byVisitor) {
      panel.hidden = false;
      launch.hidden = true;
      log.scrollTop = log.scrollHeight;
      // A page that comes back with its panel open keeps the focus where it is.
      if (byVisitor) ({ new: name.input, talk: text.input, over: again })[mode].focus();
      on.open(byVisitor);
    }

    function shut() {
      panel.hidden = true;
      launch.hidden = false;
      launch.focus();
      on.shut();
    }

    function stamp(at, day) {
      const date = new Date(at);
      if (isNaN(date)) return "";
      const time =
        date.toLocaleTimeString(config.lang, { hour: "2-digit", minute: "2-digit", ...day });
      return make("time", { datetime: at, dir: "auto" }, time);
    }

    return {
      host, open,
      get isOpen() { return !panel.hidden; },
      attach() {
        if (!document.body || host.parentNode === document.body) return;
        document.body.append(host);
        log.scrollTop = log.scrollHeight;
      },
      // "new" asks for name, e-mail and message, "talk" for a message, "over" for nothing.
      mode(next) {
        const hadFocus = root.activeElement;
        const isNew = next === "new";
        mode = panel.className = next;
        name.row.hidden = email.row.hidden = !isNew;
        text.input.required = isNew;
        text.label.className = isNew ? "" : "unseen";
        text.input.placeholder = isNew ? "" : say.hint;
        send.textContent = isNew ? say.begin : say.send;
        form.hidden = next === "over";
        over.hidden = !form.hidden;
        end.hidden = next !== "talk";
        end.textContent = say.end;
        log.scrollTop = log.scrollHeight;
        if (hadFocus && !hadFocus.offsetParent) (form.hidden ? again : text.input).focus();
      },
      // What the webchat asks besides: a subject to pick, and the fields of its form.
      menu({ subjects = [], label, form = [], ask }) {
        const next = JSON.stringify([subjects, form, ask]);
        if (next === menu) return;
        menu = next;
        const own = form.map((one) =>
          field(one.id, "input", { maxlength: 200, ...one.required && { required } }, one.label));
        const pick = (id) => {
          // What is undefined is not sent.
          isForm = ask === "form" || subjects.some((one) => one.id === id && one.form) || undefined;
          for (const { row } of own) row.hidden = !isForm;
        };
        pick();
        extras = own;
        if (subjects[0] && ask !== "form") {
          const subject = field("subject", "select", { required }, label);
          subject.input.append(make("option", { value: "" }),
            ...subjects.map(({ id, name }) => make("option", { value: id }, name)));
          subject.input.onchange = () => pick(subject.input.value);
          extras = [subject, ...own];
        }
        more.replaceChildren(...extras.map(({ row }) => row));
      },
      presence(isOnline, opensAt, ticket, link) {
        presence.className = isOnline ? "online" : "";
        presence.replaceChildren(isOnline ? say.online : say.offline);
        if (opensAt) {
          const day = { weekday: "short", day: "numeric", month: "short" };
          presence.append(` · ${say.opens} `, stamp(opensAt, day));
        }
        if (!ticket) return;
        const label = `${say.ticket} ${ticket}`;
        presence.append(" · ", safe.test(link) ? anchor(link, label) : label);
      },
      clear() {
        log.replaceChildren();
        bubbles.clear();
      },
      // What is shown while it is quiet was there before: a reload does not read it all out.
      quiet(isQuiet) {
        const live = isQuiet ? "off" : "polite";
        setTimeout(() => log.setAttribute("aria-live", live), isQuiet ? 0 : 999);
      },
      // Shows a message once, in the place of its number; what is not sent yet stands last. True
      // where it was not known.
      show({ key, number = Infinity, from, name: sender, body, at }) {
        const known = bubbles.get(key);
        const detail = number < Infinity ? stamp(at) : say.sending;
        if (known) {
          known.number = number;
          known.lastChild.replaceChildren(detail);
          return false;
        }
        const isOwn = from === "visitor";
        const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
        const bubble = make("div", { class: from },
          make("small", { class: from === "agent" ? "" : "unseen" },
            make("bdi", {}, isOwn ? say.you : sender || say.title)),
          make("p", {}, ...isOwn ? [body] : linked(body)),
          make("small", {}, detail));
        bubble.number = number;
        bubbles.set(key, bubble);
        log.insertBefore(bubble, [...log.children].find((one) => one.number > number) || null);
        if (isOwn || isAtEnd) log.scrollTop = log.scrollHeight;
        return true;
      },
      drop(key) {
        bubbles.get(key)?.remove();
        bubbles.delete(key);
      },
      // The same word twice is told once.
      note(word) {
        const message = say[word] || "";
        if (note.textContent !== message) note.textContent = message;
      },
      unread(number, sender) {
        count.textContent = number || "";
        const more = number ? `, ${say.unread} ${number}` : "";
        launch.setAttribute("aria-label", say.open + more);
        if (sender || !number) news.textContent = number ? `${say.news} ${sender}` : "";
      },
      // What could not be sent goes back to where it was written.
      giveBack(typed, part) {
        text.input.value = [typed, text.input.value].filter(Boolean).join("\n");
        const refused = fields[part] || text;
        if (!/token|closed/.test(part)) fail(refused, say.refused);
        if (!panel.hidden) refused.input.focus();
      },
      fill(person, address) {
        name.input.value = person;
        email.input.value = address;
      },
    };
  }

  let isRunning = false;

  function chat(config) {
    if (isRunning) return;
    isRunning = true;
    const base = new URL(config.endpoint, location.href).href;
    const key = "deskctl-chat:" + config.channel;
    const kept = shelf(key);
    let session = kept.read();
    // The highest number that polls have brought, what was sent and has no answer yet, and the
    // numbers of what others wrote.
    let since, sending, theirs;
    let failures = 0, isBusy = false, timer;

    const view = screen(config, {
      say,
      end() { change((one) => { one.ending = true; }); turn(); },
      again: begin,
      open(byVisitor) {
        if (session) { change((one) => { one.open = true; }); count(); }
        else if (byVisitor) greet();
      },
      shut() { if (session) change((one) => { one.open = false; }); },
    });

    // Another tab may have written meanwhile: what changes is changed there, the rest is left.
    function change(edit) {
      edit(session);
      const other = kept.read();
      if (other?.token === session.token) edit(other);
      kept.write(other?.token === session.token ? other : session);
    }

    // Shows the session that is there now, or the form where there is none.
    function adopt() {
      since = failures = 0;
      theirs = [];
      view.clear();
      view.mode(session ? "talk" : "new");
      view.note();
      view.unread(0);
      if (!session) return;
      view.menu({});
      view.quiet(true);
      view.fill(session.name, session.email);
      session.queue.forEach(showOwn);
      turn();
    }

    function begin() {
      session = null;
      kept.write(null);
      adopt();
      greet();
    }

    // What the snippet says first; that somebody is there, and all later texts, the desk says.
    async function greet() {
      const answer = await ask(`${base}/state?channel=${config.channel}`).catch(() => ({}));
      const { state, opensAt } = answer;
      const kind = state === "online" ? "welcome" : "offline";
      if (state && !session) {
        view.menu(answer);
        view.presence(state === "online", opensAt);
        view.drop("greeting");
        const body = config[kind].text;
        if (body) view.show({ key: "greeting", number: 0, from: kind, body });
      }
      return state;
    }

    const showOwn = (one) => view.show({ key: one.id, from: "visitor", body: one.text });

    function say(body, name, email, given) {
      const one = { id: random(), text: body, ...given };
      // Another tab may have begun a moment ago, and its event be still on its way.
      if (!session && (session = kept.read())) adopt();
      if (session) change((now) => { now.queue.push(one); });
      else {
        const page = location.href.split(/[?#]/)[0].slice(0, 1000);
        session = { token: random(), name, email, page, queue: [one], seen: 0, open: true };
        kept.write(session);
        adopt();
        view.quiet(false);
      }
      showOwn(one);
      turn();
    }

    const post = (verb, body) => ask(`${base}/${verb}`, { token: session.token, ...body });

    // Sends what waits, in its order, or else asks for what is new.
    async function exchange(mine) {
      let answer;
      while (mine === session && (sending = mine.queue[0])) {
        const { name, email, page } = mine;
        answer = mine.started ? await post("say", sending)
          : await post("start", { channel: config.channel, name, email, page, ...sending });
        take(answer, mine, (one) => {
          one.started = true;
          forget(one, [sending]);
        });
      }
      if (mine.ending) {
        answer = await post("end", {});
        take(answer, mine, (one) => { delete one.ending; });
      } else if (!answer) {
        answer = await post("poll", { since });
        take(answer, mine);
        // Only this answer is sure to hold all that is new.
        if (mine === session) since = Math.max(since, ...answer.messages.map((one) => one.n));
      }
      return answer.state === "closed" ? 0 : answer.next > 0 ? answer.next : 10;
    }

    // Shows an answer; one to a session that was left meanwhile is let go.
    function take(answer, mine, edit) {
      if (mine !== session) return;
      if (edit) change(edit);
      const { state, presence, opensAt, messages, ticket, ticketLink } = answer;
      view.menu(answer.ask ? answer : {});
      let sender;
      for (const { n, from, kind = from, id, name, text, at } of messages) {
        const key = from === "visitor" && id || n;
        const isNew = view.show({ key, number: n, from: kind, name, body: String(text), at });
        if (!isNew || from === "visitor") continue;
        theirs.push(n);
        if (n > mine.seen) sender = name || config.channel;
      }
      if (state === "closed") view.mode("over");
      view.presence(presence === "online", opensAt, ticket, ticketLink);
      view.quiet(false);
      count(sender);
    }

    // What was written while the panel was shut is told once, and counted at the button.
    function count(sender) {
      const last = Math.max(0, ...theirs);
      if (view.isOpen && last > session.seen) change((one) => { one.seen = last; });
      view.unread(theirs.filter((n) => n > session.seen).length, sender);
    }

    // One request at a time; a failure makes the pause longer, up to a minute.
    async function turn() {
      clearTimeout(timer);
      if (isBusy || !session) return;
      isBusy = true;
      const mine = session;
      let pause = 0;
      try {
        pause = await exchange(mine);
        failures = 0;
        view.note();
      } catch (problem) {
        if (mine === session) pause = await recover(problem);
      }
      isBusy = false;
      // What came meanwhile: a message, or the wish to end.
      const more = session?.queue[0] || session?.ending;
      if (session !== mine || more && !failures) return turn();
      // A tab that nobody sees asks nothing; it does when it is seen again.
      if (!pause || document.hidden && !more) return;
      timer = setTimeout(turn, pause * 1000);
    }

    const forget = (one, sent) => {
      one.queue = one.queue.filter(({ id }) => !sent.some((other) => other.id === id));
    };

    // The pause after which to try again. What the desk does not take goes back to the visitor,
    // with all that waits behind it; a session that has ended is asked for its last texts.
    async function recover({ word, refused, rest }) {
      const isLost = word === "token", { queue } = session;
      if (isLost || refused && sending) {
        change((one) => forget(one, queue));
        queue.forEach(({ id }) => view.drop(id));
        if (isLost || !session.started) begin();
        view.giveBack(queue.map((one) => one.text).join("\n"), word);
        if (isLost) view.note("over");
        return .1;
      }
      if (rest) {
        view.note();
        // Nothing is sent meanwhile: this turn is not over.
        await new Promise((go) => setTimeout(go, rest));
        return .1;
      }
      failures += 1;
      if (sending || failures > 1) view.note(sending ? "kept" : "down");
      return Math.min(2 ** (failures - 1), 60) * (1 + Math.random() / 4);
    }

    const observer = new MutationObserver(stay);

    // In the page, and again where a script replaced the page around it.
    function stay() {
      view.attach();
      for (const place of [document, document.documentElement, document.body]) {
        if (place) observer.observe(place, { childList: true });
      }
    }

    addEventListener("storage", (event) => {
      const other = kept.read();
      if (event.key !== key || other?.token === session?.token) return;
      session = other;
      adopt();
    });
    addEventListener("online", turn);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) turn(); });

    adopt();
    if (session) stay();
    if (session?.open && matchMedia("(min-width: 30em)").matches) view.open(false);
    greet().then((state) => {
      if (state !== "off") return stay();
      observer.disconnect();
      view.host.remove();
    });
  }

  window.deskctl = { chat };
})();
