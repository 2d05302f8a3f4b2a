// Joins document and cards: the current finding, filters and keys. All of it happens here, without the server.

const remembered = new Map(); // report id -> what the reader chose; lives as long as the browser page
const mounted = new WeakMap(); // root element -> the viewer drawn in it
const PAUSE_OF_SCROLLING = 100; // milliseconds
const WIDE = 1480; // pixels: room for outline, document and cards side by side

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".viewer");
  fitHeight(root);
  root.dataset.theme = isDark(root) ? "dark" : "light";
  const before = mounted.get(root);
  const drawn = JSON.stringify([data.id, data.open, data.finding]); // the same again: what the reader does now must stay
  const send = (name, value) => setTriggerValue(name, value);
  if (before?.drawn === drawn) {
    before.viewer.send = send;
    return before.close;
  }
  before?.close();
  const viewer = openViewer(root, data);
  viewer.send = send;
  mounted.set(root, { drawn, close: viewer.close, viewer });
  return viewer.close;
}

// The columns fill the window below whatever stands above them.
function fitHeight(root) {
  const page = root.getRootNode().host?.closest("[data-testid='stMain']");
  const above = root.querySelector(".columns").getBoundingClientRect().top + (page?.scrollTop ?? 0);
  root.style.setProperty("--above", `${Math.round(above)}px`);
}

function openViewer(root, data) {
  root.classList.toggle("reading-only", Boolean(data.reading));
  const find = (selector) => root.querySelector(selector);
  for (const selector of [".paper", ".cards", ".tiers", ".category select"]) find(selector).replaceChildren();
  find(".sought input").value = "";
  const drawing = drawDocument(find(".paper"), data);
  const choice = remembered.get(data.id) ?? { current: null, tier: "", category: "", verdict: "", tab: "side", outline: root.clientWidth >= WIDE };
  remembered.set(data.id, choice);
  const viewer = { root, find, data, choice, ...drawing, cards: drawCards(find(".cards"), data), decisions: {} };
  viewer.outline = drawOutline(find(".outline ul"), data);
  search(viewer, "");
  showOutline(viewer, choice.outline);
  drawNotes(find(".notes"), data.notes, "Lưu ý khi đọc tệp");
  drawHeldDown(find(".held"), data.suppressed);
  drawSexes(find(".sexes"), data.tables);
  drawChecklist(find(".checklist"), data.checklist);
  drawTabs(viewer);
  viewer.close = listen(viewer);
  filter(viewer);
  fitHeight(root);
  if (choice.current !== null) select(viewer, choice.current, choice.tab);
  if (Number.isInteger(data.open)) showBlock(viewer, data.open);
  if (Number.isInteger(data.finding)) select(viewer, data.finding);
  tell("viewer", viewer); // the bar of decisions answers with what holds
  return viewer;
}

function listen(viewer) {
  const stop = new AbortController();
  const on = (target, event, handle) => target.addEventListener(event, handle, { signal: stop.signal });
  on(window, "resize", () => fitHeight(viewer.root));
  on(document, "keydown", (event) => onKey(viewer, event));
  on(viewer.find(".paper"), "click", (event) => onMark(viewer, event.target.closest("mark")));
  on(viewer.find(".cards"), "click", (event) => onCard(viewer, event));
  on(viewer.find(".held"), "click", (event) => onPlace(viewer, event.target.closest(".held-place")));
  on(viewer.find(".sexes"), "click", (event) => onPlace(viewer, event.target.closest(".goto")));
  on(viewer.find(".checklist"), "click", (event) => onPlace(viewer, event.target.closest(".goto")));
  on(viewer.find(".tabs"), "click", (event) => onTab(viewer, event.target.closest("button")));
  on(viewer.find(".tabs"), "keydown", (event) => onTabKey(viewer, event));
  on(viewer.find(".tiers"), "click", (event) => onTier(viewer, event.target.closest("button")));
  on(viewer.find(".category select"), "change", (event) => refilter(viewer, { category: event.target.value }));
  on(viewer.find(".state select"), "change", (event) => refilter(viewer, { verdict: event.target.value }));
  on(window, "checker:decided", ({ detail }) => detail.id === viewer.data.id && onDecided(viewer, detail.decisions));
  on(viewer.find(".document"), "scroll", () => onScroll(viewer));
  on(viewer.find(".outline"), "click", (event) => goToBlock(viewer, onOutlineClick(viewer.outline, event.target)));
  on(viewer.find(".outline"), "keydown", (event) => goToBlock(viewer, onOutlineKey(viewer.outline, event)));
  on(viewer.find(".toggle"), "click", () => showOutline(viewer, !viewer.choice.outline));
  on(viewer.find(".sought input"), "input", (event) => search(viewer, event.target.value));
  on(viewer.find(".sought input"), "keydown", (event) => onSearchKey(viewer, event));
  on(viewer.find(".back"), "click", () => stepFound(viewer, -1));
  on(viewer.find(".forward"), "click", () => stepFound(viewer, 1));
  on(viewer.find(".previous"), "click", () => step(viewer, -1));
  on(viewer.find(".next"), "click", () => step(viewer, 1));
  return () => {
    stop.abort();
    for (const name of Object.values(PAINTED)) paint(name, []);
  };
}

// ---- the place in the document

function showOutline(viewer, open) {
  viewer.choice.outline = open;
  const none = viewer.outline.entries.length === 0;
  viewer.find(".toggle").hidden = none;
  viewer.find(".toggle").setAttribute("aria-expanded", String(open));
  viewer.find(".outline").hidden = none || !open;
  viewer.find(".columns").classList.toggle("with-outline", !none && open);
  onScroll(viewer);
}

// What comes into view is drawn a moment later (content-visibility), so the last look is that long after the last move.
function onScroll(viewer) {
  viewer.moved = true;
  viewer.looking ||= setTimeout(() => look(viewer), PAUSE_OF_SCROLLING);
}

function look(viewer) {
  const block = viewer.find(".outline").hidden ? null : blockAtTop(viewer.find(".document"));
  if (block !== null) markPlace(viewer.outline, block);
  viewer.looking = viewer.moved && viewer.root.isConnected ? setTimeout(() => look(viewer), PAUSE_OF_SCROLLING) : 0;
  viewer.moved = false;
}

function goToBlock(viewer, block) {
  if (block === null) return;
  bring(viewer.find(".document"), viewer.blocks.get(block), 0.02, { always: true });
}

// ---- the current finding

function select(viewer, index, tab = "side") {
  const { choice, cards, marks, data } = viewer;
  showTab(viewer, tab);
  if (choice.current !== null && choice.current !== index) {
    cards[choice.current].classList.remove("current");
    closeCard(cards[choice.current]);
    for (const mark of marks[choice.current]) mark.classList.remove("current");
  }
  choice.current = index;
  cards[index].classList.add("current");
  openCard(cards[index], data, index, (verdict) => decide(viewer, index, verdict));
  showDecision(cards[index], data.findings[index], viewer.decisions[data.findings[index].id]);
  for (const mark of marks[index]) mark.classList.add("current");
  viewer.find(".columns").scrollIntoView({ block: "nearest" }); // in a small window they stand below each other
  bring(viewer.find(".side"), cards[index], 0.05);
  bring(viewer.find(".document"), marks[index][0] ?? viewer.blocks.get(data.findings[index].block), 0.3);
  count(viewer);
}

// Scrolls the column only, never the page. Chunks off screen have guessed heights, so look again once they are drawn.
function bring(column, element, share, { always = false } = {}) {
  if (!element) return;
  const move = () => {
    const gap = element.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTop += gap - column.clientHeight * share;
  };
  const isIn = () => {
    const [inner, outer] = [element.getBoundingClientRect(), column.getBoundingClientRect()];
    return inner.top >= outer.top && inner.bottom <= outer.bottom;
  };
  if (!always && isIn()) return;
  move();
  requestAnimationFrame(() => requestAnimationFrame(move));
}

function flagOf({ marks }, index) {
  return marks[index][0]?.querySelector(":scope > .flag");
}

function onMark(viewer, mark) {
  if (!mark) return;
  const over = [];
  for (let node = mark; node?.dataset?.finding; node = node.parentElement) over.push(Number(node.dataset.finding));
  const again = over.indexOf(viewer.choice.current); // a second click goes to the mark beneath
  const index = over[(again + 1) % over.length];
  if (!shown(viewer, index)) return;
  select(viewer, index);
  viewer.cards[index].querySelector(".head").focus({ preventScroll: true });
}

function onCard(viewer, event) {
  const card = event.target.closest(".card");
  const rule = event.target.closest(".rule")?.dataset.rule;
  if (rule) return viewer.send("read", rule);
  if (!card || event.target.closest(".copy, .decide") || String(document.getSelection()).trim()) return undefined;
  const index = Number(card.dataset.finding);
  const isOpen = viewer.choice.current === index && !card.querySelector(".body").hidden;
  if (isOpen && event.target.closest(".head")) return closeCard(card);
  return select(viewer, index);
}

function onPlace(viewer, button) {
  if (button) showBlock(viewer, Number(button.dataset.block));
}

// The block stays told from the others until the next one is shown.
function showBlock(viewer, number) {
  const block = viewer.blocks.get(number);
  if (!block) return;
  viewer.find(".there")?.classList.remove("there", "flash");
  void block.offsetWidth; // restarts the animation
  block.classList.add("there", "flash");
  viewer.find(".columns").scrollIntoView({ block: "nearest" });
  bring(viewer.find(".document"), block, 0.3);
}

// ---- tabs: the findings or the checklist

function drawTabs(viewer) {
  const { data, choice } = viewer;
  const { groups, questions } = data.checklist;
  viewer.find("[data-tab='side']").textContent = `Các chỗ được nêu (${data.findings.length})`;
  viewer.find("[data-tab='checklist']").textContent = data.alone ? "Bảng kiểm" : "Bảng kiểm của riêng tài liệu này";
  viewer.find("[data-tab='checklist']").hidden = groups.length + questions.length === 0;
  showTab(viewer, choice.tab);
}

function showTab(viewer, name) {
  viewer.choice.tab = name;
  for (const tab of viewer.root.querySelectorAll("[role='tab']")) {
    const chosen = tab.dataset.tab === name;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    viewer.find(`.${tab.dataset.tab}`).hidden = !chosen;
  }
}

function onTab(viewer, button) {
  if (button) showTab(viewer, button.dataset.tab);
}

function onTabKey(viewer, event) {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const tabs = [...viewer.root.querySelectorAll("[role='tab']:not([hidden])")];
  const other = tabs.find((tab) => tab !== event.target) ?? event.target;
  showTab(viewer, other.dataset.tab);
  other.focus();
}

function onKey(viewer, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.composedPath()[0];
  if (target.matches?.("input, textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  if (key === "j") step(viewer, 1);
  else if (key === "k") step(viewer, -1);
  else if (key in VERDICT_KEYS && !viewer.data.reading) decide(viewer, viewer.choice.current, VERDICT_KEYS[key]);
  else if (key === "u") tell("undo", viewer);
  else if (key === "/") viewer.find(".sought input").select();
  else if (key === "escape" && target.closest?.(".card")) flagOf(viewer, target.closest(".card").dataset.finding)?.focus();
  else return;
  event.preventDefault();
}

// ---- decisions

const VERDICT_KEYS = { a: "accepted", d: "dismissed", e: "edited" };

function tell(name, viewer, more = {}) {
  window.dispatchEvent(new CustomEvent(`checker:${name}`, { detail: { id: viewer.data.id, ...more } }));
}

function decide(viewer, index, verdict) {
  if (index === null || !shown(viewer, index)) return;
  const [card, finding] = [viewer.cards[index], viewer.data.findings[index]];
  tell("decide", viewer, { decisions: [decisionOf(card.querySelector(".decide"), finding, verdict)] });
  if (verdict === "edited") card.querySelector('[name="wording"]')?.focus();
}

function onDecided(viewer, decisions) {
  viewer.decisions = decisions;
  viewer.data.findings.forEach((finding, index) => {
    showDecision(viewer.cards[index], finding, decisions[finding.id]);
    for (const mark of viewer.marks[index]) mark.classList.toggle("dismissed", decisions[finding.id]?.verdict === "dismissed");
  });
  filter(viewer);
}

function verdictOf(viewer, index) {
  return viewer.decisions[viewer.data.findings[index].id]?.verdict ?? "open";
}

function step(viewer, direction) {
  const indexes = viewer.data.findings.map((_, index) => index).filter((index) => shown(viewer, index));
  if (indexes.length === 0) return;
  const { current } = viewer.choice;
  const ahead = current === null ? indexes : indexes.filter((index) => (index - current) * direction > 0);
  const round = direction > 0 ? indexes[0] : indexes.at(-1);
  select(viewer, (direction > 0 ? ahead[0] : ahead.at(-1)) ?? round);
}

// ---- filters

// A card that was just decided stays until the next one is chosen: it must not vanish under the hand.
function shown(viewer, index, { tier = viewer.choice.tier, category = viewer.choice.category } = {}) {
  const finding = viewer.data.findings[index];
  const { verdict, current } = viewer.choice;
  const stands = !verdict || verdictOf(viewer, index) === verdict || index === current;
  return stands && (!tier || finding.tier === tier) && (!category || finding.category === category);
}

function tally(viewer, wanted) {
  return viewer.data.findings.filter((_, index) => shown(viewer, index, wanted)).length;
}

function onTier(viewer, button) {
  if (button) refilter(viewer, { tier: button.dataset.tier });
}

function refilter(viewer, change) {
  Object.assign(viewer.choice, change);
  filter(viewer);
}

function filter(viewer) {
  viewer.cards.forEach((card, index) => {
    card.hidden = !shown(viewer, index);
    for (const mark of viewer.marks[index]) mark.classList.toggle("off", card.hidden);
  });
  drawTiers(viewer);
  drawCategories(viewer);
  drawStates(viewer);
  drawEmpty(viewer);
  count(viewer);
  countOutline(viewer.outline, (index) => shown(viewer, index));
  const isOpen = (_, index) => shown(viewer, index) && verdictOf(viewer, index) === "open";
  tell("shown", viewer, { open: viewer.data.findings.filter(isOpen).map(({ id }) => id) });
}

function drawStates(viewer) {
  const select = viewer.find(".state select");
  const count = (wanted) => viewer.data.findings.filter((_, index) => verdictOf(viewer, index) === wanted).length;
  const states = viewer.data.verdicts.map(({ key, label }) => make("option", { value: key, textContent: `${label} (${count(key)})` }));
  select.replaceChildren(make("option", { value: "", textContent: "Tất cả" }), ...states);
  select.value = viewer.choice.verdict;
}

function drawTiers(viewer) {
  const focused = viewer.find(".tiers button:focus")?.dataset.tier;
  const all = { key: "", label: "Tất cả", sign: "" };
  const used = viewer.data.tiers.filter(({ key }) => tally(viewer, { tier: key, category: "" }) > 0);
  viewer.find(".tiers").replaceChildren(...[all, ...used].map(({ key, label, sign }) => make("button", {
    type: "button",
    className: key && `tier-${key}`,
    dataset: { tier: key },
    aria: { pressed: String(viewer.choice.tier === key) },
    textContent: `${sign} ${label} (${tally(viewer, { tier: key })})`.trim(),
  })));
  if (focused !== undefined) viewer.find(`.tiers [data-tier="${focused}"]`)?.focus();
}

function drawCategories(viewer) {
  const select = viewer.find(".category select");
  const used = viewer.data.categories.filter(({ key }) => tally(viewer, { tier: "", category: key }) > 0);
  select.replaceChildren(...[{ key: "", label: "Tất cả các nhóm" }, ...used].map(({ key, label }) =>
    make("option", { value: key, textContent: `${label} (${tally(viewer, { category: key })})` })));
  select.value = viewer.choice.category;
}

function drawEmpty(viewer) {
  const none = viewer.data.findings.length === 0;
  viewer.root.classList.toggle("none", none);
  viewer.find(".empty").hidden = tally(viewer) > 0;
  viewer.find(".empty").textContent = none
    ? "Chưa thấy chỗ nào cần xem xét theo các quy tắc hiện có. Bạn vẫn nên đọc lại những nội dung tác động khác nhau đến nam và nữ."
    : "Không có chỗ nào ứng với bộ lọc đang chọn. Hãy chọn “Tất cả” để xem lại đầy đủ.";
}

function count(viewer) {
  const indexes = viewer.data.findings.map((_, index) => index).filter((index) => shown(viewer, index));
  const place = indexes.indexOf(viewer.choice.current) + 1;
  viewer.find(".counter").textContent = `${place || "–"} / ${indexes.length}`;
  for (const name of [".previous", ".next"]) viewer.find(name).disabled = indexes.length === 0;
}
