// The bar over the document: who decides, how many places are decided, undo, many at once. It alone talks to the
// server of decisions; the viewer tells it what was decided and is told what holds.

const PATIENCE = 4000; // milliseconds until an unanswered decision is said again
const desks = new Map(); // report id -> what was decided here and is not answered yet
const bars = new WeakMap(); // root element -> the bar

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".review");
  root.dataset.theme = isDark(root) ? "dark" : "light";
  const bar = bars.get(root) ?? listen(root);
  Object.assign(bar, { data, send: setTriggerValue });
  const desk = deskOf(data.id);
  for (const key of data.handled) desk.waiting.delete(key);
  const name = root.querySelector(".reviewer input");
  if (!name.value) name.value = data.reviewer || sessionStorage.getItem(NAME) || "";
  root.querySelector(".told").textContent = data.told;
  if (data.late) desk.undone.length = 0; // what others decided meanwhile cannot be taken back from here
  spread(bar);
  repeat(bar);
}

// The name stays while the browser's tab is open, from one draft to the next.
const NAME = "checker-reviewer";

function deskOf(id) {
  if (!desks.has(id)) desks.set(id, { waiting: new Map(), undone: [], shown: [] });
  return desks.get(id);
}

function listen(root) {
  const bar = { root };
  bars.set(root, bar);
  root.querySelector(".reviewer input").addEventListener("input", (event) => sessionStorage.setItem(NAME, event.target.value.trim()));
  root.querySelector(".reviewer input").addEventListener("change", (event) => bar.send("reviewer", event.target.value.trim()));
  root.querySelector(".undo").addEventListener("click", () => undo(bar));
  root.querySelector(".bulk").addEventListener("click", (event) => onBulk(bar, event.target.closest("button")));
  // A bar that is gone must not answer for the one that took its place.
  const onlyIfShown = (handle) => (event) => root.isConnected && event.detail.id === bar.data.id && handle(event.detail);
  window.addEventListener("checker:decide", onlyIfShown((said) => decide(bar, said.decisions)));
  window.addEventListener("checker:undo", onlyIfShown(() => undo(bar)));
  window.addEventListener("checker:viewer", onlyIfShown(() => spread(bar)));
  window.addEventListener("checker:shown", onlyIfShown((said) => {
    deskOf(said.id).shown = said.open;
    drawScope(bar);
  }));
  return bar;
}

// ---- deciding

function reviewer({ root }) {
  const field = root.querySelector(".reviewer input");
  if (field.value.trim()) return field.value.trim();
  root.querySelector(".told").textContent = "Hãy ghi họ tên người rà soát trước khi quyết định.";
  field.focus();
  return "";
}

// Each decision: { finding, verdict, reason, wording, note }. It holds on the page at once and goes to the server.
function decide(bar, decisions, { undoing = false } = {}) {
  const by = reviewer(bar);
  if (!by) return spread(bar);
  const desk = deskOf(bar.data.id);
  const standing = effective(bar);
  if (!undoing) desk.undone.push(decisions.map(({ finding }) => ({ ...(standing[finding] ?? { verdict: "open" }), finding })));
  for (const one of decisions) {
    const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    const seen = bar.data.decisions[one.finding]?.number ?? 0;
    desk.waiting.set(key, { key, reason: "", wording: "", note: "", ...one, reviewer: by, seen });
  }
  bar.root.querySelector(".told").textContent = "";
  spread(bar);
  say(bar);
}

function undo(bar) {
  const last = deskOf(bar.data.id).undone.pop();
  if (!last) return;
  const plain = last.map(({ finding, verdict, reason = "", wording = "", note = "" }) => ({ finding, verdict, reason, wording, note }));
  decide(bar, plain, { undoing: true });
}

function onBulk(bar, button) {
  if (!button) return;
  const field = bar.root.querySelector(".bulk textarea");
  const { verdict } = button.dataset;
  const { shown } = deskOf(bar.data.id);
  if (shown.length) decide(bar, shown.map((finding) => ({ finding, verdict, reason: field.value })));
  field.value = "";
  bar.root.querySelector(".bulk").open = false;
}

function say(bar) {
  const { waiting } = deskOf(bar.data.id);
  if (waiting.size) bar.send("decide", [...waiting.values()]);
  repeat(bar);
}

// A word said just as the server ends a run can get lost. The server knows each by its key.
function repeat(bar) {
  clearTimeout(bar.again);
  if (deskOf(bar.data.id).waiting.size && bar.root.isConnected) bar.again = setTimeout(() => say(bar), PATIENCE);
}

// ---- what holds

function effective({ data }) {
  const standing = { ...data.decisions };
  for (const one of deskOf(data.id).waiting.values()) {
    standing[one.finding] = { ...one, label: data.labels[one.verdict], at: "", number: one.seen };
  }
  return standing;
}

function spread(bar) {
  const decisions = effective(bar);
  const { data, root } = bar;
  const count = data.due.filter((finding) => (decisions[finding]?.verdict ?? "open") !== "open").length;
  root.querySelector(".done").textContent = `Đã quyết định ${count} / ${data.due.length}`;
  root.querySelector(".undo").disabled = deskOf(data.id).undone.length === 0;
  window.dispatchEvent(new CustomEvent("checker:decided", { detail: { id: data.id, decisions } }));
  drawScope(bar);
}

function drawScope({ data, root }) {
  const { length } = deskOf(data.id).shown;
  root.querySelector(".scope").textContent = length
    ? `Áp dụng cho ${length} chỗ đang hiện trong danh sách và chưa quyết định.`
    : "Mọi chỗ đang hiện đều đã được quyết định.";
  for (const button of root.querySelectorAll(".bulk button")) button.disabled = length === 0;
}
