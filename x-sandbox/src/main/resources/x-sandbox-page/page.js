"use strict";

/* The page of the sandbox. Whatever comes from a message is set as text, never as markup. */

const $ = (id) => document.getElementById(id);
const state = { users: [], brands: [], brand: null, chosen: null, shown: "" };

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Error((json && json.detail) || `The sandbox answered ${response.status}.`);
  }
  return json;
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function avatar(user) {
  const made = element("span", `avatar t${Number(BigInt(user.id) % 6n)}`, user.username.slice(0, 1).toUpperCase());
  made.setAttribute("aria-hidden", "true");
  return made;
}

function note(user) {
  if (user.suspended) return "suspended";
  if (user.blocks_brand) return "blocks the brand";
  const dms = { everyone: "DMs open", verified: "DMs from verified", nobody: "DMs from no one else" }[user.dm_setting];
  return user.follows_brand ? `follows the brand · ${dms}` : dms;
}

function time(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

function moment(millis) {
  const clock = time(new Date(millis).toISOString());
  return millis - Date.now() > 12 * 3600 * 1000 ? `tomorrow, ${clock}` : clock;
}

function showPeople() {
  const list = $("people");
  list.replaceChildren(...state.users.map((user) => {
    const button = element("button", "person");
    button.type = "button";
    button.dataset.id = user.id;
    button.setAttribute("aria-current", String(user.id === state.chosen));
    const name = element("span", "name");
    name.append(element("span", "", user.username), element("span", "note", note(user)));
    button.append(avatar(user), name);
    const item = element("li");
    item.append(button);
    return item;
  }));
}

function showBrands() {
  $("brand-choice").hidden = state.brands.length < 2;
  const known = state.brands.map((brand) => brand.id).join();
  if ($("brand").dataset.known === known) return;
  $("brand").dataset.known = known;
  $("brand").replaceChildren(...state.brands.map((brand) => {
    const option = element("option", "", `@${brand.username}`);
    option.value = brand.id;
    return option;
  }));
  $("brand").value = state.brand;
}

function showChosen(user, brand) {
  $("phone-title").textContent = `@${user.username}`;
  $("state").textContent = note(user).replace("the brand", `@${brand.username}`);
  $("avatar").replaceChildren(...avatar(user).childNodes);
  $("avatar").className = avatar(user).className;
  const follow = $("follow");
  follow.textContent = user.follows_brand ? "Following" : "Follow";
  follow.setAttribute("aria-pressed", String(user.follows_brand));
  follow.setAttribute("aria-label", `${user.follows_brand ? "Unfollow" : "Follow"} @${brand.username}`);
  follow.disabled = user.suspended || user.blocks_brand;
  const block = $("block");
  block.textContent = user.blocks_brand ? "Blocked" : "Block";
  block.setAttribute("aria-pressed", String(user.blocks_brand));
  block.setAttribute("aria-label", `${user.blocks_brand ? "Unblock" : "Block"} @${brand.username}`);
  block.disabled = user.suspended;
  $("text").disabled = user.suspended;
  $("text").placeholder = user.suspended ? "This account is suspended" : `Message @${brand.username}`;
}

function bubble(message) {
  const item = element("li", message.mine ? "bubble mine" : "bubble");
  if (!message.mine && !message.read) item.classList.add("fresh");
  item.append(element("p", "", message.text));
  const where = message.folder === "requests" && !message.mine ? " · message request" : "";
  const seen = message.mine ? "" : message.read ? " · read" : " · new";
  item.append(element("small", "", `${message.mine ? "You" : "@" + message.from}, ${time(message.created_at)}${where}${seen}`));
  return item;
}

function showMessages(messages, brand) {
  const shown = JSON.stringify(messages.map((message) => [message.id, message.read, message.folder]));
  if (shown === state.shown) return;
  state.shown = shown;
  const list = $("messages");
  if (messages.length === 0) {
    const empty = element("li", "empty");
    empty.append(element("strong", "", "No messages yet"));
    empty.append(document.createTextNode(`What @${brand.username} sends appears here at once.`));
    list.replaceChildren(empty);
  } else {
    list.replaceChildren(...messages.slice().reverse().map(bubble));
    list.scrollTop = list.scrollHeight;
  }
  $("read").disabled = !messages.some((message) => !message.mine && !message.read);
}

const LABELS = { dm_15min: "15 minutes", dm_24h: "24 hours", dm_24h_app: "24 hours, app",
  v1_dm_15min: "15 minutes, v1.1", v1_dm_24h: "24 hours, v1.1", v1_dm_24h_app: "24 hours, app, v1.1" };

function showBudget(budget) {
  $("budget").replaceChildren(...budget.map((usage) => {
    const item = element("li");
    const row = element("div", "row");
    const until = usage.resets_at ? ` until ${moment(usage.resets_at)}` : "";
    row.append(element("span", "", LABELS[usage.name]));
    row.append(element("span", "", usage.limit ? `${usage.used} of ${usage.limit}${until}` : "no limit"));
    item.append(row);
    if (usage.limit) {
      const meter = element("meter");
      Object.assign(meter, { max: usage.limit, low: usage.limit * 0.7, high: usage.limit * 0.95, optimum: 0, value: usage.used });
      meter.setAttribute("aria-label", `DMs used, ${LABELS[usage.name]}`);
      item.append(meter);
    }
    return item;
  }));
}

function showCounts(stats) {
  const refused = Object.values(stats.rejected).reduce((sum, count) => sum + count, 0);
  const counts = [["DMs accepted", stats.dms], ["Calls refused", refused],
    ["Webhooks delivered", stats.webhooks.delivered], ["Webhooks failed", stats.webhooks.failed]];
  $("counts").replaceChildren(...counts.map(([name, count]) => {
    const pair = element("div");
    pair.append(element("dt", "", name), element("dd", "", count.toLocaleString()));
    return pair;
  }));
}

const MOODS = { delivered: "good", waiting: "warn", retrying: "warn", failed: "bad", lost: "bad", forged: "bad" };

function showDeliveries(webhooks, deliveries) {
  $("hooks").replaceChildren(...(webhooks.length
    ? webhooks.map((hook) => element("li", "", `${hook.valid ? "●" : "○"} ${hook.url}${hook.valid ? "" : " (switched off)"}`))
    : [element("li", "", "No webhook yet: POST /2/webhooks registers one.")]));
  $("deliveries").replaceChildren(...deliveries.map((delivery) => {
    const item = element("li");
    item.append(element("span", "type", delivery.type));
    const answer = delivery.answer ? ` ${delivery.answer}` : "";
    const tries = delivery.attempts > 1 ? ` ×${delivery.attempts}` : "";
    item.append(element("span", `chip ${MOODS[delivery.status] || ""}`, delivery.status + answer + tries));
    item.append(element("time", "", time(delivery.created_at)));
    return item;
  }));
}

let looking = false;
let again = false;

async function look() {
  if (looking) { again = true; return; }
  looking = true;
  try {
    const prefix = encodeURIComponent($("search").value.trim().replace(/^@/, ""));
    state.brands = await call("GET", "/sandbox/brands");
    if (!state.brands.some((brand) => brand.id === state.brand)) state.brand = state.brands[0].id;
    showBrands();
    const brand = state.brands.find((known) => known.id === state.brand);
    const found = await call("GET", `/sandbox/users?limit=100&prefix=${prefix}&brand=${brand.id}`);
    state.users = found.filter((user) => !user.brand);
    if (!state.chosen && state.users.length) state.chosen = state.users[0].id;
    showPeople();
    if (state.chosen) {
      const id = encodeURIComponent(state.chosen);
      const [user, messages] = await Promise.all([
        call("GET", `/sandbox/users/${id}?brand=${brand.id}`),
        call("GET", `/sandbox/users/${id}/conversation?limit=200&brand=${brand.id}`)]);
      showChosen(user, brand);
      showMessages(messages, brand);
    }
    const [budget, stats, webhooks, deliveries] = await Promise.all(
      [`budget?brand=${brand.id}`, "stats", "webhooks", "deliveries?limit=40"].map((path) => call("GET", `/sandbox/${path}`)));
    showBudget(budget);
    showCounts(stats);
    showDeliveries(webhooks, deliveries);
  } catch (problem) {
    state.chosen = state.users.some((user) => user.id === state.chosen) ? state.chosen : null;
  } finally {
    looking = false;
    if (again) { again = false; look(); }
  }
}

async function act(work) {
  $("problem").textContent = "";
  try {
    await work();
  } catch (problem) {
    $("problem").textContent = problem.message;
  }
  await look();
}

const mine = (deed) => `/sandbox/users/${encodeURIComponent(state.chosen)}/${deed}?brand=${state.brand}`;

$("people").addEventListener("click", (event) => {
  const button = event.target.closest(".person");
  if (!button) return;
  state.chosen = button.dataset.id;
  state.shown = "";
  $("problem").textContent = "";
  look();
});

$("search").addEventListener("input", look);

$("newcomer").addEventListener("submit", (event) => {
  event.preventDefault();
  act(async () => {
    const user = await call("POST", "/sandbox/users", { username: $("handle").value.trim() });
    $("handle").value = "";
    $("search").value = "";
    state.chosen = user.id;
    state.shown = "";
  });
});

$("follow").addEventListener("click", () =>
  act(() => call("POST", mine($("follow").getAttribute("aria-pressed") === "true" ? "unfollow" : "follow"))));

$("block").addEventListener("click", () =>
  act(() => call("POST", mine($("block").getAttribute("aria-pressed") === "true" ? "unblock" : "block"))));

$("brand").addEventListener("change", () => {
  state.brand = $("brand").value;
  state.shown = "";
  look();
});

$("read").addEventListener("click", () => act(() => call("POST", mine("read"))));

$("write").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  act(async () => {
    await call("POST", mine("dms"), { text });
    $("text").value = "";
  });
});

function listen() {
  const changes = new EventSource("/sandbox/changes");
  const live = (on) => {
    $("live").textContent = on ? "live" : "reconnecting …";
    $("live").classList.toggle("on", on);
  };
  changes.addEventListener("open", () => live(true));
  changes.addEventListener("change", look);
  changes.addEventListener("error", () => live(false));
}

listen();
look();
setInterval(look, 4000);
